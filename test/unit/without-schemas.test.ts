import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/*
 * The schema library and the schemas made of it take some 10 ms to load, so neither the start of the program nor a check
 * without a window may import them. One constant beside a schema is enough to bring in all of it.
 */

const root = join(import.meta.dirname, '../..');

/** Imports at load time: neither types nor `import()`. */
const IMPORT = /^(?:import|export) (?!type )((?:[^'";]|\n)*?) from '([^']+)';/gm;
const onlyTypes = (names: string): boolean =>
  /^\{[^}]*\}$/.test(names) &&
  names
    .slice(1, -1)
    .split(',')
    .every((name) => name.trim() === '' || name.trim().startsWith('type '));

function fileOf(source: string, importer: string): string | null {
  const path = source
    .replace(/^@contract\//, `${root}/electron/contract/`)
    .replace(/^@systems\//, `${root}/electron/systems/`);
  if (!path.startsWith('.') && !path.startsWith('/')) return null;
  const file = path.startsWith('/') ? path : join(dirname(importer), path);
  return [`${file}.ts`, `${file}.tsx`].find(existsSync) ?? null;
}

/** How a file comes to load the schema library, as a list of files; null: it does not. */
function wayToSchemas(file: string, seen = new Set<string>()): readonly string[] | null {
  if (seen.has(file)) return null;
  seen.add(file);
  for (const [, names = '', source = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    if (onlyTypes(names)) continue;
    if (source.startsWith('zod')) return [file.slice(root.length + 1)];
    const next = fileOf(source, file);
    const way = next === null ? null : wayToSchemas(next, seen);
    if (way !== null) return [file.slice(root.length + 1), ...way];
  }
  return null;
}

it.each([
  'main.ts',
  'shell/start-cli.ts',
  'policies/here.ts',
  'http/system-network.ts',
  'cli/check-connection.ts',
  'cli/run-cli.ts',
])('electron/%s loads no schemas', (file) => {
  expect(wayToSchemas(join(root, 'electron', file))).toBeNull();
});

it('a file with schemas is found to have some', () => {
  expect(wayToSchemas(join(root, 'electron/stores.ts'))).not.toBeNull();
});
