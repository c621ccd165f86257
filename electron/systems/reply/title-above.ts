import type { LabelBook } from './label-book';
import type { Line } from './lines';
import { isPlaceholder, isUnderAnEmptyLabel } from './no-value';

/* If no known heading distinguishes several values of a field, the title of the block each is in may do. */

const MOST_LINES = 40;
const LONGEST_TITLE = 60;
const GREETING = /[,!]$|^(?:hi|hello|dear|bonjour|salut|thanks|thank you|merci|regards|cordialement)\b/i;

/**
 * The nearest line above `at` that stands alone like a title, without the marks around it; '' if there is none.
 * @param floor the line of the value above; a title above that one belongs to it
 */
export function titleAbove(lines: readonly Line[], at: number, floor: number, book: LabelBook): string {
  for (let above = at - 1; above > Math.max(floor, at - MOST_LINES); above -= 1) {
    const line = lines[above];
    if (line === undefined || line.only === 'header' || line.part !== lines[at]?.part) return '';
    const text = line.text.trim();
    if (text === '' || text.length > LONGEST_TITLE || book.mayHold(text)) continue;
    const title = text.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '');
    // A single word that may be a value, or the name below a letter, is not a title.
    const isAlone = (lines[above - 1]?.text.trim() ?? '') === '' || line.only === 'heading';
    // Below a label such as "Passphrase:" it is a value.
    const over =
      lines
        .slice(0, above)
        .findLast((one) => one.text.trim() !== '')
        ?.text.trim() ?? '';
    if (/[:=：]$/.test(over) || book.whole(over) !== null) continue;
    if (!isAlone || title === '' || isPlaceholder(title) || GREETING.test(text)) continue;
    if (!/\s/.test(title) && !isUnderAnEmptyLabel(title)) continue;
    // If the same text also follows a label, it may be a passphrase.
    if (
      lines.some(
        (one) => one !== line && one.text.length < 400 && book.mayHold(one.text) && one.text.includes(title),
      )
    )
      continue;
    return title;
  }
  return '';
}
