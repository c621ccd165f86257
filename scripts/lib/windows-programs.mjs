import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asCommand, out, root, SetUpProblem } from './project.mjs';

/*
 * `node scripts/lib/windows-programs.mjs FILE` compiles a small program for Windows, on Windows or Debian: the launcher
 * of the command line, or the reader of the registry, by the file's name.
 */

/** Where electron-builder takes them from. */
export const WINDOWS_PROGRAMS = [
  join(out, 'school-api-setup-wizard-cli.exe'),
  join(out, 'school-api-setup-wizard-policies.exe'),
];

/** Debian's cross-compilers, and the one that GitHub's Windows computers have in PATH. */
const compilers = ['x86_64-w64-mingw32-gcc-win32', 'x86_64-w64-mingw32-gcc'];
/** Small, without debug data, and the same bytes in every build. */
const options = ['-Os', '-s', '-municode', '-Wall', '-Wextra', '-Werror', '-Wl,--no-insert-timestamp'];

/** @param {string} file */
export function compileForWindows(file) {
  const name = basename(file).includes('policies') ? 'windows-policies.c' : 'windows.c';
  const source = join(root, 'assets/launchers', name);
  mkdirSync(dirname(file), { recursive: true });
  for (const compiler of process.platform === 'win32' ? ['gcc', ...compilers] : compilers) {
    try {
      execFileSync(compiler, [...options, '-o', file, source], { stdio: ['ignore', 'inherit', 'inherit'] });
      return;
    } catch (problem) {
      if (/** @type {NodeJS.ErrnoException} */ (problem).code !== 'ENOENT') throw problem;
    }
  }
  throw new SetUpProblem(
    'The small programs for Windows need a C compiler: MinGW-w64 (on Debian: gcc-mingw-w64-x86-64-win32).',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await asCommand(async () => {
    const [, , asked] = process.argv;
    for (const file of asked === undefined ? WINDOWS_PROGRAMS : [asked]) compileForWindows(file);
    return 0;
  });
