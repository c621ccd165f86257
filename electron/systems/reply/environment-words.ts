import type { Environment } from '@contract/connection';
import { canonicalLabel } from '../labels';

/* The words for the environments, in English and French. */

interface Word {
  /** With its accents, which people may leave out. */
  readonly spoken: string;
  readonly environment: Environment;
  /** The word means an environment in any sentence. */
  readonly plain: boolean;
}

const word = (environment: Environment, plain: boolean) => (spoken: string) => ({
  spoken,
  environment,
  plain,
});
/** Every pattern below is made from this table. */
const WORDS: readonly Word[] = [
  ...'sandbox|bac à sable|staging|uat|qa|préprod|pré prod|préproduction|pré production'
    .split('|')
    .map(word('test', true)),
  ...'test|tests|testing|essai|essais|stage|pilot|pilote|dev|development|développement|demo|démo|demonstration|démonstration|training|formation|acceptance|acceptation|recette|homologation|trial|beta|bêta'
    .split('|')
    .map(word('test', false)),
  ...'production|prod'.split('|').map(word('production', true)),
  ...'prd|live|réel|réelle'.split('|').map(word('production', false)),
];

const kinds: ReadonlyMap<string, Environment> = new Map(
  WORDS.map(({ spoken, environment }) => [canonicalLabel(spoken), environment]),
);

export const isEnvironmentWord = (canonical: string): boolean => kinds.has(canonical);

const ACCENTED: Readonly<Record<string, string>> = { é: '[ée]', ê: '[êe]', à: '[àa]' };
/** With or without accents; a space may be a hyphen. Longer words first: an alternation takes the first match. */
const patternOf = (words: readonly Word[]): string =>
  words
    .map(({ spoken }) => spoken)
    .sort((one, other) => other.length - one.length)
    .map((spoken) =>
      spoken.replaceAll(/[éêà]/g, (letter) => ACCENTED[letter] ?? letter).replaceAll(' ', '[ \\u00a0-]'),
    )
    .join('|');
const ANY_WORD = patternOf(WORDS);

/** Quickly rules out most text. */
export const mayNameEnvironment = (text: string): boolean => MAY_NAME.test(text);
const MAY_NAME = new RegExp(
  // An accent may be a separate combining character.
  WORDS.map(({ spoken }) => spoken.replaceAll(/[éêà]/g, '.{1,2}').replaceAll(' ', '.{1,3}')).join('|'),
  'i',
);

/** `clientsecretprod`: a word that ends in the name of an environment. */
export const endsInEnvironment = (text: string): boolean => ENDS_IN_ONE.test(text);
const ENDS_IN_ONE = new RegExp(
  `(?:${WORDS.map(({ spoken }) => canonicalLabel(spoken).replaceAll(' ', '')).join('|')})$`,
  'i',
);

/** "To test the connection", "when you go live": an activity, not an environment. */
const DOING =
  / (?:to|pour) (?:re)?test(?= )| (?:re)?test(?:ing)? (?=(?:the|your|this|that|it|whether|if|our|these|them) )| (?:go|going|goes|gone) live(?= )/g;

/** The environment a heading names; null if it names none or both. */
export function environmentNamed(heading: string): Environment | null {
  if (!mayNameEnvironment(heading)) return null;
  const canonical = canonicalLabel(heading.slice(0, 200));
  if (!canonical.includes(' ')) return kinds.get(canonical) ?? null;
  const text = ` ${canonical} `.replaceAll(DOING, ' ');
  let rest = text;
  let only: Environment | null = null;
  // Names of several words come first, because "pre-production" is not production.
  for (const [name, environment] of severalWords) {
    if (!rest.includes(` ${name} `)) continue;
    if (only !== null && only !== environment) return null;
    only = environment;
    rest = rest.replaceAll(` ${name} `, '  ');
  }
  for (const word of rest.split(' ')) {
    const environment = kinds.get(word);
    if (environment === undefined) continue;
    if (only !== null && only !== environment) return null;
    only = environment;
  }
  return only;
}

/**
 * Drops the parts of a joined heading that an inner part overrides: if the outer one names one environment and the
 * inner one the other, the inner one applies.
 */
export function innermost(heading: string): string {
  if (!heading.includes(' · ') || !mayNameEnvironment(heading)) return heading;
  const parts = heading.split(' · ');
  const named = parts.map(environmentNamed);
  const last = named.findLast((one) => one !== null) ?? null;
  return parts.filter((_, at) => named[at] === null || named[at] === last).join(' · ');
}

const PLAIN_NAME = new RegExp(`\\b(?:${patternOf(WORDS.filter(({ plain }) => plain))})\\b`, 'iu');
const OF_AN_ENVIRONMENT =
  '(?:environment|environnement|instance|server|serveur|system|syst[èe]me|site|credential|identifiant|acc[èe]s|access|key|cl[ée]|value|valeur|account|compte|tenant)s?';
const WITH_WHAT = new RegExp(
  `\\b(?:${ANY_WORD})[ \\u00a0-]${OF_AN_ENVIRONMENT}\\b|\\b${OF_AN_ENVIRONMENT}[ \\u00a0](?:d[’']|de[ \\u00a0]|for[ \\u00a0])(?:the[ \\u00a0]|la[ \\u00a0])?(?:${ANY_WORD})\\b`,
  'iu',
);
const HANDS_OVER =
  /\b(?:credentials?|values?|valeurs?|keys?|cl[ée]s?|access|acc[èe]s|settings?|param[èe]tres?|details?|information|informations|identifiants?|below|following|suivante?s?|ci-dessous|here|voici|these|those|ces|ceci)(?!\p{L})/iu;
/** Negation, or something in the future. */
const NOT_SO =
  /\b(?:not|never|no|don[’']t|once|when|will|until|later|after|before|next|if|ne|n[’']|pas|sera|seront|lorsque|quand|d[èe]s|apr[èe]s|avant|jamais|si)(?!\p{L})/iu;

/** "Here are the credentials for your sandbox environment.": the values that follow belong to this environment. */
export const announcesEnvironment = (sentence: string): boolean =>
  sentence.length <= 200 &&
  mayNameEnvironment(sentence) &&
  HANDS_OVER.test(sentence) &&
  !NOT_SO.test(sentence) &&
  (PLAIN_NAME.test(sentence) || WITH_WHAT.test(sentence)) &&
  environmentNamed(sentence) !== null;

const severalWords = [...kinds].filter(([name]) => name.includes(' '));

/** `abc (test)`, `abc [UAT]`. */
const BEHIND = new RegExp(
  `(?<![^\\s,;()\\[\\]])([^\\s,;()\\[\\]]{1,4096})[ \\u00a0]{0,3}[(\\[]([^()\\[\\]\\n]{0,30}\\b(?:${ANY_WORD})\\b[^()\\[\\]\\n]{0,30})[)\\]]`,
  'giu',
);
/** `Test: abc`, `Prod = abc`. */
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}./-])((?:${ANY_WORD})(?:[ \\u00a0](?:environment|server|instance))?)[)\\]]?[ \\u00a0]{0,2}(?:[:=→]|[-–—](?=[ \\u00a0]))[ \\u00a0]{0,3}([^\\s]{1,4096})`,
  'giu',
);
/** `abc for test`, `abc pour l’essai`. */
const FOR = new RegExp(
  `(?<![^\\s,;])([^\\s,;]{1,4096})[ \\u00a0](?:for|in|pour|en)[ \\u00a0](?:the[ \\u00a0]|la[ \\u00a0]|le[ \\u00a0]|l[’'])?(${ANY_WORD})\\b`,
  'giu',
);

interface Variant {
  /** '' if the text names no environment for it. */
  readonly heading: string;
  readonly value: string;
}

export interface Variants {
  readonly variants: readonly Variant[];
  /** The text between and around them. */
  readonly rest: string;
  /** The text consists of nothing but them and what joins them. */
  readonly isAll: boolean;
}

const NONE: Variants = { variants: [], rest: '', isAll: false };
const LONGEST_TEXT = 2000;
const JOINTS = /^(?:[\s,;/|&+·•.()[\]–—-]|\b(?:and|et|or|ou)\b)*$/iu;

/** The values after one label that are each marked with their environment; empty if they are not. */
export function variantsIn(whole: string): Variants {
  // A truncated value is not a value.
  const text =
    whole.length > LONGEST_TEXT ? (/^.*(?=\s)/s.exec(whole.slice(0, LONGEST_TEXT))?.[0] ?? '') : whole;
  if (!mayNameEnvironment(text)) return NONE;
  const read = (pattern: RegExp, heading: number, value: number): Variants => {
    let from = 0;
    let rest = '';
    const found: Variant[] = [];
    for (const match of text.matchAll(pattern)) {
      const own = (match[value] ?? '').replace(/[,;|]+$/, '');
      if (own === '') continue;
      rest += `${text.slice(from, match.index)} `;
      from = match.index + match[0].length;
      found.push({ heading: (match[heading] ?? '').trim(), value: own });
    }
    rest += text.slice(from);
    return { variants: found, rest, isAll: text === whole && JOINTS.test(rest) };
  };
  const before = read(BEFORE, 1, 2);
  if (before.variants.length > 1) return before;
  // "t-1 / (prod): p-1": the text before the first environment is another value.
  const [first] = before.variants;
  const start =
    first === undefined
      ? ''
      : /^(\S+)[ \u00a0]*[/|,;][ \u00a0]*[([]?$/.exec(text.slice(0, text.indexOf(first.heading)))?.[1];
  if (first !== undefined && start !== undefined && start !== '')
    return { ...before, variants: [{ heading: '', value: start }, first], rest: '', isAll: true };
  const behind = read(BEHIND, 2, 1);
  if (behind.variants.length > 0) return behind;
  const purpose = read(FOR, 2, 1);
  return purpose.variants.length > 1 ? purpose : before;
}
