import type { SecretState } from './connection';

/* What a person adds to what this computer trusts and signs in with: certificates of one connection, proxy sign-ins. */

/**
 * What a certificate is worth beside this computer's own. Only `good` is kept; the others say why not.
 * - `server-certificate`: made for a server, by somebody else; `own-certificate`: by that server itself
 * - `issuer-missing`: between a server and a root that neither this computer nor the file knows
 */
const certificateVerdicts = [
  'good',
  'server-certificate',
  'own-certificate',
  'expired',
  'not-yet-valid',
  'weak',
  'issuer-missing',
  'already-trusted',
] as const;
export type CertificateVerdict = (typeof certificateVerdicts)[number];

export interface CertificateView {
  /** SHA-256 over the whole certificate, `AB:CD:…`. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601; null when the certificate's own date cannot be read. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly verdict: CertificateVerdict;
}

export interface KeptCertificate extends CertificateView {
  /** The hosts it was accepted for: it is used with no other. */
  readonly hosts: readonly string[];
}

/** Why a chosen file is of no use here; nothing was kept of it. */
const certificateFileProblems = [
  'not-readable',
  'empty',
  'too-large',
  'not-a-certificate',
  'damaged',
  'too-many',
  'private-key',
  'pkcs12',
  'request',
  'revocation-list',
  'public-key',
  'ssh-key',
  'certificate-store',
  'described',
  'web-page',
  'shortcut',
  'container',
] as const;
export type CertificateFileProblem = (typeof certificateFileProblems)[number];

export type ChosenCertificates =
  | { readonly kind: 'refused'; readonly fileName: string; readonly problem: CertificateFileProblem }
  | {
      readonly kind: 'read';
      readonly fileName: string;
      /** In the file's order. */
      readonly certificates: readonly CertificateView[];
      /** The connection's hosts, for which those that are `good` would be trusted. */
      readonly hosts: readonly string[];
      /** Accepts, once, exactly what is shown; null when nothing of it is good. */
      readonly token: string | null;
    };

/** What one connection trusts, and signs in with, beside what this computer has of its own. */
export interface ExtraTrust {
  /** The hosts the connection's addresses name today; empty while they are not valid. */
  readonly hosts: readonly string[];
  readonly certificates: readonly KeptCertificate[];
  /** Kept for the whole computer, whichever connection goes that way. */
  readonly proxySignIns: readonly ProxySignIn[];
}

export interface ProxySignIn {
  /** `http://host:port` or `https://host:port`. */
  readonly proxy: string;
  readonly state: SecretState;
}
