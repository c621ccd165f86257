import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { asOn } from '../../support/as-on';
import { watchDisk } from '../../support/faulty-disk';
import { cutsOf, layOut } from '../../support/power-cut';
import { changes, filesWith, folderFor, leftovers, stateOf } from '../../support/store-worlds';

/*
 * Power fails between any two disk calls, and unflushed data is kept partly, fully or not at all. The next start finds
 * the whole state before or after the change; once the change was reported as saved, the state after. Deleted data is
 * nowhere once that start has found it gone, and everywhere as long as it is there.
 */

/** No Windows can flush a folder, so on one the model of the others has nothing to say. */
const disks = process.platform === 'win32' ? (['ntfs'] as const) : (['posix', 'ntfs'] as const);

describe.each(disks)('on a disk of the kind %s, the power goes in the middle of', (disk) => {
  beforeEach(() => asOn(disk === 'ntfs' ? 'win32' : 'linux'));
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

    // Most cuts leave the same state as another one.
    const tried = new Set<string>();
    for (const cut of cutsOf(start, calls, disk)) {
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
