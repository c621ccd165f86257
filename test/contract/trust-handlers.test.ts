import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@contract/connection';
import { beforeAll, describe, expect, it } from 'vitest';
import { savedSubject } from '../../electron/check/saved-connection';
import { ConnectionStore } from '../../electron/connections/connection-store';
import { Trust } from '../../electron/http/trust';
import { makeProgram } from '../../electron/program';
import { systemById } from '../../electron/systems/catalogue';
import { programPorts } from '../fakes/program-ports';
import { type Issued, makeAuthority } from '../support/certificates';
import { temporaryFolder } from '../support/temporary-folder';

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Issued;
beforeAll(async () => {
  authority = await makeAuthority('Maple Root');
  leaf = await authority.leaf();
});

const at = '2026-01-06T08:00:00.000Z';
const maple: Connection = {
  id: '6f1c1e1a-0000-4000-8000-000000000001',
  system: 'powerschool',
  name: 'Maple',
  environment: 'test',
  practice: false,
  boardNumber: '',
  values: { serverUrl: 'https://SIS.maple.example/public/', clientId: 'x' },
  setup: { step: 'finish', registrationSentOn: null, finishedAt: null },
  lastCheck: { at: '2026-01-05T08:00:00.000Z', outcome: 'passed', proved: true, step: null, code: null },
  createdAt: '2026-01-05T08:00:00.000Z',
  updatedAt: '2026-01-05T08:00:00.000Z',
};

/** The real store and validation; only the dialog is fake. */
function desk(change: Partial<Connection> = {}) {
  const folder = temporaryFolder();
  const now = () => new Date('2026-02-01T08:00:00.000Z');
  const ports = programPorts({ folder, now });
  let chosen: string | null = null;
  const { connections, handlers: call } = makeProgram({
    ...ports,
    openNetwork: async () => ({
      resolveProxy: async () => 'DIRECT',
      lookUp: async () => [],
      trust: new Trust([]),
      now: () => Date.now(),
    }),
    dialogs: { ...ports.dialogs, askForCertificate: async () => chosen },
  });
  connections.create({ ...maple, ...change });
  const put = (...content: readonly Issued[]) => {
    chosen = join(folder, 'Our root.pem');
    writeFileSync(chosen, content.map(({ pem }) => pem).join('\n'));
  };
  const choose = async () => {
    const answer = await call['choose-certificates']({ id: maple.id });
    if (!answer.ok || answer.value?.kind !== 'read') throw new Error(JSON.stringify(answer));
    return answer.value;
  };
  const accept = async (token: string | null) => {
    if (token === null) throw new Error('nothing to accept');
    return call['accept-certificates']({ id: maple.id, token });
  };
  return { folder, connections, call, put, choose, accept, forget: () => (chosen = null) };
}

const kept = ({ connections }: ReturnType<typeof desk>) => connections.get(maple.id)?.extraCertificates;

describe('a certificate from a file', () => {
  it('is shown first, and kept for the connection’s hosts only once that is accepted', async () => {
    const d = desk();
    d.put(authority.root);
    const shown = await d.choose();
    expect(shown).toMatchObject({
      fileName: 'Our root.pem',
      hosts: ['sis.maple.example'],
      certificates: [{ subject: 'Maple Root', issuer: 'Maple Root', verdict: 'good' }],
    });
    expect(JSON.stringify(shown)).not.toContain('BEGIN');
    expect(kept(d)).toBeUndefined();
    expect(d.connections.get(maple.id)?.lastCheck).not.toBeNull();

    const answer = await d.accept(shown.token);
    expect(answer).toMatchObject({
      ok: true,
      value: { certificates: [{ subject: 'Maple Root', hosts: ['sis.maple.example'], verdict: 'good' }] },
    });
    expect(kept(d)).toEqual([
      { pem: authority.root.pem.trim(), hosts: ['sis.maple.example'], addedAt: '2026-02-01T08:00:00.000Z' },
    ]);
    // The last result was made without it.
    expect(d.connections.get(maple.id)?.lastCheck).toBeNull();
    const again = new ConnectionStore({ folder: d.folder, now: () => new Date() }).get(maple.id);
    expect(again?.extraCertificates).toEqual(kept(d));
  });

  it.each([
    [
      'a new secret that was proved under other trust has to be proved anew',
      { phase: 'beside', begunAt: at, values: {}, provedAt: at },
      { provedAt: null },
    ],
    [
      'so has one in use, before the old one may go',
      {
        phase: 'switched',
        begunAt: at,
        values: {},
        provedAt: at,
        switchedAt: at,
        switchedIn: crypto.randomUUID(),
        readBackAt: at,
      },
      { provedAt: null, readBackAt: null },
    ],
  ] as const)('%s', async (_what, rotation, after) => {
    const d = desk({ rotation });
    d.put(authority.root);
    const shown = await d.choose();
    await d.accept(shown.token);
    expect(d.connections.get(maple.id)?.rotation).toMatchObject({ phase: rotation.phase, ...after });
    d.connections.replace({ ...maple, rotation, extraCertificates: kept(d) });
    const [{ fingerprint } = { fingerprint: '' }] = shown.certificates;
    expect((await d.call['remove-certificate']({ id: maple.id, fingerprint })).ok).toBe(true);
    expect(d.connections.get(maple.id)?.rotation).toMatchObject({ phase: rotation.phase, ...after });
  });

  it('goes alone: what was changed while it was looked for stays changed', async () => {
    const d = desk();
    d.put(authority.root);
    const shown = await d.choose();
    await d.accept(shown.token);
    const [{ fingerprint } = { fingerprint: '' }] = shown.certificates;
    const removing = d.call['remove-certificate']({ id: maple.id, fingerprint });
    const before = d.connections.get(maple.id) ?? maple;
    d.connections.replace({ ...before, values: { ...before.values, clientId: 'another' } });
    expect((await removing).ok).toBe(true);
    expect(kept(d)).toBeUndefined();
    expect(d.connections.get(maple.id)?.values.clientId).toBe('another');
  });

  it('is what was shown, though the file was changed meanwhile', async () => {
    const d = desk();
    d.put(authority.root);
    const { token } = await d.choose();
    d.put((await makeAuthority('Somebody else')).root);
    await d.accept(token);
    expect(kept(d)?.map(({ pem }) => pem)).toEqual([authority.root.pem.trim()]);
  });

  it('is accepted once, by the newest token, and for the hosts that were shown', async () => {
    const d = desk();
    d.put(authority.root);
    const first = await d.choose();
    const second = await d.choose();
    expect(await d.accept(first.token)).toEqual({ ok: false, failure: { code: 'bad-request' } });
    d.connections.replace({ ...maple, values: { ...maple.values, serverUrl: 'https://other.example' } });
    expect(await d.accept(second.token)).toEqual({ ok: false, failure: { code: 'bad-request' } });
    expect(kept(d)).toBeUndefined();
    const third = await d.choose();
    expect((await d.accept(third.token)).ok).toBe(true);
    expect(await d.accept(third.token)).toEqual({ ok: false, failure: { code: 'bad-request' } });
  });

  it('leaves out what is of no use, and keeps nothing when nothing is', async () => {
    const d = desk();
    d.put(leaf, authority.intermediate, authority.root);
    const shown = await d.choose();
    expect(shown.certificates.map(({ verdict }) => verdict)).toEqual(['server-certificate', 'good', 'good']);
    await d.accept(shown.token);
    expect(kept(d)).toHaveLength(2);
    d.put(leaf);
    expect((await d.choose()).token).toBeNull();
  });

  it('of no use, or none at all, changes nothing', async () => {
    const d = desk();
    expect(await d.call['choose-certificates']({ id: maple.id })).toEqual({ ok: true, value: null });
    d.put();
    expect(await d.call['choose-certificates']({ id: maple.id })).toEqual({
      ok: true,
      value: { kind: 'refused', fileName: 'Our root.pem', problem: 'empty' },
    });
    expect(d.connections.get(maple.id)).toMatchObject({ lastCheck: maple.lastCheck });
  });

  it('is taken away by its fingerprint, and only that one', async () => {
    const d = desk();
    d.put(authority.root, authority.intermediate);
    const shown = await d.choose();
    await d.accept(shown.token);
    const fingerprint = shown.certificates[0]?.fingerprint ?? '';
    const left = await d.call['remove-certificate']({ id: maple.id, fingerprint });
    expect(left).toMatchObject({
      ok: true,
      value: { certificates: [{ subject: 'Maple Root Intermediate' }] },
    });
    const other = shown.certificates[1]?.fingerprint ?? '';
    await d.call['remove-certificate']({ id: maple.id, fingerprint: other });
    expect(kept(d)).toBeUndefined();
  });

  it('is not for a rehearsal, nor before there is an address', async () => {
    const rehearsal = desk({ practice: true });
    expect(await rehearsal.call['extra-trust']({ id: maple.id })).toEqual({
      ok: false,
      failure: { code: 'not-found' },
    });
    const early = desk({ values: {} });
    early.put(authority.root);
    expect(await early.call['choose-certificates']({ id: maple.id })).toEqual({
      ok: false,
      failure: { code: 'bad-request' },
    });
  });

  it('goes into every check of the connection, with the hosts it was accepted for', async () => {
    const d = desk();
    d.put(authority.root);
    await d.accept((await d.choose()).token);
    const connection = d.connections.get(maple.id);
    if (connection === undefined) throw new Error('gone');
    const moved = { ...connection, values: { ...connection.values, serverUrl: 'https://other.example' } };
    expect(savedSubject(moved, [], systemById('powerschool')).extraCertificates).toEqual(kept(d));
  });
});
