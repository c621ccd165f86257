import 'reflect-metadata';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

/*
 * Certificate authorities and server certificates for loopback servers, made fresh in each run.
 */

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
  /** DNS names and literal addresses; none: no subject alternative name at all. */
  readonly names?: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
  readonly issuer?: Issued;
  readonly authority?: boolean;
  readonly rsaBits?: number;
}

let serial = 1;

/** Issues a certificate; without `issuer` it signs itself. */
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

/** A root, and what a well-kept server of `sis.test` and 127.0.0.1 shows: leaf and intermediate. */
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
