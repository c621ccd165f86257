import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';

/*
 * What can go wrong between this computer and a usable HTTP answer. Everything that leaves this folder is one of
 * these: no exception of Node, OpenSSL, BoringSSL or got, whose texts hold addresses, headers and bodies.
 */

/** The findings the network path itself can conclude (design §5). */
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
  'tls-expired',
  'tls-not-yet-valid',
  'tls-name-mismatch',
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
  /** Names, ports, closed-list words and certificate facts; never a message of the runtime or of the peer. */
  readonly facts: Facts;
}

export const failure = (code: ConnectionFailureCode, facts: Facts = {}): ConnectionFailure => ({
  code,
  facts,
});

/** The `code` of an error of Node, whatever was thrown. Of several attempts the most telling one. */
export function errorCode(error: unknown): string {
  if (error instanceof AggregateError) {
    const codes = error.errors.map(errorCode);
    return mostTelling.find((code) => codes.includes(code)) ?? codes[0] ?? '';
  }
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? errorCode(error.cause) : '';
}

/** A refusal proves that the computer was reached; the other attempts' failures say less. */
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
 * Code, reason and message, of the error and of what caused it, upper case, words joined by `_`, so that OpenSSL's and
 * BoringSSL's spellings meet. got and the inflating streams wrap the error that tells.
 */
function keyWords(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 4) return '';
  const own = ['code', 'reason', 'message'].map((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? value : '';
  });
  const words = own.join(' ').toUpperCase().replaceAll(/[ -]+/g, '_');
  return `${words} ${keyWords(Reflect.get(error, 'cause'), depth + 1)}`;
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
    // What local security software and Linux's own packet filter answer a forbidden connect with.
    case 'EACCES':
    case 'EPERM':
      return 'blocked-by-policy';
    default:
      return 'host-unreachable';
  }
}

/**
 * TLS: why a handshake did not come to its end, for reasons other than the certificate. Node says it with
 * OpenSSL's words, Electron with BoringSSL's (field §4.2), so key words are matched and never a whole message.
 *
 * @param peerAnswered whether the server had sent more than an alert: `handshake failure` then means that it
 *   missed a client certificate, because ciphers are agreed on before.
 */
export function handshakeFailure(error: unknown, peerAnswered: boolean): ConnectionFailureCode {
  const words = keyWords(error);
  const has = (...parts: readonly string[]) => parts.some((part) => words.includes(part));
  if (has('WRONG_VERSION_NUMBER', 'HTTP_REQUEST', 'HTTPS_PROXY_REQUEST', 'PACKET_LENGTH_TOO_LONG'))
    return 'not-tls';
  if (has('ALERT_PROTOCOL_VERSION', 'UNSUPPORTED_PROTOCOL', 'UNSUPPORTED_SSL_VERSION', 'VERSION_TOO_LOW'))
    return 'tls-old-protocol';
  if (has('CERTIFICATE_REQUIRED', 'NO_RENEGOTIATION', 'ALERT_BAD_CERTIFICATE', 'ALERT_NO_CERTIFICATE'))
    return 'tls-client-certificate-required';
  if (has('HANDSHAKE_FAILURE'))
    return peerAnswered ? 'tls-client-certificate-required' : 'tls-no-common-cipher';
  if (
    has('NO_SHARED_CIPHER', 'NO_CIPHERS_AVAILABLE', 'INSUFFICIENT_SECURITY', 'WRONG_CIPHER', 'UNKNOWN_CIPHER')
  )
    return 'tls-no-common-cipher';
  if (has('TOO_SMALL', 'TOO_WEAK', 'BAD_DH_P_LENGTH', 'WRONG_SIGNATURE_TYPE', 'WRONG_CURVE', 'BAD_ECPOINT'))
    return 'tls-weak';
  // Any other alert is the server's own way of hanging up: it does speak TLS.
  if (has('ALERT_', 'UNRECOGNIZED_NAME', 'ECONNRESET', 'EPIPE', 'ECONNABORTED')) return 'connection-reset';
  if (has('ETIMEDOUT')) return 'timed-out';
  // Any other refusal by the TLS library means that what came back was not a TLS this program understands.
  return 'not-tls';
}

/** HTTP: why no whole answer came over a good TLS connection. */
export function answerFailure(error: unknown): ConnectionFailure {
  const words = keyWords(error);
  const has = (...parts: readonly string[]) => parts.some((part) => words.includes(part));
  if (has('HPE_HEADER_OVERFLOW')) return failure('answer-too-large', { part: 'headers' });
  if (has('CERTIFICATE_REQUIRED', 'NO_RENEGOTIATION')) return failure('tls-client-certificate-required');
  // llhttp knows the end of an answer that stopped inside its body as an invalid end of input.
  if (has('HPE_INVALID_EOF_STATE')) return failure('connection-reset');
  if (has('HPE_')) return failure('not-http');
  if (has('Z_DATA_ERROR', 'Z_BUF_ERROR', 'Z_STREAM_ERROR', 'BROTLI', 'ZSTD', 'INCORRECT_HEADER_CHECK'))
    return failure('unexpected-answer', { problem: 'not-decodable' });
  if (has('ETIMEDOUT')) return failure('timed-out');
  return failure('connection-reset');
}
