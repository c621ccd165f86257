import { rmSync } from 'node:fs';
import { providers } from '@systems/providers/catalogue';
import { withAddedLanguages } from '../support/added-languages';
import { longRow, ordinaryWords, pseudoRow } from '../support/pseudo-language';
import { expect, testOnKeptPage } from './app-fixture';
import { sidewaysOverflow, windowScrolls } from './overflow';
import { saidOn, speak } from './said-on';
import { screens } from './screens';
import { settled } from './settled';

/*
 * A language is only a row and a folder. This adds two to a copy of the program: English in fullwidth letters, where
 * any ordinary letter on screen is hard-coded English, and one as long as German, which no layout may cut off. Each
 * screen is opened in English and then switched to the other two.
 */

const test = testOnKeptPage.extend<object, object>({
  program: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use, worker) => {
      const program = await withAddedLanguages(`added-languages-${worker.workerIndex}`);
      await use(program);
      rmSync(program.sources, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

/** What no language translates, and the data that the screens' tests and the fake main provide. */
const sameInAll: readonly string[] = [
  // Units, zones, and the scheme of an address.
  ...['ms', 's', 'UTC', 'https'],
  // Products.
  ...['School API Setup Wizard', 'GNOME Keyring', 'KDE Wallet', 'Mimecast', 'Microsoft Safe Links'],
  ...Object.values(providers).flatMap(({ name, vendor, menuPath = [], labels = {} }) => [
    name,
    vendor,
    menuPath.join(' › '),
    ...Object.values(labels).map((label) => `“${label}”`),
  ]),
  // Lists, permissions and standards' terms, as servers name them.
  ...['students', 'teachers', 'users', 'enrollments', 'demographics', 'results', 'invalid_client'],
  ...['staffs', 'contacts', 'studentSchoolAssociations'],
  // Typed, pasted or searched for on the way to a screen.
  ...['Maple DSB', 'pat', 'Practice board', 'nowhere to be found', 'Maple Filter Root'],
  ...['“Test”', '“Production”', '“For the sandbox environment”'],
];

/** The strings in a scenario: names, facts of reports, file contents. */
const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

/** Removes those strings, addresses, paths, and ids, which contain punctuation or a digit. */
function withoutData(text: string, data: readonly string[]): string {
  const without = (from: string, some: readonly string[]) =>
    some.reduce((rest, one) => rest.split(one).join(' '), from);
  const words = data.filter((one) => /^[A-Za-z]+$/.test(one));
  const phrases = data.filter((one) => /[^A-Za-z]/.test(one));
  const rest = without(text, phrases)
    .replaceAll(/docs\/[\w./-]+|(?:https?:)?\/[\w.~/?=&%:-]+(?: API Setup Wizard| history\.csv)?/g, ' ')
    .replaceAll(/[\w@-]+(?:\.[\w-]+)+(?::\d+)?|[\w-]*\d[\w-]*/g, ' ');
  return without(rest, words);
}

// One worker runs them all: building the copy takes longer than the screens that another one would take over.
test.describe.configure({ mode: 'default' });

for (const { name, scenario, reach } of screens) {
  test(`${name}: speaks a new language throughout, and loses nothing in a long one`, async ({
    open,
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open({ ...scenario, language: 'en' });
    await reach?.(page);
    await settled(page);

    await speak(page, pseudoRow);
    const data = [...stringsIn(scenario), ...sameInAll].toSorted((a, b) => b.length - a.length);
    const english = (await saidOn(page)).filter(
      (text) => ordinaryWords(withoutData(text, data), []).length > 0,
    );
    expect(english).toEqual([]);

    await speak(page, longRow);
    await page.setViewportSize({ width: 800, height: 600 });
    expect.soft(await sidewaysOverflow(page)).toEqual([]);
    expect.soft(await windowScrolls(page), 'only what is inside the window scrolls').toBe(false);
    await page.setViewportSize({ width: 640, height: 400 });
    expect.soft(await sidewaysOverflow(page)).toEqual([]);
  });
}
