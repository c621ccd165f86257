import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { request } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startPracticeServer } from '../../electron/practice/practice-server';
import { type KvStore, startKvStore } from '../servers/kv-store';
import { filesHolding } from '../support/canary';
import { type Desktop, startDesktop } from '../support/desktop';
import { type LaunchedApp, launchApp } from '../support/launch-app';
import { stageTrustingApp } from '../support/trusting-app';
import { ask, button, heading, keepPowerschool, press } from '../support/window';
import type { Words } from '../support/window-words';
import { expect, test } from './app-fixture';
import { frenchWords, words } from './walkthrough/words';

/*
 * Technicians with the real program on computers of their own, and one store. Leaves pictures in out/sharing.
 */

test.skip(process.platform !== 'linux', 'not for this OS');

const PASSWORDS = { marie: 'Canary~marie/1+%20=', paul: 'Canary~paul/2+%20=' };
const FIELD = 'clientSecret';
const FOLDER = 'Maple DSB';
const pictures = join(import.meta.dirname, '../../out/sharing');

/** One technician's window: Marie's is in French. */
class Technician {
  constructor(
    readonly name: 'marie' | 'paul',
    readonly launched: LaunchedApp,
    readonly words: Words,
  ) {}

  get page(): Page {
    return this.launched.page;
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(pictures, `${name}-${this.name}.png`) });
  }

  async openSharing(): Promise<void> {
    await press(this.page, this.words.common.help);
    await press(this.page, this.words.sharing.open);
  }

  async setUp(address: string): Promise<void> {
    const { setUp } = this.words.sharing;
    await this.openSharing();
    await this.page.locator('[name=storeAddress]').fill(address);
    await press(this.page, setUp.next);
    await expect(heading(this.page, setUp.signInTitle)).toBeVisible();
    await press(this.page, setUp.next);
    await this.signIn();
  }

  /** From the page that asks for it, to the list. */
  async signIn(): Promise<void> {
    const { signIn, title } = this.words.sharing;
    await this.page.locator('[name=storeUser]').fill(this.name);
    await this.page.locator('[name=storePassword]').fill(PASSWORDS[this.name]);
    await press(this.page, signIn.action);
    await expect(heading(this.page, signIn.titleReady)).toBeVisible();
    await this.picture('signed-in');
    await press(this.page, signIn.toList);
    await expect(heading(this.page, title)).toBeVisible();
  }

  /** The only connection that is here, from the list and back to it. */
  async publish(): Promise<void> {
    const { list, publish } = this.words.sharing;
    await press(this.page, list.publish);
    await this.page.getByRole('checkbox').first().check({ force: true });
    await this.page.locator('[name=folder]').fill(FOLDER);
    await this.picture('publishing');
    await press(this.page, publish.action_one);
    await expect(heading(this.page, publish.doneTitle)).toBeVisible();
    await press(this.page, publish.toList);
  }

  /** The only row. */
  get row() {
    return this.page.locator('li[aria-posinset]');
  }
}

async function prepare(store: KvStore): Promise<void> {
  store.mountKv('secret');
  store.configureKv('secret', { cas_required: true });
  store.allow('editor', {
    'secret/data/school-api/*': ['create', 'read', 'update'],
    'secret/metadata/school-api/*': ['list', 'read', 'create', 'update'],
    'secret/delete/school-api/*': ['update'],
  });
  for (const name of ['marie', 'paul'] as const) store.addUser('ldap', name, PASSWORDS[name], ['editor']);
}

async function startAs(
  name: 'marie' | 'paul',
  on: Desktop,
  authorities: readonly string[],
): Promise<Technician> {
  const launched = await launchApp(on, { program: stageTrustingApp(on, authorities) });
  if (name === 'paul') return new Technician(name, launched, words);
  await ask(launched.page, 'set-language', { language: 'fr' });
  await launched.page.reload();
  return new Technician(name, launched, frenchWords);
}

test('one shares, the other finds, tests and replaces while the first is offline; nobody loses anything', async ({
  desktop,
}) => {
  test.slow();
  mkdirSync(pictures, { recursive: true });
  const [store, server] = [await startKvStore(), await startPracticeServer()];
  const elsewhere = await startDesktop();
  const open: LaunchedApp[] = [];
  const start = async (name: 'marie' | 'paul', on: Desktop) => {
    const one = await startAs(name, on, [store.root, server.ca]);
    open.push(one.launched);
    return one;
  };
  try {
    await prepare(store);
    const { values, secrets } = server.systems.powerschool ?? { values: {}, secrets: {} };
    const old = secrets[FIELD] ?? '';

    // Marie sets the store up and publishes her connection.
    let marie = await start('marie', desktop);
    const id = await keepPowerschool(marie.page, values.serverUrl ?? '', old, {
      clientId: values.clientId ?? '',
    });
    await marie.setUp(store.origin);
    const french = frenchWords.sharing;
    await marie.publish();
    await expect(marie.row).toContainText(french.standing['in-step']);
    await marie.picture('published');

    // Paul finds it, sees where its secret would go, brings it to his computer and tests it.
    const paul = await start('paul', elsewhere);
    const { sharing } = words;
    await paul.setUp(store.origin);
    await expect(paul.row).toContainText(sharing.standing['not-here']);
    await expect(paul.row).toContainText('by marie, as their program says');
    await paul.picture('found');
    await paul.row.getByRole('button', { name: 'Bring here: ' }).click();
    await expect(
      paul.page.getByText(new URL(values.serverUrl ?? '').origin, { exact: true }).first(),
    ).toBeVisible();
    await paul.picture('offered');
    await press(paul.page, sharing.offer.action);
    await expect(paul.page.getByTestId('standing')).toContainText(sharing.standing['in-step']);
    await press(paul.page, sharing.one.openConnection);
    await press(paul.page, words.connections.page.testNow);
    await expect(paul.page.getByTestId('situation')).toContainText(words.report.heading.proved);
    await paul.picture('tested');
    expect((await ask(paul.page, 'reveal-secret', { id, field: FIELD })).secret).toBe(old);

    // Paul begins to replace the secret. Marie sees it, and cannot begin a second replacement.
    await press(paul.page, words.rotation.notice.begin);
    await press(paul.page, words.rotation.before.begin);
    await expect(heading(paul.page, words.rotation.enter.title)).toBeVisible();
    await press(marie.page, french.list.refresh);
    await expect(marie.row).toContainText('paul remplace le secret');
    await marie.picture('replacement-seen');
    expect(await ask(marie.page, 'shared-row', { id })).toMatchObject({ replacement: { by: 'paul' } });
    const begin = { id, action: 'begin', unproved: false } as const;
    expect(
      await marie.page.evaluate((asked) => window.wizard.call('act-on-rotation', asked), begin),
    ).toMatchObject({ ok: false, failure: { code: 'replaced-elsewhere' } });

    // Marie goes offline and changes something else.
    await marie.launched.close();
    server.renew('powerschool');
    const renewed = server.systems.powerschool ?? { values: {}, secrets: {} };
    const fresh = renewed.secrets[FIELD] ?? '';
    expect(fresh).not.toBe(old);
    await paul.page.locator('[name=clientId]').fill(renewed.values.clientId ?? '');
    await paul.page.locator(`[name=${FIELD}]`).fill(fresh);
    await press(paul.page, words.rotation.enter.keep);
    await press(paul.page, words.rotation.test.start);
    await expect(heading(paul.page, words.rotation.test.titleProved)).toBeVisible();
    await press(paul.page, words.rotation.test.switch);
    await expect(heading(paul.page, words.rotation.switched.title)).toBeVisible();
    await paul.picture('replaced');

    marie = await start('marie', desktop);
    const before = (await ask(marie.page, 'open-connection', { id })).connection;
    expect((await ask(marie.page, 'reveal-secret', { id, field: FIELD })).secret).toBe(old);
    await ask(marie.page, 'save-connection', {
      id,
      name: 'Maple, bibliothèque',
      environment: before.environment,
      boardNumber: before.boardNumber,
      redirect: 'sis-server',
      values: before.values,
      step: 'finish',
      registrationSentOn: null,
      finished: true,
    });

    // She signs in again, keeps in step, and has both: her name, and the secret that works.
    await marie.page.reload();
    await marie.openSharing();
    await expect(marie.page.getByText(french.list.signedOut)).toBeVisible();
    await marie.picture('offline');
    await press(marie.page, french.list.signIn);
    await marie.signIn();
    await press(marie.page, french.list.refresh);
    await expect(marie.row).toContainText(french.standing['changed-both']);
    await press(marie.page, french.list.keep);
    await expect(marie.row).toContainText(french.keeping.result.joined);
    await marie.picture('in-step-again');
    expect((await ask(marie.page, 'reveal-secret', { id, field: FIELD })).secret).toBe(fresh);
    await marie.row.getByRole('button').click();
    await press(marie.page, french.one.openConnection);
    await press(marie.page, frenchWords.connections.page.testNow);
    await expect(marie.page.getByTestId('situation')).toContainText(frenchWords.report.heading.proved);
    await marie.picture('proved-with-the-new-secret');

    // Paul gets her name, and sees that the change was hers.
    await paul.openSharing();
    await press(paul.page, sharing.list.refresh);
    await press(paul.page, sharing.list.keep);
    await expect(paul.row).toContainText('Maple, bibliothèque');
    await expect(paul.row).toContainText('by marie');
    await paul.picture('in-step-again');
    expect((await ask(paul.page, 'reveal-secret', { id, field: FIELD })).secret).toBe(fresh);

    // The old secret is still in the store's versions, and no secret stands in a file of either computer.
    await paul.row.getByRole('button').click();
    await press(paul.page, sharing.versions.show);
    await expect(button(paul.page, 'Restore version 1')).toBeVisible();
    await paul.picture('versions');
    for (const { userData } of [marie.launched, paul.launched]) {
      for (const secret of [old, fresh, ...Object.values(PASSWORDS)]) {
        expect(filesHolding(userData, secret)).toEqual([]);
      }
    }
  } finally {
    for (const launched of open) await launched.close();
    await elsewhere.stop();
    await store.stop();
    await server.stop();
  }
});

/** Writes as whoever holds the store may: past every program. */
async function writeInStore(store: KvStore, id: string, change: (record: Stored) => Stored): Promise<void> {
  const asked = async (method: 'GET' | 'POST', body?: object): Promise<unknown> => {
    const path = `/v1/secret/data/school-api/${encodeURIComponent(FOLDER)}/${id}`;
    const sent = request(new URL(path, store.origin), {
      method,
      ca: store.root,
      headers: { 'x-vault-token': store.rootToken, 'content-type': 'application/json' },
    });
    sent.end(body === undefined ? undefined : JSON.stringify(body));
    const [answer] = await once(sent, 'response');
    return JSON.parse((await answer.toArray()).join(''));
  };
  const { data } = (await asked('GET')) as {
    data: { data: Stored; metadata: { readonly version: number } };
  };
  await asked('POST', { options: { cas: data.metadata.version }, data: change(data.data) });
}
type Stored = { readonly values: Readonly<Record<string, string>> } & Readonly<Record<string, unknown>>;

test('an address that somebody changed in the store gets no secret before a click here, also after a restart', async ({
  desktop,
}) => {
  test.slow();
  mkdirSync(pictures, { recursive: true });
  const [store, server] = [await startKvStore(), await startPracticeServer()];
  let reached = 0;
  const thief = createServer((socket) => {
    reached += 1;
    socket.destroy();
  });
  thief.listen(0, '127.0.0.1');
  await once(thief, 'listening');
  const elsewhere = `https://127.0.0.1:${(thief.address() as AddressInfo).port}`;
  const open: LaunchedApp[] = [];
  const start = async () => {
    const one = await startAs('paul', desktop, [store.root, server.ca]);
    open.push(one.launched);
    return one;
  };
  try {
    await prepare(store);
    const { values, secrets } = server.systems.powerschool ?? { values: {}, secrets: {} };
    const { serverUrl = '', clientId = '' } = values;
    let paul = await start();
    const { sharing } = words;
    const id = await keepPowerschool(paul.page, serverUrl, secrets[FIELD] ?? '', { clientId });
    await paul.setUp(store.origin);
    await paul.publish();
    await expect(paul.row).toContainText(sharing.standing['in-step']);

    await writeInStore(store, id, (record) => ({
      ...record,
      values: { ...record.values, serverUrl: elsewhere },
      origins: [elsewhere],
      changedBy: 'Sam Roy',
    }));
    await press(paul.page, sharing.list.refresh);
    await expect(paul.row).toContainText(sharing.standing['changed-there']);
    await press(paul.page, sharing.list.keep);
    await expect(paul.row).toContainText(sharing.keeping.result['address-to-confirm']);
    const kept = async () => (await ask(paul.page, 'open-connection', { id })).connection.values.serverUrl;
    expect(await kept()).toBe(serverUrl);
    await paul.launched.close();

    paul = await start();
    await paul.openSharing();
    await press(paul.page, sharing.list.signIn);
    await paul.signIn();
    await paul.row.getByRole('button', { name: 'Check the address: ' }).click();
    await press(paul.page, sharing.row.look);
    await expect(paul.page.getByText(elsewhere, { exact: true }).first()).toBeVisible();
    await expect(paul.page.getByText(sharing.address.warning).first()).toBeVisible();
    await expect(paul.page.getByText(/as the store says; by Sam Roy/)).toBeVisible();
    await button(paul.page, sharing.address.keep).scrollIntoViewIfNeeded();
    await paul.picture('address');
    await press(paul.page, sharing.address.keep);
    await expect(paul.page.getByTestId('standing')).toContainText(sharing.standing['in-step']);
    expect(await kept()).toBe(serverUrl);
    await press(paul.page, sharing.one.openConnection);
    await press(paul.page, words.connections.page.testNow);
    await expect(paul.page.getByTestId('situation')).toContainText(words.report.heading.proved);
    expect(reached).toBe(0);
    await writeInStore(store, id, (record) => {
      expect(record.values.serverUrl).toBe(serverUrl);
      return record;
    });
  } finally {
    for (const launched of open) await launched.close();
    thief.close();
    await store.stop();
    await server.stop();
  }
});
