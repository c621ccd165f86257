import 'reflect-metadata';
import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

/* Certificate authorities and server certificates for loopback servers, generated afresh in each run. */

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 24 * 60 * 60 * 1000;

export interface Issued {
  readonly certificate: x509.X509Certificate;
  readonly pem: string;
  /** PKCS #8, PEM. */
  readonly key: string;
  readonly keys: CryptoKeyPair;
}

export interface Wanted {
  readonly subject: string;
  /** DNS names and IP addresses; if omitted, no subject alternative name at all. */
  readonly names?: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
  readonly issuer?: Issued;
  readonly authority?: boolean;
  readonly rsaBits?: number;
}

let serial = 1;

/** Issues a certificate; self-signed without `issuer`. */
export async function issue(wanted: Wanted): Promise<Issued> {
  const algorithm =
    wanted.rsaBits === undefined
      ? ALGORITHM
      : {
          name: 'RSASSA-PKCS1-v1_5',
          hash: 'SHA-256',
          publicExponent: new Uint8Array([1, 0, 1]),
          modulusLength: wanted.rsaBits,
        };
  const keys = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const signer = wanted.issuer?.keys ?? keys;
  serial += 1;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial.toString(16).padStart(8, '0'),
    subject: wanted.subject,
    issuer: wanted.issuer?.certificate.subject ?? wanted.subject,
    notBefore: wanted.from ?? new Date(Date.now() - DAY_MS),
    notAfter: wanted.to ?? new Date(Date.now() + 200 * DAY_MS),
    signingAlgorithm: signer.privateKey.algorithm.name === 'ECDSA' ? ALGORITHM : signer.privateKey.algorithm,
    publicKey: keys.publicKey,
    signingKey: signer.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(wanted.authority === true, undefined, true),
      new x509.KeyUsagesExtension(
        wanted.authority === true
          ? x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign
          : x509.KeyUsageFlags.digitalSignature,
        true,
      ),
      ...(wanted.names === undefined
        ? []
        : [
            new x509.SubjectAlternativeNameExtension(
              wanted.names.map((value) => ({
                type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const),
                value,
              })),
            ),
          ]),
    ],
  });
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    certificate,
    pem: certificate.toString('pem'),
    key: x509.PemConverter.encode(key, 'PRIVATE KEY'),
    keys,
  };
}

export const days = (count: number): Date => new Date(Date.now() + count * DAY_MS);

/** A root, and what a properly configured server for `sis.test` and 127.0.0.1 sends: leaf and intermediate. */
export async function makeAuthority(name = 'Test Root'): Promise<{
  readonly root: Issued;
  readonly intermediate: Issued;
  readonly leaf: (wanted?: Partial<Wanted>) => Promise<Issued>;
}> {
  const root = await issue({ subject: `CN=${name}`, authority: true });
  const intermediate = await issue({ subject: `CN=${name} Intermediate`, authority: true, issuer: root });
  return {
    root,
    intermediate,
    leaf: (wanted = {}) =>
      issue({ subject: 'CN=sis.test', names: ['sis.test', '127.0.0.1'], issuer: intermediate, ...wanted }),
  };
}

/** A certificate and its key, PEM. */
export type Pair = Pick<Issued, 'pem' | 'key'>;

const AUTHORITY = ['basicConstraints=critical,CA:true', 'keyUsage=critical,keyCertSign,cRLSign'];

/** A test that asks openssl skips itself on a Windows without it; everywhere else it is installed with the tests. */
export const lacksOpenssl = process.platform === 'win32' && spawnSync('openssl', ['version']).status !== 0;

/** openssl extensions, by the rule that a chain with them breaks. The leaf is for `sis.test` and `host`. */
const brokenRules = {
  'permitted-names': { issuer: [...AUTHORITY, 'nameConstraints=critical,permitted;DNS:board.local'] },
  'excluded-names': { issuer: [...AUTHORITY, 'nameConstraints=critical,excluded;DNS:test'] },
  'names-not-critical': { issuer: [...AUTHORITY, 'nameConstraints=permitted;DNS:board.local'] },
  'path-length': {
    issuer: ['basicConstraints=critical,CA:true,pathlen:0', 'keyUsage=critical,keyCertSign'],
    below: AUTHORITY,
  },
  'not-an-authority': { issuer: ['basicConstraints=critical,CA:false', 'keyUsage=critical,keyCertSign'] },
  'issuer-purpose': { issuer: [...AUTHORITY, 'extendedKeyUsage=clientAuth'] },
  purpose: { issuer: AUTHORITY, leaf: ['extendedKeyUsage=clientAuth'] },
  'unknown-extension': { issuer: [...AUTHORITY, '1.2.3.4=critical,ASN1:NULL'] },
} satisfies Record<
  string,
  {
    readonly issuer: readonly string[];
    readonly below?: readonly string[];
    readonly leaf?: readonly string[];
  }
>;
export type BrokenRule = keyof typeof brokenRules;

/**
 * A chain made by openssl under a good root, with one rule broken: the server's certificate first, without the root.
 */
export function chainThatBreaks(rule: BrokenRule, root: Pair, host = 'sis.test'): readonly [Pair, ...Pair[]] {
  const {
    issuer,
    ...others
  }: { issuer: readonly string[]; below?: readonly string[]; leaf?: readonly string[] } = brokenRules[rule];
  const upper = issueWithOpenssl('/CN=School Issuer', issuer, root);
  const lower = others.below === undefined ? null : issueWithOpenssl('/CN=Lower Issuer', others.below, upper);
  const names = [...new Set(['sis.test', host])].map((name) => `DNS:${name}`).join(',');
  const own = [`subjectAltName=${names}`, 'keyUsage=critical,digitalSignature', ...(others.leaf ?? [])];
  const leaf = issueWithOpenssl(`/CN=${host}`, own, lower ?? upper);
  return [leaf, ...(lower === null ? [] : [lower]), upper];
}

/**
 * Issues a certificate with openssl, which accepts extensions that make no sense.
 * @param extensions lines of its configuration
 * @param issuer self-signed if omitted
 */
export function issueWithOpenssl(subject: string, extensions: readonly string[], issuer?: Pair): Pair {
  const folder = mkdtempSync(join(tmpdir(), 'issue-'));
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(PKCS8);
  const lines = ['[req]', 'distinguished_name=none', 'x509_extensions=own', '[none]', '[own]', ...extensions];
  const made = ['req', '-x509', '-config', file('config', `${lines.join('\n')}\n`), '-days', '90'];
  const own = ['-key', file('key', key.toString()), '-subj', subject];
  const by =
    issuer === undefined ? [] : ['-CA', file('issuer', issuer.pem), '-CAkey', file('issuer-key', issuer.key)];
  try {
    const pem = execFileSync('openssl', [...made, ...own, ...by], { stdio: 'pipe', encoding: 'utf8' });
    return { pem: pem.trim(), key: key.toString() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PKCS8 = { type: 'pkcs8', format: 'pem' } as const;
