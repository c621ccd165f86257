import { afterEach, beforeEach, expect, it } from 'vitest';
import { toMetadata } from '../../../electron/shared-store/about';
import { type KvStore, startKvStore } from '../../servers/kv-store';
import { adapterFor, aRecord, aRef } from '../../support/shared-store';

const FOLDERS = 72;

let server: KvStore;
beforeEach(async () => {
  server = await startKvStore();
  server.mountKv('secret');
});
afterEach(() => server.stop());

function seed(count: number): void {
  const records = Array.from({ length: count }, (_, at) => {
    const { folder, id } = aRef(`board ${at % FOLDERS}`);
    const record = aRecord({ name: `Connection ${at}` });
    return { path: `school-api/${folder}/${id}`, data: record, custom: toMetadata(record, 1, null) };
  });
  server.seed('secret', records);
}

it('is read over eight connections, one request an entry, and tells how far it is', async () => {
  seed(2000);
  const told: number[] = [];
  const listed = await adapterFor(server, server.rootToken).list('', (some) => told.push(some.length));
  if (!listed.ok) throw new Error(JSON.stringify(listed.failure));
  expect(listed.value.records).toHaveLength(2000);
  expect(new Set(listed.value.records.map(({ about }) => about?.name)).size).toBe(2000);
  expect(server.requests).toHaveLength(1 + FOLDERS + 2000);
  expect(server.connections).toBeLessThanOrEqual(8);
  expect(told).toEqual(Array.from({ length: 20 }, () => 100));
});

it('stops at once when it is cancelled, and leaves no connection open', async () => {
  seed(400);
  const cancel = new AbortController();
  let answered = 0;
  server.mishap = () => {
    answered += 1;
    if (answered === 200) cancel.abort();
    return null;
  };
  const listed = await adapterFor(server, server.rootToken, { signal: cancel.signal }).list('');
  expect(listed).toMatchObject({ ok: false, failure: { kind: 'finding', code: 'cancelled' } });
  expect(answered).toBeLessThan(220);
});

it('survives a server that closes its connections now and then', async () => {
  seed(400);
  let count = 0;
  server.mishap = () => {
    count += 1;
    return count % 50 === 0 ? { kind: 'closing' } : null;
  };
  const listed = await adapterFor(server, server.rootToken).list('');
  expect(listed).toMatchObject({ ok: true });
  expect(listed.ok && listed.value.records).toHaveLength(400);
  expect(server.connections).toBeGreaterThan(8);
});

it('tells of each entry once, also of the last', async () => {
  seed(250);
  const told: string[] = [];
  const listed = await adapterFor(server, server.rootToken).list('', (some) => {
    told.push(...some.map(({ ref }) => ref.id));
  });
  if (!listed.ok) throw new Error(JSON.stringify(listed.failure));
  expect(told).toEqual(listed.value.records.map(({ ref }) => ref.id));
});

it('fails, and is not cut short, if one entry cannot be read', async () => {
  seed(400);
  let count = 0;
  server.mishap = () => {
    count += 1;
    return count === 300 ? { kind: 'answer', status: 500, body: '{"errors":["1 error occurred"]}' } : null;
  };
  const listed = await adapterFor(server, server.rootToken).list('');
  expect(listed).toMatchObject({ ok: false, failure: { kind: 'finding', code: 'server-error' } });
  expect(count).toBeLessThan(320);
});
