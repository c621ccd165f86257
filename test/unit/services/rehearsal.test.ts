import type { Connection, SystemId } from '@contract/connection';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PracticeRoom } from '../../../electron/practice/practice-room';
import { practiceValues } from '../../../electron/practice/practice-systems';
import { Rehearsal } from '../../../electron/services/rehearsal';
import { ask } from '../../support/practice-client';

const ORIGIN = 'https://127.0.0.1:1';
const connection = (system: SystemId, practice: boolean, values = {}): Connection => ({
  id: crypto.randomUUID(),
  system,
  name: 'Maple',
  environment: 'test',
  practice,
  boardNumber: '',
  values: { ...practiceValues(ORIGIN)[system]?.values, ...values },
  setup: { step: 'test', registrationSentOn: null, finishedAt: null },
  lastCheck: null,
  createdAt: '2026-01-05T08:00:00.000Z',
  updatedAt: '2026-01-05T08:00:00.000Z',
});

describe('the fault of a practice connection', () => {
  const practised = connection('powerschool', true);
  const signed = connection('oneroster', true, { signIn: 'oauth1' });
  const withToken = connection('oneroster', true);
  const inEarnest = connection('powerschool', false);
  const all = new Map([practised, signed, withToken, inEarnest].map((one) => [one.id, one]));

  let room: PracticeRoom;
  const handle = async (id: string, choose?: string | null) => {
    const connections = { get: (one: string) => all.get(one) };
    const rehearsal = new Rehearsal({ connections, practice: room, isForbidden: false });
    return rehearsal.faults(id, 'en', choose);
  };
  beforeEach(() => {
    room = new PracticeRoom({
      get: () => null,
      set: () => undefined,
      renewed: () => [],
      setRenewed: () => undefined,
    });
  });
  afterEach(() => room.stop());

  const chosen = async (id: string) => {
    const looked = await handle(id);
    return looked.ok ? looked.value.chosen : looked.failure;
  };
  const status = async () => {
    const server = await room.server();
    return (await ask(`${server?.origin}/ws/v1/metadata`, { ca: server?.ca ?? '' })).status;
  };

  it('is nobody’s but a practice connection’s', async () => {
    const refused = { ok: false, failure: 'not-found' };
    expect(await handle(inEarnest.id)).toEqual(refused);
    expect(await handle(inEarnest.id, 'probe/error-500')).toEqual(refused);
    expect(await handle(crypto.randomUUID(), 'probe/error-500')).toEqual(refused);
    expect(await chosen(practised.id)).toBeNull();
  });

  it('is answered by the server from now on, until none is chosen', async () => {
    // Before the server runs, while it runs, and after it stopped.
    await handle(practised.id, 'probe/error-500');
    expect(await status()).toBe(500);
    await handle(practised.id, 'probe/rate-429');
    expect(await status()).toBe(429);
    expect(await chosen(practised.id)).toBe('probe/rate-429');
    await handle(practised.id, null);
    expect(await status()).toBe(200);
    expect(await chosen(practised.id)).toBeNull();
  });

  it.each(['token/nothing', 'one-list/not-offered-404', 'signed/nonce-used', '__proto__', ''])(
    'that is not offered is refused: %j',
    async (choice) => {
      await handle(practised.id, 'probe/error-500');
      expect(await handle(practised.id, choice)).toEqual({ ok: false, failure: 'bad-request' });
      expect(await chosen(practised.id)).toBe('probe/error-500');
    },
  );

  it('is shown only where the check can meet it', async () => {
    await handle(withToken.id, 'token/invalid-client');
    expect(await chosen(withToken.id)).toBe('token/invalid-client');
    expect(await chosen(signed.id)).toBeNull();
  });
});
