import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../lib/project.mjs';
import { APP_ID, OPT, PACKAGE, POLICY_FOLDER } from './names.mjs';

/* What the deb and the rpm install, as a folder that stands for the root of the file system. */

/**
 * @typedef {object} Release
 * @property {string} version
 * @property {number} time seconds since 1970, the date of everything inside, so that two builds are equal
 */

const sources = join(root, 'assets/installers/linux');

/** @param {Release} release */
const dateOf = ({ time }) => new Date(time * 1000).toISOString().slice(0, 10);

/**
 * @param {string} tree an empty folder
 * @param {string} unpacked the packed program
 * @param {Release} release
 */
export function writeLinuxTree(tree, unpacked, release) {
  const at = (/** @type {string} */ path) => {
    const place = join(tree, path);
    mkdirSync(dirname(place), { recursive: true });
    return place;
  };
  /** @param {string} from @param {string} to */
  const copy = (from, to) => copyFileSync(from, at(to));
  /** @param {string} name */
  const filled = (name) =>
    readFileSync(join(sources, name), 'utf8')
      .replaceAll('@VERSION@', release.version)
      .replaceAll('@DATE@', dateOf(release));

  cpSync(unpacked, at(OPT), { recursive: true });
  copy(join(sources, 'apparmor-profile'), `${OPT}/apparmor-profile`);
  for (const name of [PACKAGE, `${PACKAGE}-cli`]) {
    symlinkSync(`${OPT}/${name}`, at(`/usr/bin/${name}`));
    // A date inside the compressed file would differ from build to build; gzipSync writes none.
    writeFileSync(at(`/usr/share/man/man1/${name}.1.gz`), gzipSync(filled(`${name}.1`), { level: 9 }));
  }
  copy(join(sources, `${PACKAGE}.desktop`), `/usr/share/applications/${PACKAGE}.desktop`);
  writeFileSync(at(`/usr/share/metainfo/${APP_ID}.metainfo.xml`), filled(`${APP_ID}.metainfo.xml`));
  for (const icon of readdirSync(join(root, 'assets/icons'))) {
    const size = icon.replace('.png', '');
    copy(join(root, 'assets/icons', icon), `/usr/share/icons/hicolor/${size}x${size}/apps/${PACKAGE}.png`);
  }
  // For the administrator's policies.json, made by the package so that nobody else makes it.
  mkdirSync(at(`${POLICY_FOLDER}/.`), { recursive: true });
  for (const name of ['policies.sample.json', 'policies.schema.json'])
    copy(join(root, 'assets/policies', name), `/usr/share/doc/${PACKAGE}/examples/${name}`);
  copy(join(root, 'assets/icon.svg'), `/usr/share/icons/hicolor/scalable/apps/${PACKAGE}.svg`);
  setModes(tree);
}

/** Folders and programs 755, all else 644; only a program's own first bytes say that it is one. */
function setModes(/** @type {string} */ tree) {
  for (const entry of readdirSync(tree, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    chmodSync(path, entry.isDirectory() || isProgram(path) ? 0o755 : 0o644);
  }
}

function isProgram(/** @type {string} */ path) {
  if (/\.so(?:\.|$)/.test(path)) return false;
  const start = readFileSync(path).subarray(0, 4).toString('latin1');
  return start === '\x7fELF' || start.startsWith('#!');
}

/**
 * Dates everything in a folder, links included.
 * @param {string} tree
 * @param {Release} release
 */
export function setDates(tree, { time }) {
  for (const entry of readdirSync(tree, { recursive: true, withFileTypes: true }))
    lutimesSync(join(entry.parentPath, entry.name), time, time);
  lutimesSync(tree, time, time);
}

/** The shell lines that both kinds of package run, without their first comment. @param {string} name */
export const scriptlet = (name) => readFileSync(join(sources, name), 'utf8');

/**
 * Runs a tool of the system, and names the Debian package that holds it if it is missing.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} from the Debian package
 * @param {import('node:child_process').ExecFileSyncOptions} [options]
 */
export function runTool(program, args, from, options = {}) {
  try {
    return execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options }).toString();
  } catch (problem) {
    const { code, stderr } = /** @type {{ code?: string, stderr?: Buffer }} */ (problem);
    if (code === 'ENOENT') throw new Error(`${program} is missing. On Debian: apt-get install ${from}`);
    throw new Error(`${program} failed: ${stderr?.toString().trim() ?? problem}`);
  }
}
