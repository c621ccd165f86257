import { onsis } from '@systems/onsis';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choosePort, loopbackRedirectUrl } from '../../../electron/sign-in/loopback-address';
import { type RunningHttps, startHttps } from '../../servers/raw-servers';
import { type Issued, makeAuthority } from '../../support/certificates';
import { type Checking, check, ran } from '../../support/checked';

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

const start = async (): Promise<RunningHttps> => {
  server = await startHttps(
    { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` },
    (request, response) => {
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
});
