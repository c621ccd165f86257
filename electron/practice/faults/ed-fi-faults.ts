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

/** What the service's own root document becomes; the plan tells what it makes of such a one. */
const atProbe = (change: (address: string) => string, example: object): Fault => ({
  basis: 'sourced',
  leads: {
    probe: ({ reach }) => {
      const root = { status: 200, contentType: 'application/json', json: example };
      const { code } = reach?.read(root) ?? {};
      return code === 'address-elsewhere' || code === 'wrong-address' ? code : null;
    },
  },
  answer: (request, normal) => {
    const answer = normal(request);
    if (answer.status !== 200) return answer;
    const root = JSON.parse(String(answer.body)) as { readonly urls: Readonly<Record<string, string>> };
    const urls = Object.entries(root.urls).map(([name, address]) => [name, change(address)]);
    return { ...answer, body: JSON.stringify({ ...root, urls: Object.fromEntries(urls) }) };
  },
});

const rootAt = (base: string) => ({
  version: '7.3',
  urls: { oauth: `${base}/oauth/token`, dataManagementApi: `${base}/data/v3/` },
});
const OTHER = 'https://elsewhere.example';
const MISSING = '{schoolYearFromRoute}';

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
  'ed-fi-elsewhere': atProbe((address) => OTHER + new URL(address).pathname, rootAt(OTHER)),
  'ed-fi-year-missing': atProbe(
    (address) => address.replace(/\/\d{4}\//, `/${MISSING}/`),
    rootAt(`${OTHER}/${MISSING}`),
  ),
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
