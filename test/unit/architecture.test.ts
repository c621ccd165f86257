import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * Lint enforces who may import whom: scripts/lint and `noImportCycles` in biome.json. This tries every rule with a
 * wrong import. Lint sees one file at a time, so this also checks that each folder has a row in the table and in
 * docs/map.md.
 */

const root = join(import.meta.dirname, '../..');

interface Probe {
  readonly file: string;
  readonly line: string;
}

/** A wrong import for every row of scripts/lint/imports.grit. */
const wrongImports: readonly (readonly [folder: string, ...sources: string[]])[] = [
  ['electron/contract', 'electron', 'node:fs', '@systems/catalogue', 'zodiac', '../identity'],
  ['electron/systems', 'zod', 'node:fs', '../answers/guards'],
  ['electron/systems/addresses', '../../answers/guards', 'node:fs'],
  ['electron/systems/reply', '../../answers/guards', 'node:fs'],
  ['electron/systems/providers', '../../answers/guards', 'node:fs'],
  ['electron/answers', '../check/run-check', 'node:fs', './../check/run-check', '../http/../check/run-check'],
  ['electron/carried', '../check/run-check', 'electron'],
  ['electron/check', '../report/render-report', 'got'],
  ['electron/connections', '../check/run-check', 'electron'],
  ['electron/http', '../answers/guards', '@systems/catalogue', 'electron'],
  ['electron/first-paint', '../check/run-check', 'electron', 'zod'],
  ['electron/ipc', '../http/client', 'electron', 'node:fs', 'zod'],
  ['electron/explain', '../check/run-check', 'electron'],
  ['electron/log', '@systems/catalogue', 'electron'],
  ['electron/transfer', '../http/client', 'electron'],
  ['electron/shared-store', '../report/render-report', 'electron', 'got'],
  ['electron/update-notice', '../secrets/vault', 'electron'],
  ['electron/practice', '../http/client', 'electron'],
  ['electron/practice/faults', '../../http/client', 'zod'],
  ['electron/policies', '../check/run-check', 'electron', 'zod'],
  ['electron/preload', '../identity', 'node:fs'],
  ['electron/report', '../check/run-check', 'node:fs'],
  ['electron/rotation', '../check/run-check', 'electron'],
  ['electron/secrets', '../connections/connection-store', '@systems/catalogue', 'electron'],
  ['electron/services', '../ipc/answered', 'electron', 'zod'],
  ['electron/shell/security', '../../secrets/vault', 'zod'],
  ['electron/shell/window', '../../secrets/vault', '@systems/catalogue'],
  ['electron/sign-in', '../check/run-check', 'got'],
  ['electron/watch', '../check/run-check', '../secrets/vault', 'electron'],
  ['electron/watch/schedule', '../../connections/durable', 'electron', 'zod'],
  ['renderer', '../electron/identity', 'electron', 'node:fs', 'zod'],
  ['renderer/report', '../../electron/identity', 'electron', 'node:fs', 'react-native'],
];

/** The forms a wrong import may take. */
const kinds: readonly ((source: string) => string)[] = [
  (source) => `import { one } from '${source}';`,
  (source) => `import type { One } from '${source}';`,
  (source) => `export * from '${source}';`,
  (source) => `const one = await import('${source}');`,
  (source) => `type One = import('${source}').One;`,
];

/** What only the named files may use, as in scripts/lint/one-user.grit: its name, a line that uses it, the files. */
const uses: readonly (readonly [name: string, line: string, ...users: string[]])[] = [
  ['ipcMain', "import { type App, ipcMain } from 'electron';", 'electron/shell/register.ts'],
  ['ipcRenderer', "import { ipcRenderer } from 'electron';", 'electron/preload/preload.ts'],
  ['contextBridge', "import { contextBridge } from 'electron';", 'electron/preload/preload.ts'],
  ['shell', "import { shell } from 'electron';", 'electron/shell/security/outside.ts'],
  ['shell', "export { shell } from 'electron';", 'electron/shell/security/outside.ts'],
  ['safeStorage', "import { safeStorage } from 'electron';", 'electron/shell/keyring.ts'],
  ['* as', "import * as electron from 'electron';", 'electron/shell/secret-clipboard.ts'],
  ['electron', "import electron from 'electron';", 'electron/shell/secret-clipboard.ts'],
  ['electron', "void import('electron');", 'electron/shell/secret-clipboard.ts'],
  ['got', "import got from 'got';", 'electron/http/client.ts'],
  ['kdbxweb', "import { Kdbx } from 'kdbxweb';", 'electron/transfer/kdbx.ts'],
  ['electron-store', "import Store from 'electron-store';", 'electron/connections/store-file.ts'],
  [
    'vault.open(',
    'vault.open(id);',
    'electron/check/saved-connection.ts',
    'electron/secrets/proxy-sign-ins.ts',
  ],
  ['vault.open(', 'this.vault.open(id);', 'electron/check/saved-connection.ts'],
  [
    'vault.reveal(',
    'vault.reveal(id);',
    'electron/services/secret-actions.ts',
    'electron/transfer/exports.ts',
  ],
];
const STRANGER = 'electron/shell/window-program.ts';

const cycle: readonly Probe[] = [
  { file: 'electron/first.ts', line: "import { two } from './second';" },
  { file: 'electron/second.ts', line: "import type { One } from './first';" },
];

/** The composition files that must not depend on Electron. */
const withoutElectron = ['electron/program.ts', 'electron/stores.ts', 'electron/cli/saved.ts'].flatMap(
  (file) =>
    ["import { app } from 'electron';", "import type { App } from 'electron';"].map(
      (line): Probe => ({ file, line }),
    ),
);

/** Electron's types pull in Node's, so tsc does not reject these (worlds.test.ts). */
const nodeInPreload = ['process.env;', "Buffer.from('a');", "require('fs');", 'global.name;'].map(
  (line): Probe => ({ file: 'electron/preload/globals.ts', line }),
);

const probesOf = (folder: string, sources: readonly string[]): Probe[] =>
  sources.flatMap((source) => kinds.map((kind) => ({ file: `${folder}/probe.ts`, line: kind(source) })));

/** On Windows, Biome hands its plugins paths with backslashes, which the rules do not know: the others judge there too. */
describe.skipIf(process.platform === 'win32')('lint', () => {
  let folder = '';
  let isRefused: (probe: Probe) => boolean;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'imports-'));
    for (const part of ['biome.json', 'scripts/lint'])
      cpSync(join(root, part), join(folder, part), { recursive: true });
    const lines = new Map<string, string[]>();
    const write = ({ file, line }: Probe) => lines.set(file, [...(lines.get(file) ?? []), line]);
    for (const [name, ...sources] of wrongImports) probesOf(name, sources).forEach(write);
    for (const [, line, ...users] of uses) for (const file of [STRANGER, ...users]) write({ file, line });
    for (const probe of [...cycle, ...nodeInPreload, ...withoutElectron]) write(probe);
    for (const [file, text] of lines) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${text.join('\n')}\n`);
    }
    const found = refusals(folder);
    isRefused = ({ file, line }) => found.has(`${file}:${(lines.get(file) ?? []).indexOf(line) + 1}`);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(wrongImports)('keeps %s from what is not its own', (name, ...sources) => {
    expect(probesOf(name, sources).filter((probe) => !isRefused(probe))).toEqual([]);
  });

  it.each(uses)('keeps %s for those who may: %s', (name, line, ...users) => {
    expect(isRefused({ file: STRANGER, line })).toBe(true);
    expect(users.filter((file) => isRefused({ file, line }))).toEqual([]);
    expect(users.filter((file) => !textOf(file).includes(name))).toEqual([]);
  });

  it('keeps Electron in its shell', () => {
    expect(withoutElectron.filter((probe) => !isRefused(probe))).toEqual([]);
  });

  it('keeps the preload script from the globals of Node', () => {
    expect(nodeInPreload.filter((probe) => !isRefused(probe))).toEqual([]);
  });

  it('finds files that import each other, if only for a type', () => {
    expect(cycle.filter((probe) => !isRefused(probe))).toEqual([]);
  });
});

const rules = new Set(['plugin', 'lint/style/noRestrictedGlobals', 'lint/suspicious/noImportCycles']);

/** Each `file:line` that the import rules reject. */
function refusals(folder: string): ReadonlySet<string> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { diagnostics } = JSON.parse(stdout) as {
    readonly diagnostics: readonly {
      readonly category: string;
      readonly location: { readonly path: string; readonly start: { readonly line: number } };
    }[];
  };
  return new Set(
    diagnostics
      .filter(({ category }) => rules.has(category))
      .map(({ location }) => `${location.path.replaceAll('\\', '/')}:${location.start.line}`),
  );
}

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((one) => /\.tsx?$/.test(one.name))
    .map((one) => relative(root, one.parentPath).replaceAll(sep, '/'))
    .filter((one, at, all) => all.indexOf(one) === at)
    .toSorted();

describe('every folder', () => {
  it('has a row in the table of imports, which is tried', () => {
    const rows = [...textOf('scripts/lint/imports.grit').matchAll(/\$folder <: "([^"]+)"/g)].map(
      (match) => match[1],
    );
    const composing = ['electron', 'electron/cli', 'electron/shell'];
    expect(rows.toSorted()).toEqual([
      ...foldersIn('electron').filter((folder) => !composing.includes(folder)),
      'renderer',
    ]);
    expect(wrongImports.map(([folder]) => folder).toSorted()).toEqual(
      [...rows, 'renderer/report'].toSorted(),
    );
  });

  it('has a line in docs/map.md', () => {
    const map = textOf('docs/map.md');
    const topmost = (folder: string) =>
      foldersIn(folder).flatMap((one) => (one === folder ? [] : [one.split('/')[1]]));
    expect(topmost('electron').filter((name) => !map.includes(`| \`${name}\` |`))).toEqual([]);
    expect(topmost('renderer').filter((name) => !map.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the program', () => {
  it('knows nothing of the shell, so that tests put it together as the app does', () => {
    const cli = readdirSync(join(root, 'electron/cli')).map((file) => `electron/cli/${file}`);
    const files = ['electron/program.ts', 'electron/stores.ts', ...cli];
    expect(files.filter((file) => /'\.\.?\/shell\//.test(textOf(file)))).toEqual([]);
  });
});
