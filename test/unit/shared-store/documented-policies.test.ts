import { afterEach, beforeEach, expect, it } from 'vitest';
import { type KvStore, startKvStore } from '../../servers/kv-store';
import { allowed, type Capability } from '../../servers/kv-store/policies';
import { textOf } from '../../support/documents';
import { adapterFor, aRecord, aRef } from '../../support/shared-store';

/* The policies that docs/sharing.md gives an administrator to paste do what the page says. */

type Rules = { [pattern: string]: readonly Capability[] };

/** The rules of the first block after a heading in bold. */
function policyAfter(heading: string): Rules {
  const block = textOf('docs/sharing.md').split(`**${heading}**`)[1]?.split('```')[1] ?? '';
  const rules = [...block.matchAll(/path "([^"]+)"\s*\{ capabilities = \[([^\]]*)\] \}/g)];
  return Object.fromEntries(
    rules.map(([, pattern = '', list = '']) => [
      pattern,
      [...list.matchAll(/"(\w+)"/g)].map(([, one]) => one as Capability),
    ]),
  );
}

let server: KvStore;
beforeEach(async () => {
  server = await startKvStore();
  server.mountKv('secret');
  for (const role of ['Reader', 'Editor', 'Nightly job']) {
    const rules = policyAfter(role);
    expect(Object.keys(rules).length).toBeGreaterThan(1);
    server.allow(role, rules);
  }
});
afterEach(() => server.stop());
const as = (role: string) => adapterFor(server, server.makeToken([role]));

it('an editor may do all in the folder, and nothing in another', async () => {
  const editor = as('Editor');
  const all = { list: true, read: true, write: true, delete: true };
  expect(await editor.rights('maple')).toEqual({ ok: true, value: all });
  const ref = aRef('maple');
  expect(await editor.writeIfVersion(ref, aRecord(), 0)).toEqual({ ok: true, value: 1 });
  expect(await editor.list('maple')).toMatchObject({
    ok: true,
    value: { records: [{ about: { forVersion: 1 } }] },
  });
  expect(await editor.delete(ref, 1)).toEqual({ ok: true, value: null });
  expect(await editor.writeIfVersion(ref, aRecord(), 1)).toEqual({ ok: true, value: 2 });
  const none = { list: false, read: false, write: false, delete: false };
  expect(await editor.rights('oak')).toEqual({ ok: true, value: none });
  expect(await editor.writeIfVersion(aRef('oak'), aRecord(), 0)).toMatchObject({
    ok: false,
    failure: { kind: 'finding', code: 'store-not-permitted' },
  });
});

it('a reader and the nightly job may list and read', async () => {
  const [here, there] = [aRef('maple'), aRef('oak')];
  const root = adapterFor(server, server.rootToken);
  for (const ref of [here, there]) await root.writeIfVersion(ref, aRecord(), 0);
  const only = { list: true, read: true, write: false, delete: false };
  for (const role of ['Reader', 'Nightly job']) {
    expect(await as(role).rights('maple')).toEqual({ ok: true, value: only });
    expect(await as(role).read(here)).toMatchObject({ ok: true });
    expect(await as(role).writeIfVersion(here, aRecord(), 1)).toMatchObject({
      ok: false,
      failure: { code: 'store-not-permitted' },
    });
  }
  // From above, each finds what is theirs.
  expect(await as('Reader').list('')).toMatchObject({
    ok: true,
    value: { records: [{ ref: here }], otherEntries: 1 },
  });
  expect(await as('Reader').read(there)).toMatchObject({ ok: false });
  const listed = await as('Nightly job').list('');
  expect(listed.ok && listed.value.records).toHaveLength(2);
});

it('no policy lets anybody destroy versions or remove metadata', () => {
  for (const role of ['Reader', 'Editor', 'Nightly job']) {
    const policy = [new Map(Object.entries(policyAfter(role)))];
    expect(allowed(policy, 'secret/destroy/school-api/maple/x')).toEqual(['deny']);
    expect(allowed(policy, 'secret/metadata/school-api/maple/x')).not.toContain('delete');
  }
});
