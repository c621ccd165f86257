import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
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
 * `npm run test:long`: runs the random tests for longer and writes the results into `docs/long-tests.md`. `npm run
 * test:long -- kill` runs one part; `--batches 2` stops after two batches; `--go-on` adds to an earlier run, for
 * computers that cannot be kept busy for an hour at a stretch. With `SEED` set, each named part runs one batch with
 * that seed, to reproduce a failure; nothing is recorded.
 */

const results = join(out, 'long');
const page = join(root, 'docs/long-tests.md');
/** The figures go between these two lines; the rest of the page is written by hand. */
const from = '<!-- figures: written by npm run test:long -->';
const to = '<!-- end of the figures -->';

/**
 * @typedef {object} Part
 * @property {number} wanted how many in all
 * @property {number} batch how many in one run
 * @property {string} unit
 * @property {(env: NodeJS.ProcessEnv) => Promise<number>} run returns the exit status
 * @property {string} count the environment variable for the size of a batch
 */

/** @type {Readonly<Record<string, Part>>} */
const parts = {
  kill: {
    wanted: 300,
    batch: 25,
    unit: 'kills',
    run: (env) => playwright('test/app/killed.spec.ts', env),
    count: 'KILLS',
  },
  origins: {
    wanted: 10_000,
    batch: 2_500,
    unit: 'sequences',
    run: (env) => vitest('test/unit/secrets/origins.test.ts', env),
    count: 'ORIGIN_SEQUENCES',
  },
  fuzz: {
    wanted: 100_000,
    batch: 25_000,
    unit: 'inputs',
    run: (env) => vitest('test/unit/fuzz.test.ts', env),
    count: 'FUZZ_INPUTS',
  },
  replies: {
    wanted: 100_000,
    batch: 50_000,
    unit: 'texts',
    run: (env) => vitest('test/unit/systems/reply/made-replies.test.ts', env),
    count: 'REPLY_TEXTS',
  },
  answers: {
    wanted: 100_000,
    batch: 25_000,
    unit: 'answers',
    run: (env) => vitest('test/unit/answers/invariants.test.ts', env),
    count: 'ANSWERS',
  },
  shared: {
    wanted: 10_000,
    batch: 1_000,
    unit: 'lives',
    run: (env) => vitest('test/unit/shared-store/lives.test.ts', env),
    count: 'SHARED_LIVES',
  },
  handshakes: {
    wanted: 200,
    batch: 200,
    unit: 'handshakes',
    run: (env) => playwright('test/app/windows-proxy.spec.ts', env),
    count: 'HANDSHAKES',
  },
};

async function testLong() {
  if (await ranOnOwnNode(import.meta.url, say)) return process.exitCode ?? 0;
  const { asked, batches, goOn } = options(process.argv.slice(2));
  const { setUp } = await import('./setup.mjs');
  const runtime = await setUp('tests', say);
  if (asked.includes('kill') || asked.includes('handshakes')) {
    const { build } = await import('./build.mjs');
    await build(say);
  }
  let failed = 0;
  if (process.env.SEED !== undefined) {
    for (const name of asked) failed += await repeat(name);
    return failed === 0 ? 0 : 1;
  }
  mkdirSync(results, { recursive: true });
  for (const name of asked) {
    if (!goOn) rmSync(fileOf(name), { force: true });
    failed += await runPart(name, batches);
  }
  writePage(runtime);
  return failed === 0 ? 0 : 1;
}

/** @param {readonly string[]} words */
function options(words) {
  const at = words.indexOf('--batches');
  const batches = at < 0 ? Number.POSITIVE_INFINITY : Number(words[at + 1]);
  const names = words.filter((word, index) => !word.startsWith('--') && (at < 0 || index !== at + 1));
  const unknown = names.filter((name) => parts[name] === undefined);
  if (unknown.length > 0 || !(batches > 0)) {
    throw new SetUpProblem(`There are: ${Object.keys(parts).join(', ')}, --batches NUMBER, --go-on.`);
  }
  return { asked: names.length > 0 ? names : Object.keys(parts), batches, goOn: words.includes('--go-on') };
}

/**
 * One batch of the usual size, so that every input of that seed is included. `FUZZ_INPUTS` and the like still apply.
 * @param {string} name
 */
async function repeat(name) {
  const { run: runBatch, batch, count, unit } = partOf(name);
  const size = process.env[count] ?? String(batch);
  say(`\n— ${name}: ${size} ${unit} with SEED=${process.env.SEED}, nothing is recorded —`);
  return (await runBatch({ [count]: size })) === 0 ? 0 : 1;
}

/**
 * @param {string} name
 * @param {number} batches at most
 * @returns {Promise<number>} how many batches failed
 */
async function runPart(name, batches) {
  const part = partOf(name);
  let failed = 0;
  for (let batch = 0; batch < batches; batch += 1) {
    const left = part.wanted - sum(rows(name), part.unit);
    if (left <= 0) break;
    const size = Math.min(part.batch, left);
    say(`\n— ${name}: ${size} of the ${left} ${part.unit} left —`);
    const began = Date.now();
    const status = await part.run({ [part.count]: String(size), LONG_RESULT: fileOf(name) });
    note(name, {
      what: 'batch',
      at: new Date(began).toISOString(),
      commit: commit(),
      ms: Date.now() - began,
      failed: status === 0 ? 0 : 1,
    });
    if (status !== 0) {
      failed += 1;
      break;
    }
  }
  return failed;
}

/** @param {string} name */
function partOf(name) {
  const part = parts[name];
  if (part === undefined) throw new SetUpProblem(`There is no part ${name}.`);
  return part;
}

/** The commit under test; null if unknown, or if the tree has changes. */
function commit() {
  /** @param {string[]} words */
  const git = (...words) => execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    return git('status', '--porcelain', '--', ':!docs') === '' ? git('rev-parse', '--short', 'HEAD') : null;
  } catch {
    return null;
  }
}

/**
 * A line of the results: a batch, or the figures of one kind of input.
 * @typedef {{ readonly what: string, readonly [key: string]: string | number | null | undefined }} Row
 */

/** @param {string} name */
const fileOf = (name) => join(results, `${name}.jsonl`);
/**
 * @param {string} name
 * @param {Row} row
 */
const note = (name, row) => writeFileSync(fileOf(name), `${JSON.stringify(row)}\n`, { flag: 'a' });
/**
 * @param {string} name
 * @returns {readonly Row[]}
 */
const rows = (name) =>
  existsSync(fileOf(name))
    ? readFileSync(fileOf(name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
/**
 * @param {readonly Row[]} list
 * @param {string} key
 */
const sum = (list, key) => list.reduce((total, row) => total + Number(row[key] ?? 0), 0);

/** @param {NodeJS.ProcessEnv} env */
const environment = (env) => ({ ...projectEnvironment(), ...env });
/**
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 */
const vitest = (file, env) =>
  run(
    process.execPath,
    [join(modules, 'vitest/vitest.mjs'), 'run', '--project=unit', '--configLoader=runner', file],
    {
      env: environment(env),
    },
  );
/**
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 */
const playwright = (file, env) =>
  run(process.execPath, [join(modules, '@playwright/test/cli.js'), 'test', '--project=app', file], {
    env: environment(env),
  });

/**
 * What an earlier run found of a part that this one left out.
 * @param {string} written the page
 * @param {string} name
 */
const sectionIn = (written, name) =>
  new RegExp(`^## ${name}\\n+(.*?)\\s*(?=^## |^${to})`, 'ms').exec(written)?.[1];

/** @param {import('./lib/electron-runtime.mjs').ElectronRuntime} runtime */
function writePage({ version }) {
  const cpu = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const written = readFileSync(page, 'utf8');
  const lines = Object.entries(parts).flatMap(([name, part]) => {
    const all = rows(name);
    const batches = all.filter(({ what }) => what === 'batch');
    const last = batches.at(-1);
    if (last === undefined) return [`## ${name}\n`, `${sectionIn(written, name) ?? 'Not run.'}\n`];
    const figures = all.filter(({ what }) => what !== 'batch');
    const minutes = (sum(batches, 'ms') / 60_000).toFixed(1);
    const commits = [...new Set(batches.map((batch) => batch.commit ?? 'no commit'))].join(', ');
    const kinds = [...new Set(figures.map(({ what }) => what))];
    const keys = [...new Set(figures.flatMap((row) => Object.keys(row)))].filter(
      (key) => key !== 'what' && key !== 'seed',
    );
    const seeds = [...new Set(figures.flatMap(({ seed }) => seed ?? []))];
    const head = ['what', ...keys];
    /**
     * @param {string} kind
     * @param {string} key
     */
    const value = (kind, key) => {
      const own = figures.filter(({ what }) => what === kind);
      if (own.every((row) => row[key] === undefined)) return '';
      return String(
        key === 'slowestMs' ? Math.max(...own.map((row) => Number(row[key] ?? 0))) : sum(own, key),
      );
    };
    return [
      `## ${name}\n`,
      `${sum(figures, part.unit)} of ${part.wanted} ${part.unit}, ${String(last.at).slice(0, 10)}, of ${commits}, ${minutes} minutes, ${sum(batches, 'failed')} batches of ${batches.length} failed.\n`,
      `| ${head.join(' | ')} |`,
      `|${head.map(() => '---').join('|')}|`,
      ...kinds.map((kind) => `| ${[kind, ...keys.map((key) => value(kind, key))].join(' | ')} |`),
      '',
      ...(seeds.length > 0 ? [`Seeds: ${seeds.join(', ')}.\n`] : []),
    ];
  });
  const [begin, end] = [written.indexOf(from), written.indexOf(to)];
  if (begin < 0 || end < begin) throw new SetUpProblem(`${page} has lost the lines that mark its figures.`);
  const computer = `${availableParallelism()} cores (${cpu}), ${memory} GiB, ${process.platform}, Node ${process.versions.node}, Electron ${version}.`;
  writeFileSync(
    page,
    `${written.slice(0, begin)}${from}\n\n${computer}\n\n${lines.join('\n')}\n${written.slice(end)}`,
  );
  say(`\nWritten to ${page}`);
}

await asCommand(testLong);
