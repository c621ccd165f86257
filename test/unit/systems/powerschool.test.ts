import { powerschool } from '@systems/powerschool';
import { describe, expect, it } from 'vitest';

const values = {
  serverUrl: 'https://district.powerschool.example/admin/pw.html?x=1',
  clientId: '11111111-2222-4333-8444-555555555555',
};
const SECRET = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const notes = (changed: Record<string, string> = {}) =>
  powerschool.notes({ ...values, ...changed }, [], 'production');
const answer = (json: unknown, status = 200) => ({ status, contentType: 'application/json', json });

describe('the plan', () => {
  const plan = powerschool.plan(values, false);
  it('asks the server itself, whatever page was pasted', () => {
    expect(plan.addresses).toEqual([{ subject: null, url: 'https://district.powerschool.example' }]);
    expect(plan.reach?.url).toBe('https://district.powerschool.example/ws/v1/metadata');
    expect(plan.signIn).toEqual({
      kind: 'client-credentials',
      tokenUrl: 'https://district.powerschool.example/oauth/access_token',
      clientId: values.clientId,
      secretField: 'clientSecret',
      scopes: null,
      typed: 'https://district.powerschool.example',
      clientAuthentication: 'basic-raw',
      keepCookies: false,
    });
    expect(plan.permission.map(({ subject, url }) => [subject, url])).toEqual([
      ['district', 'https://district.powerschool.example/ws/v1/district'],
    ]);
    expect(plan.proof).toBe('district');
  });

  it('goes on with a remark where an old server has no public page', () => {
    expect(plan.reach?.notFound).toEqual({
      outcome: 'warning',
      code: 'wrong-address',
      facts: { problem: 'no-public-page' },
    });
  });

  it.each([
    [{ metadata: { powerschool_version: '25.9.0.0' } }, 'ok', '25.9.0.0'],
    [{ metadata: { powerschool_version: 25 } }, 'wrong-product', undefined],
    [{ metadata: { powerschool_version: '<b>25</b>' } }, 'wrong-product', undefined],
    [{ metadata: [] }, 'wrong-product', undefined],
    [{}, 'wrong-product', undefined],
    [[], 'wrong-product', undefined],
    [null, 'wrong-product', undefined],
  ])('reads the public page %j as %s', (json, code, version) => {
    const reading = plan.reach?.read(answer(json));
    expect(reading?.code).toBe(code);
    expect(reading?.facts.version).toBe(version);
  });

  it('reads the district, and only its shape', () => {
    const read = plan.permission[0]?.read;
    expect(read?.(answer({ district: { name: 'Maple' } }))).toEqual({
      outcome: 'passed',
      code: 'ok',
      facts: { count: 1 },
    });
    expect(read?.(answer({ district: [] }))?.code).toBe('unexpected-answer');
    expect(read?.(answer({ message: 'no' }))?.code).toBe('unexpected-answer');
  });

  it('recognizes "No access to the field", whatever its status', () => {
    const refused = plan.permission[0]?.refused;
    const errors = [{ resource: 'a.b.students', field: 'students.dob', code: 'No access to the field' }];
    expect(refused?.(answer({ message: 'Validation Failed', errors }, 400))?.code).toBe('permission-missing');
    expect(
      refused?.(answer({ message: 'Validation Failed', errors: [{ code: 'Bad value' }] }, 400)),
    ).toBeNull();
    expect(refused?.(answer({ errors: 'none' }, 400))).toBeNull();
    expect(refused?.(answer(undefined, 400))).toBeNull();
  });
});

describe('what is said of the values', () => {
  it('keeps scheme and host, and shows it', () => {
    expect(powerschool.tidied?.(values)).toEqual({ serverUrl: 'https://district.powerschool.example' });
    expect(notes()).toEqual([
      {
        code: 'address-tidied',
        field: 'serverUrl',
        severity: 'warns',
        repaired: 'https://district.powerschool.example',
      },
    ]);
    expect(notes({ serverUrl: 'https://district.powerschool.example/' })).toEqual([]);
  });

  it('warns of an ID or a secret that is no UUID, and never repeats the secret', () => {
    expect(notes({ clientId: '1111' })).toContainEqual({
      code: 'unusual-form',
      field: 'clientId',
      severity: 'warns',
      words: 'not-a-uuid',
      beforehand: true,
    });
    expect(powerschool.secretNotes?.('clientSecret', SECRET, values)).toEqual([]);
    expect(powerschool.secretNotes?.('clientSecret', ` ${values.clientId}`, values)?.[0]?.words).toBe(
      'same-as-id',
    );
    const noted = powerschool.secretNotes?.('clientSecret', 'canary-secret', values);
    expect(noted?.[0]?.words).toBe('not-a-uuid');
    expect(JSON.stringify(noted)).not.toContain('canary');
  });

  it('binds the secret to the server', () => {
    expect(powerschool.secretOrigins(values)).toEqual({
      clientSecret: ['https://district.powerschool.example'],
    });
    expect(powerschool.secretOrigins({ serverUrl: 'http://district.powerschool.example' })).toEqual({
      clientSecret: [],
    });
  });
});

it.each([
  ['21.11.2.0', ['regenerate']],
  ['25.9.0.0', ['regenerate']],
  ['21.11.1.9', ['reinstall']],
  ['9.2.0.0', ['reinstall']],
  [null, ['regenerate', 'reinstall']],
  ['unknown', ['regenerate', 'reinstall']],
])('version %s: replaced by %j', (version, ids) => {
  expect(powerschool.replacing?.(version)).toEqual(ids);
});
