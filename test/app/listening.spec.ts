import { installBrowser } from '../support/browser';
import type { Focus, Heard } from '../support/listener';
import { expect, inBoth, test } from './by-ear';
import { filled } from './walkthrough/words';

/*
 * First set-ups by ear: keys through the screen, and what the real window tells the accessibility bus (AT-SPI2), where
 * Orca would listen. Nothing here looks at the page. The transcripts are in docs/heard.
 */

test.skip(process.platform !== 'linux', 'not for this OS');

/** The open menu is a window of its own, which has no name. */
const isMenu = (heard: Heard): heard is Heard => heard.kind === 'window' && heard.name === '';

for (const spoken of inBoth) {
  test.describe(spoken.code, () => {
    test.use({ spoken });
    const { words, more } = spoken;
    const { common, connections, wizard, report } = words;

    test('a practice set-up of OnSIS is completed, with the sign-in in the browser', async ({
      byEar,
      desktop,
    }) => {
      const { registration } = more.systems.onsis;
      const browser = await installBrowser(desktop);
      await byEar({
        name: 'set-up-onsis',
        go: async (person) => {
          await person.enter(connections.practise);
          await person.hearTitle(wizard.system.title);
          const choice = await person.tabTo(more.systems.onsis.name);
          expect(choice).toMatchObject({ role: 'radio button', states: ['checked'] });
          await person.enter(common.action.goOn);
          await person.hearTitle(wizard.instance.title);
          // Enter in a field goes on, or says what is missing, with the field's name.
          await person.tabTo(wizard.instance.name);
          await person.press('ctrl+a');
          await person.press('BackSpace');
          await person.press('Return');
          const missing = await person.hearWords(wizard.instance.nameNeeded);
          expect(missing.words.startsWith(wizard.instance.name)).toBe(true);
          await person.hearFields();
          await person.type('Maple DSB');
          await person.press('Return');
          await person.hearTitle(registration.practice.title);
          await person.enter(wizard.register.practiceCopy);
          await person.hearWords(wizard.register.practiceCopied);
          await person.enter(common.action.goOn);
          await person.hearTitle(registration.received);
          await person.enter(wizard.enter.offer);
          await person.hearFocus('the box to paste into', 'text field', wizard.paste.box);
          await person.press('ctrl+v');
          await person.hearFocus('the button that fills in', 'button', filled(wizard.paste.fill_other));
          await person.press('Return');
          await person.hearWords(filled(wizard.paste.filled_other));

          await person.enter(wizard.enter.test, { isRace: true });
          await person.hearTitle(report.heading.running);
          const { ways } = report.browser;
          await person.hearWords(ways);
          await browser.click();
          await person.hearWords(report.heading.proved);
          await browser.detach();
          await person.enter(wizard.test.finish, { isRace: true });
          await person.hearTitle(wizard.finish.proved);
          await person.enter(wizard.finish.toList);
          await person.hearTitle(connections.title);
          expect(await person.hearItems()).toContainEqual(expect.stringContaining('Maple DSB'));
          await person.press('ctrl+f');
          await person.hearFocus('the search', 'text field', words.search.label);
        },
      });
    });

    test('a practice set-up of PowerSchool, its proof and a test that stops are heard', async ({ byEar }) => {
      const { systems } = more;
      await byEar({
        name: 'set-up-powerschool-and-a-stopped-test',
        go: async (person) => {
          await person.enter(connections.practise);
          await person.hearTitle(wizard.system.title);
          await person.tabTo(systems.onsis.name);
          await person.press('Down');
          const family = await person.hearFocus('the chosen family of systems', 'radio button');
          expect(family.name).toBe(wizard.system.families.sis.name);
          expect(family.states).toEqual(['checked']);
          await person.enter(common.action.goOn);
          await person.hearTitle(wizard.provider.title);
          // The list ends with the server of no product, and goes on with its first.
          await person.tabTo(wizard.provider.other);
          await person.press('Down');
          const chosen = await person.hearFocus('the chosen product', 'radio button');
          expect(chosen.name).toBe(systems.powerschool.name);
          expect(chosen.states).toEqual(['checked']);
          await person.enter(common.action.goOn);
          await person.hearTitle(wizard.instance.title);
          expect(await person.tabTo(wizard.instance.name)).toMatchObject({ role: 'text field' });
          await person.press('Return');
          await person.hearTitle(filled(wizard.register.guideTitle));
          await person.enter(wizard.register.practiceTake);
          await person.hearWords(wizard.register.practiceTaken);
          await person.enter(common.action.goOn);
          await person.hearTitle(wizard.enter.titleVendor);

          // Over the empty fields: each says that it needs a value, with its name.
          const { serverUrl } = systems.powerschool.fields;
          await person.tabTo(serverUrl.label);
          await person.tab();
          const needed = await person.hearWords(common.note.required);
          expect(needed.words.startsWith(serverUrl.label)).toBe(true);
          await person.enter(wizard.copied.offer);
          await person.hearFocus('the box to paste into', 'text field', wizard.copied.box);
          await person.press('ctrl+v');
          await person.hearFocus('the button that fills in', 'button', filled(wizard.paste.fill_other));
          await person.press('Return');
          await person.hearWords(filled(wizard.paste.filled_other));

          await person.enter(wizard.enter.test, { isRace: true });
          // A quick test may be over before the heading is asked what it says; it keeps the focus, and its words are said.
          const { running, proved } = report.heading;
          await person.hearTitle(new RegExp(`^(${running}|${proved})$`));
          await person.hearWords(proved);
          await person.hearItems();

          await person.tabTo(report.practiceFault.label);
          await person.press('Down');
          await person.hearWords(filled(report.practiceFault.chosen));
          await person.enter(report.testAgain, { isRace: true });
          const stop = report.spoken.stop.split(/\{\{\w+\}\}/);
          const said = (await person.hearWords(`${stop[1]}`)).words;
          expect(said).toContain(stop[2]);
          const title = await person.hear(
            'the finding’s title',
            (heard): heard is Focus =>
              heard.kind === 'focus' && heard.role === 'heading' && heard.level === 3,
          );
          expect(said).toContain(`${title.name}${stop[1]}`);
          await person.hearItems();
          // What to do is next: the letter to whoever runs the server.
          expect(await person.tab()).toMatchObject({ role: 'button', name: report.copyRequest });
          await person.press('Return');
          await person.hearWords(filled(common.action.copiedNamed));

          await person.enter(common.action.later);
          await person.hearTitle(connections.title);
          expect(await person.hearItems()).toContainEqual(
            expect.stringContaining(wizard.instance.namePractice),
          );
          await person.tabTo(connections.practise);
          await person.press('F1');
          await person.hearFocus('the title of the help', 'heading', words.help.title);
          await person.press('Escape');
          await person.hearFocus('where one was', 'button', connections.practise);
        },
      });
    });

    test('the menu is reached by keys, and opens the help by its letter', async ({ byEar }) => {
      await byEar({
        name: 'menu',
        go: async (person) => {
          await person.tabTo(connections.practise);
          const letter = more.desktop.menu.help.split('&')[1]?.[0]?.toLowerCase();
          // Of its menus and the page, Chromium tells now one first and now the other.
          await person.press(`alt+${letter}`, { isRace: true });
          await person.hear('the menu', isMenu);
          await person.hearFocus(
            'its first entry',
            'menu item',
            new RegExp(`^${more.desktop.menu.openHelp}`),
          );
          await person.press('Return', { isRace: true });
          await person.hearFocus('the title of the help', 'heading', words.help.title);
          await person.enter(words.help.close);
          await person.hearFocus('where one was', 'button', connections.practise);
          // Alt by itself goes to the first menu; F10 opens them all in one. Escape goes back.
          const first = more.desktop.menu.edit.replace('&', '');
          await person.press('Alt_L', { isRace: true });
          await person.hearFocus('the first menu', 'button', first);
          await person.press('Escape', { isRace: true });
          await person.hearFocus('where one was', 'button', connections.practise);
          await person.press('F10', { isRace: true });
          await person.hear('the menu', isMenu);
          await person.press('Down', { isRace: true });
          await person.hear(
            'the first menu',
            (heard): heard is Focus => heard.kind === 'focus' && heard.name.startsWith(first),
          );
          await person.press('Escape', { isRace: true });
          await person.hearFocus('where one was', 'button', connections.practise);
        },
      });
    });
  });
}
