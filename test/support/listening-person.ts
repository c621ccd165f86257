import { expect } from '@playwright/test';
import { main as english } from '../../assets/locales/en/main';
import { main as french } from '../../assets/locales/fr/main';
import type { Focus, Heard, Listener, Said } from './listener';
import { en, fr } from './window-words';

/* A person who goes through the program by ear alone, and what must hold for whatever they hear. */

const MOST_STOPS = 80;
const START = 'start';
/** Longer than the window waits between two announcements. */
const END_MS = 2000;

const isFocus = (heard: Heard): heard is Focus => heard.kind === 'focus';
/** Tab goes over the page itself on its way from the last control to the first, without a stop. */
const isStop = (heard: Heard): heard is Focus => isFocus(heard) && heard.role !== 'page';
const isTitle = (heard: Heard): heard is Focus => isFocus(heard) && heard.role === 'heading';
const isSaid = (heard: Heard): heard is Said => heard.kind === 'says';
const fits = (pattern: string | RegExp, text: string): boolean =>
  typeof pattern === 'string' ? text === pattern : pattern.test(text);

/**
 * What stands around the page, the menu and what is in them. Chromium may tell the focus of it for a moment, while what
 * had it goes and what gets it comes; it has no words, and nothing is read.
 */
export const isFrame = ({ role }: Focus): boolean => /^(panel|section|invalid)$/.test(role);

/** What one key led to. */
export interface Step {
  readonly key: string;
  /** What follows is a race between the program's work and its reports: no two times alike. */
  readonly isRace: boolean;
  readonly heard: readonly Heard[];
}

/** Of a start: what came before was another start, or the page before it was loaded anew. */
const lastOfEach = (heard: readonly Heard[]): readonly Heard[] =>
  ['window', 'focus'].flatMap((kind) => heard.findLast((each) => each.kind === kind) ?? []);

interface Press {
  readonly key: string;
  readonly isRace: boolean;
  /** Where in all that was heard it begins. */
  readonly mark: number;
}

/** A person with a keyboard and ears. Nothing here looks at the page. */
export class Person {
  private readonly presses: Press[] = [];

  constructor(private readonly listener: Listener) {}

  /** Takes the keyboard and hears where one is: the window's name, and its page. */
  async begin(title: string, { isRace = false } = {}): Promise<void> {
    this.presses.push({ key: START, isRace, mark: 0 });
    await this.listener.takeKeyboard();
    const isNamed = (heard: Heard): heard is Heard => heard.kind === 'window' && heard.name.startsWith(title);
    await this.hear(`the window ${title}`, isNamed);
    await this.hear('the page', isFocus);
  }

  async press(key: string, { isRace = false } = {}): Promise<void> {
    // Over a row of Tabs nobody waits; before anything else one hears the program out.
    if (key !== 'Tab' || this.presses.at(-1)?.key !== 'Tab') await this.listener.quiet();
    this.presses.push({ key, isRace, mark: this.listener.heard.length });
    await this.listener.press(key);
  }

  async type(text: string, { isRace = false } = {}): Promise<void> {
    await this.listener.quiet();
    this.presses.push({ key: `types “${text}”`, isRace, mark: this.listener.heard.length });
    await this.listener.type(text);
  }

  /** Goes to the next control. */
  async tab(): Promise<Focus> {
    await this.press('Tab');
    return this.hear('the next stop', isStop);
  }

  /** Goes from control to control until the name fits. */
  async tabTo(name: string | RegExp): Promise<Focus> {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const at = await this.tab();
      if (fits(name, at.name)) return at;
    }
    throw new Error(`The keyboard does not reach ${String(name)}`);
  }

  async enter(name: string | RegExp, options: { readonly isRace?: boolean } = {}): Promise<void> {
    await this.tabTo(name);
    await this.press('Return', options);
  }

  /** Waits for the title of the screen that the last key led to: the window's name, and the heading with the focus. */
  async hearTitle(title: string | RegExp): Promise<void> {
    await this.hear(
      `the title ${String(title)}`,
      (heard): heard is Focus =>
        isFocus(heard) && heard.role === 'heading' && heard.level === 1 && fits(title, heard.name),
    );
    await this.hear('the window’s new name', (heard): heard is Heard => heard.kind === 'window');
    if (!this.last().isRace) await this.hearFields();
  }

  /** Waits for words said since the last key. */
  hearWords(words: string | RegExp): Promise<Said> {
    return this.hear(
      String(words),
      (heard): heard is Said =>
        isSaid(heard) && (typeof words === 'string' ? heard.words.includes(words) : words.test(heard.words)),
    );
  }

  /** Waits until the program has no more to say. */
  hearItOut(): Promise<void> {
    return this.listener.quiet(END_MS);
  }

  /** Waits for the focus to arrive where the last key led to. */
  hearFocus(what: string, role: string, name: string | RegExp = /./): Promise<Focus> {
    return this.hear(
      what,
      (heard): heard is Focus => isFocus(heard) && heard.role === role && fits(name, heard.name),
    );
  }

  hear<Fits extends Heard>(what: string, isIt: (heard: Heard) => heard is Fits): Promise<Fits> {
    return this.listener.waitToHear(what, this.presses.at(-1)?.mark ?? 0, isIt);
  }

  /** The lists on the screen, item by item: each has words. */
  async hearItems(): Promise<readonly string[]> {
    const items = (await this.listener.tree())
      .filter(({ role }) => role === 'list item')
      .map(({ text }) => text);
    expect(items.length, 'there is a list').toBeGreaterThan(0);
    expect(items.filter((text) => text === '')).toEqual([]);
    return items;
  }

  /** The fields on the screen: each has a name, and one with something wrong says what, with its name. */
  async hearFields(): Promise<void> {
    const fields = (await this.listener.tree()).filter(({ role }) =>
      /^(text field|password field|combo box|check box|radio button)$/.test(role),
    );
    expect(fields.filter(({ name }) => name === '')).toEqual([]);
    const wrong = fields.filter(({ states }) => states.includes('invalid'));
    expect(wrong.filter(({ name, description }) => !description.includes(name))).toEqual([]);
  }

  /** Each key and what was heard after it. */
  steps(): readonly Step[] {
    return this.presses.map(({ key, isRace, mark }, index) => {
      const end = this.presses[index + 1]?.mark ?? this.listener.heard.length;
      const heard = this.listener.heard.slice(mark, end);
      return { key, isRace, heard: key === START ? lastOfEach(heard) : heard };
    });
  }

  private last(): Step {
    return this.steps().at(-1) ?? { key: '', isRace: false, heard: [] };
  }
}

/** What holds for whatever is heard, whichever way was gone. */
export function expectGoodManners(steps: readonly Step[], language: 'en' | 'fr'): void {
  for (const { key, heard } of steps) {
    expect(
      heard.filter(({ kind }) => kind === 'gone'),
      `nothing heard of was gone, after ${key}`,
    ).toEqual([]);
    // A window that becomes active again, after a menu, tells its page before what has the focus in it.
    const isBack = heard.some(({ kind }) => kind === 'window') && heard.findLast(isFocus)?.role !== 'page';
    const isOnNothing = (each: Heard) =>
      isFocus(each) && each.role === 'page' && !isBack && !/Tab$|^start$/.test(key);
    expect(heard.filter(isOnNothing), `the focus is on nothing after ${key}`).toEqual([]);
    expect(
      heard.filter((each) => isFocus(each) && each.name === '' && !isFrame(each)),
      `without a name after ${key}`,
    ).toEqual([]);
    const isNewScreen = heard.some((each) => each.kind === 'window' && each.name.includes(en.common.appName));
    const isTold = heard.some((each) => isFocus(each) && /^(heading|page)$/.test(each.role));
    expect(!isNewScreen || isTold, `a new screen after ${key} tells its title`).toBe(true);
    const wrong = heard.filter(isFocus).filter(({ states }) => states.includes('invalid'));
    expect(
      wrong.filter(({ name, description }) => !description.includes(name)),
      `a field in which something is wrong says what, after ${key}`,
    ).toEqual([]);
    const said = heard.filter(isSaid).map(({ words }) => words);
    // While one types, what is wrong beside a field may come, go and come again.
    if (!key.startsWith('types')) expect(said, `said once after ${key}`).toEqual([...new Set(said)]);
  }
  // Nor does anything come back later, such as when a dialog closes. Two tests may well say the same, and a screen that
  // comes again its title.
  const titles = steps.flatMap(({ heard }) => heard.flatMap((each) => (isTitle(each) ? each.name : [])));
  const said = steps
    .filter(({ isRace }) => !isRace)
    .flatMap(({ heard }) => heard.filter(isSaid).map(({ words }) => words))
    .filter((words) => !titles.includes(words));
  expect(said, 'said once').toEqual([...new Set(said)]);
  const foreign = onlyIn(language === 'en' ? [french, fr] : [english, en], [
    language === 'en' ? [english, en] : [french, fr],
  ]);
  const texts = steps.flatMap(({ heard }) => heard.flatMap(textsOf));
  const inTheOther = texts.filter((text) => foreign.some((words) => text.includes(words)));
  expect(inTheOther, 'in another language than the page’s').toEqual([]);
}

const textsOf = (heard: Heard): readonly string[] => {
  switch (heard.kind) {
    case 'focus':
      return [heard.name, heard.description];
    case 'says':
      return [heard.words];
    case 'window':
      return [heard.name];
    case 'gone':
      return [];
  }
};

/** Shorter ones may be the same by chance in both languages. */
const LEAST_LETTERS = 12;

/** The pieces of sentence of one language that the other does not have. */
function onlyIn(language: unknown, other: unknown): readonly string[] {
  const others = leavesOf(other).join('\n');
  return leavesOf(language)
    .flatMap((text) => text.split(/\{\{\w+\}\}/))
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= LEAST_LETTERS && piece.includes(' ') && !others.includes(piece));
}

const leavesOf = (words: unknown): readonly string[] =>
  typeof words === 'string'
    ? [words]
    : typeof words === 'object' && words !== null
      ? Object.values(words).flatMap(leavesOf)
      : [];
