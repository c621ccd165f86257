import type { Policies } from '@contract/policies';
import { impatientNameLookup, type NameLookup, systemNameLookup } from './name-lookup';
import type { NetworkPorts } from './network';
import { ProxyDesk } from './proxy-desk';
import { ProxyResolver, type ProxySession } from './proxy-script';
import type { KeptSignIns } from './proxy-ways';
import type { TokenMaker } from './token-maker';
import { loadSystemRoots, Trust } from './trust';

/** The part of Electron's `Session` used to get the proxy settings and to look up names. */
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

export type NetworkPolicies = Pick<Policies, 'certificateAuthorities' | 'forbidProxySignIn'>;

/**
 * This computer's network. Reading the operating system's roots takes a while, so it happens once, on first use.
 * @param session Electron's session, which knows the operating system's proxy settings and has its own name resolver
 * @param kept the sign-ins saved for proxies
 * @param tokens called when a proxy first asks for a Windows sign-in
 * @param policies what the organization set: its certificate authorities, and whether anybody may sign in to a proxy
 */
export async function systemNetwork(
  session: ProxySession & SystemSession,
  kept: KeptSignIns,
  tokens: () => Promise<TokenMaker>,
  policies: NetworkPolicies,
): Promise<NetworkPorts> {
  // A new session may not know the proxy settings yet and would answer DIRECT (2 of 100 times on a busy computer, one
  // tick later; Electron 33). Reloading them first prevents this.
  const hasHeard = session.forceReloadProxyConfig();
  const proxies = new ProxyResolver(session);
  return {
    resolveProxy: (url) => hasHeard.then(() => proxies.resolve(url)),
    lookUp: impatientNameLookup(systemNameLookup, byBrowser(session)),
    trust: new Trust([...loadSystemRoots(), ...policies.certificateAuthorities]),
    now: () => Date.now(),
    proxyDesk: new ProxyDesk((proxy) => kept.open(proxy), {
      rejections: kept.rejections,
      isForbidden: policies.forbidProxySignIn,
      tokens,
    }),
  };
}
