import { session } from 'electron';
import type { NetworkPorts } from '../http/network';
import type { KeptSignIn } from '../http/proxy-ways';
import type { NetworkPolicies } from '../http/system-network';

/**
 * The network as Electron sees it. The session comes first because it starts Electron's network process, which takes
 * about 50 ms, in parallel.
 * @param kept returns the sign-in saved for a proxy's origin; null if there is none
 * @param policies what the organization set
 */
export async function openNetwork(
  kept: (proxy: string) => Promise<KeptSignIn | null>,
  policies: NetworkPolicies,
): Promise<NetworkPorts> {
  const ways = session.fromPartition('network');
  const { systemNetwork } = await import('../http/system-network');
  const tokens = async () => {
    const [{ RelayedTokens }, { tokenBrowsers }] = await Promise.all([
      import('../http/token-relay'),
      import('./token-browser'),
    ]);
    return new RelayedTokens(tokenBrowsers());
  };
  return systemNetwork(ways, kept, tokens, policies);
}
