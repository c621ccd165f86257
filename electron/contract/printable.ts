/**
 * Replaces control characters, bidirectional overrides and line separators with question marks, so that the text is
 * one line. Names and facts come from files, servers and certificates, and terminals, tickets and web pages would
 * interpret these characters.
 */
export const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
