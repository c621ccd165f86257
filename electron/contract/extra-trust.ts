import type { SecretState } from './connection';

/* What the user adds to this computer's trust and sign-ins: certificates of one connection, and proxy sign-ins. */

/**
 * Whether adding a certificate is useful. Only `good` ones are saved; the other verdicts say why not.
 * - `server-certificate`: a server's certificate, issued by a CA; `own-certificate`: self-signed by the server
 * - `issuer-missing`: an intermediate whose root is in neither this computer nor the file
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
  /** SHA-256 of the whole certificate, `AB:CD:…`. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601; null if the certificate's date cannot be parsed. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly verdict: CertificateVerdict;
}

export interface KeptCertificate extends CertificateView {
  /** The hosts it was accepted for; it is used for no others. */
  readonly hosts: readonly string[];
}

/** Why a chosen file is useless here; nothing of it was saved. */
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
      /** In file order. */
      readonly certificates: readonly CertificateView[];
      /** The connection's hosts, for which the `good` ones would be trusted. */
      readonly hosts: readonly string[];
      /** Accepts exactly what is shown, once; null if nothing is good. */
      readonly token: string | null;
    };

/** What one connection trusts and signs in with, in addition to what this computer has. */
export interface ExtraTrust {
  /** The hosts of the connection's current addresses; empty while they are not valid. */
  readonly hosts: readonly string[];
  readonly certificates: readonly KeptCertificate[];
  /** Shared by all connections on this computer that use the proxy. */
  readonly proxySignIns: readonly ProxySignIn[];
}

export interface ProxySignIn {
  /** `http://host:port` or `https://host:port`. */
  readonly proxy: string;
  /** `own`: it gets the user's own sign-in to this computer; nothing is saved for it. */
  readonly state: SecretState | 'own';
}
