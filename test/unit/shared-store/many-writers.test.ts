import type { SharedRecord, SharedRef } from '@contract/shared-record';
import { expect, it } from 'vitest';
import type { Kv2Store } from '../../../electron/shared-store/kv2';
import { type Mishap, startKvStore } from '../../servers/kv-store';
import { chosenSeed, type Seeded } from '../../support/seeded';
import { adapterFor, aRecord, aRef } from '../../support/shared-store';

/*
 * Several writers change one record, and requests are lost, done twice, and answered late or not at all. Whatever happens, a version was made from the
 * one before it, whoever was told of a success finds their words in that version, and nobody's words stand in two.
 */

const LIVES = Number(process.env.STORE_WRITERS ?? 12);
const CHANGES = 6;

interface Word {
  readonly text: string;
  /** The version its writer was told; null: no answer came. */
  readonly version: number | null;
}

/** Reads, changes, and writes over what was read; the record says what it was made from. */
async function write(
  store: Kv2Store,
  ref: SharedRef,
  who: string,
  words: Word[],
  random: Seeded,
): Promise<void> {
  for (let turn = 0; turn < CHANGES; turn += 1) {
    const read = await store.read(ref);
    const isGone = !read.ok && read.failure.kind === 'gone';
    if (!read.ok && !isGone && read.failure.kind !== 'absent') continue;
    const from = read.ok ? read.value.version : isGone ? read.failure.version : 0;
    if (read.ok && random.chance(0.1)) {
      await store.delete(ref, from);
      continue;
    }
    const text = `${who} ${turn}`;
    const record: SharedRecord = aRecord({ name: text, boardNumber: String(from), changedBy: who });
    const written = await store.writeIfVersion(ref, record, from);
    if (written.ok) words.push({ text, version: written.value });
    else {
      expect(['finding', 'changed-there']).toContain(written.failure.kind);
      words.push({ text, version: null });
    }
  }
}

it('never writes over what it has not read, and loses nothing that was told to be saved', async () => {
  const random = chosenSeed('many writers');
  for (let life = 0; life < LIVES; life += 1) {
    const server = await startKvStore();
    server.mountKv('secret');
    server.configureKv('secret', { max_versions: 1000 });
    const mishap = (): Mishap | null => {
      const dice = random.next();
      if (dice < 0.08) return { kind: 'lost' };
      if (dice < 0.16) return { kind: 'cut' };
      // The second of the two is refused, since the first was done.
      if (dice < 0.22) return { kind: 'twice' };
      return dice < 0.35 ? { kind: 'late', until: new Promise(setImmediate) } : null;
    };
    server.mishap = mishap;
    const ref = aRef();
    const words: Word[] = [];
    const writers = ['anne', 'béa', 'chen'].slice(0, random.whole(2, 3));
    await Promise.all(
      writers.map((who) => write(adapterFor(server, server.rootToken), ref, who, words, random)),
    );
    server.mishap = null;
    await judge(adapterFor(server, server.rootToken), ref, words);
    await server.stop();
  }
});

async function judge(store: Kv2Store, ref: SharedRef, words: readonly Word[]): Promise<void> {
  const history = await store.history(ref);
  if (!history.ok) {
    expect(history.failure.kind).toBe('absent');
    expect(words.every(({ version }) => version === null)).toBe(true);
    return;
  }
  const numbers = history.value.map(({ version }) => version);
  expect(numbers).toEqual(numbers.map((_, at) => numbers.length - at));
  const found = new Map<number, string>();
  for (const { version, goneAt } of history.value) {
    if (goneAt !== null) continue;
    const read = await store.read(ref, version);
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    const { name, boardNumber } = read.value.record;
    expect(Number(boardNumber)).toBe(version - 1);
    found.set(version, name);
  }
  expect(new Set(found.values()).size).toBe(found.size);
  const isKept = ({ text, version }: Word) =>
    version === null ||
    history.value.some((one) => one.version === version && one.goneAt !== null) ||
    found.get(version) === text;
  expect(words.filter((word) => !isKept(word))).toEqual([]);
  const [row] = await store.list('').then((listed) => (listed.ok ? listed.value.records : []));
  expect(row?.version).toBe(numbers[0]);
  expect(row?.about?.forVersion ?? 0).toBeLessThanOrEqual(numbers[0] ?? 0);
}
