import { variantOf } from './finding-variants';
import type { Fact, Facts, Step } from './report';

/** Steps of one stage that came to the same: two addresses on one host, say, or six lists that were refused alike. */
export interface FindingGroup {
  /** The first of them, with the facts that all share. */
  readonly step: Step;
  readonly subjects: readonly string[];
}

/** What was found, each once, in the order of the steps; nothing where all is as it should be. */
export function groupFindings(steps: readonly Step[]): readonly FindingGroup[] {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.code === null || step.code === 'ok') continue;
    const { id, code, outcome, facts } = step;
    const said = [variantOf(code, facts), facts.host, facts.port, facts.field, facts.other];
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

/** Addresses that several requests had each of its own: what they have in common is what is worth telling. */
const addresses = ['url', 'added', 'from', 'to'];

function sharedFacts(all: readonly Facts[]): Facts {
  const [first = {}] = all;
  if (all.length < 2) return first;
  return Object.fromEntries(
    Object.entries(first).map(([name, fact]) =>
      addresses.includes(name) ? [name, commonPlace(all.map((facts) => facts[name]))] : [name, fact],
    ),
  );
}

/** The common beginning of several addresses, up to a whole part of the path. */
function commonPlace(places: readonly (Fact | undefined)[]): Fact {
  const [first = null, ...others] = places;
  if (others.every((other) => other === first)) return first;
  const parts = places.map((place) => (typeof place === 'string' ? place.split('/') : []));
  const [head = [], ...rest] = parts;
  const end = head.findIndex((part, at) => rest.some((other) => other[at] !== part));
  return head.slice(0, end < 0 ? head.length : end).join('/');
}
