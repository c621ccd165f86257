import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failedInPlaywright, failedInVitest } from './lib/failed-tests.mjs';
import { ranOnOwnNode } from './lib/own-node.mjs';
import { asCommand, modules, out, root, SetUpProblem, sayOnOutput as say } from './lib/project.mjs';
import { runningThen, watchedRun } from './lib/watched-run.mjs';

/*
 * `npm test`: setup, the checks that read the code, then the tiers that run it. `npm test -- unit ui` runs only the
 * named parts, `npm test -- ui search` only a tier's files with that word in their path. A part that could not run has
 * failed.
 */

/** @typedef {{ passed: number, failed: number, skipped: number, reason?: string, failures?: import('./lib/failed-tests.mjs').Failure[] }} Count */

/** @typedef {import('./lib/watched-run.mjs').Outcome} Outcome */

/** @param {string} name */
const bin = (name) => join(modules, name);
const checks = {
  lint: {
    title: 'format and lint',
    args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  },
  // From scratch: TypeScript 7.0 keeps stale results when a global type changes (microsoft/typescript-go#4664).
  types: { title: 'types', args: [bin('typescript/bin/tsc'), '--build', '--force'] },
  deadcode: { title: 'dead code', args: [bin('knip/bin/knip.js')] },
};
/** @type {Readonly<Record<string, { title: string, run: (files: readonly string[]) => Promise<Count> }>>} */
const tiers = {
  unit: { title: 'unit', run: (files) => vitest('unit', files) },
  contract: { title: 'contract', run: contract },
  ui: { title: 'ui', run: (files) => playwright('ui', files) },
  app: { title: 'app', run: (files) => playwright('app', files) },
  install: { title: 'install', run: (files) => vitest('install', files) },
  bench: { title: 'bench runs', run: benchmark },
};
const takeFiles = ['unit', 'contract', 'ui', 'app', 'install'];

async function test() {
  if (await ranOnOwnNode(import.meta.url, say)) return process.exitCode ?? 0;
  const parts = [...Object.keys(checks), ...Object.keys(tiers)];
  const words = process.argv.slice(2);
  const asked = words.filter((word) => parts.includes(word));
  const files = words.filter((word) => !parts.includes(word));
  if (files.length > 0 && !(asked.length === 1 && takeFiles.includes(asked[0] ?? ''))) {
    throw new SetUpProblem(
      `Unknown: ${files.join(', ')}. There are: ${parts.join(', ')}. Files are named after one of: ${takeFiles.join(', ')}.`,
    );
  }
  /** @param {string} part */
  const isWanted = (part) => asked.length === 0 || asked.includes(part);
  const before = changedFiles();

  const { setUp } = await import('./setup.mjs');
  await setUp('tests', say);
  await sayWhatIsNotForThisSystem();

  const began = performance.now();
  /** @type {Map<string, Count>} */
  const counts = new Map();
  for (const [part, check] of Object.entries(checks)) {
    if (!isWanted(part)) continue;
    counts.set(check.title, await byStatus(check.args));
  }
  if (isWanted('app') || isWanted('install'))
    counts.set('build and pack', await byStatus([join(root, 'scripts/pack.mjs')]));
  for (const [part, tier] of Object.entries(tiers)) {
    if (!isWanted(part)) continue;
    say(`\n— ${tier.title}, ${minutes(performance.now() - began)} after the start —`);
    counts.set(tier.title, await tier.run(files));
  }
  if (process.env.CI !== undefined) {
    const left = [...changedFiles()].filter((line) => !before.has(line));
    counts.set('tree clean', left.length === 0 ? one('passed') : one('failed', left.join(', ')));
  }
  return summarize(counts);
}

/**
 * @param {'passed' | 'failed' | 'skipped'} outcome
 * @param {string} [reason]
 * @returns {Count}
 */
const one = (outcome, reason) => ({
  passed: 0,
  failed: 0,
  skipped: 0,
  [outcome]: 1,
  ...(reason && { reason }),
});

/**
 * For a part that counts as a single pass or failure.
 * @param {readonly string[]} args
 * @returns {Promise<Count>}
 */
async function byStatus(args) {
  const ran = await runPart(args);
  return withTroubles(ran.status === 0 ? one('passed') : one('failed', `exit status ${ran.status}`), ran);
}

/**
 * @param {string} project
 * @param {readonly string[]} files
 * @returns {Promise<Count>}
 */
async function vitest(project, files) {
  const report = freshReport(project);
  const ran = await runPart([
    bin('vitest/vitest.mjs'),
    'run',
    `--project=${project}`,
    '--configLoader=runner',
    '--reporter=default',
    '--reporter=json',
    `--reporter=${join(root, 'scripts/lib/running-tests.mjs')}`,
    `--outputFile.json=${report}`,
    ...files,
  ]);
  return judge(report, ran, (/** @type {import('vitest/node').JsonTestResults} */ content) => ({
    passed: content.numPassedTests,
    failed: content.numFailedTests,
    skipped: content.numPendingTests + content.numTodoTests,
    failures: failedInVitest(content),
  }));
}

/**
 * No real OpenBao or Vault can be installed with the tests, so the count says whether one was there.
 * @param {readonly string[]} files
 * @returns {Promise<Count>}
 */
async function contract(files) {
  const count = await vitest('contract', files);
  const { WIZARD_TEST_VAULT_ADDR: address = '', WIZARD_TEST_VAULT_TOKEN: token = '' } = process.env;
  if (address !== '' && token !== '') return count;
  return { ...count, reason: count.reason ?? 'the shared store was not run against a real server' };
}

/**
 * @param {string} project
 * @param {readonly string[]} files
 * @returns {Promise<Count>}
 */
async function playwright(project, files) {
  const report = freshReport(project);
  const ran = await runPart([bin('@playwright/test/cli.js'), 'test', `--project=${project}`, ...files], {
    TEST_COUNTS: report,
  });
  return judge(report, ran, (/** @type {import('@playwright/test/reporter').JSONReport} */ content) => ({
    passed: content.stats.expected,
    failed: content.stats.unexpected + content.stats.flaky,
    skipped: content.stats.skipped,
    failures: failedInPlaywright(content),
    ...(content.errors.length > 0 && { reason: content.errors[0]?.message?.split('\n')[0] ?? '' }),
  }));
}

/**
 * Checks that the benchmark's quick parts still run; their figures are not judged here.
 * @returns {Promise<Count>}
 */
async function benchmark() {
  if (process.platform !== 'linux') return one('skipped', 'not for this OS');
  const parts = ['size', 'scripts', 'start-up', 'typing', 'command-line'];
  return byStatus([join(root, 'scripts/bench.mjs'), '--short', ...parts]);
}

/** @param {string} project */
function freshReport(project) {
  const folder = join(out, 'test');
  mkdirSync(folder, { recursive: true });
  const report = join(folder, `${project}.json`);
  rmSync(report, { force: true });
  return report;
}

/**
 * A runner that died or found nothing to run must not look like success.
 * @template Content
 * @param {string} report the file the runner wrote
 * @param {Outcome} ran
 * @param {(content: Content) => Count} read
 * @returns {Count}
 */
function judge(report, ran, read) {
  const { status } = ran;
  if (!existsSync(report)) {
    return withTroubles(one('failed', `ended with status ${status} before it could report`), ran);
  }
  const count = read(JSON.parse(readFileSync(report, 'utf8')));
  if (count.passed + count.failed === 0)
    return withTroubles({ ...count, failed: 1, reason: count.reason ?? 'no test ran' }, ran);
  if (status !== 0 && count.failed === 0) {
    return withTroubles({ ...count, failed: 1, reason: count.reason ?? `ended with status ${status}` }, ran);
  }
  return withTroubles(count, ran);
}

/**
 * A part that went silent or left a process behind has failed, whatever its tests say.
 * @param {Count} count
 * @param {Outcome} ran
 * @returns {Count}
 */
function withTroubles(count, { silent, left }) {
  if (silent !== null)
    return { ...count, failed: Math.max(count.failed, 1), reason: `fell silent. ${runningThen(silent)}` };
  if (left.length === 0) return count;
  const reason = `left behind, and ended now: ${left.map(({ command }) => command).join('; ')}`;
  return { ...count, failed: count.failed + 1, reason: count.reason ?? reason };
}

/**
 * Runs one of the project's tools and reports what it left behind.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function runPart(args, env) {
  const ran = await watchedRun([process.execPath, ...args], { env, say });
  if (ran.wasStopped) throw new SetUpProblem('Stopped.');
  for (const { command, tests } of ran.left)
    say(`Left behind, and ended now: ${command}. ${runningThen(tests)}`);
  return ran;
}

async function sayWhatIsNotForThisSystem() {
  if (process.platform === 'linux') return;
  const { peers } = await import('./lib/debian-packages.mjs');
  say(`Not for this OS, because they exist only as Debian packages: ${peers.join(', ')}`);
}

/** Files that git reports as changed or new; empty outside a checkout. */
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

/** @param {number} ms */
function minutes(ms) {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** @param {Map<string, Count>} counts */
function summarize(counts) {
  const all = [...counts.values()];
  /** @param {'passed' | 'failed' | 'skipped'} key */
  const totalOf = (key) => all.reduce((total, count) => total + count[key], 0);
  const total = { passed: totalOf('passed'), failed: totalOf('failed'), skipped: totalOf('skipped') };
  for (const { failures = [] } of all)
    for (const { name, message } of failures) say(`\nFAILED ${name}\n${message}`);
  say('');
  for (const [title, count] of counts) {
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
