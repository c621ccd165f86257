import { beforeEach, describe, expect, it } from 'vitest';
import { asOn } from '../../support/as-on';
import { faultName, watchDisk } from '../../support/faulty-disk';
import { connectionsIn, folderFor, leftovers, ONE, stateOf } from '../../support/store-worlds';

/* On Windows, a virus scanner, an indexer or a backup holds a file that was just written; a moment later it lets go. */

async function world() {
  const folder = await folderFor(false);
  const store = connectionsIn(folder);
  const connection = store.get(ONE);
  if (connection === undefined) throw new Error('There is no such connection.');
  return {
    folder,
    act: () => store.changeTogether({ put: [{ ...connection, name: 'renamed' }], records: [] }),
  };
}

/** Calls that a held file refuses: renaming over it, and opening it to write. */
async function meetingPoints() {
  const { folder, act } = await world();
  const { calls } = await watchDisk(folder, act);
  const points = calls.flatMap(({ name, flags, to = '' }, at) =>
    name === 'renameSync' || (name === 'openSync' && flags === 'r+') ? [{ at, name, to }] : [],
  );
  return { calls, points };
}

describe('on Windows, a file that another program holds', () => {
  beforeEach(() => asOn('win32'));

  it('for a moment is written all the same', async () => {
    const { calls, points } = await meetingPoints();
    expect(new Set(points.map(({ name }) => name))).toEqual(new Set(['renameSync', 'openSync']));
    for (const { at } of points) {
      for (const code of ['EPERM', 'EACCES', 'EBUSY'] as const) {
        const { folder, act } = await world();
        const fault = { at, code, how: 'a-moment' } as const;
        const { value } = await watchDisk(folder, act, fault);
        expect(value.ok, faultName(calls, fault)).toBe(true);
        expect(connectionsIn(folder).get(ONE)?.name, faultName(calls, fault)).toBe('renamed');
        expect(leftovers(folder)).toEqual([]);
      }
    }
  });

  it('and does not let go is not said to be saved, and stays as it was', async () => {
    const { points } = await meetingPoints();
    const { folder, act } = await world();
    const before = await stateOf.connections(folder);
    const at = points.find(({ name, to }) => name === 'renameSync' && to === 'connections.json')?.at ?? -1;
    const { value } = await watchDisk(folder, act, { at, code: 'EPERM', how: 'held' });
    expect(value.ok).toBe(false);
    expect(await stateOf.connections(folder)).toEqual(before);
  });
});
