import { aeriesBase, aeriesOneroster } from '@systems/aeries-oneroster';
import { describe, expect, it } from 'vitest';

const HEX_64 = '0123456789abcdef'.repeat(4);
const values = { aeriesUrl: 'https://d.aeries.example/aeries/Login.aspx', consumerId: HEX_64 };
const answer = (json: unknown) => ({ status: 200, contentType: 'application/json', json });

describe('everything before the last slash', () => {
  it.each([
    ['https://d.aeries.example/aeries/Login.aspx', 'https://d.aeries.example/aeries'],
    [
      'https://d.aeries.example/student/LoginParent.aspx?page=default.aspx',
      'https://d.aeries.example/student',
    ],
    ['https://d.aeries.example/aeries/', 'https://d.aeries.example/aeries'],
    ['https://d.aeries.example/aeries', 'https://d.aeries.example/aeries'],
    ['https://d.aeries.example/aeries/login', 'https://d.aeries.example/aeries'],
    ['https://d.aeries.example/a/b/Login.aspx#top', 'https://d.aeries.example/a/b'],
    ['https://d.aeries.example/Login.aspx', 'https://d.aeries.example'],
    ['https://d.aeries.example', 'https://d.aeries.example'],
    ['https://d.aeries.example:8443/aeries/', 'https://d.aeries.example:8443/aeries'],
    ['https://d.aeries.example/aeries/ims/oneroster/v1p1/orgs', 'https://d.aeries.example/aeries'],
    ['https://d.aeries.example/aeries/api/v5/systeminfo', 'https://d.aeries.example/aeries'],
    ['https://d.aeries.example/aeries/token', 'https://d.aeries.example/aeries'],
    ['http://d.aeries.example/aeries', ''],
    ['aeries', ''],
  ])('%s becomes %s', (typed, base) => {
    expect(aeriesBase(typed)).toBe(base);
  });

  it('is offered beside the field, and used all the same', () => {
    expect(aeriesOneroster.notes(values, [], 'production')).toEqual([
      {
        code: 'address-tidied',
        field: 'aeriesUrl',
        severity: 'warns',
        repaired: 'https://d.aeries.example/aeries',
      },
    ]);
    expect(aeriesOneroster.tidied?.(values)).toEqual({ aeriesUrl: 'https://d.aeries.example/aeries' });
  });

  it.each([
    ['https://d.aeries.example', true],
    ['https://d.aeries.example/aeries', false],
  ])('%s: no sub-directory, %s', (aeriesUrl, noted) => {
    const words = aeriesOneroster.notes({ ...values, aeriesUrl }, [], 'test').map((note) => note.words);
    expect(words.includes('no-sub-directory')).toBe(noted);
  });
});

it('binds the secret to the site', () => {
  expect(aeriesOneroster.secretOrigins(values)).toEqual({ consumerSecret: ['https://d.aeries.example'] });
});

it.each([
  [HEX_64.toUpperCase(), undefined],
  [HEX_64.slice(0, 32), 'aeries-certificate'],
  ['short', 'not-64-digits'],
  ['', undefined],
])('a secret %j is noted as %s', (secret, words) => {
  const noted = aeriesOneroster.secretNotes?.('consumerSecret', secret, { ...values, consumerId: 'x' });
  expect(noted?.[0]?.words).toBe(words);
  if (secret !== '') expect(JSON.stringify(noted)).not.toContain(secret);
});

describe('the plan', () => {
  const plan = aeriesOneroster.plan(values, false);
  it('asks who it is before any secret leaves', () => {
    expect(plan.reach?.url).toBe('https://d.aeries.example/aeries/api/v5/systeminfo');
    expect(plan.reach?.notFound).toBeUndefined();
    const info = { AeriesVersion: '9.25.1.2', DatabaseYear: '2025' };
    expect(plan.reach?.read(answer(info))).toEqual({
      outcome: 'passed',
      code: 'ok',
      facts: { version: '9.25.1.2' },
    });
    expect(plan.reach?.read(answer({ AeriesVersion: 'v 9 <b>' }))?.facts.version).toBeNull();
    expect(plan.reach?.read(answer({ version: '9' }))?.code).toBe('wrong-product');
    expect(plan.reach?.read(answer(undefined))?.code).toBe('wrong-product');
  });

  it('fetches the token with the smallest scope and keeps the cookies', () => {
    expect(plan.signIn).toEqual({
      kind: 'client-credentials',
      tokenUrl: 'https://d.aeries.example/aeries/token',
      clientId: HEX_64,
      secretField: 'consumerSecret',
      scopes: 'https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly',
      typed: 'https://d.aeries.example/aeries',
      clientAuthentication: 'basic-raw',
      keepCookies: true,
      notFound: { outcome: 'failed', code: 'not-restarted', facts: {} },
    });
  });

  it('asks below the sub-directory, and lists what it does not ask', () => {
    expect(plan.permission.map(({ url }) => url)).toEqual(
      ['orgs', 'schools', 'academicSessions', 'gradingPeriods', 'courses', 'classes'].map(
        (name) => `https://d.aeries.example/aeries/ims/oneroster/v1p1/${name}?limit=1`,
      ),
    );
    expect(plan.notTested).toEqual([
      'users',
      'students',
      'teachers',
      'enrollments',
      'demographics',
      'results',
    ]);
    expect(plan.proof).toBe('orgs');
  });

  it('offers the older token path only after a 404, and on the same server', () => {
    const [older] = aeriesOneroster.alternatives ?? [];
    expect(older?.changes).toBe('token-address');
    const changed = older?.change(plan, values);
    expect(changed?.signIn).toEqual({
      ...plan.signIn,
      tokenUrl: 'https://d.aeries.example/aeries/v2/oauth/token',
    });
  });
});

it('names a box for every endpoint, tested or not', () => {
  const plan = aeriesOneroster.plan(values, false);
  const endpoints = [...plan.permission.map(({ subject }) => subject ?? ''), ...plan.notTested];
  for (const text of Object.values(aeriesOneroster.texts)) {
    expect(Object.keys(text.permissions ?? {}).sort()).toEqual(endpoints.toSorted());
  }
});
