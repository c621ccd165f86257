import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
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
  const start = (
    program: string,
    args: readonly string[],
  ): Promise<{ status: number | null; output: string }> =>
    new Promise((done, fail) => {
      const child = spawn('setpriv', ['--pdeathsig', 'TERM', program, ...args], {
        env,
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (part) => {
          output += part;
        });
      child.once('error', fail);
      child.once('exit', (status) => done({ status, output }));
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
    run: (program, args) => start(PROGRAM, [program, ...args]),
    stop: end,
  };
}

export const hasWine = process.platform === 'linux' && existsSync(PROGRAM);
