/* Patterns that quickly rule out most text before it is searched for labels. */

export const wantedPatternOf = (words: ReadonlyMap<string, ReadonlySet<string>>): RegExp =>
  new RegExp(patternOf(new Set([...words.values()].flatMap((all) => [...all]))), 'i');

/** Matches any of the words anywhere. Words that contain another one are redundant. */
export function patternOf(words: ReadonlySet<string>): string {
  const all = [...words];
  const isNeeded = (word: string) =>
    word.length < 3 || !all.some((other) => other.length >= 3 && other !== word && word.includes(other));
  return all.filter(isNeeded).map(loosely).join('|');
}

/** With or without accents. Of a letter with a combining accent, the letter alone is enough. */
export const loosely = (word: string): string =>
  word.length < 3
    ? `${word}(?![a-z])`
    : word.replaceAll(/[eaciou]/g, (letter) => `[${letter}${accented[letter] ?? ''}]`);

const accented: Readonly<Record<string, string>> = { e: 'éèêë', a: 'àâ', c: 'ç', u: 'ùû', i: 'îï', o: 'ô' };
