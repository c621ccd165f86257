import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificateVerdict } from '@contract/extra-trust';
import { refuse } from '@contract/result';
import { beforeAll, describe, expect, it } from 'vitest';
import { certificateInspector } from '../../../electron/http/certificate-inspector';
import { inspectCertificates } from '../../../electron/http/extra-certificates';
import { readCertificateFile, readCertificates } from '../../../electron/http/read-certificates';
import { Trust } from '../../../electron/http/trust';
import { days, type Issued, issue, makeAuthority } from '../../support/certificates';
import { temporaryFolder } from '../../support/temporary-folder';
import { timesAsLong } from '../../support/times-as-long';

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Issued;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf();
});

const der = (one: Issued): Buffer => Buffer.from(one.certificate.rawData);
const parsed = (one: Issued): X509Certificate => new X509Certificate(one.pem);
/** How many certificates were read, or why none. */
const outcome = (bytes: Buffer | string) => {
  const read = readCertificates(Buffer.from(bytes as string));
  return read.ok ? read.value.length : read.failure;
};

describe('a chosen file', () => {
  it('may be PEM or DER, hold several, and say anything around them', () => {
    const { root, intermediate } = authority;
    expect(outcome(root.pem)).toBe(1);
    expect(outcome(`\ufeff# our root\r\n${root.pem.replaceAll('\n', '\r\n')}\r\n${intermediate.pem}`)).toBe(
      2,
    );
    expect(outcome(root.pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE'))).toBe(1);
    expect(outcome(Buffer.from(`\ufeff${root.pem}`, 'utf16le'))).toBe(1);
    expect(outcome(der(root))).toBe(1);
    expect(outcome(Buffer.concat([der(root), der(intermediate)]))).toBe(2);
  });

  it('that is of no use is told apart by what it is', () => {
    const { root } = authority;
    const openssl = (...args: string[]) =>
      execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const folder = temporaryFolder();
    const [pem, key] = [join(folder, 'root.pem'), join(folder, 'root.key')];
    writeFileSync(pem, root.pem);
    writeFileSync(key, root.key);
    expect(outcome(`${root.pem}\n${root.key}`)).toBe('private-key');
    expect(outcome(root.key)).toBe('private-key');
    expect(outcome(openssl('crl2pkcs7', '-nocrl', '-certfile', pem))).toBe('pkcs7');
    expect(outcome(openssl('crl2pkcs7', '-nocrl', '-certfile', pem, '-outform', 'DER'))).toBe('pkcs7');
    expect(outcome(openssl('pkcs12', '-export', '-in', pem, '-inkey', key, '-passout', 'pass:x'))).toBe(
      'pkcs12',
    );
    expect(outcome(openssl('req', '-new', '-key', key, '-subj', '/CN=sis.test'))).toBe('request');
    expect(outcome('')).toBe('empty');
    expect(outcome(' \r\n\t')).toBe('empty');
    expect(outcome('<!doctype html><title>Download</title>')).toBe('not-a-certificate');
    expect(outcome(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))).toBe('not-a-certificate');
    expect(outcome(`-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n`)).toBe('not-a-certificate');
  });

  it('of which a part cannot be read is refused whole', () => {
    const { root, intermediate } = authority;
    const cut = root.pem.slice(0, 200);
    const garbled = root.pem.replace(/\n[A-Za-z0-9+/]{20}/, '\nAAAAAAAAAAAAAAAAAAAA');
    expect(outcome(cut)).toBe('damaged');
    expect(outcome(`${intermediate.pem}\n${cut}`)).toBe('damaged');
    expect(outcome(`${intermediate.pem}\n${garbled}`)).toBe('damaged');
    expect(outcome(der(root).subarray(0, 300))).toBe('damaged');
    expect(outcome(Buffer.concat([der(root), Buffer.from('more')]))).toBe('damaged');
  });

  it('of beginnings that never end takes time only in proportion to its length', () => {
    const reading = (beginnings: number) => {
      const file = Buffer.from('-----BEGIN A-----'.repeat(beginnings));
      return () => expect(readCertificates(file)).toEqual(refuse('too-many'));
    };
    expect(timesAsLong(reading(1_875), reading(15_000))).toBeLessThan(24);
  });

  it('that is a whole list of authorities, or huge, or no file, is not read', async () => {
    const folder = temporaryFolder();
    const file = (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return readCertificateFile(join(folder, name));
    };
    expect(await file('list.pem', `${authority.root.pem}\n`.repeat(11))).toEqual({
      ok: false,
      failure: 'too-many',
    });
    expect(await file('huge.pem', 'x'.repeat(256 * 1024 + 1))).toEqual({ ok: false, failure: 'too-large' });
    mkdirSync(join(folder, 'folder.pem'));
    const pipe = join(folder, 'pipe.pem');
    execFileSync('mkfifo', [pipe]);
    for (const path of [join(folder, 'folder.pem'), pipe, join(folder, 'gone.pem')])
      expect(await readCertificateFile(path)).toEqual({ ok: false, failure: 'not-readable' });
  });
});

describe('what a certificate is worth', () => {
  const verdicts = (list: readonly Issued[], trust = new Trust([])): readonly CertificateVerdict[] =>
    inspectCertificates(list.map(parsed), trust, Date.now()).map(({ verdict }) => verdict);

  it('is nothing for a server’s own, whoever made it', async () => {
    const own = await issue({ subject: 'CN=sis.test', names: ['sis.test'] });
    expect(verdicts([leaf])).toEqual(['server-certificate']);
    expect(verdicts([own])).toEqual(['own-certificate']);
  });

  it('is nothing outside its time, or where it is weak', async () => {
    const ca = (more: object) => issue({ subject: 'CN=School Root', authority: true, ...more });
    expect(verdicts([await ca({ from: days(-90), to: days(-1) })])).toEqual(['expired']);
    expect(verdicts([await ca({ from: days(1), to: days(90) })])).toEqual(['not-yet-valid']);
    expect(verdicts([await ca({ rsaBits: 1024 })])).toEqual(['weak']);
  });

  it('is nothing for an intermediate whose root is unknown, and all is well with its root', () => {
    const { root, intermediate } = authority;
    expect(verdicts([intermediate])).toEqual(['issuer-missing']);
    expect(verdicts([intermediate, root])).toEqual(['good', 'good']);
    expect(verdicts([leaf, intermediate, root])).toEqual(['server-certificate', 'good', 'good']);
    expect(verdicts([intermediate], new Trust([root.pem]))).toEqual(['good']);
    expect(verdicts([root], new Trust([root.pem]))).toEqual(['already-trusted']);
    expect(verdicts([root, root])).toEqual(['good']);
  });

  it('shows names without anything that could hide their end, and the fingerprint openssl shows', async () => {
    const odd = await issue({ subject: 'CN=Root\u202e gnol', authority: true });
    const [seen] = inspectCertificates([parsed(odd)], new Trust([]), Date.now());
    expect(seen).toMatchObject({ subject: 'Root? gnol', verdict: 'good' });
    const said = execFileSync('openssl', ['x509', '-noout', '-fingerprint', '-sha256'], { input: odd.pem });
    expect(said.toString().trim().split('=')[1]).toBe(seen?.fingerprint);
    expect(seen?.pem).toBe(odd.pem.trim());
  });

  it('is judged beside what the connection has already', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'intermediate.cer');
    writeFileSync(path, der(authority.intermediate));
    const inspector = certificateInspector(async () => ({ trust: new Trust([]), now: () => Date.now() }));
    const alone = await inspector.inspectFile(path, []);
    expect(alone.ok && alone.value[0]?.verdict).toBe('issuer-missing');
    const beside = await inspector.inspectFile(path, [authority.root.pem, 'no certificate']);
    expect(beside.ok && beside.value.map(({ verdict }) => verdict)).toEqual(['good']);
  });
});
