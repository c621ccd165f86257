/**
 * French writes the first of a month as an ordinal, "1er mai", which no Intl format does: mends a date in words that
 * begins with its day (`1 mai 2026` becomes `1er mai 2026`) and leaves every other text as it is.
 */
export const withOrdinalFirst = (date: string): string => date.replace(/^1(?=\s)/, '1er');
