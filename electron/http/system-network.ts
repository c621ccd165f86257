import { systemNameLookup } from './name-lookup';
import type { NetworkPorts } from './network';
import { ProxyResolver, type ProxySession } from './proxy-script';
import { loadSystemRoots, Trust } from './trust';

/**
 * The network as this computer has it. Reading the operating system's roots takes a while, so it is done once, by
 * whoever first needs it.
 * @param session Electron's, which knows the operating system's proxy settings
 */
export async function systemNetwork(session: ProxySession): Promise<NetworkPorts> {
  const proxies = new ProxyResolver(session);
  return {
    resolveProxy: (url) => proxies.resolve(url),
    lookUp: systemNameLookup,
    trust: new Trust(await loadSystemRoots()),
    now: () => Date.now(),
  };
}
