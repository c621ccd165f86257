import type { Fact, Report } from '@contract/report';

/* Addresses that exist only inside a network (RFC 1918, 3927, 4193, 4291, 6598). */

const INNER_4 =
  /^(?:10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const INNER_6 = /^(?:f[cd][\da-f]{2}:|fe[89ab][\da-f]:|::1$)/i;
/** An IPv4 address in the form of IPv6. */
const MAPPED = /^::ffff:(?=\d{1,3}\.)/i;

/** Also of an address of which only the beginning is left. */
export const isInner = (address: string): boolean =>
  INNER_4.test(address.replace(MAPPED, '')) || INNER_6.test(address);

/** What is left of an inner address: enough to see that it is one, and of which kind. */
export function withoutInner(address: string): string {
  if (!isInner(address)) return address;
  if (INNER_6.test(address)) return `${address.split(':')[0] || 'fe80'}:x`;
  const numbers = address.replace(MAPPED, '').split('.');
  const isLong = ['10', '127'].includes(numbers[0] ?? '');
  return numbers.map((number, at) => (at < (isLong ? 1 : 2) ? number : 'x')).join('.');
}

/** An address within a proxy's `host:port`, or in one with the scheme. */
const WITHIN = /\d{1,3}(?:\.\d{1,3}){3}|(?<=\[)[\da-f:.]+(?=\])/gi;

/** The addresses that a report names. */
export const addressesIn = ({ steps }: Report): readonly string[] =>
  steps.flatMap(({ facts: { addresses, via } }) => [
    ...(Array.isArray(addresses) ? addresses : []),
    ...(typeof via === 'string' ? (via.match(WITHIN) ?? []) : []),
  ]);

/**
 * The report without inner addresses, and whether it had any.
 * @param known addresses that were seen on this computer as well: nothing new is learned from them, and what stays
 * hidden is thereby another address
 */
export function hideInner(
  report: Report,
  known: readonly string[],
): { readonly report: Report; readonly had: boolean } {
  const shorten = (address: string): string => (known.includes(address) ? address : withoutInner(address));
  const hide = (name: string, fact: Fact): Fact => {
    if (name === 'addresses' && Array.isArray(fact)) return fact.map(shorten);
    return (name === 'via' || name === 'proxy') && typeof fact === 'string'
      ? fact.replace(WITHIN, shorten)
      : fact;
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
