import { isObject } from '@contract/is-object';
import type { Answer } from '../http/client';

/*
 * Finds the standard error words a server used, wherever it put them: the challenge, another header, a query-like
 * body, JSON at any depth, even a web page. They take precedence over the status, and the status over the page.
 */

/** RFC 6749 §4.1.2.1 and §5.2, RFC 6750 §3.1, RFC 8707 §2, OpenID Connect Core §3.1.2.6. */
export const oauthWords = [
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'invalid_target',
  'invalid_token',
  'insufficient_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  'access_denied',
  'server_error',
  'temporarily_unavailable',
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
] as const;
export type OAuthWord = (typeof oauthWords)[number];

/** What servers say instead of the standard word, in the form returned by `normal` or `shortOf`. */
const synonyms: Readonly<Record<string, OAuthWord>> = {
  missing_scope: 'invalid_scope',
  invalid_resource: 'invalid_target',
  invalid_access_token: 'invalid_token',
  invalid_bearer_token: 'invalid_token',
  token_invalid: 'invalid_token',
  access_token_invalid: 'invalid_token',
  token_revoked: 'invalid_token',
  access_token_revoked: 'invalid_token',
  token_expired: 'invalid_token',
  expired_token: 'invalid_token',
  access_token_expired: 'invalid_token',
  expired_access_token: 'invalid_token',
  invalid_jwt: 'invalid_token',
  jwt_expired: 'invalid_token',
  insufficient_permission: 'insufficient_scope',
  insufficient_permissions: 'insufficient_scope',
  insufficient_privileges: 'insufficient_scope',
  insufficient_rights: 'insufficient_scope',
  insufficient_access: 'insufficient_scope',
  service_unavailable: 'temporarily_unavailable',
};

/** An authorization server's `error` from a redirect; words of no standard become `other`. */
export const authorizationWord = (word: string): OAuthWord | 'other' =>
  oauthWords.find((known) => known === word.toLowerCase()) ?? 'other';

/** OAuth Problem Reporting, and RFC 5849's parameters as servers word them. */
export const oauth1Problems = [
  'version_rejected',
  'parameter_absent',
  'parameter_rejected',
  'timestamp_refused',
  'nonce_used',
  'signature_method_rejected',
  'signature_invalid',
  'consumer_key_unknown',
  'consumer_key_rejected',
  'consumer_key_refused',
  'token_used',
  'token_expired',
  'token_revoked',
  'token_rejected',
  'additional_authorization_required',
  'permission_unknown',
  'permission_denied',
] as const;
type OAuth1Problem = (typeof oauth1Problems)[number];

/** The same in a different word order, as signature libraries say it. */
const oauth1Synonyms: Readonly<Record<string, OAuth1Problem>> = {
  invalid_signature: 'signature_invalid',
  signature_mismatch: 'signature_invalid',
  signatures_do_not_match: 'signature_invalid',
  signature_does_not_match: 'signature_invalid',
  signature_verification_failed: 'signature_invalid',
  invalid_signature_method: 'signature_method_rejected',
  unsupported_signature_method: 'signature_method_rejected',
  invalid_timestamp: 'timestamp_refused',
  timestamp_expired: 'timestamp_refused',
  expired_timestamp: 'timestamp_refused',
  timestamp_out_of_range: 'timestamp_refused',
  timestamp_out_of_bounds: 'timestamp_refused',
  invalid_nonce: 'nonce_used',
  nonce_already_used: 'nonce_used',
  invalid_consumer: 'consumer_key_unknown',
  invalid_consumer_key: 'consumer_key_unknown',
  unknown_consumer: 'consumer_key_unknown',
  unknown_consumer_key: 'consumer_key_unknown',
  missing_parameter: 'parameter_absent',
  missing_required_parameter: 'parameter_absent',
};

/** What signature libraries say in a sentence, in the form returned by `normal`. */
const toldProblems: readonly (readonly [OAuth1Problem, RegExp])[] = [
  // "Missing timestamp parameter. The parameter is required", "Missing consumer key"
  [
    'parameter_absent',
    /missing_(?:required_)?(?:oauth_)?(?:timestamp|nonce|signature(?:_method)?|consumer_key|version)(?![a-z])|(?:oauth_)?(?:timestamp|nonce|signature(?:_method)?)_(?:parameter_)?is_(?:missing|required)(?![a-z])/,
  ],
  ['version_rejected', /oauth_version_.{0,30}(?:not_supported|unsupported|invalid)/],
  // "Nonce already used: …", "Duplicate timestamp/nonce combination, possible replay attack"
  [
    'nonce_used',
    /nonce(?:\/timestamp)?_(?:combination_)?(?:(?:has|was|is|been|already|previously)_){0,3}(?:used|seen|invalid|rejected|not_unique)(?![a-z])|(?:duplicate|invalid|reused|repeated)_(?:[^._]{1,30}_)?(?:[a-z]+\/)?nonce(?![a-z])|replay_(?:attack|detected)/,
  ],
  // "Expired timestamp, yours …, ours …", "Timestamp given is invalid", "The message expired at … and it is now …"
  [
    'timestamp_refused',
    /(?:expired|invalid|old|stale|bad|refused)_(?:oauth_)?timestamp(?![a-z])|timestamp_(?:[a-z]+_){0,4}(?:invalid|expired|refused|rejected|too_(?:old|far|new|early|late)|(?:older|newer|earlier|later)_than|out_of|outside|in_the_(?:past|future)|not_(?:valid|within|acceptable))(?![a-z])|message_expired_at_[^a-z]{1,40}/,
  ],
  // "Signature method 'HMAC-SHA256' not supported try one of the following: HMAC-SHA1"
  [
    'signature_method_rejected',
    /signature_method_[^.]{0,40}(?:not_(?:supported|allowed|valid)|unsupported|invalid|rejected)|(?:unsupported|unknown|invalid)_signature_method/,
  ],
  // "Invalid signature - provided signature does not match", "OAuth signature verification failed. Expected …"
  [
    'signature_invalid',
    /(?:invalid|incorrect|wrong|bad)_(?:oauth_)?signature(?!_(?:method|base))(?![a-z])|signatures?_(?:(?:is|was|has|given|provided)_){0,2}(?:invalid|incorrect|wrong|mismatch|(?:does|do|did)_not_match|(?:doesn|don|didn)['’]t_match|not_valid|verification_failed|validation_failed|check_failed)(?![a-z])/,
  ],
];

/** Null also for a sentence that offers several causes: "Invalid signature or expired timestamp". */
function toldProblemIn(text: string): OAuth1Problem | null {
  const parts = ['signature', 'timestamp', 'nonce', 'consumer', 'token'].filter((part) =>
    text.includes(part),
  );
  if (parts.length > 1 && /_or_|\/or_/.test(text)) return null;
  return toldProblems.find(([, said]) => said.test(text))?.[0] ?? null;
}

/** OneRoster's `imsx_codeMinor` in the spelling of both versions (1.1: "unauthorized", 1.2: "unauthorisedrequest"). */
export const codeMinors = [
  'fullsuccess',
  'unauthorisedrequest',
  'forbidden',
  'unknownobject',
  'invaliddata',
  'invalidsortfield',
  'invalidfilterfield',
  'invalidselectionfield',
  'invalidblankselectionfield',
  'serverbusy',
  'internalservererror',
] as const;
type CodeMinor = (typeof codeMinors)[number];

export interface ErrorWords {
  /** The OAuth 2.0 word; null if no standard word was used. */
  readonly oauth: OAuthWord | null;
  /** Whether the answer names a reason at all, in any words. */
  readonly named: boolean;
  readonly problem: OAuth1Problem | null;
  /** The same, in words of its own. Only the answer to a signed request means it that way. */
  readonly toldProblem: OAuth1Problem | null;
  readonly codeMinor: CodeMinor | null;
  /** A 2xx whose body reports a failure. */
  readonly failure: boolean;
  /** It says that something has expired, and names no other cause. */
  readonly expired: boolean;
  /** It says that the secret (or "key") has expired, and nothing else. */
  readonly expiredSecret: boolean;
  /** The message says that a permission is missing. */
  readonly missingRight: boolean;
  /** `unauthorized`, which several frameworks use for rejected credentials. */
  readonly unauthorized: boolean;
  /** The message says that the client or its credentials are wrong. */
  readonly wrongCredentials: boolean;
  /** It says that the client is unknown, so the ID is wrong, whatever the secret is. */
  readonly unknownClient: boolean;
  /** It gives a reason, but in words we do not know. */
  readonly ownReason: boolean;
  /** It gives any reason, whether or not we can interpret it. */
  readonly hasReason: boolean;
  /** The message says that a parameter of the sign-in is missing. */
  readonly missingParameter: boolean;
  /** It says that the secret did not come the way it is expected, and names no other cause. */
  readonly secretNotSeen: boolean;
  /** It says that a policy, or the place of this computer, forbids the sign-in. */
  readonly forbiddenByPolicy: boolean;
  /** It says that the client is switched off, locked or not yet approved, and names no other cause. */
  readonly notActive: boolean;
  /** It says that no credentials came with the request, although we sent some. */
  readonly notSeen: boolean;
  /** A gateway says that it found no key of its own kind. */
  readonly wantsKey: boolean;
  /** It says that there were too many requests, or that a quota is used up. */
  readonly tooMany: boolean;
  /** It says that the tenant or realm in the address does not exist. */
  readonly unknownTenant: boolean;
}

/** Searches an answer for error words. Depth and size are limited for any input. */
export function errorWordsIn(answer: Answer): ErrorWords {
  const { named, prose, page } = textsIn(answer);
  // Some servers send a whole sentence instead of a code.
  const codes = named.filter((text) => !isSentence(text)).map(normal);
  const sentences = [...named.filter(isSentence), ...prose];
  // Messages say "invalid request" about anything. Inside a sentence, only the underscore makes it the standard word.
  const spelled = [...sentences, page].map((text) => text.toLowerCase());
  const short = sentences.map(shortOf);
  const headings = answer.body.kind === 'html' ? headingsOf(page).map(normal) : [];
  const all = [...codes, ...sentences.map(normal)];
  const known = {
    oauth:
      first(codes, (text) => wordIn(text, oauthWords, synonyms)) ??
      first(spelled, (text) => wordIn(text, unmistakable, {})) ??
      first(short, (text) => synonyms[text] ?? null),
    named: codes.some((text) => !SAYS_NOTHING.test(text)),
    problem:
      first(codes, (text) => wordIn(text, oauth1Problems, oauth1Synonyms)) ??
      first(spelled, (text) => wordIn(text, oauth1Problems, {})) ??
      first(short, (text) => oauth1Problems.find((word) => word === text) ?? oauth1Synonyms[text] ?? null) ??
      first(headings, (text) => wordIn(text, oauth1Problems, oauth1Synonyms)),
    toldProblem: first(all, toldProblemIn),
    codeMinor: codeMinorIn(answer),
    failure: isFailure(answer),
    expired: saysExpired(sentences, codes),
    expiredSecret: sentences.some((text) => EXPIRED_SECRET.test(text) && !OR_EXPIRED.test(text)),
    missingRight: all.some((text) => MISSING_RIGHT.test(text)),
    unauthorized: [...codes, ...short].some((text) => text === 'unauthorized' || text === 'unauthorised'),
    wrongCredentials:
      all.some((text) => WRONG_CLIENT.test(text)) ||
      [...codes, ...short].some((text) => WRONG_CREDENTIALS.test(text)),
    unknownClient: all.some((text) => UNKNOWN_CLIENT.test(text) && !NAMES_OTHER_CAUSES.test(text)),
    missingParameter: sentences.map(normal).some((text) => MISSING_PARAMETER.test(text)),
    secretNotSeen: sentences
      .map(normal)
      .some((text) => SECRET_NOT_SEEN.test(text) && !ANOTHER_CAUSE.test(text)),
    forbiddenByPolicy: all.some((text) => FORBIDDEN_BY_POLICY.test(text)),
    notActive: all.some((text) => NOT_ACTIVE.test(text) && !OR_ANOTHER_CAUSE.test(text)),
    notSeen: all.some((text) => NOT_SEEN.test(text) && !OR_ANOTHER_CAUSE.test(text)),
    wantsKey: all.some((text) => WANTS_KEY.test(text) && !OR_ANOTHER_CAUSE.test(text)),
    tooMany: all.some((text) => TOO_MANY.test(text)),
    unknownTenant: all.some((text) => UNKNOWN_TENANT.test(text)),
  };
  const { oauth, problem, codeMinor, expired, missingRight } = known;
  // "unauthorized" says no more than the status.
  const isKnown = oauth ?? problem ?? codeMinor ?? (expired || missingRight || null);
  const saysMore = sentences.some((text) => THREE_WORDS.test(text) && !SAYS_NOTHING.test(shortOf(text)));
  const ownReason = isKnown === null && (known.named || saysMore);
  const knownReason = oauth ?? problem ?? (expired || missingRight || known.wrongCredentials || null);
  const codeIsReason = codeMinor !== null && codeMinor !== 'fullsuccess';
  return { ...known, ownReason, hasReason: ownReason || codeIsReason || knownReason !== null };
}

/** Whether the answer contains this phrase, wherever a server may put a message. */
export function says(answer: Answer, phrase: string): boolean {
  const { named, prose, page } = textsIn(answer);
  const wanted = phrase.toLowerCase();
  return [...named, ...prose, page].some((text) => text.toLowerCase().includes(wanted));
}

/** The headline of an error page: "Error 401 Invalid signature for signature method HMAC-SHA256". */
const headingsOf = (page: string): readonly string[] =>
  [...page.slice(0, 4000).matchAll(/<(title|h[1-3]|pre)\b[^<>]{0,200}>([^<]{1,300})</gi)].map(
    ([, , text = '']) => text,
  );

/** Reliable even inside a sentence. "access_denied" and "server_error" are used by all kinds of programs. */
const unmistakable = oauthWords.filter((word) => word !== 'access_denied' && word !== 'server_error');

/** Codes have at most three words. */
const isSentence = (text: string): boolean => text.trim().split(/\s+/).length > 3;

/** `Invalid Client` and `invalidClient` → `invalid_client`. */
const normal = (text: string): string =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();

/** A short sentence without filler words: `The access token has expired.` → `access_token_expired`. */
const shortOf = (text: string): string =>
  normal(text.trim().slice(0, 100))
    .replace(/[^a-z_]+$/, '')
    .replace(/^(?:the_|your_|oauth_)+/, '')
    .replace(/_(?:is|are|was|were|has|have|been|oauth)(?=_)/g, '');

function first<Word>(texts: readonly string[], find: (text: string) => Word | null): Word | null {
  for (const text of texts) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
}

function wordIn<Word extends string>(
  text: string,
  words: readonly Word[],
  others: Readonly<Record<string, Word>>,
): Word | null {
  // The earliest word counts: what follows may only explain it.
  let best: { readonly at: number; readonly word: Word; readonly length: number } | null = null;
  const consider = (phrase: string, word: Word): void => {
    const at = placeOf(text, phrase);
    if (at < 0) return;
    if (best === null || at < best.at || (at === best.at && phrase.length > best.length))
      best = { at, word, length: phrase.length };
  };
  for (const word of words) consider(word, word);
  for (const [phrase, word] of Object.entries(others)) consider(phrase, word);
  return (best as { readonly word: Word } | null)?.word ?? null;
}

/** The position of a whole word; -1 if there is none. */
function placeOf(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + word.length);
    if (!/[a-z\d]/.test(before) && !/[a-z\d]/.test(after)) return at;
  }
  return -1;
}

/**
 * Phrases that name a permission, in `normal` form. "Forbidden", "access denied" and "not allowed to" are not
 * included: they are also said of URLs and IP addresses.
 */
const MISSING_RIGHT =
  /insufficient_(?:scope|permission|privilege|right|access)|no_permission|(?:does_not|doesn['’]t|do_not|don['’]t)_have_(?:[a-z]+_){0,4}(?:permission|privilege|right|scope|role)|(?:missing|requires?|lacks?|lacking)_(?:[a-z]+_){0,3}(?:permission|scope|privilege|right|role)s?(?![a-z])/;

/** `bad_client_secret`, "Invalid client id or secret", "The client_id and/or client_secret passed are incorrect". */
const WRONG_CLIENT =
  /(?:invalid|incorrect|bad|wrong|unknown|unrecogni[sz]ed)_(?:client|consumer|api)_(?:id|identifier|key|secret|credentials?)(?![a-z])|(?:invalid|unknown|unrecogni[sz]ed)_client(?=$|[^a-z_]|_(?:or|and|authentication|provided)(?![a-z]))|client_(?:id|identifier|secret|credentials?)_(?:[a-z]+_){0,3}(?:invalid|incorrect|wrong|unknown|not_found)(?![a-z])|client_authentication_failed|client_(?:was_)?not_found/;

/** `invalid_client_id`, "ClientId is Invalid", "OAuth client could not be found", `consumer_key_unknown`. */
const UNKNOWN_CLIENT =
  /(?:invalid|incorrect|wrong|unknown|unrecogni[sz]ed)_(?:client|consumer)_(?:id|identifier|key)(?![a-z]|_(?:or|and))|client_?(?:id|identifier)_(?:is_)?(?:invalid|incorrect|wrong|unknown|not_found)(?![a-z])|client_(?:was_|could_)?not_(?:be_)?found|consumer_key_unknown|unknown_client(?![a-z])|invalid_value_for_['"‘“]?client_id|no_such_client(?![a-z])|client_(?:does_not|doesn['’]t)_exist|application_with_(?:identifier|id|client_id)_[^.]{1,100}_not_found/;

/** "(e.g., unknown client, no client authentication included, or unsupported authentication method)". */
const NAMES_OTHER_CAUSES = /(?:no|missing)_client_authentication|unsupported_authentication_method/;

/** "The client_id field is required", "Missing grant_type", "client_secret should not be empty". */
const MISSING_PARAMETER =
  /(?:client_id|client_secret|grant_type)(?:[^a-z_]*_(?:[a-z]+_){0,3})(?:required|missing|null|empty)(?![a-z])|(?:missing|must_contain|requires?)[^.]{0,60}(?:client_id|client_secret|grant_type)(?![a-z])/;

/** "Client secret not provided in request", "Unsupported authentication method", "… must contain … 'client_secret'". */
const SECRET_NOT_SEEN =
  /client_(?:secret|assertion|certificate)['"’]?_(?:(?:was|were|is|has|been)_){0,2}(?:not_(?:been_)?(?:provided|present|sent|supplied|included|given)|missing|absent|required)(?![a-z])|(?:missing|must_contain|requires?)[^.]{0,60}client_(?:secret|assertion)(?![a-z])|(?:unsupported|not_supported)_(?:client_)?authentication_method|no_client_authentication/;
const ANOTHER_CAUSE = /invalid|incorrect|wrong|unknown|expired|e\.g\./;

/** Entra: "Access has been blocked by Conditional Access policies"; Salesforce: "ip restricted". */
const FORBIDDEN_BY_POLICY =
  /(?:blocked|denied|restricted|forbidden|not_allowed|not_permitted)_by_[^.]{0,60}polic(?:y|ies)|access_policy_does_not_allow|(?:^|_)ip_(?:address_)?(?:[^_]{1,45}_)?(?:is_)?(?:restricted|blocked|denied|not_allowed|not_permitted|not_authori[sz]ed)(?![a-z])/;

/** "Client is disabled", "Oauth application is not in active state", "Account locked due to …", `inactive_client`. */
const NOT_ACTIVE =
  /(?:client|account|application|app|consumer|integration|compte)(?:_(?!ip|address|host)[a-z]+){0,3}?_(?:disabled|inactive|deactivated|suspended|locked|not_(?:yet_)?(?:active|activated|approved)|not_in_active_state|not_enabled(?!_(?:to|for)_)|désactivé|verrouillé|suspendu)(?![a-z])|(?:^|_)(?:disabled|inactive|deactivated|suspended|locked)_(?:client|account|application|app|consumer)(?![a-z])/;

/** "Authentication credentials were not provided", "No token provided", "Jwt is missing", "Missing Authorization header". */
const NOT_SEEN =
  /(?:credentials|token|jwt|authorization_header)_(?:(?:was|were|is|are|has|have|been)_){0,2}(?:not_(?:been_)?(?:provided|present|sent|supplied|given)|missing|absent|required)(?![a-z])|authorization_header_(?:was_)?not_found|(?:^|_)(?:no|missing)_(?:(?:access|bearer|auth|security|authentication)_){0,2}(?:credentials|token|jwt|authorization_header|authorization)(?![a-z])|full_authentication_is_required/;

/** "No API key found in request", "Access denied due to missing subscription key". */
const WANTS_KEY = /(?:^|_)(?:no|missing)_(?:api|subscription)_key(?![a-z])|failed_to_resolve_api_key/;

/** Beside another cause in the same sentence, these are only one of two. */
const OR_ANOTHER_CAUSE = /invalid|incorrect|wrong|unknown|expired|(?:^|_)(?:or|ou)_/;

/** "Rate limit exceeded", `SpikeArrestViolation`, "Out of call volume quota", "Request was throttled". */
const TOO_MANY =
  /too_many_(?:requests|calls)(?![a-z])|rate_?limit_?(?:exceeded|reached|violation|quota_violation)|(?:exceeded|exceeds|reached|over)_(?:[a-z]+_){0,3}(?:rate_?limit|quota)(?![a-z])|quota_(?:[a-z]+_){0,2}(?:exceeded|reached|violation)|out_of_(?:[a-z]+_){0,2}quota|spike_arrest_violation|request_was_throttled|throttling_exception/;

/** Entra: "Tenant 'maple' not found", "… is neither a valid DNS name"; Keycloak: "Realm does not exist". */
const UNKNOWN_TENANT =
  /(?:tenant|realm)_(?:[^.]{1,80}_)?(?:not_(?:be_)?found|(?:does_not|doesn['’]t)_exist)|tenant_identifier_[^.]{1,80}_neither_a_valid/;

/** A status in words, a framework's sentence for it, a link to its description, or a bare "failed": no reason. */
const SAYS_NOTHING =
  /^(?:access_denied|access_forbidden|access_is_denied|permission_denied|denied|request_failed|bad_request|unauthori[sz]ed|forbidden|not_found|method_not_allowed|not_acceptable|conflict|unsupported_media_type|unprocessable_(?:entity|content)|internal_server_error|error|fail(?:ed|ure)?|no_message_available|authorization_denied_for_this_request|authentication_required(?:_to_access_this_resource)?|request_requires_(?:http_|user_)?authentication|about:blank|https?:.*|tag:.*|)$/;

/** A sentence rather than a date, path or identifier. */
const THREE_WORDS = /(?:^|\s)\p{L}{2,}\s+\p{L}+\s+\p{L}{2,}/u;

/** Matches whole codes or short sentences only: longer ones say it of other things. */
const WRONG_CREDENTIALS =
  /^(?:(?:invalid|bad|wrong|incorrect)_credentials|authentication_failed|identifiants_(?:invalides|incorrects|erronés))$/;

// --- where words are found

interface Texts {
  /** Values of members and parameters meant for codes. */
  readonly named: readonly string[];
  /** All other texts. */
  readonly prose: readonly string[];
  /** The text of a web page, an XML document or malformed JSON; `''` for other bodies. */
  readonly page: string;
}

const LONGEST_PROSE = 4096;
const MOST_TEXTS = 200;
const DEEPEST = 8;

/** `error`, `errorCode`, `error_code`, `errorType`, `code`, `err`, `oauth_problem`, … */
const CODE_NAME =
  /^(?:oauth_?)?(?:error|err|fault|problem)_?(?:code|type|key|name|id|reason)?$|^(?:code|type|reason|status)$/i;

function textsIn(answer: Answer): Texts {
  const named: string[] = [];
  const prose: string[] = [];
  const challenge = answer.headers.get('www-authenticate') ?? '';
  for (const [, name = '', quoted, bare] of challenge
    .slice(0, LONGEST_PROSE)
    .matchAll(/([a-z_]{1,40})\s*=\s*(?:"([^"]*)"|([^\s,"]+))/gi)) {
    const value = quoted ?? bare ?? '';
    if (/^(?:oauth_)?(?:error|problem|error_code)$/i.test(name)) named.push(value);
    else if (/description|advice|message/i.test(name)) prose.push(value);
  }
  for (const header of ['x-oauth-error', 'x-error-code', 'x-error', 'error']) {
    const value = answer.headers.get(header);
    if (value !== undefined) named.push(value.slice(0, LONGEST_PROSE));
  }
  const { body } = answer;
  if (body.kind === 'json') collect(body.value, 0, '', { named, prose });
  else if (body.kind === 'text' && isQueryLike(body.text)) {
    for (const [name, value] of new URLSearchParams(body.text.trim().replace(/^\?/, '')))
      (CODE_NAME.test(name) || name === 'oauth_problem' ? named : prose).push(value.slice(0, LONGEST_PROSE));
  } else if (body.kind === 'text') prose.push(body.text.slice(0, LONGEST_PROSE));
  const page = body.kind === 'xml' || body.kind === 'html' || body.kind === 'bad-json' ? body.text : '';
  return { named, prose, page };
}

const isQueryLike = (text: string): boolean =>
  /^\??[\w.-]{1,60}=[^\s]*$/.test(text.trim().slice(0, LONGEST_PROSE));

function collect(
  value: unknown,
  depth: number,
  name: string,
  texts: { readonly named: string[]; readonly prose: string[] },
): void {
  if (depth > DEEPEST || texts.named.length + texts.prose.length > MOST_TEXTS) return;
  if (typeof value === 'string') {
    (CODE_NAME.test(name) ? texts.named : texts.prose).push(value.slice(0, LONGEST_PROSE));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value.slice(0, 20)) collect(each, depth + 1, name, texts);
    return;
  }
  for (const [key, each] of Object.entries(value).slice(0, 50)) collect(each, depth + 1, key, texts);
}

/** "Invalid or expired" names two causes; only "expired" by itself is conclusive. */
function saysExpired(prose: readonly string[], named: readonly string[]): boolean {
  if (
    named.some((word) =>
      /(?:^|_)(?:token_expired|expired_token|jwt_expired|access_token_expired)(?:$|_)/.test(word),
    )
  )
    return true;
  const expired = prose.filter((text) => /\bexpir(?:ed|é|ée)\b/i.test(text));
  return expired.length > 0 && expired.every((text) => !OTHER_CAUSE.test(text));
}

const EXPIRED_SECRET =
  /\b(?:secrets?|credentials?|keys?)\b[^.;]{0,80}\bexpired\b|\bexpired\b[^.;]{0,40}\b(?:secrets?|credentials?|keys?)\b/i;
const OR_EXPIRED =
  /\b(?:invalid|incorrect|wrong|unknown|bad)\b[^.;]{0,30}\bexpired\b|\bexpired\b[^.;]{0,20}\b(?:or|and)\b/i;

/** Words that, together with "expired", name another cause, express doubt, or say that something else has expired. */
const OTHER_CAUSE =
  /\b(?:invalid|incorrect|malformed|unknown|revoked|bad|wrong|missing|not|or|ou|pas|invalide|licen[cs]e|subscription|account|password|certificate|secret|contract|trial)\b|révoqué/i;

// --- OneRoster's envelope, and others like it

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');

/** A member name without case, prefix and underscores: `imsx_codeMajor`, `CodeMajor` → `codemajor`. */
const memberName = (name: string): string => bare(name).replace(/^imsx/, '');

function codeMinorIn({ body }: Answer): CodeMinor | null {
  if (body.kind === 'xml') {
    const value = /codeMinorFieldValue>\s*([\w ]{1,40})</i.exec(body.text)?.[1];
    return value === undefined ? null : minorOf(value);
  }
  return body.kind === 'json' ? minorWithin(body.value, 0) : null;
}

function minorOf(value: string): CodeMinor | null {
  const code = bare(value);
  if (/^unauthori[sz]ed(?:request)?$/.test(code)) return 'unauthorisedrequest';
  return codeMinors.find((minor) => minor === code) ?? null;
}

function minorWithin(value: unknown, depth: number): CodeMinor | null {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return null;
  const members = Array.isArray(value)
    ? value.slice(0, 20).map((each) => ['', each] as const)
    : Object.entries(value).slice(0, 50);
  for (const [name, each] of members) {
    const isMinor = /^codeminor(?:fieldvalue)?$/.test(memberName(name));
    const found = isMinor && typeof each === 'string' ? minorOf(each) : minorWithin(each, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** Whether the body itself reports a failure, whatever its status. */
function isFailure({ body }: Answer): boolean {
  if (body.kind === 'xml') return /codeMajor>\s*(?:failure|unsupported)\s*</i.test(body.text);
  return body.kind === 'json' && saysFailure(body.value, 0);
}

function saysFailure(value: unknown, depth: number): boolean {
  if (depth > 3) return false;
  if (Array.isArray(value)) return value.slice(0, 20).some((each) => isObject(each) && hasFailedMajor(each));
  if (!isObject(value)) return false;
  if (hasFailedMajor(value)) return true;
  return Object.entries(value).some(([name, each]) => {
    const member = memberName(name);
    if (/^(?:status|statusinfo|statusinfoset)$/.test(member) && typeof each === 'object')
      return saysFailure(each, depth + 1);
    if (/^(?:error|errors|fault|exception|errormessage|errorcode)$/.test(member)) return isSomething(each);
    if (member === 'success' || member === 'ok') return each === false || each === 'false';
    if (member === 'status' && typeof each === 'string' && /^(?:error|fail(?:ed|ure)?)$/i.test(each))
      return true;
    return /^(?:status|statuscode|code)$/.test(member) && isErrorStatus(each);
  });
}

/** An HTTP status in the body of a 2xx. */
const isErrorStatus = (value: unknown): boolean =>
  (typeof value === 'number' || typeof value === 'string') && /^[45]\d\d$/.test(String(value));

const hasFailedMajor = (value: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(value).some(
    ([name, each]) =>
      memberName(name) === 'codemajor' && typeof each === 'string' && /^(?:failure|unsupported)$/i.test(each),
  );

/** Many servers always send this member and leave it empty if nothing is wrong. */
function isSomething(value: unknown): boolean {
  if (typeof value === 'string') return !/^\s*(?:0|false|no|none|null|ok|success)?\s*$/i.test(value);
  if (Array.isArray(value)) return value.length > 0;
  if (isObject(value)) return Object.keys(value).length > 0;
  return value !== null && value !== undefined && value !== false && value !== 0;
}
