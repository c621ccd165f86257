import { type Language, languages } from '@contract/languages';

/* The table of docs/words.md: one word for each thing in each language, and the words it replaces. */

/** One row: what it is about, every form of its term, and the words not to use for it. */
export interface Row {
  readonly thing: string;
  readonly terms: Readonly<Record<Language, readonly string[]>>;
  /** Whole words or phrases; a `*` at the end stands for any ending. */
  readonly banned: Readonly<Record<Language, readonly string[]>>;
}

const listed = (cell = ''): readonly string[] =>
  cell
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const english = new Intl.DisplayNames('en', { type: 'language' });

/** The one table of a Markdown page that has a column `English`: its head, and the cells of its rows. */
function cellsOf(page: string): { readonly head: readonly string[]; readonly rows: readonly string[][] } {
  const [head = [], ...rows] = page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
    .filter((cells, _, [first]) => cells.length === first?.length);
  return { head, rows };
}

/** The languages of the program that the table has columns for. */
export const wordedIn = (page: string): readonly Language[] =>
  languages.filter((language) => cellsOf(page).head.includes(english.of(language) ?? ''));

/** The rows of the table. A language without columns has neither terms nor banned words. */
export function rowsOf(page: string): readonly Row[] {
  const { head, rows } = cellsOf(page);
  const inEach = (cells: readonly string[], column: (name: string) => string) =>
    Object.fromEntries(
      languages.map((language) => [
        language,
        listed(cells[head.indexOf(column(english.of(language) ?? ''))]),
      ]),
    ) as Record<Language, readonly string[]>;
  return rows.map((cells) => ({
    thing: cells[0] ?? '',
    terms: inEach(cells, (name) => name),
    banned: inEach(cells, (name) => `not in ${name}`),
  }));
}

/** A text as a pattern that matches it and nothing else. */
export const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
