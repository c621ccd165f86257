import { session } from 'electron';
import type { NetworkPorts } from '../http/network';
import type { ProxyLogin } from '../http/proxy-desk';

/**
 * The network as Electron knows it. Its process for the network comes first: it takes some 50 ms to come up, beside this
 * one.
 * @param kept the sign-in kept for a proxy's origin; null for none
 */
export async function openNetwork(
  kept: (proxy: string) => Promise<ProxyLogin | null>,
): Promise<NetworkPorts> {
  const ways = session.fromPartition('network');
  const { systemNetwork } = await import('../http/system-network');
  return systemNetwork(ways, kept);
}
