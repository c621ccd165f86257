import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * Windows programs without Windows: Debian's wine64, with a drive C of the test's own. What it shows is true of Wine;
 * docs/windows.md says what is known to differ.
 */

const PROGRAM = '/usr/lib/wine/wine64';
const SERVER = '/usr/lib/wine/wineserver64';
/** Left by itself, the server ends 3 s after its last program, and refuses one that comes at that moment. */
const SERVER_STAYS_S = 120;
/** Windows' own Node (scripts/lib/windows-node.mjs). */
export const WINDOWS_NODE = join(import.meta.dirname, '../../.runtime/node-win-22.23.3.exe');

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
      /** Receives its output, in place of the answer; a file of this computer. */
      readonly into?: string;
      /** Ends it when it has said nothing for so long. */
      readonly longestSilenceMs?: number;
    },
  ): Promise<{ readonly status: number | null; readonly output: string }>;
  stop(): Promise<void>;
}

/** @param keptIn the place of drive C, to find it again in the next run; default: one that goes when Wine stops */
export async function startWine(keptIn: string | null = null): Promise<Wine> {
  const folder = keptIn ?? mkdtempSync(join(tmpdir(), 'wine-'));
  mkdirSync(folder, { recursive: true });
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
  const start: Wine['run'] = (program, args, { input = '', cwd = folder, into, longestSilenceMs } = {}) =>
    new Promise((done, fail) => {
      runs += 1;
      const [given, said] = [join(folder, `in-${runs}`), into ?? join(folder, `out-${runs}`)];
      writeFileSync(given, input);
      const files = [openSync(given, 'r'), openSync(said, 'w')] as const;
      const child = spawn('setpriv', ['--pdeathsig', 'TERM', program, ...args], {
        env,
        cwd,
        stdio: [files[0], files[1], files[1]],
      });
      for (const file of files) closeSync(file);
      const watch =
        longestSilenceMs === undefined
          ? undefined
          : setInterval(() => {
              if (Date.now() - statSync(said).mtimeMs > longestSilenceMs) child.kill('SIGKILL');
            }, longestSilenceMs / 10);
      child.once('error', fail);
      child.once('exit', (status) => {
        clearInterval(watch);
        done({ status, output: readFileSync(said, 'utf8') });
      });
    });
  const end = async (): Promise<void> => {
    await start(SERVER, ['--kill', '--wait']);
    if (keptIn === null) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  await start(SERVER, [`--persistent=${SERVER_STAYS_S}`]);
  const made = await start(PROGRAM, ['wineboot', '--init']);
  if (made.status !== 0) {
    await end();
    throw new Error(`Wine did not start: ${made.output}`);
  }
  // Node refuses to run on the Windows that Wine pretends to be by itself.
  await start(PROGRAM, ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f']);
  return {
    place: (path) => join(folder, 'prefix/drive_c', ...path.replace(/^C:\\/i, '').split('\\')),
    run: (program, args, options) => start(PROGRAM, [program, ...args], options),
    stop: end,
  };
}

export const hasWine = process.platform === 'linux' && existsSync(PROGRAM);
