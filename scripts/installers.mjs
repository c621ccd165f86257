import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDeb } from './installers/deb.mjs';
import { writeLinuxTree } from './installers/linux-tree.mjs';
import { buildMsi } from './installers/msi.mjs';
import { PACKAGE } from './installers/names.mjs';
import { buildRpm } from './installers/rpm.mjs';
import { buildTarball } from './installers/tarball.mjs';
import { ranOnOwnNode } from './lib/own-node.mjs';
import { asCommand, out, root, SetUpProblem, sayOnOutput } from './lib/project.mjs';

/*
 * `npm run installers`: packs the program, and makes from the packed folder the installers that this computer can make.
 *
 *   npm run installers -- deb rpm       only these; the kinds are tar.gz, deb, rpm, msi
 *   --linux FOLDER, --windows FOLDER    packed folders to take instead of packing; Windows' comes from Windows
 *                                       (.github/workflows/release.yml)
 *   --to FOLDER                         instead of out/installers
 *   --release VERSION                   instead of the version in package.json
 *   --quick                             hardly compressed, for tests
 *
 * The bill of materials that lies beside the packed folder is put beside the installers. Everything inside is dated by SOURCE_DATE_EPOCH, or by the last commit, so that two builds are equal.
 */

const BILL_OF_MATERIALS = `${PACKAGE}.cdx.json`;

const kinds = /** @type {const} */ (['tar.gz', 'deb', 'rpm', 'msi']);
/** @typedef {typeof kinds[number]} Kind */

/**
 * @param {Kind} kind
 * @param {string} unpacked the packed folder
 * @param {string} folder where the installer goes
 * @param {import('./installers/linux-tree.mjs').Release} release
 * @param {'small' | 'quick'} size
 * @returns {string} its path
 */
function make(kind, unpacked, folder, release, size) {
  if (kind === 'tar.gz') return buildTarball(unpacked, release, folder);
  if (kind === 'msi') return buildMsi(unpacked, release, folder);
  const tree = mkdtempSync(join(tmpdir(), 'installer-'));
  try {
    writeLinuxTree(tree, unpacked, release);
    return (kind === 'deb' ? buildDeb : buildRpm)(tree, release, folder, size);
  } finally {
    rmSync(tree, { recursive: true });
  }
}

function releaseTime() {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given !== undefined) return Number(given);
  return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }));
}

/** @param {readonly string[]} files */
const checksums = (files) =>
  files
    .map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${basename(file)}\n`)
    .sort()
    .join('');

async function installers() {
  if (await ranOnOwnNode(import.meta.url, sayOnOutput)) return process.exitCode ?? 0;
  const { values: options, positionals: asked } = parseArgs({
    allowPositionals: true,
    options: {
      linux: { type: 'string' },
      windows: { type: 'string' },
      to: { type: 'string', default: join(out, 'installers') },
      release: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const unknown = asked.filter((word) => !kinds.some((kind) => kind === word));
  if (unknown.length > 0)
    throw new SetUpProblem(`Unknown: ${unknown.join(', ')}. There are: ${kinds.join(', ')}.`);
  const isGiven = options.linux !== undefined || options.windows !== undefined;
  const { linux = isGiven ? undefined : await packHere(), windows } = options;
  const folderOf = (/** @type {Kind} */ kind) => (kind === 'msi' ? windows : linux);
  const wanted = kinds.filter((kind) =>
    asked.length === 0 ? folderOf(kind) !== undefined : asked.includes(kind),
  );
  const version = options.release ?? JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  const release = { version, time: releaseTime() };
  mkdirSync(options.to, { recursive: true });
  const files = wanted.map((kind) => {
    const unpacked = folderOf(kind);
    if (unpacked === undefined)
      throw new SetUpProblem(
        `No packed program for ${kind}. Name its folder: ${kind === 'msi' ? '--windows' : '--linux'} FOLDER`,
      );
    const file = make(
      kind,
      resolve(unpacked),
      resolve(options.to),
      release,
      options.quick ? 'quick' : 'small',
    );
    sayOnOutput(`${file}  ${(statSync(file).size / 1e6).toFixed(1)} MB`);
    return file;
  });
  const bill = [linux, windows]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(dirname(resolve(folder)), BILL_OF_MATERIALS))
    .find((file) => existsSync(file));
  if (bill !== undefined) {
    copyFileSync(bill, join(options.to, BILL_OF_MATERIALS));
    files.push(bill);
  }
  writeFileSync(join(options.to, 'SHA256SUMS'), checksums(files));
  return 0;
}

/** @returns {Promise<string | undefined>} the folder packed for Linux; undefined elsewhere */
async function packHere() {
  const { setUp } = await import('./setup.mjs');
  const { build } = await import('./build.mjs');
  const { pack } = await import('./pack.mjs');
  const runtime = await setUp('window', sayOnOutput);
  await build(sayOnOutput);
  await pack(runtime, sayOnOutput);
  if (runtime.isStandIn)
    sayOnOutput('These installers would hold the stand-in: for tests only, never to be handed out.');
  return process.platform === 'linux' ? join(out, 'pack/linux-unpacked') : undefined;
}

await asCommand(installers);
