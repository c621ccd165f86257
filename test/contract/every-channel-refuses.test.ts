import { type ChannelName, channels } from '@contract/channels';
import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../electron/ipc/handlers';
import { registerIpc } from '../../electron/shell/register';

const names = Object.keys(channels) as ChannelName[];

/** Handlers that record every call, to show that a rejected request reaches none. */
function register(isTrusted = true) {
  const calls: string[] = [];
  const bugs: unknown[] = [];
  const listeners = new Map<string, (event: IpcMainInvokeEvent, request: unknown) => Promise<unknown>>();
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      () => {
        calls.push(name);
        return { ok: true, value: null };
      },
    ]),
  ) as unknown as Handlers;
  registerIpc(
    handlers,
    () => isTrusted,
    (_channel, bug) => {
      bugs.push(bug);
      return 'details';
    },
    { handle: (name, listener) => listeners.set(name, listener) },
  );
  const call = (name: string, request: unknown) => {
    const listener = listeners.get(name);
    if (listener === undefined) throw new Error(`${name} is not registered`);
    return listener({} as IpcMainInvokeEvent, request);
  };
  return { call, calls, bugs, listeners };
}

const polluted = JSON.parse('{"__proto__": {"polluted": true}, "id": "x"}') as unknown;
const junk: readonly (readonly [string, unknown])[] = [
  ['undefined', undefined],
  ['an empty list', []],
  ['zero', 0],
  ['an empty string', ''],
  ['an empty object', {}],
  ['a __proto__ object', polluted],
  ['a string of 1 MB', 'x'.repeat(1024 * 1024)],
  ['a list of nulls', [null, null]],
  ['a nested id', { id: { id: 'x' } }],
  ['NaN', Number.NaN],
  ['an extra key', { id: '0b6f2f0e-5f0f-4d55-9a4e-000000000000', extra: 1, language: 'en', link: 'x' }],
];

describe('every channel of the contract', () => {
  it('is registered, and nothing else is', () => {
    expect([...register().listeners.keys()].sort()).toEqual([...names].sort());
  });

  for (const name of names) {
    const takesNothing = channels[name].request.safeParse(null).success;
    const cases: readonly (readonly [string, unknown])[] = takesNothing ? junk : [['null', null], ...junk];
    it(`${name} refuses ${cases.length} kinds of junk and calls no service`, async () => {
      const { call, calls } = register();
      for (const [what, request] of cases) {
        expect(await call(name, request), what).toEqual({ ok: false, failure: { code: 'bad-request' } });
      }
      expect(calls).toEqual([]);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    });

    it(`${name} refuses a sender that is not our window`, async () => {
      const { call, calls } = register(false);
      expect(await call(name, null)).toEqual({ ok: false, failure: { code: 'refused-sender' } });
      expect(calls).toEqual([]);
    });
  }

  it('answers a bug with a closed code, never with its message', async () => {
    const bugs: unknown[] = [];
    const listeners = new Map<string, (event: IpcMainInvokeEvent, request: unknown) => Promise<unknown>>();
    const handlers = Object.fromEntries(
      names.map((name) => [
        name,
        () => {
          throw new Error('canary-5ecret in a message');
        },
      ]),
    ) as unknown as Handlers;
    registerIpc(
      handlers,
      () => true,
      (_channel, bug) => {
        bugs.push(bug);
        return 'details';
      },
      { handle: (name, listener) => listeners.set(name, listener) },
    );
    const answer = await listeners.get('start')?.({} as IpcMainInvokeEvent, null);
    expect(answer).toEqual({ ok: false, failure: { code: 'unexpected', details: 'details' } });
    expect(bugs).toHaveLength(1);
  });
});
