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
    // What a name begins with: O’Sullivan, St-Pierre.
    .replace(/(?<!\p{L})(\p{L}{1,3})['’-](?=\p{L})/u, '$1')
    // A digit in place of a letter, alone or two together.
    .replaceAll(/(?<=\p{L}.?)[013457@$!](?=.?\p{L})/gu, (sign) => LOOKALIKES[sign] ?? sign);
  const word = /^\P{L}{0,6}(\p{L}{4,20})\P{L}{0,6}$/u.exec(plain)?.[1];
  // Other capitals inside come from a generator, or begin further words.
  if (word === undefined || !/^(?:\p{L}{1,3})?(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u.test(word)) return false;
  const letters = word.toLowerCase();
  // Nobody can say what has no vowel, or five consonants in a row: it comes from a generator.
  return /[aeiouy]/.test(letters) && !/[^aeiouy]{5}/.test(letters);
}
