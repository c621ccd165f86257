import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';
import { ok, type Result, refuse } from '@contract/result';
import { clockMs } from './clock';
import { type ConnectionFailure, connectFailure, errorCode, failure } from './failure';
import type { FoundAddress } from './name-lookup';
import { type Interruption, seconds, type Waiting, wait } from './waiting';

/* The two lowest layers: a TCP connection, and the TLS handshake over it or over a tunnel. */

const ignore = () => undefined;

/** Closes a socket for good, ignoring later errors. */
export function hangUp(socket: Socket): void {
  socket.on('error', ignore).destroy();
}

/**
 * How long to wait for one address before trying the next one in parallel. Node's default of 250 ms gives up on good
 * but distant addresses.
 */
const NEXT_ADDRESS_MS = 2500;

/**
 * TCP repeats its connection request after 1, 3 and 7 seconds, and next only after 15 (RFC 6298, doubling from one
 * second). Waiting ten seconds therefore tells no more than waiting eight.
 */
const LONGEST_CONNECT_MS = 8000;

/** Opens a TCP connection to the first of `addresses` that answers. See `connectFailure` for the failure's `code`. */
export function openSocket(
  addresses: readonly FoundAddress[],
  port: number,
  { waitMs, signal }: Waiting,
): Promise<Result<Socket, ConnectionFailure>> {
  const waiting = { signal, waitMs: Math.min(waitMs, LONGEST_CONNECT_MS) };
  let socket: Socket | null = null;
  return wait<Socket, ConnectionFailure>(
    waiting,
    (end) => {
      const opening = connectTcp({
        host: addresses[0]?.address ?? '',
        port,
        noDelay: true,
        ...(addresses.length > 1 && {
          // The name was already resolved in an earlier phase; only its addresses are tried here.
          host: 'looked-up.invalid',
          autoSelectFamily: true,
          autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
          lookup: (_host, _options, done) => done(null, [...addresses]),
        }),
      });
      socket = opening;
      opening.once('connect', () => {
        opening.off('error', onError);
        // Until the next phase listens for errors, an early reset would be an uncaught exception.
        opening.on('error', ignore);
        end(ok(opening));
      });
      const onError = (error: unknown) => {
        hangUp(opening);
        end(refuse(failure(connectFailure(error))));
      };
      opening.once('error', onError);
    },
    (why) => {
      if (socket !== null) hangUp(socket);
      return why === 'cancelled'
        ? failure(why)
        : failure('connection-timeout', { waitSeconds: seconds(waiting.waitMs) });
    },
  );
}

export interface HandshakeFailure {
  /** The error code of the TLS library or the socket; `''` if there is none. */
  readonly code: string;
  readonly error: unknown;
  readonly interruption: Interruption | null;
  /** The server sent more than a bare alert before the handshake ended. */
  readonly peerAnswered: boolean;
}

/** A TLS alert is a record of 5 + 2 bytes. */
const ALERT_BYTES = 7;
/** In TLS 1.3, a refusal sent after the client has finished arrives about one round trip later. */
const AFTERTHOUGHT = { least: 150, most: 1000, handshakes: 3 };

/**
 * Whether the client's final TLS 1.3 messages contain no Certificate, not even the empty one that answers a request
 * for it (RFC 8446 §4.4.2). Then the server did not request one and cannot refuse us for not having it. The messages
 * are encrypted, but their length shows: a Finished is as long as its hash, and an empty Certificate adds eight
 * bytes.
 * @param bytes the number of bytes written; the result is false if they are more than a Finished, or none yet
 */
function isWithoutCertificate(secure: TLSSocket, bytes: number): boolean {
  const hash = secure.getCipher().name.endsWith('SHA384') ? 48 : 32;
  const finished = RECORD_BYTES + MESSAGE_HEAD_BYTES + hash + SEAL_BYTES;
  return bytes >= finished && bytes <= finished + CHANGE_CIPHER_SPEC_BYTES;
}

/**
 * TLS 1.3 sizes (RFC 8446 §4, §5, §D.4): record header, message header, and the content type and tag of encrypted
 * data.
 */
const RECORD_BYTES = 5;
const MESSAGE_HEAD_BYTES = 4;
const SEAL_BYTES = 17;
const CHANGE_CIPHER_SPEC_BYTES = 6;

/**
 * Performs the TLS handshake over an open socket, which is destroyed on failure. Sends no HTTP.
 *
 * @param purpose `use`: verified, resolves after the handshake. `settle`: verified, and also waits for a late refusal
 * by the server. `look`: not verified, only to read a refused certificate; the connection must never be used.
 */
export function tlsHandshake(
  socket: Socket,
  host: string,
  { context, purpose }: { readonly context: SecureContext; readonly purpose: 'use' | 'settle' | 'look' },
  waiting: Waiting,
): Promise<Result<TLSSocket, HandshakeFailure>> {
  const alreadyRead = socket.bytesRead;
  const began = clockMs();
  const notDone = (error: unknown, interruption: Interruption | null): HandshakeFailure => ({
    code: errorCode(error),
    error,
    interruption,
    peerAnswered: socket.bytesRead - alreadyRead > ALERT_BYTES,
  });
  const secure = connectTls({
    socket,
    host,
    // Server names must not be IP addresses (RFC 6066 §3).
    ...(isIP(host) === 0 && { servername: host }),
    secureContext: context,
    rejectUnauthorized: purpose !== 'look',
    ALPNProtocols: ['http/1.1'],
  });
  let afterthought: NodeJS.Timeout | undefined;
  return wait<TLSSocket, HandshakeFailure>(
    waiting,
    (end) => {
      const leave = () => {
        clearTimeout(afterthought);
        secure.off('error', onError).off('close', onClose).off('session', onSession);
      };
      const onError = (error: unknown) => {
        leave();
        hangUp(secure);
        end(refuse(notDone(error, null)));
      };
      const onClose = () => onError({ code: 'ECONNRESET' });
      const onDone = () => {
        leave();
        secure.on('error', ignore);
        end(ok(secure));
      };
      const onSession = () => {
        clearTimeout(afterthought);
        setImmediate(onDone);
      };
      secure.once('error', onError).once('close', onClose);
      secure.once('secureConnect', () => {
        if (purpose !== 'settle' || secure.getProtocol() !== 'TLSv1.3') {
          onDone();
          return;
        }
        const written = socket.bytesWritten;
        // The client's last messages are written only after this event.
        setImmediate(() => {
          if (secure.destroyed) return;
          if (isWithoutCertificate(secure, socket.bytesWritten - written)) onDone();
          else awaitAfterthought();
        });
      });
      const awaitAfterthought = () => {
        // In TLS 1.3, the server reports a missing client certificate only now. A session ticket means that it
        // accepted.
        const took = clockMs() - began;
        const patience = Math.min(
          AFTERTHOUGHT.most,
          Math.max(AFTERTHOUGHT.least, AFTERTHOUGHT.handshakes * took),
        );
        afterthought = setTimeout(onDone, patience);
        // Not within the event: data written while the library is still reading is never sent (seen with Node 24).
        secure.once('session', onSession);
      };
    },
    (why) => {
      clearTimeout(afterthought);
      hangUp(secure);
      return notDone(null, why);
    },
  );
}
