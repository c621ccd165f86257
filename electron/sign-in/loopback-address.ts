import { createServer } from 'node:net';

/** Where a redirect URL on this computer ends. RFC 8252 §8.3 wants the address itself, not `localhost`. */
const CALLBACK_PATH = '/onsis/callback';

export const loopbackRedirectUrl = (port: number): string => `http://127.0.0.1:${port}${CALLBACK_PATH}`;

/** A port that was free a moment ago, chosen by the operating system; null when it gives none. */
export function choosePort(): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

/** This computer's redirect URL. The port is chosen once and kept: the one that was registered has to stay. */
export async function keptRedirectUrl(port: {
  readonly get: () => number | null;
  /** False when it could not be kept; a port that changes with the next start must not be registered. */
  readonly set: (port: number) => boolean;
}): Promise<string | null> {
  const kept = port.get();
  if (kept !== null) return loopbackRedirectUrl(kept);
  const chosen = await choosePort();
  return chosen !== null && port.set(chosen) ? loopbackRedirectUrl(chosen) : null;
}
