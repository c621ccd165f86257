import type { LabelBook } from './label-book';
import type { Line } from './lines';
import { isPlaceholder, isUnderAnEmptyLabel } from './no-value';

/* Where nothing that is known as a heading tells several values of a field apart: the title of the block each is in. */

const MOST_LINES = 40;
const LONGEST_TITLE = 60;
const GREETING = /[,!]$|^(?:hi|hello|dear|bonjour|salut|thanks|thank you|merci|regards|cordialement)\b/i;

/**
 * The nearest line above `at` that stands alone like a title, without the marks around it; '' where there is none.
 * @param floor the line of the value above, beyond which a title belongs to that one
 */
export function titleAbove(lines: readonly Line[], at: number, floor: number, book: LabelBook): string {
  for (let above = at - 1; above > Math.max(floor, at - MOST_LINES); above -= 1) {
    const line = lines[above];
    if (line === undefined || line.only === 'header' || line.part !== lines[at]?.part) return '';
    const text = line.text.trim();
    if (text === '' || text.length > LONGEST_TITLE || book.mayHold(text)) continue;
    const title = text.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '');
    // One word that may be a value, or a name under a letter, is no title.
    const isAlone = (lines[above - 1]?.text.trim() ?? '') === '' || line.only === 'heading';
    // Below "Passphrase:" it is a value.
    const over =
      lines
        .slice(0, above)
        .findLast((one) => one.text.trim() !== '')
        ?.text.trim() ?? '';
    if (/[:=：]$/.test(over) || book.whole(over) !== null) continue;
    if (!isAlone || title === '' || isPlaceholder(title) || GREETING.test(text)) continue;
    if (!/\s/.test(title) && !isUnderAnEmptyLabel(title)) continue;
    // What stands behind a label as well may be a secret in words.
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
