import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestOf } from '@contract/channels';
import type { Connection, ConnectionView } from '@contract/connection';
import type { Report } from '@contract/report';
import { describe, expect, it } from 'vitest';
import { SettingsStore } from '../../electron/connections/settings-store';
import { makeProgram } from '../../electron/program';
import { FakeClipboard, programPorts } from '../fakes/program-ports';
import { findSecret, temporaryFolder } from '../support/temporary-folder';

const CANARY = 'canary-5ecret-0O1lI';
const REDIRECT = 'http://127.0.0.1:50123/onsis/callback';

/** The whole program; only the keyring and the checks are fake. */
function wizard() {
  const folder = temporaryFolder();
  const now = () => new Date('2026-01-05T08:00:00.000Z');
  new SettingsStore({ folder, now }).update({ loopbackPort: 50_123 });
  const clipboard = new FakeClipboard();
  const checks: Connection[] = [];
  let finish: (report: Report) => void = () => undefined;
  const {
    handlers: call,
    connections,
    reports,
    history,
  } = makeProgram({
    ...programPorts({ folder, now, clipboard }),
    instead: {
      runCheck: (connection, { signal }) => {
        checks.push(connection);
        return new Promise((resolve) => {
          finish = resolve;
          signal.addEventListener('abort', () => resolve(report(connection, 'cancelled')));
        });
      },
    },
  });
  return {
    folder,
    connections,
    reports,
    history,
    call,
    clipboard,
    checks,
    finish: (done: Report) => finish(done),
  };
}

function report(connection: Connection, code: 'ok' | 'cancelled' = 'ok'): Report {
  const outcome = code === 'ok' ? ('passed' as const) : ('failed' as const);
  return {
    version: 1,
    app: '0.0.0',
    connection: {
      id: connection.id,
      system: 'onsis',
      name: connection.name,
      environment: connection.environment,
    },
    startedAt: '2026-01-05T08:00:00.000Z',
    durationMs: 1,
    outcome,
    steps: [{ id: 'sign-in', subject: null, outcome, code, durationMs: 1, facts: {} }],
  };
}

const values = {
  redirectUrl: 'https://sms.example/onsis/callback',
  clientId: 'maple-4821',
  authenticationUrl: 'https://auth.example/authorize',
  tokenUrl: 'https://auth.example/token',
  apiUrl: 'https://api.example',
  scopes: 'demo.read',
};

async function created(w: ReturnType<typeof wizard>, change: Partial<RequestOf<'create-connection'>> = {}) {
  const answer = await w.call['create-connection']({
    system: 'onsis',
    name: 'Maple DSB',
    environment: 'test',
    practice: false,
    boardNumber: '',
    redirect: 'sis-server',
    ...change,
  });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.connection;
}

async function saved(
  w: ReturnType<typeof wizard>,
  connection: Connection,
  change: Partial<RequestOf<'save-connection'>> = {},
): Promise<ConnectionView> {
  const answer = await w.call['save-connection']({
    id: connection.id,
    name: connection.name,
    environment: connection.environment,
    boardNumber: '',
    redirect: 'sis-server',
    values,
    step: 'enter',
    registrationSentOn: null,
    finished: false,
    ...change,
  });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

describe('connections', () => {
  it('take this computer’s redirect URL in that mode, and give it up in the other', async () => {
    const w = wizard();
    const connection = await created(w, { redirect: 'this-computer' });
    expect(connection.values.redirectUrl).toBe(REDIRECT);
    const other = await saved(w, connection, { values: { redirectUrl: REDIRECT } });
    expect(other.connection.values.redirectUrl).toBe('');
  });

  it('are reminded of the day on which a key ends, once it is all entered and where that is known', async () => {
    const w = wizard();
    const connection = await created(w, { system: 'oneroster' });
    const campus = { provider: 'infinite-campus', version: '1.1', serverUrl: 'https://campus.example/a/b' };
    const going = await saved(w, connection, { values: campus });
    expect(going.connection.reminders).toBeUndefined();
    const done = await saved(w, connection, { values: campus, step: 'finish', finished: true });
    expect(done.connection.reminders).toEqual({ everyMonths: null, keyEndsOn: '2027-01-05' });
    // What the person decides afterwards stays.
    await w.call['set-reminders']({ id: connection.id, reminders: { everyMonths: null, keyEndsOn: null } });
    const later = await saved(w, connection, { values: campus, step: 'finish', finished: true });
    expect(later.connection.reminders?.keyEndsOn).toBeNull();
  });

  it('keep no secret and no unknown value among the open ones', async () => {
    const w = wizard();
    const connection = await created(w);
    for (const field of ['clientSecret', 'unknown', '__proto__', 'constructor']) {
      const smuggled = JSON.parse(`{"${field}": "${CANARY}"}`) as Record<string, string>;
      const answer = await w.call['save-connection']({
        id: connection.id,
        name: 'Maple DSB',
        environment: 'test',
        boardNumber: '',
        redirect: 'sis-server',
        values: smuggled,
        step: 'enter',
        registrationSentOn: null,
        finished: false,
      });
      expect(answer, field).toEqual({ ok: false, failure: { code: 'bad-request' } });
    }
    expect(findSecret(w.folder, CANARY)).toEqual([]);
  });

  it('name their siblings of the same system, rehearsals apart', async () => {
    const w = wizard();
    const connection = await created(w);
    const production = await created(w, { environment: 'production', name: 'Maple production' });
    await created(w, { practice: true });
    await created(w, { system: 'powerschool' });
    const opened = await w.call['open-connection']({ id: connection.id });
    expect(opened.ok && opened.value.siblings.map((sibling) => sibling.id)).toEqual([production.id]);
  });

  it('are gone with their secret and their reports when deleted', async () => {
    const w = wizard();
    const connection = await created(w);
    await saved(w, connection);
    await w.call['save-secret']({ id: connection.id, field: 'clientSecret', secret: CANARY });
    w.reports.add(connection.id, report(connection));
    expect(await w.call['delete-connection']({ id: connection.id })).toEqual({ ok: true, value: null });
    expect(w.connections.list()).toEqual([]);
    expect(w.reports.newest(connection.id)).toBeNull();
    expect(await w.call['reveal-secret']({ id: connection.id, field: 'clientSecret' })).toEqual({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  it('answer for an unknown id with one code and change nothing', async () => {
    const w = wizard();
    const id = randomUUID();
    expect(await w.call['open-connection']({ id })).toEqual({ ok: false, failure: { code: 'not-found' } });
    expect(await w.call['delete-connection']({ id })).toEqual({ ok: false, failure: { code: 'not-found' } });
    expect(await w.call['save-secret']({ id, field: 'clientSecret', secret: CANARY })).toEqual({
      ok: false,
      failure: { code: 'not-found' },
    });
  });
});

describe('secrets', () => {
  it('come out by reveal and copy alone, and only for a secret field', async () => {
    const w = wizard();
    const connection = await created(w);
    await saved(w, connection);
    const ref = { id: connection.id, field: 'clientSecret' };
    const kept = await w.call['save-secret']({ ...ref, secret: CANARY });
    const opened = await w.call['open-connection']({ id: connection.id });
    expect(JSON.stringify([kept, opened])).not.toContain(CANARY);
    expect(opened.ok && opened.value.secrets).toEqual({ clientSecret: 'saved' });
    expect(await w.call['reveal-secret'](ref)).toEqual({
      ok: true,
      value: { secret: CANARY, hideAfterSeconds: 30 },
    });
    expect(await w.call['copy-secret'](ref)).toEqual({ ok: true, value: { clearAfterSeconds: 30 } });
    expect(w.clipboard.text).toBe(CANARY);
    expect(await w.call['reveal-secret']({ ...ref, field: 'clientId' })).toEqual({
      ok: false,
      failure: { code: 'not-found' },
    });
    expect(findSecret(w.folder, CANARY)).toEqual([]);
  });

  it('are asked for again when their address moves to another origin, and stay theirs when it moves back', async () => {
    const w = wizard();
    const connection = await created(w);
    await saved(w, connection);
    await w.call['save-secret']({ id: connection.id, field: 'clientSecret', secret: CANARY });
    const moved = await saved(w, connection, {
      values: { ...values, tokenUrl: 'https://evil.example/token' },
    });
    expect(moved.secrets).toEqual({ clientSecret: 'other-address' });
    const path = await saved(w, connection, {
      values: { ...values, tokenUrl: 'https://auth.example/other' },
    });
    expect(path.secrets).toEqual({ clientSecret: 'saved' });
  });

  it('entered before any address belong to the first that follows, and to no second', async () => {
    const w = wizard();
    const connection = await created(w);
    await w.call['save-secret']({ id: connection.id, field: 'clientSecret', secret: CANARY });
    expect((await saved(w, connection)).secrets).toEqual({ clientSecret: 'saved' });
    const moved = await saved(w, connection, {
      values: { ...values, tokenUrl: 'https://evil.example/token' },
    });
    expect(moved.secrets).toEqual({ clientSecret: 'other-address' });
  });

  it('entered before any address are not bound by a save to one that came by another way', async () => {
    const w = wizard();
    const connection = await created(w);
    await w.call['save-secret']({ id: connection.id, field: 'clientSecret', secret: CANARY });
    const fromFile = { ...values, tokenUrl: 'https://evil.example/token' };
    w.connections.replace({ ...connection, values: fromFile });
    const next = await saved(w, connection, { values: fromFile, name: 'Another name' });
    expect(next.secrets).toEqual({ clientSecret: 'other-address' });
  });
});

describe('the history', () => {
  it('has every action with a secret, its time and place, and never the value', async () => {
    const w = wizard();
    const connection = await created(w);
    await saved(w, connection);
    const ref = { id: connection.id, field: 'clientSecret' };
    await w.call['reveal-secret'](ref);
    await w.call['save-secret']({ ...ref, secret: CANARY });
    await w.call['save-secret']({ ...ref, secret: `${CANARY}2` });
    await w.call['reveal-secret'](ref);
    await w.call['copy-secret'](ref);
    await w.call['copy-secret']({ ...ref, handOver: true });
    await w.call['reveal-secret']({ ...ref, field: 'clientId' });
    await w.call['delete-connection']({ id: connection.id });
    const entries = w.history.list(connection.id);
    expect(entries.map(({ action }) => action).reverse()).toEqual([
      'entered',
      'replaced',
      'revealed',
      'copied',
      'handed-over',
      'deleted',
    ]);
    expect(entries[0]).toEqual({
      at: '2026-01-05T08:00:00.000Z',
      connection: connection.id,
      name: 'Maple DSB',
      system: 'onsis',
      field: 'clientSecret',
      action: 'deleted',
    });
    expect(findSecret(w.folder, CANARY)).toEqual([]);
  });
});

describe('checks', () => {
  it('keep the result with the connection, until its values or its secret change', async () => {
    const w = wizard();
    const connection = (await saved(w, await created(w))).connection;
    const done = w.call['run-check']({ id: connection.id, attempt: randomUUID(), probe: 'none' });
    w.finish(report(connection));
    expect((await done).ok).toBe(true);
    expect(w.connections.get(connection.id)?.lastCheck).toMatchObject({ outcome: 'passed', proved: true });
    expect(w.reports.newest(connection.id)).not.toBeNull();
    await saved(w, connection, { name: 'Another name' });
    expect(w.connections.get(connection.id)?.lastCheck).not.toBeNull();
    await w.call['save-secret']({ id: connection.id, field: 'clientSecret', secret: CANARY });
    expect(w.connections.get(connection.id)?.lastCheck).toBeNull();
  });

  it('say so when the disk does not take the result, and leave the one before alone', async () => {
    const w = wizard();
    const connection = (await saved(w, await created(w))).connection;
    const check = () => w.call['run-check']({ id: connection.id, attempt: randomUUID(), probe: 'none' });
    const done = check();
    renameSync(w.folder, `${w.folder}-moved`);
    writeFileSync(w.folder, 'a file in the folder’s place');
    w.finish(report(connection));
    expect(await done).toMatchObject({ ok: true, value: { report: { outcome: 'passed' }, notSaved: true } });
    expect(w.connections.get(connection.id)?.lastCheck).toBeNull();
    rmSync(w.folder);
    renameSync(`${w.folder}-moved`, w.folder);
    const again = check();
    w.finish(report(connection));
    expect(await again).toMatchObject({ ok: true, value: { notSaved: false } });
  });

  it('do not speak for values that were changed meanwhile', async () => {
    const w = wizard();
    const connection = (await saved(w, await created(w))).connection;
    const done = w.call['run-check']({ id: connection.id, attempt: randomUUID(), probe: 'none' });
    await saved(w, connection, { values: { ...values, scopes: 'other' } });
    w.finish(report(connection));
    await done;
    expect(w.connections.get(connection.id)?.lastCheck).toBeNull();
    expect(w.reports.newest(connection.id)).toBeNull();
  });

  it('do not speak for the other environment, where other rules hold', async () => {
    const w = wizard();
    const connection = (await saved(w, await created(w))).connection;
    const done = w.call['run-check']({ id: connection.id, attempt: randomUUID(), probe: 'none' });
    const environment = connection.environment === 'test' ? 'production' : 'test';
    await saved(w, connection, { environment });
    w.finish(report(connection));
    await done;
    expect(w.connections.get(connection.id)).toMatchObject({ environment, lastCheck: null });
    expect(w.reports.newest(connection.id)).toBeNull();
  });

  it('do not speak for a secret that was replaced meanwhile', async () => {
    const w = wizard();
    const connection = (await saved(w, await created(w))).connection;
    const ref = { id: connection.id, field: 'clientSecret' };
    await w.call['save-secret']({ ...ref, secret: 'the old one' });
    const done = w.call['run-check']({ id: connection.id, attempt: randomUUID(), probe: 'none' });
    await w.call['save-secret']({ ...ref, secret: CANARY });
    w.finish(report(connection));
    expect((await done).ok).toBe(true);
    expect(w.connections.get(connection.id)?.lastCheck).toBeNull();
    expect(w.reports.newest(connection.id)).toBeNull();
  });

  it('ask another way only where the system offers it', async () => {
    const w = wizard();
    const connection = await created(w);
    const asked = {
      id: connection.id,
      attempt: randomUUID(),
      probe: 'none',
      alternative: 'made-up',
    } as const;
    expect(await w.call['run-check'](asked)).toEqual({ ok: false, failure: { code: 'bad-request' } });
    expect(w.checks).toHaveLength(0);
  });

  it('ask the way that was kept, until it is let go; changing values keeps it', async () => {
    const w = wizard();
    const made = await w.call['create-connection']({
      system: 'aeries-oneroster',
      name: 'Reading vendor',
      environment: 'test',
      practice: true,
      boardNumber: '',
      redirect: 'sis-server',
    });
    if (!made.ok) throw new Error('not created');
    const { id } = made.value.connection;
    const stored = () => w.connections.get(id);
    const keep = (alternative: string | null) => w.call['keep-alternative']({ id, alternative });

    expect(await keep('made-up')).toEqual({ ok: false, failure: { code: 'bad-request' } });
    expect(await keep('without-scope')).toEqual({ ok: false, failure: { code: 'bad-request' } });
    expect(await w.call['keep-alternative']({ id: randomUUID(), alternative: null })).toEqual({
      ok: false,
      failure: { code: 'not-found' },
    });
    expect(stored()).not.toHaveProperty('alternative');

    expect(await keep('older-token-path')).toEqual({ ok: true, value: { alternative: 'older-token-path' } });
    const before = stored();
    if (before === undefined) throw new Error('not kept');
    await saved(w, before, { values: { aeriesUrl: 'https://maple.aeries.example/aeries' } });
    expect(stored()?.alternative).toBe('older-token-path');

    const done = w.call['run-check']({ id, attempt: randomUUID(), probe: 'none' });
    const [asked] = w.checks;
    expect(asked?.alternative).toBe('older-token-path');
    if (asked === undefined) throw new Error('nothing was asked');
    w.finish(report(asked));
    await done;
    expect(stored()?.lastCheck).not.toBeNull();
    const tested = stored();
    if (tested === undefined) throw new Error('not kept');
    const provedAt = '2026-01-05T08:00:00.000Z';
    const rotation = { phase: 'beside', begunAt: provedAt, values: {}, provedAt } as const;
    expect(w.connections.replace({ ...tested, rotation }).ok).toBe(true);

    expect(await keep(null)).toEqual({ ok: true, value: { alternative: null } });
    expect(stored()).not.toHaveProperty('alternative');
    // A proof by the alternative says nothing about the usual way.
    expect(stored()?.lastCheck).toBeNull();
    expect(stored()?.rotation?.provedAt).toBeNull();
  });

  it('run one at a time for a connection, end when cancelled, and leave the last result alone then', async () => {
    const w = wizard();
    const connection = await created(w);
    const attempt = randomUUID();
    const first = w.call['run-check']({ id: connection.id, attempt, probe: 'none' });
    expect(await w.call['run-check']({ id: connection.id, attempt: randomUUID(), probe: 'none' })).toEqual({
      ok: false,
      failure: { code: 'busy' },
    });
    w.call['cancel-check']({ attempt });
    expect(await first).toMatchObject({
      ok: true,
      value: { report: { outcome: 'failed' }, notSaved: false },
    });
    expect(w.checks).toHaveLength(1);
    expect(w.connections.get(connection.id)?.lastCheck).toBeNull();
    expect(w.reports.newest(connection.id)).toBeNull();
  });
});
