import { session } from 'electron';
import type { NetworkPorts } from '../http/network';
import type { KeptSignIns } from '../http/proxy-ways';
import type { NetworkPolicies } from '../http/system-network';

/** Starts Electron's network process, which takes about 50 ms, in parallel. */
export const startNetwork = () => session.fromPartition('network');

/**
 * The network as Electron sees it.
 * @param kept the sign-ins saved for proxies
 * @param policies what the organization set
 */
export async function openNetwork(kept: KeptSignIns, policies: NetworkPolicies): Promise<NetworkPorts> {
  const ways = startNetwork();
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
