import type { FindingCode, Job, NextAction, OwnFindingText } from './findings';
import { SKEW_SECONDS } from './limits';
import type { Facts } from './report';

/*
 * Cases of a finding that need their own texts, as `code:word`. A case applies if the fact `problem`, `reason`, `why`
 * or `identity` equals its word; the few that depend on other facts have a function below. The code stays the same for readers of
 * the report.
 */
export const findingVariants = [
  'field-invalid:guard-link',
  'field-invalid:guard-link-closed',
  'field-invalid:address-within',
  // A shared record has another address than was confirmed on this computer, or none was.
  'address-elsewhere:shared-record',
  'address-elsewhere:not-confirmed',
  'secret-unreadable:store-not-reached',
  // The check was stopped because the computer went to sleep, not by the user.
  'cancelled:sleep',
  'proxy-sign-in-required:other-kind',
  'proxy-sign-in-required:forbidden-here',
  // Why no Kerberos ticket, and no account instead, could be given.
  'proxy-sign-in-required:no-ticket',
  'proxy-sign-in-required:ticket-expired',
  'proxy-sign-in-required:proxy-not-known-to-domain',
  'proxy-sign-in-required:clock',
  'proxy-sign-in-required:account-wanted',
  'proxy-sign-in-required:unknown',
  'proxy-sign-in-rejected:ticket',
  'proxy-sign-in-rejected:own',
  'clock-skew:not-measured',
  // What a certificate must not be used for; the general text says the same less precisely.
  'tls-unsuitable:purpose',
  'tls-unsuitable:issuer-purpose',
  'tls-unsuitable:not-an-authority',
  'tls-unsuitable:path-length',
  'tls-unsuitable:key-usage',
  'tls-unsuitable:unreadable-rule',
  'web-page-answered:sign-in-page',
  'web-page-answered:maintenance',
  'web-page-answered:client-certificate',
  // Warnings of the server's own program, before or instead of the answer.
  'web-page-answered:program-messages',
  // A default error page of a web server or framework.
  'web-page-answered:server-page',
  // The page of a web application: the user entered the website's address, not the service's.
  'web-page-answered:website',
  // Older servers do not have the public page.
  'wrong-address:no-public-page',
  // The address exists, but accepts only another method.
  'wrong-address:method',
  // Same server and path, except for the trailing slash.
  'redirected:slash',
  // Sent by a filter or guest network, or by the server.
  'redirected:other-host',
  // To the page of a known content filter, so it comes from the school's network.
  'redirected:filter',
  // To a sign-in page, on the same server or at a known identity provider.
  'redirected:sign-in-page',
  'credentials-rejected:client-unknown',
  'credentials-rejected:expired',
  // Switched off, locked or not yet approved: no value here can change that.
  'credentials-rejected:not-active',
  // A 401 that challenges with a scheme we did not use: a gateway, or a page that is not a token endpoint.
  'credentials-rejected:other-challenge',
  // The standard's word for a client that may not, beside a sentence that says that there is no such client.
  'client-not-allowed:client-unknown',
  // The address names a tenant or realm that does not exist.
  'request-rejected:tenant-unknown',
  // The token is there and works; only its description is odd.
  'token-malformed:token_type',
  'token-rejected:own-reason',
  // The server says that no token came, so something on the way removed it.
  'token-rejected:not-seen',
  'permission-missing:own-reason',
  // A refusal without any reason.
  'unexpected-answer:no-reason',
  // A refusal whose reason is not conclusive: a nonstandard word or message, or a OneRoster code.
  'unexpected-answer:own-reason',
  'unexpected-answer:header-too-large',
  'unexpected-answer:page',
  'unexpected-answer:empty',
  'unexpected-answer:not-decodable',
  // A 2xx whose body reports a failure.
  'unexpected-answer:failure-inside',
  'refused:own-reason',
  // Before any credentials were sent.
  'refused:public-page',
  'server-error:not-implemented',
  // A 5xx whose page says that it blocks access.
  'server-error:block-page',
  // A proxy on the path could not reach the server.
  'server-error:proxy-page',
  'rate-limited:seconds',
  // The request with an invalid code was refused because of its form, so the secret was not checked.
  'not-proved:form',
  // A 403 to the first request neither accepts nor rejects the credentials.
  'not-proved:refused',
  // The store has no such way of signing in at this path, or holds the account back.
  'store-sign-in-rejected:way-unknown',
  // It asks for more than this program can give.
  'store-sign-in-rejected:second-factor',
  // The role of the browser sign-in is unknown, or does not allow the way back to this computer.
  'store-sign-in-rejected:role',
  // The wrapped secret was opened before, or has expired.
  'store-sign-in-rejected:unwrapped',
  'store-not-permitted:list',
  'store-not-permitted:read',
  'store-not-permitted:write',
] as const satisfies readonly `${FindingCode}:${string}`[];
export type FindingVariant = (typeof findingVariants)[number];

type WordOf<Variant, Code extends FindingCode> = Variant extends `${Code}:${infer Word}` ? Word : never;
type CodeOf<Variant> = Variant extends `${infer Code}:${string}` ? Code & FindingCode : never;

/** The texts of all cases, by finding and case. */
export type CaseWords = {
  readonly [Code in CodeOf<FindingVariant>]: Readonly<Record<WordOf<FindingVariant, Code>, OwnFindingText>>;
};

/** Whose job a case is, if it differs from its finding's. */
export const caseJobs: Readonly<Partial<Record<FindingVariant, Job>>> = {
  'proxy-sign-in-required:no-ticket': 'you',
  'proxy-sign-in-required:ticket-expired': 'you',
  'proxy-sign-in-required:clock': 'you',
  'proxy-sign-in-rejected:ticket': 'network-team',
  'proxy-sign-in-rejected:own': 'network-team',
  'credentials-rejected:not-active': 'service-owner',
  'client-not-allowed:client-unknown': 'you',
  'request-rejected:tenant-unknown': 'you',
  'token-rejected:own-reason': 'service-owner',
  'token-rejected:not-seen': 'service-owner',
  'token-malformed:token_type': 'nobody',
  'redirected:filter': 'network-team',
  'web-page-answered:maintenance': 'service-owner',
  'web-page-answered:client-certificate': 'service-owner',
  'web-page-answered:program-messages': 'service-owner',
  'web-page-answered:server-page': 'service-owner',
  'web-page-answered:website': 'you',
  'server-error:block-page': 'network-team',
  'server-error:proxy-page': 'network-team',
  'not-proved:refused': 'not-clear',
  'store-sign-in-rejected:way-unknown': 'not-clear',
  'store-sign-in-rejected:second-factor': 'service-owner',
  'store-sign-in-rejected:role': 'service-owner',
  'store-sign-in-rejected:unwrapped': 'service-owner',
};

/** The first action of a case, if it differs from its finding's. */
export const caseActions: Readonly<Partial<Record<FindingVariant, NextAction>>> = {
  'web-page-answered:website': 'change-values',
  'proxy-sign-in-rejected:ticket': 'test-again',
  'proxy-sign-in-rejected:own': 'test-again',
  'client-not-allowed:client-unknown': 'change-values',
  'request-rejected:tenant-unknown': 'change-values',
};

const offersAny = (problem: Facts[string] | undefined, ...schemes: readonly string[]): boolean =>
  typeof problem === 'string' && problem.split(' ').some((offered) => schemes.includes(offered));

const otherFacts: Readonly<Partial<Record<FindingVariant, (facts: Facts) => boolean>>> = {
  /** The proxy requires a sign-in that the program cannot do. */
  'proxy-sign-in-required:other-kind': ({ problem }) =>
    typeof problem === 'string' && !offersAny(problem, 'basic', 'ntlm', 'negotiate'),
  /** A user name and password of any kind need no text of their own. */
  'proxy-sign-in-required:account-wanted': ({ problem, why }) =>
    why === 'account-wanted' && offersAny(problem, 'ntlm', 'negotiate'),
  /** The server rejects the time of a signature, but its own clock does not show why. */
  'clock-skew:not-measured': ({ seconds }) => typeof seconds !== 'number' || seconds < SKEW_SECONDS,
  'wrong-address:method': ({ status, problem }) =>
    problem === 'method' || (status === 405 && problem === undefined),
  'server-error:not-implemented': ({ status }) => status === 501,
  'rate-limited:seconds': ({ retryAfter }) => typeof retryAfter === 'number' && retryAfter > 0,
};

/** Facts a case always has, in addition to those of its finding; its texts may use them. */
export const variantFacts: Readonly<Partial<Record<FindingVariant, readonly string[]>>> = {
  'field-invalid:guard-link': ['other', 'to'],
  'field-invalid:guard-link-closed': ['other'],
  'field-invalid:address-within': ['to'],
  'rate-limited:seconds': ['retryAfter'],
  'address-elsewhere:shared-record': ['other'],
  'address-elsewhere:not-confirmed': ['other'],
};

const partsOf = (variant: FindingVariant): readonly [FindingCode, string] => {
  const at = variant.indexOf(':');
  return [variant.slice(0, at) as FindingCode, variant.slice(at + 1)];
};

/** The texts of one case. */
export function wordsOfCase(cases: CaseWords, variant: FindingVariant): OwnFindingText {
  const [code, word] = partsOf(variant);
  const all: Readonly<Record<string, Readonly<Record<string, OwnFindingText>>>> = cases;
  return all[code]?.[word] ?? {};
}

/** The finding a case belongs to. */
export const codeOfVariant = (variant: FindingVariant): FindingCode => partsOf(variant)[0];

/** The case that needs its own texts; null for the general one. */
export function variantOf(code: FindingCode, facts: Facts): FindingVariant | null {
  return (
    findingVariants.find((variant) => {
      const [of, word] = partsOf(variant);
      if (of !== code) return false;
      return (
        otherFacts[variant]?.(facts) ??
        [facts.problem, facts.reason, facts.why, facts.identity].includes(word)
      );
    }) ?? null
  );
}
