import { ok, refuse } from '@contract/result';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SendEvent } from '../../electron/ipc/handlers';
import { sharedHandlers } from '../../electron/ipc/shared-handlers';
import { makeProgram } from '../../electron/program';
import { aConnection } from '../fakes/connections';
import { programPorts } from '../fakes/program-ports';
import { MemoryStore } from '../fakes/shared-store';
import { openWizard, signIn, storeSettings } from '../support/sharing-wizard';
import { temporaryFolder } from '../support/temporary-folder';

/* The channels of sharing, with real files and a store in memory. */

const CANARY = 'Canary~shared/8f3a1c+%20=Zq';
const ATTEMPT = '6f1c1e1a-0000-4000-8000-00000000000b';
let store: MemoryStore;
beforeEach(() => {
  store = new MemoryStore();
});

async function desk(person: string) {
  const wizard = openWizard({ folder: temporaryFolder(), store: store.client(person) });
  await signIn(wizard);
  const events: unknown[] = [];
  const sendEvent: SendEvent = (event, payload) => events.push([event, payload]);
  const call = sharedHandlers({
    isSetUp: () => wizard.inUse.settings !== null,
    load: async () => wizard.shared,
    sendEvent,
  });
  return { ...wizard, call, events };
}

async function withConnection(person: string) {
  const made = await desk(person);
  const connection = aConnection({
    system: 'powerschool',
    name: 'Maple',
    values: { serverUrl: 'https://sis.maple.example', clientId: 'maple-lib' },
  });
  made.connections.create(connection);
  await made.vault.save({ connection: connection.id, field: 'clientSecret' }, CANARY, [
    'https://sis.maple.example',
  ]);
  return { ...made, id: connection.id };
}

describe('the channels of sharing', () => {
  it('load nothing and answer nothing while no store is set up', async () => {
    const call = sharedHandlers({
      isSetUp: () => false,
      load: () => {
        throw new Error('loaded');
      },
      sendEvent: () => undefined,
    });
    expect(await call['shared-marks'](null)).toEqual(ok(null));
    expect(await call['shared-row']({ id: ATTEMPT })).toEqual(ok(null));
  });

  it('share a connection, and bring it to a colleague as it was shown', async () => {
    const marie = await withConnection('marie');
    const { id } = marie;
    expect(await marie.call['shared-marks'](null)).toEqual(ok({ [id]: 'here-only' }));
    expect(await marie.call['publish-connections']({ ids: [id], folder: 'Maple' })).toEqual(
      ok([{ id, result: ok(null) }]),
    );
    expect(await marie.call['shared-marks'](null)).toEqual(ok({ [id]: 'in-step' }));

    const paul = await desk('paul');
    expect(await paul.call['refresh-shared'](null)).toMatchObject({
      value: { value: { rows: [{ id, standing: 'not-here' }] } },
    });
    const ref = { folder: 'Maple', id };
    const offered = await paul.call['offer-shared']({ ref });
    if (!offered.ok || !offered.value.ok) throw new Error('not offered');
    const { written, origins } = offered.value.value;
    expect(origins).toEqual(['https://sis.maple.example']);
    const other = { ref, version: written.version, origins: ['https://elsewhere.example'] };
    expect(await paul.call['bring-shared'](other)).toMatchObject({ ok: true, value: { ok: false } });
    expect(paul.connections.get(id)).toBeUndefined();
    const shown = { ref, version: written.version, origins: [...origins] };
    expect(await paul.call['bring-shared'](shown)).toMatchObject({ ok: true, value: { ok: true } });
    expect(await paul.call['shared-row']({ id })).toMatchObject({ value: { standing: 'in-step' } });
    expect(await paul.call['keep-in-step']({ ids: [id] })).toEqual(ok([{ id, result: ok('unchanged') }]));
    for (const channel of ['shared-view', 'refresh-shared'] as const) {
      expect(JSON.stringify(await paul.call[channel](null))).not.toContain(CANARY);
    }
    expect(JSON.stringify([offered, await paul.call['open-shared']({ id, folder: null })])).not.toContain(
      CANARY,
    );
  });

  it('answer a refusal of the store as an answer, not as a failure of the call', async () => {
    const { call, id } = await withConnection('marie');
    await call['sign-out-of-store'](null);
    expect(await call['refresh-shared'](null)).toEqual(ok(refuse({ code: 'not-signed-in' })));
    expect(await call['publish-connections']({ ids: [id], folder: '' })).toEqual(
      ok([{ id, result: refuse({ code: 'not-signed-in' }) }]),
    );
  });

  it('tell the steps of a test and the browser’s address under the attempt, which can be stopped', async () => {
    const events: unknown[] = [];
    let isStopped = false;
    const step = {
      id: 'reach',
      subject: null,
      outcome: 'passed',
      code: 'ok',
      durationMs: 1,
      facts: {},
    } as const;
    const report = {
      startedAt: '2026-03-02T15:00:00.000Z',
      durationMs: 1,
      outcome: 'passed',
      steps: [step],
    } as const;
    const call = sharedHandlers({
      isSetUp: () => true,
      load: async () =>
        ({
          test: async (
            _: unknown,
            tell: Parameters<Awaited<ReturnType<typeof desk>>['shared']['test']>[1],
          ) => {
            tell.onStepBegan?.('reach', null);
            tell.onStep?.({ ...step });
            tell.onBrowser?.('https://sign-in.example', 300);
            await new Promise<void>((stop) => tell.signal.addEventListener('abort', () => stop()));
            isStopped = true;
            return ok({ ...report, steps: [{ ...step }] });
          },
        }) as never,
      sendEvent: (event, payload) => events.push([event, payload]),
    });
    const tested = call['test-store']({ attempt: ATTEMPT, credentials: null });
    await new Promise((turn) => setImmediate(turn));
    await call['stop-asking-store']({ attempt: '6f1c1e1a-0000-4000-8000-00000000000c' });
    expect(isStopped).toBe(false);
    await call['stop-asking-store']({ attempt: ATTEMPT });
    expect(await tested).toEqual(ok(ok({ ...report, steps: [step] })));
    expect(events).toEqual([
      ['check-step-began', { attempt: ATTEMPT, id: 'reach', subject: null }],
      ['check-step', { attempt: ATTEMPT, step }],
      ['browser-sign-in', { attempt: ATTEMPT, url: 'https://sign-in.example', waitSeconds: 300 }],
    ]);
  });
});

describe('the program', () => {
  it('knows of no store until one is set up, and then of this computer’s connections', async () => {
    const ports = programPorts({ folder: temporaryFolder() });
    const { handlers: call } = makeProgram(ports);
    expect(await call['shared-marks'](null)).toEqual(ok(null));
    expect(await call['set-up-store']({ ...storeSettings, address: 'http://vault.example' })).toEqual(
      ok(refuse({ code: 'bad-request' })),
    );
    expect(await call['shared-marks'](null)).toEqual(ok(null));
    expect(await call['set-up-store'](storeSettings)).toEqual(ok(ok(null)));
    expect(await call['shared-marks'](null)).toEqual(ok({}));
    expect(await call['take-down-store'](null)).toEqual(ok(ok(null)));
    expect(await call['shared-marks'](null)).toEqual(ok(null));
  });
});
