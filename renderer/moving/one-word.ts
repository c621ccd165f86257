const LOOKALIKES: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * Whether a password is one word, with at most a year or a few signs around it: a name, a place, a word of any
 * language. Attackers' lists of words are longer than any that we could ship, so the word need not be one we know.
 */
export function isOneWord(password: string): boolean {
  const plain = password
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    // The same again: abcabc.
    .replace(/^(.+?)\1+$/u, '$1')
    .replaceAll(/(?<=\p{L})['’](?=\p{L})/gu, '')
    // A digit in place of a letter, alone or two together.
    .replaceAll(/(?<=\p{L}.?)[013457@$!](?=.?\p{L})/gu, (sign) => LOOKALIKES[sign] ?? sign);
  const word = /^\P{L}{0,6}(\p{L}{4,20})\P{L}{0,6}$/u.exec(plain)?.[1];
  // Capitals inside come from a generator, or begin further words.
  if (word === undefined || !/^(?:\p{Lu}{0,2}\p{Ll}*|\p{Lu}+)$/u.test(word)) return false;
  const letters = word.toLowerCase();
  // Nobody can say what has no vowel, or five consonants in a row: it comes from a generator.
  return /[aeiouy]/.test(letters) && !/[^aeiouy]{5}/.test(letters);
}
