import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, join, relative, resolve, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { app, asCommand, codeOf, maps, root, SetUpProblem, sayOnOutput as say } from './lib/project.mjs';

/*
 * `npm run where -- FILE` finds the source lines of a bug in what "Copy details" copied, in a line of the log
 * (logs/wizard.log), or in a raw stack of main, its worker, the preload or the window, quoted in an e-mail or not.
 * Without FILE it reads standard input. `--build NAME` names the build if the text does not.
 */

const usage = 'npm run where -- [--build NAME] [FILE]';

/**
 * A position in one of the app's scripts: `…/app.asar/main/main.js:1:234`, `app://wizard/assets/x.js:1:2`,
 * `main.js:1:2`.
 */
const FRAME = /(?:\b(main|preload|assets)(?:\\{1,2}|\/))?([\w-]+(?:\.[\w-]+)*\.[cm]?js):(\d+):(\d+)/g;

await asCommand(async () => {
  const { file, build } = readArguments(process.argv.slice(2));
  const copied = file === null ? await text(process.stdin) : readGiven(file);
  const told = bugsIn(copied).map((bug) => ({ ...bug, build: build ?? bug.build }));
  if (told.length === 0) {
    say('No place in a script of the app was found in this text.');
    return 1;
  }
  const places = told.map(({ build: named, frames }) => {
    const name = named ?? newestBuild();
    say(named === null ? `No build is named. Taken is the newest one here, ${name}:` : `Build ${name}:`);
    return sayPlaces(name, frames);
  });
  return places.every((found) => found > 0) ? 0 : 1;
});

/**
 * Copied details and log lines name the build before the frames; a raw stack names none.
 * @param {string} copied
 */
function bugsIn(copied) {
  return copied
    .split(/(?=\\?"build\\?"\s*:)/)
    .map((part) => ({
      build: /^\\?"build\\?"\s*:\s*\\?"([\w-]+)/.exec(part)?.[1] ?? null,
      frames: [...part.matchAll(FRAME)],
    }))
    .filter(({ frames }) => frames.length > 0);
}

/**
 * @param {string} name of the build
 * @param {readonly RegExpExecArray[]} frames
 * @returns how many source lines were found
 */
function sayPlaces(name, frames) {
  const folder = join(maps, name);
  if (!existsSync(folder)) throw new SetUpProblem(noMaps(name));
  const known = mapsIn(folder);
  let found = 0;
  for (const [whole, part, script, line, column] of frames) {
    const map = known.find((one) => one.script === script && (part === undefined || one.part === part));
    const place = map === undefined ? null : placeOf(map, Number(line), Number(column));
    if (place !== null) found += 1;
    const none = map === undefined ? 'This build has no such script.' : 'No source line stands behind this.';
    say(`  ${whole}\n    ${place ?? none}`);
  }
  return found;
}

/** @param {readonly string[]} args */
function readArguments(args) {
  /** @type {string | null} */
  let build = null;
  /** @type {string | null} */
  let file = null;
  const left = [...args];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--build' && left.length > 0) build = left.shift() ?? null;
    else if (word.startsWith('-') || file !== null) throw new SetUpProblem(`Use: ${usage}`);
    else file = word;
  }
  // It becomes a folder name.
  if (build !== null && !/^[\w-]+$/.test(build)) throw new SetUpProblem(`Use: ${usage}`);
  return { file, build };
}

/** @param {string} file */
function readGiven(file) {
  try {
    // npm changes the working folder and leaves the original in INIT_CWD.
    return readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file), 'utf8');
  } catch (problem) {
    throw new SetUpProblem(`${file} could not be read: ${codeOf(problem)}`);
  }
}

function builds() {
  return existsSync(maps) ? readdirSync(maps) : [];
}

function newestBuild() {
  const [newest] = builds()
    .map((name) => ({ name, at: statSync(join(maps, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  if (newest === undefined)
    throw new SetUpProblem('No build has left its maps here. "npm run pack" makes one.');
  return newest.name;
}

/** @param {string} name */
function noMaps(name) {
  const here = builds().join(', ') || 'none';
  return `This is of the build ${name}, whose maps are not here (out/maps has: ${here}). Copy its folder from the computer that packed it, or check out the very commit it was made from and run "npm run pack": the same files make the same name.`;
}

/**
 * The source maps, each with its script's name and folder.
 * @param {string} folder
 */
function mapsIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.map'))
    .map((name) => {
      const parts = name.split(sep);
      return { file: join(folder, name), script: basename(name, '.map'), part: parts.at(-2), name };
    });
}

/**
 * Source file, line and column, the name there if any, and the line itself.
 * @param {{ file: string, name: string }} map
 * @param {number} line
 * @param {number} column
 */
function placeOf({ file, name }, line, column) {
  const payload = JSON.parse(readFileSync(file, 'utf8'));
  // A stack trace counts from one, a map from zero.
  const found = new SourceMap(payload).findEntry(line - 1, column - 1);
  // Node returns an empty object for a position that the map does not cover.
  const origin = /** @type {import('node:module').SourceMapping & { name?: string }} */ (found);
  if (origin.originalSource === undefined || origin.generatedLine !== line - 1) return null;
  // The map's source paths are relative to its original place in the app.
  const source = relative(root, resolve(join(app, name), '..', origin.originalSource))
    .split(sep)
    .join('/');
  const content = payload.sourcesContent?.[payload.sources.indexOf(origin.originalSource)];
  const words = content?.split('\n')[origin.originalLine]?.trim() ?? '';
  const called = origin.name ? ` (${origin.name})` : '';
  return `${source}:${origin.originalLine + 1}:${origin.originalColumn + 1}${called}\n      ${words.slice(0, 160)}`;
}
