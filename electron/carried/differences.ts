import type { StepId } from '@contract/findings';
import type { Facts, Report, Step } from '@contract/report';
import { compareReports } from '../report/compare';
import { isInner } from './inner-addresses';

/*
 * What explains that a check there ended otherwise than a check here. Returns pure data; render-difference.ts turns it
 * into text.
 */

/** In words, one of each in the language's `carried.json`. */
export const reasons = [
  'clock',
  'other-name',
  'other-addresses',
  'proxy',
  'inspected',
  'other-certificate',
  'other-trust',
  'other-tls',
  'blocked',
  'refused-there',
  'other-answer',
  'other-finding',
  'only-facts',
  'none',
] as const;
export type Reason = (typeof reasons)[number];

export interface Difference {
  readonly reason: Reason;
  /** Where the two part: the first step that ended otherwise; null if none did. */
  readonly there: Step | null;
  readonly here: Step | null;
  /** The computer in whose way something stands. `there` also if both stop, each at its own step. */
  readonly side: 'here' | 'there';
}

const tried = ({ code }: Step): boolean => code !== null;
const keyOf = ({ id, subject }: Step): string => `${id} ${subject ?? ''}`;

/** Steps that both have run, in order. */
function pairs(here: Report, there: Report): readonly { readonly here: Step; readonly there: Step }[] {
  const own = new Map(here.steps.filter(tried).map((step) => [keyOf(step), step]));
  return there.steps.filter(tried).flatMap((step) => {
    const twin = own.get(keyOf(step));
    return twin === undefined ? [] : [{ here: twin, there: step }];
  });
}

/**
 * Finds the difference that explains first.
 * @param now by the clock of this computer
 */
export function explainDifference(here: Report, there: Report, now: Date): Difference {
  const both = pairs(here, there);
  const parting = both.find((pair) => pair.here.code !== pair.there.code);
  const first = parting ?? null;
  const side =
    first !== null && first.there.outcome !== 'failed' && first.here.outcome === 'failed' ? 'here' : 'there';
  const found = (reason: Reason, pair = first): Difference => ({
    reason,
    here: pair?.here ?? null,
    there: pair?.there ?? null,
    side,
  });
  const at = (id: StepId) => {
    const host = first?.there.facts.host;
    const own = both.filter((pair) => pair.there.id === id);
    return own.find((pair) => pair.there.facts.host === host) ?? own[0] ?? null;
  };
  const [lookup, connect, secure] = [at('name-lookup'), at('connect'), at('secure-connection')];
  const newAddresses = lookup !== null && haveOtherAddresses(lookup.here.facts, lookup.there.facts);
  const [innerHere, innerThere] = [lookup?.here, lookup?.there].map((step) => isInnerName(step?.facts ?? {}));
  const crossesInner = innerHere !== null && innerThere !== null && innerHere !== innerThere;
  const proxied = [lookup, connect].some((pair) => pair !== null && viaOf(pair.here) !== viaOf(pair.there));
  const differs = (name: string) =>
    secure !== null &&
    known(secure.here.facts[name]) &&
    known(secure.there.facts[name]) &&
    secure.here.facts[name] !== secure.there.facts[name];

  if (first === null) {
    const hasFacts = compareReports(here, there).some(({ kind }) => kind === 'fact');
    if (crossesInner) return found('other-addresses', lookup);
    if (differs('issuer')) return found('other-certificate', secure);
    if (proxied) return found('proxy', connect ?? lookup);
    return hasFacts ? found('only-facts') : found('none');
  }
  if (isClock(first, secure, there.startedAt > now.toISOString())) return found('clock');
  if (isOfTrust(first)) return found('other-trust');
  if (first.there.id === 'name-lookup') {
    if (crossesInner || newAddresses) return found('other-addresses');
    return found(proxied || isOfProxy(first) ? 'proxy' : 'other-name');
  }
  // A name that leads into a network there, and out of it here, leads to another server.
  if (crossesInner) return found('other-addresses');
  if (first.there.id === 'connect') {
    if (newAddresses && !proxied) return found('other-addresses');
    return found(proxied ? 'proxy' : 'blocked');
  }
  if (first.there.id === 'secure-connection') {
    if (isInspected(first)) return found('inspected');
    if (differs('issuer')) return found(newAddresses ? 'other-addresses' : 'inspected');
    if (newAddresses) return found('other-addresses');
    return found(proxied ? 'proxy' : isCut(first) ? 'blocked' : 'other-tls');
  }
  if (secure !== null && (isInspected(secure) || differs('issuer'))) return found('inspected');
  if (proxied) return found('proxy');
  if (isRefusal(side === 'there' ? first.there : first.here)) return found('refused-there');
  return found(answering.includes(first.there.id) ? 'other-answer' : 'other-finding');
}

type Pair = { readonly here: Step; readonly there: Step };

const known = (fact: unknown): boolean => fact !== undefined && fact !== null && fact !== '';

/** A certificate that is valid for one clock and not for the other, or a clock that the service itself contradicts. */
function isClock({ here, there }: Pair, secure: Pair | null, isAhead: boolean): boolean {
  const codes = [here.code, there.code];
  if (codes.includes('clock-skew')) return true;
  // A certificate may have expired between the two checks, unless the other one was made in the future.
  const isByDate = codes.includes('tls-not-yet-valid') || (codes.includes('tls-expired') && isAhead);
  const shown = secure === null ? [] : [secure.here.facts, secure.there.facts];
  const [one, other] = shown.map(({ fingerprint, validTo }) => fingerprint ?? validTo);
  return isByDate && known(one) && one === other;
}

/** The very same certificate, which one of them trusts. So it is not the way, but what the other one knows. */
const isOfTrust = ({ here, there }: Pair): boolean =>
  [here, there].some(
    ({ code }) =>
      code === 'tls-untrusted-root' || code === 'tls-incomplete-chain' || code === 'tls-self-signed',
  ) &&
  known(here.facts.fingerprint) &&
  here.facts.fingerprint === there.facts.fingerprint;

/** Its settings, or the proxy itself, stand in the way before the name is looked up. */
const isOfProxy = ({ here, there }: Pair): boolean =>
  [here, there].some(({ code }) => code?.startsWith('proxy-') === true);

const isInspected = ({ here, there }: Pair): boolean =>
  [here, there].some(({ code }) => code === 'tls-intercepted' || code === 'information-inspected');

/** Ended without a word: what a firewall does that reads the name of the server. */
const isCut = ({ here, there }: Pair): boolean =>
  [here, there].some(
    ({ code }) => code === 'connection-reset' || code === 'timed-out' || code === 'connection-timeout',
  );

/** What a list of allowed addresses, a guard or a block page answers. */
const isRefusal = ({ code, facts }: Step): boolean =>
  code === 'refused' ||
  code === 'guard-answered' ||
  code === 'web-page-answered' ||
  code === 'rate-limited' ||
  facts.status === 403;

/** The steps that read what the service says. */
const answering: readonly StepId[] = ['reach', 'sign-in', 'permission', 'data'];

const addressesOf = ({ addresses }: Facts): readonly string[] => (Array.isArray(addresses) ? addresses : []);

/** None in common. An inner address that is not known here was kept in part, and is another one. */
function haveOtherAddresses(here: Facts, there: Facts): boolean {
  const [own, others] = [addressesOf(here), addressesOf(there)];
  return own.length > 0 && others.length > 0 && !others.some((one) => own.includes(one));
}

/** Whether a name leads into the network; null if it is not known where it leads. */
function isInnerName(facts: Facts): boolean | null {
  const all = addressesOf(facts);
  return all.length === 0 ? null : all.every(isInner);
}

/** null: no proxy. An absent fact is the same, since an older report says nothing else. */
export const viaOf = ({ facts: { via } }: Step): string | null => (typeof via === 'string' ? via : null);
