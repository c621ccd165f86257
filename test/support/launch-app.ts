import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { _electron, type ElectronApplication, errors, type Page } from '@playwright/test';
import type { Desktop } from './desktop';
import { commandAs } from './desktop-user';
import { firstPaintSwitch } from './first-paint-switch';
import { WAIT_LIMIT_MS } from './limits';
import { endProcesses, isRunning, processStatus } from './processes';
import { type StagedApp, stageApp } from './staged-app';
import { waitFor } from './wait-for';

export interface LaunchOptions {
  /** The app's data folder; by default one that all launches on this desktop share. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** What to start in place of the freshly built app: see `packed-app.ts`. */
  readonly program?: StagedApp;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** The wizard's window. */
  readonly page: Page;
  readonly userData: string;
  readonly processId: number;
  /** All that the app printed so far. */
  output(): string;
  /** Quits as a person would and waits until its processes are gone. */
  close(): Promise<void>;
}

/** An app takes half a second to start, some seconds on a busy computer: each try is given longer. */
const ATTACH_LIMITS_MS = [4_000, 8_000, 16_000, WAIT_LIMIT_MS];
const QUIT_LIMIT_MS = 5_000;

/**
 * Starts the real app on a desktop, as its person, with Chromium's sandbox on; that the sandbox holds the window
 * is asserted, because Playwright and Electron both go on silently without it.
 */
export async function launchApp(desktop: Desktop, options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? desktop.makeFolder('user-data');
  const program = options.program ?? stageApp(desktop.user);
  const app = await attach(userData, {
    executablePath: launcher(desktop, program.executable),
    args: [
      ...program.appArguments,
      `--user-data-dir=${userData}`,
      ...firstPaintSwitch,
      ...(options.args ?? []),
    ],
    env: { ...desktop.env, ...options.env },
    cwd: desktop.home,
    chromiumSandbox: true,
    // The desktop's own theme reaches the page; Playwright would pretend a light one.
    colorScheme: null,
  });
  let output = '';
  const keep = (part: Buffer): void => {
    output += part.toString();
  };
  app.process().stdout?.on('data', keep);
  app.process().stderr?.on('data', keep);
  const processId = app.process().pid ?? 0;
  const close = async (): Promise<void> => {
    const quit = app.close().catch(() => undefined);
    const limit = new Promise<void>((done) => setTimeout(done, QUIT_LIMIT_MS).unref());
    await Promise.race([quit, limit]);
    if (isRunning(processId)) await endProcesses([processId]);
  };
  try {
    const page = await app.firstWindow({ timeout: WAIT_LIMIT_MS });
    // By then main has loaded what is behind the window. While it does, an answer to the driver may get lost: V8 drops
    // a settled promise that only the inspector knows, when it collects garbage at that moment.
    await page.waitForLoadState('load', { timeout: WAIT_LIMIT_MS });
    await assertSandboxed(app);
    return { app, page, userData, processId, output: () => output, close };
  } catch (problem) {
    await close();
    throw new Error(`The app did not start. It printed: ${output || 'nothing'}`, { cause: problem });
  }
}

/**
 * Starts the program and attaches the driver to it. Of some fifty starts beside another one the driver misses the
 * page's first navigation, which is committed while it turns its events on, and then waits for ever. That is not the
 * app's doing, so it is tried again, and said aloud. What the missed start made of its data is undone first: it may
 * have mended a damaged file and told nobody.
 */
async function attach(
  userData: string,
  options: Parameters<typeof _electron.launch>[0],
): Promise<ElectronApplication> {
  const before = `${userData} before`;
  copyWhole(userData, before);
  for (const timeout of ATTACH_LIMITS_MS) {
    try {
      const app = await _electron.launch({ ...options, timeout });
      rmSync(before, { recursive: true, force: true });
      return app;
    } catch (problem) {
      if (!(problem instanceof errors.TimeoutError)) throw problem;
      process.stderr.write(`The driver did not attach to the app within ${timeout} ms.\n`);
      copyWhole(before, userData);
    }
  }
  throw new Error(`The driver did not attach in ${ATTACH_LIMITS_MS.length} starts`);
}

/** In place of what is there; with its owners where there are such, which Node's own copying does not keep. */
function copyWhole(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  if (process.platform === 'win32') cpSync(from, to, { recursive: true });
  else execFileSync('cp', ['-a', '--', from, to]);
}

/** Playwright starts programs as its own user; this one-line program hands over to the desktop's person. */
function launcher(desktop: Desktop, executable: string): string {
  if (process.platform !== 'linux') return executable;
  desktop.makeFolder('bin');
  const words = commandAs(desktop.user, executable).map((word) => `'${word}'`);
  return desktop.writeFile('bin/launch-app', `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, 0o755);
}

/** Seccomp 2: the kernel filters every call of the process that shows the page (`man 5 proc`). */
async function assertSandboxed(app: ElectronApplication): Promise<void> {
  if (process.platform !== 'linux') return;
  const renderer = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  );
  if (renderer.length === 0) throw new Error('The app has no window');
  for (const pid of renderer) {
    const status = await waitFor('the window’s process', () => {
      const table = processStatus(pid);
      return table.size > 0 ? table : undefined;
    });
    const seccomp = status.get('Seccomp');
    if (seccomp !== '2') throw new Error(`The window's process ${pid} is not sandboxed: Seccomp ${seccomp}`);
  }
}
