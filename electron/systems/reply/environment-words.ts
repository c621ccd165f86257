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

/** Which environment a heading names; null where it names none, or both. */
export function environmentNamed(heading: string): Environment | null {
  if (!mayNameEnvironment(heading)) return null;
  const text = ` ${canonicalLabel(heading.slice(0, 200))} `;
  const named = new Set<Environment>();
  let rest = text;
  // "Pre-production" is no production: the longer words first.
  for (const [word, environment] of longestFirst) {
    if (!rest.includes(` ${word} `)) continue;
    named.add(environment);
    rest = rest.replaceAll(` ${word} `, '  ');
  }
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}

const longestFirst = [...kinds].sort(([one], [other]) => other.length - one.length);

const WORDS =
  'pré-?production|pre-?production|pré-?prod|pre-?prod|production|prod|prd|live|tests?|testing|essais?|sandbox|bac à sable|staging|stage|uat|qa|pilote?|dev|development|développement|demo|training|formation|acceptance|trial|beta';

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
