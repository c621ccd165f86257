import type { Field } from '../system';
import type { ValueContext } from './labelled-value';
import { isPlaceholder, isUnderAnEmptyLabel } from './no-value';
import { isOpeningQuote, quotedAt } from './quotes';
import { type Reading, reading, trimmed } from './reading';

/* Quotation marks, brackets, code marks and escapes around a value. */

const PAIRS: Readonly<Record<string, { readonly close: string; readonly sure: boolean }>> = {
  '“': { close: '”', sure: true },
  '„': { close: '“', sure: true },
  '«': { close: '»', sure: true },
  '‘': { close: '’', sure: true },
  '"': { close: '"', sure: false },
  "'": { close: "'", sure: false },
  // Code in chats and Markdown.
  '`': { close: '`', sure: true },
  '<': { close: '>', sure: false },
  '*': { close: '*', sure: false },
  '(': { close: ')', sure: false },
  '[': { close: ']', sure: false },
  // Code in Jira, Textile; emphasis in chats and Markdown.
  '{': { close: '}', sure: false },
  '@': { close: '@', sure: false },
  '~': { close: '~', sure: false },
  _: { close: '_', sure: false },
  // Code in AsciiDoc, highlighting in Markdown.
  '+': { close: '+', sure: false },
  '=': { close: '=', sure: false },
};

/** The text is one quotation, perhaps followed by a comma or full stop. */
export function isQuoted(text: string): boolean {
  if (!isOpeningQuote(text.charAt(0))) return false;
  const end = quotedAt(text, 0)?.end ?? 0;
  return end > 2 && /^[,;.]?$/.test(text.slice(end, end + 2));
}

export function withoutMarks(field: Field, text: string, context: ValueContext): readonly Reading[] {
  const inner = unwrapped(text);
  const plain = withoutEscapes(text);
  if (plain !== text)
    return field.secret ? [reading(text, 'with-marks'), reading(plain, 'inside')] : [reading(plain)];
  if (inner !== null) {
    if (isPlaceholder(inner.text) || (context.ownLine === true && isUnderAnEmptyLabel(inner.text))) return [];
    const mark = context.cell === true && /[`*]/.test(text.charAt(0));
    if (inner.sure || mark || !field.secret) return [reading(inner.text)];
    return [reading(text, 'with-marks'), reading(inner.text, 'inside')];
  }
  if (/[.,;]$/.test(text) && text.length > 1) {
    const shorter = trimmed(text.slice(0, -1));
    if (isPlaceholder(shorter)) return [];
    return field.secret ? [reading(text, 'with-marks'), reading(shorter, 'inside')] : [reading(shorter)];
  }
  return [reading(text)];
}

/** Java properties files write `\\:` and `\\=` for `:` and `=`; HTML writes `&amp;` for `&`. */
export const withoutEscapes = (text: string): string =>
  text.replaceAll(/\\(?=[:=#!])/g, '').replaceAll(/&(?:amp|#38);/gi, '&');

/** The text inside a pair of marks. `sure`: the marks cannot be part of a secret. */
export function unwrapped(text: string): { readonly text: string; readonly sure: boolean } | null {
  const pair = PAIRS[text.charAt(0)];
  if (pair === undefined) return null;
  const end = /[,;.]$/.test(text) ? text.length - 1 : text.length;
  if (end < 3 || text.charAt(end - 1) !== pair.close) return null;
  const isDouble = text.charAt(1) === text.charAt(0) && text.charAt(end - 2) === pair.close;
  // One equals sign is the padding of base64.
  if (pair.close === '=' && (!isDouble || end <= 4)) return null;
  const double = isDouble && end > 4 ? 2 : 1;
  const inner = text.slice(double, end - double);
  return { text: pair.sure ? trimmed(inner) : inner, sure: pair.sure };
}
