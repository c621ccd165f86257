import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeInstaller } from '../support/installers';
import { hasWine, startWine, type Wine } from '../support/wine';

/*
 * The Windows installer under Wine's own Windows Installer. The program in it is a few small files in its place: only
 * Windows can pack the real one, and what is tested is the installer.
 */

const PROGRAM = 'C:\\Program Files\\School API Setup Wizard';
const ENTRY = 'ProgramData\\Microsoft\\Windows\\Start Menu\\Programs\\School API Setup Wizard.lnk';
const UNINSTALL = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
/** Windows Installer's ERROR_INSTALL_FAILURE. */
const REFUSED = 1603 % 256;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'msi-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The program in version `version`, with one file that only this version has. */
function unpack(version: string): string {
  const place = join(folder, `unpacked-${version}`);
  mkdirSync(join(place, 'resources'), { recursive: true });
  writeFileSync(join(place, 'school-api-setup-wizard.exe'), `program ${version}`);
  writeFileSync(join(place, 'resources/app.asar'), `archive ${version}`);
  writeFileSync(join(place, `only-in-${version}.txt`), 'A & B');
  writeFileSync(join(place, 'school-api-setup-wizard-cli.exe'), 'launcher');
  return place;
}

const build = (version: string, place = ''): string =>
  makeInstaller('msi', unpack(version), join(folder, place), version);

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe.runIf(hasWine)('the MSI', () => {
  let wine: Wine;
  beforeAll(async () => {
    wine = await startWine();
  });
  afterAll(() => wine.stop());

  const msiexec = (...args: string[]) => wine.run('msiexec', [...args, '/qn', '/norestart']);
  const has = (path: string): boolean => existsSync(wine.place(path));
  const installed = async (): Promise<readonly string[]> => {
    const { output } = await wine.run('reg', ['query', UNINSTALL, '/s', '/v', 'DisplayVersion']);
    return [...output.matchAll(/DisplayVersion\s+REG_SZ\s+(0\.1\.\d+)/g)].map(([, version = '']) => version);
  };

  it('is the same in two builds', () => {
    expect(digest(build('0.1.0', 'second'))).toBe(digest(build('0.1.0', 'first')));
  });

  it('refuses a version that Windows Installer cannot order', () => {
    expect(() => build('0.1.0-beta')).toThrow(/three numbers/);
  });

  it('installs for everybody, is upgraded, refuses a downgrade, and leaves only data behind', async () => {
    const [first, second] = [build('0.1.0'), build('0.1.1')];
    const data = wine.place('C:\\users\\someone\\AppData\\Local\\School API Setup Wizard');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'connections.json'), '{}');

    expect((await msiexec('/i', first)).status).toBe(0);
    expect(await installed()).toEqual(['0.1.0']);
    expect(has(`${PROGRAM}\\school-api-setup-wizard.exe`)).toBe(true);
    expect(has(`${PROGRAM}\\resources\\app.asar`)).toBe(true);
    expect(has(`${PROGRAM}\\only-in-0.1.0.txt`)).toBe(true);
    const key = await wine.run('reg', [
      'query',
      'HKLM\\Software\\School API Setup Wizard',
      '/v',
      'InstallDir',
    ]);
    expect(key.output).toContain(`${PROGRAM}\\`);

    expect((await msiexec('/i', second)).status).toBe(0);
    expect(await installed()).toEqual(['0.1.1']);
    expect(has(`${PROGRAM}\\only-in-0.1.0.txt`)).toBe(false);
    expect(readFileSync(wine.place(`${PROGRAM}\\school-api-setup-wizard.exe`), 'utf8')).toBe('program 0.1.1');

    expect((await msiexec('/i', first)).status).toBe(REFUSED);
    expect(await installed()).toEqual(['0.1.1']);
    expect(readFileSync(wine.place(`${PROGRAM}\\school-api-setup-wizard.exe`), 'utf8')).toBe('program 0.1.1');

    expect((await msiexec('/x', second)).status).toBe(0);
    expect(await installed()).toEqual([]);
    expect(has(`${PROGRAM}\\school-api-setup-wizard.exe`)).toBe(false);
    expect(has(ENTRY)).toBe(false);
    expect(existsSync(join(data, 'connections.json'))).toBe(true);
  });

  it('installs into the folder it is told, and stays there', async () => {
    const [first, second] = [build('0.1.0'), build('0.1.1')];
    expect((await msiexec('/i', first, 'INSTALLDIR=C:\\Apps\\Wizard')).status).toBe(0);
    expect(has('C:\\Apps\\Wizard\\school-api-setup-wizard.exe')).toBe(true);
    expect((await msiexec('/i', second)).status).toBe(0);
    expect(has('C:\\Apps\\Wizard\\only-in-0.1.1.txt')).toBe(true);
    expect(has(`${PROGRAM}\\school-api-setup-wizard.exe`)).toBe(false);
    expect((await msiexec('/x', second)).status).toBe(0);
    expect(has('C:\\Apps\\Wizard\\school-api-setup-wizard.exe')).toBe(false);
  });

  it('takes policies along from the folder it is told, and from nowhere else', async () => {
    const [first, second] = [build('0.1.0'), build('0.1.1')];
    const policies = `${PROGRAM}\\policies.json`;
    const given = wine.place('C:\\for the fleet');
    mkdirSync(given);

    // Told to take policies, but there are none: no computer goes without.
    expect((await msiexec('/i', first, 'POLICYFOLDER=C:\\for the fleet')).status).toBe(REFUSED);
    expect(await installed()).toEqual([]);

    // What somebody has put beside the installer is not an administrator's word.
    writeFileSync(join(first, '../policies.json'), '{"language":"fr"}');
    expect((await msiexec('/i', first)).status).toBe(0);
    expect(has(policies)).toBe(false);
    expect((await msiexec('/x', first)).status).toBe(0);

    writeFileSync(join(given, 'policies.json'), '{"forbidExport":true}');
    expect((await msiexec('/i', first, 'POLICYFOLDER=C:\\for the fleet')).status).toBe(0);
    expect(readFileSync(wine.place(policies), 'utf8')).toBe('{"forbidExport":true}');
    expect(readFileSync(join(given, 'policies.json'), 'utf8')).toBe('{"forbidExport":true}');

    // A repair, which any user may ask for, takes nothing.
    writeFileSync(join(given, 'policies.json'), '{"language":"fr"}');
    const repair = ['REINSTALL=ALL', 'REINSTALLMODE=amus', 'POLICYFOLDER=C:\\for the fleet'];
    expect((await msiexec('/i', first, ...repair)).status).toBe(0);
    expect(readFileSync(wine.place(policies), 'utf8')).toBe('{"forbidExport":true}');

    // An upgrade that says nothing of policies leaves them; so does a removal, for the next installation.
    expect((await msiexec('/i', second)).status).toBe(0);
    expect(await installed()).toEqual(['0.1.1']);
    expect(has(policies)).toBe(true);
    expect((await msiexec('/x', second)).status).toBe(0);
    expect(has(`${PROGRAM}\\school-api-setup-wizard.exe`)).toBe(false);
    expect(has(policies)).toBe(true);
  });
});
