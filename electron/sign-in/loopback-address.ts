import { createServer } from 'node:net';

/** The path of redirect URLs on this computer. RFC 8252 §8.3 recommends the IP address instead of `localhost`. */
const CALLBACK_PATH = '/onsis/callback';

export const loopbackRedirectUrl = (port: number): string => `http://127.0.0.1:${port}${CALLBACK_PATH}`;

/** A free port chosen by the operating system; null if there is none. It may be taken again by the time it is used. */
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

/** This computer's redirect URL. The port is chosen once and saved, because the registered URL must not change. */
export async function keptRedirectUrl(port: {
  readonly get: () => number | null;
  /** False if it could not be saved. A port that changes with the next start must not be registered. */
  readonly set: (port: number) => boolean;
}): Promise<string | null> {
  const kept = port.get();
  if (kept !== null) return loopbackRedirectUrl(kept);
  const chosen = await choosePort();
  return chosen !== null && port.set(chosen) ? loopbackRedirectUrl(chosen) : null;
}
