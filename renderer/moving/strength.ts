import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** 0 (guessed at once) to 4 (not guessed in a lifetime), as zxcvbn counts. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** From here on a password holds against somebody who has the file and tries for months. */
export const STRONG_ENOUGH: Strength = 3;

export type Estimate = (password: string, ownWords: readonly string[]) => Strength;

let loading: Promise<Estimate> | null = null;

/** The estimator and its dictionaries, English and French: two megabytes, fetched when a password is asked for. */
export function loadEstimate(): Promise<Estimate> {
  loading ??= make();
  return loading;
}

async function make(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, common, english, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-fr'),
  ]);
  const estimator: ZxcvbnFactory = new ZxcvbnFactory({
    dictionary: {
      ...common.dictionary,
      ...withPrefix('en', english.dictionary),
      ...withPrefix('fr', french.dictionary),
    },
    graphs: common.adjacencyGraphs,
  });
  return (password, ownWords) => estimator.check(password, [...ownWords]).score as Strength;
}

/** Both languages name their lists alike. */
const withPrefix = <Words>(prefix: string, lists: Readonly<Record<string, Words>>): Record<string, Words> =>
  Object.fromEntries(Object.entries(lists).map(([name, words]) => [`${name}-${prefix}`, words]));
