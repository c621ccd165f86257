import { readFileSync } from 'node:fs';
import { doubtsOf } from '@contract/verdict';
import { systemFor, systems } from '@systems/catalogue';
import { effectiveValues, planOf } from '@systems/plan-of';
import { PROVIDER_FACTS, providerIds, providers } from '@systems/providers/catalogue';
import { findProducts } from '@systems/providers/find';
import { providerText } from '@systems/providers/in-its-terms';
import type { Provider } from '@systems/providers/provider';
import { isSettled, valuesGiven } from '@systems/providers/values-given';
import { readReply } from '@systems/read-reply';
import type { Field } from '@systems/system';
import { describe, expect, it } from 'vitest';
import { withKnownEnd } from '../../../../electron/rotation/known-end';
import { aConnection } from '../../../fakes/connections';
import { textOf, texts } from '../../../support/documents';

/* Products that speak OneRoster: what their entries give, what they leave open, and where each fact comes from. */

const { oneroster } = systems;
const tests = () => texts().filter((file) => file.startsWith('test/'));
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
      scopes: '',
    });
    expect(plan(values).addresses.map(({ url }) => url)).toEqual([
      serverUrl,
      'https://maple.campus.example/campus/oauth2/token?appName=library',
    ]);
    // The short form does not name the application.
    expect(
      given({ ...values, serverUrl: 'https://maple.campus.example/campus/api/ims/oneroster/rostering/v1p2' }),
    ).toEqual({ version: '1.2', signIn: 'oauth2', scopes: '' });
    // The district’s address and the application’s name are all that the rest follows from.
    expect(given({ ...values, serverUrl: 'https://maple.campus.example/library' }).serverUrl).toBe(serverUrl);
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
    expect(given({ provider: 'schooltool', serverUrl: 'https://maple.schooltool.example' })).toMatchObject({
      serverUrl: service,
      tokenUrl: `${service}/token`,
    });
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

  it.each([
    'https://maple.campus.example/campus/oneroster/library/ims/oneroster/v1p1',
    'https://maple.campus.example/campus/api/oneroster/v1p1/library/ims/oneroster/v1p1',
  ])('an address of a 1.1 connection of Infinite Campus with 1.2 chosen: %s', (serverUrl) => {
    const values = { provider: 'infinite-campus', serverUrl, clientId: 'ab_c' };
    expect(words({ ...values, version: '1.2' })).toContain('campus-address-of-1-1');
    expect(words(values)).not.toContain('campus-address-of-1-1');
  });

  it('another token path of Aspen', () => {
    const values = { provider: 'aspen', serverUrl: 'https://a.example', clientId: 'a' };
    expect(words({ ...values, tokenUrl: 'https://a.example/oauth/token' })).toEqual(['aspen-token-path']);
    expect(words(values)).toEqual([]);
  });

  it('another address than the school’s route of Veracross, and two routes', () => {
    const values = { provider: 'veracross', clientId: 'a' };
    expect(words({ ...values, serverUrl: 'https://portals.veracross.example/maple/student' })).toContain(
      'veracross-route',
    );
    const { serverUrl = '', tokenUrl = '' } = effectiveValues(oneroster, { ...values, serverUrl: 'maple' });
    expect(words({ ...values, serverUrl, tokenUrl })).toEqual([]);
    expect(words({ ...values, serverUrl, tokenUrl: tokenUrl.replace('maple', 'oak') })).toEqual([
      'veracross-two-routes',
    ]);
  });

  it('the older signature, but not of a product that signs so', () => {
    const values = {
      serverUrl: 'https://esp.maple.example/or',
      signIn: 'oauth1',
      signatureMethod: 'HMAC-SHA1',
      clientId: 'OneRoster_MPL_101',
    };
    expect(words(values)).toEqual(['older-signature']);
    expect(words({ ...values, provider: 'eschoolplus' })).toEqual([]);
    expect(words({ ...values, provider: 'genesis' })).toEqual(['older-signature']);
  });

  it('a product that cannot be tested', () => {
    expect(
      words({ provider: 'edsembli', serverUrl: 'https://a.example', tokenUrl: 'https://a.example/t' }),
    ).toContain('own-sign-in');
  });
});

describe('what is offered besides', () => {
  const { alternatives = [] } = oneroster;
  const offered = (values: Record<string, string>) =>
    alternatives.filter(({ change }) => change(plan(values), values) !== null).map(({ id }) => id);

  it('is the other place for the credentials, with and without a scope, the other signature', () => {
    const serverUrl = 'https://sis.maple.example/one/two';
    expect(offered({ provider: 'skyward-qmlativ', serverUrl })).toEqual([
      'without-scope',
      'with-core-scope',
      'credentials-in-header',
      'standard-path',
    ]);
    expect(offered({ provider: 'genesis', serverUrl })).toEqual([
      'with-core-scope',
      'plain-basic',
      'credentials-in-body',
    ]);
    expect(offered({ provider: 'eschoolplus', serverUrl })).toEqual(['other-signature']);
  });

  it('has the scope of the version that follows from the product', () => {
    const values = { provider: 'skyward-qmlativ', serverUrl: 'https://maple.skyward.example/mapleAPI' };
    const other = alternatives.find(({ id }) => id === 'with-core-scope');
    expect(other?.change(plan(values), values)?.signIn).toMatchObject({
      scopes: 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly',
    });
  });

  it('is the other token address of Veracross', () => {
    const field = oneroster.fields.find(({ id }) => id === 'tokenUrl');
    const values = { provider: 'veracross', serverUrl: 'maple' };
    expect(field?.suggestions?.(values).map((url) => new URL(url).pathname)).toEqual([
      '/maple/oauth/oneroster',
    ]);
    expect(field?.suggestions?.({ provider: 'genesis' })).toEqual([]);
  });

  it('is the standard’s path where Qmlativ has none of its lists, by a button of that finding', () => {
    const values = { provider: 'skyward-qmlativ', serverUrl: 'https://maple.skyward.example/mapleAPI' };
    const other = alternatives.find(({ id }) => id === 'standard-path');
    const changed = other?.change(plan(values), values);
    expect(changed?.permission[0]?.url).toBe(
      'https://maple.skyward.example/mapleAPI/ims/oneroster/rostering/v1p2/orgs?limit=1',
    );
    // The sign-in is the same, and no secret goes anywhere else.
    expect(changed?.signIn).toEqual(plan(values).signIn);
    expect(changed?.addresses.map(({ url }) => new URL(url).origin)).toEqual(
      plan(values).addresses.map(({ url }) => new URL(url).origin),
    );
    const found = (id: 'sign-in' | 'permission', code: 'wrong-address' | 'permission-missing') =>
      doubtsOf({ id, subject: 'orgs', outcome: 'failed', code, durationMs: 1, facts: {} });
    expect(found('permission', 'wrong-address')).toEqual(['service-path']);
    expect(found('permission', 'permission-missing')).toEqual([]);
    expect(found('sign-in', 'wrong-address')).toEqual([]);
    expect(
      other?.change(plan({ ...values, provider: 'genesis' }), { ...values, provider: 'genesis' }),
    ).toBeNull();
  });

  it('is Qmlativ’s service at the standard’s path, where that was entered', () => {
    const serverUrl = 'https://maple.skyward.example/mapleAPI/ims/oneroster/rostering/v1p2';
    expect(plan({ provider: 'skyward-qmlativ', serverUrl }).permission[0]?.url).toBe(
      `${serverUrl}/orgs?limit=1`,
    );
  });
});

describe('the day on which a key ends', () => {
  const connection = (values: Record<string, string>) =>
    withKnownEnd(aConnection({ system: 'oneroster', values }), new Date('2026-01-05T12:00:00Z')).reminders;

  it('is known of version 1.1 of Infinite Campus', () => {
    expect(connection({ provider: 'infinite-campus', version: '1.1' })?.keyEndsOn).toBe('2027-01-05');
    expect(connection({ provider: 'infinite-campus' })).toBeUndefined();
    expect(connection({ provider: 'genesis' })).toBeUndefined();
    expect(connection({})).toBeUndefined();
  });
});

/** What has to be entered of the addresses, the version and the way to sign in; Client ID and secret are the same both ways. */
describe('the effort of a setup', () => {
  const example = (id: string) =>
    systemFor({ system: 'oneroster', values: { provider: id } }).texts.en.fields.serverUrl?.example ?? '';
  const asked = (values: Record<string, string>) =>
    oneroster.fields.filter(
      (field) =>
        field.askedAt === 'enter' &&
        !['clientId', 'clientSecret'].includes(field.id) &&
        field.applies?.(values) !== false,
    );
  /** A choice, or whether a field is left empty, has to be decided. */
  const decisions = (fields: readonly Field[]) =>
    fields.filter(({ choices, optional }) => choices !== undefined || optional).length;
  const typed = (fields: readonly Field[], values: Record<string, string>) =>
    fields
      .filter(({ choices }) => choices === undefined)
      .reduce((sum, { id }) => sum + (values[id] ?? '').length, 0);

  const effort = (id: string) => {
    const entered = {
      provider: id,
      ...(isSettled({ provider: id }, fieldOf('serverUrl')) ? {} : { serverUrl: example(id) }),
    };
    const all = effectiveValues(oneroster, { tokenUrl: '', scopes: '', ...entered });
    const own = asked(all).filter((field) => !isSettled(entered, field));
    const generic: Record<string, string> = { ...all, provider: '' };
    return {
      typed: typed(own, entered as Record<string, string>),
      typedGeneric: typed(asked(generic), generic),
      decisions: decisions(own),
      decisionsGeneric: decisions(asked(generic)),
    };
  };
  const fieldOf = (id: string): Field => {
    const field = oneroster.fields.find((one) => one.id === id);
    if (field === undefined) throw new Error(id);
    return field;
  };

  const withAddresses = Object.values(providers).filter(({ practice }) => practice !== undefined);

  it.each(withAddresses)('with $name has at most half the decisions of another server', ({ id }) => {
    const { decisions: own, decisionsGeneric } = effort(id);
    expect(decisionsGeneric).toBeGreaterThan(2);
    expect(own).toBeLessThanOrEqual(decisionsGeneric / 2);
  });

  /**
   * Here only decisions are saved, and with Ed-Fi the scope. eSchoolPLUS has a single address, which is not public; Ed-Fi's
   * two are of two servers, and neither follows from the other.
   */
  const NOTHING_FOLLOWS: Readonly<Record<string, number>> = { eschoolplus: 1, 'ed-fi-oneroster': 0.6 };
  it.each(withAddresses)('with $name has no more characters to type than what follows allows', ({ id }) => {
    const { typed: own, typedGeneric } = effort(id);
    expect(own).toBeLessThanOrEqual(typedGeneric * (NOTHING_FOLLOWS[id] ?? 0.5));
  });
});

describe('the catalogue', () => {
  const page = readFileSync(PROVIDER_FACTS, 'utf8');
  const headings = new Set(
    [...page.matchAll(/^#{2,3} (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^a-z\d\s-]/g, '')
        .trim()
        .replaceAll(/\s+/g, '-'),
    ),
  );
  /** Anchor of a line → how sure it is. */
  const lines = new Map(
    [...page.matchAll(/^\| <a id="([a-z\d-]+)"><\/a>.*\| (\w+) \|$/gm)].map(([, line = '', sure = '']) => [
      line,
      sure,
    ]),
  );
  /** What an entry and its words say of the product, each of which needs a line. */
  const statementsOf = (provider: Provider): readonly string[] => [
    ...Object.keys(provider.values),
    ...(
      [
        'credentialsIn',
        'path',
        'otherTokenUrls',
        'labels',
        'menuPath',
        'keyLasts',
        'sayings',
        'isRunByVendor',
      ] as const
    ).filter((part) => provider[part] !== undefined),
    ...Object.entries(providerText('en', provider.id)).flatMap(([part, text]) =>
      ['findings', 'remarks', 'notes'].includes(part)
        ? Object.keys(text).map((one) => `${part}:${one}`)
        : [part],
    ),
  ];
  const unsourced = (provider: Provider): readonly string[] => {
    const said = new Set<string>(provider.facts.flatMap(({ of }) => of));
    return statementsOf(provider).filter((one) => !said.has(one));
  };
  const lost = ({ facts }: Provider): readonly string[] =>
    facts.filter(({ line, sure }) => lines.get(line) !== sure).map(({ line }) => line);

  it.each(Object.values(providers))('$name has its sources: each statement a line', (provider) => {
    expect(headings).toContain(provider.source);
    expect(unsourced(provider)).toEqual([]);
    expect(lost(provider)).toEqual([]);
    // What somebody documents has a place.
    for (const { from, sure } of provider.facts) expect(sure === 'documented' && from === '').toBe(false);
  });

  it.each(Object.values(providers))(
    '$name says of each value how sure its line is',
    ({ id, facts, values }) => {
      const { example = '' } =
        systemFor({ system: 'oneroster', values: { provider: id } }).texts.en.fields.serverUrl ?? {};
      const fixed = typeof values.serverUrl === 'object';
      const made = valuesGiven({ provider: id, ...(fixed ? {} : { serverUrl: example }) });
      for (const [field, { sure }] of Object.entries(made)) {
        const known = facts
          .filter(({ of }) => (of as readonly string[]).includes(field))
          .map((one) => one.sure);
        expect(known, field).toContain(sure);
      }
    },
  );

  it('has no line of the page that no entry knows', () => {
    const known = Object.values(providers).flatMap(({ facts }) => facts.map(({ line }) => line));
    expect([...lines.keys()].toSorted()).toEqual(known.toSorted());
  });

  it('finds an entry without a line, and a line that is not there', () => {
    const provider: Provider = {
      id: 'maple-sis',
      name: 'Maple SIS',
      vendor: 'Maple',
      otherNames: [],
      source: 'genesis',
      facts: [{ line: 'nowhere', sure: 'seen', from: 'maple.example', of: ['version'] }],
      values: { version: { value: '1.2', sure: 'seen' }, signIn: { value: 'oauth2', sure: 'seen' } },
    };
    expect(unsourced(provider)).toEqual(['signIn']);
    expect(lost(provider)).toEqual(['nowhere']);
  });

  it('has each id, each name and each heading once, and no id that a system has', () => {
    for (const part of ['id', 'name', 'source'] as const) {
      const all = Object.values(providers).map((provider) => provider[part]);
      expect(new Set(all).size).toBe(all.length);
    }
    expect(providerIds.every((id) => /^[a-z][a-z-]{2,30}$/.test(id))).toBe(true);
    expect(providerIds.filter((id) => Object.hasOwn(systems, id))).toEqual([]);
  });

  it('takes an entry more, which the screens, the guide and the check then know', () => {
    const entry: Provider = {
      id: 'maple-sis',
      name: 'Maple SIS',
      vendor: 'Maple',
      otherNames: ['old maple'],
      source: 'x',
      facts: [],
      menuPath: ['Tools', 'Roster'],
      labels: { clientId: 'Roster key' },
      values: { version: { value: '1.2', sure: 'documented' }, signIn: { value: 'oauth2', sure: 'seen' } },
    };
    const own = providers as Record<string, unknown>;
    own['maple-sis'] = entry;
    const values = { provider: 'maple-sis' };
    expect(given(values)).toEqual({ version: '1.2', signIn: 'oauth2' });
    expect(findProducts('old map').map(({ id }) => id)).toEqual(['maple-sis']);
    const system = systemFor({ system: 'oneroster', values });
    expect(system.texts.en.guide).toEqual([
      'In Maple SIS, go to Tools › Roster.',
      'Copy “Roster key” from that screen.',
    ]);
    expect(readReply(system, 'Roster key: ab12').found).toMatchObject([{ field: 'clientId', value: 'ab12' }]);
    delete own['maple-sis'];
    expect(given(values)).toEqual({});
  });
});

describe('a search', () => {
  it.each([
    ['infinite', 'infinite-campus'],
    ['ncsis', 'infinite-campus'],
    ['qml', 'skyward-qmlativ'],
    ['skyw', 'skyward-qmlativ'],
    ['renweb', 'facts'],
    ['e school plus', 'eschoolplus'],
    ['SUNGARD', 'eschoolplus'],
    ['follett', 'aspen'],
    ['x2', 'aspen'],
    ['mindex', 'schooltool'],
    ['bem', 'blackbaud'],
    ['maplewood', 'edsembli'],
    ['onsis', 'onsis'],
    ['ontario', 'onsis'],
    ['ministere', 'onsis'],
    ['class link', 'classlink-direct'],
    ['ps', 'powerschool'],
    ['aer', 'aeries-oneroster'],
  ])('for “%s” finds %s', (query, id) => {
    expect(findProducts(query).map((one) => one.id)).toContain(id);
  });

  it('shows first what is called so itself', () => {
    expect(findProducts('sky').map(({ id }) => id)).toEqual(['skyward-qmlativ', 'skyward-sms', 'blackbaud']);
    expect(findProducts('powerschool')[0]?.id).toBe('powerschool');
  });

  it('finds nothing for what nobody is called', () => {
    expect(findProducts('zzz')).toEqual([]);
    expect(findProducts(' ').length).toBe(Object.keys(systems).length - 1 + providerIds.length);
  });
});

describe('hosts of vendors', () => {
  const domainOf = (host: string): string => host.split('.').slice(-2).join('.');
  /** The vendors’ own, as the page and the entries have them; sites that publish for others are not among them. */
  const domains = [
    ...new Set(
      [
        ...[...readFileSync(PROVIDER_FACTS, 'utf8').matchAll(/https:\/\/([a-z\d.-]+\.[a-z]{2,})/g)].map(
          ([, host = '']) => host,
        ),
        'maple.infinitecampus.org',
        'maple.myfollett.com',
        'maple.skyward.com',
        'skyward.iscorp.com',
      ]
        .filter((host) => !host.endsWith('.example') && !/imsglobal|github/.test(host))
        .map(domainOf),
    ),
  ];

  /** Its subject is that the addresses of docs/vendors are no rewritten links: it reads them, and contacts nobody. */
  const JUDGED = 'test/unit/systems/held-address.test.ts';
  /** It names where each message was published. */
  const CITED = 'test/support/foreign-messages.ts';

  const contacted = (text: string): readonly string[] =>
    [...text.matchAll(/https?:\/\/([a-z\d.-]+)/gi)]
      .map(([, host = '']) => host.toLowerCase())
      .filter((host) => domains.includes(domainOf(host)));

  it('stand in no test', () => {
    expect(domains).toContain('veracross.com');
    expect(domains.length).toBeGreaterThan(10);
    const found = tests()
      .filter((file) => file !== JUDGED && file !== CITED)
      .flatMap((file) => contacted(textOf(file)).map((host) => `${file}: ${host}`));
    expect(tests()).toContain(JUDGED);
    expect(found).toEqual([]);
  });

  it('are found where they do', () => {
    expect(contacted(`at ${'https'}://maple.${'infinitecampus'}.org/campus`)).toHaveLength(1);
    expect(contacted('at https://maple.campus.example/campus')).toEqual([]);
  });
});
