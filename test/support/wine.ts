import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * Windows programs without Windows: Debian's wine64, with a drive C of the test's own. What it shows is true of Wine;
 * docs/windows.md says what is known to differ.
 */

const PROGRAM = '/usr/lib/wine/wine64';

export interface Wine {
  /** A Windows path's place on this computer. */
  place(path: string): string;
  /** Runs a Windows program; its output is decoded as UTF-8. */
  run(
    program: string,
    args: readonly string[],
    options?: {
      /** Its standard input. */
      readonly input?: string;
      /** A folder of this computer. */
      readonly cwd?: string;
    },
  ): Promise<{ readonly status: number | null; readonly output: string }>;
  stop(): Promise<void>;
}

export async function startWine(): Promise<Wine> {
  const folder = mkdtempSync(join(tmpdir(), 'wine-'));
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: folder,
    LANG: 'C.UTF-8',
    WINEPREFIX: join(folder, 'prefix'),
    WINEDEBUG: '-all',
    // No .NET, no HTML engine, no menu entries on this computer's own desktop.
    WINEDLLOVERRIDES: 'mscoree=;mshtml=;winemenubuilder.exe=d',
  };
  let runs = 0;
  /** Through files: Wine's services would keep a pipe open. */
  const start: Wine['run'] = (program, args, { input = '', cwd = folder } = {}) =>
    new Promise((done, fail) => {
      runs += 1;
      const [given, said] = [join(folder, `in-${runs}`), join(folder, `out-${runs}`)];
      writeFileSync(given, input);
      const files = [openSync(given, 'r'), openSync(said, 'w')] as const;
      const child = spawn('setpriv', ['--pdeathsig', 'TERM', program, ...args], {
        env,
        cwd,
        stdio: [files[0], files[1], files[1]],
      });
      for (const file of files) closeSync(file);
      child.once('error', fail);
      child.once('exit', (status) => done({ status, output: readFileSync(said, 'utf8') }));
    });
  const end = async (): Promise<void> => {
    await start('/usr/lib/wine/wineserver64', ['--kill', '--wait']);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const made = await start(PROGRAM, ['wineboot', '--init']);
  if (made.status !== 0) {
    await end();
    throw new Error(`Wine did not start: ${made.output}`);
  }
  return {
    place: (path) => join(folder, 'prefix/drive_c', ...path.replace(/^C:\\/i, '').split('\\')),
    run: (program, args, options) => start(PROGRAM, [program, ...args], options),
    stop: end,
  };
}

export const hasWine = process.platform === 'linux' && existsSync(PROGRAM);
