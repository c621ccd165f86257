import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { isOneWord } from './one-word';

/** 0 (guessed at once) to 4 (not guessed in a lifetime), as zxcvbn counts. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** From here on a password holds against somebody who has the file and tries for months. */
export const STRONG_ENOUGH: Strength = 3;

export type Estimate = (password: string, ownWords: readonly string[]) => Strength;

/** Characters that are judged: the whole is never weaker than its beginning, and judging grows with the square. */
const JUDGED = 64;

/** The best that one word can reach, whether the dictionaries have it or not. */
const ONE_WORD: Strength = 2;

/** A name is guessed whole and word by word. */
const wordsIn = (name: string): readonly string[] => [
  name,
  ...name.split(/[\s·-]+/).filter((word) => word.length > 2),
];

let loading: Promise<Estimate> | null = null;

/** The estimator and its dictionaries, English and French: about one megabyte, fetched when a password is asked for. */
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
    // One blank between two known words hides the first of them from it.
    const closed = judged.replaceAll(/[\s._-]+/g, '');
    const [asTyped, joined] = [estimator.check(judged, own), estimator.check(closed, own)];
    const score = Math.min(asTyped.score, joined.score) as Strength;
    const known = asTyped.sequence.filter(
      ({ pattern, token }) => pattern === 'dictionary' && token.length > 2,
    );
    // Three known words without a blank between them are a passphrase, and no one word.
    return score > ONE_WORD && known.length < 3 && isOneWord(judged) ? ONE_WORD : score;
  };
}
