import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * No unused and no missing CSS classes. Vite types a sheet's classes as any name, so this parses each component's sheet
 * (*.module.css) and the shared sheets in renderer/styles.
 */

const renderer = join(import.meta.dirname, '../../../renderer');
const read = (file: string): string => readFileSync(join(renderer, file), 'utf8');
const filesOf = (pattern: string): readonly string[] => globSync(pattern, { cwd: renderer }).sort();

const NAME = '[a-zA-Z][\\w-]*';
const found = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''));

/** The classes in a sheet's selectors: its own, and the shared ones it refers to. */
function classesOf(sheet: string): {
  readonly own: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
} {
  const selectors = [...sheet.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g)]
    .map(([, selector]) => selector ?? '')
    .filter((selector) => !selector.trim().startsWith('@'))
    .join('\n');
  return {
    own: found(selectors.replaceAll(/:global\([^)]*\)/g, ''), new RegExp(`\\.(${NAME})`, 'g')),
    shared: found(selectors, new RegExp(`:global\\(\\.(${NAME})\\)`, 'g')),
  };
}

/** The content of the braces that start at `from`. */
function braced(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return text.slice(from + 1, at);
  }
  throw new Error('A brace is not closed');
}

/** The shared classes used by a component: `className="a b"`, `className={… 'a' …}`, `class: 'a'`. */
function sharedClassesIn(source: string): ReadonlySet<string> {
  const plain = [...source.matchAll(/className="([^"]*)"|\bclass: '([^']*)'/g)].map(
    ([, attribute, property]) => attribute ?? property ?? '',
  );
  const expressions = [
    ...[...source.matchAll(/className=\{/g)].map(({ index }) => braced(source, index + 'className='.length)),
    ...[...source.matchAll(/\bclass: (`[^`]*`)/g)].map(([, template]) => template ?? ''),
  ].flatMap((expression) => [
    ...[...expression.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? ''),
    ...[...expression.matchAll(/`([^`]*)`/g)].map(([, text]) => (text ?? '').replaceAll(/\$\{[^}]*\}/g, ' ')),
  ]);
  return new Set([...plain, ...expressions].flatMap((text) => text.split(/\s+/)).filter(Boolean));
}

interface Use {
  readonly file: string;
  readonly sheet: string;
  readonly classes: ReadonlySet<string>;
  /** Every use of the import, each of which must name a class. */
  readonly mentions: number;
  readonly named: number;
}

const sources = filesOf('**/*.{ts,tsx}').filter((file) => !file.endsWith('.d.ts'));
const uses: readonly Use[] = sources.flatMap((file) => {
  const source = read(file);
  return [...source.matchAll(/^import (\w+) from '([^']+\.module\.css)';$/gm)].map(
    ([line, name, path = '']) => {
      const rest = source.replace(line, '');
      const named = [...rest.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, each]) => each ?? '');
      return {
        file,
        sheet: join(dirname(file), path),
        classes: new Set(named),
        mentions: [...rest.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length,
        named: named.length,
      };
    },
  );
});
const modules = filesOf('**/*.module.css');
const shared = new Set(filesOf('styles/*.css').flatMap((file) => [...classesOf(read(file)).own]));
const sharedInUse = new Set(sources.flatMap((file) => [...sharedClassesIn(read(file))]));
const not = (set: ReadonlySet<string>) => (each: string) => !set.has(each);

describe.each(modules)('%s', (sheet) => {
  const { own, shared: named } = classesOf(read(sheet));
  const users = uses.filter((use) => use.sheet === sheet);

  test('every class in use exists, and every one that exists is in use', () => {
    expect(new Set(users.flatMap(({ classes }) => [...classes]))).toEqual(own);
    expect([...named].filter(not(shared))).toEqual([]);
  });

  test('it lies beside what uses it', () => {
    expect(users.map(({ file }) => dirname(file))).toContain(dirname(sheet));
  });
});

test('every shared class in use exists, and every one that exists is in use', () => {
  expect([...sharedInUse].sort()).toEqual([...shared].sort());
});

test('a class of a sheet is named in full wherever the sheet is used', () => {
  expect(uses.filter(({ mentions, named }) => mentions !== named)).toEqual([]);
});

test('no two classes have one name once they are built', () => {
  // As vite.config.ts generates names.
  const built = modules.flatMap((sheet) =>
    [...classesOf(read(sheet)).own].map((name) => `${basename(sheet, '.module.css')}-${name}`),
  );
  expect(new Set([...built, ...shared]).size).toBe(built.length + shared.size);
});
