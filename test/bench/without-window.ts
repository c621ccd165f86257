import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Desktop, startDesktop } from '../support/desktop';
import { spawnAs } from '../support/desktop-user';
import { stagePackedApp } from '../support/packed-app';
import { endProcesses } from '../support/processes';
import type { StagedApp } from '../support/staged-app';

/** As in `scripts/cli.mjs` and the package's launcher: no display, no graphics process, no Chromium log. */
const SWITCHES: readonly string[] = ['--ozone-platform=headless', '--log-level=3', '--disable-gpu'];

interface Ended {
  readonly status: number | null;
  readonly output: string;
  /** From process start to its end. */
  readonly wholeMs: number;
}

/** The program without a window, and files that its user can read. */
export interface WithoutWindow {
  readonly desktop: Desktop;
  /** Runs one command to its end; throws unless its exit status is one of those expected. */
  run(
    args: readonly string[],
    input: string,
    expected?: readonly number[],
    /** Gets the id of its main process at once. */
    onStart?: (pid: number) => void,
  ): Promise<Ended>;
  /** Like `run`, for another program, with its own data folder. */
  runOther(program: StagedApp): Promise<Ended>;
  /** Starts a long-running command and returns its first line. */
  stay(args: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

export async function withoutWindow(): Promise<WithoutWindow> {
  const desktop = await startDesktop({ keyring: 'no-bus' });
  const app = stagePackedApp(desktop.user);
  const staying: number[] = [];
  let folders = 0;
  const start = (program: StagedApp, args: readonly string[], folder: string): ChildProcess => {
    const data = `--user-data-dir=${desktop.makeFolder(folder)}`;
    return spawnAs(
      desktop.user,
      program.executable,
      [...SWITCHES, ...program.appArguments, data, '--', ...args],
      { env: { ...desktop.env }, cwd: desktop.home, stdio: ['pipe', 'pipe', 'inherit'] },
    );
  };
  const toItsEnd = (
    program: StagedApp,
    folder: string,
    {
      args,
      input,
      expected,
      onStart,
    }: {
      readonly args: readonly string[];
      readonly input: string;
      readonly expected: readonly number[];
      readonly onStart?: ((pid: number) => void) | undefined;
    },
  ): Promise<Ended> =>
    new Promise((done, fail) => {
      const began = performance.now();
      const child = start(program, args, folder);
      if (child.pid !== undefined) onStart?.(child.pid);
      let output = '';
      child.stdout?.on('data', (part) => {
        output += part;
      });
      child.stdin?.end(input);
      child.once('error', fail);
      child.once('close', (status) => {
        if (expected.includes(status ?? -1)) done({ status, output, wholeMs: performance.now() - began });
        else fail(new Error(`It ended with ${status}: ${output}`));
      });
    });
  return {
    desktop,
    run: (args, input, expected = [0], onStart = undefined) =>
      toItsEnd(app, 'app-data', { args, input, expected, onStart }),
    runOther: (program) => toItsEnd(program, 'other-data', { args: [], input: '', expected: [0] }),
    stay: async (args) => {
      folders += 1;
      const child = start(app, args, `staying-${folders}`);
      if (child.pid !== undefined) staying.push(child.pid);
      if (child.stdout === null) throw new Error('It has no output');
      for await (const line of createInterface({ input: child.stdout })) return line;
      throw new Error('It ended without a word');
    },
    stop: async () => {
      await endProcesses(staying);
      await desktop.stop();
    },
  };
}
