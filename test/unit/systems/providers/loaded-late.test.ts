import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/* The catalogue of systems and products is large: neither program may need it before the first screen is there. */

const root = join(import.meta.dirname, '../../../..');
const aliases = { '@contract/': 'electron/contract/', '@systems/': 'electron/systems/' } as const;

function fileOf(source: string, from: string): string | null {
  const alias = Object.entries(aliases).find(([name]) => source.startsWith(name));
  if (alias === undefined && !source.startsWith('.')) return null;
  const path =
    alias === undefined ? join(dirname(from), source) : join(root, alias[1], source.slice(alias[0].length));
  return (
    ['', '.ts', '.tsx']
      .map((ending) => path + ending)
      .find((one) => /\.tsx?$/.test(one) && existsSync(one)) ?? null
  );
}

/** All files that a module loads with itself: what it imports, without types, and without what it imports later. */
function loadedWith(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const visit = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, names = '', source = ''] of text.matchAll(
      /^(?:import|export) (?!type )((?:[^;'"]*? from )?)['"]([^'"]+)['"]/gm,
    )) {
      const isTypesOnly =
        /\{/.test(names) &&
        !/^\s*\w/.test(names) &&
        [...names.matchAll(/[{,]\s*(type )?\w/g)].every(([, type]) => type !== undefined);
      const target = isTypesOnly ? null : fileOf(source, file);
      if (target !== null) visit(target);
    }
  };
  visit(join(root, entry));
  return new Set([...loaded].map((file) => relative(root, file).split(sep).join('/')));
}

const CATALOGUES = ['electron/systems/catalogue.ts', 'electron/systems/providers/catalogue.ts'];

describe('the catalogue of products', () => {
  it.each([
    'renderer/main.ts',
    'renderer/connections/home.tsx',
    'electron/main.ts',
    'electron/first-paint/opening.ts',
  ])('is not loaded with %s', (entry) => {
    const loaded = loadedWith(entry);
    expect(loaded.size).toBeGreaterThan(2);
    expect(CATALOGUES.filter((file) => loaded.has(file))).toEqual([]);
  });

  it('is loaded with the setup', () => {
    expect(CATALOGUES.filter((file) => !loadedWith('renderer/wizard/wizard.tsx').has(file))).toEqual([]);
  });
});
