import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative, resolve, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { app, asCommand, maps, root, SetUpProblem, sayOnOutput as say } from './lib/project.mjs';

/*
 * `npm run where -- FILE` finds the source lines of a bug: in what "Copy details" copied, a line of the diary
 * (logs/wizard.log), or a raw stack of main, its worker, the preload or the window, quoted in a mail or not. Without a
 * FILE it reads standard input. `--build NAME` says which build it was, where the text itself does not.
 */

const usage = 'npm run where -- [--build NAME] [FILE]';

/** A place in a script of the app: `…/app.asar/main/main.js:1:234`, `app://wizard/assets/x.js:1:2`, `main.js:1:2`. */
const FRAME = /(?:\b(main|preload|assets)(?:\\{1,2}|\/))?([\w-]+(?:\.[\w-]+)*\.[cm]?js):(\d+):(\d+)/g;

await asCommand(async () => {
  const { file, build } = readArguments(process.argv.slice(2));
  const copied = file === null ? await text(process.stdin) : readGiven(file);
  const told = build ?? buildIn(copied);
  const name = told ?? newestBuild();
  if (told === null) say(`The text names no build. Taken is the newest one here, ${name}.`);
  const folder = join(maps, name);
  if (!existsSync(folder)) throw new SetUpProblem(noMaps(name));
  const known = mapsIn(folder);
  let found = 0;
  for (const [whole, part, script, line, column] of copied.matchAll(FRAME)) {
    const map = known.find((one) => one.script === script && (part === undefined || one.part === part));
    if (map === undefined) {
      say(`${whole}\n  The build ${name} has no script of this name.`);
      continue;
    }
    const place = placeOf(map, Number(line), Number(column));
    if (place !== null) found += 1;
    say(`${whole}\n  ${place ?? 'No source line stands behind this place.'}`);
  }
  if (found === 0) say(`No place of the build ${name} was found in this text.`);
  return found === 0 ? 1 : 0;
});

function readArguments(args) {
  let build = null;
  let file = null;
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '--build' && args[at + 1] !== undefined) build = args[++at];
    else if (args[at].startsWith('-') || file !== null) throw new SetUpProblem(`Use: ${usage}`);
    else file = args[at];
  }
  // It names a folder.
  if (build !== null && !/^[\w-]+$/.test(build)) throw new SetUpProblem(`Use: ${usage}`);
  return { file, build };
}

function readGiven(file) {
  try {
    // npm changes the folder and leaves the old one in INIT_CWD.
    return readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file), 'utf8');
  } catch (problem) {
    throw new SetUpProblem(`${file} could not be read: ${problem.code}`);
  }
}

/** The build that the text names; null when it names none. */
function buildIn(copied) {
  const names = new Set([...copied.matchAll(/\\?"build\\?"\s*:\s*\\?"([\w-]+)/g)].map(([, name]) => name));
  if (names.size > 1)
    throw new SetUpProblem(`The text names several builds: ${[...names].join(', ')}. Give one bug alone.`);
  return [...names][0] ?? null;
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

function noMaps(name) {
  const here = builds().join(', ') || 'none';
  return `This is of the build ${name}, whose maps are not here (out/maps has: ${here}). Copy its folder from the computer that packed it, or check out the very commit it was made from and run "npm run pack": the same files make the same name.`;
}

/** The map of each script, with the script's folder. */
function mapsIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.map'))
    .map((name) => {
      const parts = name.split(sep);
      return { file: join(folder, name), script: parts.at(-1).slice(0, -4), part: parts.at(-2), name };
    });
}

/** Source file, line and column, the name that stands there if there is one, and the line itself. */
function placeOf({ file, name }, line, column) {
  const payload = JSON.parse(readFileSync(file, 'utf8'));
  // A stack counts from one, a map from zero.
  const origin = new SourceMap(payload).findEntry(line - 1, column - 1);
  if (origin.originalSource === undefined || origin.generatedLine !== line - 1) return null;
  // The map names its sources from where it lay in the app.
  const source = relative(root, resolve(join(app, name), '..', origin.originalSource))
    .split(sep)
    .join('/');
  const content = payload.sourcesContent?.[payload.sources.indexOf(origin.originalSource)];
  const words = content?.split('\n')[origin.originalLine]?.trim() ?? '';
  const called = origin.name ? ` (${origin.name})` : '';
  return `${source}:${origin.originalLine + 1}:${origin.originalColumn + 1}${called}\n    ${words.slice(0, 160)}`;
}
