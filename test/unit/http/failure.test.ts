import { expect, it } from 'vitest';
import { handshakeFailure } from '../../../electron/http/failure';

const told = (code: string, message: string) => Object.assign(new Error(message), { code });

/* What servers were seen to end a handshake with, in the words of BoringSSL (Electron) and of OpenSSL (Node). */
it.each([
  ['ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'OPENSSL_internal:TLSV1_UNRECOGNIZED_NAME', 'connection-reset'],
  ['ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'SSL routines::tlsv1 unrecognized name', 'connection-reset'],
  ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'OPENSSL_internal:TLSV1_ALERT_INTERNAL_ERROR', 'connection-reset'],
  ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'SSL routines::tlsv1 alert internal error', 'connection-reset'],
  ['EPROTO', 'OPENSSL_internal:TLSV1_ALERT_PROTOCOL_VERSION', 'tls-old-protocol'],
  ['EPROTO', 'OPENSSL_internal:WRONG_VERSION_NUMBER', 'not-tls'],
  ['ERR_SSL_TLSV1_ALERT_CERTIFICATE_REQUIRED', '', 'tls-client-certificate-required'],
  ['ECONNRESET', 'socket disconnected', 'connection-reset'],
])('%s, %s: %s', (code, message, expected) => {
  expect(handshakeFailure(told(code, message), true)).toBe(expected);
});
