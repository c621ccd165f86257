import { variantOf } from './finding-variants';
import type { Fact, Facts, Step } from './report';

/** Steps of one stage with the same result, such as two addresses on one host, or six lists that were all refused. */
export interface FindingGroup {
  /** The first of them, with the facts they all share. */
  readonly step: Step;
  readonly subjects: readonly string[];
}

/** The findings, each once, in step order. Steps without a finding are omitted. */
export function groupFindings(steps: readonly Step[]): readonly FindingGroup[] {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.code === null || step.code === 'ok') continue;
    const { id, code, outcome, facts } = step;
    const said = [variantOf(code, facts), facts.problem, facts.host, facts.port, facts.field, facts.other];
    const key = JSON.stringify([id, code, outcome, ...said]);
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const subjects = alike.flatMap(({ subject }) => (subject === null ? [] : [subject]));
    return [{ step: { ...first, facts: sharedFacts(alike.map(({ facts }) => facts)) }, subjects }];
  });
}

/** URL facts that differ between requests; only their common part is shown. */
const addresses = ['url', 'added', 'from', 'to'];

function sharedFacts(all: readonly Facts[]): Facts {
  const [first = {}] = all;
  if (all.length < 2) return first;
  return Object.fromEntries(
    Object.entries(first).flatMap(([name, fact]) => {
      const each = all.map((facts) => facts[name]);
      if (addresses.includes(name)) return [[name, commonPlace(each)]];
      const isShared = each.every((one) => JSON.stringify(one) === JSON.stringify(fact));
      return isShared ? [[name, fact]] : [];
    }),
  );
}

/** The common prefix of several URLs, up to a complete path segment. */
function commonPlace(places: readonly (Fact | undefined)[]): Fact {
  const [first = null, ...others] = places;
  if (others.every((other) => other === first)) return first;
  const parts = places.map((place) => (typeof place === 'string' ? place.split('/') : []));
  const [head = [], ...rest] = parts;
  const end = head.findIndex((part, at) => rest.some((other) => other[at] !== part));
  return head.slice(0, end < 0 ? head.length : end).join('/');
}
