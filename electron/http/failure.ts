import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';

/*
 * What can go wrong between this computer and a usable HTTP answer. Only these failures leave this folder, never
 * exceptions of Node, OpenSSL, BoringSSL or got: their messages contain addresses, headers and bodies.
 */

/** The findings the network layer itself can report (docs/how-answers-are-read.md#network). */
const connectionFailureCodes = [
  'name-not-found',
  'name-lookup-unavailable',
  'offline',
  'host-unreachable',
  'connection-refused',
  'connection-timeout',
  'connection-reset',
  'blocked-by-policy',
  'proxy-unreachable',
  'proxy-sign-in-required',
  'proxy-sign-in-rejected',
  'proxy-refused',
  'proxy-script-failed',
  'insecure-address',
  'not-tls',
  'not-http',
  'tls-old-protocol',
  'tls-no-common-cipher',
  'tls-client-certificate-required',
  'tls-unknown-name',
  'tls-refused',
  'tls-expired',
  'tls-not-yet-valid',
  'tls-name-mismatch',
  'tls-name-not-permitted',
  'tls-unsuitable',
  'tls-self-signed',
  'tls-untrusted-root',
  'tls-incomplete-chain',
  'tls-intercepted',
  'tls-revoked',
  'tls-weak',
  'answer-too-large',
  'unexpected-answer',
  'timed-out',
  'cancelled',
] as const satisfies readonly FindingCode[];
export type ConnectionFailureCode = (typeof connectionFailureCodes)[number];

export interface ConnectionFailure {
  readonly code: ConnectionFailureCode;
  /** Names, ports, words of closed lists and certificate facts; never a message of the runtime or the peer. */
  readonly facts: Facts;
}

export const failure = (code: ConnectionFailureCode, facts: Facts = {}): ConnectionFailure => ({
  code,
  facts,
});

/** The `code` of a Node error, whatever was thrown. If there were several attempts, the most informative one. */
export function errorCode(error: unknown): string {
  if (error instanceof AggregateError) {
    const codes = error.errors.map(errorCode);
    return mostTelling.find((code) => codes.includes(code)) ?? codes[0] ?? '';
  }
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? errorCode(error.cause) : '';
}

/** A refusal proves that the computer was reached; other errors say less. */
const mostTelling = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EACCES',
  'EPERM',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
];

/**
 * Code, reason and message of the error and its causes, in upper case with `_` between words, so that OpenSSL's and
 * BoringSSL's spellings match. got and the decompression streams wrap the relevant error.
 */
function keyWords(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 4) return '';
  const own = ['code', 'reason', 'message'].map((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? value.toUpperCase().replaceAll(/[ -]+/g, '_') : '';
  });
  return `${own.join(' ')} ${keyWords(Reflect.get(error, 'cause'), depth + 1)}`;
}

/** TCP: why a socket could not be opened. */
export function connectFailure(error: unknown): ConnectionFailureCode {
  switch (errorCode(error)) {
    case 'ECONNREFUSED':
      return 'connection-refused';
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EPIPE':
      return 'connection-reset';
    case 'ETIMEDOUT':
    case 'ERR_SOCKET_CONNECTION_TIMEOUT':
      return 'connection-timeout';
    // Local security software and Linux packet filters fail a blocked connect with these.
    case 'EACCES':
    case 'EPERM':
      return 'blocked-by-policy';
    default:
      return 'host-unreachable';
  }
}

/** TLS fatal alerts by number (RFC 8446 §6, RFC 5246 §7.2, RFC 6066 §9), with the standards' names. */
export const alerts: ReadonlyMap<number, string> = new Map([
  [10, 'unexpected_message'],
  [20, 'bad_record_mac'],
  [21, 'decryption_failed'],
  [22, 'record_overflow'],
  [30, 'decompression_failure'],
  [40, 'handshake_failure'],
  [41, 'no_certificate'],
  [42, 'bad_certificate'],
  [43, 'unsupported_certificate'],
  [44, 'certificate_revoked'],
  [45, 'certificate_expired'],
  [46, 'certificate_unknown'],
  [47, 'illegal_parameter'],
  [48, 'unknown_ca'],
  [49, 'access_denied'],
  [50, 'decode_error'],
  [51, 'decrypt_error'],
  [60, 'export_restriction'],
  [70, 'protocol_version'],
  [71, 'insufficient_security'],
  [80, 'internal_error'],
  [86, 'inappropriate_fallback'],
  [90, 'user_canceled'],
  [109, 'missing_extension'],
  [110, 'unsupported_extension'],
  [111, 'certificate_unobtainable'],
  [112, 'unrecognized_name'],
  [113, 'bad_certificate_status_response'],
  [114, 'bad_certificate_hash_value'],
  [115, 'unknown_psk_identity'],
  [116, 'certificate_required'],
  [120, 'no_application_protocol'],
  [121, 'ech_required'],
]);

/** The alert with which the peer ended the connection, from a closed list; null if it sent none. */
function alertOf(words: string): string | null {
  // Both libraries include the number. The names differ by library and version: TLSV1_, TLSV13_ALERT_,
  // SSL/TLS_ALERT_.
  const numbered = /SSL_ALERT_NUMBER_(\d{1,3})(?!\d)/.exec(words)?.[1];
  if (numbered !== undefined) return alerts.get(Number(numbered)) ?? 'other';
  const named = /(?:TLSV1|TLSV13|SSLV3|SSL\/TLS)_(?:ALERT_)?([A-Z_]+)/.exec(words)?.[1]?.toLowerCase();
  return [...alerts.values()].find((name) => named === name) ?? null;
}

/**
 * What an alert means. Its sender speaks TLS and refuses explicitly, unlike a firewall that cuts the connection. A
 * filter on the path can still send one in the server's name.
 */
function alertFailure(alert: string, peerAnswered: boolean): ConnectionFailure {
  return failure(alertCode(alert, peerAnswered), { alert });
}

function alertCode(alert: string, peerAnswered: boolean): ConnectionFailureCode {
  switch (alert) {
    case 'unrecognized_name':
      return 'tls-unknown-name';
    case 'protocol_version':
      return 'tls-old-protocol';
    case 'insufficient_security':
      return 'tls-no-common-cipher';
    case 'certificate_required':
      return 'tls-client-certificate-required';
    case 'handshake_failure':
      return peerAnswered ? 'tls-client-certificate-required' : 'tls-no-common-cipher';
    case 'no_certificate':
    case 'bad_certificate':
    case 'unsupported_certificate':
    case 'certificate_revoked':
    case 'certificate_expired':
    case 'certificate_unknown':
    case 'unknown_ca':
    case 'access_denied':
      // This is about our certificate. No server can miss one before it has asked for it.
      return peerAnswered ? 'tls-client-certificate-required' : 'tls-refused';
    default:
      return 'tls-refused';
  }
}

/**
 * TLS: why a handshake failed, for reasons other than the certificate. Node uses OpenSSL's messages and Electron uses
 * BoringSSL's, so we match key words, never a whole message (docs/electron-notes.md#tls-failures).
 *
 * @param peerAnswered whether the server had sent more than an alert. `handshake failure` then means a missing client
 * certificate, because ciphers are agreed on earlier.
 */
export function handshakeFailure(error: unknown, peerAnswered: boolean): ConnectionFailure {
  const words = keyWords(error);
  const alert = alertOf(words);
  return alert === null ? failure(...ownObjection(words)) : alertFailure(alert, peerAnswered);
}

/** Why our own side gave up. */
function ownObjection(words: string): Parameters<typeof failure> {
  const has = (...parts: readonly string[]) => parts.some((part) => words.includes(part));
  if (has('WRONG_VERSION_NUMBER', 'HTTP_REQUEST', 'HTTPS_PROXY_REQUEST', 'PACKET_LENGTH_TOO_LONG'))
    return ['not-tls'];
  if (has('UNSUPPORTED_PROTOCOL', 'UNSUPPORTED_SSL_VERSION', 'VERSION_TOO_LOW')) return ['tls-old-protocol'];
  if (has('NO_RENEGOTIATION')) return ['tls-client-certificate-required'];
  if (has('NO_SHARED_CIPHER', 'NO_CIPHERS_AVAILABLE', 'WRONG_CIPHER', 'UNKNOWN_CIPHER'))
    return ['tls-no-common-cipher'];
  if (has('TOO_SMALL', 'TOO_WEAK', 'BAD_DH_P_LENGTH', 'WRONG_SIGNATURE_TYPE', 'WRONG_CURVE', 'BAD_ECPOINT'))
    return ['tls-weak'];
  // BoringSSL itself checks whether the server certificate's key usage allows signing a handshake.
  if (has('KEY_USAGE_BIT_INCORRECT')) return ['tls-unsuitable', { problem: 'key-usage' }];
  if (has('ECONNRESET', 'EPIPE', 'ECONNABORTED')) return ['connection-reset'];
  if (has('ETIMEDOUT')) return ['timed-out'];
  // Any other error of the TLS library means that the answer was not TLS we understand.
  return ['not-tls'];
}

/** HTTP: why no complete answer arrived over a good TLS connection. */
export function answerFailure(error: unknown): ConnectionFailure {
  const words = keyWords(error);
  const has = (...parts: readonly string[]) => parts.some((part) => words.includes(part));
  if (has('HPE_HEADER_OVERFLOW')) return failure('answer-too-large', { part: 'headers' });
  if (has('NO_RENEGOTIATION')) return failure('tls-client-certificate-required');
  // In TLS 1.3, a server may refuse the connection only now.
  const alert = alertOf(words);
  if (alert !== null) return alertFailure(alert, true);
  // llhttp reports an answer that ends inside its body as an invalid end of input.
  if (has('HPE_INVALID_EOF_STATE')) return failure('connection-reset');
  if (has('HPE_')) return failure('not-http');
  if (has('Z_DATA_ERROR', 'Z_BUF_ERROR', 'Z_STREAM_ERROR', 'BROTLI', 'ZSTD', 'INCORRECT_HEADER_CHECK'))
    return failure('unexpected-answer', { problem: 'not-decodable' });
  if (has('ETIMEDOUT')) return failure('timed-out');
  return failure('connection-reset');
}
