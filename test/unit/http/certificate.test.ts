import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';
import * as x509 from '@peculiar/x509';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Chain, isWeak } from '../../../electron/http/certificate';
import { judgeRefusedCertificate } from '../../../electron/http/judge-certificate';
import { Trust } from '../../../electron/http/trust';
import { type Issued, issue, makeAuthority } from '../../support/certificates';

/** Signed with SHA-1, like some old cross-signatures; the issuer does not matter here. */
async function signedWithSha1(subject: string): Promise<string> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1', modulusLength: 2048 };
  const keys = (await crypto.subtle.generateKey(
    { ...algorithm, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  )) as CryptoKeyPair;
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: 'CN=Old Root',
    serialNumber: '77',
    notBefore: new Date(Date.now() - 1000),
    notAfter: new Date(Date.now() + 90_000_000),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: keys.privateKey,
  });
  return certificate.toString('pem');
}

const chainOf = (leaf: string, ...others: string[]): Chain => ({
  certificates: [new X509Certificate(leaf), ...others.map((pem) => new X509Certificate(pem))],
  peer: { subject: { CN: 'sis.test' }, subjectaltname: 'DNS:sis.test' } as unknown as PeerCertificate,
  cipher: null,
  protocol: 'TLSv1.3',
});

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Issued;
let sha1: string;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf();
  sha1 = await signedWithSha1('CN=sis.test');
});

describe('isWeak', () => {
  const trusted = () => new Trust([authority.root.pem]);
  const reaches = (trust: Trust) => (one: X509Certificate) => trust.reaches(one, []);

  it('objects to a leaf signed with SHA-1', () => {
    expect(isWeak(chainOf(sha1), reaches(trusted()))).toBe(true);
  });

  it('lets a strong chain pass', () => {
    expect(isWeak(chainOf(leaf.pem, authority.intermediate.pem), reaches(trusted()))).toBe(false);
  });

  it('objects to a weak issuer, unless the trust does not rest on it', async () => {
    const crossSigned = await signedWithSha1('CN=Test Root');
    const chain = chainOf(leaf.pem, authority.intermediate.pem, crossSigned);
    expect(isWeak(chain, reaches(trusted()))).toBe(false);
    expect(isWeak(chain, reaches(new Trust([])))).toBe(true);
  });
});

it('names a signature no library reads any more, and leaves other wrong signatures alone', async () => {
  const refused = { host: 'sis.test', verdict: 'CERT_SIGNATURE_FAILURE', extraRoots: [] };
  const trust = new Trust([]);
  expect(judgeRefusedCertificate(chainOf(sha1), refused, trust, Date.now()).code).toBe('tls-weak');
  const strong = await issue({ subject: 'CN=sis.test', names: ['sis.test'], issuer: authority.root });
  expect(judgeRefusedCertificate(chainOf(strong.pem), refused, trust, Date.now()).code).toBe(
    'tls-incomplete-chain',
  );
});

it('names a revoked certificate by the library’s word', () => {
  const refused = { host: 'sis.test', verdict: 'CERT_REVOKED', extraRoots: [authority.root.pem] };
  const chain = chainOf(leaf.pem, authority.intermediate.pem, authority.root.pem);
  expect(judgeRefusedCertificate(chain, refused, new Trust([]), Date.now()).code).toBe('tls-revoked');
});
