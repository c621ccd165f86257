import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@contract/connection';
import { describe, expect, it } from 'vitest';
import { ConnectionStore } from '../../../electron/connections/connection-store';
import { KEPT_GENERATIONS } from '../../../electron/connections/generations';
import { aConnection } from '../../fakes/connections';
import { allFiles, temporaryFolder } from '../../support/temporary-folder';

const isPosix = process.platform !== 'win32';
const now = () => new Date('2026-01-05T08:00:00.000Z');
const open = (folder: string, more: Partial<ConstructorParameters<typeof ConnectionStore>[0]> = {}) =>
  new ConnectionStore({ folder, now, ...more });
const fileOf = (folder: string) => join(folder, 'connections.json');
const names = (store: ConnectionStore) => store.list().map(({ name }) => name);
const record = (cipher: string) => ({ format: 1, backend: 'gnome_libsecret', savedAt: 'now', cipher });
const at = (store: ConnectionStore, index: number): Connection => {
  const connection = store.list()[index];
  if (connection === undefined) throw new Error(`no connection ${index}`);
  return connection;
};

/** A store with two connections and a secret each, written by the current code. */
function filled() {
  const folder = temporaryFolder();
  const store = open(folder);
  for (const name of ['one', 'two']) {
    const connection = aConnection({ name });
    expect(store.create(connection)).toEqual({ ok: true, value: null });
    store.writeSecret({ connection: connection.id, field: 'clientSecret' }, record(name));
  }
  return { folder, store, text: readFileSync(fileOf(folder), 'utf8') };
}

describe('an ordinary life', () => {
  it('nothing is written before there is something to keep', () => {
    const folder = temporaryFolder();
    const store = open(folder);
    expect([store.list(), store.notices, readdirSync(folder)]).toEqual([[], [], []]);
  });

  it('create, replace, delete, and all of it again after a restart', () => {
    const { folder, store } = filled();
    store.replace({ ...at(store, 0), name: 'first' });
    const third = aConnection({ name: 'three' });
    store.create(third);
    expect(store.delete(at(store, 1).id)).toEqual({ ok: true, value: null });
    const again = open(folder);
    expect(names(again)).toEqual(['first', 'three']);
    expect(again.list()).toEqual(store.list());
    expect(again.readSecret({ connection: at(again, 0).id, field: 'clientSecret' })).toEqual(record('one'));
    expect(again.notices).toEqual([]);
  });

  it('a connection and its secrets go together', () => {
    const { folder, store } = filled();
    store.delete(at(store, 0).id);
    const stored = JSON.parse(readFileSync(fileOf(folder), 'utf8'));
    expect(Object.keys(stored.secrets)).toEqual([at(store, 0).id]);
  });

  it('refuses what does not fit, and changes nothing', () => {
    const { folder, store } = filled();
    const before = allFiles(folder);
    const known = at(store, 0);
    expect(store.create(known)).toEqual({ ok: false, failure: 'already-there' });
    expect(store.replace(aConnection())).toEqual({ ok: false, failure: 'not-found' });
    expect(store.delete('x')).toEqual({ ok: false, failure: 'not-found' });
    expect(store.replace({ ...known, name: 'x'.repeat(121) })).toEqual({ ok: false, failure: 'invalid' });
    expect(store.create({ ...aConnection(), id: '../../etc' })).toEqual({ ok: false, failure: 'invalid' });
    expect(store.writeSecret({ connection: 'x', field: 'y' }, {})).toEqual({
      ok: false,
      failure: 'not-found',
    });
    expect(store.forgetSecrets('x')).toEqual({ ok: true, value: null });
    expect(allFiles(folder)).toEqual(before);
  });

  it('what it hands out and what it was given cannot change what it holds', () => {
    const folder = temporaryFolder();
    const store = open(folder);
    const values = { clientId: 'before' };
    const connection = aConnection({ values });
    store.create(connection);
    values.clientId = 'after';
    expect(at(store, 0).values).toEqual({ clientId: 'before' });
    expect(() => Object.assign(at(store, 0).values, { clientId: 'after' })).toThrow(TypeError);
  });

  it.runIf(isPosix)('files are their owner’s alone, also one that was open to others', () => {
    const folder = join(temporaryFolder(), 'new');
    const store = open(folder);
    store.create(aConnection());
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    chmodSync(fileOf(folder), 0o644);
    store.create(aConnection());
    truncateSync(fileOf(folder), 5);
    open(folder);
    for (const path of allFiles(folder).keys()) {
      expect(statSync(join(folder, path)).mode & 0o777, path).toBe(0o600);
    }
  });

  it('a start does not change a byte, nor does looking', () => {
    const { folder } = filled();
    const before = [...allFiles(folder)].map(([path]) => statSync(join(folder, path)).mtimeMs);
    const store = open(folder);
    store.list();
    store.readSecret({ connection: at(store, 0).id, field: 'clientSecret' });
    expect([...allFiles(folder)].map(([path]) => statSync(join(folder, path)).mtimeMs)).toEqual(before);
  });
});

describe('a file that is not as it should be', () => {
  const damages: readonly (readonly [string, (text: string) => string | Buffer])[] = [
    ['empty', () => ''],
    ['truncated', (text) => text.slice(0, text.length / 2)],
    ['zeroed', (text) => Buffer.alloc(text.length)],
    ['not JSON', () => 'not JSON at all'],
    ['a list', () => '[]'],
    ['null', () => 'null'],
    ['of another schema', () => '{"version":1,"connections":{},"secrets":[]}'],
    ['without a version', (text) => text.replace('"version":1,', '')],
    ['a version that is none', (text) => text.replace('"version":1,', '"version":"1",')],
    ['not UTF-8', () => Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ];

  it.each(damages)(
    '%s: copied aside whole, told, healed from the newest good generation',
    (_what, damage) => {
      const { folder, text, store } = filled();
      const damaged = Buffer.from(damage(text));
      writeFileSync(fileOf(folder), damaged);
      const again = open(folder);
      expect(again.list()).toEqual(store.list());
      expect(again.readSecret({ connection: at(again, 1).id, field: 'clientSecret' })).toEqual(record('two'));
      const copy = join(folder, 'connections.damaged-2026-01-05T08-00-00-000Z.json');
      expect(again.notices).toEqual([{ kind: 'damaged', file: 'connections', copiedTo: copy }]);
      expect(readFileSync(copy)).toEqual(damaged);
      expect(readFileSync(fileOf(folder), 'utf8')).toBe(text);
      expect(again.create(aConnection({ name: 'three' })).ok).toBe(true);
      const next = open(folder);
      expect([names(next), next.notices]).toEqual([['one', 'two', 'three'], []]);
    },
  );

  it.each(damages)('%s, with no generation left: empty, and it goes on', (_what, damage) => {
    const { folder, text } = filled();
    writeFileSync(fileOf(folder), damage(text));
    rmSync(join(folder, 'generations'), { recursive: true });
    const again = open(folder);
    expect([again.list(), again.notices.length]).toEqual([[], 1]);
    expect(again.create(aConnection({ name: 'new' })).ok).toBe(true);
    expect([names(open(folder)), open(folder).notices]).toEqual([['new'], []]);
  });

  it('of a newer version: kept aside, told, not overwritten by a start, and empty', () => {
    const { folder, text } = filled();
    const newer = text.replace('"version":1', '"version":2');
    writeFileSync(fileOf(folder), newer);
    const again = open(folder);
    const copy = join(folder, 'connections.newer-version-2026-01-05T08-00-00-000Z.json');
    expect([again.list(), again.notices]).toEqual([
      [],
      [{ kind: 'newer-version', file: 'connections', copiedTo: copy }],
    ]);
    expect(readFileSync(fileOf(folder), 'utf8')).toBe(newer);
    // A second start creates no second copy.
    expect(open(folder, { now: () => new Date(0) }).notices).toEqual(again.notices);
    expect(again.create(aConnection({ name: 'older app' })).ok).toBe(true);
    expect(readFileSync(copy, 'utf8')).toBe(newer);
    expect(names(open(folder))).toEqual(['older app']);
  });

  it('one bad connection does not lose the others', () => {
    const { folder, text } = filled();
    writeFileSync(fileOf(folder), text.replace('"name":"one"', '"name":7'));
    const again = open(folder);
    expect([names(again), again.notices.map(({ kind }) => kind)]).toEqual([['two'], ['damaged']]);
    expect(readFileSync(again.notices[0]?.copiedTo ?? '', 'utf8')).toContain('"name":7');
    expect(open(folder).notices).toEqual([]);
  });

  it('two of one id, a secret of no connection, a key too many: set aside, the rest serves', () => {
    const { folder, text } = filled();
    const stored = JSON.parse(text);
    for (const spoilt of [
      { ...stored, connections: [...stored.connections, stored.connections[0]] },
      { ...stored, secrets: { ...stored.secrets, nobody: { x: 1 } } },
      { ...stored, more: 1 },
    ]) {
      writeFileSync(fileOf(folder), JSON.stringify(spoilt));
      const again = open(folder);
      expect([names(again), again.notices.length]).toEqual([['one', 'two'], 1]);
    }
  });

  it('a hostile file changes no prototype', () => {
    const folder = temporaryFolder();
    const hostile = `{"__proto__":{"polluted":1},"version":1,"connections":[{"__proto__":{"polluted":1}},
      ${JSON.stringify(aConnection({ name: 'fine' })).replace('"values":{', '"values":{"__proto__":"x","constructor":"y",')}],
      "secrets":{"__proto__":{"__proto__":{"polluted":1}},"constructor":{"prototype":{"polluted":1}}}}`;
    writeFileSync(fileOf(folder), hostile);
    const store = open(folder);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(names(store)).toEqual(['fine']);
    const { id } = at(store, 0);
    for (const field of ['__proto__', 'constructor', 'toString']) {
      expect(store.readSecret({ connection: id, field })).toBeUndefined();
      expect(store.readSecret({ connection: field, field })).toBeUndefined();
      store.writeSecret({ connection: id, field }, { polluted: 1 });
    }
    expect(open(folder).readSecret({ connection: id, field: '__proto__' })).toEqual({ polluted: 1 });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('a folder in the place of the file: told where, nothing overwritten, nothing called saved', () => {
    const folder = temporaryFolder();
    mkdirSync(fileOf(folder));
    const store = open(folder);
    expect(store.notices).toEqual([{ kind: 'damaged', file: 'connections', copiedTo: fileOf(folder) }]);
    expect(store.create(aConnection())).toEqual({ ok: false, failure: 'not-saved' });
    expect([store.list(), statSync(fileOf(folder)).isDirectory()]).toEqual([[], true]);
    rmSync(fileOf(folder), { recursive: true });
    expect(open(folder).create(aConnection()).ok).toBe(true);
  });

  it('gone while generations are there: they serve', () => {
    const { folder } = filled();
    rmSync(fileOf(folder));
    expect(names(open(folder))).toEqual(['one', 'two']);
  });

  it('damaged while the app runs: kept aside, and the next save is whole', () => {
    const { folder, store } = filled();
    writeFileSync(fileOf(folder), 'scribbled over');
    expect(store.create(aConnection({ name: 'three' })).ok).toBe(true);
    expect(store.notices).toHaveLength(1);
    expect(names(open(folder))).toEqual(['one', 'two', 'three']);
  });

  it('a clock that was set back costs no earlier copy, and moves nothing', () => {
    const { folder, store } = filled();
    const copies = ['first damage', 'second damage'].map((damage) => {
      writeFileSync(fileOf(folder), damage);
      return open(folder).notices[0]?.copiedTo ?? '';
    });
    expect(copies.map((path) => readFileSync(path, 'utf8'))).toEqual(['first damage', 'second damage']);
    // Ten years back: age is decided by number and order, not by the clock.
    const earlier = open(folder, { now: () => new Date('2016-01-05T08:00:00.000Z') });
    expect(earlier.list()).toEqual(store.list());
    expect(earlier.replace({ ...at(earlier, 0), name: 'set back' }).ok).toBe(true);
    writeFileSync(fileOf(folder), 'third damage');
    expect(names(open(folder))).toEqual(['set back', 'two']);
  });

  it('what a killed write left behind is cleared away', () => {
    const { folder } = filled();
    writeFileSync(`${fileOf(folder)}.tmp-1234567890abcdef`, 'half');
    open(folder);
    expect(readdirSync(folder).sort()).toEqual(['connections.json', 'generations']);
  });
});

describe('a disk that does not take it', () => {
  /*
   * Faults are injected at the only place where electron-store writes, so that they work for every user and system:
   * root, which some machines run tests as, may write into a read-only folder. Each fault does to the real file what
   * its real cause would: nothing, a partial write, or different content.
   */
  const faults: readonly (readonly [string, (path: string, text: string) => string])[] = [
    [
      'no room (ENOSPC)',
      () => {
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      },
    ],
    [
      'half of it written, then a failure',
      (path, text) => {
        writeFileSync(path, text.slice(0, text.length / 2));
        throw Object.assign(new Error('EIO'), { code: 'EIO' });
      },
    ],
    [
      'half of it written, and success claimed',
      (path, text) => {
        writeFileSync(path, text.slice(0, text.length / 2));
        return text;
      },
    ],
    [
      'other bytes than those given',
      (path, text) => {
        writeFileSync(path, text.replaceAll('e', 'f'));
        return text;
      },
    ],
    [
      'the file vanishes',
      (path, text) => {
        rmSync(path, { force: true });
        return text;
      },
    ],
  ];

  const failing = (folder: string, fault: (path: string, text: string) => string) =>
    open(folder, {
      openWriter: (place, name) => (value) => fault(join(place, `${name}.json`), JSON.stringify(value)),
    });

  it.each(faults)('%s: not saved, and file and memory are as before', (_what, fault) => {
    const { folder } = filled();
    const before = allFiles(folder);
    const store = failing(folder, fault);
    const listed = store.list();
    const { id } = at(store, 0);
    expect(store.create(aConnection())).toEqual({ ok: false, failure: 'not-saved' });
    expect(store.replace({ ...at(store, 0), name: 'x' })).toEqual({ ok: false, failure: 'not-saved' });
    expect(store.delete(id)).toEqual({ ok: false, failure: 'not-saved' });
    const ref = { connection: id, field: 'clientSecret' };
    expect(store.writeSecret(ref, record('new'))).toEqual({ ok: false, failure: 'not-saved' });
    expect(store.forgetSecrets(id)).toEqual({ ok: false, failure: 'not-saved' });
    expect(store.list()).toEqual(listed);
    expect(store.readSecret(ref)).toEqual(record('one'));
    expect(allFiles(folder)).toEqual(before);
    expect(open(folder).notices).toEqual([]);
  });

  it.each(faults)('%s at the very first save: nothing is left behind', (_what, fault) => {
    const folder = temporaryFolder();
    expect(failing(folder, fault).create(aConnection())).toEqual({ ok: false, failure: 'not-saved' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes on when there is room again', () => {
    const { folder } = filled();
    let isFull = true;
    const store = open(folder, {
      openWriter: (place, name) => (value) => {
        if (isFull) throw new Error('ENOSPC');
        const text = JSON.stringify(value);
        writeFileSync(join(place, `${name}.json`), text);
        return text;
      },
    });
    expect(store.create(aConnection({ name: 'three' })).ok).toBe(false);
    isFull = false;
    expect(store.create(aConnection({ name: 'three' })).ok).toBe(true);
    expect(names(open(folder))).toEqual(['one', 'two', 'three']);
  });

  it('the real thing, for root too: a data folder that is suddenly a file', () => {
    const { folder, store } = filled();
    const listed = store.list();
    const moved = `${folder}-moved`;
    renameSync(folder, moved);
    writeFileSync(folder, 'not a folder');
    expect(store.create(aConnection())).toEqual({ ok: false, failure: 'not-saved' });
    expect(store.list()).toEqual(listed);
    rmSync(folder);
    renameSync(moved, folder);
    expect(store.create(aConnection({ name: 'three' })).ok).toBe(true);
    expect(names(open(folder))).toEqual(['one', 'two', 'three']);
  });

  it.runIf(isPosix)('a read-only folder, also when the test is root’s', () => {
    const { folder, store } = filled();
    const before = allFiles(folder);
    const listed = store.list();
    asOrdinaryUser(folder, () => {
      chmodSync(folder, 0o500);
      expect(store.create(aConnection())).toEqual({ ok: false, failure: 'not-saved' });
      expect(open(folder).list()).toEqual(listed);
      chmodSync(folder, 0o700);
      expect(store.list()).toEqual(listed);
      expect(allFiles(folder)).toEqual(before);
    });
    expect(store.create(aConnection({ name: 'three' })).ok).toBe(true);
    expect(names(open(folder))).toEqual(['one', 'two', 'three']);
  });
});

/** Root may write anywhere, so while `act` runs the process becomes nobody, who owns the folder. */
function asOrdinaryUser(folder: string, act: () => void): void {
  if (process.getuid?.() !== 0) {
    act();
    return;
  }
  const nobody = 65_534;
  chownSync(folder, nobody, nobody);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, entry), nobody, nobody);
  }
  process.seteuid?.(nobody);
  try {
    act();
  } finally {
    process.seteuid?.(0);
  }
}

describe('generations', () => {
  const generations = (folder: string) => readdirSync(join(folder, 'generations')).sort();

  it(`the last ${KEPT_GENERATIONS} are kept, the newest being what is in the file`, () => {
    const { folder, store } = filled();
    for (let index = 0; index < 8; index += 1) store.create(aConnection({ name: `more ${index}` }));
    const kept = generations(folder);
    expect(kept).toHaveLength(KEPT_GENERATIONS);
    expect(readFileSync(join(folder, 'generations', kept.at(-1) ?? ''), 'utf8')).toBe(
      readFileSync(fileOf(folder), 'utf8'),
    );
  });

  it('results of checks push out nothing that a person made, and heal with the newest', () => {
    const { folder, store } = filled();
    const made = ['a', 'b', 'c', 'd', 'e'];
    for (const name of made) store.replace({ ...at(store, 0), name });
    const result = (hour: number): Connection['lastCheck'] => {
      const at = `2026-01-05T${String(hour).padStart(2, '0')}:00:00.000Z`;
      return { at, outcome: 'passed', proved: true, step: null, code: null };
    };
    for (let hour = 0; hour < 12; hour += 1) {
      const put = [at(store, 0), at(store, 1)].map((one) => ({ ...one, lastCheck: result(hour) }));
      expect(store.changeTogether({ put, records: [] }).ok).toBe(true);
    }
    const kept = generations(folder).map((name) =>
      JSON.parse(readFileSync(join(folder, 'generations', name), 'utf8')),
    );
    expect(kept.map(({ connections }) => connections[0].name)).toEqual(made);
    writeFileSync(fileOf(folder), '');
    expect(open(folder).list()).toEqual(store.list());
    // A user's change made together with a result counts as the user's.
    const both = { ...at(store, 0), name: 'f', lastCheck: result(13) };
    store.changeTogether({ put: [both], records: [] });
    store.writeSecret({ connection: both.id, field: 'clientSecret' }, record('f'));
    writeFileSync(fileOf(folder), '');
    rmSync(join(folder, 'generations', generations(folder).at(-1) ?? ''));
    expect(at(open(folder), 0)).toMatchObject({ name: 'f', lastCheck: result(13) });
  });

  it('the newest good one heals, whatever the newer ones are', () => {
    const { folder, store } = filled();
    store.create(aConnection({ name: 'three' }));
    const kept = generations(folder);
    writeFileSync(join(folder, 'generations', kept.at(-1) ?? ''), 'damaged too');
    writeFileSync(fileOf(folder), '');
    expect(names(open(folder))).toEqual(['one', 'two']);
  });

  it('a damaged file never becomes one', () => {
    const { folder } = filled();
    const before = generations(folder).map((name) => readFileSync(join(folder, 'generations', name), 'utf8'));
    for (let start = 0; start < KEPT_GENERATIONS + 1; start += 1) {
      writeFileSync(fileOf(folder), `damaged ${start}`);
      open(folder);
    }
    expect(
      generations(folder).map((name) => readFileSync(join(folder, 'generations', name), 'utf8')),
    ).toEqual(before);
  });

  it('a secret that is purged is not brought into a state in which its connection was not there yet', () => {
    const { folder, store } = filled();
    const third = aConnection({ name: 'three' });
    store.create(third);
    store.writeSecret({ connection: third.id, field: 'clientSecret' }, record('three'));
    store.changeTogether({ put: [at(store, 0), third], records: [], purge: true });
    for (const name of generations(folder)) {
      const text = readFileSync(join(folder, 'generations', name), 'utf8');
      const { connections, secrets } = JSON.parse(text);
      const ids = connections.map(({ id }: Connection) => id);
      expect(ids).toEqual(expect.arrayContaining(Object.keys(secrets)));
    }
  });

  it('those of a newer version of the app are left alone', () => {
    const { folder, store } = filled();
    const theirs = join(folder, 'generations', 'connections.v2.0000000001.json');
    writeFileSync(theirs, 'theirs');
    for (let index = 0; index < 6; index += 1) store.create(aConnection());
    expect(readFileSync(theirs, 'utf8')).toBe('theirs');
  });
});

describe('beside another program', () => {
  it('what it wrote meanwhile is kept', () => {
    const { folder, store } = filled();
    const other = open(folder);
    other.create(aConnection({ name: 'theirs' }));
    store.create(aConnection({ name: 'ours' }));
    expect(names(open(folder))).toEqual(['one', 'two', 'theirs', 'ours']);
  });

  it('a store for looking only changes nothing, on whatever it finds', () => {
    const { folder, text } = filled();
    for (const content of [text, '', 'junk', text.replace('"version":1', '"version":2')]) {
      writeFileSync(fileOf(folder), content);
      writeFileSync(`${fileOf(folder)}.tmp-of-somebody-else`, '');
      const before = allFiles(folder);
      const store = open(folder, { readOnly: true });
      expect(store.create(aConnection())).toEqual({ ok: false, failure: 'not-saved' });
      expect(names(store)).toEqual(content.includes('"version":2') ? [] : ['one', 'two']);
      expect(allFiles(folder)).toEqual(before);
    }
    expect(open(join(folder, 'nowhere'), { readOnly: true }).list()).toEqual([]);
    expect(readdirSync(folder)).not.toContain('nowhere');
  });
});

describe('many connections', () => {
  it.each([10, 100, 1_000, 5_000])('%i: start, list and save', (count) => {
    const folder = temporaryFolder();
    const connections = Array.from({ length: count }, (_, index) => aConnection({ name: `Board ${index}` }));
    const secrets = connections.map(({ id }) => [id, { clientSecret: record('x'.repeat(600)) }]);
    writeFileSync(
      fileOf(folder),
      JSON.stringify({ version: 1, connections, secrets: Object.fromEntries(secrets) }),
    );
    const timed = <Value>(act: () => Value): [Value, number] => {
      const began = performance.now();
      return [act(), performance.now() - began];
    };
    const [, firstStart] = timed(() => open(folder));
    const [store, start] = timed(() => open(folder));
    const [, list] = timed(() => store.list());
    const [, firstSave] = timed(() => store.replace({ ...at(store, 0), name: 'first' }));
    const [saved, save] = timed(() => store.replace({ ...at(store, 0), name: 'changed' }));
    const [, deleted] = timed(() => store.delete(at(store, 1).id));
    const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0).padStart(5);
    process.stdout.write(
      `  ${String(count).padStart(5)} connections, ${(statSync(fileOf(folder)).size / 1024).toFixed(0).padStart(5)} KiB:` +
        ` first start ${ms(firstStart)}, start ${ms(start)}, list ${ms(list)},` +
        ` first save ${ms(firstSave)}, save ${ms(save)}, delete ${ms(deleted)} ms\n`,
    );
    expect(saved.ok).toBe(true);
    expect(store.list()).toHaveLength(count - 1);
    expect(names(open(folder))[0]).toBe('changed');
  });
});
