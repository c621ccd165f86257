import { createServer } from 'node:net';

/** Where a redirect URL on this computer ends (design §7); the host is the literal address, RFC 8252 §8.3. */
export const CALLBACK_PATH = '/onsis/callback';

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
