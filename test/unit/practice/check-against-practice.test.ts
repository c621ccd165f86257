import type { SystemId, Values } from '@contract/connection';
import { languages } from '@contract/languages';
import { ok } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { findingWords } from '@systems/finding-words';
import type { CheckPlan, System } from '@systems/system';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';
import { check, ran } from '../../support/checked';

/*
 * The whole check against the practice server: the result of each switch, for each system. The rows are those of
 * docs/how-answers-are-read.md that can happen there.
 */

let server: PracticeServer;
let defaults: PracticeServer['switches'];
beforeAll(async () => {
  server = await startPracticeServer();
  defaults = structuredClone(server.switches);
});
afterAll(() => server.stop());
afterEach(() => {
  for (const [system, switches] of Object.entries(defaults))
    Object.assign(server.switches[system as keyof typeof server.switches], structuredClone(switches));
});

interface Entered {
  readonly values?: Values;
  readonly secret?: string;
  readonly change?: (plan: CheckPlan, values: Values) => CheckPlan | null;
  /** The alternative request chosen in the window. */
  readonly alternative?: string;
  /** The alternative request stored for this connection. */
  readonly kept?: string;
  /** How far this computer's clock is ahead. */
  readonly aheadSeconds?: number;
}

function systemOf(id: SystemId): System {
  const system = systemById(id);
  if (system === undefined) throw new Error(`${id} is not in the catalogue`);
  return system;
}

async function checked(id: SystemId, entered: Entered = {}) {
  const system = systemOf(id);
  const credentials = server.systems[id];
  if (credentials === undefined) throw new Error(`${id} cannot be practised`);
  const values = { ...credentials.values, ...entered.values };
  const { change } = entered;
  const plan = (all: Values): CheckPlan => {
    const planned = system.plan(all, true);
    return change?.(planned, all) ?? planned;
  };
  const now = () => Date.now() + (entered.aheadSeconds ?? 0) * 1000;
  return check({
    plan: plan(values),
    url: server.origin,
    system: { ...system, plan },
    subject: { values, practice: true, alternative: entered.kept },
    ports: { now, secret: async (field) => ok(entered.secret ?? credentials.secrets[field] ?? '') },
    options: {
      extraRoots: [server.ca],
      ...(entered.alternative === undefined ? {} : { alternative: entered.alternative }),
    },
  });
}

/** Everything that did not pass, as `step/subject code outcome`. */
async function trouble(id: SystemId, entered: Entered = {}): Promise<readonly string[]> {
  return ran((await checked(id, entered)).report).filter(
    (line) => !/ (ok|information-inspected) passed$/.test(line),
  );
}

const sixSystems = [
  'powerschool',
  'aeries-oneroster',
  'classlink-direct',
  'classlink-proxy',
  'oneroster',
  'ed-fi',
] as const;

describe('with the right values', () => {
  it.each(sixSystems)('%s is proved, from address to answer', async (id) => {
    const { report } = await checked(id);
    expect(ran(report).filter((line) => !line.endsWith('passed'))).toEqual([]);
    expect(report.outcome).toBe('passed');
    const steps = report.steps.filter(({ code }) => code !== null).map((step) => step.id);
    for (const step of ['fields', 'sign-in', 'permission', 'data'] as const) expect(steps).toContain(step);
  });

  it('the report says which other way was asked, and nothing of the usual one', async () => {
    const way = async (entered: Entered) => (await checked('oneroster', entered)).report.alternative;
    expect(await way({ kept: 'without-scope' })).toBe('without-scope');
    expect(await way({ alternative: 'without-scope' })).toBe('without-scope');
    expect(await way({})).toBeUndefined();
    expect(await way({ kept: 'of-a-later-version' })).toBeUndefined();
  });

  it('OneRoster is proved with OAuth 1, and as version 1.2', async () => {
    expect(await trouble('oneroster', { values: { signIn: 'oauth1' } })).toEqual([]);
    const scopes = 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly';
    expect(await trouble('oneroster', { values: { version: '1.2', scopes } })).toEqual([]);
  });

  it('asks another way only when that was chosen', async () => {
    server.switches.oneroster.scope = 'refused';
    expect(await trouble('oneroster')).toEqual(['sign-in scope-rejected failed']);
    expect(await trouble('oneroster', { alternative: 'without-scope' })).toEqual([]);
    expect(await trouble('oneroster', { kept: 'without-scope' })).toEqual([]);
    // An alternative that this version does not know counts as the usual way, and one chosen now overrides the stored
    // one.
    expect(await trouble('oneroster', { kept: 'of-a-later-version' })).toEqual([
      'sign-in scope-rejected failed',
    ]);
    expect(await trouble('oneroster', { kept: 'without-scope', alternative: 'plain-basic' })).toEqual([
      'sign-in scope-rejected failed',
    ]);
  });

  it('tells the version of what it found', async () => {
    server.switches.powerschool.version = '21.10.4.0';
    const { report } = await checked('powerschool');
    const version = report.steps.find((step) => step.id === 'reach')?.facts.version;
    expect(version).toBe('21.10.4.0');
    expect(systemOf('powerschool').replacing?.(String(version))).toEqual(['reinstall']);
  });
});

describe('PowerSchool', () => {
  type Switches = PracticeServer['switches']['powerschool'];
  it.each<[string, Partial<Switches>, readonly string[]]>([
    ['a disabled plugin', { disabledPlugin: true }, ['sign-in credentials-rejected failed']],
    ['regenerated values', { renewed: true }, ['sign-in credentials-rejected failed']],
    ['an expired token', { tokenExpired: true }, ['permission/district token-expired failed']],
    [
      'a district not granted',
      { districtForbidden: true },
      ['permission/district permission-missing failed'],
    ],
    [
      'no access to a field, 400',
      { noAccessToField: 400 },
      ['permission/district permission-missing failed'],
    ],
    [
      'no access to a field, 403',
      { noAccessToField: 403 },
      ['permission/district permission-missing failed'],
    ],
    ['no public page', { metadataHidden: true }, ['reach wrong-address warning']],
    ['a token 21 days old', { tokenAgeDays: 21 }, []],
    ['a lifetime as a number', { expiresInAs: 'number' }, []],
    ['a redirect to a slash, 301', { slashRedirect: 301 }, ['sign-in redirected failed']],
    ['a redirect to a slash, 308', { slashRedirect: 308 }, ['sign-in redirected failed']],
    ['a sign-in page everywhere', { htmlSignIn: true }, ['reach web-page-answered failed']],
    ['another version format', { version: 'none' }, ['reach wrong-product failed']],
  ])('%s', async (_, switches, expected) => {
    Object.assign(server.switches.powerschool, switches);
    expect(await trouble('powerschool')).toEqual(expected);
  });

  it('a wrong secret, and the page of a sub-directory pasted', async () => {
    expect(await trouble('powerschool', { secret: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' })).toEqual([
      'sign-in credentials-rejected failed',
    ]);
    expect(await trouble('powerschool', { values: { serverUrl: `${server.origin}/admin/pw.html` } })).toEqual(
      [],
    );
  });
});

describe('Aeries', () => {
  type Switches = PracticeServer['switches']['aeries-oneroster'];
  it.each<[string, Partial<Switches>, readonly string[]]>([
    ['a wrong record, 400', { wrongRecord: true }, ['sign-in credentials-rejected failed']],
    ['a wrong record, 401', { wrongRecord: true, wrongPair: 401 }, ['sign-in credentials-rejected failed']],
    ['not restarted', { notRestarted: true }, ['sign-in not-restarted failed']],
    ['the older token path', { olderTokenPath: true }, ['sign-in not-restarted failed']],
    ['a Windows sign-in', { windowsSignIn: true }, ['reach windows-authentication failed']],
    ['one box not ticked', { forbidden: ['courses'] }, ['permission/courses permission-missing failed']],
    [
      'two boxes not ticked, each named',
      { forbidden: ['gradingPeriods', 'classes'] },
      ['permission/gradingPeriods permission-missing failed', 'permission/classes permission-missing failed'],
    ],
    ['an empty list', { emptyLists: true }, ['data empty-data warning']],
    ['an expired token', { tokenExpired: true }, ['permission/orgs token-expired failed']],
    ['no session needed', { cookiesNeeded: false }, []],
  ])('%s', async (_, switches, expected) => {
    Object.assign(server.switches['aeries-oneroster'], switches);
    const found = await trouble('aeries-oneroster');
    expect(found.slice(0, expected.length)).toEqual(expected);
    expect(found.every((line) => line.startsWith(expected[0]?.split(/[ /]/)[0] ?? 'none'))).toBe(true);
  });

  it('finds an older Aeries when the older path is chosen', async () => {
    server.switches['aeries-oneroster'].olderTokenPath = true;
    const [older] = systemOf('aeries-oneroster').alternatives ?? [];
    expect(older).toBeDefined();
    if (older !== undefined) expect(await trouble('aeries-oneroster', { change: older.change })).toEqual([]);
  });

  it('takes the login page as it is, and misses a sub-directory', async () => {
    const base = `${server.origin}/aeries-oneroster`;
    expect(await trouble('aeries-oneroster', { values: { aeriesUrl: `${base}/Login.aspx?x=1` } })).toEqual(
      [],
    );
    expect(await trouble('aeries-oneroster', { values: { aeriesUrl: server.origin } })).toEqual([
      'reach wrong-address failed',
    ]);
  });

  it('names the box in both languages', async () => {
    server.switches['aeries-oneroster'].forbidden = ['classes'];
    const { report } = await checked('aeries-oneroster');
    const step = report.steps.find(({ outcome }) => outcome === 'failed');
    if (step === undefined || step.code === null) throw new Error('nothing was refused');
    const refused = { code: step.code, subject: step.subject, facts: step.facts };
    for (const language of languages)
      expect(findingWords(refused, systemOf('aeries-oneroster'), language).title).toContain(
        'Master Schedule',
      );
  });
});

describe('ClassLink direct', () => {
  type Switches = PracticeServer['switches']['classlink-direct'];
  it.each<[string, Partial<Switches>, string]>([
    ['a wrong signature', { signatureWrong: true }, 'sign-in signature-rejected failed'],
    [
      'a wrong signature, unexplained',
      { signatureWrong: true, namesProblem: false },
      'sign-in credentials-rejected failed',
    ],
    ['a used nonce', { nonceUsed: true }, 'sign-in nonce-rejected failed'],
    ['a clock ten minutes ahead', { clockOffsetSeconds: 600 }, 'sign-in clock-skew failed'],
    ['a clock ten minutes behind', { clockOffsetSeconds: -600 }, 'sign-in clock-skew failed'],
    [
      'a wrong signature and a clock off',
      { signatureWrong: true, clockOffsetSeconds: 90 },
      'sign-in clock-skew failed',
    ],
    ['too many requests', { rateLimited: { retryAfter: 30 } }, 'sign-in rate-limited failed'],
    ['one list refused', { forbidden: ['courses'] }, 'permission/courses permission-missing failed'],
    ['an empty list', { emptyLists: true }, 'data empty-data warning'],
  ])('%s', async (_, switches, expected) => {
    Object.assign(server.switches['classlink-direct'], switches);
    expect(await trouble('classlink-direct')).toEqual([expected]);
  });

  it.each<Partial<Switches>>([
    { totalCount: false },
    { link: 'relative' },
    { link: 'none' },
    { refuseRealm: true },
    { clockOffsetSeconds: 50 },
  ])('%j changes nothing', async (switches) => {
    Object.assign(server.switches['classlink-direct'], switches);
    expect(await trouble('classlink-direct')).toEqual([]);
  });

  it('signs with SHA-1 only when that is chosen', async () => {
    const values = { signatureMethod: 'HMAC-SHA1' };
    expect(await trouble('classlink-direct', { values })).toEqual(['sign-in signature-rejected failed']);
    server.switches['classlink-direct'].sha1 = 'allowed';
    expect(await trouble('classlink-direct', { values })).toEqual([]);
    const [other] = systemOf('classlink-direct').alternatives ?? [];
    expect(await trouble('classlink-direct', other === undefined ? {} : { change: other.change })).toEqual(
      [],
    );
  });

  it('looks at this computer’s own clock before the secret', async () => {
    expect(await trouble('classlink-direct', { aheadSeconds: 400 })).toEqual(['sign-in clock-skew failed']);
  });

  it('a wrong ID and a wrong secret', async () => {
    expect(await trouble('classlink-direct', { values: { clientId: 'another' } })).toEqual([
      'sign-in credentials-rejected failed',
    ]);
    expect(await trouble('classlink-direct', { secret: 'another' })).toEqual([
      'sign-in signature-rejected failed',
    ]);
  });
});

describe('ClassLink proxy', () => {
  type Switches = PracticeServer['switches']['classlink-proxy'];
  it.each<[string, Partial<Switches>, string]>([
    ['a refreshed token', { renewed: true }, 'sign-in token-rejected failed'],
    ['too many requests', { rateLimited: { retryAfter: 7 } }, 'sign-in rate-limited failed'],
    ['a district that does not answer', { districtDown: true }, 'sign-in server-error failed'],
    ['one list refused', { forbidden: ['schools'] }, 'permission/schools permission-missing failed'],
    ['an empty list', { emptyLists: true }, 'data empty-data warning'],
  ])('%s', async (_, switches, expected) => {
    Object.assign(server.switches['classlink-proxy'], switches);
    expect(await trouble('classlink-proxy')).toEqual([expected]);
  });

  it('an application that was turned off is a permission, not a sign-in', async () => {
    server.switches['classlink-proxy'].applicationDisabled = true;
    const found = await trouble('classlink-proxy');
    expect(found[0]).toBe('permission/orgs permission-missing failed');
  });

  it('tells how long to wait, and that nobody said', async () => {
    const told = async (retryAfter: number | null) => {
      server.switches['classlink-proxy'].rateLimited = { retryAfter };
      const { report } = await checked('classlink-proxy');
      return report.steps.find(({ code }) => code === 'rate-limited')?.facts.retryAfter;
    };
    expect(await told(7)).toBe(7);
    expect(await told(null)).toBeNull();
  });

  it('the partner key in place of the application’s token', async () => {
    expect(await trouble('classlink-proxy', { secret: 'practice-partner-key-0000' })).toEqual([
      'sign-in token-rejected failed',
    ]);
  });

  it.each(['cHJhY3RpY2UtYXBwLTAwMDE=', 'cHJhY3RpY2UtYXBwLTAwMDE%3D', 'cHJhY3RpY2UtYXBwLTAwMDE%3d'])(
    'finds the application as %s',
    async (applicationId) => {
      expect(await trouble('classlink-proxy', { values: { applicationId } })).toEqual([]);
    },
  );

  it.each(['cHJhY3RpY2UtYXBwLTAwMDE%253D', 'cHJhY3RpY2UtYXBwLTAwMDE'])(
    'finds no application as %s',
    async (applicationId) => {
      expect(await trouble('classlink-proxy', { values: { applicationId } })).toEqual([
        'sign-in wrong-address failed',
      ]);
    },
  );
});

describe('any OneRoster server', () => {
  type Switches = PracticeServer['switches']['oneroster'];
  const none = { scopes: '' };
  it.each<[string, Partial<Switches>, Values, string]>([
    ['invalid_client, 401', { invalidClient: 401 }, {}, 'sign-in credentials-rejected failed'],
    ['invalid_client, 400', { invalidClient: 400 }, {}, 'sign-in credentials-rejected failed'],
    ['the grant refused', { grantRefused: true }, {}, 'sign-in client-not-allowed failed'],
    ['a scope wanted, none sent', { scope: 'required' }, none, 'sign-in scope-missing failed'],
    ['no scope wanted, one sent', { scope: 'refused' }, {}, 'sign-in scope-rejected failed'],
    [
      'a list refused',
      { forbidden: ['academicSessions'] },
      {},
      'permission/academicSessions permission-missing failed',
    ],
    ['an empty list', { emptyLists: true }, {}, 'data empty-data warning'],
    [
      'a wrong signature',
      { signatureWrong: true },
      { signIn: 'oauth1' },
      'sign-in signature-rejected failed',
    ],
  ])('%s', async (_, switches, values, expected) => {
    Object.assign(server.switches.oneroster, switches);
    expect(await trouble('oneroster', { values })).toEqual([expected]);
  });

  it.each(['flat', 'wrapped', 'information-model', 'array', 'status-set', 'framework'] as const)(
    'reads a refusal in the shape “%s” by its status',
    async (errorShape) => {
      Object.assign(server.switches.oneroster, { errorShape, forbidden: ['courses'] });
      expect(await trouble('oneroster')).toEqual(['permission/courses permission-missing failed']);
    },
  );

  it.each<[string, Partial<Switches>, Values]>([
    ['without-scope', { scope: 'refused' }, {}],
    ['with-core-scope', { scope: 'required' }, none],
    ['other-signature', { sha1: 'allowed' }, { signIn: 'oauth1' }],
    ['plain-basic', { basic: 'raw' }, {}],
  ])('the other way “%s” gets through', async (id, switches, values) => {
    Object.assign(server.switches.oneroster, switches);
    const other = systemOf('oneroster').alternatives?.find((one) => one.id === id);
    expect(other).toBeDefined();
    if (other !== undefined) expect(await trouble('oneroster', { values, change: other.change })).toEqual([]);
  });

  it('a token address that is none', async () => {
    expect(await trouble('oneroster', { values: { tokenUrl: `${server.origin}/oneroster/token` } })).toEqual([
      'sign-in wrong-address failed',
    ]);
    expect(await trouble('oneroster', { values: { tokenUrl: '' } })).toEqual([
      'fields/tokenUrl field-missing failed',
    ]);
  });
});

describe('Ed-Fi', () => {
  type Switches = PracticeServer['switches']['ed-fi'];
  it.each<[string, Partial<Switches>, readonly string[]]>([
    ['a client that is not approved', { notApproved: true }, ['sign-in credentials-rejected failed']],
    ['key and secret lost on the way', { headerStripped: true }, ['sign-in request-rejected failed']],
    ['too many tokens', { tooManyTokens: true }, ['sign-in rate-limited failed']],
    ['no token information', { tokenInfoOff: true }, ['permission/token-info not-offered warning']],
    ['no token address named', { namesNoToken: true }, ['reach unexpected-answer failed']],
    ['the sign-in on another server', { namesElsewhere: 'token' }, ['reach address-elsewhere failed']],
    ['the data on another server', { namesElsewhere: 'data' }, ['reach address-elsewhere failed']],
    ['plain http behind a proxy', { namesPlainHttp: true }, []],
    ['an older version', { version: '5.3', problemDocuments: false }, []],
    [
      'a claim set without schools',
      { schoolsRefused: 'resource' },
      ['permission/schools permission-missing failed'],
    ],
    [
      'schools not to be read',
      { schoolsRefused: 'action' },
      ['permission/schools permission-missing failed'],
    ],
    [
      'another organization',
      { schoolsRefused: 'organization' },
      ['permission/schools permission-missing failed'],
    ],
    ['a profile', { schoolsRefused: 'profile' }, ['permission/schools permission-missing failed']],
    [
      'a sandbox key in production',
      { tokenRefused: 'sandbox-key' },
      ['permission/token-info token-rejected failed'],
    ],
    [
      'a token of another server',
      { tokenRefused: 'unknown' },
      ['permission/token-info token-rejected failed'],
    ],
    [
      'the same before 7.2',
      { tokenRefused: 'unknown', problemDocuments: false },
      ['permission/token-info token-rejected failed'],
    ],
    [
      'the token lost on the way',
      { tokenRefused: 'header-missing' },
      ['permission/token-info token-rejected failed'],
    ],
    ['no store for this path', { store: 'none-for-path' }, ['permission/schools wrong-address failed']],
    ['no store for this key', { store: 'none-for-key' }, ['permission/schools server-error failed']],
    ['an unfinished setup', { store: 'security-set-up' }, ['permission/schools server-error failed']],
    ['no schools yet', { noSchools: true }, ['data empty-data warning']],
  ])('%s', async (_, switches, expected) => {
    Object.assign(server.switches['ed-fi'], switches);
    expect(await trouble('ed-fi')).toEqual(expected);
  });

  it('tells whose key it is and what it may do, and asks for one token alone', async () => {
    const { report } = await checked('ed-fi');
    const row = report.steps.find(({ subject }) => subject === 'token-info');
    expect(row?.facts).toMatchObject({
      claimSet: 'SIS Vendor',
      organizations: ['Practice District'],
      resources: expect.arrayContaining(['ed-fi/schools Read']),
    });
    const asked = report.steps.flatMap(({ facts }) => (facts.asked === undefined ? [] : [facts.asked]));
    expect(asked.filter((request) => String(request).startsWith('POST'))).toHaveLength(2);
  });

  it('the address without its year, and with another one', async () => {
    const base = `${server.origin}/ed-fi`;
    expect(await trouble('ed-fi', { values: { baseUrl: base } })).toEqual(['reach wrong-address failed']);
    expect(await trouble('ed-fi', { values: { baseUrl: `${base}/2031` } })).toEqual([
      'sign-in wrong-address failed',
    ]);
  });

  it('another server is signed in to once it is the token address that was entered', async () => {
    server.switches['ed-fi'].namesElsewhere = 'both';
    const other = server.origin.replace('127.0.0.1', 'localhost');
    const confirmed = { tokenUrl: `${other}/ed-fi/2027/oauth/token` };
    expect(await trouble('ed-fi', { values: confirmed })).toEqual([]);
    const kept = { tokenUrl: `${server.origin}/ed-fi/2027/oauth/token` };
    expect(await trouble('ed-fi', { values: kept })).toEqual([]);
  });

  it('a colon in the key or the secret is refused in the header, and told beforehand', async () => {
    expect(await trouble('ed-fi', { secret: 'one:two' })).toEqual([
      'fields/clientSecret field-invalid warning',
      'sign-in credentials-rejected failed',
    ]);
  });

  it('a key in the form gets through', async () => {
    expect(await trouble('ed-fi', { alternative: 'credentials-in-body' })).toEqual([]);
  });
});
