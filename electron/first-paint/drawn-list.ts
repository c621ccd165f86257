import type { ConnectionSummary } from '@contract/channels';
import {
  FIRST_ROWS,
  fillGaps,
  heightOfRows,
  type ListPieces,
  positionInList,
  type RowGap,
} from '@contract/drawn-page';
import { escapeHtml } from '@contract/escape-html';
import type { Language } from '@contract/languages';
import { describeRow, type RowWords } from '@contract/list-row';

/**
 * Draws the first rows of the list exactly like the window (renderer/connections/row-card.tsx), and a placeholder for
 * the others.
 * @param rows the first rows, at most {@link FIRST_ROWS}
 * @param count the total number of connections
 * @returns markup; throws on values no store could have written
 */
export function drawRows(
  pieces: ListPieces,
  language: Language,
  { rows, count }: { readonly rows: readonly ConnectionSummary[]; readonly count: number },
): string {
  const words = wordsOf(pieces, language);
  const first = rows.slice(0, FIRST_ROWS);
  const others = count - first.length;
  return [
    ...first.map((connection, index) => drawRow(pieces, words, connection, positionInList(index + 1, count))),
    others > 0 ? fillGaps(pieces.others, { height: String(heightOfRows(others)) }) : '',
  ].join('');
}

function drawRow(
  pieces: ListPieces,
  words: RowWords,
  connection: ConnectionSummary,
  position: string,
): string {
  const { status, name, situation, due, buttons } = describeRow(words, connection);
  const [first, second] = buttons;
  const parts: Readonly<Record<RowGap, string>> = {
    position,
    icon: pieces.icons[status],
    name: escapeHtml(name),
    environment: pieces.environments[connection.environment],
    practice: connection.practice ? pieces.practice : '',
    situation: escapeHtml(situation),
    due: due === null ? '' : fillGaps(pieces.due, { line: escapeHtml(due) }),
    label0: escapeHtml(first.label),
    fullName0: escapeHtml(first.fullName),
    label1: escapeHtml(second.label),
    fullName1: escapeHtml(second.fullName),
  };
  return fillGaps(pieces.row, parts);
}

const wordsOf = (pieces: ListPieces, language: Language): RowWords => ({
  language,
  say: (key, values = {}) =>
    pieces.words[key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? ''),
  title: (system, code) => pieces.ownTitles[system][code] ?? pieces.titles[code],
  step: (system, step) => {
    const steps = pieces.steps[system];
    if (!Object.hasOwn(steps, step)) throw new Error('Not a step of the set-up');
    return steps[step];
  },
  unproved: (system) => pieces.unproved[system],
});
