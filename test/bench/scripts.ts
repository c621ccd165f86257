import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Part } from './part';
import { row } from './row';

const app = resolve(import.meta.dirname, '../../out/app');

/** The scripts compiled before the first screen, computed from the build by following imports. */
export const scripts: Part = {
  name: 'scripts',
  title: 'Scripts before the first screen, compressed (gzip)',
  measure: async () => {
    const drawn = [...withImports(join(app, 'main'), 'main.js'), join(app, 'preload/preload.cjs')];
    const bytes = drawn.reduce((all, file) => all + gzipSync(readFileSync(file)).length, 0);
    return [
      row({
        measure: 'before the first screen',
        unit: 'KB',
        app: [bytes / 2 ** 10],
        bounds: [{ kind: 'limit', atMost: 120 }],
        note: 'main’s entry and the preload; the page itself needs none',
      }),
    ];
  },
};

/**
 * A file and all its imports in the build's notation: `import … from "./name.js"`, `require("./name.js")`; `() =>
 * require(…)` loads later and does not count.
 */
function withImports(folder: string, first: string): readonly string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, next] of text.matchAll(/(?:from|import|(?<!=>)require\()\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      add(next ?? '');
  };
  add(first);
  return [...found].map((name) => join(folder, name));
}
