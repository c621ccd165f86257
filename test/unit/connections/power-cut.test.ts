import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { watchDisk } from '../../support/faulty-disk';
import { cutsOf, layOut } from '../../support/power-cut';
import { changes, filesWith, folderFor, leftovers, stateOf } from '../../support/store-worlds';

/*
 * The power goes between any two calls to the disk, and of what was not flushed some, all or nothing is left. The next
 * start finds the state before or the state after, whole; and once a change was told as saved, the state after. What
 * a change takes away for good is nowhere once that start has found it gone, and everywhere as long as it is there.
 */

describe('the power goes in the middle of', () => {
  it.each(changes)('$what', async ({ file, anew = false, open, goneAfter }) => {
    const untouched = await folderFor(anew);
    await open(untouched);
    const before = await stateOf[file](untouched);
    const acting = await folderFor(anew);
    const act = await open(acting);
    const start = await folderFor(anew);
    await open(start);
    const gone = goneAfter === undefined ? [] : [acting, start].map(goneAfter);
    const filesWithIt = (folder: string) =>
      gone.flatMap((text) => filesWith(folder, text)).filter((name) => !name.includes('.tmp-'));
    const { value, calls } = await watchDisk(acting, act);
    expect(value.ok).toBe(true);
    const after = await stateOf[file](acting);

    // Most cuts leave what another one left.
    const tried = new Set<string>();
    for (const cut of cutsOf(start, calls)) {
      const left = createHash('sha256').update(String(cut.isAtEnd));
      for (const [path, bytes] of [...cut.files].sort(([one], [other]) => (one < other ? -1 : 1))) {
        left.update(`${path}\n${bytes.length}\n`).update(bytes);
      }
      const key = left.digest('hex');
      if (tried.has(key)) continue;
      tried.add(key);
      const folder = await folderFor(true);
      layOut(folder, cut);
      const keptBefore = filesWithIt(folder);
      const found = await stateOf[file](folder);
      if (cut.isAtEnd) expect(found, `${cut.where}: told as saved`).toEqual(after);
      else expect([before, after], cut.where).toContainEqual(found);
      expect(leftovers(folder), cut.where).toEqual([]);
      const isGone = isDeepStrictEqual(found, after);
      expect(filesWithIt(folder), `${cut.where}: ${isGone ? 'gone' : 'still there'}`).toEqual(
        isGone ? [] : keptBefore,
      );
      rmSync(folder, { recursive: true });
    }
    expect(tried.size).toBeGreaterThan(5);
  });
});
