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
  /** The app's data folder; by default shared by all launches on this desktop. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** The organization's policies.json, where an administrator would have put it; this app alone sees it. Needs root. */
  readonly policies?: string;
  /** What to start instead of the freshly built app: see `packed-app.ts`. */
  readonly program?: StagedApp;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** The wizard's window. */
  readonly page: Page;
  readonly userData: string;
  readonly processId: number;
  /** Everything the app has printed so far. */
  output(): string;
  /** Quits like a user and waits until its processes are gone. */
  close(): Promise<void>;
}

/** The app starts in half a second, or some seconds on a busy computer; each attempt gets longer. */
const ATTACH_LIMITS_MS = [4_000, 8_000, 16_000, WAIT_LIMIT_MS];
const QUIT_LIMIT_MS = 5_000;

/**
 * Starts the real app on a desktop, as its user, with Chromium's sandbox. Asserts that the sandbox confines the
 * renderer, because Playwright and Electron both continue silently without it.
 */
export async function launchApp(desktop: Desktop, options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? desktop.makeFolder('user-data');
  const program = options.program ?? stageApp(desktop.user);
  const app = await attach(userData, {
    executablePath: launcher(desktop, program.executable, options.policies),
    args: [
      ...program.appArguments,
      `--user-data-dir=${userData}`,
      ...firstPaintSwitch,
      ...(options.args ?? []),
    ],
    env: { ...desktop.env, ...options.env },
    cwd: desktop.home,
    chromiumSandbox: true,
    // Use the desktop's theme; Playwright would force a light one.
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
    // By then main has finished loading. While it loads, an answer to the driver may get lost: if V8 collects garbage
    // at that moment, it drops a settled promise that only the inspector references.
    await page.waitForLoadState('load', { timeout: WAIT_LIMIT_MS });
    await assertSandboxed(app);
    return { app, page, userData, processId, output: () => output, close };
  } catch (problem) {
    await close();
    throw new Error(`The app did not start. It printed: ${output || 'nothing'}`, { cause: problem });
  }
}

/**
 * Starts the program and attaches the driver. In about one of fifty starts alongside another, the driver misses the
 * page's first navigation, which commits while the driver enables its events, and then waits forever. This is not the
 * app's fault, so we retry and say so. First we restore its data, because the missed start may have repaired a damaged
 * file and reported nothing.
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
      if (!isMissed(problem)) throw problem;
      process.stderr.write(`The driver did not attach to the app within ${timeout} ms.\n`);
      copyWhole(before, userData);
    }
  }
  throw new Error(`The driver did not attach in ${ATTACH_LIMITS_MS.length} starts`);
}

/** The driver waited in vain, or lost its connection to the inspector, while the app was starting. */
const isMissed = (problem: unknown): boolean =>
  problem instanceof errors.TimeoutError ||
  (problem instanceof Error && problem.message.includes('session closed'));

/** Replaces the target. Preserves owners where they exist, which Node's own copy does not. */
function copyWhole(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  if (process.platform === 'win32') cpSync(from, to, { recursive: true });
  else execFileSync('cp', ['-a', '--', from, to]);
}

/** Puts a file into this computer's /etc for one program alone: the others see the folder as it is. */
const WITH_POLICIES = `
set -e
mount -t tmpfs tmpfs "$2"
mkdir "$2/upper" "$2/work"
mkdir -p -m 755 "$2/upper/school-api-setup-wizard"
cp "$1" "$2/upper/school-api-setup-wizard/policies.json"
chmod 644 "$2/upper/school-api-setup-wizard/policies.json"
chown -R 0:0 "$2/upper"
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$2/upper,workdir=$2/work" /etc
shift 2
exec "$@"
`;

/** Playwright starts programs as its own user; this one-line program switches to the desktop's user. */
function launcher(desktop: Desktop, executable: string, policies?: string): string {
  if (process.platform !== 'linux') return executable;
  desktop.makeFolder('bin');
  const inside =
    policies === undefined
      ? []
      : ['unshare', '--mount', '--propagation', 'private', 'sh', '-c', WITH_POLICIES, 'policies'].concat(
          desktop.writeFile('policies.json', policies),
          desktop.makeFolder('etc'),
        );
  const words = [...inside, ...commandAs(desktop.user, executable)].map((word) => `'${word}'`);
  return desktop.writeFile('bin/launch-app', `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, 0o755);
}

/** Seccomp 2: the kernel filters every system call of the renderer process (`man 5 proc`). */
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
