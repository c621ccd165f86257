import type { Facts } from '@contract/report';
import type { HttpAnswer, Reading, RequestPlan } from '@systems/system';
import type { Answer } from '../http/client';
import { textOf } from './body-text';
import { errorWordsIn } from './error-words';
import { guardOf, unservedBy } from './guards';
import { isProxysOwn, kindOfPage, saysBlocked } from './page-kinds';
import { failed } from './readings';

/*
 * The rules shared by all requests. The error words of the scheme in use come first (error-words.ts): a status or a
 * page counts only if no word decides.
 */

/** How a request authenticates; `none` for the public probe. */
export type Scheme = 'basic' | 'bearer' | 'oauth' | 'none';

export interface Asked {
  readonly url: string;
  readonly scheme: Scheme;
  /** The part of the address the user entered; absent if they entered all of it. */
  readonly typed?: string | undefined;
  /** What a 404 means here, if not `wrong-address`. */
  readonly notFound?: Reading | undefined;
}

/** Where an answer came from and what it was: status, type and size, never any text of the body. */
export function answerFacts(answer: Answer, url: string): Facts {
  const { hostname, port } = new URL(url);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || 443),
    status: answer.status,
    contentType: knownType(answer.contentType),
    bytes: answer.size,
    ...answer.exchange,
  };
}

/** Known media types. Anything else is free text from the server, which must not get into a report. */
const knownTypes = [
  '',
  'text/html',
  'application/xhtml+xml',
  'application/json',
  'application/problem+json',
  'text/json',
  'text/plain',
  'text/xml',
  'text/javascript',
  'application/javascript',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
];
const knownType = (type: string): string => (knownTypes.includes(type) ? type : 'other');

export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** With one of these, an HTML answer is a block page, a portal or a sign-in page instead of the API. */
const webPageStatuses = [400, 401, 403, 511];

/**
 * Applies the shared rules in order. Returns null if none matches and the caller has to read the answer. The caller
 * has already looked for the error words of its sign-in.
 */
export function readShared(answer: Answer, asked: Asked): Reading | null {
  const { status } = answer;
  const facts = answerFacts(answer, asked.url);
  const html = answer.body.kind === 'html';
  const unknownPath = wrongAddress(answer, asked);
  if (status === 401 && offersWindowsSignIn(answer)) return failed('windows-authentication', facts);
  if (asksToWait(answer)) return failed('rate-limited', { ...facts, retryAfter: retryAfter(answer) });
  if (status === 403 && isGatewayUnknownPath(answer)) return unknownPath;
  const unserved = unservedBy(answer);
  if (unserved !== null)
    return unserved === 'address'
      ? unknownPath
      : { ...unknownPath, facts: { ...unknownPath.facts, problem: unserved } };
  const guard = guardOf(answer);
  if (guard !== null) return failed('guard-answered', { ...facts, guard });
  if (isHeaderTooLarge(answer)) return failed('unexpected-answer', { ...facts, problem: 'header-too-large' });
  // RFC 9110 §15.5.9: the server waited too long for the request. Like a 5xx, it says nothing about the request.
  if (status === 408) return failed('server-error', facts);
  // Captive portals answer 511 (RFC 6585 §6). It is the only 5xx that is about the network, not the server.
  if (status >= 500 && !(status === 511 && html))
    return failed('server-error', {
      ...facts,
      ...(saysBlocked(answer) ? { problem: 'block-page' } : isProxysOwn(answer) && { problem: 'proxy-page' }),
    });
  // RFC 7725: the server's side refuses for legal or regional reasons.
  if (status === 451) return failed('refused', { ...facts, problem: 'own-reason' });
  if (pointsElsewhere(answer)) return readRedirect(answer, asked, facts);
  if (status === 404 && asked.notFound !== undefined) {
    return { ...asked.notFound, facts: { ...unknownPath.facts, ...asked.notFound.facts } };
  }
  // A path that exists only for other methods, or no longer exists, is just as wrong.
  if (status === 404 || status === 405 || status === 410) return unknownPath;
  const isPageInstead = html && (isSuccess(answer) || webPageStatuses.includes(status));
  if (!isPageInstead || speaksForServer(answer, asked.scheme)) return null;
  const problem = kindOfPage(answer);
  return failed('web-page-answered', { ...facts, ...(problem !== null && { problem }) });
}

/** The server has nothing at this address. */
export const wrongAddress = (answer: Answer, asked: Asked): Reading =>
  failed('wrong-address', { ...answerFacts(answer, asked.url), ...addressFacts(asked) });

/** A filter's page neither sends an API's challenge nor uses a standard error word. */
function speaksForServer(answer: Answer, scheme: Scheme): boolean {
  const { oauth, problem } = errorWordsIn(answer);
  // If the request had no credentials, any of these challenges shows an API.
  const asks =
    scheme === 'none' && ['basic', 'bearer', 'oauth', 'digest'].some((each) => refusesScheme(answer, each));
  return oauth !== null || problem !== null || asks;
}

/** The challenge schemes of an answer, in lower case. */
function challenges(answer: Answer): readonly string[] {
  // Quoted strings are realms or messages, and may contain anything.
  const header = (answer.headers.get('www-authenticate') ?? '').replace(/"(?:\\.|[^"\\])*"/g, '""');
  // A scheme is a token at the start or after a comma, and is not followed by `=` (RFC 9110 §11.6.1).
  return [...header.matchAll(/(?:^|,)\s*([A-Za-z][\w-]*)(?=\s+[^=\s]|\s*,|\s*$)/g)].map(([, scheme = '']) =>
    scheme.toLowerCase(),
  );
}

/** Whether a 401 challenges with the scheme we used: then the credentials were checked and rejected. */
export const refusesScheme = (answer: Answer, scheme: string): boolean =>
  answer.status === 401 && challenges(answer).includes(scheme);

/** Headers that a sign-in gateway sets on its own refusals: Google's Identity-Aware Proxy names no scheme. */
const GATEWAYS_OWN = ['x-goog-iap-generated-response'];

/** Whether a 401 asks only for other schemes: then our credentials were not checked. */
export function asksForOtherScheme(answer: Answer, scheme: string): boolean {
  if (answer.status === 401 && GATEWAYS_OWN.some((name) => answer.headers.has(name))) return true;
  const offered = answer.status === 401 ? challenges(answer) : [];
  return offered.length > 0 && !offered.includes(scheme);
}

/** Windows authentication (RFC 4559), which none of these systems' APIs uses. */
function offersWindowsSignIn(answer: Answer): boolean {
  const offered = challenges(answer);
  return offered.includes('negotiate') || offered.includes('ntlm');
}

function asksToWait(answer: Answer): boolean {
  const { status, headers } = answer;
  if (status === 429 || (status >= 400 && errorWordsIn(answer).tooMany)) return true;
  if (status !== 403 && status !== 503) return false;
  return headers.has('retry-after') || remainingNames.some((name) => isUsedUp(headers.get(name)));
}

const remainingNames = ['x-ratelimit-remaining', 'x-rate-limit-remaining', 'ratelimit-remaining'];

/** Some servers send fractions (`0.0`) or negative numbers. */
const isUsedUp = (remaining = ''): boolean => /^\s*(?:0(?:\.0*)?|-\d+(?:\.\d*)?)\s*$/.test(remaining);

/** Seconds, from either form of the header (RFC 9110 §10.2.3). */
function retryAfter(answer: Answer): number | null {
  const value = answer.headers.get('retry-after');
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - answer.receivedAt) / 1000));
}

/** Amazon's API Gateway reports an unknown path this way, with and without an `Authorization` header. */
function isGatewayUnknownPath({ headers, body }: Answer): boolean {
  const type = headers.get('x-amzn-errortype') ?? '';
  if (/^(?:MissingAuthenticationToken|IncompleteSignature)Exception\b/i.test(type)) return true;
  return (
    body.kind === 'json' && /"Missing Authentication Token"/i.test(JSON.stringify(body.value).slice(0, 300))
  );
}

const HEADER_TOO_LARGE =
  /header[^.<]{0,40}(?:too (?:large|long|big)|exceeds)|too (?:large|long|big)[^.<]{0,20}header|Request Too Long/i;

function isHeaderTooLarge({ status, body }: Answer): boolean {
  // 494 is specific to nginx (https://nginx.org/en/docs/http/ngx_http_core_module.html#large_client_header_buffers).
  if (status === 431 || status === 494) return true;
  return status === 400 && HEADER_TOO_LARGE.test(textOf(body).slice(0, 2000));
}

/** Other 3xx, such as 300 and 304, are redirects only if they have a `Location`. */
const pointsElsewhere = ({ status, headers }: Answer): boolean =>
  [301, 302, 303, 307, 308].includes(status) || (status >= 300 && status < 400 && headers.has('location'));

function readRedirect(answer: Answer, asked: Asked, facts: Facts): Reading {
  const target = locationOf(answer, asked.url);
  const { typed = null, added = null } = addressFacts(asked);
  return failed('redirected', {
    ...facts,
    from: placeOf(asked.url),
    to: placeOf(target),
    typed,
    added,
    ...redirectKind(asked.url, target),
  });
}

/** Where school content filters redirect a browser (docs/vendors/firewalls.md#content-filters-of-schools). */
const FILTER_HOSTS =
  /(?:^|\.)(?:zscaler\.(?:net|com)|zscalertwo\.net|zscalerthree\.net|zscloud\.net|securly\.com|goguardian\.com|lightspeedsystems\.(?:com|app)|relay\.school|blocksi\.net|smoothwall\.(?:com|cloud)|linewize\.(?:net|com)|familyzone\.(?:com|io)|contentkeeper\.(?:com|net)|iboss\.com|ibosscloud\.com|deledao\.com|opendns\.com|umbrella\.com|netskope\.com|goskope\.com|cleanbrowsing\.org|dnsfilter\.com|webtitancloud\.com|safeschoolsproject\.org|aristotleinsight\.com|mobileguardian\.com|scansafe\.net|webscanningservice\.com|(?:wired|wireless|ap)\.meraki\.com|network-auth\.com|securelogin\.(?:arubanetworks|hpe)\.com)$/i;
/** Pages of filters and firewalls that stand on the school's own server: only the path shows what they are. */
const FILTER_PATH =
  /^\/(?:webadmin\/deny\/|UserCheck\/PortalMain|fgtauth(?:$|\/)|portal\/gateway$|portal\/PortalSetup\.action$|guest\/s\/[^/]+\/?$|php\/(?:uid|urlblock)\.php|block\/(?:bp|restricted)\.html|(?:[\w-]+\/)?(?:URL)?blocked\.cgi)/i;
/** Sign-in pages of identity providers. */
const IDENTITY_HOSTS =
  /^(?:login\.(?:microsoftonline\.(?:com|us)|windows\.net|live\.com)|accounts\.google\.com|launchpad\.classlink\.com|clever\.com|sso\.\S+)$|\.(?:okta\.com|oktapreview\.com|auth0\.com|onelogin\.com|pingone\.com|pingidentity\.com|b2clogin\.com|ciamlogin\.com|jumpcloud\.com|cloudflareaccess\.com|duosecurity\.com|rapididentity\.com)$/i;
const SIGN_IN_PATH =
  /\/(?:log[-_]?in|sign[-_]?in|sign_in|logon|sso|saml2?|adfs|authorize|connexion)(?:\/|\.[a-z]{2,5}|$)/i;

/** A request to an identity provider: SAML, WS-Federation or OpenID Connect. */
const asksIdentity = (query: URLSearchParams): boolean =>
  query.has('SAMLRequest') || query.has('wtrealm') || (query.has('client_id') && query.has('redirect_uri'));

function redirectKind(one: string, other: string): Facts {
  if (!URL.canParse(other)) return {};
  const [from, to] = [new URL(one), new URL(other)];
  const isFilter = FILTER_HOSTS.test(to.hostname) || FILTER_PATH.test(to.pathname);
  if (from.hostname !== to.hostname && isFilter) return { problem: 'filter' };
  const isIdentity =
    from.hostname !== to.hostname && (IDENTITY_HOSTS.test(to.hostname) || asksIdentity(to.searchParams));
  if (isIdentity || (from.hostname === to.hostname && SIGN_IN_PATH.test(to.pathname)))
    return { problem: 'sign-in-page' };
  if (from.hostname !== to.hostname) return { problem: 'other-host' };
  const path = ({ pathname }: URL) => pathname.replace(/\/+$/, '');
  const bySlash = from.origin === to.origin && from.pathname !== to.pathname && path(from) === path(to);
  return bySlash ? { problem: 'slash' } : {};
}

/** The requested URL without its query, split into the user's part and ours. */
function addressFacts({ url, typed }: Asked): Facts {
  const { origin, pathname } = new URL(url);
  const whole = `${origin}${pathname}`.slice(0, LONGEST_PLACE);
  const entered = typed?.replace(/\/+$/, '');
  if (entered === undefined || entered === '' || !whole.startsWith(entered)) return { url: whole };
  return { url: whole, typed: entered, added: whole.slice(entered.length) };
}

/** The absolute URL an answer redirects to; `''` if it has none or it cannot be parsed. */
export function locationOf(answer: Answer, url: string): string {
  const location = answer.headers.get('location');
  return location !== undefined && URL.canParse(location, url) ? new URL(location, url).href : '';
}

const LONGEST_PLACE = 512;

/**
 * Origin, and the plain words of the path. A query may contain a state, a code or a name, and a server can echo
 * anything into a path.
 */
function placeOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { origin, protocol, pathname } = new URL(address);
  const path = pathname
    .split('/')
    .map((part) => (part === '' || /^[A-Za-z][A-Za-z_-]{0,24}(\.[a-z]{2,5})?$/.test(part) ? part : '…'))
    .join('/');
  return origin === 'null' ? protocol : `${origin}${path}`.slice(0, LONGEST_PLACE);
}

/** The difference between the server's clock and ours; null if the answer has no date. */
export function clockDifference(
  answer: Answer,
): { readonly seconds: number; readonly ahead: boolean } | null {
  const date = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(date)) return null;
  // A cached answer's date is as old as its age (RFC 9111 §5.1).
  const age = Number(answer.headers.get('age') ?? 0);
  const difference = answer.receivedAt - (date + (Number.isFinite(age) ? age * 1000 : 0));
  // Dates are in whole seconds, rounded down.
  return { seconds: Math.floor(Math.abs(difference) / 1000), ahead: difference > 0 };
}

/** The part of an answer that a system's own rules may see. */
export const asHttpAnswer = (answer: Answer): HttpAnswer => ({
  status: answer.status,
  contentType: answer.contentType,
  json: answer.body.kind === 'json' ? answer.body.value : undefined,
});

/** A 2xx whose body is not the expected JSON; null if it is JSON. */
export function readNotJson(answer: Answer, facts: Facts): Reading | null {
  const { body } = answer;
  if (body.kind === 'json') return null;
  if (answer.size === 0) return failed('unexpected-answer', { ...facts, problem: 'empty' });
  return failed('unexpected-answer', {
    ...facts,
    problem: body.kind === 'bad-json' ? body.problem : 'not-json',
  });
}

/** JSON labelled as something else: it works here, but whoever runs the server should know. */
function mislabelled(answer: Answer): Facts | null {
  const { body, contentType, charset } = answer;
  if (body.kind !== 'json') return null;
  const isJson = /^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(contentType);
  const other = [charset ?? 'utf-8', body.charset].find((name) => !isUtf8(name)) ?? null;
  return isJson && other === null ? null : { charset: other === null ? null : knownCharset(other) };
}

/** ASCII is a subset of UTF-8. */
const isUtf8 = (charset: string): boolean => ['utf-8', 'us-ascii', 'ascii'].includes(charset);

/** The runtime's name for a charset, because a report must not contain free text from the server. */
function knownCharset(charset: string): string {
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return 'other';
  }
}

/** Reads the public probe. It sent no credentials, so a refusal is as unexpected as wrong content. */
export function readReach(answer: Answer, plan: RequestPlan): Reading {
  const facts = answerFacts(answer, plan.url);
  const shared = readShared(answer, { ...plan, scheme: 'none' });
  if (shared !== null) return shared;
  if (!isSuccess(answer)) {
    const own = plan.refused?.(asHttpAnswer(answer)) ?? null;
    if (own !== null) return { ...own, facts: { ...facts, ...own.facts } };
    return answer.status === 403
      ? failed('refused', { ...facts, problem: 'public-page' })
      : failed('unexpected-answer', facts);
  }
  const reading = readNotJson(answer, facts) ?? plan.read(asHttpAnswer(answer));
  return withLabel({ ...reading, facts: { ...facts, ...reading.facts } }, answer);
}

/** Turns a passed reading into a warning if the answer was mislabelled. */
export function withLabel(reading: Reading, answer: Answer): Reading {
  const label = reading.outcome === 'passed' ? mislabelled(answer) : null;
  if (label === null) return reading;
  return { outcome: 'warning', code: 'mislabelled-answer', facts: { ...reading.facts, ...label } };
}
