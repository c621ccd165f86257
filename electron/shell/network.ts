import { session } from 'electron';
import type { NetworkPorts } from '../http/network';
import type { KeptSignIns } from '../http/proxy-ways';
import type { NetworkPolicies } from '../http/system-network';

/**
 * The network as Electron sees it. The session comes first because it starts Electron's network process, which takes
 * about 50 ms, in parallel.
 * @param kept the sign-ins saved for proxies
 * @param policies what the organization set
 */
export async function openNetwork(kept: KeptSignIns, policies: NetworkPolicies): Promise<NetworkPorts> {
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
