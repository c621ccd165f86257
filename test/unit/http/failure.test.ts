import { describe, expect, it } from 'vitest';
import { answerFailure, handshakeFailure } from '../../../electron/http/failure';

const told = (code: string, message: string) => Object.assign(new Error(message), { code });

/* How servers end a handshake, in the words of BoringSSL (Electron) and of OpenSSL (Node). */
const boring = (name: string, number: number) =>
  told(
    `ERR_SSL_${name}`,
    `33191507723136:error:10000438:SSL routines:OPENSSL_internal:${name}:../../third_party/boringssl/src/ssl/tls_record.cc:572:SSL alert number ${number}\n`,
  );
const openssl = (name: string, number: number) =>
  told(
    `ERR_SSL_${name.toUpperCase().replaceAll(' ', '_')}`,
    `409D2858797F0000:error:0A000438:SSL routines:ssl3_read_bytes:${name}:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:918:SSL alert number ${number}\n`,
  );

describe('an alert of the other side', () => {
  it.each([
    [boring('TLSV1_ALERT_UNRECOGNIZED_NAME', 112), 'tls-unknown-name', 'unrecognized_name'],
    [openssl('tlsv1 unrecognized name', 112), 'tls-unknown-name', 'unrecognized_name'],
    [boring('TLSV1_ALERT_INTERNAL_ERROR', 80), 'tls-refused', 'internal_error'],
    [openssl('tlsv1 alert internal error', 80), 'tls-refused', 'internal_error'],
    [boring('SSLV3_ALERT_BAD_RECORD_MAC', 20), 'tls-refused', 'bad_record_mac'],
    [openssl('ssl/tls alert bad record mac', 20), 'tls-refused', 'bad_record_mac'],
    [boring('TLSV1_ALERT_NO_APPLICATION_PROTOCOL', 120), 'tls-refused', 'no_application_protocol'],
    [boring('UNKNOWN_ERROR', 109), 'tls-refused', 'missing_extension'],
    [boring('UNKNOWN_ERROR', 200), 'tls-refused', 'other'],
    [openssl('tlsv1 unsupported extension', 110), 'tls-refused', 'unsupported_extension'],
    [boring('TLSV1_ALERT_PROTOCOL_VERSION', 70), 'tls-old-protocol', 'protocol_version'],
    [openssl('tlsv1 alert insufficient security', 71), 'tls-no-common-cipher', 'insufficient_security'],
    [
      openssl('tlsv13 alert certificate required', 116),
      'tls-client-certificate-required',
      'certificate_required',
    ],
  ])('$message', (error, code, alert) => {
    for (const peerAnswered of [true, false])
      expect(handshakeFailure(error, peerAnswered)).toEqual({ code, facts: { alert } });
  });

  it.each([
    [boring('SSLV3_ALERT_HANDSHAKE_FAILURE', 40), 'tls-no-common-cipher'],
    [openssl('ssl/tls alert handshake failure', 40), 'tls-no-common-cipher'],
    [boring('SSLV3_ALERT_BAD_CERTIFICATE', 42), 'tls-refused'],
    [openssl('ssl/tls alert certificate unknown', 46), 'tls-refused'],
    [boring('TLSV1_ALERT_UNKNOWN_CA', 48), 'tls-refused'],
    [openssl('tlsv1 alert access denied', 49), 'tls-refused'],
  ])('is about a certificate of ours only once the server had answered: $0.message', (error, bare) => {
    expect(handshakeFailure(error, false).code).toBe(bare);
    expect(handshakeFailure(error, true).code).toBe('tls-client-certificate-required');
    expect(answerFailure(error).code).toBe('tls-client-certificate-required');
  });

  it('is known by its name where no number was told', () => {
    const named = (message: string) => handshakeFailure(told('EPROTO', message), true).code;
    expect(named('OPENSSL_internal:TLSV1_UNRECOGNIZED_NAME')).toBe('tls-unknown-name');
    expect(named('SSL routines::tlsv1 unrecognized name')).toBe('tls-unknown-name');
    expect(named('OPENSSL_internal:TLSV1_ALERT_PROTOCOL_VERSION')).toBe('tls-old-protocol');
    expect(handshakeFailure(told('ERR_SSL_TLSV1_ALERT_CERTIFICATE_REQUIRED', ''), true).code).toBe(
      'tls-client-certificate-required',
    );
  });

  it('that comes late, over a secure connection, is told as the server’s own', () => {
    expect(answerFailure(boring('TLSV1_ALERT_INTERNAL_ERROR', 80))).toEqual({
      code: 'tls-refused',
      facts: { alert: 'internal_error' },
    });
  });
});

describe('what this side could not go on with', () => {
  it.each([
    ['EPROTO', 'OPENSSL_internal:WRONG_VERSION_NUMBER', 'not-tls'],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'OPENSSL_internal:UNSUPPORTED_PROTOCOL', 'tls-old-protocol'],
    ['ERR_SSL_KEY_USAGE_BIT_INCORRECT', 'OPENSSL_internal:KEY_USAGE_BIT_INCORRECT', 'tls-unsuitable'],
    ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', '', 'not-tls'],
    ['ECONNRESET', 'socket disconnected', 'connection-reset'],
  ])('%s, %s: %s', (code, message, expected) => {
    expect(handshakeFailure(told(code, message), true).code).toBe(expected);
  });
});
