import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HistoryStore, KEPT_ENTRIES } from '../../../electron/connections/history-store';
import { aConnection } from '../../fakes/connections';
import { temporaryFolder } from '../../support/temporary-folder';

const AT = '2026-01-05T08:00:00.000Z';
function aStore(folder = temporaryFolder()) {
  return { folder, store: new HistoryStore({ folder, now: () => new Date(AT) }) };
}

describe('the history', () => {
  it('is there after a restart, newest first, and for its owner alone', () => {
    const { folder, store } = aStore();
    const [one, other] = [aConnection({ name: 'One' }), aConnection({ name: 'Other' })];
    store.record(one, 'clientSecret', 'entered');
    store.record(other, 'clientSecret', 'entered');
    store.record(one, 'clientSecret', 'revealed');
    const again = aStore(folder).store;
    expect(again.list(null).map(({ name, action }) => `${name} ${action}`)).toEqual([
      'One revealed',
      'Other entered',
      'One entered',
    ]);
    expect(again.list(other.id)).toHaveLength(1);
    if (process.platform !== 'win32') expect(statSync(store.path).mode & 0o777).toBe(0o600);
  });

  it('loses nothing but the half line a killed program left', () => {
    const { store } = aStore();
    const connection = aConnection();
    store.record(connection, 'clientSecret', 'entered');
    appendFileSync(store.path, readFileSync(store.path, 'utf8').slice(0, 40));
    store.record(connection, 'clientSecret', 'revealed');
    expect(store.list(null).map(({ action }) => action)).toEqual(['revealed', 'entered']);
  });

  it('skips what is none of its lines, whatever it is', () => {
    const { store } = aStore();
    const connection = aConnection();
    const hostile = ['null', '[]', '{"__proto__":{"x":1}}', '{"at":"soon"}', 'x'.repeat(100_000), '\u0000'];
    writeFileSync(store.path, `${hostile.join('\n')}\n`);
    store.record(connection, 'clientSecret', 'copied');
    expect(store.list(null).map(({ action }) => action)).toEqual(['copied']);
  });

  it('waits in memory while the disk takes nothing, and says so', () => {
    const { folder, store } = aStore(join(temporaryFolder(), 'data'));
    const connection = aConnection();
    // A folder in the file's place, so that nothing can be appended.
    mkdirSync(store.path, { recursive: true });
    store.record(connection, 'clientSecret', 'revealed');
    expect(store.unwritten).toBe(1);
    expect(store.list(null)).toHaveLength(1);
    rmSync(store.path, { recursive: true });
    store.record(connection, 'clientSecret', 'copied');
    expect(store.unwritten).toBe(0);
    expect(
      aStore(folder)
        .store.list(null)
        .map(({ action }) => action),
    ).toEqual(['copied', 'revealed']);
  });

  it('keeps the newest and stays bounded', () => {
    const { store } = aStore();
    const connection = aConnection();
    const { id, name, system } = connection;
    const line = JSON.stringify({ at: AT, connection: id, name, system, field: 'old', action: 'revealed' });
    writeFileSync(store.path, `${line}\n`.repeat(3 * KEPT_ENTRIES));
    store.record(connection, 'clientSecret', 'copied');
    expect(store.list(null)).toHaveLength(KEPT_ENTRIES);
    expect(store.list(null)[0]?.field).toBe('clientSecret');
    expect(statSync(store.path).size).toBeLessThan(2_000_000);
  });
});
