import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

/*
 * Whom we trust: what the runtime bundles, what the operating system trusts, and the certificates the person
 * added to this one connection. Verification itself is the TLS library's; it is never off for a request.
 */

/** Debian's, Ubuntu's and most others' list, for runtimes that cannot ask the operating system. */
const LINUX_BUNDLES = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt'];

/** The operating system's roots as PEM, where this runtime or this system lets us have them. */
export function loadSystemRoots(
  platform: NodeJS.Platform = process.platform,
  runtime: { readonly getCACertificates?: (kind: 'system') => readonly string[] } = tls,
): readonly string[] {
  // Node 22.15 and newer; older runtimes (the stand-in Electron) do not have it.
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

/** The certificates of a PEM text, one PEM each; unreadable blocks are left out. */
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

/** One person's trust on one computer, made once. */
export class Trust {
  readonly #system: readonly string[];
  readonly #contexts = new Map<string, tls.SecureContext>();
  #bundled: Roots | null = null;
  #known: Roots | null = null;

  /** @param system PEM certificates of the operating system, one each */
  constructor(system: readonly string[]) {
    this.#system = beyondBundled(system);
  }

  /** TLS settings for connections that also trust `extraRoots` (PEM): 1.2 or newer, nothing weaker. */
  context(extraRoots: readonly string[]): tls.SecureContext {
    const key = extraRoots.join('\n');
    const existing = this.#contexts.get(key);
    if (existing !== undefined) return existing;
    const context = contextWith([...this.#system, ...extraRoots.flatMap(splitPem)]);
    this.#contexts.set(key, context);
    return context;
  }

  /** Whether `last`, the last certificate of a chain, is or was issued by a root the runtime brings along. */
  isBundled(last: X509Certificate): boolean {
    this.#bundled ??= new Roots(tls.rootCertificates);
    return this.#bundled.vouchFor(last);
  }

  /** Whether the certificate is itself one of the roots this computer trusts for every connection. */
  knows(certificate: X509Certificate): boolean {
    return this.#all().has(certificate);
  }

  #all(): Roots {
    this.#known ??= new Roots([...tls.rootCertificates, ...this.#system]);
    return this.#known;
  }

  /** Whether `last` is or was issued by any root this connection trusts. */
  reaches(last: X509Certificate, extraRoots: readonly string[]): boolean {
    return this.#all().vouchFor(last) || new Roots(extraRoots.flatMap(splitPem)).vouchFor(last);
  }
}

/**
 * Without those the runtime brings along, which most of them are, and each once: Linux keeps its roots in a folder and
 * in a list of all, and Node reads both.
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
 * The runtime's own roots and `more`. Naming all roots as `ca` parses each of some two hundred anew, 50 ms and more on
 * the main thread; the runtime has its own parsed already, and adds others to a copy of them. That call, `addCACert`,
 * is one that Node does not document, so the documented way stays beside it.
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

/** False when this runtime has no such call. A certificate it cannot read vouches for nobody, and is passed over. */
function addRoot({ context: native }: tls.SecureContext, pem: string): boolean {
  const add: unknown = Reflect.get(native, 'addCACert');
  if (typeof add !== 'function') return false;
  try {
    Reflect.apply(add, native, [pem]);
  } catch {
    // See above.
  }
  return true;
}

/** Roots by subject, so that a chain's end is compared with the few that can be its issuer. */
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
    // A key of a kind this library does not know cannot have been accepted by it either.
    return false;
  }
}
