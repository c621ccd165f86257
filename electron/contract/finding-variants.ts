import type { FindingCode } from './findings';
import type { Facts } from './report';

/*
 * Cases of one finding that need words of their own. The code stays the same for whoever reads the report; the facts
 * say which case it is.
 */

/** Clocks that are further apart than this disagree. */
export const SKEW_SECONDS = 60;

const variants = {
  /** The computer's sleep ended the check, not the person. */
  'cancelled:sleep': ['cancelled', ({ reason }) => reason === 'sleep'],
  /** The proxy wants a sign-in other than a user name and a password. */
  'proxy-sign-in-required:other-kind': [
    'proxy-sign-in-required',
    ({ problem }) => typeof problem === 'string' && !problem.split(' ').includes('basic'),
  ],
  /** The server refuses the time of a signature, and its own clock does not show why. */
  'clock-skew:not-measured': [
    'clock-skew',
    ({ seconds }) => typeof seconds !== 'number' || seconds < SKEW_SECONDS,
  ],
  /** Same server and path, but for the slash at the end. */
  'redirected:slash': ['redirected', ({ problem }) => problem === 'slash'],
  'unexpected-answer:header-too-large': [
    'unexpected-answer',
    ({ problem }) => problem === 'header-too-large',
  ],
  /** A refusal in which the server says nothing at all. */
  'unexpected-answer:no-reason': ['unexpected-answer', ({ problem }) => problem === 'no-reason'],
  'tls-unsuitable:purpose': ['tls-unsuitable', ({ problem }) => problem === 'purpose'],
  'tls-unsuitable:issuer-purpose': ['tls-unsuitable', ({ problem }) => problem === 'issuer-purpose'],
  'tls-unsuitable:not-an-authority': ['tls-unsuitable', ({ problem }) => problem === 'not-an-authority'],
  'tls-unsuitable:path-length': ['tls-unsuitable', ({ problem }) => problem === 'path-length'],
  'tls-unsuitable:key-usage': ['tls-unsuitable', ({ problem }) => problem === 'key-usage'],
  'tls-unsuitable:unreadable-rule': ['tls-unsuitable', ({ problem }) => problem === 'unreadable-rule'],
  /** A refusal by a word that no standard has. */
  'unexpected-answer:own-reason': ['unexpected-answer', ({ problem }) => problem === 'own-reason'],
  /** A 2xx whose body says that it failed. */
  'unexpected-answer:failure-inside': ['unexpected-answer', ({ problem }) => problem === 'failure-inside'],
  /** The token is there and works; only its description is odd. */
  'token-malformed:type': ['token-malformed', ({ problem }) => problem === 'token_type'],
  /** A made-up code was refused for the form of its request, the secret beside it unread. */
  'not-proved:form': ['not-proved', ({ reason }) => reason === 'form'],
  /** A 403 in answer to the first request: it neither accepts nor refuses the credentials. */
  'not-proved:refused': ['not-proved', ({ reason }) => reason === 'refused'],
} as const satisfies Readonly<Record<string, readonly [FindingCode, (facts: Facts) => boolean]>>;

export type FindingVariant = keyof typeof variants;
export const findingVariants = Object.keys(variants) as [FindingVariant, ...FindingVariant[]];

/** The finding whose case it is. */
export const codeOfVariant = (variant: FindingVariant): FindingCode => variants[variant][0];

/** The case that needs words of its own; null for the usual one. */
export function variantOf(code: FindingCode, facts: Facts): FindingVariant | null {
  return (
    findingVariants.find((variant) => {
      const [of, applies] = variants[variant];
      return of === code && applies(facts);
    }) ?? null
  );
}
