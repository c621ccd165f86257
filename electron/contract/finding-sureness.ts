import type { FindingCode } from './findings';
import type { Step } from './report';

/**
 * How sure a finding is: `certain` where what was measured leaves one reading, else why it is only probable.
 * - `on-the-way`: a firewall, filter or proxy on the way can look like the server itself, and the other way round.
 * - `by-name`: judged by the names in the certificate.
 * - `by-form`: servers word this in their own ways; judged by the form of the answer.
 * - `by-word`: the server refused with the one word that its standard has for this; as good as measured.
 * - `no-proof`: an answer that refuses nothing, and proves nothing.
 */
export type Sureness = 'certain' | 'on-the-way' | 'by-name' | 'by-form' | 'by-word' | 'no-proof';

/** Every finding that leaves a second reading; the others are certain. */
const probable: Readonly<Partial<Record<FindingCode, Sureness>>> = {
  // Name servers of a network may withhold a name, or be withheld.
  'name-not-found': 'on-the-way',
  'name-lookup-unavailable': 'on-the-way',
  'host-unreachable': 'on-the-way',
  'connection-refused': 'on-the-way',
  'connection-timeout': 'on-the-way',
  'connection-reset': 'on-the-way',
  'not-tls': 'on-the-way',
  'not-http': 'on-the-way',
  'tls-untrusted-root': 'on-the-way',
  'tls-self-signed': 'on-the-way',
  'tls-incomplete-chain': 'on-the-way',
  'tls-old-protocol': 'on-the-way',
  'tls-no-common-cipher': 'on-the-way',
  'tls-unknown-name': 'on-the-way',
  'tls-refused': 'on-the-way',
  'web-page-answered': 'on-the-way',
  redirected: 'on-the-way',
  'windows-authentication': 'on-the-way',
  'timed-out': 'on-the-way',
  'information-inspected': 'by-name',
  'tls-intercepted': 'by-name',
  'tls-client-certificate-required': 'by-form',
  'wrong-address': 'by-form',
  'wrong-product': 'by-form',
  'not-restarted': 'by-form',
  'scope-missing': 'by-form',
  'scope-rejected': 'by-form',
  'redirect-url-rejected': 'by-form',
  'client-not-allowed': 'by-form',
  'token-expired': 'by-form',
  'permission-missing': 'by-form',
  'empty-data': 'by-form',
  'sign-in-incomplete': 'by-form',
  'not-refused': 'no-proof',
  'probably-accepted': 'no-proof',
  'not-proved': 'no-proof',
};

/** Words that leave no second reading (RFC 6749 §4.1.2.1 and §5.2, RFC 6750 §3.1), as they stand in the fact `error`. */
const plainWords: Readonly<Partial<Record<FindingCode, readonly string[]>>> = {
  'credentials-rejected': ['invalid_client'],
  'client-not-allowed': ['unauthorized_client', 'unsupported_grant_type'],
  'scope-missing': ['invalid_scope'],
  'scope-rejected': ['invalid_scope'],
  'token-rejected': ['invalid_token'],
  'permission-missing': ['insufficient_scope'],
};

/** null for a step that was not run. */
export function surenessOf({ code, facts }: Pick<Step, 'code' | 'facts'>): Sureness | null {
  if (code === null) return null;
  const { error } = facts;
  const isPlain = typeof error === 'string' && plainWords[code]?.includes(error) === true;
  return isPlain ? 'by-word' : (probable[code] ?? 'certain');
}
