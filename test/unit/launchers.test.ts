import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * The launchers of the packed program without its window. The Linux one runs for real in test/app/packed-cli.spec.ts;
 * the macOS one runs here around a fake program, the Windows one in test/install/windows-launcher.test.ts.
 */

const launchers = resolve(import.meta.dirname, '../../assets/launchers');
const builder = readFileSync(resolve(launchers, '../../electron-builder.yml'), 'utf8');
const text = (name: string): string => readFileSync(join(launchers, name), 'utf8');

describe('the launchers', () => {
  it.each([
    ['linux.sh', 'school-api-setup-wizard-cli'],
    ['macos.sh', 'school-api-setup-wizard-cli'],
  ])('%s is packed as %s, and starts the program by its own name, words behind the mark', (name, packed) => {
    expect(builder).toContain(`- from: assets/launchers/${name}\n      to: ${packed}\n`);
    const line = text(name)
      .split('\n')
      .filter((one) => one.includes('--log-level=3'));
    for (const one of line) expect(one).toMatch(/ -- "\$@"$/);
    expect(line.length).toBeGreaterThan(0);
    const program = name === 'macos.sh' ? 'MacOS/School API Setup Wizard"' : 'school-api-setup-wizard';
    expect(text(name)).toContain(program);
  });

  it.skipIf(process.platform === 'win32')('both shell scripts are read by a plain sh', () => {
    for (const name of ['linux.sh', 'macos.sh']) execFileSync('sh', ['-n', join(launchers, name)]);
  });
});

describe.skipIf(process.platform === 'win32')('the macOS launcher', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wizard launcher ’-'));
    const contents = join(folder, 'School API Setup Wizard.app/Contents');
    mkdirSync(join(contents, 'MacOS'), { recursive: true });
    mkdirSync(join(contents, 'Resources'));
    const program = join(contents, 'MacOS/School API Setup Wizard');
    writeFileSync(program, '#!/bin/sh\nprintf "%s\\n" "$@"\ncat\nexit 3\n');
    chmodSync(program, 0o755);
    copyFileSync(join(launchers, 'macos.sh'), join(contents, 'Resources/school-api-setup-wizard-cli'));
    mkdirSync(join(folder, 'bin'));
    symlinkSync(
      '../School API Setup Wizard.app/Contents/Resources/school-api-setup-wizard-cli',
      join(folder, 'bin/wizard'),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['School API Setup Wizard.app/Contents/Resources/school-api-setup-wizard-cli', 'bin/wizard'])(
    'as %s hands on words, standard input and the status',
    (path) => {
      const words = ['check', '--saved', 'Maple "DSB" $HOME', '--json', ''];
      const { status, stdout } = spawnSync(join(folder, path), words, {
        input: 'piped',
        encoding: 'utf8',
        cwd: '/',
      });
      const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      expect(stdout).toBe([...sandbox, '--log-level=3', '--disable-gpu', '--', ...words, 'piped'].join('\n'));
      expect(status).toBe(3);
    },
  );
});
