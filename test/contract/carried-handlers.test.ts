import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@contract/connection';
import type { Report } from '@contract/report';
import { describe, expect, it } from 'vitest';
import { makeProgram } from '../../electron/program';
import { programPorts } from '../fakes/program-ports';
import { interceptedSteps, passedSteps, powerschoolValues, reportWith } from '../fakes/reports';
import { lacksPython } from '../support/python';
import { findSecret, temporaryFolder } from '../support/temporary-folder';

/* The handlers of a check that another computer makes, with real files. */

const SECRET = 'canary-5ecret-0O1lI';
const MADE = '2026-03-02T14:05:06.000Z';

async function wizard({ practice = false, forbidExport = false } = {}) {
  const folder = temporaryFolder();
  const kit = join(folder, 'kit.zip');
  const file = join(folder, 'result.json');
  const ports = programPorts({ folder });
  const started: Report[] = [];
  const { handlers: call, connections } = makeProgram({
    ...ports,
    policies: { ...ports.policies, policies: { ...ports.policies.policies, forbidExport } },
    dialogs: { ...ports.dialogs, askWhereToSave: async () => kit, askForReport: async () => file },
    instead: { runCheck: async () => started.shift() ?? reportWith(passedSteps) },
  });
  const made = await call['create-connection']({
    system: 'powerschool',
    name: 'Maple',
    environment: 'test',
    practice,
    boardNumber: '',
    redirect: 'sis-server',
  });
  if (!made.ok) throw new Error('not made');
  const { id } = made.value.connection;
  const connection: Connection = { ...made.value.connection, values: powerschoolValues };
  connections.replace(connection);
  await call['save-secret']({ id, field: 'clientSecret', secret: SECRET });
  const test = async (report: Report) => {
    started.push(report);
    return call['run-check']({ id, attempt: '6f1c1e1a-0000-4000-8000-00000000000b', probe: 'none' });
  };
  const open = async (text: string) => {
    const answer = await call['open-carried']({ id, text });
    if (!answer.ok || answer.value.kind !== 'read') throw new Error(JSON.stringify(answer));
    return answer.value.offer;
  };
  return { folder, kit, file, call, id, test, open };
}

const there = (addresses: readonly string[] = ['10.1.2.3'], startedAt = MADE): Report => ({
  ...reportWith(
    interceptedSteps.map((step) =>
      step.id === 'name-lookup' ? { ...step, facts: { ...step.facts, addresses: [...addresses] } } : step,
    ),
    startedAt,
  ),
  platform: 'win32',
});

describe('the kit', () => {
  it.skipIf(lacksPython)('is written whole, without the secret and without the id', async () => {
    const { call, id, kit } = await wizard();
    expect(await call['save-kit']({ id, language: 'fr' })).toEqual({ ok: true, value: { savedTo: kit } });
    // A second one replaces it: the person has just agreed to that in the dialog.
    expect(await call['save-kit']({ id, language: 'en' })).toMatchObject({ ok: true });
    const read =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print([z.read(n) for n in z.namelist()])';
    const { stdout } = spawnSync('python3', ['-c', read, kit], { encoding: 'utf8' });
    expect(stdout).toContain('maple.powerschool.example');
    expect(stdout).not.toContain(SECRET);
    expect(stdout).not.toContain(id);
  });

  it('is not made for a practice connection, nor where it cannot be written', async () => {
    const practice = await wizard({ practice: true });
    expect(await practice.call['save-kit']({ id: practice.id, language: 'en' })).toMatchObject({ ok: false });
    expect(existsSync(practice.kit)).toBe(false);
  });

  it('is not made where a policy forbids export files', async () => {
    const { call, id, kit } = await wizard({ forbidExport: true });
    expect(await call['save-kit']({ id, language: 'en' })).toEqual({
      ok: false,
      failure: { code: 'not-allowed' },
    });
    expect(existsSync(kit)).toBe(false);
  });
});

describe('a report that is brought back', () => {
  it('is kept under its name, shown, compared, exported and removed', async () => {
    const { call, id, file, test } = await wizard();
    writeFileSync(file, `\uFEFF${JSON.stringify(there())}`, 'utf16le');
    const chosen = await call['choose-carried']({ id });
    if (!chosen.ok || chosen.value.kind !== 'read') throw new Error(JSON.stringify(chosen));
    const { token, ...offer } = chosen.value.offer;
    expect(offer).toEqual({
      startedAt: MADE,
      platform: 'win32',
      app: '1.0.0',
      leftOut: 0,
      hasInnerAddresses: true,
    });
    // Nothing is kept before the person has named it.
    expect(await call['list-carried']({ id })).toEqual({ ok: true, value: [] });
    expect(
      await call['keep-carried']({ id, token, place: 'SMS server', innerAddresses: false }),
    ).toMatchObject({ ok: true });
    expect(await call['keep-carried']({ id, token, place: 'again', innerAddresses: false })).toMatchObject({
      ok: false,
    });
    expect(await call['list-carried']({ id })).toMatchObject({
      ok: true,
      value: [{ place: 'SMS server', startedAt: MADE, outcome: 'failed', code: 'tls-intercepted' }],
    });

    const asked = { id, startedAt: MADE, language: 'en' } as const;
    expect(await call['compare-carried'](asked)).toEqual({ ok: true, value: null });
    await test(reportWith(passedSteps, '2026-03-02T13:00:00.000Z'));
    const compared = await call['compare-carried'](asked);
    expect(compared).toMatchObject({ ok: true, value: { whose: 'The network team of SMS server' } });
    expect(JSON.stringify(compared)).toContain('10.x.x.x');
    expect(JSON.stringify(compared)).not.toContain('10.1.2.3');
    expect(await call['read-report'](asked)).toMatchObject({
      ok: true,
      value: { place: 'SMS server, Windows' },
    });

    expect(await call['remove-carried']({ id, startedAt: MADE })).toMatchObject({ ok: true });
    expect(await call['list-carried']({ id })).toEqual({ ok: true, value: [] });
  });

  it('keeps an inner address if the person ticks so, or if this computer knows it', async () => {
    const { call, id, test, open } = await wizard();
    const known = passedSteps.map((step) =>
      step.id === 'name-lookup' ? { ...step, facts: { ...step.facts, addresses: ['10.1.2.3'] } } : step,
    );
    await test(reportWith(known, '2026-03-02T13:00:00.000Z'));
    const keep = async (report: Report, innerAddresses: boolean) => {
      const { token } = await open(JSON.stringify(report));
      await call['keep-carried']({ id, token, place: 'SMS server', innerAddresses });
      const { startedAt } = report;
      return JSON.stringify(await call['read-report']({ id, startedAt, language: 'en' }));
    };
    expect(await keep(there(['10.1.2.3', '10.9.9.9']), false)).toContain('10.1.2.3 and 10.x.x.x');
    expect(await keep(there(['10.9.9.9'], '2026-03-02T15:00:00.000Z'), true)).toContain('10.9.9.9');
  });

  it('that is here already, spoilt or of another connection is refused, and nothing is kept', async () => {
    const { call, id, test, open, folder } = await wizard();
    await test(reportWith(passedSteps, MADE));
    const refused = async (text: string) => {
      const answer = await call['open-carried']({ id, text });
      return answer.ok && answer.value.kind === 'refused' ? answer.value.problem : answer;
    };
    expect(await refused(JSON.stringify(there()))).toBe('already-there');
    expect(await refused('{"steps": []}')).toBe('not-a-report');
    expect(await refused(JSON.stringify({ ...there(), connection: { system: 'onsis' } }))).toBe(
      'other-connection',
    );
    const { token } = await open(JSON.stringify(there(undefined, '2026-03-02T15:00:00.000Z')));
    // A file that was refused takes the earlier one's offer with it.
    expect(await refused('x')).toBe('not-a-report');
    expect(await call['keep-carried']({ id, token, place: 'x', innerAddresses: true })).toMatchObject({
      ok: false,
    });
    expect(existsSync(join(folder, 'carried'))).toBe(false);
  });

  it('goes with its connection, and no file of it holds the secret', async () => {
    const { call, id, open, folder } = await wizard();
    const { token } = await open(JSON.stringify(there()));
    await call['keep-carried']({ id, token, place: 'SMS server', innerAddresses: false });
    const kept = join(folder, 'carried', `${id}.json`);
    expect(existsSync(kept)).toBe(true);
    expect(findSecret(folder, SECRET)).toEqual([]);
    await call['delete-connection']({ id });
    expect(existsSync(kept)).toBe(false);
  });
});

describe('the practice server room', () => {
  it('brings a report once the connection was tested here, and never for a real one', async () => {
    const { call, id, test } = await wizard({ practice: true });
    const room = { id, room: 'blocked', language: 'en' } as const;
    expect(await call['practice-room'](room)).toEqual({ ok: false, failure: { code: 'not-now' } });
    await test(reportWith(passedSteps));
    expect(await call['practice-room'](room)).toMatchObject({ ok: true });
    expect(await call['list-carried']({ id })).toMatchObject({
      ok: true,
      value: [{ place: 'practice server room' }],
    });
    const real = await wizard();
    expect(await real.call['practice-room']({ ...room, id: real.id })).toMatchObject({ ok: false });
  });
});
