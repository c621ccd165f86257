import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passStopsTo, projectEnvironment, root } from './project.mjs';

/*
 * Runs one part of the tests. There is no overall time limit. The part is ended only after a long silence: nothing
 * printed, no test started or ended. keeper.py kills and names whatever it leaves behind.
 */

/** Longer than any single test's limit (test/support/limits.ts), so that the runner times out first. */
const SILENCE_LIMIT_MS = 5 * 60 * 1000;

/** Time for a browser's last processes to exit. */
const SETTLE_SECONDS = 5;
/** Time for a test runner that was asked to end to stop what its tests started. */
const GRACE_SECONDS = 15;

/** @typedef {import('./running-tests.mjs').TestEvent} TestEvent */
/**
 * @typedef {{ command: string, tests: readonly string[] }} Left a leftover process, and the tests running when it
 *   started
 */
/**
 * @typedef {{ status: number, silent: readonly string[] | null, left: readonly Left[], wasStopped: boolean }} Outcome
 *   silent: the tests that were running when it went silent; wasStopped: by the user, or along with the calling command
 */

/**
 * @param {readonly string[]} command
 * @param {{ say: import('./project.mjs').Say, env?: NodeJS.ProcessEnv | undefined, silenceMs?: number, settleSeconds?: number, graceSeconds?: number }} options
 * @returns {Promise<Outcome>}
 */
export async function watchedRun(command, options) {
  const { say, env = {}, silenceMs = SILENCE_LIMIT_MS } = options;
  const { settleSeconds = SETTLE_SECONDS, graceSeconds = GRACE_SECONDS } = options;
  const folder = mkdtempSync(join(tmpdir(), 'wizard-run-'));
  const report = join(folder, 'left.json');
  const isKept = process.platform === 'linux';
  const keeper = isKept ? ['/usr/bin/python3', join(import.meta.dirname, 'keeper.py')] : [];
  if (isKept) keeper.push(report, String(settleSeconds), String(graceSeconds));
  const [program = '', ...args] = [...keeper, ...command];
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...projectEnvironment(),
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
      ...env,
    },
  });
  const tests = new RunningTests();
  /** @type {readonly string[] | null} */
  let silent = null;
  const onSilence = () => {
    silent = tests.now();
    say(`Nothing was heard for ${inWords(silenceMs)}, so it is ended. ${runningThen(silent)}`);
    child.kill('SIGTERM');
    if (!isKept) timer = setTimeout(() => child.kill('SIGKILL'), graceSeconds * 1000);
  };
  let timer = setTimeout(onSilence, silenceMs);
  const heard = () => {
    if (silent !== null) return;
    clearTimeout(timer);
    timer = setTimeout(onSilence, silenceMs);
  };
  child.stdout?.pipe(process.stdout, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  child.stdout?.on('data', heard);
  child.stderr?.on('data', heard);
  child.on('message', (event) => {
    heard();
    tests.note(/** @type {TestEvent} */ (event));
  });
  let wasStopped = false;
  const stopPassing = passStopsTo(child, () => {
    wasStopped = true;
  });
  try {
    /** @type {number} */
    const status = await new Promise((done, fail) => {
      child.once('error', fail);
      child.once('close', (code, signal) => done(code ?? 128 + (signal === 'SIGKILL' ? 9 : 15)));
    });
    /** @type {readonly { command: string, startedAt: number }[]} */
    const rows = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : [];
    const left = rows.map(({ command: words, startedAt }) => ({
      command: words,
      tests: tests.at(startedAt),
    }));
    return { status, silent, left, wasStopped };
  } finally {
    stopPassing();
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Process start times have a resolution of 10 ms. */
const SLACK_MS = 50;

/** Tracks running tests from the events of running-tests.mjs. */
class RunningTests {
  /** @type {{ test: string, file: string, begun: number, ended: number }[]} */
  #spans = [];

  /** @param {TestEvent} event */
  note({ what, test, file }) {
    if (what === 'begun')
      this.#spans.push({ test, file, begun: Date.now(), ended: Number.POSITIVE_INFINITY });
    const span = this.#spans.findLast((one) => one.test === test);
    if (what === 'ended' && span !== undefined) span.ended = Date.now();
  }

  now() {
    return this.at(Date.now());
  }

  /**
   * If a test is running, its file is not listed as well.
   * @param {number} time
   */
  at(time) {
    const then = this.#spans.filter(
      ({ begun, ended }) => begun - SLACK_MS <= time && time <= ended + SLACK_MS,
    );
    return then.map(({ test }) => test).filter((test) => !then.some(({ file }) => file === test));
  }
}

/** @param {readonly string[]} tests */
export const runningThen = (tests) =>
  tests.length === 0 ? 'No test was running.' : `Running then: ${tests.join('; ')}`;

/** @param {number} ms */
const inWords = (ms) => (ms >= 60_000 ? `${Math.round(ms / 60_000)} minutes` : `${ms / 1000} s`);
