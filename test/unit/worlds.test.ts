import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * Each environment is a TypeScript project that allows only the globals it has at run time. Electron's types pull in
 * Node's, so lint keeps the preload script from Node instead (biome.json).
 */

const root = join(import.meta.dirname, '../..');
const typescript = join(root, 'node_modules/typescript/bin/tsc');

interface World {
  /** The project's folder. */
  readonly folder: string;
  /** Its own global declarations, relative to the root. */
  readonly declarations?: string;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  /** Declarations that no file of the project may pull in. */
  readonly without: RegExp;
}

const dom = /\/lib\.(dom|webworker)[^/]*$/;
const node = /\/@types\/node\//;
const either = new RegExp(`${dom.source}|${node.source}`);

const everywhere = [
  "new URL('https://a.example/').origin",
  "URL.canParse('a')",
  "new TextDecoder('utf-8', { fatal: true })",
  "atob('YQ==')",
  'structuredClone({})',
];
const ofNode = [
  'process.env',
  "Buffer.from('a')",
  'setImmediate',
  "import('node:fs').then(({ constants }) => constants.R_OK)",
];
const ofTheDom = ['document', 'window.location', "matchMedia('(hover)')", 'new DOMParser()'];
const ofBoth = ['setTimeout', 'console', "fetch('https://a.example/')", 'crypto.subtle'];

const worlds: readonly World[] = [
  {
    folder: 'electron/contract',
    declarations: 'electron/contract/environment.d.ts',
    has: everywhere,
    lacks: [...ofNode, ...ofTheDom, ...ofBoth],
    without: either,
  },
  {
    folder: 'electron/systems',
    declarations: 'electron/contract/environment.d.ts',
    has: everywhere,
    lacks: [...ofNode, ...ofTheDom, ...ofBoth],
    without: either,
  },
  { folder: 'electron', has: [...everywhere, ...ofNode, ...ofBoth], lacks: ofTheDom, without: dom },
  { folder: 'scripts', has: [...everywhere, ...ofNode, ...ofBoth], lacks: ofTheDom, without: dom },
  { folder: 'renderer', has: [...everywhere, ...ofTheDom, ...ofBoth], lacks: ofNode, without: node },
];

const nameOf = ({ folder }: World) => folder.replaceAll('/', '-');

/** The lines tsc rejects in a file that uses each global, with this project's settings. */
function refusedIn(output: string, world: World): readonly number[] {
  const found = output.matchAll(new RegExp(`${nameOf(world)}/probe\\.ts\\((\\d+),`, 'g'));
  return [...new Set([...found].map((match) => Number(match[1])))];
}

describe('the world of', () => {
  let folder = '';
  let output = '';

  beforeAll(() => {
    mkdirSync(join(root, 'out/test'), { recursive: true });
    // Inside the checkout, so that the packages' types are found.
    folder = mkdtempSync(join(root, 'out/test/worlds-'));
    for (const world of worlds) {
      const own = join(folder, nameOf(world));
      mkdirSync(own);
      const lines = [...world.has, ...world.lacks].map(
        (line, at) => `export const probe${at} = () => ${line};`,
      );
      writeFileSync(join(own, 'probe.ts'), lines.join('\n'));
      writeFileSync(
        join(own, 'tsconfig.json'),
        JSON.stringify({
          extends: join(root, world.folder, 'tsconfig.json'),
          compilerOptions: { rootDir: root, outDir: join(own, 'out') },
          files: [join(own, 'probe.ts'), ...(world.declarations ? [join(root, world.declarations)] : [])],
          include: [],
          references: [],
        }),
      );
    }
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ files: [], references: worlds.map((world) => ({ path: nameOf(world) })) }),
    );
    output = spawnSync(process.execPath, [typescript, '--build', '--pretty', 'false', folder], {
      cwd: root,
      encoding: 'utf8',
    }).stdout;
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(worlds)('$folder lacks what the other side has', (world) => {
    const lines = [...world.has, ...world.lacks];
    expect(refusedIn(output, world).map((line) => lines[line - 1])).toEqual(world.lacks);
  });

  it.each(worlds)('$folder gets nothing of it by a package', ({ folder: project, without }) => {
    const files = execFileSync(process.execPath, [typescript, '-p', join(root, project), '--listFilesOnly'], {
      cwd: root,
      encoding: 'utf8',
    }).split('\n');
    expect(files.some((file) => /\/lib\.es2023\.d\.ts$/.test(file))).toBe(true);
    expect(files.filter((file) => without.test(file))).toEqual([]);
  });
});
