import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { billOfMaterials } from './installers/sbom.mjs';
import { ranOnOwnNode } from './lib/own-node.mjs';
import {
  app,
  asCommand,
  buildName,
  capture,
  maps,
  modules,
  out,
  PACKED,
  root,
  SetUpProblem,
  sayOnOutput,
} from './lib/project.mjs';
import { compileForWindows, WINDOWS_PROGRAMS } from './lib/windows-programs.mjs';

const packed = join(out, 'pack');
const configuration = join(root, 'electron-builder.yml');
const launchers = join(root, 'assets', 'launchers');
/** Launches the program without a window; `.exe` on Windows. */
const launcher = 'school-api-setup-wizard-cli';

/**
 * Packs the app for this platform into out/pack, with a bill of materials beside it, and verifies the result: the archive
 * contains exactly what was built, and every fuse is set as electron-builder.yml says.
 * @param {import('./lib/electron-runtime.mjs').ElectronRuntime} runtime
 * @param {import('./lib/project.mjs').Say} say
 */
export async function pack(runtime, say) {
  const stamp = join(out, 'pack.json');
  const wanted = JSON.stringify({
    build: readFileSync(join(out, 'build.json'), 'utf8'),
    configuration: readFileSync(configuration, 'utf8'),
    launchers: readdirSync(launchers).map((name) => readFileSync(join(launchers, name), 'utf8')),
    electron: runtime.version,
  });
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(packed)) return;
  say('Packing …');
  if (process.platform === 'win32') for (const file of WINDOWS_PROGRAMS) compileForWindows(file);
  const { status, output } = await capture(process.execPath, [
    join(modules, 'electron-builder', 'cli.js'),
    '--dir',
    '--publish=never',
    `--config=${configuration}`,
    `-c.electronDist=${runtime.distFolder}`,
    `-c.electronVersion=${runtime.version}`,
  ]);
  if (status !== 0) throw new SetUpProblem(`electron-builder could not pack the app:\n${output.trim()}`);
  const { program, resources } = findPacked();
  const count = checkArchive(join(resources, 'app.asar'));
  checkResources(resources);
  checkLauncher(program, resources);
  const fuses = await checkFuses(program);
  writeFileSync(join(packed, 'school-api-setup-wizard.cdx.json'), billOfMaterials(runtime));
  writeFileSync(stamp, wanted);
  writeFileSync(
    join(maps, buildName(JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')).inputs), PACKED),
    '',
  );
  say(`Packed ${program}`);
  say(`  app.asar holds the ${count} files of the build and nothing else; ${fuses} fuses are as stated.`);
  if (runtime.isStandIn) say('  Its Electron is the stand-in: for tests only, never to be handed out.');
}

/** Where electron-builder puts the app on this platform, and where the app's own files are in it. */
function findPacked() {
  const folder = readdirSync(packed).find((name) => /^(linux|win|mac)/.test(name));
  if (folder === undefined) throw new SetUpProblem('electron-builder left no app behind.');
  const base = join(packed, folder);
  if (process.platform === 'darwin') {
    const bundle = join(base, 'School API Setup Wizard.app');
    return { program: bundle, resources: join(bundle, 'Contents', 'Resources') };
  }
  const program = process.platform === 'win32' ? 'school-api-setup-wizard.exe' : 'school-api-setup-wizard';
  return { program: join(base, program), resources: join(base, 'resources') };
}

/**
 * @param {string} archive
 * @returns how many files it holds
 */
function checkArchive(archive) {
  const inside = listArchive(archive).sort();
  const told = inside.filter((name) => name.endsWith('.map'));
  if (told.length > 0) throw new SetUpProblem(`Source maps do not ship: ${told.join(', ')}`);
  const built = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(app, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const foreign = inside.filter((name) => !built.includes(name));
  const lost = built.filter((name) => !inside.includes(name));
  if (foreign.length > 0 || lost.length > 0) {
    /** @param {readonly string[]} names */
    const some = (names) => `${names.length} (${names.slice(0, 3).join(', ') || 'none'})`;
    throw new SetUpProblem(
      `The archive is not the build. Files too many: ${some(foreign)}; missing: ${some(lost)}`,
    );
  }
  return inside.length;
}

/** @typedef {{ readonly files?: Readonly<Record<string, Entry>> }} Entry a folder if it has files, else a file */

/**
 * The asar format: four integers (the last is the header's length), a JSON file tree, then the files' bytes.
 * @param {string} archive
 */
function listArchive(archive) {
  const file = openSync(archive, 'r');
  try {
    const sizes = Buffer.alloc(16);
    readSync(file, sizes, 0, 16, 0);
    const header = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(file, header, 0, header.length, 16);
    /** @type {(folder: Entry, path: string) => string[]} */
    const list = ({ files = {} }, path) =>
      Object.entries(files).flatMap(([name, entry]) =>
        entry.files === undefined ? [`${path}${name}`] : list(entry, `${path}${name}/`),
      );
    return list(JSON.parse(header.toString('utf8')), '');
  } finally {
    closeSync(file);
  }
}

/**
 * Only the platform's own files may be beside the archive (on macOS, languages and the icon).
 * @param {string} resources
 */
function checkResources(resources) {
  const foreign = readdirSync(resources).filter(
    (name) =>
      name !== launcher &&
      name !== 'THIRD-PARTY.txt' &&
      !/^app\.asar$|\.lproj$|\.icns$|^Assets\.car$/.test(name),
  );
  if (foreign.length > 0) throw new SetUpProblem(`Not wanted beside the archive: ${foreign.join(', ')}`);
}

/**
 * @param {string} program
 * @param {string} resources
 */
function checkLauncher(program, resources) {
  const folder = process.platform === 'darwin' ? resources : dirname(program);
  const path = join(folder, process.platform === 'win32' ? `${launcher}.exe` : launcher);
  const isThere = existsSync(path) && (process.platform === 'win32' || (statSync(path).mode & 0o111) !== 0);
  if (!isThere) throw new SetUpProblem(`The launcher is missing or may not be run: ${path}`);
}

/**
 * @param {string} program
 * @returns how many fuses there are
 */
async function checkFuses(program) {
  const { FuseState, FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(program);
  const stated = new Map(
    [...readFileSync(configuration, 'utf8').matchAll(/^ {2}(\w+): (true|false)$/gm)].map(
      ([, key = '', value]) => [key.toLowerCase(), value === 'true'],
    ),
  );
  // electron-builder has no key for it; see the note in electron-builder.yml.
  stated.set('wasmtraphandlers', true);
  const fuses = Object.entries(FuseV1Options).flatMap(([name, index]) =>
    typeof index === 'number' && index in wire ? [{ name, state: wire[index] }] : [],
  );
  for (const { name, state } of fuses) {
    const isOn = state === FuseState.ENABLE;
    if (stated.get(name.toLowerCase()) !== isOn) {
      throw new SetUpProblem(
        `Fuse ${name} is ${isOn ? 'on' : 'off'}, which ${basename(configuration)} does not state.`,
      );
    }
  }
  return fuses.length;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await asCommand(async () => {
    if (await ranOnOwnNode(import.meta.url, sayOnOutput)) return process.exitCode ?? 0;
    const { setUp } = await import('./setup.mjs');
    const { build } = await import('./build.mjs');
    const runtime = await setUp('window', sayOnOutput);
    await build(sayOnOutput);
    await pack(runtime, sayOnOutput);
    return 0;
  });
}
