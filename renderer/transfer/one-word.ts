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
 * Whether a password is a single word with at most a year or a few symbols around it: a name, a place, a word of any
 * language. Attackers' word lists are longer than any we could ship, so the word need not be in ours.
 */
export function isOneWord(password: string): boolean {
  const plain = password
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    // A repeated word: abcabc.
    .replace(/^(.+?)\1+$/u, '$1')
    // Name prefixes: O’Sullivan, St-Pierre.
    .replace(/(?<!\p{L})(\p{L}{1,3})['’-](?=\p{L})/u, '$1')
    // A digit or symbol replacing a letter, one or two in a row.
    .replaceAll(/(?<=\p{L}.?)[013457@$!](?=.?\p{L})/gu, (sign) => LOOKALIKES[sign] ?? sign);
  const word = /^\P{L}{0,6}(\p{L}{4,20})\P{L}{0,6}$/u.exec(plain)?.[1];
  // Any other mix of capitals comes from a generator or starts further words.
  if (word === undefined || !/^(?:\p{L}{1,3})?(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u.test(word)) return false;
  const letters = word.toLowerCase();
  // Without a vowel, or with five consonants in a row, it is unpronounceable and so generated.
  return /[aeiouy]/.test(letters) && !/[^aeiouy]{5}/.test(letters);
}
