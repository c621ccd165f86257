import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { isOneWord } from './one-word';

/** zxcvbn's scale: 0 (guessed at once) to 4 (not guessed in a lifetime). */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** From this score on, a password withstands months of guessing by somebody who has the file. */
export const STRONG_ENOUGH: Strength = 3;

export type Estimate = (password: string, ownWords: readonly string[]) => Strength;

/** How many characters are scored. The whole is never weaker than its prefix, and scoring takes quadratic time. */
const JUDGED = 64;

/** The highest score for a single word, whether or not the dictionaries have it. */
const ONE_WORD: Strength = 2;

/** Attackers try a name whole and word by word. */
const wordsIn = (name: string): readonly string[] => [
  name,
  ...name.split(/[\s·-]+/).filter((word) => word.length > 2),
];

let loading: Promise<Estimate> | null = null;

/** The estimator and its English and French dictionaries: about 1 MB, fetched when a password is needed. */
export function loadEstimate(): Promise<Estimate> {
  loading ??= make();
  return loading;
}

async function make(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, common, { dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('./dictionaries'),
  ]);
  const estimator: ZxcvbnFactory = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...dictionary },
    graphs: common.adjacencyGraphs,
  });
  return (password, ownWords) => {
    const judged = password.slice(0, JUDGED);
    const own = ownWords.flatMap(wordsIn);
    // zxcvbn misses the first of two known words separated by a single space.
    const closed = judged.replaceAll(/[\s._-]+/g, '');
    const [asTyped, joined] = [estimator.check(judged, own), estimator.check(closed, own)];
    const score = Math.min(asTyped.score, joined.score) as Strength;
    const known = asTyped.sequence.filter(
      ({ pattern, token }) => pattern === 'dictionary' && token.length > 2,
    );
    // Three known words without spaces are a passphrase, not a single word.
    return score > ONE_WORD && known.length < 3 && isOneWord(judged) ? ONE_WORD : score;
  };
}
