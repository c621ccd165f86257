/** The steps of a check in their fixed order (design §5). */
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

/** The closed list of what a step can conclude (design §5). */
export const findingCodes = [
  'ok',
  'information-inspected',
  'field-missing',
  'field-invalid',
  'same-address-twice',
  'different-client-id',
  'same-secret-in-test-and-production',
  'same-api-in-test-and-production',
  'insecure-address',
  'name-not-found',
  'name-lookup-unavailable',
  'offline',
  'host-unreachable',
  'connection-refused',
  'connection-timeout',
  'connection-reset',
  'blocked-by-policy',
  'proxy-unreachable',
  'proxy-sign-in-required',
  'proxy-sign-in-rejected',
  'proxy-refused',
  'proxy-script-failed',
  'not-tls',
  'not-http',
  'tls-old-protocol',
  'tls-no-common-cipher',
  'tls-client-certificate-required',
  'tls-unknown-name',
  'tls-refused',
  'tls-expired',
  'tls-not-yet-valid',
  'tls-name-mismatch',
  'tls-name-not-permitted',
  'tls-unsuitable',
  'tls-self-signed',
  'tls-untrusted-root',
  'tls-incomplete-chain',
  'tls-intercepted',
  'tls-revoked',
  'tls-weak',
  'tls-expires-soon',
  'clock-skew',
  'web-page-answered',
  'wrong-address',
  'redirected',
  'windows-authentication',
  'not-restarted',
  'wrong-product',
  'credentials-rejected',
  'client-not-allowed',
  'scope-missing',
  'scope-rejected',
  'redirect-url-rejected',
  'sign-in-cancelled',
  'sign-in-incomplete',
  'answer-not-ours',
  'callback-port-in-use',
  'not-refused',
  'probably-accepted',
  'not-proved',
  'signature-rejected',
  'nonce-rejected',
  'token-malformed',
  'token-expired',
  'token-rejected',
  'permission-missing',
  'empty-data',
  'unexpected-answer',
  'answer-too-large',
  'rate-limited',
  'server-error',
  'timed-out',
  'cancelled',
  'secret-missing',
  'secret-unreadable',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Who can mend it. `service-owner` is the ministry or the vendor, as the system's file says. */
export type Job = 'you' | 'network-team' | 'service-owner' | 'nobody';

/**
 * The words of one finding; `{{name}}` stands for a fact of the step, `{{host}}`-style.
 * All three parts are always there (look/README): what happened, whose job, what to do.
 */
export interface FindingText {
  /** The situation as a short heading, without a full stop. */
  readonly title: string;
  readonly happened: string;
  readonly todo: string;
  /** A message ready to send to whose job it is; only where that is somebody else. */
  readonly send?: string;
}
