import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commandAs, give, ordinaryUser } from '../../support/desktop-user';
import { isRunning } from '../../support/processes';
import { temporaryFolder } from '../../support/temporary-folder';
import { waitFor } from '../../support/wait-for';

/* How `npm test` runs each part: only silence ends it, and nothing that a part starts outlives it. */

const root = resolve(import.meta.dirname, '../../..');
const scripts = join(root, 'scripts/lib');

interface Outcome {
  readonly status: number;
  readonly silent: readonly string[] | null;
  readonly left: readonly { readonly command: string; readonly tests: readonly string[] }[];
  readonly wasStopped: boolean;
}

/** Runs the part in a separate process, as `npm test` does. */
const runner = `
const [silenceMs, ...command] = process.argv.slice(1);
const { watchedRun } = await import(${JSON.stringify(join(scripts, 'watched-run.mjs'))});
const said = [];
const say = (line) => said.push(line);
const outcome = await watchedRun(command, { silenceMs: Number(silenceMs), settleSeconds: 1, graceSeconds: 1, say });
process.stdout.write('\\n' + JSON.stringify({ ...outcome, said }) + '\\n');
`;

function start(
  silenceMs: number,
  command: readonly string[],
): ChildProcess & { readonly output: () => string } {
  const words = ['--input-type=module', '-e', runner, String(silenceMs), ...command];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout?.on('data', (part) => {
    output += part;
  });
  return Object.assign(child, { output: () => output });
}

async function run(
  silenceMs: number,
  command: readonly string[],
): Promise<Outcome & { readonly said: readonly string[] }> {
  const child = start(silenceMs, command);
  await new Promise((done) => child.once('close', done));
  return JSON.parse(child.output().trim().split('\n').at(-1) ?? '');
}

/** A part that is not a test runner but reports tests like one. */
const pretended = (script: string): readonly string[] => [process.execPath, '-e', script];
const begun = (test: string, file = ''): string =>
  `process.send(${JSON.stringify({ what: 'begun', test, file })});`;
const ended = (test: string): string => `process.send(${JSON.stringify({ what: 'ended', test, file: '' })});`;

/** A shell line that starts a program with no trace of its starter: double-forked, own session, empty environment. */
const setFree = (file: string): string =>
  `(env -i setsid sh -c 'sleep 987 & echo $! > ${file}.new; mv ${file}.new ${file}' >/dev/null 2>&1 &)`;
const leave = (file: string): string =>
  `require('node:child_process').execFileSync('sh', ['-c', ${JSON.stringify(setFree(file))}]);
   while (!require('node:fs').existsSync(${JSON.stringify(file)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);`;
const pidIn = (file: string): number => Number(readFileSync(file, 'utf8'));
const ENOUGH_MS = 60_000;

describe.skipIf(process.platform !== 'linux')('a part of npm test', () => {
  it('that falls silent is ended with all it started, and the tests that ran are named', async () => {
    const file = join(temporaryFolder(), 'pid');
    const outcome = await run(
      1_500,
      pretended(`
        ${begun('a.test.ts')} ${begun('a.test.ts › ends', 'a.test.ts')} ${ended('a.test.ts › ends')}
        ${leave(file)}
        ${begun('a.test.ts › hangs', 'a.test.ts')} ${begun('b.test.ts')}
        setInterval(() => undefined, 1_000);
      `),
    );
    expect(outcome.silent).toEqual(['a.test.ts › hangs', 'b.test.ts']);
    expect(outcome.said).toEqual([
      'Nothing was heard for 1.5 s, so it is ended. Running then: a.test.ts › hangs; b.test.ts',
    ]);
    expect(outcome.status).toBe(143);
    expect(isRunning(pidIn(file))).toBe(false);
  });

  it('that does not end when it is asked to is ended none the less', async () => {
    const outcome = await run(
      1_500,
      pretended(`process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1_000);`),
    );
    expect(outcome.silent).toEqual([]);
    expect(outcome.status).not.toBe(0);
  });

  it('that prints, or tells of its tests, may take as long as it needs', async () => {
    const signs = [`process.stdout.write('.')`, `process.send({ what: 'step', test: 'a', file: '' })`];
    const outcomes = signs.map((sign) =>
      run(
        3_000,
        pretended(`
          const ticks = setInterval(() => ${sign}, 100);
          setTimeout(() => { clearInterval(ticks); process.disconnect(); }, 4_500);
        `),
      ),
    );
    for (const outcome of await Promise.all(outcomes)) {
      expect(outcome).toMatchObject({ status: 0, silent: null, left: [], wasStopped: false });
    }
  });

  it('that leaves a process behind: it is found wherever it went, named without what it was told, and ended', async () => {
    const file = join(temporaryFolder(), 'pid');
    const outcome = await run(
      ENOUGH_MS,
      pretended(`
        ${begun('before')} ${ended('before')}
        setTimeout(() => { ${begun('leaves one')} ${leave(file)} ${ended('leaves one')} }, 300);
        setTimeout(() => { ${begun('after')} ${ended('after')} process.disconnect(); }, 1_500);
      `),
    );
    expect(outcome.left).toEqual([{ command: 'sleep', tests: ['leaves one'] }]);
    expect(outcome.status).toBe(0);
    expect(isRunning(pidIn(file))).toBe(false);
  });

  it('tells its own exit status', async () => {
    expect(await run(ENOUGH_MS, pretended('process.exit(7)'))).toMatchObject({ status: 7, left: [] });
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)('ends with npm test: %s', async (signal) => {
    const file = join(temporaryFolder(), 'pid');
    const child = start(ENOUGH_MS, pretended(`${leave(file)} setInterval(() => undefined, 1_000);`));
    onTestFinished(() => void child.kill('SIGKILL'));
    await waitFor('the process', () => (existsSync(file) ? true : undefined), ENOUGH_MS);
    const pid = pidIn(file);
    expect(isRunning(pid)).toBe(true);
    child.kill(signal);
    await waitFor('its end', () => (isRunning(pid) ? undefined : true), ENOUGH_MS);
  });

  it('needs no right that an ordinary user lacks', async () => {
    const user = ordinaryUser();
    const folder = mkdtempSync('/tmp/wiz-');
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    give(user, folder);
    const keeper = join(folder, 'keeper.py');
    copyFileSync(join(scripts, 'keeper.py'), keeper);
    chmodSync(keeper, 0o644);
    const file = join(folder, 'pid');
    const [program = '', ...words] = commandAs(user, '/usr/bin/python3', [
      keeper,
      join(folder, 'left.json'),
      '1',
      '1',
      'sh',
      '-c',
      `${setFree(file)}
       while ! [ -e ${file} ]; do sleep 0.05; done`,
    ]);
    const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    expect(await new Promise((done) => child.once('close', done))).toBe(0);
    const left = JSON.parse(readFileSync(join(folder, 'left.json'), 'utf8'));
    expect(left).toEqual([{ pid: pidIn(file), command: 'sleep', startedAt: expect.any(Number) }]);
    expect(isRunning(pidIn(file))).toBe(false);
  });
});

describe('the tests that run are told by the runner itself', () => {
  /** Inside the checkout, so that the runners are found from there. */
  function project(files: Readonly<Record<string, string>>): string {
    mkdirSync(join(root, 'out'), { recursive: true });
    const folder = mkdtempSync(join(root, 'out/runner-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  }
  const reporter = join(scripts, 'running-tests.mjs');

  async function events(command: readonly string[], cwd: string): Promise<readonly string[]> {
    const [program = '', ...words] = command;
    const child = spawn(program, words, { cwd, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const told: string[] = [];
    child.on('message', ({ what, test }: { what: string; test: string }) => {
      if (what !== 'step') told.push(`${what} ${test}`);
    });
    await new Promise((done) => child.once('close', done));
    return told;
  }

  it('Vitest', async () => {
    const folder = project({
      'vitest.config.mjs': 'export default {};',
      'some.test.mjs': `import { describe, it } from 'vitest';
        describe('a group', () => { it('one', () => new Promise((done) => setTimeout(done, 300))); it('two', () => {}); });`,
    });
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const told = await events(
      [process.execPath, vitest, 'run', `--reporter=${reporter}`, `--root=${folder}`],
      folder,
    );
    expect(told).toEqual([
      'begun some.test.mjs',
      'begun some.test.mjs › a group > one',
      'ended some.test.mjs › a group > one',
      'begun some.test.mjs › a group > two',
      'ended some.test.mjs › a group > two',
      'ended some.test.mjs',
    ]);
  });

  it('Playwright', async () => {
    const folder = project({
      'playwright.config.mjs': `export default { reporter: ${JSON.stringify(reporter)}, outputDir: 'results' };`,
      'some.spec.mjs': `import { test } from '@playwright/test';
        test.describe('a group', () => { test('one', () => {}); });`,
    });
    const playwright = join(root, 'node_modules/@playwright/test/cli.js');
    expect(await events([process.execPath, playwright, 'test'], folder)).toEqual([
      'begun some.spec.mjs › a group › one',
      'ended some.spec.mjs › a group › one',
    ]);
  });
});
