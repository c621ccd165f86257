import { mkdirSync } from 'node:fs';
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
 * Two technicians, each with the real program on a computer of their own, and one store: Marie shares a connection, in
 * French, Paul finds it, tests it and replaces its secret while Marie is offline. Nobody loses anything. Leaves
 * pictures in out/sharing.
 */

test.skip(process.platform !== 'linux', 'not for this OS');

const PASSWORDS = { marie: 'Canary~marie/1+%20=', paul: 'Canary~paul/2+%20=' };
const FIELD = 'clientSecret';
const FOLDER = 'Maple DSB';
const pictures = join(import.meta.dirname, '../../out/sharing');

/** One technician's window. */
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

test('one shares, the other finds, tests and replaces while the first is offline; nobody loses anything', async ({
  desktop,
}) => {
  test.slow();
  mkdirSync(pictures, { recursive: true });
  const [store, server] = [await startKvStore(), await startPracticeServer()];
  const elsewhere = await startDesktop();
  const open: LaunchedApp[] = [];
  const start = async (name: 'marie' | 'paul', on: Desktop, said: Words, args: readonly string[] = []) => {
    const program = stageTrustingApp(on, [store.root, server.ca]);
    const launched = await launchApp(on, { program, args });
    open.push(launched);
    const one = new Technician(name, launched, said);
    if (said === frenchWords) await ask(launched.page, 'set-language', { language: 'fr' });
    if (said === frenchWords) await launched.page.reload();
    return one;
  };
  try {
    await prepare(store);
    const { values, secrets } = server.systems.powerschool ?? { values: {}, secrets: {} };
    const old = secrets[FIELD] ?? '';

    // Marie sets the store up and publishes her connection.
    let marie = await start('marie', desktop, frenchWords);
    const id = await keepPowerschool(marie.page, values.serverUrl ?? '', old, {
      clientId: values.clientId ?? '',
    });
    await marie.setUp(store.origin);
    const french = frenchWords.sharing;
    await press(marie.page, french.list.publish);
    await marie.page.getByRole('checkbox').first().check({ force: true });
    await marie.page.locator('[name=folder]').fill(FOLDER);
    await marie.picture('publishing');
    await press(marie.page, french.publish.action_one);
    await expect(heading(marie.page, french.publish.doneTitle)).toBeVisible();
    await press(marie.page, french.publish.toList);
    await expect(marie.row).toContainText(french.standing['in-step']);
    await marie.picture('published');

    // Paul finds it, sees where its secret would go, brings it to his computer and tests it.
    const paul = await start('paul', elsewhere, words);
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

    marie = await start('marie', desktop, frenchWords);
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
