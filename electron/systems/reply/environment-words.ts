import type { Environment } from '@contract/connection';
import { canonicalLabel } from '../labels';

/* The words that say which instance is meant, in English and French. */

const TEST =
  'test|tests|testing|essai|essais|sandbox|bac a sable|staging|stage|uat|qa|pilot|pilote|dev|development|developpement|preprod|pre prod|preproduction|pre production|demo|demonstration|training|formation|acceptance|acceptation|recette|trial|beta';
const PRODUCTION = 'production|prod|prd|live|reel|reelle';

const kinds: ReadonlyMap<string, Environment> = new Map([
  ...TEST.split('|').map((word) => [word, 'test'] as const),
  ...PRODUCTION.split('|').map((word) => [word, 'production'] as const),
]);

export const isEnvironmentWord = (canonical: string): boolean => kinds.has(canonical);

/** A quick no for most text. */
export const mayNameEnvironment = (text: string): boolean => MAY_NAME.test(text);
const MAY_NAME =
  /test|essai|sandbox|sable|stag|uat|qa|pilot|dev|d.{1,2}velop|pre|pr.{1,2}-?prod|demo|d.{1,2}mo|training|formation|accept|recette|trial|beta|prod|prd|live|r.{1,2}el/i;

/** "To test the connection", "when you go live": what is done, and no environment. */
const DOING =
  / (?:to|pour) (?:re)?test(?= )| (?:re)?test(?:ing)? (?=(?:the|your|this|that|it|whether|if|our|these|them) )| (?:go|going|goes|gone) live(?= )/g;

/** Which environment a heading names; null where it names none, or both. */
export function environmentNamed(heading: string): Environment | null {
  if (!mayNameEnvironment(heading)) return null;
  const canonical = canonicalLabel(heading.slice(0, 200));
  if (!canonical.includes(' ')) return kinds.get(canonical) ?? null;
  const text = ` ${canonical} `.replaceAll(DOING, ' ');
  let rest = text;
  let only: Environment | null = null;
  // "Pre-production" is no production: names of several words first.
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
 * Of joined headings those that count: where the outer one names an environment and the inner one the other, the inner
 * one says which is meant.
 */
export function innermost(heading: string): string {
  if (!heading.includes(' · ') || !mayNameEnvironment(heading)) return heading;
  const parts = heading.split(' · ');
  const named = parts.map(environmentNamed);
  const last = named.findLast((one) => one !== null) ?? null;
  return parts.filter((_, at) => named[at] === null || named[at] === last).join(' · ');
}

const WORDS =
  'pré-?production|pre-?production|pré-?prod|pre-?prod|production|prod|prd|live|tests?|testing|essais?|sandbox|bac à sable|staging|stage|uat|qa|pilote?|dev|development|développement|demo|training|formation|acceptance|trial|beta';

/** Words that are nothing but the name of an environment, in any sentence. */
const PLAIN_NAME =
  /\b(?:sandbox|bac [àa] sable|staging|uat|qa|pre-?prod(?:uction)?|pr[ée]-?prod(?:uction)?|production|prod)\b/iu;
const OF_AN_ENVIRONMENT =
  '(?:environment|environnement|instance|server|serveur|system|syst[èe]me|site|credential|identifiant|acc[èe]s|access|key|cl[ée]|value|valeur|account|compte|tenant)s?';
const WITH_WHAT = new RegExp(
  `\\b(?:${WORDS})[ \\u00a0-]${OF_AN_ENVIRONMENT}\\b|\\b${OF_AN_ENVIRONMENT}[ \\u00a0](?:d[’']|de[ \\u00a0]|for[ \\u00a0])(?:the[ \\u00a0]|la[ \\u00a0])?(?:${WORDS})\\b`,
  'iu',
);
const HANDS_OVER =
  /\b(?:credentials?|values?|valeurs?|keys?|cl[ée]s?|access|acc[èe]s|settings?|param[èe]tres?|details?|information|informations|identifiants?|below|following|suivante?s?|ci-dessous|here|voici|these|those|ces|ceci)(?!\p{L})/iu;
/** What is not so, or not yet. */
const NOT_SO =
  /\b(?:not|never|no|don[’']t|once|when|will|until|later|after|before|next|if|ne|n[’']|pas|sera|seront|lorsque|quand|d[èe]s|apr[èe]s|avant|jamais|si)(?!\p{L})/iu;

/** "Here are the credentials for your sandbox environment.": a sentence that says where what follows belongs. */
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
  `([^\\s,;()\\[\\]]{1,4096})[ \\u00a0]{0,3}[(\\[]([^()\\[\\]\\n]{0,30}\\b(?:${WORDS})\\b[^()\\[\\]\\n]{0,30})[)\\]]`,
  'giu',
);
/** `Test: abc`, `Prod = abc`. */
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}./-])((?:${WORDS})(?:[ \\u00a0](?:environment|server|instance))?)[)\\]]?[ \\u00a0]{0,2}(?:[:=→]|[-–—](?=[ \\u00a0]))[ \\u00a0]{0,3}([^\\s]{1,4096})`,
  'giu',
);
/** `abc for test`, `abc pour l’essai`. */
const FOR = new RegExp(
  `([^\\s,;]{1,4096})[ \\u00a0](?:for|in|pour|en)[ \\u00a0](?:the[ \\u00a0]|la[ \\u00a0]|le[ \\u00a0]|l[’'])?(${WORDS})\\b`,
  'giu',
);

interface Variant {
  readonly heading: string;
  readonly value: string;
}

/** The values behind one label that each say for which environment they are; empty where they do not. */
export function variantsIn(text: string): readonly Variant[] {
  if (text.length > 20_000 || !mayNameEnvironment(text)) return [];
  const before = variants(text, BEFORE, 1, 2);
  if (before.length > 1) return before;
  // "t-1 / (prod): p-1": what stands before the first name is another value.
  const [first] = before;
  const start =
    first === undefined
      ? ''
      : /^(\S+)[ \u00a0]*[/|,;][ \u00a0]*[([]?$/.exec(text.slice(0, text.indexOf(first.heading)))?.[1];
  if (first !== undefined && start !== undefined && start !== '')
    return [{ heading: '', value: start }, first];
  const behind = variants(text, BEHIND, 2, 1);
  if (behind.length > 0) return behind;
  const purpose = variants(text, FOR, 2, 1);
  return purpose.length > 1 || before.length === 0 ? (purpose.length > 1 ? purpose : []) : before;
}

function variants(text: string, pattern: RegExp, heading: number, value: number): readonly Variant[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const found = (match[value] ?? '').replace(/[,;|]+$/, '');
    return found === '' ? [] : [{ heading: (match[heading] ?? '').trim(), value: found }];
  });
}
