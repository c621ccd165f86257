import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { commandAs, type DesktopUser } from './desktop-user';

const root = resolve(import.meta.dirname, '../..');
const kept = join(root, '.runtime');
const builtApp = join(root, 'out/app');
/** A staged copy unused for this long belongs to an older build. */
const KEEP_UNUSED_MS = 2 * 60 * 60 * 1000;

/** What `scripts/lib/electron-runtime.mjs` records about the Electron in use. */
export interface Runtime {
  readonly executable: string;
  readonly version: string;
  readonly isStandIn: boolean;
  readonly distFolder: string;
}

export interface StagedApp {
  readonly executable: string;
  /** Arguments that name the app, before all others. */
  readonly appArguments: readonly string[];
}

export function installedRuntime(): Runtime {
  const file = join(kept, 'runtime.json');
  if (!existsSync(file)) throw new Error('No Electron is set up yet: run "npm test" or "npm start" once.');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * The built app beside its Electron, in a folder that the user can read and a later build does not change. Uses hard
 * links where the file system allows, and is reused until the build or Electron changes.
 */
export function stageApp(user: DesktopUser): StagedApp {
  const runtime = installedRuntime();
  if (!existsSync(join(builtApp, 'package.json'))) {
    throw new Error('The app is not built yet: run "npm test" or "npm start" once.');
  }
  if (process.platform !== 'linux') return { executable: runtime.executable, appArguments: [builtApp] };
  const stage = stageFolder(user, `app-${fingerprint(builtApp, runtime.version)}`, (folder) => {
    linkTree(runtime.distFolder, join(folder, 'electron'));
    mkdirSync(join(folder, 'electron/resources'), { recursive: true });
    // The stand-in has no default app that would open a folder named on the command line.
    execFileSync('cp', ['-a', builtApp, join(folder, runtime.isStandIn ? 'electron/resources/app' : 'app')]);
  });
  return {
    executable: join(stage, 'electron/electron'),
    appArguments: runtime.isStandIn ? [] : [join(stage, 'app')],
  };
}

/**
 * Creates a staged folder once, under a name derived from its content; a second caller finds it ready.
 * @param fill writes the files into the given folder
 */
export function stageFolder(user: DesktopUser, name: string, fill: (folder: string) => void): string {
  const stages = stagesFor(user);
  const stage = join(stages, name);
  if (!existsSync(stage)) {
    const work = mkdtempSync(join(stages, 'work-'));
    fill(work);
    execFileSync('chmod', ['-R', 'a+rX', work]);
    try {
      renameSync(work, stage);
    } catch (problem) {
      // Another test process was first; its copy is identical.
      rmSync(work, { recursive: true, force: true });
      if (!existsSync(stage)) throw problem;
    }
  }
  const now = new Date();
  utimesSync(stage, now, now);
  removeUnused(stages);
  return stage;
}

/** Hard-links where the file system allows, otherwise copies; symbolic links stay links. */
export function linkTree(from: string, to: string): void {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    rmSync(to, { recursive: true, force: true });
    execFileSync('cp', ['-a', from, to]);
  }
}

/** Changes with the name, size or time of any file below. */
export function fingerprint(folder: string, also = ''): string {
  const hash = createHash('sha256').update(also);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const { size, mtimeMs } = statSync(join(folder, name));
    hash.update(`${name}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

const temporaryStages = new Map<number, string>();

/** Inside the checkout if that user can reach it, otherwise a temporary folder removed with this process. */
function stagesFor(user: DesktopUser): string {
  const inCheckout = join(kept, 'stages');
  mkdirSync(inCheckout, { recursive: true });
  if (!user.isOther || isReachable(user, inCheckout)) return inCheckout;
  const known = temporaryStages.get(user.uid);
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), 'wiz-stages-'));
  execFileSync('chmod', ['711', folder]);
  temporaryStages.set(user.uid, folder);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function isReachable(user: DesktopUser, folder: string): boolean {
  const [command = '', ...args] = commandAs(user, 'test', ['-x', folder, '-a', '-r', dirname(folder)]);
  try {
    execFileSync(command, args, { cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function removeUnused(stages: string): void {
  for (const name of readdirSync(stages)) {
    const path = join(stages, name);
    try {
      if (Date.now() - statSync(path).mtimeMs > KEEP_UNUSED_MS)
        rmSync(path, { recursive: true, force: true });
    } catch {
      // Another test process removed it at the same time.
    }
  }
}
