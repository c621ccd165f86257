import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';
import { ok, type Result, refuse } from '@contract/result';
import { clockMs } from './clock';
import { type ConnectionFailure, connectFailure, errorCode, failure } from './failure';
import type { FoundAddress } from './name-lookup';
import { type Interruption, seconds, type Waiting, wait } from './waiting';

/* The two lowest phases: a TCP connection, and the TLS handshake over whatever carries it. */

const ignore = () => undefined;

/** Ends a socket for good; what it may still have to say interests nobody. */
export function hangUp(socket: Socket): void {
  socket.on('error', ignore).destroy();
}

/**
 * How long one address may take before the next of the same name is tried beside it. Node's 250 ms gives up on
 * good but distant addresses.
 */
const NEXT_ADDRESS_MS = 2500;

/**
 * A computer asks for a connection again after 1, 3 and 7 seconds, and then not before the 15th (RFC 6298, doubling from
 * one second): whoever waits ten learns no more than after eight.
 */
const LONGEST_CONNECT_MS = 8000;

/** Opens TCP to the first of `addresses` that answers. `code` of the failure: see `connectFailure`. */
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
          // The name was looked up already, in its own phase; only its addresses are tried here.
          host: 'looked-up.invalid',
          autoSelectFamily: true,
          autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
          lookup: (_host, _options, done) => done(null, [...addresses]),
        }),
      });
      socket = opening;
      opening.once('connect', () => {
        opening.off('error', onError);
        // Until the next phase listens, an early reset must not become an uncaught exception.
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
  /** `code` of what the TLS library or the socket reported; `''` when there is none. */
  readonly code: string;
  readonly error: unknown;
  readonly interruption: Interruption | null;
  /** The server had answered with more than a bare alert before the handshake ended. */
  readonly peerAnswered: boolean;
}

/** A TLS alert is a record of 5 + 2 bytes. */
const ALERT_BYTES = 7;
/** A refusal that TLS 1.3 sends only after the client is done comes within a round trip of the end. */
const AFTERTHOUGHT = { least: 150, most: 1000, handshakes: 3 };

/**
 * Whether the client's last messages of a TLS 1.3 handshake hold no Certificate, not even the empty one that answers a
 * server's wish for one (RFC 8446 §4.4.2): then no such wish can be disappointed. What they hold is encrypted, but not
 * how long it is: a Finished is as long as its hash, and an empty Certificate takes eight bytes more.
 * @param bytes as written; more than a Finished, or none yet, is no answer
 */
function isWithoutCertificate(secure: TLSSocket, bytes: number): boolean {
  const hash = secure.getCipher().name.endsWith('SHA384') ? 48 : 32;
  const finished = RECORD_BYTES + MESSAGE_HEAD_BYTES + hash + SEAL_BYTES;
  return bytes >= finished && bytes <= finished + CHANGE_CIPHER_SPEC_BYTES;
}

/** Of TLS 1.3 (RFC 8446 §4, §5, §D.4): a record's head, a message's, the content type and tag of what is encrypted. */
const RECORD_BYTES = 5;
const MESSAGE_HEAD_BYTES = 4;
const SEAL_BYTES = 17;
const CHANGE_CIPHER_SPEC_BYTES = 6;

/**
 * The TLS handshake over an open socket, which is destroyed when it fails. Nothing of HTTP is sent.
 *
 * @param purpose `use`: verified, done at once. `settle`: verified, and done only once the server has shown that it is
 *   content too. `look`: not verified, only to look at a certificate that was refused; never to be used.
 */
export function shakeHands(
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
    // A server name must not be a literal address (RFC 6066 §3).
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
        // The client's last messages are written only once this event is over.
        setImmediate(() => {
          if (secure.destroyed) return;
          if (isWithoutCertificate(secure, socket.bytesWritten - written)) onDone();
          else awaitAfterthought();
        });
      });
      const awaitAfterthought = () => {
        // In TLS 1.3 a server misses a client certificate only now; a session ticket says that it does not.
        const took = clockMs() - began;
        const patience = Math.min(
          AFTERTHOUGHT.most,
          Math.max(AFTERTHOUGHT.least, AFTERTHOUGHT.handshakes * took),
        );
        afterthought = setTimeout(onDone, patience);
        // Not within the event: what is written while the library still reads is never sent (seen with Node 24).
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
