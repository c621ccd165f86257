import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

/*
 * Which roots we trust: those bundled with the runtime, those of the operating system, and the certificates the user
 * added to this connection. The TLS library does the verification, which is never off for a request.
 */

/** Root bundles of Debian, Ubuntu, RHEL and others, for runtimes that cannot read the operating system's roots. */
const LINUX_BUNDLES = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt'];

/** The operating system's roots as PEM, if this runtime or platform provides them. */
export function loadSystemRoots(
  platform: NodeJS.Platform = process.platform,
  runtime: { readonly getCACertificates?: (kind: 'system') => readonly string[] } = tls,
): readonly string[] {
  // Node 22.15 and newer.
  if (runtime.getCACertificates !== undefined) return runtime.getCACertificates('system');
  if (platform !== 'linux') return [];
  for (const file of LINUX_BUNDLES) {
    const pem = textOf(file);
    if (pem !== '') return blocksOf(pem);
  }
  return [];
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const blocksOf = (text: string): readonly string[] =>
  text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];

/** The certificates in a PEM text, one PEM each. Unreadable blocks are skipped. */
function splitPem(text: string): readonly string[] {
  return blocksOf(text).filter((block) => parse(block) !== null);
}

function parse(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

/** The trust of this computer, built once. */
export class Trust {
  readonly #system: readonly string[];
  readonly #contexts = new Map<string, tls.SecureContext>();
  #bundled: Roots | null = null;
  #known: Roots | null = null;

  /** @param system PEM certificates of the operating system, one each */
  constructor(system: readonly string[]) {
    this.#system = beyondBundled(system);
  }

  /** TLS settings for connections that also trust `extraRoots` (PEM): TLS 1.2 or newer. */
  context(extraRoots: readonly string[]): tls.SecureContext {
    const key = extraRoots.join('\n');
    const existing = this.#contexts.get(key);
    if (existing !== undefined) return existing;
    const context = contextWith([...this.#system, ...extraRoots.flatMap(splitPem)]);
    this.#contexts.set(key, context);
    return context;
  }

  /** Whether `last`, the last certificate of a chain, is a root bundled with the runtime or was issued by one. */
  isBundled(last: X509Certificate): boolean {
    this.#bundled ??= new Roots(tls.rootCertificates);
    return this.#bundled.vouchFor(last);
  }

  /** Whether the certificate is itself a root this computer trusts for all connections. */
  knows(certificate: X509Certificate): boolean {
    return this.#all().has(certificate);
  }

  #all(): Roots {
    this.#known ??= new Roots([...tls.rootCertificates, ...this.#system]);
    return this.#known;
  }

  /** Whether `last` is a root this connection trusts, or was issued by one. */
  reaches(last: X509Certificate, extraRoots: readonly string[]): boolean {
    return this.#all().vouchFor(last) || new Roots(extraRoots.flatMap(splitPem)).vouchFor(last);
  }
}

/**
 * Removes duplicates and the roots bundled with the runtime, which are most of them. Linux stores its roots both in a
 * folder and in one bundle, and Node reads both.
 */
export function beyondBundled(system: readonly string[]): readonly string[] {
  const known = new Set(tls.rootCertificates.map(bodyOf));
  return system.filter((pem) => {
    const body = bodyOf(pem);
    if (known.has(body)) return false;
    known.add(body);
    return true;
  });
}

const bodyOf = (pem: string): string => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '');

/**
 * The runtime's own roots and `more`. Passing all roots as `ca` would parse some two hundred of them, which takes 50
 * ms and more on the main thread. The runtime already has its own roots parsed and can add others to a copy. Since
 * `addCACert` is not documented by Node, the documented way remains as a fallback.
 */
export function contextWith(
  more: readonly string[],
  addTo: (context: tls.SecureContext, pem: string) => boolean = addRoot,
): tls.SecureContext {
  const context = tls.createSecureContext({ minVersion: OLDEST_TLS });
  if (more.every((pem) => addTo(context, pem))) return context;
  return tls.createSecureContext({ ca: [...tls.rootCertificates, ...more], minVersion: OLDEST_TLS });
}

const OLDEST_TLS = 'TLSv1.2';

/** False if this runtime lacks the method. An unreadable certificate is skipped: it vouches for nobody. */
function addRoot({ context: native }: tls.SecureContext, pem: string): boolean {
  const add: unknown = Reflect.get(native, 'addCACert');
  if (typeof add !== 'function') return false;
  try {
    Reflect.apply(add, native, [pem]);
  } catch {
    // Skip an unreadable certificate.
  }
  return true;
}

/** Roots indexed by subject, so that only possible issuers are compared. */
class Roots {
  readonly #bySubject = new Map<string, X509Certificate[]>();

  constructor(pems: readonly string[]) {
    for (const pem of pems) {
      const root = parse(pem);
      if (root === null) continue;
      const same = this.#bySubject.get(root.subject);
      if (same === undefined) this.#bySubject.set(root.subject, [root]);
      else same.push(root);
    }
  }

  has(certificate: X509Certificate): boolean {
    const same = this.#bySubject.get(certificate.subject) ?? [];
    return same.some((root) => root.fingerprint256 === certificate.fingerprint256);
  }

  vouchFor(last: X509Certificate): boolean {
    const issuers = this.#bySubject.get(last.issuer) ?? [];
    return this.has(last) || issuers.some((root) => verifies(last, root));
  }
}

function verifies(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey);
  } catch {
    // If this library does not support the key, it cannot have accepted the certificate either.
    return false;
  }
}
