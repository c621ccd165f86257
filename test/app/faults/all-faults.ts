import { bodyFaults } from './body-faults';
import { certificateFaults } from './certificate-faults';
import { httpFaults } from './http-faults';
import { networkFaults } from './network-faults';
import { protocolFaults } from './protocol-faults';
import { type ProxyTown, proxyFaults } from './proxy-faults';
import type { SchoolNetwork } from './school-network';
import { valueFaults } from './value-faults';
import { Workshop } from './workshop';

/** Every table of the laboratory; nginx, the name server and the firewall still have to be started. */
export async function allFaults(
  network: SchoolNetwork,
): Promise<{ readonly shop: Workshop; readonly town: ProxyTown }> {
  const shop = await Workshop.open(network);
  valueFaults(shop);
  await certificateFaults(shop);
  await protocolFaults(shop);
  await httpFaults(shop);
  await bodyFaults(shop);
  const town = await proxyFaults(shop);
  await networkFaults(shop);
  return { shop, town };
}
