import { systemNameLookup } from './name-lookup';
import type { NetworkPorts } from './network';
import { loadSystemRoots, Trust } from './trust';

/**
 * The network as this computer has it. Reading the operating system's roots takes a while, so it is done once, by
 * whoever first needs it.
 * @param resolveProxy Electron's `session.resolveProxy`
 */
export async function systemNetwork(resolveProxy: NetworkPorts['resolveProxy']): Promise<NetworkPorts> {
  return {
    resolveProxy,
    lookUp: systemNameLookup,
    trust: new Trust(await loadSystemRoots()),
    now: () => Date.now(),
  };
}
