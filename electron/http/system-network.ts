import { impatientNameLookup, type NameLookup, systemNameLookup } from './name-lookup';
import type { NetworkPorts } from './network';
import { ProxyDesk, type ProxyLogin } from './proxy-desk';
import { ProxyResolver, type ProxySession } from './proxy-script';
import { loadSystemRoots, Trust } from './trust';

/** What of Electron's `Session` is needed to be told the proxy settings, and to look up a name. */
interface SystemSession {
  forceReloadProxyConfig(): Promise<void>;
  resolveHost(
    host: string,
  ): Promise<{ readonly endpoints: readonly { readonly address: string; readonly family: string }[] }>;
}

const byBrowser =
  (session: SystemSession): NameLookup =>
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
  session: ProxySession & SystemSession,
  kept: (proxy: string) => Promise<ProxyLogin | null>,
): Promise<NetworkPorts> {
  // A session that was only just made may not have heard of the proxy yet, and would answer DIRECT: measured at 2 of 100
  // on a busy computer, one turn later (Electron 33). Once this is over, it has.
  const hasHeard = session.forceReloadProxyConfig();
  const proxies = new ProxyResolver(session);
  return {
    resolveProxy: (url) => hasHeard.then(() => proxies.resolve(url)),
    lookUp: impatientNameLookup(systemNameLookup, byBrowser(session)),
    trust: new Trust(loadSystemRoots()),
    now: () => Date.now(),
    proxyDesk: new ProxyDesk(kept),
  };
}
