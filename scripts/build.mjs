import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants } from 'node:zlib';
import { oneAtATime } from './lib/lock.mjs';
import { ranOnOwnNode } from './lib/own-node.mjs';
import {
  app,
  asCommand,
  buildName,
  codeOf,
  maps,
  out,
  PACKED,
  root,
  SetUpProblem,
  sayOnOutput,
} from './lib/project.mjs';

const modes = ['renderer', 'draw', 'preload', 'main'];
const inputs = [
  'electron',
  'renderer',
  'assets/locales',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/lib/library-patches.ts',
  'scripts/lib/licences.ts',
];
/** Everything bundled, as BundledPackage[] (scripts/lib/licences.ts). */
const LICENCES = 'licences.json';
/** The same as a text, for the folder that is packed. */
const THIRD_PARTY = join(out, 'THIRD-PARTY.txt');
const products = [
  `${LICENCES}.br`,
  'main/entry.mjs',
  'main/main.js',
  'preload/preload.cjs',
  'renderer/index.html',
  ...readdirSync(join(root, 'assets/locales')).flatMap((language) => [
    `renderer/first-${language}.html`,
    `renderer/rows-${language}.json`,
  ]),
  'package.json',
];

/**
 * Builds the app into out/app, unless it is already up to date with its inputs.
 * @param {import('./lib/project.mjs').Say} say
 */
export async function build(say) {
  await oneAtATime('build', async () => {
    const stamp = join(out, 'build.json');
    const wanted = hashInputs();
    const name = buildName(wanted);
    const isBuilt = products.every((file) => existsSync(join(app, file))) && existsSync(join(maps, name));
    if (readStamp(stamp) === wanted && isBuilt) return;
    say('Building …');
    const started = performance.now();
    rmSync(stamp, { force: true });
    process.env.NODE_ENV = 'production';
    process.env.BUILD_NAME = name;
    const vite = await import('vite');
    const configFile = join(root, 'vite.config.ts');
    await Promise.all(
      modes.map((mode) => vite.build({ configFile, configLoader: 'runner', mode, logLevel: 'warn' })),
    );
    putAwayMaps(join(maps, name));
    gatherLicences();
    await drawFirstScreens();
    await putAwaySmall();
    writeEntry();
    writePackage();
    writeFileSync(stamp, JSON.stringify({ inputs: wanted }));
    say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  });
}

/**
 * Moves the source maps out of the app, so that they never ship. They are stored under the build's name, which bug
 * details contain, for `npm run where`.
 * @param {string} folder
 */
function putAwayMaps(folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const file of readdirSync(app, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.map')) continue;
    const place = join(folder, file);
    mkdirSync(dirname(place), { recursive: true });
    renameSync(join(app, file), place);
  }
  removeOldMaps();
}

/**
 * Replaces the parts' own lists by one list of everything bundled, with the full texts that its licences ask us to pass
 * on. The window and the installers show it.
 */
function gatherLicences() {
  const bundled = new Map();
  for (const part of ['main', 'preload', 'renderer']) {
    const file = join(app, part, LICENCES);
    for (const one of JSON.parse(readFileSync(file, 'utf8'))) bundled.set(`${one.name} ${one.version}`, one);
    rmSync(file);
  }
  const all = [...bundled.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  const list = JSON.stringify(all);
  writeFileSync(join(out, LICENCES), list);
  // They are mostly the same few texts, and hardly ever read.
  writeFileSync(join(app, `${LICENCES}.br`), brotliCompressSync(list));
  const rule = '-'.repeat(80);
  const texts = all.map(
    (one) => `${rule}\n${one.name} ${one.version} (${one.licence})\n${rule}\n\n${one.text}\n`,
  );
  writeFileSync(THIRD_PARTY, texts.join('\n'));
}

/** Keeps the maps of every packed build, since it may have been handed out, and of the last ten others. */
function removeOldMaps() {
  const old = readdirSync(maps)
    .map((name) => join(maps, name))
    .filter((folder) => !existsSync(join(folder, PACKED)))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    .slice(10);
  for (const folder of old) rmSync(folder, { recursive: true, force: true });
}

/**
 * Writes, per language, copies of the page with the first screen already drawn, and the parts that rows are assembled
 * from (electron/first-paint/first-page.ts).
 */
async function drawFirstScreens() {
  const { draw, languages } = await import(pathToFileURL(join(out, 'draw/draw.js')).href);
  const page = readFileSync(join(app, 'renderer/index.html'), 'utf8');
  for (const language of languages) {
    const { pages, pieces, locale } = await draw(language);
    for (const { file, html, title } of pages) {
      const drawn = page
        .replace('<html lang="en">', `<html lang="${locale}">`)
        .replace(/<title>.*<\/title>/, `<title>${title}</title>`)
        .replace('<div id="root"></div>', () => `<div id="root">${html}</div>`);
      if (!drawn.includes(locale) || !drawn.includes(title) || !drawn.includes(html) || html === '') {
        throw new SetUpProblem('renderer/index.html has changed, and the first screen found no place in it.');
      }
      writeFileSync(join(app, 'renderer', file), drawn);
    }
    writeFileSync(join(app, 'renderer', pieces.file), JSON.stringify(pieces.value));
  }
}

/**
 * Compresses the scripts that no first screen waits for; half of them are the password strength dictionaries. Main
 * decompresses one when the page requests it (electron/shell/window/app-protocol.ts).
 */
async function putAwaySmall() {
  const assets = join(app, 'renderer/assets');
  const pages = readFileSync(join(app, 'renderer/index.html'), 'utf8');
  /** @param {string} name */
  const isEarly = (name) => pages.includes(name) || name.includes('-first-');
  /** @param {string} name */
  const isLarge = (name) => statSync(join(assets, name)).size > 4096;
  const names = readdirSync(assets).filter((name) => name.endsWith('.js') && !isEarly(name) && isLarge(name));
  // The two highest quality levels take three times as long and save only a twentieth.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 };
  await Promise.all(
    names.map(async (name) => {
      const small = await promisify(brotliCompress)(readFileSync(join(assets, name)), { params });
      writeFileSync(join(assets, `${name}.br`), small);
      rmSync(join(assets, name));
    }),
  );
}

/**
 * Electron waits for its entry only if that is an ES module. The rest of main is CommonJS, because Node reads and links
 * ES modules one at a time, which would slow down every start (docs/performance.md).
 */
function writeEntry() {
  const entry = `import { createRequire } from 'node:module';
await createRequire(import.meta.url)('./main.js').held;
`;
  writeFileSync(join(app, 'main/entry.mjs'), entry);
}

/** What Electron reads to start the app. It lists no dependencies, because they are bundled. */
function writePackage() {
  const { name, productName, version, description, license } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const content = { name, productName, version, description, license, main: 'main/entry.mjs' };
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), `${JSON.stringify(content, null, 2)}\n`);
}

function hashInputs() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesOf(join(root, input))) {
      hash.update(`${relative(root, file).split(sep).join('/')}\0`);
      hash.update(readFileSync(file));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]} the file itself, or all files in the folder
 */
function filesOf(path) {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (problem) {
    if (codeOf(problem) === 'ENOTDIR') return [path];
    throw problem;
  }
}

/**
 * @param {string} stamp
 * @returns {string | null}
 */
function readStamp(stamp) {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8')).inputs;
  } catch {
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await asCommand(async () => {
    if (await ranOnOwnNode(import.meta.url, sayOnOutput)) return process.exitCode ?? 0;
    await build(sayOnOutput);
    return 0;
  });
}
