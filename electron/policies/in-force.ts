import {
  noPolicies,
  type PlaceProblem,
  type Policies,
  type PoliciesInForce,
  type PolicyName,
  type PolicyProblem,
  policyNames,
  restrictions,
  strictest,
} from '@contract/policies';
import type { Result } from '@contract/result';

/** Where policies may be, readable or not; null: nothing is there. */
export interface Place {
  /** Its path or key, as shown. */
  readonly name: string;
  readonly read: () => Promise<Result<Readonly<Record<string, unknown>> | null, PlaceProblem>>;
}

/** Reads all places. If several set a policy, the first of them decides. */
export async function inForce(places: readonly Place[]): Promise<PoliciesInForce> {
  const found = await Promise.all(
    places.map(async (place) => ({ place: place.name, ...(await readPlace(place)) })),
  );
  let policies: Policies = noPolicies;
  const from: Partial<Record<PolicyName, string>> = {};
  for (const { place, set } of found.toReversed()) {
    policies = { ...policies, ...set };
    for (const name of policyNames) if (Object.hasOwn(set, name)) from[name] = place;
  }
  return {
    policies,
    from,
    problems: found.flatMap(({ problems }) => problems),
    places: places.map(({ name }) => name),
  };
}

async function readPlace({ name: place, read }: Place): Promise<{
  readonly set: Partial<Policies>;
  readonly problems: readonly PolicyProblem[];
}> {
  const given = await read();
  if (!given.ok) {
    // Nobody knows what it would have restricted.
    const set = Object.fromEntries(restrictions.map((name) => [name, strictest[name]]));
    return { set, problems: [{ place, policy: null, reason: given.failure, detail: null }] };
  }
  if (given.value === null) return { set: {}, problems: [] };
  // Most computers have no policies, and need no code for them.
  const { judge } = await import('./judge');
  const { set, wrong } = judge(given.value);
  return { set, problems: wrong.map((one) => ({ place, ...one })) };
}
