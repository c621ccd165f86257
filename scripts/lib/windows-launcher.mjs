import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asCommand, out, root, SetUpProblem } from './project.mjs';

/* `node scripts/lib/windows-launcher.mjs FILE` compiles the launcher for Windows, on Windows or Debian. */

/** Where electron-builder takes it from. */
export const WINDOWS_LAUNCHER = join(out, 'school-api-setup-wizard-cli.exe');

/** Debian's cross-compilers, and the one that GitHub's Windows computers have in PATH. */
const compilers = ['x86_64-w64-mingw32-gcc-win32', 'x86_64-w64-mingw32-gcc'];
const source = join(root, 'assets/launchers/windows.c');
/** Small, without debug data, and the same bytes in every build. */
const options = ['-Os', '-s', '-municode', '-Wall', '-Wextra', '-Werror', '-Wl,--no-insert-timestamp'];

/** @param {string} file */
export function compileWindowsLauncher(file) {
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
    'The launcher for Windows needs a C compiler: MinGW-w64 (on Debian: gcc-mingw-w64-x86-64-win32).',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await asCommand(async () => {
    compileWindowsLauncher(process.argv[2] ?? WINDOWS_LAUNCHER);
    return 0;
  });
