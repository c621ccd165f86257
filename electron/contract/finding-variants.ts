import type { FindingCode, Job, OwnFindingText } from './findings';
import { SKEW_SECONDS } from './limits';
import type { Facts } from './report';

/*
 * Cases of one finding that need words of their own, as `code:word`. A case applies where the fact `problem` or `reason`
 * is its word; the few that other facts show have a function below. The code stays the same for whoever reads the report.
 */
export const findingVariants = [
  'field-invalid:guard-link',
  'field-invalid:guard-link-closed',
  'field-invalid:address-within',
  // The computer's sleep ended the check, not the person.
  'cancelled:sleep',
  'proxy-sign-in-required:other-kind',
  'clock-skew:not-measured',
  // What a certificate is not for; the general words say the same less exactly.
  'tls-unsuitable:purpose',
  'tls-unsuitable:issuer-purpose',
  'tls-unsuitable:not-an-authority',
  'tls-unsuitable:path-length',
  'tls-unsuitable:key-usage',
  'tls-unsuitable:unreadable-rule',
  'web-page-answered:sign-in-page',
  'web-page-answered:maintenance',
  'web-page-answered:client-certificate',
  // Warnings of the server's own program before the answer, or in its place.
  'web-page-answered:program-messages',
  // An error page as web servers and frameworks write it by themselves.
  'web-page-answered:server-page',
  // The page of a web application: the address of the website, not of the service.
  'web-page-answered:website',
  // The page that anyone may ask is missing on older servers.
  'wrong-address:no-public-page',
  // The address exists, but takes another kind of request.
  'wrong-address:method',
  // Same server and path, but for the slash at the end.
  'redirected:slash',
  // A filter or a guest network may do it as well as the server.
  'redirected:other-host',
  // To the page of a known content filter, which only the school's own network can have sent.
  'redirected:filter',
  // To a page on which people sign in, on the same server or at a known identity provider.
  'redirected:sign-in-page',
  'credentials-rejected:client-unknown',
  'credentials-rejected:expired',
  // A 401 that asks for another scheme than the one that was used: a gateway, or a page that is no token endpoint.
  'credentials-rejected:other-challenge',
  // The token is there and works; only its description is odd.
  'token-malformed:token_type',
  'token-rejected:own-reason',
  'permission-missing:own-reason',
  // A refusal in which the server says nothing at all.
  'unexpected-answer:no-reason',
  // A refusal for a reason that leads nowhere by itself: a word or a sentence in no standard, a OneRoster code.
  'unexpected-answer:own-reason',
  'unexpected-answer:header-too-large',
  'unexpected-answer:page',
  'unexpected-answer:empty',
  'unexpected-answer:not-decodable',
  // A 2xx whose body says that it failed.
  'unexpected-answer:failure-inside',
  'refused:own-reason',
  // Before any credentials were sent.
  'refused:public-page',
  'server-error:not-implemented',
  // A 5xx whose page says of itself that it blocks.
  'server-error:block-page',
  // A proxy on the way that did not reach the server.
  'server-error:proxy-page',
  'rate-limited:seconds',
  // A made-up code was refused because of the form of its request, so that the secret in it was not judged.
  'not-proved:form',
  // A 403 in answer to the first request: it neither accepts nor refuses the credentials.
  'not-proved:refused',
] as const satisfies readonly `${FindingCode}:${string}`[];
export type FindingVariant = (typeof findingVariants)[number];

type WordOf<Variant, Code extends FindingCode> = Variant extends `${Code}:${infer Word}` ? Word : never;
type CodeOf<Variant> = Variant extends `${infer Code}:${string}` ? Code & FindingCode : never;

/** The words of all cases, by finding and case. */
export type CaseWords = {
  readonly [Code in CodeOf<FindingVariant>]: Readonly<Record<WordOf<FindingVariant, Code>, OwnFindingText>>;
};

/** Whose job it is in a case, where that differs from its finding's. */
export const caseJobs: Readonly<Partial<Record<FindingVariant, Job>>> = {
  'token-rejected:own-reason': 'service-owner',
  'token-malformed:token_type': 'nobody',
  'redirected:filter': 'network-team',
  'web-page-answered:maintenance': 'service-owner',
  'web-page-answered:client-certificate': 'service-owner',
  'web-page-answered:program-messages': 'service-owner',
  'web-page-answered:server-page': 'service-owner',
  'web-page-answered:website': 'you',
  'server-error:block-page': 'network-team',
  'server-error:proxy-page': 'network-team',
};

const otherFacts: Readonly<Partial<Record<FindingVariant, (facts: Facts) => boolean>>> = {
  /** The proxy wants a sign-in other than a user name and a password. */
  'proxy-sign-in-required:other-kind': ({ problem }) =>
    typeof problem === 'string' && !problem.split(' ').includes('basic'),
  /** The server refuses the time of a signature, and its own clock does not show why. */
  'clock-skew:not-measured': ({ seconds }) => typeof seconds !== 'number' || seconds < SKEW_SECONDS,
  'wrong-address:method': ({ status, problem }) => status === 405 && problem === undefined,
  'server-error:not-implemented': ({ status }) => status === 501,
  'rate-limited:seconds': ({ retryAfter }) => typeof retryAfter === 'number' && retryAfter > 0,
};

/** Facts that are always there in a case, beside those of its finding; its words may name them. */
export const variantFacts: Readonly<Partial<Record<FindingVariant, readonly string[]>>> = {
  'field-invalid:guard-link': ['other', 'to'],
  'field-invalid:guard-link-closed': ['other'],
  'field-invalid:address-within': ['to'],
  'rate-limited:seconds': ['retryAfter'],
};

const partsOf = (variant: FindingVariant): readonly [FindingCode, string] => {
  const at = variant.indexOf(':');
  return [variant.slice(0, at) as FindingCode, variant.slice(at + 1)];
};

/** The words of one case, among those of all. */
export function wordsOfCase(cases: CaseWords, variant: FindingVariant): OwnFindingText {
  const [code, word] = partsOf(variant);
  const all: Readonly<Record<string, Readonly<Record<string, OwnFindingText>>>> = cases;
  return all[code]?.[word] ?? {};
}

/** The finding whose case it is. */
export const codeOfVariant = (variant: FindingVariant): FindingCode => partsOf(variant)[0];

/** The case that needs words of its own; null for the usual one. */
export function variantOf(code: FindingCode, facts: Facts): FindingVariant | null {
  return (
    findingVariants.find((variant) => {
      const [of, word] = partsOf(variant);
      if (of !== code) return false;
      return otherFacts[variant]?.(facts) ?? (facts.problem === word || facts.reason === word);
    }) ?? null
  );
}
