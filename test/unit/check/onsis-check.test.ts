import { onsis } from '@systems/onsis';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choosePort, loopbackRedirectUrl } from '../../../electron/sign-in/loopback-address';
import { type RunningHttps, startHttps } from '../../servers/raw-servers';
import { type Issued, makeAuthority } from '../../support/certificates';
import { type Checking, check, ran } from '../../support/checked';
import { type Answer, hostileAnswers, html, json, send } from '../../support/hostile-answers';

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Issued;
let server: RunningHttps | null = null;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf();
});
afterEach(async () => {
  await server?.stop();
  server = null;
});

const start = async (
  spoilt: { readonly url: string; readonly answer: Answer } | null = null,
): Promise<RunningHttps> => {
  server = await startHttps(
    { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` },
    (request, response) => {
      if (spoilt !== null && request.url === spoilt.url) {
        spoilt.answer(response);
        return;
      }
      const body =
        request.url === '/token' ? { access_token: 'a-token', token_type: 'bearer' } : { ok: true };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    },
  );
  return server;
};

const checkOnsis = (origin: string, redirectUrl: string, practice: boolean, more: Partial<Checking> = {}) =>
  check({
    plan: onsis.plan({}, false),
    url: origin,
    ...more,
    system: onsis,
    subject: {
      practice,
      values: {
        redirectUrl,
        clientId: 'board-client',
        authenticationUrl: `${origin}/authorize`,
        tokenUrl: `${origin}/token`,
        apiUrl: `${origin}/api`,
        scopes: 'demo.read',
        ...more.subject?.values,
      },
    },
    options: { extraRoots: [authority.root.pem], ...more.options },
  });

const network = ['address', 'name-lookup', 'connect', 'secure-connection'].flatMap((id) =>
  ['authenticationUrl', 'tokenUrl', 'apiUrl'].map((subject) => `${id}/${subject} ok passed`),
);

describe('a check of OnSIS', () => {
  it('goes as far as is honest when the redirect URL is a SIS server’s', async () => {
    const { origin, requests } = await start();
    const { report } = await checkOnsis(origin, 'https://sms.test/onsis/callback', false);
    expect(ran(report)).toEqual(['fields ok passed', ...network, 'sign-in not-proved warning']);
    expect(report.steps.slice(-2).map(({ id, outcome }) => [id, outcome])).toEqual([
      ['permission', 'skipped'],
      ['data', 'skipped'],
    ]);
    expect(requests).toEqual([]);
  });

  it('goes all the way when it is this computer’s', async () => {
    const { origin, requests } = await start();
    const redirect = loopbackRedirectUrl((await choosePort()) ?? 0);
    const open = async (url: string) => {
      const state = new URL(url).searchParams.get('state') ?? '';
      await fetch(`${redirect}?${new URLSearchParams({ code: 'a-code', state })}`);
    };
    const { report, told } = await checkOnsis(origin, redirect, true, { ports: { browser: { open } } });
    expect(ran(report)).toEqual([
      'fields ok passed',
      ...network,
      'sign-in ok passed',
      'permission/ping ok passed',
      'data ok passed',
    ]);
    expect(told).toHaveLength(report.steps.length);
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /token', 'GET /api/ping']);
  });

  const signIn = async (spoilt: Parameters<typeof start>[0], waitMs = 2000) => {
    const { origin } = await start(spoilt);
    const redirect = loopbackRedirectUrl((await choosePort()) ?? 0);
    const open = async (url: string) => {
      const state = new URL(url).searchParams.get('state') ?? '';
      await fetch(`${redirect}?${new URLSearchParams({ code: 'a-code', state })}`);
    };
    const { report } = await checkOnsis(origin, redirect, true, {
      ports: { browser: { open } },
      options: { waitMs },
    });
    await server?.stop();
    return ran(report).find((line) => line.endsWith(' failed'));
  };

  it.each(hostileAnswers)(
    '$what in place of the token or the answer: $code',
    async ({ answer, code, waitMs }) => {
      expect(await signIn({ url: '/token', answer }, waitMs)).toBe(`sign-in ${code} failed`);
      expect(await signIn({ url: '/api/ping', answer }, waitMs)).toBe(`permission/ping ${code} failed`);
    },
  );

  it.each<[string, Answer, string]>([
    ['401 invalid_client', json(401, { error: 'invalid_client' }), 'credentials-rejected'],
    ['400 invalid_client', json(400, { error: 'invalid_client' }), 'credentials-rejected'],
    ['unauthorized_client', json(400, { error: 'unauthorized_client' }), 'client-not-allowed'],
    ['unsupported_grant_type', json(400, { error: 'unsupported_grant_type' }), 'client-not-allowed'],
    ['403', json(403, {}), 'refused'],
    ['invalid_scope', json(400, { error: 'invalid_scope' }), 'scope-rejected'],
    ['no access_token', json(200, { token_type: 'bearer' }), 'token-malformed'],
    ['404', json(404, {}), 'wrong-address'],
    ['a redirect', send(302, '', { location: 'https://other.test/' }), 'redirected'],
    ['429', send(429), 'rate-limited'],
    ['503', html(503), 'server-error'],
    ['a web page', html(200), 'web-page-answered'],
    ['Windows', send(401, '', { 'www-authenticate': 'Negotiate' }), 'windows-authentication'],
  ])('%s in place of the token', async (_, answer, code) => {
    expect(await signIn({ url: '/token', answer })).toBe(`sign-in ${code} failed`);
  });
});
