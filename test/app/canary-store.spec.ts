import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { USER_DATA_FOLDER } from '../../electron/identity';
import { startPracticeServer } from '../../electron/practice/practice-server';
import { type KvStore, type Mishap, type StoreRequest, startKvStore } from '../servers/kv-store';
import { filesHolding, holding, wordsOfProcesses } from '../support/canary';
import type { Desktop } from '../support/desktop';
import { spawnAs } from '../support/desktop-user';
import type { LaunchedApp } from '../support/launch-app';
import { listenIn, overheard } from '../support/listen-in';
import { stagePackedApp, stagePackedAppWithInspectFuse } from '../support/packed-app';
import { adapterFor, appRole, aRecord, aRef } from '../support/shared-store';
import { stageTrustingApp } from '../support/trusting-app';
import { ask, heading, keepPowerschool, press } from '../support/window';
import { expect, test } from './app-fixture';
import { words } from './walkthrough/words';

/*
 * Takes the secrets of a shared store, and those that are shared there, through what ships, with and without its window:
 * successes, refusals, and answers that repeat what they were sent. Then searches for them in every form, everywhere
 * except where they belong.
 */

test.skip(process.platform !== 'linux', 'not for this OS');

const PASSWORD = 'Canary~ldap/4e1b+%20=Pw';
const PLAIN_PASSWORD = 'canary-ldap-plain-90ab';
const WRONG_PASSWORD = 'canary-ldap-wrong-77c2';
const WRONG_SECRET_ID = 'canary-secret-id-wrong-51d9';
const REFUSED_SECRET = 'Canary~refused/8f3a1c+%20=';
const SHARED_SECRET = 'Canary~shared/2d9e70+%20=';
const FOLDER = 'maple';
const FIELD = 'clientSecret';
const EDITOR = {
  'secret/data/school-api/*': ['create', 'read', 'update'],
  'secret/metadata/school-api/*': ['list', 'read', 'create', 'update'],
  'secret/metadata/school-api': ['list'],
} as const;

/** What a request brings that no answer may take to the user. */
function secretsIn({ headers, text }: StoreRequest): string[] {
  const body = (text === '' ? {} : JSON.parse(text)) as {
    readonly [name: string]: unknown;
    readonly data?: { readonly secrets?: Readonly<Record<string, string>> };
  };
  return [
    headers['x-vault-token'],
    ...['password', 'secret_id', 'token'].map((name) => body[name]),
    ...Object.values(body.data?.secrets ?? {}),
  ].filter((one): one is string => typeof one === 'string');
}

/** Whether it can be in the name of a host, which programs write in lower case. */
const fitsHost = (secret: string): boolean => /^[\w.-]+$/.test(secret);

/** Ways in which a server, or something before it, repeats what it was sent. */
const ECHOES: Readonly<Record<string, (sent: readonly string[]) => Mishap>> = {
  refusal: (sent) => ({
    kind: 'answer',
    status: 400,
    body: JSON.stringify({ errors: [`not ${sent}`, ...sent] }),
  }),
  denial: (sent) => ({ kind: 'answer', status: 403, body: JSON.stringify({ errors: sent }) }),
  'web page': (sent) => ({
    kind: 'answer',
    status: 500,
    body: `<html><title>${sent}</title>${sent}</html>`,
    headers: { 'content-type': 'text/html' },
  }),
  redirect: ([secret = '', ...more]) => ({
    kind: 'answer',
    status: 307,
    body: '',
    headers: {
      location: `https://${fitsHost(secret) ? secret : 'other'}.store.test/v1/${encodeURIComponent(secret)}?${more}`,
    },
  }),
  headers: ([secret = '']) => ({
    kind: 'answer',
    status: 429,
    body: '{}',
    headers: {
      'content-type': `text/${secret}`,
      server: secret,
      via: `1.1 ${secret}`,
      'retry-after': secret,
      'www-authenticate': `Basic realm="${secret}"`,
    },
  }),
  names: (sent) => ({ kind: 'answer', body: JSON.stringify(namedAfter(sent[0] ?? '')) }),
};

/** An answer to whatever was asked, in which everything is called by the secret. */
const namedAfter = (secret: string): object => ({
  request_id: secret,
  warnings: [secret],
  auth: { client_token: secret, accessor: secret, metadata: { username: secret }, policies: [secret] },
  data: {
    keys: [`${secret}/`, secret],
    type: 'kv',
    options: { version: '2' },
    path: 'secret/',
    capabilities: ['root'],
    creation_path: `auth/approle/role/${secret}/secret-id`,
    secret_id: secret,
    display_name: secret,
    meta: { username: secret, role_name: 'nightly' },
    expire_time: null,
    current_version: 1,
    versions: { 1: { created_time: '2026-11-30T08:00:00Z', deletion_time: '', destroyed: false } },
    custom_metadata: { system: 'powerschool', name: secret, environment: 'test', changedBy: secret },
    metadata: { version: 1, created_time: '2026-11-30T08:00:00Z', deletion_time: '', destroyed: false },
    data: { ...aRecord(), name: secret, changedBy: secret, values: { clientId: secret } },
  },
});

/** The secrets that may come to light, and the places where they must not. */
class Hunt {
  /** What is searched for at the end: these, and whatever the store was sent. */
  readonly secrets = new Set([
    PASSWORD,
    PLAIN_PASSWORD,
    WRONG_PASSWORD,
    WRONG_SECRET_ID,
    REFUSED_SECRET,
    SHARED_SECRET,
  ]);
  readonly places = new Map<string, Buffer>();
  readonly commands = new Set<string>();
  /** How the store answers; null: as it should. */
  answer: ((request: StoreRequest) => Mishap | null) | null = null;

  constructor(
    readonly desktop: Desktop,
    store: KvStore,
  ) {
    store.mishap = (request) => {
      this.#look();
      for (const secret of secretsIn(request)) this.secrets.add(secret).add(secret.toLowerCase());
      return this.answer?.(request) ?? null;
    };
  }

  keep(place: string, content: string): void {
    this.places.set(`${place} (${this.places.size})`, Buffer.from(content));
  }

  /** The processes while a request is under way. */
  #look(): void {
    for (const [place, bytes] of wordsOfProcesses(this.desktop)) {
      const text = bytes.toString('latin1');
      if (place.endsWith('/cmdline')) this.commands.add(text);
      this.places.set(`${place} ${text.length}`, bytes);
    }
  }

  /** A request's secrets where none may be: all but the header for the token, and the bodies that they are meant for. */
  keepRequests(requests: readonly StoreRequest[]): void {
    for (const { method, url, headers, text } of requests) {
      const { 'x-vault-token': token = '', ...others } = headers;
      const isForSecrets = /^\/v1\/(?:auth\/[^/]+\/login|secret\/data\/|sys\/wrapping\/lookup)/.test(url);
      this.keep(`request ${method} ${url}`, `${url}\n${JSON.stringify(others)}\n${isForSecrets ? '' : text}`);
      expect(holding([['body', Buffer.from(text)]], ...[token].flat().filter(Boolean))).toEqual([]);
    }
  }

  expectNothing(): void {
    expect(holding(this.places, ...this.secrets)).toEqual([]);
    // Home, data folder, run and temporary folders, and what a crash has left.
    expect([...this.secrets].flatMap((secret) => filesHolding(this.desktop.folder, secret))).toEqual([]);
  }
}

/** What the page shows and holds. */
const textOfPage = ({ page }: LaunchedApp): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      document.body.textContent,
      ...[...document.querySelectorAll('input')].map(({ value }) => value),
    ].join('\n'),
  );

const userDataOf = (desktop: Desktop): string => {
  desktop.makeFolder('home/.config');
  return desktop.makeFolder(`home/.config/${USER_DATA_FOLDER}`);
};

test('without a window: after every command, refusal and echo, no secret is where it must not be', async ({
  desktop,
  launch,
}) => {
  test.slow();
  const [store, server] = [await startKvStore(), await startPracticeServer()];
  let reached = 0;
  const thief = createServer((socket) => {
    reached += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(thief, 'listening');
  const elsewhere = `https://127.0.0.1:${(thief.address() as AddressInfo).port}`;
  try {
    store.mountKv('secret');
    store.allow('editor', EDITOR);
    store.allow('reader', {
      'secret/metadata/school-api/*': ['list', 'read'],
      'secret/metadata/school-api': ['list'],
    });
    const role = await appRole(store, ['editor']);
    const hunt = new Hunt(desktop, store);
    const { values, secrets } = server.systems.powerschool ?? { values: {}, secrets: {} };
    const { serverUrl = '', clientId = '' } = values;
    hunt.secrets.add(secrets[FIELD] ?? '');

    // Connections of this computer, one of them with a secret that its server refuses.
    const { page, close } = await launch({
      program: stageTrustingApp(desktop, [store.root], stagePackedAppWithInspectFuse(desktop.user)),
      userData: userDataOf(desktop),
    });
    await keepPowerschool(page, serverUrl, secrets[FIELD] ?? '', { clientId });
    await keepPowerschool(page, serverUrl, REFUSED_SECRET, { name: 'Birch', clientId: 'birch' });
    await close();

    const roots = desktop.writeFile('roots.pem', `${store.root}\n${server.ca}`, 0o644);
    const launcher = `${stagePackedApp(desktop.user).executable}-cli`;
    const begin = (line: string) => {
      const trusted = line.startsWith('status') ? [] : ['--ca', roots];
      // Where the computer allows it, a crash leaves a dump.
      const words = ['-c', 'ulimit -c unlimited; exec "$@"', 'sh', launcher, ...line.split(' '), ...trusted];
      const place = { env: { ...desktop.env }, cwd: desktop.home };
      return spawnAs(desktop.user, '/bin/sh', words, { ...place, stdio: 'pipe' });
    };
    const run = async (line: string, input = '') => {
      const child = begin(line);
      const said = { output: '', complaint: '' };
      child.stdout?.on('data', (part) => {
        said.output += part;
      });
      child.stderr?.on('data', (part) => {
        said.complaint += part;
      });
      child.stdin?.end(input);
      const [status] = (await once(child, 'close')) as [number | null];
      hunt.keep(`${line}: output`, said.output);
      hunt.keep(`${line}: complaint`, said.complaint);
      return { status, ...said };
    };
    const login = `store login --address ${store.origin} --role-id ${role.roleId}`;
    const token = store.makeToken(['editor'], 3600, 'ldap-marie', { username: 'marie' });

    const share = `store publish Maple Birch --folder ${FOLDER} --token-stdin`;
    const check = 'check --shared --all --json';

    // Signing in: refused, a wrapping token, and the same once more. Then a password where a token is asked for.
    expect(await run(login, WRONG_SECRET_ID)).toMatchObject({ status: 1, output: '' });
    const wrapped = await role.wrapSecretId();
    expect(await run(`${login} --wrapped`, wrapped)).toMatchObject({ status: 0, complaint: '' });
    expect(await run(`${login} --wrapped`, wrapped)).toMatchObject({ status: 1, output: '' });
    for (const password of [PASSWORD, WRONG_PASSWORD, `two words ${WRONG_PASSWORD}`])
      expect(await run('store list --token-stdin', password)).toMatchObject({ status: 1, output: '' });

    // All of them, as they should be. One secret passes, another is refused, a third may not be sent where it would go.
    expect(await run('store status --json')).toMatchObject({ status: 0, complaint: '' });
    expect(await run(share, token)).toMatchObject({ status: 0, complaint: '' });
    const ref = aRef(FOLDER);
    const colleagues = adapterFor(store, store.makeToken(['editor'], 3600, 'ldap-sam', { username: 'sam' }));
    const moved = aRecord({
      system: 'powerschool',
      name: 'Elm',
      values: { serverUrl: elsewhere, clientId: 'elm' },
      secrets: { [FIELD]: SHARED_SECRET },
    });
    expect(await colleagues.writeIfVersion(ref, moved, 0)).toMatchObject({ ok: true });
    expect(await run('store list')).toMatchObject({ status: 0, complaint: '' });
    expect((await run('store list --json')).output).toContain('Elm');
    expect(await run('store fetch --all')).toMatchObject({ status: 1 });
    const checked = await run(`${check} --results results.json`);
    const { reports } = JSON.parse(checked.output) as { reports: { steps: { code: string }[] }[] };
    const last = reports.map(({ steps }) => steps.findLast(({ code }) => code !== null)?.code);
    expect(last).toEqual(['credentials-rejected', 'address-elsewhere', 'ok']);
    expect(reached).toBe(0);
    expect(await run('store fetch --all --confirm-addresses')).toMatchObject({ status: 0, complaint: '' });
    for (const form of ['', ' --json', ' --nagios --all', ' --openmetrics metrics.prom'])
      await run(`status --results results.json${form}`);

    // A store that is sealed.
    const all = [
      ['store status --json'],
      ['store list'],
      ['store fetch --all'],
      [share, token],
      [check],
    ] as const;
    store.state = 'sealed';
    for (const [line, input] of all) expect((await run(line, input)).status).toBeGreaterThan(0);
    store.state = 'active';

    // Everything that it sends is repeated to it: in the answer to the sign-in, and in all others.
    const isSignIn = ({ url }: StoreRequest) => /\/(?:login|wrapping\/\w+)$/.test(url);
    for (const [at, [name, echo]] of Object.entries(ECHOES).entries()) {
      hunt.answer = (request) => (isSignIn(request) ? echo(secretsIn(request)) : null);
      const refused = await run(login, await role.makeSecretId());
      expect(refused, name).toMatchObject({ status: 1, output: '' });
      hunt.answer = (request) => (isSignIn(request) ? null : echo(secretsIn(request)));
      for (const [line, input] of [all[0], all[1 + (at % 4)] ?? all[1]])
        expect((await run(line, input)).status, `${name}: ${line}`).toBeGreaterThan(0);
      hunt.answer = null;
    }
    // The store calls the user what the program has sent before.
    const before = { secret: '' };
    hunt.answer = (request) => {
      if (isSignIn(request)) [before.secret = ''] = secretsIn(request);
      const isNamed = before.secret !== '' && request.url.endsWith('lookup-self');
      return isNamed ? { kind: 'answer', body: JSON.stringify(namedAfter(before.secret)) } : null;
    };
    await run(login, await role.makeSecretId());
    await run('store list --json');
    hunt.answer = null;

    // It is told to stop, or crashes, while it has read all records but one.
    for (const signal of ['SIGTERM', 'SIGSEGV'] as const) {
      let reads = 0;
      const waits = new Promise<void>((resolve) => {
        hunt.answer = ({ url }) => {
          if (url.includes('/data/')) reads += 1;
          if (reads < 3) return null;
          resolve();
          return { kind: 'late', until: new Promise(() => undefined) };
        };
      });
      const child = begin(check);
      const ended = once(child, 'close');
      await waits;
      child.kill(signal);
      await ended;
    }
    // A dump would have the registers, which hold what was copied last.
    expect(existsSync(join(desktop.home, 'core'))).toBe(false);

    // The search has seen the program at work.
    expect([...hunt.commands].filter((command) => command.includes('check --shared'))).not.toEqual([]);
    hunt.keepRequests(store.requests);
    hunt.expectNothing();
  } finally {
    thief.close();
    await store.stop();
    await server.stop();
  }
});

test('in the window: after a wrong password, a right one, and every echo, no secret is where it must not be', async ({
  desktop,
  launch,
}) => {
  test.slow();
  const store = await startKvStore();
  try {
    store.mountKv('secret');
    store.allow('editor', EDITOR);
    store.addUser('ldap', 'marie', PASSWORD, ['editor']);
    store.addUser('ldap', 'paul', PLAIN_PASSWORD, ['editor']);
    const hunt = new Hunt(desktop, store);
    const launched = await launch({
      program: stageTrustingApp(desktop, [store.root], stagePackedAppWithInspectFuse(desktop.user)),
    });
    const { page } = launched;
    await listenIn(launched);
    const look = async (when: string) => hunt.keep(`page ${when}`, await textOfPage(launched));
    const id = await keepPowerschool(page, 'https://127.0.0.1:9', SHARED_SECRET);
    const { setUp, signIn, list, publish, open } = words.sharing;

    await press(page, words.common.help);
    await press(page, open);
    await page.locator('[name=storeAddress]').fill(store.origin);
    await press(page, setUp.next);
    await expect(heading(page, setUp.signInTitle)).toBeVisible();
    await press(page, setUp.next);
    for (const [password, title] of [
      [WRONG_PASSWORD, signIn.titleStopped],
      [PASSWORD, signIn.titleReady],
    ] as const) {
      await page.locator('[name=storeUser]').fill('marie');
      await page.locator('[name=storePassword]').fill(password);
      // While it is typed, the page has it.
      expect(holding([['page', Buffer.from(await textOfPage(launched))]], password)).not.toEqual([]);
      await press(page, signIn.action);
      await expect(heading(page, title)).toBeVisible();
      await look(title);
    }
    await press(page, signIn.toList);
    await press(page, list.publish);
    await page.getByRole('checkbox').first().check({ force: true });
    await press(page, publish.action_one);
    await expect(heading(page, publish.doneTitle)).toBeVisible();
    await press(page, publish.toList);
    await press(page, list.refresh);
    await expect(page.locator('li[aria-posinset]')).toContainText(words.sharing.standing['in-step']);
    await look('with a shared connection');

    // Everything that it sends is repeated to it.
    const isSignIn = ({ url }: StoreRequest) => url.includes('/login/');
    const attempt = crypto.randomUUID();
    const credentials = { way: 'ldap', user: 'paul', password: PLAIN_PASSWORD } as const;
    for (const [name, echo] of Object.entries(ECHOES)) {
      hunt.answer = (request) => (isSignIn(request) ? echo(secretsIn(request)) : null);
      expect(await ask(page, 'sign-in-to-store', { attempt, credentials }), name).toMatchObject({
        ok: false,
      });
      await ask(page, 'test-store', { attempt, credentials });
      hunt.answer = null;
      expect(await ask(page, 'sign-in-to-store', { attempt, credentials }), name).toMatchObject({ ok: true });
      // The page learns of it when it is opened anew.
      await page.reload();
      await press(page, words.common.help);
      await press(page, open);
      hunt.answer = (request) => (isSignIn(request) ? null : echo(secretsIn(request)));
      await ask(page, 'open-shared', { id, folder: '' });
      await ask(page, 'keep-in-step', { ids: [id] });
      await ask(page, 'shared-history', { ref: { folder: '', id } });
      await press(page, list.refresh);
      await expect(page.getByText(words.sharing.list.refreshing)).toHaveCount(0);
      await look(`after the ${name}`);
      await ask(page, 'sign-out-of-store', null);
      hunt.answer = null;
    }
    // The store calls the user what was sent to sign in.
    hunt.answer = ({ url }) =>
      url.endsWith('lookup-self')
        ? { kind: 'answer', body: JSON.stringify(namedAfter(PLAIN_PASSWORD)) }
        : null;
    await ask(page, 'sign-in-to-store', { attempt, credentials });
    await ask(page, 'shared-view', null);

    for (const [at, { channel, text }] of (await overheard(launched)).entries())
      hunt.keep(`answer ${at} on ${channel}`, text);
    hunt.keep('what it printed', launched.output());
    await launched.close();
    hunt.keepRequests(store.requests);
    hunt.expectNothing();
  } finally {
    await store.stop();
  }
});
