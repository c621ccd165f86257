import { session } from 'electron';
import type { NetworkPorts } from '../http/network';
import type { KeptSignIn } from '../http/proxy-ways';

/**
 * The network as Electron sees it. The session comes first because it starts Electron's network process, which takes
 * about 50 ms, in parallel.
 * @param kept returns the sign-in saved for a proxy's origin; null if there is none
 */
export async function openNetwork(
  kept: (proxy: string) => Promise<KeptSignIn | null>,
): Promise<NetworkPorts> {
  const ways = session.fromPartition('network');
  const { systemNetwork } = await import('../http/system-network');
  return systemNetwork(ways, kept, async () => {
    const [{ RelayedTokens }, { tokenBrowsers }] = await Promise.all([
      import('../http/token-relay'),
      import('./token-browser'),
    ]);
    return new RelayedTokens(tokenBrowsers());
  });
}
