import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import type { Result } from '@contract/result';
import { type Chain, readChain } from './certificate';
import { hangUp, tlsHandshake } from './dial';
import type { ConnectionFailure } from './failure';
import type { Waiting } from './waiting';

/**
 * A second handshake with a server whose certificate was just refused, only to read its chain. This is the only place
 * with verification off. The connection is closed at once, and no HTTP is sent over it.
 *
 * @returns null if the second handshake failed
 */
export async function lookAtCertificate(
  reconnect: () => Promise<Result<{ readonly socket: Socket }, ConnectionFailure>>,
  host: string,
  context: SecureContext,
  waiting: Waiting,
): Promise<Chain | null> {
  const connected = await reconnect();
  if (!connected.ok) return null;
  const shaken = await tlsHandshake(connected.value.socket, host, { context, purpose: 'look' }, waiting);
  if (!shaken.ok) return null;
  const chain = readChain(shaken.value);
  hangUp(shaken.value);
  return chain;
}
