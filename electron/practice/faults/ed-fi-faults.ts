import type { CheckPlan, HttpAnswer, Reading } from '@systems/system';
import { type Fault, failsRow, type Leads, reply } from './fault';

/*
 * What an Ed-Fi service says in its own form (docs/vendors/ed-fi.md#answers). Offered wherever the plan recognizes it.
 */

const problem = (status: number, type: string, ...errors: readonly string[]) => ({
  type: `urn:ed-fi:api:${type}`,
  title: 'practice server',
  status,
  errors,
});

type Refused = ((answer: HttpAnswer) => Reading | null) | undefined;

/** The finding this plan's own reading of the answer leads to; null if it has none. */
const known = (refused: Refused, status: number, json: object): Reading['code'] | null =>
  refused?.({ status, contentType: 'application/problem+json', json })?.code ?? null;

const told = (status: number, json: object): Pick<Fault, 'basis' | 'answer'> => ({
  basis: 'sourced',
  answer: () => reply(status, json, { 'content-type': 'application/problem+json' }),
});

const atSignIn = (status: number, json: object): Fault => ({
  ...told(status, json),
  leads: {
    token: ({ signIn }) => ('refused' in signIn ? known(signIn.refused, status, json) : null),
  },
});

const refusedBy = ({ permission }: CheckPlan, status: number, json: object): Reading['code'] | null =>
  permission.flatMap(({ refused }) => known(refused, status, json) ?? [])[0] ?? null;

const atLists = (status: number, json: object): Fault => {
  const leads: Leads = {
    lists: (plan) => {
      const code = refusedBy(plan, status, json);
      return code === null ? null : failsRow(code);
    },
  };
  return { ...told(status, json), leads };
};

export const edFiFaults = {
  'ed-fi-too-many-tokens': atSignIn(429, problem(429, 'security:authentication:too-many-tokens')),
  'ed-fi-nothing-arrived': atSignIn(401, { error: 'invalid_request' }),
  'ed-fi-sandbox-key': atLists(
    401,
    problem(401, 'security:authentication', 'Sandbox credentials used in call to Production API'),
  ),
  'ed-fi-other-server': atLists(401, problem(401, 'security:authentication', 'Invalid token')),
  'ed-fi-claim-set': atLists(403, problem(403, 'security:authorization:access-denied:resource')),
  'ed-fi-organization': atLists(403, problem(403, 'security:authorization')),
  'ed-fi-profile': atLists(403, problem(403, 'security:data-policy:incorrect-usage')),
  'ed-fi-no-store': atLists(
    500,
    problem(500, 'system:configuration:security', 'The client has not been associated with an ODS instance.'),
  ),
} as const satisfies Readonly<Record<string, Fault>>;
