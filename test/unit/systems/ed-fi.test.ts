import type { Values } from '@contract/connection';
import { languages } from '@contract/languages';
import { systems } from '@systems/catalogue';
import { fieldNotes } from '@systems/field-notes';
import { findingWords } from '@systems/finding-words';
import { planOf } from '@systems/plan-of';
import { readReply } from '@systems/read-reply';
import type { HttpAnswer, Reading } from '@systems/system';
import { describe, expect, it } from 'vitest';

const system = systems['ed-fi'];
const BASE = 'https://edfi.maple.example/v7.3/api/2027';

const answer = (status: number, json: unknown): HttpAnswer => ({
  status,
  contentType: 'application/json',
  json,
});
const rootNaming = (urls: Readonly<Record<string, unknown>>, more: object = {}): HttpAnswer =>
  answer(200, {
    version: '7.3',
    suite: '3',
    dataModels: [{ name: 'Ed-Fi', version: '5.2.0' }],
    urls,
    ...more,
  });
const urlsBelow = (base: string) => ({
  oauth: `${base}/oauth/token`,
  oauthTokenIntrospection: `${base}/oauth/token_info`,
  dataManagementApi: `${base}/data/v3/`,
});

const planFor = (values: Values) =>
  planOf(system, { values: { clientId: 'key', ...values }, practice: false });
const reading = (values: Values, root: HttpAnswer): Reading => {
  const read = planFor(values).reach?.read(root);
  if (read === undefined) throw new Error('no probe');
  return read;
};
/** Where a check goes after this root document. */
function addressesAfter(values: Values, root: HttpAnswer) {
  const plan = planFor(values).asNamed?.(root);
  const signIn = plan?.signIn;
  return {
    token: signIn?.kind === 'client-credentials' ? signIn.tokenUrl : null,
    asked: plan?.permission.map(({ url }) => url),
  };
}

describe('the address', () => {
  it.each([
    [BASE, BASE],
    [`${BASE}/`, BASE],
    [`${BASE}/oauth/token`, BASE],
    [`${BASE}/data/v3/ed-fi/schools?limit=1`, BASE],
    [`${BASE}/metadata/`, BASE],
    ['https://edfi.maple.example', 'https://edfi.maple.example'],
    // A year behind the data service's path is kept: older hosts need it.
    [
      'https://edfi.maple.example/v5.3/api/data/v3/2027/ed-fi/students',
      'https://edfi.maple.example/v5.3/api/data/v3/2027',
    ],
  ])('%s is used as %s', (typed, used) => {
    expect(system.tidied?.({ baseUrl: typed })).toEqual({ baseUrl: used });
  });

  it('is asked for its root document, with the token as the documents show it until that has answered', () => {
    const { addresses, reach, signIn, permission, notTested, proof } = planFor({ baseUrl: BASE });
    expect(addresses).toEqual([{ subject: null, url: BASE }]);
    expect(reach?.url).toBe(`${BASE}/`);
    expect(signIn).toMatchObject({
      kind: 'client-credentials',
      tokenUrl: `${BASE}/oauth/token`,
      scopes: null,
      clientAuthentication: 'basic-raw',
    });
    expect(permission.map(({ subject, tokenInForm }) => [subject, tokenInForm])).toEqual([
      ['token-info', 'token'],
      ['schools', undefined],
    ]);
    expect(proof).toBe('schools');
    expect(
      permission.some(({ url }) => /students|staff|parent|contact|association|identity/i.test(url)),
    ).toBe(false);
    expect(notTested).toContain('students');
  });

  it.each([
    ['a placeholder', { baseUrl: 'https://edfi.maple.example/{tenant}/api' }, 'placeholder'],
    ['a colon in the key', { baseUrl: BASE, clientId: 'key:secret' }, 'colon'],
  ])('%s is noticed', (_, values, words) => {
    expect(system.notes(values, [], 'test').map((note) => note.words ?? note.code)).toContain(words);
  });

  it('a secret with a colon, or the key in its place, is noticed', () => {
    const said = (secret: string) =>
      system.secretNotes?.('clientSecret', secret, { clientId: 'key' }).map(({ words }) => words);
    expect(said('a:b')).toEqual(['colon']);
    expect(said('key')).toEqual(['same-as-id']);
    expect(said('kP7-abc')).toEqual([]);
  });

  it('the same address twice blocks', () => {
    expect(system.notes({ baseUrl: BASE, tokenUrl: `${BASE}/` }, [], 'test')).toMatchObject([
      { code: 'same-address-twice', field: 'tokenUrl', severity: 'blocks' },
    ]);
  });

  it('causes no notes where it is right', () => {
    const [baseUrl] = system.fields;
    expect(baseUrl && fieldNotes(baseUrl, BASE)).toEqual([]);
    expect(system.notes({ baseUrl: BASE, clientId: 'key' }, [], 'test')).toEqual([]);
  });
});

describe('the root document', () => {
  it('tells the version and the data models, and its addresses are used as they are', () => {
    const root = rootNaming(urlsBelow(BASE));
    expect(reading({ baseUrl: BASE }, root)).toEqual({
      outcome: 'passed',
      code: 'ok',
      facts: {
        version: '7.3',
        dataModels: ['Ed-Fi 5.2.0'],
        tokenAddress: `${BASE}/oauth/token`,
        dataAddress: `${BASE}/data/v3/`,
      },
    });
    const { facts } = reading({ baseUrl: BASE }, root);
    expect(system.learned?.(facts)).toEqual({ tokenUrl: `${BASE}/oauth/token` });
    expect(addressesAfter({ baseUrl: BASE }, root)).toEqual({
      token: `${BASE}/oauth/token`,
      asked: [`${BASE}/oauth/token_info`, `${BASE}/data/v3/ed-fi/schools?limit=1`],
    });
  });

  it('may give other paths', () => {
    const urls = { oauth: `${BASE}/connect/token`, dataManagementApi: `${BASE}/records/` };
    expect(addressesAfter({ baseUrl: BASE }, rootNaming(urls))).toEqual({
      token: `${BASE}/connect/token`,
      asked: [`${BASE}/connect/token_info`, `${BASE}/records/ed-fi/schools?limit=1`],
    });
  });

  it('adds the year of an older host to the data service', () => {
    const typed = 'https://edfi.maple.example/api/data/v3/2027';
    const urls = urlsBelow('https://edfi.maple.example/api');
    expect(addressesAfter({ baseUrl: typed }, rootNaming(urls)).asked?.[1]).toBe(
      'https://edfi.maple.example/api/data/v3/2027/ed-fi/schools?limit=1',
    );
  });

  it.each<[string, HttpAnswer, Partial<Reading>]>([
    [
      'braces mean that a part of the address is missing',
      rootNaming(urlsBelow('https://edfi.maple.example/{tenantIdentifier}')),
      { code: 'wrong-address', facts: { url: `${BASE}/`, problem: 'placeholder' } },
    ],
    [
      'no token address',
      rootNaming({ dataManagementApi: `${BASE}/data/v3/` }),
      { code: 'unexpected-answer', facts: { problem: 'no-token-address' } },
    ],
    [
      'an address that is none',
      rootNaming({ ...urlsBelow(BASE), oauth: 'javascript:1' }),
      { code: 'unexpected-answer', facts: { problem: 'odd-address' } },
    ],
    ['no data service', rootNaming({ oauth: BASE }), { code: 'wrong-product' }],
    ['no version', answer(200, { urls: urlsBelow(BASE) }), { code: 'wrong-product' }],
    ['another product', answer(200, { hello: 1 }), { code: 'wrong-product' }],
    ['a list', answer(200, []), { code: 'wrong-product' }],
  ])('%s', (_, root, expected) => {
    expect(reading({ baseUrl: BASE }, root)).toMatchObject({ outcome: 'failed', ...expected });
  });
});

describe('the origin question', () => {
  const inner = 'https://inner.maple.example/api';
  const host = 'https://edfi.maple.example';

  it('the secret goes to no other server by what a document says', () => {
    expect(reading({ baseUrl: BASE }, rootNaming(urlsBelow(inner)))).toEqual({
      outcome: 'failed',
      code: 'address-elsewhere',
      facts: { field: 'tokenUrl', from: BASE, to: `${inner}/oauth/token` },
    });
    expect(system.secretOrigins({ baseUrl: BASE })).toEqual({ clientSecret: [host] });
  });

  it('once confirmed, the named addresses are used', () => {
    const values = { baseUrl: BASE, tokenUrl: `${inner}/oauth/token` };
    const root = rootNaming(urlsBelow(inner));
    expect(reading(values, root).outcome).toBe('passed');
    expect(addressesAfter(values, root)).toEqual({
      token: `${inner}/oauth/token`,
      asked: [`${inner}/oauth/token_info`, `${inner}/data/v3/ed-fi/schools?limit=1`],
    });
    expect(system.secretOrigins(values)).toEqual({
      clientSecret: [host, 'https://inner.maple.example'],
    });
    expect(planFor(values).addresses.map(({ subject }) => subject)).toEqual(['baseUrl', 'tokenUrl']);
  });

  it('kept on the typed server, the named paths are used there', () => {
    const values = { baseUrl: BASE, tokenUrl: `${host}/api/oauth/token` };
    expect(addressesAfter(values, rootNaming(urlsBelow(inner)))).toEqual({
      token: `${host}/api/oauth/token`,
      asked: [`${host}/api/oauth/token_info`, `${host}/api/data/v3/ed-fi/schools?limit=1`],
    });
    expect(system.secretOrigins(values)).toEqual({ clientSecret: [host] });
  });

  it('a data service on a third server is asked about too', () => {
    const urls = { ...urlsBelow(BASE), dataManagementApi: `${inner}/data/v3/` };
    const expected = { code: 'address-elsewhere', facts: { field: 'baseUrl', to: `${inner}/data/v3/` } };
    expect(reading({ baseUrl: BASE }, rootNaming(urls))).toMatchObject(expected);
    const values = { baseUrl: BASE, tokenUrl: `${host}/oauth/token` };
    expect(reading(values, rootNaming(urls))).toMatchObject(expected);
  });

  it('plain http on the typed server is that server behind its proxy; elsewhere it is not used', () => {
    const plain = urlsBelow('http://edfi.maple.example/v7.3/api/2027');
    expect(reading({ baseUrl: BASE }, rootNaming(plain)).outcome).toBe('passed');
    expect(addressesAfter({ baseUrl: BASE }, rootNaming(plain)).token).toBe(`${BASE}/oauth/token`);
    for (const other of ['http://edfi.maple.example:8080/api', 'http://10.0.0.5/api'])
      expect(reading({ baseUrl: BASE }, rootNaming(urlsBelow(other)))).toMatchObject({
        code: 'address-elsewhere',
        facts: { problem: 'not-secure' },
      });
  });

  it('whatever a document names, every request goes to an origin of the secret', () => {
    const hosts = [
      BASE,
      inner,
      'https://third.maple.example',
      'http://edfi.maple.example',
      'http://10.0.0.5',
    ];
    const tokens = ['', `${host}/t`, `${inner}/t`];
    for (const oauth of hosts)
      for (const data of hosts)
        for (const info of hosts)
          for (const tokenUrl of tokens) {
            const values = { baseUrl: BASE, tokenUrl };
            const root = rootNaming({
              oauth: `${oauth}/oauth/token`,
              oauthTokenIntrospection: `${info}/oauth/token_info`,
              dataManagementApi: `${data}/data/v3/`,
            });
            if (reading(values, root).outcome === 'failed') continue;
            const { token, asked = [] } = addressesAfter(values, root);
            for (const url of [token ?? '', ...asked])
              expect(system.secretOrigins(values).clientSecret).toContain(new URL(url).origin);
          }
  });
});

describe('refusals', () => {
  const plan = planFor({ baseUrl: BASE });
  const schools = plan.permission.find(({ subject }) => subject === 'schools');
  const problem = (status: number, type: string, ...errors: readonly string[]) =>
    answer(status, { type: `urn:ed-fi:api:${type}`, title: 't', status, detail: 'd', errors });

  it.each<[HttpAnswer, string]>([
    [problem(403, 'security:authorization:access-denied:resource'), 'permission-missing claim-set'],
    [problem(403, 'security:authorization:access-denied:action'), 'permission-missing action'],
    [problem(403, 'security:authorization'), 'permission-missing organization'],
    [
      problem(403, 'security:authorization:access-denied:education-organizations'),
      'permission-missing organization',
    ],
    [problem(403, 'security:data-policy:incorrect-usage'), 'permission-missing profile'],
    [problem(401, 'security:authentication', 'Invalid token'), 'token-rejected not-known-here'],
    [
      problem(401, 'security:authentication', 'Sandbox credentials used in call to Production API'),
      'token-rejected sandbox-key',
    ],
    [
      problem(401, 'security:authentication', 'Production credentials used in call to Sandbox API'),
      'token-rejected production-key',
    ],
    [
      problem(401, 'security:authentication', 'Authorization header is missing.'),
      'token-rejected header-missing',
    ],
    [
      answer(403, { message: 'No API key information was available for authorization.' }),
      'token-rejected not-known-here',
    ],
    [problem(404, 'not-found'), 'wrong-address no-store'],
    [
      problem(500, 'system:configuration:security', 'has not been associated with an ODS instance'),
      'server-error no-store-for-key',
    ],
    [problem(500, 'system:configuration:security'), 'server-error security-set-up'],
  ])('%o', (refusal, expected) => {
    const found = schools?.refused?.(refusal);
    expect(`${found?.code} ${String(found?.facts.problem)}`).toBe(expected);
    expect(found?.outcome).toBe('failed');
  });

  it.each([
    answer(403, {}),
    answer(404, {}),
    answer(500, { message: 'An error occurred' }),
    answer(401, { message: 'no' }),
    answer(403, [1]),
    answer(403, { type: 7, errors: 'x' }),
  ])('%o is left to the rules for all', (refusal) => {
    expect(schools?.refused?.(refusal)).toBeNull();
  });

  it('has words of its own for each, in both languages', () => {
    for (const language of languages) {
      const { cases = {} } = system.texts[language];
      expect(Object.keys(cases).sort()).toEqual(Object.keys(system.caseJobs ?? {}).sort());
      const { title, whose } = findingWords(
        {
          code: 'permission-missing',
          subject: 'schools',
          facts: { host: 'edfi.maple.example', problem: 'claim-set' },
        },
        system,
        language,
      );
      expect(title).toBe(cases['permission-missing:claim-set']?.title);
      expect(whose).toBe(system.texts[language].owner);
    }
  });
});

describe('what a key may do', () => {
  const told = (json: unknown) => planFor({ baseUrl: BASE }).permission[0]?.told?.(answer(200, json));

  it('is told by names and rights alone', () => {
    expect(
      told({
        client_id: 'key',
        claim_set: { name: 'SIS Vendor' },
        education_organizations: [
          { education_organization_id: 1, name_of_institution: 'Maple  District' },
          { name: 'Maple District' },
          { name_of_institution: 'a\u0007bell' },
        ],
        resources: [
          { resource: '/ed-fi/schools', operations: ['Read', 'Create', 'Nonsense'] },
          { resource: 'not a resource', operations: ['Read'] },
          { resource: '/tpdm/candidates' },
        ],
      }),
    ).toEqual({
      claimSet: 'SIS Vendor',
      organizations: ['Maple District'],
      resources: ['ed-fi/schools Create Read', 'tpdm/candidates'],
    });
  });

  it.each([undefined, null, [], {}, { claim_set: [], resources: {}, education_organizations: 'x' }])(
    '%o tells nothing',
    (json) => {
      expect(told(json)).toEqual({ organizations: [], resources: [] });
    },
  );
});

describe('a pasted reply', () => {
  it('fills the fields under the names that states give them', () => {
    const reply = [
      'Key: maple4821',
      'Secret: kP7aaaabbbbcccc1234',
      'Authentication URL: https://edfi.maple.example/v7.3/api/2027/oauth/token',
      `Base URL: ${BASE}`,
    ].join('\n');
    const found = Object.fromEntries(
      readReply(system, reply).found.map(({ field, value }) => [field, value]),
    );
    expect(found).toEqual({
      clientId: 'maple4821',
      clientSecret: 'kP7aaaabbbbcccc1234',
      tokenUrl: 'https://edfi.maple.example/v7.3/api/2027/oauth/token',
      baseUrl: BASE,
    });
  });

  it.each(['O-Auth URL', 'OAuth URL', 'Token URL'])('knows %s', (label) => {
    const { found } = readReply(
      system,
      `${label}: ${BASE}/oauth/token\nAPI URL: ${BASE}\nClient ID: maple4821`,
    );
    expect(found.map(({ field }) => field).sort()).toEqual(['baseUrl', 'clientId', 'tokenUrl']);
  });

  it('takes the base from a request line', () => {
    expect(system.ofRequest?.(`${BASE}/data/v3/ed-fi/schools?limit=1`)).toEqual({ baseUrl: BASE });
    expect(system.ofRequest?.(`${BASE}/oauth/token`)).toEqual({ baseUrl: BASE });
    expect(system.ofRequest?.('https://edfi.maple.example/about')).toBeNull();
  });
});
