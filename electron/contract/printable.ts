/**
 * Names and facts come from files, servers and certificates; a terminal, a ticket and a page obey control characters,
 * bidirectional overrides and line separators: each becomes a question mark, and the text is one line.
 */
export const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
