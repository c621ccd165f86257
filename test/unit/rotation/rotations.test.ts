import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@contract/connection';
import type { Report } from '@contract/report';
import { describe, expect, it } from 'vitest';
import type { OpenWriter } from '../../../electron/connections/store-file';
import type { Rotations } from '../../../electron/rotation/rotations';
import { asSecretRecord } from '../../../electron/secrets/secret-record';
import { aConnection } from '../../fakes/connections';
import { FakeCipher, good } from '../../fakes/secret-cipher';
import { behindTheWindow } from '../../support/behind-the-window';
import { allFiles, findSecret, temporaryFolder } from '../../support/temporary-folder';

const [OLD, NEW] = ['canary-0ld-secret', 'canary-n3w-secret'];
const FIELD = 'clientSecret';
const now = () => new Date('2026-01-05T08:00:00.000Z');
const ORIGIN = 'https://ps.example';

const powerschool: Connection = aConnection({
  system: 'powerschool',
  values: { serverUrl: ORIGIN, clientId: 'old-id' },
  setup: { step: 'finish', registrationSentOn: null, finishedAt: now().toISOString() },
});

/** Calling it again simulates a restart. */
function start(folder: string, cipher: FakeCipher, openWriter?: OpenWriter) {
  const reports: Report[] = [];
  const behind = behindTheWindow({
    folder,
    now,
    cipher,
    ...(openWriter === undefined ? {} : { openWriter }),
    rotationPorts: { reports: { add: (_id, report) => reports.push(report) } },
  });
  const { connections: store, vault, rotations, history } = behind;
  const { id } = powerschool;
  return {
    store,
    vault,
    rotations,
    reports,
    history,
    id,
    saved: () => store.get(id),
    act: (...action: [Parameters<Rotations['act']>[1], boolean?]) =>
      rotations.act(id, action[0], action[1] ?? false),
    inUse: () => vault.open({ connection: id, field: FIELD }, ORIGIN),
    beside: () => vault.open({ connection: id, field: FIELD, slot: 'next' }, ORIGIN),
    kept: () => vault.open({ connection: id, field: FIELD, slot: 'previous' }, ORIGIN),
  };
}

async function withOld(cipher = new FakeCipher()) {
  const folder = temporaryFolder();
  const app = start(folder, cipher);
  app.store.create(powerschool);
  await app.vault.save({ connection: app.id, field: FIELD }, OLD, [ORIGIN]);
  return { folder, cipher, app };
}

async function entered(app: ReturnType<typeof start>) {
  await app.act('begin');
  await app.rotations.enterValues(app.id, { clientId: 'new-id' });
  await app.rotations.enterSecret(app.id, FIELD, NEW);
}

function report(outcome: 'passed' | 'failed' = 'passed'): Report {
  return {
    version: 1,
    app: '0.0.0',
    connection: { id: powerschool.id, system: 'powerschool', name: 'x', environment: 'test' },
    startedAt: '2026-01-05T09:00:00.000Z',
    durationMs: 1,
    outcome,
    steps: [
      {
        id: 'secure-connection',
        subject: null,
        outcome: 'passed',
        code: 'ok',
        durationMs: 1,
        facts: { validTo: '2026-03-01T00:00:00Z' },
      },
      {
        id: 'sign-in',
        subject: null,
        outcome,
        code: outcome === 'passed' ? 'ok' : 'credentials-rejected',
        durationMs: 1,
        facts: {},
      },
    ],
  };
}

const said = (secret: string) => ({ ok: true, value: secret });

describe('a rotation', () => {
  it('goes its whole way, and both secrets are where they belong after every step and every restart', async () => {
    const { folder, cipher, app } = await withOld();
    await entered(app);
    let again = start(folder, cipher);
    expect(await again.inUse()).toEqual(said(OLD));
    expect(await again.beside()).toEqual(said(NEW));
    expect(again.saved()?.values.clientId).toBe('old-id');
    // The check uses the new values with the new secret.
    expect(again.rotations.toTest(again.id)?.values).toEqual({ serverUrl: ORIGIN, clientId: 'new-id' });
    again.rotations.beginTest(again.id);
    again.rotations.tested(again.id, report());
    expect(again.saved()?.rotation).toMatchObject({ phase: 'beside', provedAt: '2026-01-05T09:00:00.000Z' });

    await again.act('switch');
    expect(again.reports).toHaveLength(1);
    expect(again.saved()?.lastCheck).toMatchObject({
      proved: true,
      certificateEnds: '2026-03-01T00:00:00.000Z',
    });
    expect(await again.act('remove-old')).toEqual({ ok: false, failure: 'not-now' });
    again = start(folder, cipher);
    expect(again.saved()?.values.clientId).toBe('new-id');
    expect(again.saved()?.rotation?.values).toEqual({ clientId: 'old-id' });
    expect(await again.inUse()).toEqual(said(NEW));
    expect(await again.kept()).toEqual(said(OLD));

    await again.rotations.readBack(again.id);
    expect(again.saved()?.rotation).toMatchObject({ readBackAt: now().toISOString() });
    expect((await again.act('remove-old')).ok).toBe(true);
    expect(again.saved()?.rotation).toBeUndefined();
    again = start(folder, cipher);
    expect(await again.inUse()).toEqual(said(NEW));
    expect(await again.kept()).toMatchObject({ failure: { code: 'absent' } });
    expect(
      again.history
        .list(again.id)
        .map(({ action }) => action)
        .reverse(),
    ).toEqual(['new-entered', 'switched', 'old-removed']);
    for (const canary of [OLD, NEW]) expect(findSecret(folder, canary)).toEqual([]);
  });

  it('of a product whose keys end after a year, the new one’s end is remembered once the old one is gone', async () => {
    const { folder, cipher, app } = await withOld();
    const campus: Connection = {
      ...powerschool,
      system: 'oneroster',
      values: {
        provider: 'infinite-campus',
        version: '1.1',
        serverUrl: `${ORIGIN}/one/two`,
        tokenUrl: `${ORIGIN}/token?appName=a`,
        clientId: 'old_id',
      },
      reminders: { everyMonths: 6, keyEndsOn: '2026-02-01' },
    };
    app.store.replace(campus);
    await entered(app);
    await app.act('switch');
    expect(app.saved()?.reminders?.keyEndsOn).toBe('2026-02-01');
    const again = start(folder, cipher);
    await again.rotations.readBack(again.id);
    expect((await again.act('remove-old', true)).ok).toBe(true);
    expect(again.saved()?.reminders).toEqual({ everyMonths: 6, keyEndsOn: '2027-01-05' });
  });

  it('the old secret removed for good lies in no kept copy of the store', async () => {
    const { folder, cipher, app } = await withOld();
    const old = asSecretRecord(app.store.readSecret({ connection: app.id, field: FIELD }))?.cipher ?? '';
    await entered(app);
    await app.act('switch');
    const again = start(folder, cipher);
    await again.rotations.readBack(again.id);
    expect([...allFiles(folder).values()].some((bytes) => bytes.includes(old))).toBe(true);
    expect((await again.act('remove-old', true)).ok).toBe(true);
    expect([...allFiles(folder).values()].some((bytes) => bytes.includes(old))).toBe(false);
  });

  it('undone while the disk is read back, stays undone, values and secrets together', async () => {
    const { folder, cipher, app } = await withOld();
    await entered(app);
    await app.act('switch');
    const again = start(folder, cipher);
    const reading = again.rotations.readBack(again.id);
    expect((await again.act('undo')).ok).toBe(true);
    await reading;
    expect(again.saved()).toMatchObject({ values: { clientId: 'old-id' }, rotation: { phase: 'beside' } });
    expect(await again.inUse()).toEqual(said(OLD));
  });

  it('undone, has the old one in use again, and the new one beside it still', async () => {
    const { folder, cipher, app } = await withOld();
    await entered(app);
    await app.act('switch');
    const undone = start(folder, cipher);
    expect((await undone.act('undo')).ok).toBe(true);
    const again = start(folder, cipher);
    expect(again.saved()?.values.clientId).toBe('old-id');
    expect([await again.inUse(), await again.beside()]).toEqual([said(OLD), said(NEW)]);
    const dropped = asSecretRecord(
      again.store.readSecret({ connection: again.id, field: FIELD, slot: 'next' }),
    );
    expect((await again.act('cancel')).ok).toBe(true);
    expect(await again.beside()).toMatchObject({ failure: { code: 'absent' } });
    expect(await again.inUse()).toEqual(said(OLD));
    // The discarded secret is in no generation of the store either.
    const holding = [...allFiles(folder)].filter(([, bytes]) => bytes.includes(dropped?.cipher ?? ''));
    expect(holding.map(([file]) => file)).toEqual([]);
  });

  it('switches nothing before the new secret is there', async () => {
    const { app } = await withOld();
    await app.act('begin');
    expect(await app.act('switch')).toEqual({ ok: false, failure: 'not-now' });
    expect(await app.inUse()).toEqual(said(OLD));
  });

  it('takes only the values the system replaces together with its secret', async () => {
    const { app } = await withOld();
    await app.act('begin');
    for (const field of ['serverUrl', 'clientSecret', '__proto__']) {
      expect(
        await app.rotations.enterValues(app.id, Object.fromEntries([[field, 'https://evil.example']])),
      ).toEqual({ ok: false, failure: 'not-now' });
    }
  });

  it('a new secret is sealed for the connection’s own origins, and refused to any other', async () => {
    const { app } = await withOld();
    await entered(app);
    expect(
      await app.vault.open({ connection: app.id, field: FIELD, slot: 'next' }, 'https://evil.example'),
    ).toEqual({ ok: false, failure: { code: 'other-address' } });
    // The address was edited before the switch, so the new secret stays behind as well.
    const connection = app.saved();
    if (connection === undefined) throw new Error('gone');
    app.store.replace({ ...connection, values: { ...connection.values, serverUrl: 'https://evil.example' } });
    await app.act('switch');
    expect(await app.vault.open({ connection: app.id, field: FIELD }, 'https://evil.example')).toEqual({
      ok: false,
      failure: { code: 'other-address' },
    });
  });

  it('what was proved is no more once anything of it changes, also while the check is under way', async () => {
    const { app } = await withOld();
    await entered(app);
    app.rotations.beginTest(app.id);
    await app.rotations.enterSecret(app.id, FIELD, `${NEW}er`);
    app.rotations.tested(app.id, report());
    expect(app.saved()?.rotation?.provedAt).toBeNull();
    app.rotations.beginTest(app.id);
    app.rotations.tested(app.id, report('failed'));
    expect(app.saved()?.rotation?.provedAt).toBeNull();
    app.rotations.beginTest(app.id);
    app.rotations.tested(app.id, report());
    expect(app.saved()?.rotation?.provedAt).not.toBeNull();
    await app.rotations.enterValues(app.id, { clientId: 'newer-id' });
    expect(app.saved()?.rotation?.provedAt).toBeNull();
  });

  it('says when the new secret is the one that is already in use', async () => {
    const { app } = await withOld();
    await app.act('begin');
    const view = await app.rotations.enterSecret(app.id, FIELD, OLD);
    expect(view.ok && view.value.same).toEqual([FIELD]);
  });

  it('a secret in memory only goes the same way, without a word on the disk', async () => {
    const cipher = new FakeCipher({ ...good, verdict: 'unavailable', reason: 'no-keyring' });
    const { folder, app } = await withOld(cipher);
    await entered(app);
    expect(await app.beside()).toEqual(said(NEW));
    const view = await app.act('switch');
    expect(view.ok && view.value.onlyThisRun).toBe(true);
    expect(await app.inUse()).toEqual(said(NEW));
    await app.act('undo');
    expect(await app.inUse()).toEqual(said(OLD));
    await app.act('switch');
    expect((await app.act('remove-old', true)).ok).toBe(true);
    expect([await app.inUse(), await app.kept()]).toEqual([
      said(NEW),
      { ok: false, failure: { code: 'absent' } },
    ]);
    for (const canary of [OLD, NEW]) expect(findSecret(folder, canary)).toEqual([]);
  });

  it('an old secret nobody can open keeps its bytes through the switch and back', async () => {
    const { folder, cipher, app } = await withOld();
    const bytes = app.store.readSecret({ connection: app.id, field: FIELD });
    cipher.current = { ...good, verdict: 'unavailable', reason: 'locked' };
    const locked = start(folder, cipher);
    await entered(locked);
    // The new secret is in memory, the old one on disk: the old one must not be removed before the new one can be
    // saved.
    const view = await locked.act('switch');
    expect(view.ok && [view.value.current[FIELD], view.value.other[FIELD], view.value.onlyThisRun]).toEqual([
      'session-only',
      'unreadable',
      false,
    ]);
    expect(await locked.act('remove-old', true)).toEqual({ ok: false, failure: 'not-now' });
    expect(locked.store.readSecret({ connection: locked.id, field: FIELD, slot: 'previous' })).toEqual(bytes);
    await locked.act('undo');
    expect(locked.store.readSecret({ connection: locked.id, field: FIELD })).toEqual(bytes);
    cipher.current = good;
    expect(await start(folder, cipher).inUse()).toEqual(said(OLD));
  });
});

describe('a rotation on a disk that takes nothing', () => {
  const actions = ['switch', 'undo', 'remove-old', 'cancel'] as const;
  it.each(actions)('%s: told, and all is as it was, in memory and on the disk', async (action) => {
    const { folder, cipher, app } = await withOld();
    await entered(app);
    if (action === 'undo' || action === 'remove-old') await app.act('switch');
    const ready = start(folder, cipher);
    if (action === 'remove-old') await ready.rotations.readBack(ready.id);
    const before = readFileSync(join(folder, 'connections.json'), 'utf8');
    const full = start(folder, cipher, () => () => {
      throw new Error('ENOSPC');
    });
    const stateBefore = JSON.stringify(full.saved());
    expect(await full.act(action, true)).toEqual({ ok: false, failure: 'not-saved' });
    expect(JSON.stringify(full.saved())).toBe(stateBefore);
    expect(readFileSync(join(folder, 'connections.json'), 'utf8')).toBe(before);
  });
});
