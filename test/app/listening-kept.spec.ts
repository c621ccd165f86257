import { join } from 'node:path';
import { answerDialogs, ask, keepConnection, keepPractice } from '../support/window';
import { expect, inBoth, test } from './by-ear';
import { filled } from './walkthrough/words';

/* What is done with connections that are there already, by ear: see listening.spec.ts. */

test.skip(process.platform !== 'linux', 'not for this OS');

const PASSWORD = 'lantern orchard velvet gravel';
const values = {
  redirectUrl: 'https://sms.maple.test/onsis/callback',
  clientId: 'onsis-maple-4821',
  authenticationUrl: 'https://127.0.0.1:1/authorize',
  tokenUrl: 'https://127.0.0.1:1/token',
  apiUrl: 'https://127.0.0.1:1/onsis',
  scopes: 'onsis.read',
};

for (const spoken of inBoth) {
  test.describe(spoken.code, () => {
    test.use({ spoken });
    const { words, more } = spoken;
    const { common, connections, report, rotation, testAll, transfer, wizard } = words;
    const secretOfOnsis = more.systems.onsis.fields.clientSecret.label;
    const onRow = (action: string) => filled(connections.action.named.replace('{{action}}', action));
    const about = (text: string, what: string) => text.replace('{{what}}', what);

    test('a secret is revealed, copied and hidden; the connection is deleted', async ({ byEar }) => {
      await byEar({
        name: 'reveal-and-delete',
        before: ({ page }) => keepConnection(page, { name: 'Maple DSB', values, secret: 'canary-8f3a1c' }),
        go: async (person) => {
          await person.enter(onRow(connections.action.open));
          await person.hearTitle(/Maple DSB$/);
          await person.enter(about(common.action.show, secretOfOnsis));
          await person.hearWords(filled(about(common.field.shownNow, secretOfOnsis)));
          await person.press('Return');
          await person.hearWords(about(common.field.hiddenNow, secretOfOnsis));
          await person.enter(about(common.action.copyNamed, secretOfOnsis));
          await person.hearWords(filled(about(common.action.copiedSecret, secretOfOnsis)));
          // Nothing is lost by the first Return: the focus is on what keeps it.
          await person.tabTo(connections.action.delete);
          await person.press('Return');
          const keep = await person.hearFocus('what keeps it', 'button', connections.deletion.keep);
          expect(keep.dialog).toContain('Maple DSB');
          await person.press('Return');
          await person.hearFocus('where one was', 'button', connections.action.delete);
          await person.press('Return');
          await person.hearFocus('what keeps it', 'button', connections.deletion.keep);
          await person.enter(connections.deletion.confirm);
          await person.hearTitle(connections.first.title);
        },
      });
    });

    test('all connections are tested', async ({ byEar }) => {
      await byEar({
        name: 'test-all',
        before: async ({ page }) => {
          await keepPractice(page, 'Maple District');
          await keepPractice(page, 'Birch District');
        },
        go: async (person) => {
          await person.enter(connections.testAll, { isRace: true });
          const proved = testAll.counted.proved_other.replace('{{count}}', '2');
          await person.hearWords(proved);
          const items = await person.hearItems();
          const [provedOn = ''] = connections.row.proved.split('{{when}}');
          expect(items.filter((text) => text.includes(provedOn))).toHaveLength(2);
          await person.enter(testAll.close);
          await person.hearFocus('the list’s title', 'heading', connections.title);
        },
      });
    });

    test('connections are exported, imported, and the import is undone', async ({ byEar }) => {
      await byEar({
        name: 'export-and-import',
        before: async (app, desktop) => {
          await keepConnection(app.page, { name: 'Maple DSB', values, secret: 'canary-8f3a1c' });
          // The dialogs for files are the operating system's.
          await answerDialogs(app, join(desktop.home, 'carried.kdbx'));
        },
        go: async (person, { page }) => {
          await person.enter(connections.move);
          await person.hearTitle(transfer.choose.title);
          await person.enter(transfer.choose.databaseAction);
          await person.hearTitle(transfer.export.title);
          await person.tabTo(transfer.export.password);
          await person.press('Return');
          const short = await person.hearWords(transfer.export.short.split('{{count}}')[1] ?? '');
          expect(short.words.startsWith(transfer.export.password)).toBe(true);
          await person.hearFields();
          // How strong it is so far is told while one types.
          await person.type(PASSWORD, { isRace: true });
          await person.hearWords(transfer.export.differs);
          await person.hearItOut();
          const repeat = await person.tabTo(transfer.export.repeat);
          expect(repeat).toMatchObject({
            states: expect.arrayContaining(['invalid']),
            description: expect.stringContaining(transfer.export.differs),
          });
          await person.type(PASSWORD, { isRace: true });
          await person.press('Return', { isRace: true });
          await person.hearTitle(transfer.exported.title);

          const [only] = (await ask(page, 'start', null)).connections;
          await ask(page, 'delete-connection', { id: only?.id ?? '' });
          await person.enter(transfer.imported.list);
          await person.hearTitle(connections.first.title);
          await person.enter(connections.move);
          await person.hearTitle(transfer.choose.title);
          await person.enter(transfer.choose.bringAction, { isRace: true });
          await person.hearTitle(transfer.password.title);
          await person.tabTo(transfer.password.label);
          await person.type('not this one');
          await person.press('Return', { isRace: true });
          await person.hearWords(transfer.problem['wrong-password'].title);
          // The window has forgotten the first one.
          await person.type(PASSWORD);
          await person.press('Return', { isRace: true });
          await person.hearTitle(transfer.preview.title);
          expect(await person.hearItems()).toContainEqual(expect.stringContaining('Maple DSB'));
          await person.enter(transfer.preview.action_one, { isRace: true });
          await person.hearTitle(transfer.imported.title);
          await person.enter(transfer.imported.takeBack);
          await person.hearTitle(transfer.imported.takenBack);
        },
      });
    });

    test('a secret is replaced by a new one, which is tested beside it', async ({ byEar }) => {
      await byEar({
        name: 'replacement',
        before: ({ page }) => keepPractice(page),
        go: async (person) => {
          await person.enter(onRow(connections.action.open));
          await person.hearTitle(/Maple District$/);
          await person.enter(rotation.notice.begin);
          await person.hearTitle(rotation.before.title);
          await person.enter(rotation.before.begin);
          await person.hearTitle(rotation.enter.title);
          await person.enter(rotation.enter.practiceMake);
          await person.hearWords(rotation.enter.practiceMade);
          await person.enter(wizard.copied.offer);
          await person.hearFocus('the box to paste into', 'text field', wizard.copied.box);
          await person.press('ctrl+v');
          await person.hearFocus('the button that fills in', 'button', filled(wizard.paste.fill_other));
          await person.press('Return');
          await person.hearWords(filled(wizard.paste.filled_other));
          await person.enter(rotation.enter.keep);
          await person.hearTitle(rotation.test.title);
          await person.enter(rotation.test.start, { isRace: true });
          await person.hearWords(report.heading.proved);
          await person.enter(rotation.test.switch);
          await person.hearTitle(rotation.switched.title);
          await person.enter(rotation.back);
          await person.hearTitle(/Maple District$/);
        },
      });
    });
  });
}

test.describe('with a locked keyring', () => {
  const [, spoken] = inBoth;
  test.use({
    spoken,
    desktopOptions: { screenReader: true, languages: spoken.languages, keyring: 'locked' },
  });
  const { common, connections } = spoken.words;

  test('one is told so before anything is typed', async ({ byEar }) => {
    await byEar({
      name: 'locked-keyring',
      before: ({ page }) => keepConnection(page, { name: 'Maple DSB', values }),
      go: async (person) => {
        const open = connections.action.named.replace('{{action}}', connections.action.open);
        await person.enter(filled(open), { isRace: true });
        await person.hearTitle(/Maple DSB$/);
        const told = await person.hearWords(common.unprotected.locked.title);
        expect(told.words).toContain(common.unprotected.locked.todo);
      },
    });
  });
});
