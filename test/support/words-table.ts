/* The table of docs/words.md: one word for each thing in each language, and the words it replaces. */

export const worded = ['en', 'fr'] as const;
/** A language that the table has columns for. */
export type Worded = (typeof worded)[number];

/** One row: what it is about, every form of its term, and the words not to use for it. */
export interface Row {
  readonly thing: string;
  readonly terms: Readonly<Record<Worded, readonly string[]>>;
  /** Whole words or phrases; a `*` at the end stands for any ending. */
  readonly banned: Readonly<Record<Worded, readonly string[]>>;
}

const COLUMNS = 6;

const listed = (cell = ''): readonly string[] =>
  cell
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The rows of the one table of a Markdown page that has six columns, without its head. */
export const rowsOf = (page: string): readonly Row[] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(1, -1).split('|'))
    .filter((cells) => cells.length === COLUMNS)
    .slice(1)
    .map(([thing = '', en, fr, notEn, notFr]) => ({
      thing: thing.trim(),
      terms: { en: listed(en), fr: listed(fr) },
      banned: { en: listed(notEn), fr: listed(notFr) },
    }));

/** A text as a pattern that matches it and nothing else. */
export const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
