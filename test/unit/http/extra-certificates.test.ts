import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificateVerdict } from '@contract/extra-trust';
import { beforeAll, describe, expect, it } from 'vitest';
import { certificateInspector } from '../../../electron/http/certificate-inspector';
import { inspectCertificates } from '../../../electron/http/extra-certificates';
import { readCertificateFile, readCertificates } from '../../../electron/http/read-certificates';
import { Trust } from '../../../electron/http/trust';
import { days, type Issued, issue, lacksOpenssl, makeAuthority } from '../../support/certificates';
import { temporaryFolder } from '../../support/temporary-folder';

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Issued;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf();
});

const der = (one: Issued): Buffer => Buffer.from(one.certificate.rawData);
const parsed = (one: Issued): X509Certificate => new X509Certificate(one.pem);
/** The fingerprints of the certificates read, or why none was. */
const outcome = async (bytes: Buffer | string) => {
  const read = await readCertificates(Buffer.from(bytes as string));
  return read.ok ? read.value.map(({ fingerprint256 }) => fingerprint256) : read.failure;
};
const openssl = (args: readonly string[], input: string | Buffer = '') =>
  execFileSync('openssl', args, { input, stdio: ['pipe', 'pipe', 'ignore'] });

/** Transformations of PEM text in transit that do not change its content. */
const ways: Readonly<Record<string, (text: string) => string | Buffer>> = {
  'as it is': (text) => text,
  'with Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'with a byte order mark': (text) => `\ufeff${text}`,
  'without its last line end': (text) => text.trimEnd(),
  'in UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'in UTF-16, the other way round': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'in UTF-16 without a mark': (text) => Buffer.from(text, 'utf16le'),
  'after words in Windows’ own code page': (text) =>
    Buffer.concat([Buffer.from('Voil\xe0 le certificat :\r\n', 'latin1'), Buffer.from(text)]),
  indented: (text) => text.replaceAll(/^/gm, '    '),
  'quoted by a reply': (text) => text.replaceAll(/^/gm, '> > '),
  'in quoted-printable': (text) => text.replaceAll('=', '=3D').replaceAll(/((?:=3D|[^\n=]){40})/g, '$1=\n'),
  'with spaces at the ends of lines': (text) => text.replaceAll('\n', ' \t\n'),
  'with no-break spaces': (text) => text.replaceAll(/^/gm, '\u00a0'),
  'with empty lines between': (text) => text.replaceAll('\n', '\n\n'),
  'on one line': (text) => text.replaceAll('\n', ' '),
  'with dashes joined by a word processor': (text) => text.replaceAll('-----', '—–'),
  'in JSON': (text) => JSON.stringify({ name: 'root', ca: text }),
  'in YAML': (text) => `ca: |\n${text.replaceAll(/^/gm, '  ')}`,
  'in a web page': (text) => `<!doctype html><pre>${text.replaceAll('\n', '<br>\n')}</pre>`,
  'with bag attributes': (text) =>
    text.replaceAll(
      '-----BEGIN',
      'Bag Attributes\n    friendlyName: School: Root\nsubject=CN = x\n-----BEGIN',
    ),
  'between the lines of a mail': (text) =>
    `Hello,\n\nhere it is - the root -- as promised.\n\n${text}\n\n-- \nSam Maple\nBEGIN: never\n`,
};

describe.skipIf(lacksOpenssl)('a chosen file', () => {
  it.each(Object.entries(ways))('may hold certificates %s', async (_, change) => {
    const { root, intermediate } = authority;
    const both = [root, intermediate].map((one) => parsed(one).fingerprint256);
    const pem = `${root.pem}\n${intermediate.pem}\n`;
    const folder = temporaryFolder();
    const file = join(folder, 'both.pem');
    writeFileSync(file, pem);
    const texts = [
      pem,
      pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE'),
      [root, intermediate].map((one) => openssl(['x509', '-text'], one.pem)).join(''),
      openssl(['x509', '-trustout', '-addtrust', 'serverAuth'], root.pem).toString() + intermediate.pem,
      openssl(['crl2pkcs7', '-nocrl', '-certfile', file]).toString(),
      openssl(['crl2pkcs7', '-nocrl', '-certfile', file])
        .toString()
        .replaceAll('PKCS7', 'PKCS #7 SIGNED DATA'),
    ];
    for (const text of texts) {
      const read = await outcome(change(text));
      // A PKCS #7 collection is unordered.
      expect(Array.isArray(read) ? [...read].sort() : read, text.slice(0, 60)).toEqual([...both].sort());
    }
  });

  it('may be DER, base64 without its first and last line, or a collection', async () => {
    const { root, intermediate } = authority;
    const [first, second] = [root, intermediate].map((one) => parsed(one).fingerprint256);
    expect(await outcome(der(root))).toEqual([first]);
    expect(await outcome(Buffer.concat([der(root), Buffer.from('\r\n')]))).toEqual([first]);
    expect(await outcome(Buffer.concat([der(root), der(intermediate)]))).toEqual([first, second]);
    const bare = der(root).toString('base64');
    const lines = bare.replaceAll(/(.{64})/g, '$1\n');
    for (const text of [bare, lines, `\ufeff${lines}\r\n`, `Here it is:\n\n${lines}\n\nRegards\n`])
      expect(await outcome(text)).toEqual([first]);
    expect(await outcome(lines.replaceAll(/^/gm, '> '))).toEqual([first]);
    expect(await outcome(Buffer.from(lines, 'utf16le'))).toEqual([first]);
    expect(await outcome(`<KeyInfo><X509Certificate>${bare}</X509Certificate></KeyInfo>`)).toEqual([first]);
    expect(await outcome(`${lines}\n\n${der(intermediate).toString('base64')}`)).toEqual([first, second]);
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'root.pem'), root.pem);
    const collect = ['crl2pkcs7', '-nocrl', '-certfile', join(folder, 'root.pem')];
    const collection = openssl([...collect, '-outform', 'DER']);
    expect(await outcome(collection)).toEqual([first]);
    expect(await outcome(collection.toString('base64'))).toEqual([first]);
  });

  it('that is of no use is told apart by what it is', async () => {
    const { root } = authority;
    const folder = temporaryFolder();
    const [pem, key] = [join(folder, 'root.pem'), join(folder, 'root.key')];
    writeFileSync(pem, root.pem);
    writeFileSync(key, root.key);
    const keys = ['pkcs8', 'ec', 'rsa'].map((kind) => {
      if (kind === 'pkcs8') return openssl(['pkcs8', '-topk8', '-nocrypt', '-outform', 'DER'], root.key);
      if (kind === 'ec') return openssl(['ec', '-outform', 'DER'], root.key);
      return openssl(['genrsa', '-traditional', '1024']).toString();
    });
    const sealed = openssl(['pkcs8', '-topk8', '-passout', 'pass:x', '-outform', 'DER'], root.key);
    for (const one of [...keys, sealed, sealed.toString('base64'), root.key, `${root.pem}\n${root.key}`])
      expect(await outcome(one)).toBe('private-key');
    expect(await outcome('PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n')).toBe('private-key');
    expect(await outcome(Buffer.from(`\ufeff${root.key}`, 'utf16le'))).toBe('private-key');
    const stored = openssl(['pkcs12', '-export', '-in', pem, '-inkey', key, '-passout', 'pass:x']);
    expect(await outcome(stored)).toBe('pkcs12');
    expect(await outcome(stored.toString('base64'))).toBe('pkcs12');
    expect(await outcome(Buffer.from('feedfeed00000002', 'hex'))).toBe('pkcs12');
    for (const form of ['PEM', 'DER']) {
      const asked = ['req', '-new', '-key', key, '-subj', '/CN=sis.test', '-outform', form];
      expect(await outcome(openssl(asked))).toBe('request');
      expect(await outcome(openssl(['pkey', '-pubout', '-outform', form], root.key))).toBe('public-key');
    }
    const list = revocationList();
    expect(await outcome(list.pem)).toBe('revocation-list');
    expect(await outcome(list.der)).toBe('revocation-list');
    expect(await outcome('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA sam@maple')).toBe('ssh-key');
    expect(await outcome('---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----')).toBe(
      'ssh-key',
    );
    expect(await outcome('<!doctype html><title>Download</title>')).toBe('web-page');
    expect(await outcome(Buffer.from('\ufeff<html><body>Sign in', 'utf16le'))).toBe('web-page');
    expect(await outcome('[InternetShortcut]\r\nURL=https://example.test/root.cer\r\n')).toBe('shortcut');
    expect(await outcome(Buffer.from('4c0000000114020000000000', 'hex'))).toBe('shortcut');
    expect(await outcome(Buffer.from('0000000043455254200000000100', 'hex'))).toBe('certificate-store');
    for (const start of ['PK\x03\x04', '{\\rtf1\\ansi', '%PDF-1.7', '\x89PNG\r\n'])
      expect(await outcome(Buffer.from(`${start}rest of it`, 'latin1'))).toBe('container');
    expect(await outcome(openssl(['x509', '-noout', '-text'], root.pem))).toBe('described');
    expect(await outcome('')).toBe('empty');
    expect(await outcome(' \r\n\t')).toBe('empty');
    expect(await outcome(Buffer.from([0xff, 0xfe]))).toBe('empty');
    expect(await outcome(Buffer.alloc(4096))).toBe('not-a-certificate');
    expect(await outcome('Hello,\n\nI will send it tomorrow.\n')).toBe('not-a-certificate');
    expect(await outcome('-----BEGIN PGP MESSAGE-----\nAAAA\n-----END PGP MESSAGE-----\n')).toBe(
      'not-a-certificate',
    );
  });

  it('of which a part cannot be read is refused whole', async () => {
    const { root, intermediate } = authority;
    const cut = root.pem.slice(0, 200);
    const garbled = root.pem.replace(/\n[A-Za-z0-9+/]{20}/, '\nAAAAAAAAAAAAAAAAAAAA');
    const noise = root.pem.replace(/\n[A-Za-z0-9+/]{4}/, '\n????');
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'root.pem'), root.pem);
    const collection = openssl([
      ...['crl2pkcs7', '-nocrl', '-certfile', join(folder, 'root.pem'), '-outform', 'DER'],
    ]);
    for (const one of [
      cut,
      noise,
      `${intermediate.pem}\n${cut}`,
      `${cut}\n${intermediate.pem}`,
      `${intermediate.pem}\n${garbled}`,
      der(root).subarray(0, 300),
      der(root).subarray(0, 300).toString('base64'),
      Buffer.concat([der(root), Buffer.from('more')]),
      collection.subarray(0, -40),
    ])
      expect(await outcome(one)).toBe('damaged');
  });

  it('that was made to hold the program up is read to its end', async () => {
    const size = 256 * 1024;
    const sequences = (head: string) => Buffer.from(head.repeat(size / (head.length / 2)), 'hex');
    const collection = Buffer.concat([
      Buffer.from('308006092a864886f70d010702a080', 'hex'),
      sequences('3080'),
    ]);
    for (const hostile of [
      Buffer.from('-----BEGIN A-----'.repeat(size / 17)),
      Buffer.from('-----BEGIN CERTIFICATE-----'.repeat(size / 27)),
      Buffer.alloc(size, '-'),
      Buffer.alloc(size, '<'),
      Buffer.alloc(size, '> '),
      Buffer.alloc(size, 'MIIA\n'),
      Buffer.alloc(size, 'MIIAMIIAMIIA\n!\n'),
      sequences('3080'),
      sequences('3084ffffffff'),
      sequences('30820004'),
      collection,
    ]) {
      expect(await outcome(hostile)).toBeTypeOf('string');
    }
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
    // Windows has no pipes among its files.
    if (process.platform !== 'win32') execFileSync('mkfifo', [pipe]);
    for (const path of [join(folder, 'folder.pem'), pipe, join(folder, 'gone.pem')])
      expect(await readCertificateFile(path)).toEqual({ ok: false, failure: 'not-readable' });
  });
});

/** An empty one, from a throwaway authority. */
function revocationList(): { readonly pem: Buffer; readonly der: Buffer } {
  const folder = temporaryFolder();
  const file = (name: string) => join(folder, name);
  const { pem, key } = authority.root;
  writeFileSync(file('ca.pem'), pem);
  writeFileSync(file('ca.key'), key);
  writeFileSync(file('index'), '');
  writeFileSync(
    file('conf'),
    `[ca]\ndefault_ca=own\n[own]\ndatabase=${file('index')}\ndefault_md=sha256\ndefault_crl_days=9\n`,
  );
  const named = ['-config', file('conf'), '-cert', file('ca.pem'), '-keyfile', file('ca.key')];
  const list = openssl(['ca', '-gencrl', ...named]);
  return { pem: list, der: openssl(['crl', '-outform', 'DER'], list) };
}

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

  it.skipIf(lacksOpenssl)(
    'shows names without anything that could hide their end, and the fingerprint openssl shows',
    async () => {
      const odd = await issue({ subject: 'CN=Root\u202e gnol', authority: true });
      const [seen] = inspectCertificates([parsed(odd)], new Trust([]), Date.now());
      expect(seen).toMatchObject({ subject: 'Root? gnol', verdict: 'good' });
      const said = execFileSync('openssl', ['x509', '-noout', '-fingerprint', '-sha256'], { input: odd.pem });
      expect(said.toString().trim().split('=')[1]).toBe(seen?.fingerprint);
      expect(seen?.pem).toBe(odd.pem.trim());
    },
  );

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
