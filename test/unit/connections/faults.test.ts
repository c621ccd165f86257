import fs, { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { HistoryEntry } from '@contract/history';
import { describe, expect, it } from 'vitest';
import { aConnection } from '../../fakes/connections';
import { type Fault, faultName, faultsOf, watchDisk } from '../../support/faulty-disk';
import {
  changes,
  connectionsIn,
  filesIn,
  filesWith,
  folderFor,
  historyIn,
  leftovers,
  ONE,
  reportsIn,
  settingsIn,
  stateOf,
} from '../../support/store-worlds';

/*
 * Fails every disk call of a save, a start or a recovery once, in every way it can fail: before taking effect, after
 * it, from then on, for lack of space, half done, locked by another program. Nothing may throw. What was reported as
 * saved must be there at the next start; what was reported as not saved must leave memory and file unchanged. Work
 * resumes once the disk recovers.
 */

describe('a disk that fails at one call, in the middle of', () => {
  it.each(changes)('$what', async ({ file, anew = false, open, goneAfter }) => {
    const whole = await folderFor(anew);
    const act = await open(whole);
    const untouched = await folderFor(anew);
    await open(untouched);
    const before = await stateOf[file](untouched);
    const { value, calls } = await watchDisk(whole, act);
    expect(value.ok).toBe(true);
    const after = await stateOf[file](whole);
    expect(after).not.toEqual(before);
    const faults = faultsOf(calls);
    // Includes open, write, flush, close, rename and the folder's flush.
    expect(faults.length).toBeGreaterThan(20);

    for (const fault of faults) {
      const where = faultName(calls, fault);
      const folder = await folderFor(anew);
      const change = await open(folder);
      const gone = goneAfter?.(folder) ?? null;
      const told = await watchDisk(folder, change, fault).catch((problem) => {
        throw new Error(`${where}: it threw`, { cause: problem });
      });
      const found = await stateOf[file](folder);
      if (told.value.ok) expect(found, `${where}: told as saved`).toEqual(after);
      // After a single failure the old state must be restored; a disk that keeps failing may hold either state, whole.
      else if (goesOn(fault)) expect([before, after], where).toContainEqual(found);
      else expect(found, `${where}: told as not saved`).toEqual(before);
      expect(leftovers(folder), `${where}: after the next start`).toEqual([]);
      // Whatever was reported: what this start found deleted must be gone from the generations as well.
      if (gone !== null && isDeepStrictEqual(found, after)) {
        expect(filesWith(folder, gone), `${where}: found deleted`).toEqual([]);
      }
      if (!told.value.ok) {
        const again = await change();
        // The change had taken effect regardless of the report, so the store has seen it and refuses to make it twice.
        if (isDeepStrictEqual(found, before)) expect(again.ok, `${where}: once the disk is well`).toBe(true);
        expect(await stateOf[file](folder), `${where}: once the disk is well again`).toEqual(after);
      }
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const TWO = '0b6f2f0e-5f0f-4d55-9a4e-000000000002';
const goesOn = ({ how }: Fault): boolean => how === 'from-then-on' || how === 'held';

describe('a disk that fails at one call of a start', () => {
  const damages: readonly (readonly [string, (text: string) => string])[] = [
    ['nothing is wrong', (text) => text],
    ['the file is cut short', (text) => text.slice(0, 300)],
    ['one connection is damaged', (text) => text.replace('"name":"one"', '"name":7')],
    ['a newer version wrote it', (text) => text.replace('"version":1', '"version":2')],
  ];
  const files = ['connections', 'settings', 'reports'] as const;
  const cases = files.flatMap((file) =>
    damages
      // For settings, one bad value is damage like any other.
      .filter(([what]) => file === 'connections' || what !== 'one connection is damaged')
      .map(([what, damage]) => ({ file, what, damage })),
  );

  it.each(cases)('$file: $what', async ({ file, damage }) => {
    const path = {
      connections: 'connections.json',
      settings: 'settings.json',
      reports: `reports/${ONE}.json`,
    }[file];
    const start = { connections: connectionsIn, settings: settingsIn, reports: readReports }[file];
    const damaged = async (): Promise<string> => {
      const folder = await folderFor(false);
      const text = readFileSync(join(folder, path), 'utf8');
      writeFileSync(join(folder, path), damage(text));
      return folder;
    };
    const whole = await damaged();
    const bytes = readFileSync(join(whole, path), 'utf8');
    const { calls } = await watchDisk(whole, () => start(whole));
    const healed = await stateOf[file](whole);
    // If it is damaged and locked at once, the generation before it is the newest good one.
    const older = await damaged();
    rmSync(join(older, newestGeneration(older)));
    const healedOlder = await stateOf[file](older);

    for (const fault of faultsOf(calls)) {
      const where = faultName(calls, fault);
      const folder = await damaged();
      await watchDisk(folder, () => start(folder), fault).catch((problem) => {
        throw new Error(`${where}: it threw`, { cause: problem });
      });
      const isHeld = fault.how === 'held' && calls[fault.at]?.path.startsWith('generations/') === true;
      expect(isHeld ? [healed, healedOlder] : [healed], `${where}: found by the next start`).toContainEqual(
        await stateOf[file](folder),
      );
      expect(filesWith(folder, bytes), `${where}: what could not be read is kept`).not.toEqual([]);
      rmSync(folder, { recursive: true });
    }
  });
});

const newestGeneration = (folder: string): string =>
  filesIn(folder)
    .filter((name) => name.startsWith('generations/'))
    .sort()
    .at(-1) ?? '';
const readReports = (folder: string) => reportsIn(folder).list(ONE);

it.each([
  ['with the next save', (store) => expect(store.create(aConnection({ name: 'another' })).ok).toBe(true)],
  ['with the next start', (_store, folder) => expect(connectionsIn(folder).get(ONE)).toBeUndefined()],
] satisfies [string, (store: ReturnType<typeof connectionsIn>, folder: string) => void][])(
  'a kept state that another program held loses a deleted secret %s',
  async (_when, next) => {
    const deleted = changes.find(({ what }) => what === 'a deleted connection');
    if (deleted?.goneAfter === undefined) throw new Error('Nothing is deleted');
    const folder = await folderFor(false);
    const gone = deleted.goneAfter(folder);
    const store = connectionsIn(folder);
    const oldest = filesIn(folder)
      .filter((name) => name.startsWith('generations/') && filesWith(folder, gone).includes(name))
      .sort()[0];
    const rehearsed = await folderFor(false);
    const other = connectionsIn(rehearsed);
    const { calls } = await watchDisk(rehearsed, () => other.delete(ONE));
    const at = calls.findIndex(({ path }) => path === oldest);
    const told = await watchDisk(folder, () => store.delete(ONE), { at, code: 'EBUSY', how: 'held' });
    expect(told.value.ok).toBe(true);
    expect(filesWith(folder, gone)).toEqual([oldest]);
    next(store, folder);
    expect(filesWith(folder, gone)).toEqual([]);
  },
);

it.each([
  ['in the same run, whatever is purged next', (store) => purge(store, TWO)],
  ['with the next start, though the connection was changed since', (_store, folder) => connectionsIn(folder)],
] satisfies [string, (store: ReturnType<typeof connectionsIn>, folder: string) => void][])(
  'kept states that could not be listed lose a dropped secret %s',
  async (_when, next) => {
    const folder = await folderFor(false);
    const gone = String(
      JSON.parse(readFileSync(join(folder, 'connections.json'), 'utf8')).secrets[ONE].clientSecret.cipher,
    );
    const store = connectionsIn(folder);
    unlisted(join(folder, 'generations'), () => {
      purge(store, ONE);
      expect(store.replace(aConnection({ id: ONE, name: 'renamed' })).ok).toBe(true);
    });
    expect(filesWith(folder, gone)).not.toEqual([]);
    next(store, folder);
    expect(filesWith(folder, gone)).toEqual([]);
    // And nothing is pending.
    expect(filesIn(folder).filter((name) => /owed|meant/.test(name))).toEqual([]);
  },
);

function purge(store: ReturnType<typeof connectionsIn>, id: string): void {
  const put = store.list().filter((one) => one.id === id);
  const records = [{ ref: { connection: id, field: 'clientSecret' }, record: undefined }];
  expect(store.changeTogether({ put, records, purge: true }).ok).toBe(true);
}

/** Runs an action while the folder cannot be listed, though its files can be read and written. */
function unlisted(folder: string, act: () => void): void {
  const real = fs.readdirSync;
  const failing = (...args: Parameters<typeof real>) => {
    if (String(args[0]) === folder) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    return real(...args);
  };
  Reflect.set(fs, 'readdirSync', failing);
  syncBuiltinESMExports();
  try {
    act();
  } finally {
    Reflect.set(fs, 'readdirSync', real);
    syncBuiltinESMExports();
  }
}

describe('a disk that fails at one call of the history', () => {
  const board = aConnection({ id: ONE });
  const actions = (store: { list(id: null): readonly HistoryEntry[] }) =>
    store
      .list(null)
      .map(({ action }) => action)
      .reverse();

  it.each([false, true])('with lines in it: %s', async (isFilled) => {
    const begun = async () => {
      const folder = await folderFor(true);
      const store = historyIn(folder);
      if (isFilled)
        for (const action of ['entered', 'revealed'] as const) store.record(board, 'clientSecret', action);
      return { folder, store };
    };
    const earlier = isFilled ? ['entered', 'revealed'] : [];
    const whole = await begun();
    const { calls } = await watchDisk(whole.folder, () =>
      whole.store.record(board, 'clientSecret', 'copied'),
    );
    for (const fault of faultsOf(calls)) {
      const where = faultName(calls, fault);
      const { folder, store } = await begun();
      await watchDisk(folder, () => store.record(board, 'clientSecret', 'copied'), fault).catch((problem) => {
        throw new Error(`${where}: it threw`, { cause: problem });
      });
      // An action may appear twice if the disk misreported, but must never be missing.
      expect([...new Set(actions(store))], where).toEqual([...earlier, 'copied']);
      store.record(board, 'clientSecret', 'replaced');
      expect(store.unwritten, where).toBe(0);
      expect([...new Set(actions(historyIn(folder)))], where).toEqual([...earlier, 'copied', 'replaced']);
      rmSync(folder, { recursive: true });
    }
  });
});
