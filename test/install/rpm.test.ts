import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeInstaller } from '../support/installers';

/*
 * The RPM package, built and read on Debian. It was never installed on a system of its own, whose names for the
 * libraries are unproved.
 */

const NAME = 'school-api-setup-wizard';
const unpacked = join(import.meta.dirname, '../../out/pack/linux-unpacked');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rpm-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const build = (place: string): string => makeInstaller('rpm', unpacked, join(folder, place), '0.1.0');

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

function rpm(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('rpm', args, { encoding: 'utf8' });
  expect(status, `rpm ${args.join(' ')}:\n${stderr}`).toBe(0);
  return stdout;
}

describe.runIf(process.platform === 'linux')('the rpm', () => {
  it('is the same in two builds', () => {
    expect(digest(build('second'))).toBe(digest(build('first')));
  });

  it('owns its own folder and files, and asks for the libraries of Fedora', () => {
    const file = build('one');
    const files = rpm('--query', '--list', '--package', file).trim().split('\n');
    expect(files).toContain(`/opt/${NAME}`);
    expect(files).toContain(`/usr/bin/${NAME}-cli`);
    expect(files).toContain(`/etc/${NAME}`);
    // No folder of the system's: removing the package must leave them alone.
    expect(files.filter((path) => /^\/(?:etc|opt|usr)(?:\/bin|\/share)?$/.test(path))).toEqual([]);
    const needs = rpm('--query', '--requires', '--package', file);
    expect(needs).toContain('gtk3');
    expect(needs).not.toMatch(/\.so/);
  });

  it('is put into place and taken away again', () => {
    const root = join(folder, 'root');
    mkdirSync(root);
    const file = build('one');
    // Its scripts belong to a whole system; here is only a folder.
    const inFolder = ['--root', root, '--nodeps', '--noscripts', '--ignoreos'];
    rpm('--install', ...inFolder, file);
    expect(existsSync(join(root, `opt/${NAME}/${NAME}`))).toBe(true);
    rpm('--verify', '--root', root, '--nodeps', '--noscripts', NAME);
    rpm('--erase', '--root', root, '--nodeps', '--noscripts', NAME);
    expect(existsSync(join(root, `opt/${NAME}`))).toBe(false);
  });
});
