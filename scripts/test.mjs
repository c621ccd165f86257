import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ranOnOwnNode } from './lib/own-node.mjs';
import {
  asCommand,
  modules,
  out,
  projectEnvironment,
  root,
  run,
  SetUpProblem,
  sayOnOutput as say,
} from './lib/project.mjs';

/*
 * `npm test`: set-up, the checks that read the code, then the tiers that run it. `npm test -- unit ui` runs only
 * the parts named. What could not run has failed.
 */

/** Ends what hangs, and what has become too slow to be run often. */
const TOTAL_LIMIT_MS = 15 * 60 * 1000;
/** Asked to end, a test runner still has to stop what its tests started. */
const END_GRACE_MS = 15_000;

/** @typedef {{ passed: number, failed: number, skipped: number, reason?: string }} Count */

const bin = (name) => join(modules, name);
const checks = {
  lint: {
    title: 'format and lint',
    args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  },
  types: { title: 'types', args: [bin('typescript/bin/tsc'), '--noEmit'] },
  deadcode: { title: 'dead code', args: [bin('knip/bin/knip.js')] },
};
const tiers = {
  unit: { title: 'unit', run: (limitMs) => vitest('unit', limitMs) },
  contract: { title: 'contract', run: (limitMs) => vitest('contract', limitMs) },
  ui: { title: 'ui', run: (limitMs) => playwright('ui', limitMs) },
  app: { title: 'app', run: (limitMs) => playwright('app', limitMs) },
  bench: { title: 'bench runs', run: benchmark },
};

async function test() {
  if (await ranOnOwnNode(import.meta.url, say)) return process.exitCode ?? 0;
  const parts = [...Object.keys(checks), ...Object.keys(tiers)];
  const asked = process.argv.slice(2);
  const unknown = asked.filter((part) => !parts.includes(part));
  if (unknown.length > 0)
    throw new SetUpProblem(`Unknown: ${unknown.join(', ')}. There are: ${parts.join(', ')}.`);
  const isWanted = (part) => asked.length === 0 || asked.includes(part);
  const deadline = Date.now() + TOTAL_LIMIT_MS;
  const before = changedFiles();

  const { setUp } = await import('./setup.mjs');
  const runtime = await setUp('tests', say);
  await sayWhatIsNotForThisSystem();

  /** @type {Map<string, Count>} */
  const counts = new Map();
  for (const [part, check] of Object.entries(checks)) {
    if (!isWanted(part)) continue;
    const status = await runWithin(deadline - Date.now(), check.args);
    counts.set(check.title, status === 0 ? one('passed') : one('failed', `exit status ${status}`));
  }
  if (isWanted('app')) counts.set('build and pack', await buildAndPack(runtime));
  for (const [part, tier] of Object.entries(tiers)) {
    if (!isWanted(part)) continue;
    say(`\n— ${tier.title} —`);
    counts.set(tier.title, await tier.run(deadline - Date.now()));
  }
  if (process.env.CI !== undefined) {
    const left = [...changedFiles()].filter((line) => !before.has(line));
    counts.set('tree clean', left.length === 0 ? one('passed') : one('failed', left.join(', ')));
  }
  return summarize(counts);
}

/** @returns {Count} */
const one = (outcome, reason) => ({
  passed: 0,
  failed: 0,
  skipped: 0,
  [outcome]: 1,
  ...(reason && { reason }),
});

async function buildAndPack(runtime) {
  try {
    const [{ build }, { pack }] = await Promise.all([import('./build.mjs'), import('./pack.mjs')]);
    await build(say);
    await pack(runtime, say);
    return one('passed');
  } catch (problem) {
    return one('failed', String(problem?.message ?? problem));
  }
}

/** @returns {Promise<Count>} */
async function vitest(project, limitMs) {
  const report = freshReport(project);
  const status = await runWithin(limitMs, [
    bin('vitest/vitest.mjs'),
    'run',
    `--project=${project}`,
    '--configLoader=runner',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return judge(report, status, (content) => ({
    passed: content.numPassedTests,
    failed: content.numFailedTests,
    skipped: content.numPendingTests + content.numTodoTests,
  }));
}

/** @returns {Promise<Count>} */
async function playwright(project, limitMs) {
  const report = freshReport(project);
  const status = await runWithin(limitMs, [bin('@playwright/test/cli.js'), 'test', `--project=${project}`], {
    TEST_COUNTS: report,
  });
  return judge(report, status, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    ...(errors.length > 0 && { reason: String(errors[0].message).split('\n')[0] }),
  }));
}

/**
 * Shows that the benchmark still runs, by its quick parts; its figures judge nothing here.
 * @returns {Promise<Count>}
 */
async function benchmark(limitMs) {
  if (process.platform !== 'linux') return one('skipped', 'not for this OS');
  const parts = ['size', 'scripts', 'start-up', 'typing', 'command-line'];
  const status = await runWithin(limitMs, [join(root, 'scripts/bench.mjs'), '--short', ...parts]);
  return status === 0 ? one('passed') : one('failed', `exit status ${status}`);
}

function freshReport(project) {
  const folder = join(out, 'test');
  mkdirSync(folder, { recursive: true });
  const report = join(folder, `${project}.json`);
  rmSync(report, { force: true });
  return report;
}

/**
 * A runner that died, or found nothing to run, must not look like success.
 * @returns {Count}
 */
function judge(report, status, read) {
  if (!existsSync(report)) return one('failed', `ended with status ${status} before it could report`);
  const count = read(JSON.parse(readFileSync(report, 'utf8')));
  if (count.passed + count.failed === 0)
    return { ...count, failed: 1, reason: count.reason ?? 'no test ran' };
  if (status !== 0 && count.failed === 0) {
    return { ...count, failed: 1, reason: count.reason ?? `ended with status ${status}` };
  }
  return count;
}

/** Runs one of the project's tools; when the time is up it is asked to end, and then made to. */
async function runWithin(limitMs, args, env = {}) {
  const over = new AbortController();
  const timers = [setTimeout(() => over.abort(), Math.max(limitMs, 1))];
  let child;
  over.signal.addEventListener('abort', () => {
    child?.kill('SIGTERM');
    timers.push(setTimeout(() => child?.kill('SIGKILL'), END_GRACE_MS));
  });
  try {
    return await run(process.execPath, args, {
      env: { ...projectEnvironment(), ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
      onStart: (started) => {
        child = started;
      },
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

async function sayWhatIsNotForThisSystem() {
  if (process.platform === 'linux') return;
  const { peers } = await import('./lib/debian-packages.mjs');
  say(`Not for this OS, because they exist only as Debian packages: ${peers.join(', ')}`);
}

/** What git sees as changed or new; empty outside a checkout. */
function changedFiles() {
  try {
    const lines = execFileSync('git', ['status', '--porcelain'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return new Set(lines.split('\n').filter(Boolean));
  } catch {
    return new Set();
  }
}

/** @param {Map<string, Count>} counts */
function summarize(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  say('');
  for (const [title, count] of counts) {
    for (const key of Object.keys(total)) total[key] += count[key];
    const numbers = `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`;
    say(`${title.padEnd(16)} ${numbers}${count.reason === undefined ? '' : `: ${count.reason}`}`);
  }
  say('');
  say(
    `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  );
  return total.failed === 0 ? 0 : 1;
}

await asCommand(test);
