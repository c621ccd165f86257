import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '@contract/limits';
import { ok, refuse } from '@contract/result';
import { type SharedRecord, sharedRecordSchema } from '@contract/shared-record';
import type { StoreTestReport } from '@contract/shared-store';
import { describe, expect, it } from 'vitest';
import { NOTHING_SHARED } from '../../../electron/connections/shared-file';
import type { Door, OpenStore } from '../../../electron/shared-store/door';
import { withListed } from '../../../electron/shared-store/in-use';
import { aConnection } from '../../fakes/connections';
import { MemoryStore } from '../../fakes/shared-store';
import { openWizard, signIn, storeSettings, type WizardOptions } from '../../support/sharing-wizard';
import { temporaryFolder } from '../../support/temporary-folder';

const FOLDER = 'Maple DSB';
const ORIGIN = 'https://sis.maple.example';
const OTHER = { ...storeSettings, address: 'https://other.example:8200' };
const NOT_ON_DISK = { sharedStoreOfflineHours: 0 };
const { signal } = new AbortController();
const BY_TOKEN = { way: 'token', token: 'a token' } as const;

const connection = () =>
  aConnection({
    system: 'powerschool',
    name: 'Maple',
    boardNumber: '',
    values: { serverUrl: ORIGIN, clientId: 'maple-lib' },
    setup: { step: 'finish', registrationSentOn: null, finishedAt: '2026-01-05T08:00:00.000Z' },
  });

/** Marie has a connection with a secret, and is signed in. */
async function marie(more: Partial<WizardOptions> = {}) {
  const store = new MemoryStore();
  const one = openWizard({ folder: temporaryFolder(), store: store.client('marie'), ...more });
  await signIn(one);
  const made = connection();
  const { id } = made;
  expect(one.connections.create(made).ok).toBe(true);
  const secret = { connection: id, field: 'clientSecret' };
  await one.vault.save(secret, 'maple-secret', [ORIGIN]);
  return { one, store, id, secret, ref: { folder: FOLDER, id } };
}

/** A way in that lets the test decide when it opens. */
function slowDoor() {
  const store = new MemoryStore();
  const closed: string[] = [];
  const tested: unknown[] = [];
  let open = (): void => undefined;
  const door: Pick<Door, 'signIn' | 'test'> = {
    signIn: async ({ address }) => {
      await new Promise<void>((resolve) => {
        open = resolve;
      });
      const opened: OpenStore = {
        store: store.client('marie'),
        token: () => `token of ${address}`,
        identity: { person: 'marie', until: null },
        close: () => closed.push(address),
      };
      return ok(opened);
    },
    test: async ({ address }, way) => {
      tested.push({ address, token: typeof way === 'function' ? way() : way });
      const report: StoreTestReport = {
        startedAt: '2026-02-01T10:00:00.000Z',
        durationMs: 1,
        outcome: 'passed',
        steps: [],
      };
      return { report, opened: null };
    },
  };
  return { door, closed, tested, open: () => open() };
}

describe('a sign-in that the store has changed under', () => {
  it('is given up if the store is another one by then', async () => {
    const { door, closed, tested, open } = slowDoor();
    const { shared } = openWizard({ folder: temporaryFolder(), door });
    shared.setUp(storeSettings);
    const signingIn = shared.signIn(BY_TOKEN, { signal });
    await new Promise((resolve) => setImmediate(resolve));
    expect(shared.setUp(OTHER)).toEqual(ok(null));
    open();
    expect(await signingIn).toEqual(refuse({ code: 'not-signed-in' }));
    expect(closed).toEqual([storeSettings.address]);
    expect(shared.view().session).toBeNull();
    await shared.test(null, { signal });
    expect(tested).toEqual([{ address: OTHER.address, token: null }]);
  });

  it('is given up if the person signed out meanwhile', async () => {
    const { door, closed, open } = slowDoor();
    const { shared } = openWizard({ folder: temporaryFolder(), door });
    shared.setUp(storeSettings);
    const signingIn = shared.signIn(BY_TOKEN, { signal });
    await new Promise((resolve) => setImmediate(resolve));
    shared.signOut();
    open();
    expect(await signingIn).toEqual(refuse({ code: 'not-signed-in' }));
    expect(closed).toEqual([storeSettings.address]);
    expect(shared.view().session).toBeNull();
  });

  it('ends when another program names another store', async () => {
    const { door, closed, tested, open } = slowDoor();
    const folder = temporaryFolder();
    const { shared } = openWizard({ folder, door });
    shared.setUp(storeSettings);
    const signingIn = shared.signIn(BY_TOKEN, { signal });
    await new Promise((resolve) => setImmediate(resolve));
    open();
    expect(await signingIn).toMatchObject({ ok: true });
    const commandLine = openWizard({ folder, door });
    expect(commandLine.shared.setUp(OTHER)).toEqual(ok(null));
    await shared.test(null, { signal });
    expect(tested).toEqual([{ address: OTHER.address, token: null }]);
    expect(await shared.refresh()).toEqual(refuse({ code: 'not-signed-in' }));
    expect(closed).toEqual([storeSettings.address]);
  });
});

describe('a store that is exchanged in the middle of a step', () => {
  it.each(['unchanged', 'changed here', 'moved there'])(
    'takes nothing of the one before: %s',
    async (what) => {
      const store = new MemoryStore();
      const client = store.client('marie');
      let hook = (): void => undefined;
      const read: typeof client.read = async (...asked) => {
        const answer = await client.read(...asked);
        hook();
        return answer;
      };
      const { one, id, ref } = await marie({ store: { ...client, read } });
      await one.shared.publish([id], FOLDER);
      const record = store.newest(ref)?.record ?? theirs();
      if (what === 'changed here') {
        const before = one.connections.get(id) ?? connection();
        one.connections.replace({ ...before, name: 'Maple DSB' });
      }
      if (what === 'moved there')
        store.write(ref, { ...record, values: { ...record.values, serverUrl: 'https://evil.example' } }, 1);
      hook = () => void one.shared.setUp(OTHER);
      await one.shared.keepInStep([id]);
      expect(one.inUse.state).toMatchObject({ settings: OTHER, links: new Map() });
      expect(one.inUse.state.links.size).toBe(0);
      expect(one.inUse.state.sealed.size).toBe(0);
    },
  );
});

describe('shared secrets that must never be on disk', () => {
  const onDisk = ({ folder }: { readonly folder: string }, file: string): string =>
    readFileSync(join(folder, file), 'utf8');

  it('are on none once they are published', async () => {
    const { one, id, secret } = await marie({ policies: NOT_ON_DISK });
    expect(one.vault.isOnDisk(secret)).toBe(true);
    expect(await one.shared.publish([id], FOLDER)).toEqual([{ id, result: ok(null) }]);
    expect(Object.keys(JSON.parse(onDisk(one, 'shared.json')).sealed)).toEqual([]);
    expect(one.vault.isOnDisk(secret)).toBe(false);
    expect(await one.vault.reveal(secret)).toEqual(ok('maple-secret'));
  });

  it('stay off it when the store is taken down, exchanged or the record deleted', async () => {
    const { one, id, secret, ref } = await marie({ policies: NOT_ON_DISK });
    await one.shared.publish([id], FOLDER);
    await one.shared.refresh();
    expect(one.shared.takeDown()).toEqual(refuse({ code: 'not-allowed' }));
    expect(one.shared.setUp(OTHER)).toEqual(refuse({ code: 'not-allowed' }));
    await signIn(one);
    expect(await one.shared.deleteThere(ref, 1)).toEqual(ok(null));
    await one.vault.keepSession();
    expect(one.vault.isOnDisk(secret)).toBe(false);
    expect(one.shared.view().rows).toMatchObject([{ id, folder: FOLDER, standing: 'gone-there' }]);
  });
});

const theirs = (change: Partial<SharedRecord> = {}): SharedRecord => ({
  version: 1,
  system: 'powerschool',
  name: 'Maple',
  environment: 'production',
  boardNumber: '',
  values: { serverUrl: ORIGIN, clientId: 'maple-lib' },
  secrets: { clientSecret: 'colleague' },
  origins: [ORIGIN],
  rotatedAt: null,
  changedBy: 'paul',
  changedAt: '2026-02-01T10:00:00.000Z',
  ...change,
});

describe('an address that comes and goes', () => {
  it('is asked for when it comes back elsewhere, and the secret follows no empty one', async () => {
    const { one, store, id, secret, ref } = await marie();
    await one.shared.publish([id], FOLDER);
    const record = store.newest(ref)?.record ?? theirs();
    store.write(ref, { ...record, values: { clientId: 'maple-lib' } }, 1);
    await one.shared.keepInStep([id]);
    store.write(ref, { ...record, values: { ...record.values, serverUrl: 'https://evil.example' } }, 2);
    const [kept] = await one.shared.keepInStep([id]);
    expect(kept?.result).toEqual(ok('address-to-confirm'));
    expect(await one.vault.open(secret, 'https://evil.example')).toEqual(refuse({ code: 'other-address' }));
  });

  for (const address of [
    'https://SIS.maple.example.:443',
    'https://sis.maple.example:8443',
    'https://sis.maple.example@evil.example',
    'https://sis.mаple.example',
    'sis.maple.example.evil.example',
    'https://evil.example#https://sis.maple.example',
    'http://sis.maple.example',
  ])
    it(`does not take ${address} for the confirmed one`, async () => {
      const { one, store, id, ref } = await marie();
      await one.shared.publish([id], FOLDER);
      const record = store.newest(ref)?.record ?? theirs();
      store.write(ref, { ...record, values: { ...record.values, serverUrl: address } }, 1);
      await one.shared.keepInStep([id]);
      const held = await one.shared.details(id);
      const origins = held.ok ? (held.value.address?.secrets.flatMap(({ there }) => there) ?? []) : [];
      for (const origin of origins.length > 0 ? origins : ['https://evil.example'])
        expect(await one.vault.open({ connection: id, field: 'clientSecret' }, origin)).toEqual(
          refuse({ code: 'other-address' }),
        );
    });
});

it('a replacement left behind is not ended in the name of whoever has not confirmed its address', async () => {
  const { one, store, id, ref } = await marie();
  await one.shared.publish([id], FOLDER);
  const next = { values: {}, secrets: {}, startedBy: 'paul', startedAt: '2026-02-01T10:00:00.000Z' };
  const values = { serverUrl: 'https://evil.example', clientId: 'maple-lib' };
  store.write(ref, theirs({ values, next }), 1);
  expect(await one.shared.endReplacement(id, 2)).toEqual(ok('address-to-confirm'));
  expect(store.versions(ref)).toHaveLength(2);
});

describe('a version restored', () => {
  it('takes the place only of the one that was shown', async () => {
    const { one, store, id, ref } = await marie();
    await one.shared.publish([id], FOLDER);
    store.write(ref, { ...theirs(), secrets: { clientSecret: 'second' } }, 1);
    const shown = await one.shared.history(ref);
    expect(shown.ok && shown.value[0]?.version).toBe(2);
    // Paul is faster.
    store.write(ref, { ...theirs(), secrets: { clientSecret: 'third' } }, 2);
    expect(await one.shared.restore(ref, 1, 2)).toEqual(refuse({ code: 'changed-there' }));
    expect(store.versions(ref)).toHaveLength(3);
    expect(await one.shared.restore(ref, 1, 3)).toMatchObject({ ok: true });
    expect(store.newest(ref)?.record.secrets).toEqual({ clientSecret: 'maple-secret' });
  });
});

describe('the same id in another folder', () => {
  it('is shown, opened and brought as what it is', async () => {
    const { one, store, id, ref } = await marie();
    await one.shared.publish([id], FOLDER);
    const other = { folder: 'Else', id };
    store.write(other, theirs({ name: 'Maple', values: { serverUrl: 'https://evil.example' } }), 0);
    const paul = openWizard({ folder: temporaryFolder(), store: store.client('paul') });
    await signIn(paul);
    await paul.shared.refresh();
    expect(
      paul.shared
        .view()
        .rows.map(({ folder }) => folder)
        .toSorted(),
    ).toEqual(['Else', FOLDER]);
    for (const folder of [FOLDER, 'Else'])
      expect(await paul.shared.details(id, folder)).toMatchObject({ value: { row: { folder } } });
    expect(await paul.shared.details(id, 'Third')).toEqual(refuse({ code: 'not-found' }));
    expect(await paul.shared.bring(other, { version: 1, origins: [ORIGIN] })).toEqual(
      refuse({ code: 'changed-there' }),
    );
    expect(await paul.shared.bring(ref, { version: 1, origins: [ORIGIN] })).toEqual(ok('pulled'));
    // Nobody's click on the other one moves what is here.
    expect(await paul.shared.bring(other, { version: 1, origins: ['https://evil.example'] })).toEqual(
      refuse({ code: 'already-here' }),
    );
    expect(paul.shared.view().rows).toMatchObject([{ id, folder: FOLDER, standing: 'in-step' }]);
  });
});

it('a list at its limit takes one more without the file counting as damaged', () => {
  const at = '2026-02-01T10:00:00.000Z';
  const records = Array.from({ length: LIMITS.connections }, (_, index) => ({
    ref: { folder: FOLDER, id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` },
    version: 1,
    at,
    isGone: false,
    about: null,
  }));
  const state = { ...NOTHING_SHARED, listing: { asOf: at, otherEntries: 0, records } };
  const added = { folder: FOLDER, id: connection().id };
  const after = withListed(state, added, { record: theirs(), version: 1, at }).listing?.records;
  expect(after).toHaveLength(LIMITS.connections);
  expect(after?.at(-1)?.ref).toEqual(added);
});

it('a record that would fill this computer is none', () => {
  const many = (length: number) =>
    Object.fromEntries(Array.from({ length: 32 }, (_, index) => [`field${index}`, 'x'.repeat(length)]));
  expect(sharedRecordSchema.safeParse(theirs({ values: many(1000) })).success).toBe(true);
  expect(sharedRecordSchema.safeParse(theirs({ values: many(4096) })).success).toBe(false);
  expect(sharedRecordSchema.safeParse(theirs({ secrets: many(8192) })).success).toBe(false);
});
