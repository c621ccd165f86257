import type { SharedRecord } from '@contract/shared-record';
import type { Page } from '@playwright/test';
import { startKvStore } from '../servers/kv-store';
import type { Person } from '../support/listening-person';
import { adapterFor, aRef } from '../support/shared-store';
import { ask, keepConnection } from '../support/window';
import { expect, inBoth, test } from './by-ear';
import { filled } from './walkthrough/words';

/* What a team shares through a store, by ear: see listening.spec.ts. */

test.skip(process.platform !== 'linux', 'not for this OS');

const PASSWORD = 'canary-1';
const FOLDER = 'maple';
const values = {
  redirectUrl: 'https://sms.maple.test/onsis/callback',
  clientId: 'onsis-maple-4821',
  authenticationUrl: 'https://127.0.0.1:1/authorize',
  tokenUrl: 'https://login.maple.test/token',
  apiUrl: 'https://127.0.0.1:1/onsis',
  scopes: 'onsis.read',
};

async function startStore() {
  const store = await startKvStore();
  store.mountKv('secret');
  store.allow('editor', {
    'secret/data/school-api/*': ['create', 'read', 'update'],
    'secret/metadata/school-api/*': ['list', 'read', 'create', 'update'],
    'secret/metadata/school-api': ['list'],
  });
  store.addUser('ldap', 'marie', PASSWORD, ['editor']);
  const colleague = adapterFor(store, store.makeToken(['editor'], 0, 'ldap-paul', { username: 'paul' }));
  return {
    store,
    /** What a colleague changes there. */
    change: async (id: string, change: (record: SharedRecord) => Partial<SharedRecord>): Promise<void> => {
      const ref = aRef(FOLDER, id);
      const read = await colleague.read(ref);
      if (!read.ok) throw new Error('It is not there');
      const { record, version } = read.value;
      const changed = { ...record, ...change(record), changedBy: 'paul' };
      expect(await colleague.writeIfVersion(ref, changed, version)).toMatchObject({ ok: true });
    },
  };
}

/** What is changed on this computer, as by another window. */
async function rename(page: Page, id: string, name: string): Promise<void> {
  const { environment, boardNumber, values: now } = (await ask(page, 'open-connection', { id })).connection;
  await ask(page, 'save-connection', {
    id,
    name,
    environment,
    boardNumber,
    redirect: 'sis-server',
    values: now,
    step: 'finish',
    registrationSentOn: null,
    finished: true,
  });
}

for (const spoken of inBoth) {
  test.describe(spoken.code, () => {
    test.use({ spoken });
    const { words } = spoken;
    const { connections, sharing } = words;
    const { setUp, signIn, list, publish, conflict, address, keeping } = sharing;
    const onRow = (action: string) => new RegExp(`^${action.replace(/…$/, '')}.*Maple, Marie$`);
    const signInAs = async (person: Person, password: string) => {
      await person.tabTo(signIn.password);
      await person.type(password);
      await person.press('Return', { isRace: true });
    };

    test('a connection is shared, a conflict settled, and an address refused', async ({ byEar }) => {
      const { store, change } = await startStore();
      let id = '';
      try {
        await byEar({
          name: 'share',
          authorities: [store.root],
          before: async ({ page }) => {
            id = await keepConnection(page, { name: 'Maple DSB', values, secret: 'canary-8f3a1c' });
          },
          go: async (person, { page }) => {
            await person.enter(connections.move);
            await person.hearTitle(words.transfer.choose.title);
            await person.enter(sharing.open);
            await person.hearTitle(setUp.placeTitle);
            await person.tabTo(setUp.address);
            await person.press('Return');
            const missing = await person.hearWords(setUp.addressProblem);
            expect(missing.words.startsWith(setUp.address)).toBe(true);
            await person.type(store.origin);
            await person.press('Return');
            await person.hearTitle(setUp.signInTitle);
            const way = await person.tab();
            expect(way).toMatchObject({ role: 'radio button', name: setUp.way.ldap, states: ['checked'] });
            await person.enter(setUp.next);
            await person.hearTitle(signIn.title);
            await person.tabTo(signIn.user);
            await person.type('marie');
            await signInAs(person, 'wrong-1');
            await person.hearWords(signIn.titleStopped);
            await person.enter(words.report.changeValues);
            await person.hearFocus('the first field', 'text field', signIn.user);
            await signInAs(person, PASSWORD);
            await person.hearWords(signIn.titleReady);
            await person.enter(signIn.toList, { isRace: true });
            await person.hearTitle(sharing.title);
            await person.hearWords(filled(list.refreshed_one));

            await person.enter(list.publish);
            await person.hearTitle(publish.title);
            await person.tabTo(/Maple DSB/);
            await person.press('space');
            await person.tabTo(new RegExp(`^${publish.folder}`));
            await person.type(FOLDER);
            await person.enter(publish.action_one, { isRace: true });
            await person.hearTitle(publish.doneTitle);
            // The key that began it is still going up when the button is off.
            expect(JSON.stringify(person.steps().at(-1))).not.toContain(words.common.action.wait);
            await person.enter(publish.toList);
            await person.hearTitle(sharing.title);

            // A colleague and this person name it anew.
            await change(id, () => ({ name: 'Maple, Paul' }));
            await rename(page, id, 'Maple, Marie');
            await person.enter(list.keep, { isRace: true });
            await person.hearWords(keeping.counted.asks_one.replace('{{count}}', '1'));
            expect((await person.hearItems()).join()).toContain(sharing.standing['changed-both']);
            await person.enter(onRow(sharing.row.compare), { isRace: true });
            await person.hearTitle(/Maple, Marie$/);
            await person.hearWords(conflict.lead);
            await person.enter(conflict.action);
            await person.hearWords(conflict.missing_one);
            await person.press('space');
            await person.enter(conflict.action, { isRace: true });
            await person.hearWords(keeping.result.pushed);
            await person.enter(sharing.title);
            await person.hearTitle(sharing.title);

            // A colleague changes where the secret goes.
            await change(id, ({ values: there }) => ({
              values: { ...there, tokenUrl: 'https://login.other.test/token' },
            }));
            await person.enter(list.keep, { isRace: true });
            await person.hearWords(keeping.counted['address-to-confirm_one'].replace('{{count}}', '1'));
            await person.enter(onRow(sharing.row.look), { isRace: true });
            await person.hearTitle(/Maple, Marie$/);
            await person.hearWords(address.warning);
            await person.enter(address.keep, { isRace: true });
            await person.hearWords(keeping.result.pushed);
          },
        });
      } finally {
        await store.stop();
      }
    });
  });
}
