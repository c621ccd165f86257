import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasWine, startWine, type Wine } from '../support/wine';

/*
 * The launcher for Windows, under Wine, around a small program in the place of the packed one: what is typed arrives as
 * typed, whoever starts it.
 */

const root = join(import.meta.dirname, '../..');
const SWITCHES = '--log-level=3 --disable-gpu -- ';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'launcher-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const compile = (name: string): string => {
  const file = join(folder, name);
  execFileSync(process.execPath, [join(root, 'scripts/lib/windows-programs.mjs'), file], { stdio: 'pipe' });
  return file;
};

describe.runIf(hasWine)('the launcher for Windows', () => {
  let wine: Wine;
  /** With what a school's folder may be called. */
  const home = 'C:\\Program Files\\W & (x86) été';
  const launcher = `${home}\\school-api-setup-wizard-cli.exe`;
  beforeAll(async () => {
    wine = await startWine();
    mkdirSync(wine.place(home), { recursive: true });
    copyFileSync(compile('cli.exe'), wine.place(launcher));
    execFileSync('x86_64-w64-mingw32-gcc-win32', [
      ...['-Os', '-s', '-municode', '-mwindows', '-o', wine.place(`${home}\\school-api-setup-wizard.exe`)],
      join(root, 'test/install/pretended/program.c'),
    ]);
  });
  afterAll(() => wine.stop());

  it('is the same in two builds', () => {
    expect(readFileSync(compile('one.exe'))).toEqual(readFileSync(compile('two.exe')));
  });

  it.each([
    [['check', '--saved', 'Maple'], 'check --saved Maple'],
    [['check', '--saved', 'a&calc'], 'check --saved a&calc'],
    [['two words', ''], '"two words" ""'],
    [['été 100%', '%PATH%', '^', '!x!', '(z)'], '"été 100%" %PATH% ^ !x! (z)'],
    [['--no-sandbox', '--remote-debugging-port=0'], '--no-sandbox --remote-debugging-port=0'],
  ])('hands on %j', async (words, typed) => {
    const { status, output } = await wine.run(launcher, words);
    expect(output).toBe(`${SWITCHES}${typed}\n`);
    expect(status).toBe(0);
  });

  it.each([0, 1, 2, 3, 70, 255])('ends with the status %d', async (status) => {
    expect((await wine.run(launcher, [`status=${status}`])).status).toBe(status);
  });

  it('hands on standard input, whatever its length and letters', async () => {
    const input = `${JSON.stringify({ clientSecret: '%PATH% ^ & "é"' })}${'x'.repeat(200_000)}`;
    const { output } = await wine.run(launcher, ['--secrets-stdin'], { input });
    expect(output).toBe(`${SWITCHES}--secrets-stdin\n${input}`);
  });

  it('is found through PATH, and finds the program beside it', async () => {
    for (const name of ['school-api-setup-wizard.exe', 'school-api-setup-wizard-cli.exe']) {
      mkdirSync(wine.place('C:\\plain folder'), { recursive: true });
      copyFileSync(wine.place(`${home}\\${name}`), wine.place(`C:\\plain folder\\${name}`));
    }
    const other = wine.place('C:\\other');
    mkdirSync(other);
    const lines = ['@set "PATH=C:\\plain folder;%PATH%"', '@school-api-setup-wizard-cli help status=3', ''];
    writeFileSync(join(other, 'run.cmd'), lines.join('\r\n'));
    const { status, output } = await wine.run('cmd', ['/c', 'run.cmd'], { cwd: other });
    expect(output).toBe(`${SWITCHES}help status=3\n`);
    expect(status).toBe(3);
  });

  it('says that it lies alone', async () => {
    mkdirSync(wine.place('C:\\alone'));
    copyFileSync(wine.place(launcher), wine.place('C:\\alone\\cli.exe'));
    const { status, output } = await wine.run('C:\\alone\\cli.exe', ['help']);
    expect(output).toBe('The program is not beside this launcher.\r\n');
    expect(status).toBe(2);
  });
});
