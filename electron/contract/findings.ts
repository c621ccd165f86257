import { answered, at, certificate, entered, type FactNames, place, shown } from './finding-facts';

/** The steps of a check, in their fixed order. */
export const stepIds = [
  'fields',
  'address',
  'name-lookup',
  'connect',
  'secure-connection',
  'reach',
  'clock',
  'sign-in',
  'permission',
  'data',
] as const;
export type StepId = (typeof stepIds)[number];

export const outcomes = ['passed', 'warning', 'failed', 'skipped', 'not-tried'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * Who can fix it. `service-owner` is whoever runs the server, named by the system definition. `not-clear`: several
 * causes are possible, so nobody is blamed.
 */
export type Job = 'you' | 'network-team' | 'service-owner' | 'nobody' | 'not-clear';

/** The button offered first if there is no message to send. `remedy`: the finding has its own. */
export type NextAction = 'change-values' | 'test-again' | 'remedy';

/**
 * How certain a finding is: `certain` if the measurement allows only one reading, else why it is only probable.
 * - `on-the-way`: a firewall, filter or proxy on the path can look like the server, and vice versa.
 * - `by-name`: judged by the names in the certificate.
 * - `by-form`: servers word this differently; judged by the form of the answer.
 * - `by-word`: the server used the standard's own word for this, which is as good as measured.
 * - `no-proof`: the answer neither refuses nor proves anything.
 */
export type Sureness = 'certain' | 'on-the-way' | 'by-name' | 'by-form' | 'by-word' | 'no-proof';

/** The part of the sign-in request, or of the lists' addresses, the finding puts in doubt. The user may try again with that part changed. */
export type Doubt =
  | 'client-authentication'
  | 'scopes'
  | 'signature-method'
  | 'token-address'
  | 'service-path';

/** What a finding means for the sign-in, if it is a sign-in's result. */
interface SignInFacet {
  /** Whether the secret had left this computer by then; `unknown` if that depends on the system. */
  readonly secret: 'sent' | 'not-sent' | 'unknown';
  /** Values of the fact `error` that make the finding certain (RFC 6749 §4.1.2.1 and §5.2, RFC 6750 §3.1). */
  readonly plainWords: readonly string[];
  /** The server rejected the credentials. Sending them again automatically could lock the account. */
  readonly rejected: boolean;
  /** This check must not send any further requests. */
  readonly stops: boolean;
  /** New credentials may solve it. */
  readonly newCredentials: boolean;
  readonly doubts: readonly Doubt[];
  /** As a warning, it still means that the sign-in worked. */
  readonly goesOn: boolean;
}

/** Everything about a finding except its texts, which are in one file per language. */
interface FindingRow {
  readonly job: Job;
  readonly next: NextAction;
  readonly sure: Sureness;
  readonly signIn: SignInFacet;
  readonly facts: FactNames;
}

const row = (
  job: Job,
  next: NextAction,
  sure: Sureness,
  signIn: SignInFacet,
  facts: FactNames,
): FindingRow => ({ job, next, sure, signIn, facts });

const unclear: SignInFacet = {
  secret: 'unknown',
  plainWords: [],
  rejected: false,
  stops: false,
  newCredentials: false,
  doubts: [],
  goesOn: false,
};
const notSent: SignInFacet = { ...unclear, secret: 'not-sent' };
const sent: SignInFacet = { ...unclear, secret: 'sent' };

/** All results a step can have: code → job, first action, certainty, sign-in, facts. */
export const findings = {
  ok: row(
    'nobody',
    'test-again',
    'certain',
    { ...unclear, goesOn: true },
    {
      always: [],
      details: [
        ...place,
        'addresses',
        'subject',
        'issuer',
        ...certificate,
        'status',
        'contentType',
        'bytes',
        'seconds',
        'ahead',
        'count',
        'version',
        'dataModels',
        'tokenAddress',
        'dataAddress',
        'claimSet',
        'organizations',
        'resources',
      ],
    },
  ),
  'information-inspected': row('nobody', 'test-again', 'by-name', unclear, shown('issuer')),
  'field-missing': row('you', 'change-values', 'certain', unclear, entered()),
  'field-invalid': row('you', 'change-values', 'certain', unclear, {
    always: ['field', 'problem'],
    details: ['host', 'other', 'to'],
  }),
  'address-elsewhere': row(
    'you',
    'change-values',
    'by-form',
    { ...unclear, secret: 'not-sent' },
    { always: ['host', 'field', 'from', 'to'], details: [...answered('problem').details, 'other'] },
  ),
  'same-address-twice': row('you', 'change-values', 'certain', unclear, entered('other')),
  'different-client-id': row('you', 'change-values', 'certain', unclear, entered('other')),
  'same-secret-in-test-and-production': row('you', 'change-values', 'certain', unclear, entered('other')),
  'same-api-in-test-and-production': row('you', 'change-values', 'certain', unclear, entered('other')),
  'insecure-address': row('you', 'change-values', 'certain', unclear, entered()),
  'name-not-found': row('you', 'change-values', 'on-the-way', unclear, {
    always: ['host'],
    details: ['via'],
  }),
  'name-lookup-unavailable': row('network-team', 'test-again', 'on-the-way', unclear, {
    always: ['host'],
    details: ['via', 'waitSeconds'],
  }),
  offline: row('you', 'test-again', 'certain', unclear, { always: [], details: ['host'] }),
  'host-unreachable': row('network-team', 'test-again', 'on-the-way', unclear, at('addresses')),
  'connection-refused': row('service-owner', 'test-again', 'on-the-way', unclear, at('addresses')),
  'connection-timeout': row(
    'network-team',
    'test-again',
    'on-the-way',
    unclear,
    at('addresses', 'waitSeconds'),
  ),
  'connection-reset': row('network-team', 'test-again', 'on-the-way', unclear, at('addresses', 'bytes')),
  'blocked-by-policy': row('network-team', 'test-again', 'certain', unclear, at('addresses')),
  'proxy-unreachable': row('network-team', 'test-again', 'certain', unclear, {
    always: [...place, 'via'],
    details: ['problem'],
  }),
  'proxy-sign-in-required': row('network-team', 'test-again', 'certain', unclear, {
    always: [...place, 'via'],
    details: ['status', 'problem', 'proxy', 'why', 'ownSignIn'],
  }),
  'proxy-sign-in-rejected': row('you', 'remedy', 'certain', unclear, {
    always: [...place, 'via'],
    details: ['status', 'problem', 'proxy', 'identity', 'ownSignIn'],
  }),
  'proxy-refused': row('network-team', 'test-again', 'certain', unclear, {
    always: [...place, 'via'],
    details: ['status', 'problem'],
  }),
  'proxy-script-failed': row('network-team', 'test-again', 'certain', unclear, {
    always: ['host'],
    details: ['port', 'problem'],
  }),
  'not-tls': row('you', 'change-values', 'on-the-way', unclear, at()),
  'not-http': row('you', 'change-values', 'on-the-way', unclear, at()),
  'tls-old-protocol': row('service-owner', 'test-again', 'on-the-way', unclear, at('protocol', 'alert')),
  'tls-no-common-cipher': row('service-owner', 'test-again', 'on-the-way', unclear, at('protocol', 'alert')),
  'tls-client-certificate-required': row(
    'service-owner',
    'test-again',
    'by-form',
    unclear,
    at('protocol', 'alert'),
  ),
  'tls-unknown-name': row('you', 'change-values', 'on-the-way', unclear, at('alert')),
  'tls-refused': row('service-owner', 'test-again', 'on-the-way', unclear, {
    always: [...place, 'alert'],
    details: ['via'],
  }),
  'tls-expired': row('service-owner', 'test-again', 'certain', unclear, shown('validTo')),
  'tls-not-yet-valid': row('you', 'test-again', 'certain', unclear, shown('validFrom')),
  'tls-name-mismatch': row('you', 'change-values', 'certain', unclear, shown('names')),
  'tls-name-not-permitted': row('service-owner', 'test-again', 'certain', unclear, shown('issuer', 'names')),
  'tls-unsuitable': row('service-owner', 'test-again', 'certain', unclear, {
    always: [...place, 'problem'],
    details: ['subject', 'issuer', ...certificate],
  }),
  'tls-self-signed': row('service-owner', 'test-again', 'on-the-way', unclear, shown()),
  'tls-untrusted-root': row('service-owner', 'test-again', 'on-the-way', unclear, shown('issuer')),
  'tls-incomplete-chain': row('service-owner', 'test-again', 'on-the-way', unclear, shown('issuer')),
  'tls-intercepted': row('network-team', 'test-again', 'by-name', unclear, shown('issuer')),
  'tls-revoked': row('service-owner', 'test-again', 'certain', unclear, shown()),
  'tls-weak': row('service-owner', 'test-again', 'certain', unclear, shown()),
  'tls-expires-soon': row('service-owner', 'test-again', 'certain', unclear, shown('validTo', 'daysLeft')),
  'clock-skew': row('you', 'test-again', 'certain', unclear, {
    always: ['host'],
    details: ['port', 'status', 'seconds', 'ahead', 'oauthProblem'],
  }),
  'web-page-answered': row('network-team', 'test-again', 'on-the-way', sent, answered('problem')),
  'wrong-address': row('you', 'change-values', 'by-form', sent, {
    always: ['host', 'url'],
    details: [...answered('problem').details, 'typed', 'added'],
  }),
  redirected: row('you', 'change-values', 'on-the-way', unclear, {
    always: ['host', 'from', 'to'],
    details: ['port', 'status', 'contentType', 'typed', 'added', 'problem'],
  }),
  'windows-authentication': row('you', 'change-values', 'on-the-way', sent, answered()),
  'not-restarted': row('you', 'test-again', 'by-form', { ...unclear, doubts: ['token-address'] }, answered()),
  'wrong-product': row('you', 'change-values', 'by-form', unclear, answered()),
  'credentials-rejected': row(
    'you',
    'change-values',
    'certain',
    {
      ...sent,
      plainWords: ['invalid_client'],
      rejected: true,
      stops: true,
      newCredentials: true,
      doubts: ['client-authentication', 'signature-method'],
    },
    answered('error', 'oauthProblem', 'problem'),
  ),
  'request-rejected': row(
    'service-owner',
    'test-again',
    'by-form',
    {
      ...sent,
      plainWords: ['invalid_request'],
      doubts: ['client-authentication', 'scopes', 'signature-method'],
    },
    answered('error', 'oauthProblem', 'problem'),
  ),
  'client-not-allowed': row(
    'service-owner',
    'test-again',
    'by-form',
    {
      ...unclear,
      plainWords: ['unauthorized_client', 'unsupported_grant_type'],
      rejected: true,
      stops: true,
    },
    answered('error', 'problem'),
  ),
  'scope-missing': row(
    'you',
    'change-values',
    'by-form',
    { ...unclear, plainWords: ['invalid_scope'], doubts: ['scopes'] },
    answered('error'),
  ),
  'scope-rejected': row(
    'you',
    'change-values',
    'by-form',
    { ...unclear, plainWords: ['invalid_scope'], doubts: ['scopes'] },
    answered('error'),
  ),
  'redirect-url-rejected': row('service-owner', 'test-again', 'by-form', notSent, answered('error')),
  'sign-in-cancelled': row('you', 'test-again', 'certain', notSent, answered('error')),
  'sign-in-incomplete': row('you', 'test-again', 'by-form', notSent, answered('error', 'waitSeconds')),
  'answer-not-ours': row('you', 'test-again', 'certain', notSent, answered('problem')),
  'callback-port-in-use': row('you', 'test-again', 'certain', notSent, { always: ['port'], details: [] }),
  'not-refused': row('you', 'change-values', 'no-proof', notSent, answered()),
  'probably-accepted': row('you', 'change-values', 'no-proof', sent, answered('error')),
  'not-proved': row('you', 'change-values', 'no-proof', notSent, { always: [], details: ['host', 'reason'] }),
  'signature-rejected': row(
    'you',
    'change-values',
    'certain',
    { ...sent, rejected: true, stops: true, doubts: ['signature-method'] },
    answered('oauthProblem'),
  ),
  'nonce-rejected': row('you', 'test-again', 'certain', sent, answered('oauthProblem')),
  'token-malformed': row(
    'service-owner',
    'test-again',
    'certain',
    { ...sent, goesOn: true },
    answered('problem'),
  ),
  'token-expired': row('service-owner', 'test-again', 'by-form', { ...sent, stops: true }, answered('error')),
  'token-rejected': row(
    'you',
    'change-values',
    'certain',
    { ...sent, plainWords: ['invalid_token'], rejected: true, stops: true, newCredentials: true },
    answered('error', 'problem'),
  ),
  'permission-missing': row(
    'you',
    'test-again',
    'by-form',
    { ...unclear, plainWords: ['insufficient_scope'] },
    answered('error', 'codeMinor', 'problem'),
  ),
  'not-offered': row('nobody', 'test-again', 'by-form', sent, answered()),
  'empty-data': row('you', 'test-again', 'by-form', unclear, answered('count')),
  'unexpected-answer': row(
    'service-owner',
    'test-again',
    'certain',
    // Some servers answer a sign-in they cannot parse with a bare 400.
    { ...unclear, doubts: ['client-authentication'] },
    answered('problem', 'error', 'codeMinor'),
  ),
  'mislabelled-answer': row(
    'nobody',
    'test-again',
    'certain',
    { ...sent, goesOn: true },
    answered('charset'),
  ),
  'answer-too-large': row('service-owner', 'test-again', 'certain', unclear, answered('part')),
  'rate-limited': row(
    'nobody',
    'test-again',
    'certain',
    { ...unclear, stops: true },
    answered('retryAfter', 'problem'),
  ),
  'server-error': row('service-owner', 'test-again', 'certain', unclear, answered('error', 'problem')),
  'guard-answered': row('service-owner', 'test-again', 'by-form', sent, answered('guard')),
  refused: row('not-clear', 'change-values', 'by-form', sent, answered('error', 'problem')),
  'timed-out': row('service-owner', 'test-again', 'on-the-way', unclear, {
    always: [],
    details: [...place, 'via', 'waitSeconds', 'status'],
  }),
  cancelled: row('you', 'test-again', 'certain', unclear, { always: [], details: ['reason'] }),
  'store-sealed': row('service-owner', 'test-again', 'certain', unclear, answered()),
  'store-standby': row('service-owner', 'change-values', 'certain', unclear, answered()),
  'store-not-set-up': row('service-owner', 'test-again', 'certain', unclear, answered()),
  'store-namespace-unknown': row('you', 'change-values', 'certain', unclear, answered()),
  'store-place-missing': row('you', 'change-values', 'certain', unclear, answered()),
  'store-other-version': row('service-owner', 'change-values', 'by-form', unclear, answered()),
  'store-sign-in-rejected': row(
    'you',
    'change-values',
    'certain',
    { ...sent, rejected: true, stops: true },
    answered('problem'),
  ),
  'store-sign-in-ended': row('you', 'test-again', 'certain', { ...unclear, stops: true }, answered()),
  'store-not-permitted': row('service-owner', 'test-again', 'certain', unclear, answered('problem')),
  'secret-missing': row('you', 'change-values', 'certain', notSent, entered()),
  'secret-unreadable': row('you', 'change-values', 'certain', notSent, entered()),
} satisfies Readonly<Record<string, FindingRow>>;

export type FindingCode = keyof typeof findings;
export const findingCodes = Object.keys(findings) as [FindingCode, ...FindingCode[]];

/** A saved result may contain a finding of a newer version. */
export const isFindingCode = (code: string | null): code is FindingCode =>
  code !== null && Object.hasOwn(findings, code);

/**
 * The texts of one finding, with placeholders for the step's facts such as `{{host}}`. All three parts are always
 * there: what happened, whose job it is, what to do.
 */
export interface FindingText {
  /** A short heading, without a full stop. */
  readonly title: string;
  readonly happened: string;
  readonly todo: string;
  /** A ready-made message to whoever has to act; only if that is not the user. */
  readonly send?: string;
}

/** How a case or a system words a finding. Missing parts use the general text. */
export interface OwnFindingText extends Partial<FindingText> {
  /** Whose job it is here, if {@link Job} has no word for them: "The district". */
  readonly whose?: string;
}
