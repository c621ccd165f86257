/*
 * Marks of ticket systems, forums and chats around a label or a value: Jira's `{noformat}…{noformat}`, BBCode's
 * `[code]…[/code]`, and code fences. They come with text that was copied as its source.
 */

const MACRO = /\{(noformat|code|color|quote|panel)(?::[^{}\n]{0,80})?\}([^{}]{0,2000})\{\1\}/gi;
const BBCODE =
  /\[(b|i|u|s|code|pre|tt|color|size|font|quote|url|email|noparse)(?:=[^[\]\n]{1,200})?\]([^[\]]{0,2000})\[\/\1\]/gi;
/** A line that only opens or closes a block of code. */
const FENCE = /^([ \t>]{0,20})(?:`{3,8}|~{3,8})[\w+-]{0,20}[ \t]{0,20}$/gm;
/** AsciiDoc: `+abc+` between backticks. */
const LITERAL = /`\+([^`\n]{1,2000})\+`/g;
const INLINE_FENCE = /`{3}([^`\n]{1,2000})`{3}/g;

/** The text without them. Only pairs count, except for fences: half of one may belong to a value. */
export function withoutTicketMarks(text: string): string {
  let plain = text;
  if (/\{(?:noformat|code|color|quote|panel)/i.test(plain)) plain = plain.replaceAll(MACRO, '$2');
  if (plain.includes('[/')) plain = plain.replaceAll(BBCODE, '$2').replaceAll(BBCODE, '$2');
  if (plain.includes('`+')) plain = plain.replaceAll(LITERAL, '`$1`');
  if (/`{3}|~{3}/.test(plain)) plain = plain.replaceAll(FENCE, '$1').replaceAll(INLINE_FENCE, '`$1`');
  return plain;
}
