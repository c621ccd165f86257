import { BlockList, isIP } from 'node:net';
import type { Fact, Report } from '@contract/report';

/** Addresses that exist only inside a network (RFC 1918, 4193, 6598, 3927, 4291). */
const inner = new BlockList();
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['127.0.0.0', 8],
] as const)
  inner.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['fc00::', 7],
  ['fe80::', 10],
  ['::1', 128],
] as const)
  inner.addSubnet(network, bits, 'ipv6');

const HIDDEN = /\.x|:x$/;

/** Also of an address of which only the beginning is left. */
export const isInner = (address: string): boolean =>
  HIDDEN.test(address) ||
  (isIP(address) !== 0 && inner.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'));

/** What is left of an inner address: enough to see that it is one, and of which kind. */
export function withoutInner(address: string): string {
  if (!isInner(address) || HIDDEN.test(address)) return address;
  if (isIP(address) === 6) return `${address.split(':')[0] || 'fe80'}:x`;
  const [first = '', second = ''] = address.split('.');
  return first === '172' || first === '192' || first === '100' || first === '169'
    ? `${first}.${second}.x.x`
    : `${first}.x.x.x`;
}

/** A proxy's `host:port`, or its address with the scheme. */
const inProxy = (proxy: string): string =>
  proxy.replace(/\d{1,3}(?:\.\d{1,3}){3}|(?<=\[)[\da-f:.]+(?=\])/gi, withoutInner);

/** The report without inner addresses, and whether it had any. */
export function hideInner(report: Report): { readonly report: Report; readonly had: boolean } {
  const hide = (name: string, fact: Fact): Fact => {
    if (name === 'addresses' && Array.isArray(fact)) return fact.map(withoutInner);
    return (name === 'via' || name === 'proxy') && typeof fact === 'string' ? inProxy(fact) : fact;
  };
  const hidden: Report = {
    ...report,
    steps: report.steps.map((step) => ({
      ...step,
      facts: Object.fromEntries(Object.entries(step.facts).map(([name, fact]) => [name, hide(name, fact)])),
    })),
  };
  return { report: hidden, had: JSON.stringify(hidden) !== JSON.stringify(report) };
}
