import type { Environment, SystemId, WizardStep } from './connection';
import type { FindingCode } from './findings';
import type { Language } from './languages';
import type { RowKey, RowStatus } from './list-row';

/*
 * What the build, the main process and the page's script agree on for the first paint. The build draws the first
 * screen with gaps, the main process fills them (electron/first-paint/first-page.ts), and the script takes the page
 * over as it is.
 */

/** The number of rows in the page: the window never opens so high that it shows more. */
export const FIRST_ROWS = 24;
/** A normal row and the gap to the next, in px (renderer/connections/row-card.module.css). */
const GAP = 12;
export const ROW_AND_GAP = 80 + GAP;
/** The height of rows not drawn yet, in px. */
export const heightOfRows = (count: number): number => count * ROW_AND_GAP - GAP;

/** "Test all" is offered from this number of connections. */
export const TESTED_TOGETHER_FROM = 2;
/** Shorter lists need no search field. */
export const SEARCHED_FROM = 8;

/** The first screen with no connections, with one, with a few, and with enough to search. */
export const drawnScreens = ['first', 'one', 'few', 'many'] as const;
export type DrawnScreen = (typeof drawnScreens)[number];

export function screenOf(connections: number): DrawnScreen {
  if (connections === 0) return 'first';
  if (connections < TESTED_TOGETHER_FROM) return 'one';
  return connections < SEARCHED_FROM ? 'few' : 'many';
}

export const drawnPage = (screen: DrawnScreen, language: Language): string => `${screen}-${language}.html`;
export const piecesFile = (language: Language): string => `rows-${language}.json`;

/** A gap in drawn text, delimited by two private-use characters that our texts never contain. */
export const gap = (name: string): string => `\u{E000}${name}\u{E001}`;

/** @param parts gap name → its markup; a gap without one stays empty */
export const fillGaps = (pattern: string, parts: Readonly<Record<string, string>>): string =>
  pattern.replaceAll(/\u{E000}(\w+)\u{E001}/gu, (_, name: string) => parts[name] ?? '');

/** The gaps of a page. */
export type PageGap = 'folder' | 'rows';
/** The gaps in a row's markup. */
export type RowGap =
  | 'position'
  | 'icon'
  | 'name'
  | 'environment'
  | 'practice'
  | 'situation'
  | 'due'
  | 'label0'
  | 'label1'
  | 'fullName0'
  | 'fullName1';

/** A row's position in the whole list, of which only a part may be on the page. */
export const positionInList = (position: number, size: number): string =>
  `aria-posinset="${position}" aria-setsize="${size}"`;

/** What the main process needs to draw rows in one language. */
export interface ListPieces {
  /** One row, with the gaps of {@link RowGap}. */
  readonly row: string;
  readonly icons: Readonly<Record<RowStatus, string>>;
  readonly environments: Readonly<Record<Environment, string>>;
  readonly practice: string;
  /** With the gap `line`. */
  readonly due: string;
  /** The placeholder for rows not drawn yet, with the gap `height` in px. */
  readonly others: string;
  /** With `{{values}}`. */
  readonly words: Readonly<Record<RowKey, string>>;
  readonly titles: Readonly<Record<FindingCode, string>>;
  /** Titles of systems that have their own for a finding. */
  readonly ownTitles: Readonly<Record<SystemId, Readonly<Partial<Record<FindingCode, string>>>>>;
  readonly steps: Readonly<Record<SystemId, Readonly<Record<WizardStep, string>>>>;
  readonly unproved: Readonly<Partial<Record<SystemId, string>>>;
}
