import { spawn } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

/** The checkout; every script works from here, whatever folder it was called from. */
export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
export const modules = join(root, 'node_modules');
/** What set-up fetched, kept between runs and never committed. */
export const kept = join(root, '.runtime');
export const out = join(root, 'out');
export const app = join(out, 'app');
/** Source maps, a folder a build; none of them ships. */
export const maps = join(out, 'maps');
/** Stands in the maps of a build that was packed, which are kept. */
export const PACKED = 'packed';
/** What a build is called, by the digest of the files it was made from. */
export const buildName = (inputs) => inputs.slice(0, 12);

/** @typedef {(line: string) => void} Say one line for the person who started the command */

/** @type {Say} */
export const sayOnOutput = (line) => void process.stdout.write(`${line}\n`);
/** For commands whose standard output belongs to somebody else. @type {Say} */
export const sayOnError = (line) => void process.stderr.write(`${line}\n`);

/** Where Debian puts servers, which an ordinary account is not told of. */
const serverFolders = process.platform === 'linux' ? ['/usr/local/sbin', '/usr/sbin', '/sbin'] : [];

/**
 * The environment for programs of this project: its own tools come first in PATH.
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment() {
  const { PATH = '', Path = PATH, ...rest } = process.env;
  return { ...rest, PATH: [join(modules, '.bin'), Path, ...serverFolders].join(delimiter) };
}

/**
 * Runs a program to its end; a stop asked of this process, or the end of its caller, is passed on, so that nothing
 * is left behind.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit status; 128 and the signal's number when a signal ended it
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
 * Passes a stop asked of this process, or the end of its caller, on to a child.
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => void} [onStop]
 * @returns {() => void} ends the passing on
 */
export function passStopsTo(child, onStop) {
  const pass = (signal) => {
    onStop?.();
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  // npm runs scripts through a shell, and neither passes a stop on: without this, whoever stops `npm run cli`
  // leaves a practice server behind.
  const caller = process.ppid;
  const watch = setInterval(() => process.ppid !== caller && pass('SIGTERM'), 250);
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, pass);
  };
}

/**
 * Runs a program silently and keeps what it said.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { limitMs?: number }} [options] a time limit ends it
 * @returns {Promise<{ status: number, output: string }>} status -1 when it could not be started or was ended
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

/** Set-up that cannot go on: the message alone says what to do. */
export class SetUpProblem extends Error {}

/**
 * Runs a script's body and turns a known problem into one clear line.
 * @param {() => Promise<number | string>} body gives the exit status
 * @param {number} failed the exit status where it cannot be run
 */
export async function asCommand(body, failed = 1) {
  try {
    process.exitCode = await body();
  } catch (problem) {
    sayOnError(problem instanceof SetUpProblem ? problem.message : String(problem?.stack ?? problem));
    process.exitCode = failed;
  }
}
