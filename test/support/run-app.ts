import type { ChildProcess } from 'node:child_process';
import type { Desktop } from './desktop';
import { type DesktopUser, spawnAs } from './desktop-user';
import { firstPaintSwitch } from './first-paint-switch';
import { WAIT_LIMIT_MS } from './limits';
import { endProcesses } from './processes';
import type { StagedApp } from './staged-app';

export interface Ended {
  /** Null if it was killed at the time limit. */
  readonly status: number | null;
  readonly output: string;
  /** The app's own output, line by line, without Chromium's log lines (such as a missing system bus). */
  readonly said: readonly string[];
}

const CHROMIUM_LOG = /^\[\d+:\d+\/\d+\.\d+:/;

/** Starts the app without a driver, as the user's desktop would. Stopping the desktop ends it. */
export function startApp(
  desktop: Desktop,
  program: StagedApp,
  args: readonly string[],
  user: DesktopUser = desktop.user,
): ChildProcess {
  const words = [
    ...program.appArguments,
    `--user-data-dir=${desktop.makeFolder('user-data')}`,
    ...firstPaintSwitch,
    ...args,
  ];
  return spawnAs(user, program.executable, words, {
    env: { ...desktop.env },
    cwd: desktop.home,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The same, but waits until it exits by itself, for starts that it must refuse. */
export async function runAppToEnd(
  desktop: Desktop,
  program: StagedApp,
  args: readonly string[],
  {
    user = desktop.user,
    limitMs = WAIT_LIMIT_MS,
  }: { readonly user?: DesktopUser; readonly limitMs?: number } = {},
): Promise<Ended> {
  const child = startApp(desktop, program, args, user);
  let output = '';
  const keep = (part: Buffer): void => {
    output += part.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const timer = setTimeout(() => {
    if (child.pid !== undefined) void endProcesses([child.pid]);
  }, limitMs);
  const status = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done(code));
  });
  clearTimeout(timer);
  const said = output.split('\n').filter((line) => line !== '' && !CHROMIUM_LOG.test(line));
  return { status, output, said };
}
