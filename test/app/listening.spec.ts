import { main as english } from '../../assets/locales/en/main';
import { main as french } from '../../assets/locales/fr/main';
import { type Focus, type Heard, type Listener, type Said, startListener } from '../support/listener';
import { en, fr } from '../support/window-words';
import { expect, test } from './app-fixture';
import { filled } from './walkthrough/words';

/*
 * The main path by ear: keys through the screen, and what the real window tells the accessibility bus (AT-SPI2), where
 * Orca would listen. Nothing here looks at the page. Orca itself is not run: what it makes of an event is its own affair.
 */

test.skip(process.platform !== 'linux', 'not for this OS');

const MOST_STOPS = 80;

const isFocus = (heard: Heard): heard is Focus => heard.kind === 'focus';
const isSaid = (heard: Heard): heard is Said => heard.kind === 'says';
const fits = (pattern: string | RegExp, text: string): boolean =>
  typeof pattern === 'string' ? text === pattern : pattern.test(text);

/** A person with a keyboard and ears. */
class Person {
  /** What each press led to: the key, and where in all that was heard it begins. */
  readonly presses: { readonly key: string; readonly mark: number }[] = [];

  constructor(private readonly listener: Listener) {}

  async press(key: string): Promise<void> {
    this.presses.push({ key, mark: this.listener.heard.length });
    await this.listener.press(key);
  }

  /** Goes from control to control until the name fits. */
  async tabTo(name: string | RegExp): Promise<Focus> {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await this.press('Tab');
      const at = await this.hear('where the focus is', isFocus);
      if (fits(name, at.name)) return at;
    }
    throw new Error(`The keyboard does not reach ${String(name)}`);
  }

  async enter(name: string | RegExp): Promise<void> {
    await this.tabTo(name);
    await this.press('Return');
  }

  /** Waits for the title of the screen that the last key led to: the window's name, and the heading with the focus. */
  async hearTitle(title: string | RegExp): Promise<void> {
    await this.hear(
      `the title ${String(title)}`,
      (heard): heard is Focus =>
        isFocus(heard) && heard.role === 'heading' && heard.level === 1 && fits(title, heard.name),
    );
    const window = this.sinceLast().find(({ kind }) => kind === 'window');
    expect(window, 'the window is named anew').toBeDefined();
  }

  /** Waits for words said since the last key. */
  hearWords(words: string | RegExp): Promise<Said> {
    return this.hear(
      String(words),
      (heard): heard is Said =>
        isSaid(heard) && (typeof words === 'string' ? heard.words.includes(words) : words.test(heard.words)),
    );
  }

  hear<Fits extends Heard>(what: string, isIt: (heard: Heard) => heard is Fits): Promise<Fits> {
    return this.listener.waitToHear(what, this.presses.at(-1)?.mark ?? 0, isIt);
  }

  private sinceLast(): readonly Heard[] {
    return this.listener.since(this.presses.at(-1)?.mark ?? 0);
  }
}

/** What holds for whatever is heard, whichever way was gone. */
function expectGoodManners(listener: Listener, presses: Person['presses']): void {
  for (const [index, { key, mark }] of presses.entries()) {
    const heard = listener.since(mark).slice(0, (presses[index + 1]?.mark ?? Infinity) - mark);
    const said = heard.filter(isSaid).map(({ words }) => words);
    expect(said, `said after ${key}`).toEqual([...new Set(said)]);
    // Tab goes over the page itself on its way from the last control to the first.
    const lost = heard.filter((each) => isFocus(each) && each.role === 'page' && !key.endsWith('Tab'));
    expect(lost, `the focus is on nothing after ${key}`).toEqual([]);
    const nameless = heard.filter((each) => isFocus(each) && each.name === '');
    expect(nameless, `without a name after ${key}`).toEqual([]);
    expect(heard.filter(({ kind }) => kind === 'gone')).toEqual([]);
  }
}

async function expectNamedItems(listener: Listener): Promise<readonly string[]> {
  const items = (await listener.tree()).filter(({ role }) => role === 'list item').map(({ text }) => text);
  expect(items.length).toBeGreaterThan(0);
  expect(items.filter((text) => text === '')).toEqual([]);
  return items;
}

function written(heard: Heard): string {
  switch (heard.kind) {
    case 'focus':
      return [heard.role, heard.name, heard.description, ...heard.states].filter(Boolean).join(' | ');
    case 'says':
      return `says (${heard.live}): ${heard.words}`;
    case 'window':
      return `window: ${heard.name}`;
    case 'gone':
      return `gone: ${heard.event} (${heard.why})`;
  }
}

for (const { words, systems, menu, languages } of [
  { words: en, systems: english.systems, menu: english.desktop.menu, languages: 'en_CA:en' },
  { words: fr, systems: french.systems, menu: french.desktop.menu, languages: 'fr_CA:fr' },
]) {
  test.describe(languages, () => {
    test.use({ desktopOptions: { screenReader: true, languages } });

    test('a practice set-up, its proof and a test that stops are heard', async ({
      desktop,
      launch,
    }, info) => {
      const { common, connections, wizard, report } = words;
      const listener = await startListener(desktop);
      const person = new Person(listener);
      try {
        // Chromium makes the page's tree once somebody asks for it, which may be after the first words.
        await launch({ args: ['--force-renderer-accessibility'] });
        await listener.takeKeyboard();
        await person.hear('the first page', isFocus);

        await person.enter(connections.practise);
        await person.hearTitle(wizard.system.title);
        expect(await person.tabTo(new RegExp(`^${systems.onsis.name.replace(/[()]/g, '.')} `))).toMatchObject(
          {
            role: 'radio button',
            states: ['checked'],
          },
        );
        await person.press('Down');
        const chosen = await person.hear('the chosen family of systems', isFocus);
        expect(chosen.name).toContain(wizard.system.families.sis.name);
        expect(chosen.states).toEqual(['checked']);
        await person.enter(common.action.goOn);
        await person.hearTitle(wizard.provider.title);
        // The list ends with the server of no product, and goes on with its first.
        await person.tabTo(new RegExp(`^${wizard.provider.other}`));
        await person.press('Down');
        const product = await person.hear('the chosen product', isFocus);
        expect(product.name).toContain(systems.powerschool.name);
        expect(product.states).toEqual(['checked']);
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
        await person.press('Tab');
        const needed = await person.hearWords(common.note.required);
        expect(needed.words.startsWith(serverUrl.label)).toBe(true);
        await person.enter(wizard.copied.offer);
        expect(await person.hear('the box to paste into', isFocus)).toMatchObject({
          name: wizard.copied.box,
        });
        await person.press('ctrl+v');
        const fill = await person.hear('the button that fills in', isFocus);
        expect(fill).toMatchObject({
          role: 'button',
          name: expect.stringMatching(filled(wizard.paste.fill_other)),
        });
        await person.press('Return');
        await person.hearWords(filled(wizard.paste.filled_other));

        await person.enter(wizard.enter.test);
        // A quick test may be over before the heading is asked what it says; it keeps the focus, and its words are said.
        const { idle, running, proved } = report.heading;
        await person.hearTitle(new RegExp([idle, running, proved].join('|')));
        await person.hearWords(report.heading.proved);
        await expectNamedItems(listener);

        await person.tabTo(report.practiceFault.label);
        await person.press('Down');
        await person.hearWords(filled(report.practiceFault.chosen));
        await person.enter(report.testAgain);
        const stop = report.spoken.stop.split(/\{\{\w+\}\}/);
        const said = (await person.hearWords(`${stop[1]}`)).words;
        expect(said).toContain(stop[2]);
        const title = await person.hear(
          'the finding’s title',
          (heard): heard is Focus => isFocus(heard) && heard.role === 'heading' && heard.level === 3,
        );
        expect(said).toContain(`${title.name}${stop[1]}`);
        await expectNamedItems(listener);
        await person.press('Tab');
        expect(await person.hear('what to do', isFocus)).toMatchObject({ role: 'button' });

        await person.enter(common.action.later);
        await person.hearTitle(connections.title);
        expect(await expectNamedItems(listener)).toContainEqual(
          expect.stringContaining(wizard.instance.namePractice),
        );

        await person.tabTo(connections.practise);
        await person.press('F1');
        await person.hear(
          'the title of the help',
          (heard): heard is Focus =>
            isFocus(heard) && heard.role === 'heading' && heard.name === words.help.title,
        );
        await person.press('Escape');
        expect(await person.hear('where one was', isFocus)).toMatchObject({ name: connections.practise });
        expectGoodManners(listener, person.presses);
      } finally {
        const heard = listener.heard.map(written).join('\n');
        await info.attach('heard', { body: heard, contentType: 'text/plain' });
      }
    });

    test('the menu opens the help by its letter', async ({ desktop, launch }) => {
      const listener = await startListener(desktop);
      const person = new Person(listener);
      await launch({ args: ['--force-renderer-accessibility'] });
      await listener.takeKeyboard();
      await person.hear('the first page', isFocus);
      await person.tabTo(words.connections.practise);
      const letter = menu.help.split('&')[1]?.[0]?.toLowerCase();
      await person.press(`alt+${letter}`);
      // The open menu is a window of its own, which has no name.
      await person.hear('the menu', (heard): heard is Heard => heard.kind === 'window' && heard.name === '');
      await person.press('Down');
      await person.press('Return');
      await person.hear(
        'the title of the help',
        (heard): heard is Focus => isFocus(heard) && heard.name === words.help.title && heard.level === 2,
      );
    });
  });
}
