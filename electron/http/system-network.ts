import { impatientNameLookup, type NameLookup, systemNameLookup } from './name-lookup';
import type { NetworkPorts } from './network';
import { ProxyDesk, type ProxyLogin } from './proxy-desk';
import { ProxyResolver, type ProxySession } from './proxy-script';
import { loadSystemRoots, Trust } from './trust';

/** What of Electron's `Session` is needed to look up a name. */
interface NameSession {
  resolveHost(
    host: string,
  ): Promise<{ readonly endpoints: readonly { readonly address: string; readonly family: string }[] }>;
}

const byBrowser =
  (session: NameSession): NameLookup =>
  async (host) => {
    const { endpoints } = await session.resolveHost(host);
    return endpoints.map(({ address, family }) => ({ address, family: family === 'ipv6' ? 6 : 4 }));
  };

/**
 * The network as this computer has it. Reading the operating system's roots takes a while, so it is done once, by
 * whoever first needs it.
 * @param session Electron's, which knows the operating system's proxy settings, and asks for names by a way of its own
 * @param kept the sign-in kept for a proxy's origin; null for none
 */
export async function systemNetwork(
  session: ProxySession & NameSession,
  kept: (proxy: string) => Promise<ProxyLogin | null>,
): Promise<NetworkPorts> {
  // Asked in the very turn in which it was made, a session has not heard of any proxy and answers DIRECT (Electron 33).
  await new Promise(setImmediate);
  const proxies = new ProxyResolver(session);
  return {
    resolveProxy: (url) => proxies.resolve(url),
    lookUp: impatientNameLookup(systemNameLookup, byBrowser(session)),
    trust: new Trust(loadSystemRoots()),
    now: () => Date.now(),
    proxyDesk: new ProxyDesk(kept),
  };
}
