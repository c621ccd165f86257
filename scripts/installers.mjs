import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildDeb } from './installers/deb.mjs';
import { writeLinuxTree } from './installers/linux-tree.mjs';
import { buildMsi } from './installers/msi.mjs';
import { buildRpm } from './installers/rpm.mjs';
import { buildTarball } from './installers/tarball.mjs';
import { ranOnOwnNode } from './lib/own-node.mjs';
import { asCommand, out, root, SetUpProblem, sayOnOutput } from './lib/project.mjs';

/*
 * `npm run installers`: packs the program and makes from the packed folder the installers that this computer can make.
 * `npm run installers -- deb msi` makes only those; `--quick` compresses less, for tests. Windows' folder comes from
 * Windows (out/pack/win-unpacked): the release brings it along (.github/workflows/release.yml).
 */

export const INSTALLERS = join(out, 'installers');
const kinds = /** @type {const} */ (['tar.gz', 'deb', 'rpm', 'msi']);
/** @typedef {typeof kinds[number]} Kind */

/**
 * @param {object} wanted
 * @param {readonly Kind[]} wanted.kinds
 * @param {{ linux: string, windows: string }} wanted.unpacked the packed folders
 * @param {string} wanted.folder where they go
 * @param {import('./installers/linux-tree.mjs').Release} wanted.release
 * @param {boolean} wanted.quick
 * @returns {string[]} paths of the installers
 */
export function makeInstallers({ kinds: wanted, unpacked, folder, release, quick }) {
  mkdirSync(folder, { recursive: true });
  const size = quick ? 'quick' : 'small';
  const fromTree = (/** @type {typeof buildDeb | typeof buildRpm} */ make) => {
    const tree = mkdtempSync(join(tmpdir(), 'installer-'));
    try {
      writeLinuxTree(tree, unpacked.linux, release);
      return make(tree, release, folder, size);
    } finally {
      rmSync(tree, { recursive: true });
    }
  };
  const make = {
    'tar.gz': () => buildTarball(unpacked.linux, release, folder),
    deb: () => fromTree(buildDeb),
    rpm: () => fromTree(buildRpm),
    msi: () => buildMsi(unpacked.windows, release, folder),
  };
  return wanted.map((kind) => make[kind]());
}

/** The version in package.json, dated by the last commit, or by SOURCE_DATE_EPOCH where there is none. */
export function currentRelease() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const given = process.env.SOURCE_DATE_EPOCH;
  const time = given ?? execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return { version, time: Number(time) };
}

/** @param {readonly string[]} files */
const checksums = (files) =>
  files
    .map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${basename(file)}\n`)
    .sort()
    .join('');

async function installers() {
  if (await ranOnOwnNode(import.meta.url, sayOnOutput)) return process.exitCode ?? 0;
  const words = process.argv.slice(2);
  const quick = words.includes('--quick');
  const asked = words.filter((word) => word !== '--quick');
  const unknown = asked.filter((word) => !kinds.some((kind) => kind === word));
  if (unknown.length > 0)
    throw new SetUpProblem(`Unknown: ${unknown.join(', ')}. There are: ${kinds.join(', ')}, --quick.`);
  const unpacked = { linux: join(out, 'pack/linux-unpacked'), windows: join(out, 'pack/win-unpacked') };
  const { setUp } = await import('./setup.mjs');
  const { build } = await import('./build.mjs');
  const { pack } = await import('./pack.mjs');
  const runtime = await setUp('window', sayOnOutput);
  await build(sayOnOutput);
  await pack(runtime, sayOnOutput);
  const possible = kinds.filter((kind) => existsSync(kind === 'msi' ? unpacked.windows : unpacked.linux));
  const wanted = asked.length === 0 ? possible : kinds.filter((kind) => asked.includes(kind));
  const impossible = wanted.filter((kind) => !possible.includes(kind));
  if (impossible.length > 0)
    throw new SetUpProblem(`No packed program for ${impossible.join(', ')} in out/pack.`);
  rmSync(INSTALLERS, { recursive: true, force: true });
  const files = makeInstallers({
    kinds: wanted,
    unpacked,
    folder: INSTALLERS,
    release: currentRelease(),
    quick,
  });
  writeFileSync(join(INSTALLERS, 'SHA256SUMS'), checksums(files));
  for (const file of files) sayOnOutput(`${file}  ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  if (!wanted.includes('msi')) sayOnOutput('No MSI: there is no packed program for Windows in out/pack.');
  if (runtime.isStandIn)
    sayOnOutput('The Electron inside is the stand-in: for tests only, never to be handed out.');
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await asCommand(installers);
