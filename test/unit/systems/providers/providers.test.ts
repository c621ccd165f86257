import { readFileSync } from 'node:fs';
import { systems } from '@systems/catalogue';
import { effectiveValues, planOf } from '@systems/plan-of';
import { providerIds, providers } from '@systems/providers/catalogue';
import { valuesGiven } from '@systems/providers/values-given';
import { describe, expect, it } from 'vitest';

/* Products that speak OneRoster: what their entries give, what they leave open, and where each fact comes from. */

const { oneroster } = systems;
const plan = (values: Record<string, string>) => planOf(oneroster, { values, practice: false });
const given = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(valuesGiven(values)).map(([field, { value }]) => [field, value]));

describe('what is derived', () => {
  it('Infinite Campus: the token address from the name of the application in the server’s', () => {
    const serverUrl =
      'https://maple.campus.example/campus/api/oneroster/v1p2/library/ims/oneroster/rostering/v1p2';
    const values = { provider: 'infinite-campus', serverUrl, clientId: 'ab12_key' };
    expect(given(values)).toEqual({
      version: '1.2',
      signIn: 'oauth2',
      tokenUrl: 'https://maple.campus.example/campus/oauth2/token?appName=library',
    });
    expect(plan(values).addresses.map(({ url }) => url)).toEqual([
      serverUrl,
      'https://maple.campus.example/campus/oauth2/token?appName=library',
    ]);
    // The short form does not name the application.
    expect(
      given({ ...values, serverUrl: 'https://maple.campus.example/campus/api/ims/oneroster/rostering/v1p2' }),
    ).toEqual({ version: '1.2', signIn: 'oauth2' });
    expect(given({ ...values, serverUrl: serverUrl.replaceAll('v1p2', 'v1p1') }).version).toBe('1.1');
  });

  it('Genesis, schooltool: below the address that was typed', () => {
    expect(given({ provider: 'genesis', serverUrl: 'https://genesis.maple.example/genesis/' })).toMatchObject(
      {
        version: '1.1',
        tokenUrl: 'https://genesis.maple.example/genesis/token',
      },
    );
    const service = 'https://maple.schooltool.example/STAPIService/ims/oneroster/v1p1';
    expect(given({ provider: 'schooltool', serverUrl: service }).tokenUrl).toBe(`${service}/token`);
  });

  it('Aspen: at the root of the host', () => {
    expect(given({ provider: 'aspen', serverUrl: 'https://maple.aspen.example/some/path' }).tokenUrl).toBe(
      'https://maple.aspen.example/oauth/rest/v2.0/auth',
    );
  });

  it('Veracross: everything from the school’s route', () => {
    const values = { provider: 'veracross', serverUrl: 'maple' };
    const { serverUrl = '' } = effectiveValues(oneroster, values);
    expect(new URL(serverUrl).pathname).toBe('/maple/ims/oneroster/v1p1');
    const { signIn } = plan(values);
    expect(signIn).toMatchObject({ kind: 'client-credentials', clientAuthentication: 'body' });
  });

  it('Blackbaud: nothing but Key and Secret', () => {
    const { serverUrl, tokenUrl } = effectiveValues(oneroster, { provider: 'blackbaud', clientId: 'a' });
    expect([serverUrl, tokenUrl].every((url) => URL.canParse(url ?? ''))).toBe(true);
    expect(oneroster.notes({ provider: 'blackbaud', clientId: 'a' }, [], 'test')).toEqual([]);
  });

  it('eSchoolPLUS: signs, with SHA-1', () => {
    const values = { provider: 'eschoolplus', serverUrl: 'https://esp.maple.example/or' };
    expect(plan(values).signIn).toMatchObject({ kind: 'oauth1', signatureMethod: 'HMAC-SHA1' });
    expect(plan(values).addresses).toHaveLength(1);
  });

  it('Qmlativ: without the part of the path that 1.2 usually has', () => {
    const values = { provider: 'skyward-qmlativ', serverUrl: 'https://maple.skyward.example/mapleAPI' };
    expect(plan(values).permission[0]?.url).toBe(
      'https://maple.skyward.example/mapleAPI/ims/oneroster/v1p2/orgs?limit=1',
    );
    expect(plan(values).signIn).toMatchObject({
      tokenUrl: 'https://maple.skyward.example/mapleAPI/oauth/token',
      clientAuthentication: 'body',
    });
  });

  it('Ed-Fi OneRoster: the scope, and no token address', () => {
    expect(given({ provider: 'ed-fi-oneroster', serverUrl: 'https://or.maple.example' })).toEqual({
      version: '1.2',
      signIn: 'oauth2',
      scopes: 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly',
    });
  });
});

describe('what was entered', () => {
  it.each(providerIds)('goes before what %s gives', (provider) => {
    const entered = {
      provider,
      serverUrl: 'https://sis.maple.example/own/service',
      version: '1.1',
      signIn: 'oauth2',
      tokenUrl: 'https://token.maple.example/own',
      scopes: 'own.scope',
      signatureMethod: 'HMAC-SHA256',
    };
    expect(effectiveValues(oneroster, entered)).toEqual(entered);
    expect(oneroster.secretOrigins(entered).clientSecret).toEqual([
      'https://token.maple.example',
      'https://sis.maple.example',
    ]);
  });

  it.each(providerIds)('with %s, the secret goes only where the plan asks', (provider) => {
    const values = { provider, serverUrl: 'https://sis.maple.example/own', clientId: 'a' };
    const { addresses } = plan(values);
    const asked = new Set(
      addresses
        .map(({ url }) => url)
        .filter((url) => URL.canParse(url))
        .map((url) => new URL(url).origin),
    );
    const origins = oneroster.secretOrigins(values).clientSecret ?? [];
    for (const origin of origins) expect(asked).toContain(origin);
  });
});

describe('what is noticed', () => {
  const words = (values: Record<string, string>) =>
    oneroster.notes(values, [], 'test').map(({ words: said }) => said);

  it('a token address of Infinite Campus without its question mark, and a key without its beginning', () => {
    const serverUrl =
      'https://maple.campus.example/campus/api/oneroster/v1p2/library/ims/oneroster/rostering/v1p2';
    const bad = {
      provider: 'infinite-campus',
      serverUrl,
      tokenUrl: 'https://maple.campus.example/campus/oauth2/token',
      clientId: 'abc',
    };
    expect(words(bad)).toEqual(['campus-app-name', 'campus-key-prefix']);
    expect(words({ ...bad, tokenUrl: `${bad.tokenUrl}?appName=library`, clientId: 'ab_c' })).toEqual([]);
  });

  it('another token path of Aspen', () => {
    const values = { provider: 'aspen', serverUrl: 'https://a.example', clientId: 'a' };
    expect(words({ ...values, tokenUrl: 'https://a.example/oauth/token' })).toEqual(['aspen-token-path']);
    expect(words(values)).toEqual([]);
  });

  it('a product that cannot be tested', () => {
    expect(
      words({ provider: 'edsembli', serverUrl: 'https://a.example', tokenUrl: 'https://a.example/t' }),
    ).toContain('own-sign-in');
  });
});

describe('the catalogue', () => {
  const page = readFileSync('docs/vendors/oneroster-providers.md', 'utf8');
  const headings = new Set(
    [...page.matchAll(/^#{2,3} (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^a-z\d\s-]/g, '')
        .trim()
        .replaceAll(/\s+/g, '-'),
    ),
  );

  it.each(Object.values(providers))('$name has its sources', ({ source }) => {
    expect(headings).toContain(source);
  });

  it('has each id and each name once', () => {
    const names = Object.values(providers).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(providerIds.every((id) => /^[a-z][a-z-]{2,30}$/.test(id))).toBe(true);
  });

  it('takes an entry more', () => {
    const entry = {
      id: 'maple-sis',
      name: 'Maple SIS',
      vendor: 'Maple',
      otherNames: [],
      source: 'x',
      values: { version: { value: '1.2', sure: 'documented' }, signIn: { value: 'oauth2', sure: 'seen' } },
    } as const;
    const own = providers as Record<string, unknown>;
    own['maple-sis'] = entry;
    expect(given({ provider: 'maple-sis' })).toEqual({ version: '1.2', signIn: 'oauth2' });
    delete own['maple-sis'];
    expect(given({ provider: 'maple-sis' })).toEqual({});
  });
});
