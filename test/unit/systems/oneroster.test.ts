import { fieldNotes } from '@systems/field-notes';
import { coreScope } from '@systems/one-roster-service';
import { oneroster } from '@systems/oneroster';
import { describe, expect, it } from 'vitest';

const oauth2 = {
  serverUrl: 'https://sis.example/base',
  version: '1.1',
  signIn: 'oauth2',
  tokenUrl: 'https://auth.example/token',
  clientId: 'id',
  scopes: '',
};
const oauth1 = { ...oauth2, signIn: 'oauth1', tokenUrl: '' };
const words = (values: Record<string, string>) =>
  oneroster.notes(values, [], 'production').map((note) => note.words);

describe('the plan', () => {
  it('has two addresses with OAuth 2, and sends no scope unless one was entered', () => {
    const plan = oneroster.plan(oauth2, false);
    expect(plan.addresses).toEqual([
      { subject: 'serverUrl', url: 'https://sis.example/base/ims/oneroster/v1p1' },
      { subject: 'tokenUrl', url: 'https://auth.example/token' },
    ]);
    expect(plan.signIn).toEqual({
      kind: 'client-credentials',
      tokenUrl: 'https://auth.example/token',
      clientId: 'id',
      secretField: 'clientSecret',
      scopes: null,
      clientAuthentication: 'basic-form-encoded',
      keepCookies: false,
    });
    expect(oneroster.plan({ ...oauth2, scopes: 'a,\n b' }, false).signIn).toMatchObject({ scopes: 'a b' });
  });

  it('has one address with OAuth 1', () => {
    const plan = oneroster.plan({ ...oauth1, signatureMethod: 'HMAC-SHA1' }, false);
    expect(plan.addresses.map(({ subject }) => subject)).toEqual(['serverUrl']);
    expect(plan.signIn).toMatchObject({ kind: 'oauth1', signatureMethod: 'HMAC-SHA1' });
  });

  it('asks version 1.2 at its own path', () => {
    expect(oneroster.plan({ ...oauth2, version: '1.2' }, false).permission[0]?.url).toBe(
      'https://sis.example/base/ims/oneroster/rostering/v1p2/orgs?limit=1',
    );
  });
});

describe('what is said of the values', () => {
  it('wants a token address with OAuth 2 only', () => {
    expect(oneroster.notes({ ...oauth2, tokenUrl: ' ' }, [], 'test')).toEqual([
      { code: 'required', field: 'tokenUrl', severity: 'blocks' },
    ]);
    expect(oneroster.notes(oauth1, [], 'test')).toEqual([]);
    expect(oneroster.notes(oauth2, [], 'test')).toEqual([]);
  });

  it('refuses one address for both', () => {
    expect(oneroster.notes({ ...oauth2, tokenUrl: `${oauth2.serverUrl}/` }, [], 'test')).toEqual([
      { code: 'same-address-twice', field: 'tokenUrl', severity: 'blocks', other: 'serverUrl' },
    ]);
  });

  it.each([
    [{ ...oauth1, version: '1.2' }, 'oauth1-with-1.2'],
    [{ ...oauth1, signatureMethod: 'HMAC-SHA1' }, 'older-signature'],
    [{ ...oauth2, scopes: coreScope['1.2'] }, 'scopes-of-other-version'],
    [
      { ...oauth2, serverUrl: 'https://sis.example/ims/oneroster/rostering/v1p2' },
      'address-of-other-version',
    ],
  ])('%# is remarked', (values, expected) => {
    expect(words(values)).toContain(expected);
  });

  it('asks only for what applies', () => {
    const asked = (values: Record<string, string>) =>
      oneroster.fields.filter((field) => field.applies?.(values) ?? true).map(({ id }) => id);
    expect(asked(oauth2)).not.toContain('signatureMethod');
    expect(asked(oauth1)).not.toContain('tokenUrl');
    expect(asked(oauth1)).not.toContain('scopes');
    const scopes = oneroster.fields.find(({ id }) => id === 'scopes');
    expect(scopes?.suggestions?.({ version: '1.2' })).toEqual([coreScope['1.2']]);
  });

  it('remarks on special characters in a secret that goes into a form', () => {
    const noted = (secret: string, values: Record<string, string>) =>
      oneroster.secretNotes?.('clientSecret', secret, values).map((note) => note.words);
    expect(noted('p@ss', oauth2)).toEqual(['special-characters']);
    expect(noted('p@ss', oauth1)).toEqual([]);
    expect(noted('pass-1.2_*', oauth2)).toEqual([]);
    expect(noted('id', oauth2)).toEqual(['same-as-id']);
  });
});

it('binds the secret to where it goes and to where what it buys goes', () => {
  expect(oneroster.secretOrigins(oauth2)).toEqual({
    clientSecret: ['https://auth.example', 'https://sis.example'],
  });
  expect(oneroster.secretOrigins(oauth1)).toEqual({ clientSecret: ['https://sis.example'] });
  expect(oneroster.secretOrigins({ ...oauth2, tokenUrl: '' })).toEqual({ clientSecret: [] });
});

describe('other ways to ask', () => {
  const change = (id: string, values: Record<string, string>) =>
    oneroster.alternatives?.find((one) => one.id === id)?.change(oneroster.plan(values, false), values) ??
    null;
  const scoped = { ...oauth2, scopes: 'some.scope' };

  it('leave the scope out, or put the smallest one in', () => {
    expect(change('without-scope', scoped)?.signIn).toMatchObject({ scopes: null });
    expect(change('without-scope', oauth2)).toBeNull();
    expect(change('with-core-scope', oauth2)?.signIn).toMatchObject({ scopes: coreScope['1.1'] });
    expect(change('with-core-scope', { ...oauth2, scopes: coreScope['1.1'] })).toBeNull();
  });

  it('send Basic raw, or sign with the other method, each where it can be', () => {
    expect(change('plain-basic', oauth2)?.signIn).toMatchObject({
      clientAuthentication: 'basic-raw',
    });
    expect(change('credentials-in-body', oauth2)?.signIn).toMatchObject({ clientAuthentication: 'body' });
    expect(change('credentials-in-body', oauth1)).toBeNull();
    expect(change('plain-basic', oauth1)).toBeNull();
    expect(change('other-signature', oauth1)?.signIn).toMatchObject({ signatureMethod: 'HMAC-SHA1' });
    expect(change('other-signature', oauth2)).toBeNull();
  });
});

it.each([
  ['version', '1.1', []],
  ['version', '2.0', ['not-a-choice']],
  ['version', ' 1.2', ['outer-blanks']],
  ['version', '', ['required']],
  ['signIn', 'OAuth2', ['not-a-choice']],
  ['signatureMethod', '', []],
  ['signatureMethod', 'PLAINTEXT', ['not-a-choice']],
])('%s %j is noted as %j', (id, value, codes) => {
  const field = oneroster.fields.find((one) => one.id === id);
  expect(field).toBeDefined();
  if (field !== undefined) expect(fieldNotes(field, value).map(({ code }) => code)).toEqual(codes);
});
