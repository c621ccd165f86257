import type { ChildProcess } from 'node:child_process';
import type { Desktop } from './desktop';
import { type DesktopUser, spawnAs } from './desktop-user';
import { firstPaintSwitch } from './first-paint-switch';
import { WAIT_LIMIT_MS } from './limits';
import { endProcesses } from './processes';
import type { StagedApp } from './staged-app';

export interface Ended {
  /** Null when it had to be ended because the time was up. */
  readonly status: number | null;
  readonly output: string;
  /** What the app itself said, line by line: Chromium's own log lines left out (it misses a system bus, say). */
  readonly said: readonly string[];
}

const CHROMIUM_LOG = /^\[\d+:\d+\/\d+\.\d+:/;

/** Starts the app without any driver, as a person's desktop would. The desktop's stop ends it. */
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

/** Starts it likewise and waits until it ends by itself, for the starts that it has to refuse. */
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
