import { systemNameLookup } from './name-lookup';
import type { NetworkPorts } from './network';
import { ProxyDesk, type ProxyLogin } from './proxy-desk';
import { ProxyResolver, type ProxySession } from './proxy-script';
import { loadSystemRoots, Trust } from './trust';

/**
 * The network as this computer has it. Reading the operating system's roots takes a while, so it is done once, by
 * whoever first needs it.
 * @param session Electron's, which knows the operating system's proxy settings
 * @param kept the sign-in kept for a proxy's origin; null for none
 */
export async function systemNetwork(
  session: ProxySession,
  kept: (proxy: string) => Promise<ProxyLogin | null>,
): Promise<NetworkPorts> {
  const proxies = new ProxyResolver(session);
  return {
    resolveProxy: (url) => proxies.resolve(url),
    lookUp: systemNameLookup,
    trust: new Trust(await loadSystemRoots()),
    now: () => Date.now(),
    proxyDesk: new ProxyDesk(kept),
  };
}
