import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeInstaller } from '../support/installers';
import { hasWine, startWine } from '../support/wine';

/*
 * Authenticode signatures, rehearsed with an authority of our own. The release signs with a certificate that Windows
 * knows (.github/workflows/release.yml); what is tried here is that a signature fits our files: they verify, notice a
 * change, and the MSI still installs.
 */

const root = join(import.meta.dirname, '../..');

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signing-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'rsa:2048', '-noenc'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
    '-subj',
    '/CN=Throwaway Authority',
  );
  openssl('req', ...key, '-keyout', 'own.key', '-out', 'own.csr', '-subj', '/CN=Throwaway Publisher');
  writeFileSync(at('use.cnf'), 'keyUsage=digitalSignature\nextendedKeyUsage=codeSigning\n');
  const issuer = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-extfile', 'use.cnf'];
  openssl('x509', '-req', '-in', 'own.csr', ...issuer, '-out', 'own.pem');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sign(file: string): string {
  const signed = file.replace(/(\.\w+)$/, '-signed$1');
  const by = [
    '-certs',
    at('own.pem'),
    '-key',
    at('own.key'),
    '-h',
    'sha256',
    '-n',
    'School API Setup Wizard',
  ];
  execFileSync('osslsigncode', ['sign', ...by, '-in', file, '-out', signed], { stdio: 'pipe' });
  return signed;
}

const verifies = (file: string): boolean =>
  spawnSync('osslsigncode', ['verify', '-CAfile', at('root.pem'), '-in', file]).status === 0;

/** The same file with one bit turned, somewhere in these bytes of it. */
function changed(file: string, bytes: string): string {
  const content = readFileSync(file);
  const place = content.indexOf(bytes);
  expect(place).toBeGreaterThan(0);
  content[place] = (content[place] ?? 0) ^ 1;
  const other = file.replace(/(\.\w+)$/, '-changed$1');
  writeFileSync(other, content);
  return other;
}

describe('a signature', () => {
  it('on the launcher verifies, and notices a change', () => {
    const launcher = at('cli.exe');
    execFileSync(process.execPath, [join(root, 'scripts/lib/windows-programs.mjs'), launcher], {
      stdio: 'pipe',
    });
    expect(verifies(launcher), 'without one').toBe(false);
    const signed = sign(launcher);
    expect(verifies(signed)).toBe(true);
    expect(verifies(changed(signed, 'This program'))).toBe(false);
  });

  it.runIf(hasWine)('on the MSI verifies, notices a change, and lets it install', async () => {
    const unpacked = at('unpacked');
    mkdirSync(join(unpacked, 'resources'), { recursive: true });
    writeFileSync(join(unpacked, 'school-api-setup-wizard.exe'), 'program');
    writeFileSync(join(unpacked, 'resources/app.asar'), 'archive');
    writeFileSync(join(unpacked, 'school-api-setup-wizard-cli.exe'), 'launcher');
    const msi = makeInstaller('msi', unpacked, folder, '0.1.0');
    expect(verifies(msi), 'without one').toBe(false);
    const signed = sign(msi);
    expect(verifies(signed)).toBe(true);
    // The head of the cabinet with the files.
    expect(verifies(changed(signed, 'MSCF'))).toBe(false);

    const wine = await startWine();
    try {
      expect((await wine.run('msiexec', ['/i', signed, '/qn', '/norestart'])).status).toBe(0);
      const program = 'C:\\Program Files\\School API Setup Wizard\\school-api-setup-wizard.exe';
      expect(existsSync(wine.place(program))).toBe(true);
    } finally {
      await wine.stop();
    }
  });
});
