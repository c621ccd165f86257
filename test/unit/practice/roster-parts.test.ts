import type { SystemId } from '@contract/connection';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';
import { oauth1Authorization } from '../../../electron/sign-in/oauth1';
import { type Ask, ask, type Got } from '../../support/practice-client';

/* The practice systems as a plain Node client sees them: shapes, headers, and the basis of each answer. */

let server: PracticeServer;
let now = Date.now();
let defaults: PracticeServer['switches'];
beforeAll(async () => {
  server = await startPracticeServer({ now: () => new Date(now) });
  defaults = structuredClone(server.switches);
});
afterAll(() => server.stop());
afterEach(() => {
  for (const [system, switches] of Object.entries(defaults))
    Object.assign(server.switches[system as keyof typeof server.switches], structuredClone(switches));
});

const get = (path: string, options: Ask = {}): Promise<Got> =>
  ask(`${server.origin}${path}`, { ca: server.ca, ...options });
const credentials = (id: SystemId) => {
  const known = server.systems[id];
  if (known === undefined) throw new Error(`${id} cannot be practised`);
  return known;
};
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const bearer = (token: unknown) => ({ authorization: `Bearer ${String(token)}` });
const member = (got: Got, name: string): unknown => Object(got.json)[name];
const grant = (scope?: string) =>
  new URLSearchParams({ grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) });

describe('PowerSchool', () => {
  const pair = () => {
    const { values, secrets } = credentials('powerschool');
    return basic(values.clientId ?? '', secrets.clientSecret ?? '');
  };
  const token = (path = '/oauth/access_token') =>
    get(path, { method: 'POST', headers: pair(), body: grant() });

  it('stands at the root, with and without a slash at the end of the token path', async () => {
    expect(credentials('powerschool').values.serverUrl).toBe(server.origin);
    for (const path of ['/oauth/access_token', '/oauth/access_token/'])
      expect((await token(path)).status).toBe(200);
  });

  it('hands out the same token again, with less time left, as a string', async () => {
    const first = await token();
    now += 60_000;
    const second = await token();
    expect(member(second, 'access_token')).toBe(member(first, 'access_token'));
    expect(member(second, 'expires_in')).toMatch(/^\d+$/);
    expect(Number(member(first, 'expires_in')) - Number(member(second, 'expires_in'))).toBe(60);
    server.switches.powerschool.tokenAgeDays = 21;
    server.switches.powerschool.expiresInAs = 'number';
    expect(member(await token(), 'expires_in')).toBe(Number(member(second, 'expires_in')) - 21 * 86_400);
    now += 31 * 86_400_000;
    server.switches.powerschool.tokenAgeDays = 0;
    expect(member(await token(), 'access_token')).not.toBe(member(first, 'access_token'));
  });

  it('answers its public page to anyone and its district to a token alone', async () => {
    expect((await get('/ws/v1/metadata')).status).toBe(200);
    expect((await get('/ws/v1/district')).status).toBe(400);
    const district = await get('/ws/v1/district', { headers: bearer(member(await token(), 'access_token')) });
    expect(district.status).toBe(200);
    expect(district.headers['x-emulator-basis']).toBe('inferred');
    expect((await get('/ws/v1/metadata')).headers['x-emulator-basis']).toBe('sourced');
  });

  it('ends old tokens with the old pair when both values are regenerated', async () => {
    const old = member(await token(), 'access_token');
    server.switches.powerschool.renewed = true;
    expect((await token()).status).toBe(401);
    const refused = await get('/ws/v1/district', { headers: bearer(old) });
    expect(refused.status).toBe(401);
    expect(refused.headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it('says what is documented of an expired token', async () => {
    const issued = member(await token(), 'access_token');
    server.switches.powerschool.tokenExpired = true;
    const refused = await get('/ws/v1/district', { headers: bearer(issued) });
    expect(refused.headers['www-authenticate']).toBe(
      'Bearer error="invalid_token",realm="PowerSchool",error_description="The access token has expired"',
    );
  });
});

describe('Aeries', () => {
  const SCOPE = 'https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly';
  const token = (scope?: string) => {
    const { values, secrets } = credentials('aeries-oneroster');
    const headers = basic(values.consumerId ?? '', secrets.consumerSecret ?? '');
    return get('/aeries-oneroster/token', { method: 'POST', headers, body: grant(scope) });
  };
  const orgs = (headers: Record<string, string>) =>
    get('/aeries-oneroster/ims/oneroster/v1p1/orgs?limit=1', { headers });

  it('wants a scope, and says that this answer is made up', async () => {
    for (const scope of [undefined, '', 'else']) {
      const refused = await token(scope);
      expect([refused.status, member(refused, 'error')]).toEqual([400, 'invalid_scope']);
      expect(refused.headers['x-emulator-basis']).toBe('invented');
    }
  });

  it('knows a token only together with its cookies', async () => {
    const issued = await token(SCOPE);
    expect(issued.json).toMatchObject({ token_type: 'bearer', expires_in: 21_600 });
    expect(member(issued, 'access_token')).toMatch(/^[\da-f]{32}$/);
    const cookies = issued.headers['set-cookie'] ?? [];
    expect(cookies.map((line) => line.split('=')[0])).toEqual(['ASP.NET_SessionId', 'ARRAffinity']);
    const authorization = bearer(member(issued, 'access_token'));
    expect((await orgs(authorization)).status).toBe(401);
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
    expect((await orgs({ ...authorization, cookie })).status).toBe(200);
    now += 21_601_000;
    const late = await orgs({ ...authorization, cookie });
    expect([late.status, late.headers['www-authenticate']]).toEqual([
      401,
      expect.stringContaining('expired'),
    ]);
  });

  it('asks for a Windows sign-in in both forms, and tells who it is without one', async () => {
    expect(member(await get('/aeries-oneroster/api/v5/systeminfo'), 'AeriesVersion')).toBe('9.25.12.1');
    server.switches['aeries-oneroster'].windowsSignIn = true;
    const asked = await get('/aeries-oneroster/api/v5/systeminfo');
    expect(asked.headers['www-authenticate']).toBe('Negotiate, NTLM');
  });
});

describe('ClassLink direct', () => {
  const PATH = '/classlink-direct/ims/oneroster/v1p1';
  const signed = (
    address: string,
    nonce: string,
    changed: { seconds?: number; method?: 'HMAC-SHA1' } = {},
  ) => {
    const { values, secrets } = credentials('classlink-direct');
    return {
      authorization: oauth1Authorization('GET', address, {
        clientId: values.clientId ?? '',
        secret: secrets.clientSecret ?? '',
        method: changed.method ?? 'HMAC-SHA256',
        timestamp: Math.floor(now / 1000) + (changed.seconds ?? 0),
        nonce,
      }),
    };
  };
  const orgs = (nonce: string, changed = {}, query = '?limit=1', host = '127.0.0.1') => {
    const address = `https://${host}:${server.port}${PATH}/orgs${query}`;
    return ask(address, { ca: server.ca, headers: signed(address, nonce, changed) });
  };
  const problem = (got: Got) => /oauth_problem="(\w+)"/.exec(got.headers['www-authenticate'] ?? '')?.[1];

  it('takes a signed request once, by address and by name', async () => {
    expect((await orgs('one')).status).toBe(200);
    const again = await orgs('one');
    expect([again.status, problem(again)]).toEqual([401, 'nonce_used']);
    expect((await orgs('two', {}, '?limit=1', 'localhost')).status).toBe(200);
  });

  it('verifies queries with reserved and accented characters', async () => {
    const query = "?filter=name='É&%20(+)!*'&limit=1&b=%3D%253D&a=2&a=10";
    expect((await orgs('three', {}, query)).status).toBe(200);
  });

  it.each([
    [{ seconds: -301 }, 'timestamp_refused'],
    [{ seconds: 301 }, 'timestamp_refused'],
    [{ method: 'HMAC-SHA1' }, 'signature_method_rejected'],
  ])('refuses %j', async (changed, expected) => {
    expect(problem(await orgs(`n${JSON.stringify(changed)}`, changed))).toBe(expected);
  });

  it('keeps its own clock, and its date tells it', async () => {
    server.switches['classlink-direct'].clockOffsetSeconds = 600;
    const got = await orgs('four');
    expect(problem(got)).toBe('timestamp_refused');
    expect(Date.parse(got.headers.date ?? '') - now).toBeGreaterThan(598_000);
    server.switches['classlink-direct'].behindSeconds = 700;
    expect((await orgs('five')).status).toBe(200);
  });

  it('pages, and says so in its headers', async () => {
    const got = await orgs('six', {}, '?limit=1&offset=1');
    expect(got.headers['x-total-count']).toBe('3');
    expect(got.headers.link).toContain(`<${server.origin}${PATH}/orgs?limit=1&offset=2>; rel="next"`);
    expect(member(got, 'orgs')).toHaveLength(1);
    Object.assign(server.switches['classlink-direct'], { totalCount: false, link: 'relative' });
    const other = await orgs('seven');
    expect(other.headers['x-total-count']).toBeUndefined();
    expect(other.headers.link).toContain(`<${PATH}/orgs?limit=1&offset=1>; rel="next"`);
    expect((await orgs('eight', {}, '?limit=0')).status).toBe(400);
  });
});

describe('the ClassLink proxy', () => {
  const read = (path: string, token: string) => get(`/classlink-proxy${path}`, { headers: bearer(token) });

  it('lists districts to the partner key alone, and reads data to the application’s token alone', async () => {
    const { values, secrets } = credentials('classlink-proxy');
    const schools = `/${values.applicationId}/ims/oneroster/v1p1/schools?limit=1`;
    const token = secrets.accessToken ?? '';
    expect((await read(schools, token)).status).toBe(200);
    expect((await read(schools, 'practice-partner-key-0000')).status).toBe(401);
    expect((await read('/applications', 'practice-partner-key-0000')).status).toBe(200);
    expect((await read('/applications', token)).status).toBe(401);
    expect((await read(schools.replace('%3D', '%253D'), token)).status).toBe(404);
  });

  it('asks to wait with a time, or without', async () => {
    server.switches['classlink-proxy'].rateLimited = { retryAfter: 12 };
    expect((await read('/x/y', 't')).headers['retry-after']).toBe('12');
    server.switches['classlink-proxy'].rateLimited = { retryAfter: null };
    const silent = await read('/x/y', 't');
    expect([silent.status, silent.headers['retry-after']]).toEqual([429, undefined]);
  });
});

describe('any OneRoster server', () => {
  const token = (secret?: string, scope?: string) => {
    const { values, secrets } = credentials('oneroster');
    const headers = basic(values.clientId ?? '', secret ?? secrets.clientSecret ?? '');
    return get('/oneroster/oauth/token', { method: 'POST', headers, body: grant(scope) });
  };

  it('knows Basic raw or form-encoded, as it is told', async () => {
    const encoded = 'Practice%2DOnly_Not%2DA%2DReal%2DSecret.1lI0O';
    expect((await token(encoded)).status).toBe(200);
    server.switches.oneroster.basic = 'raw';
    const refused = await token(encoded);
    expect([refused.status, member(refused, 'error')]).toEqual([401, 'invalid_client']);
    expect(refused.headers['www-authenticate']).toContain('Basic');
    expect((await token()).status).toBe(200);
  });

  it.each(['/ims/oneroster/v1p1', '/ims/oneroster/rostering/v1p2'])('answers below %s', async (path) => {
    const headers = bearer(member(await token(), 'access_token'));
    expect((await get(`/oneroster${path}/gradingPeriods`, { headers })).json).toHaveProperty(
      'academicSessions',
    );
    for (const people of ['users', 'students', 'teachers', 'enrollments', 'demographics', 'results'])
      expect((await get(`/oneroster${path}/${people}`, { headers })).status, people).toBe(404);
    expect((await get(`/oneroster${path}/__proto__`, { headers })).status).toBe(404);
  });

  it('ends a token when its time is over', async () => {
    const headers = bearer(member(await token(), 'access_token'));
    now += 3_601_000;
    const late = await get('/oneroster/ims/oneroster/v1p1/orgs', { headers });
    expect([late.status, late.headers['www-authenticate']]).toEqual([
      401,
      expect.stringContaining('expired'),
    ]);
  });

  it.each([
    ['flat', 'imsx_CodeMinor'],
    ['wrapped', 'imsx_StatusInfo'],
    ['information-model', 'CodeMinor'],
    ['array', '0'],
    ['status-set', 'statusInfoSet'],
    ['framework', 'Message'],
  ] as const)('refuses in the shape “%s”', async (errorShape, name) => {
    server.switches.oneroster.errorShape = errorShape;
    const refused = await get('/oneroster/ims/oneroster/v1p1/orgs', { headers: bearer('none') });
    expect(refused.status).toBe(401);
    expect(refused.json).toHaveProperty(name);
  });
});
