/**
 * French writes the first of a month as an ordinal, "1er mai", which no Intl format does: mends a date in words that
 * begins with its day (`1 mai 2026` becomes `1er mai 2026`) and leaves every other text as it is.
 */
export const withOrdinalFirst = (date: string): string => date.replace(/^1(?=\s)/, '1er');

/** Canadian French data writes "08 h 35"; people write "8 h 35", and a line does not end within it. */
export const withHourTogether = (text: string): string =>
  text
    .replace(/(?<!\d)0(?=\d h)/, '')
    .replace(/ h (?=\d)/, '\u00a0h\u00a0')
    .replace(/ min (?=\d)/, '\u00a0min\u00a0')
    .replace(/(?<=\d) s(?= |$)/, '\u00a0s');
