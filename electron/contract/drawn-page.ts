import type { Environment, SystemId, WizardStep } from './connection';
import type { FindingCode } from './findings';
import type { Language } from './languages';
import type { RowKey, RowStatus } from './list-row';

/*
 * The first screen stands in the page before any script has run: the build draws it with gaps, main fills them
 * (electron/first-paint/first-page.ts), and the script takes it over as it stands. What the three agree on.
 */

/** So many rows of a list are in the page: the window does not open so high that it shows more. */
export const FIRST_ROWS = 24;
/** An ordinary row with the gap to the next, px (renderer/connections/row-card.module.css). */
const GAP = 12;
export const ROW_AND_GAP = 80 + GAP;
/** The place that rows will take which are still to come, px. */
export const heightOfRows = (count: number): number => count * ROW_AND_GAP - GAP;

/** Several connections can be tested at once. */
export const TESTED_TOGETHER_FROM = 2;
/** A list of fewer is taken in at a glance, without a search field. */
export const SEARCHED_FROM = 8;

/** The first screen without connections, with one, with some, and with so many that they are searched. */
export const drawnScreens = ['first', 'one', 'few', 'many'] as const;
export type DrawnScreen = (typeof drawnScreens)[number];

export function screenOf(connections: number): DrawnScreen {
  if (connections === 0) return 'first';
  if (connections < TESTED_TOGETHER_FROM) return 'one';
  return connections < SEARCHED_FROM ? 'few' : 'many';
}

export const drawnPage = (screen: DrawnScreen, language: Language): string => `${screen}-${language}.html`;
export const piecesFile = (language: Language): string => `rows-${language}.json`;

/** A gap in a drawn text, between two characters for private use, which no text of ours holds. */
export const gap = (name: string): string => `\u{E000}${name}\u{E001}`;

/** @param parts name of a gap → the markup for it; a gap without one stays empty */
export const fillGaps = (pattern: string, parts: Readonly<Record<string, string>>): string =>
  pattern.replaceAll(/\u{E000}(\w+)\u{E001}/gu, (_, name: string) => parts[name] ?? '');

/** The gaps of a page. */
export type PageGap = 'folder' | 'rows';
/** The gaps of a row, in markup. */
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

/** Where a row stands in the whole list, of which only a part may be on the page. */
export const positionInList = (position: number, size: number): string =>
  `aria-posinset="${position}" aria-setsize="${size}"`;

/** What main needs to draw rows in one language. */
export interface ListPieces {
  /** One row, with the gaps of {@link RowGap}. */
  readonly row: string;
  readonly icons: Readonly<Record<RowStatus, string>>;
  readonly environments: Readonly<Record<Environment, string>>;
  readonly practice: string;
  /** With the gap `line`. */
  readonly due: string;
  /** The place of the rows to come, with the gap `height`, px. */
  readonly others: string;
  /** With `{{values}}`. */
  readonly words: Readonly<Record<RowKey, string>>;
  readonly titles: Readonly<Record<FindingCode, string>>;
  /** Where a system has a heading of its own for a finding. */
  readonly ownTitles: Readonly<Record<SystemId, Readonly<Partial<Record<FindingCode, string>>>>>;
  readonly steps: Readonly<Record<SystemId, Readonly<Record<WizardStep, string>>>>;
  readonly unproved: Readonly<Partial<Record<SystemId, string>>>;
}
