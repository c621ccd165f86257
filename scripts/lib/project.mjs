import { spawn } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

/** The checkout. Every script works from here, whatever folder it was called from. */
export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
export const modules = join(root, 'node_modules');
/** What setup downloaded: kept between runs, never committed. */
export const kept = join(root, '.runtime');
export const out = join(root, 'out');
export const app = join(out, 'app');
/** Source maps, one folder per build; they never ship. */
export const maps = join(out, 'maps');
/** Marker file in the maps of a packed build, which are never deleted. */
export const PACKED = 'packed';
/**
 * A build's name, from the digest of its input files.
 * @param {string} inputs
 */
export const buildName = (inputs) => inputs.slice(0, 12);

/** @typedef {(line: string) => void} Say prints one line for whoever started the command */

/** @type {Say} */
export const sayOnOutput = (line) => void process.stdout.write(`${line}\n`);
/** For commands whose standard output is reserved. @type {Say} */
export const sayOnError = (line) => void process.stderr.write(`${line}\n`);

/** Where Debian puts servers; not in an ordinary user's PATH. */
const serverFolders = process.platform === 'linux' ? ['/usr/local/sbin', '/usr/sbin', '/sbin'] : [];

/**
 * The environment for the project's programs, with its own tools first in PATH.
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment() {
  const { PATH = '', Path = PATH, ...rest } = process.env;
  return { ...rest, PATH: [join(modules, '.bin'), Path, ...serverFolders].join(delimiter) };
}

/**
 * Runs a program to its end. Forwards stop signals, and stops it when this process's caller ends, so that nothing is
 * left running.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit status, or 128 plus the signal number
 */
export function run(program, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      env: projectEnvironment(),
      ...options,
    });
    const stopPassing = passStopsTo(child);
    child.once('error', (problem) => {
      stopPassing();
      fail(problem);
    });
    child.once('close', (status, signal) => {
      stopPassing();
      done(status ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGKILL' ? 9 : 15));
    });
  });
}

/**
 * Forwards stop signals to a child, and stops it when this process's caller ends.
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => void} [onStop]
 * @returns {() => void} stops forwarding
 */
export function passStopsTo(child, onStop) {
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    onStop?.();
    child.kill(signal);
  };
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  // npm runs scripts through a shell, and neither forwards signals: stopping `npm run cli` would leave a practice
  // server running.
  const caller = process.ppid;
  const watch = setInterval(() => process.ppid !== caller && pass('SIGTERM'), 250);
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, pass);
  };
}

/**
 * Runs a program silently and captures its output.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { limitMs?: number }} [options] limitMs: kill it after this long
 * @returns {Promise<{ status: number, output: string }>} status -1 if it could not be started or was killed
 */
export function capture(program, args, { limitMs = 0, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      env: projectEnvironment(),
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.once('error', (problem) => done({ status: -1, output: `${output}${problem.message}` }));
    child.once('close', (status) => done({ status: status ?? -1, output }));
  });
}

/**
 * The code of a system error, such as ENOENT.
 * @param {unknown} problem
 * @returns {string | undefined}
 */
export const codeOf = (problem) =>
  problem instanceof Error && 'code' in problem ? String(problem.code) : undefined;

/** Setup cannot continue. The message alone tells the user what to do. */
export class SetUpProblem extends Error {}

/**
 * Runs a script's body and reports a known problem in one line.
 * @param {() => Promise<number | string>} body returns the exit status
 * @param {number} failed the exit status if it could not run
 */
export async function asCommand(body, failed = 1) {
  try {
    process.exitCode = await body();
  } catch (problem) {
    sayOnError(messageOf(problem));
    process.exitCode = failed;
  }
}

/** @param {unknown} problem */
function messageOf(problem) {
  if (problem instanceof SetUpProblem) return problem.message;
  return problem instanceof Error ? (problem.stack ?? String(problem)) : String(problem);
}
