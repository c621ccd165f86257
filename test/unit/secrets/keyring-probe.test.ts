import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DBusKeyringProbe } from '../../../electron/secrets/keyring-probe';
import { busSocketPath } from '../../../electron/secrets/session-bus';
import { type FakeSecretService, type PromptAnswer, startFakeSecretService } from '../../fakes/bus-services';
import type { KeyringState } from '../../support/keyring';
import { type Session, startSession } from '../../support/session';

const isLinux = process.platform === 'linux';

describe('where the session bus is', () => {
  it.each([
    ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
    ['unix:path=/run/a%20b/bus,guid=0123', '/run/a b/bus'],
    ['unix:abstract=/tmp/dbus-1,guid=0123', '\0/tmp/dbus-1'],
    ['tcp:host=school.example,port=1;unix:path=/run/bus', '/run/bus'],
    ['disabled:', null],
    ['autolaunch:', null],
    ['unixexec:path=/bin/true', null],
    ['nonsense', null],
  ])('%s', (address, expected) => {
    expect(busSocketPath({ DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: '/nowhere' })).toBe(expected);
  });

  it('is nowhere when nothing names it', () => {
    expect(busSocketPath({})).toBeNull();
    expect(busSocketPath({ XDG_RUNTIME_DIR: '/nowhere' })).toBeNull();
  });
});

// Linux only, because other systems do not put their keyring behind D-Bus.
describe.skipIf(!isLinux)('a real keyring on a real session bus', () => {
  let session: Session | null = null;
  afterEach(async () => {
    await session?.stop();
    session = null;
  });
  const start = async (state: KeyringState): Promise<DBusKeyringProbe> => {
    session = await startSession(state);
    return new DBusKeyringProbe(session.env, 1_000);
  };
  const timed = async (question: Promise<string>): Promise<[string, number]> => {
    const began = performance.now();
    return [await question, performance.now() - began];
  };

  it.each([
    ['unlocked', 'ready'],
    ['locked', 'locked'],
    ['not-created', 'not-created'],
    ['none', 'no-keyring'],
    ['no-bus', 'no-session-bus'],
  ] as const)('%s is told as %s, and again', async (state, expected) => {
    const probe = await start(state);
    const [first, firstMs] = await timed(probe.state('gnome_libsecret'));
    const [second, secondMs] = await timed(probe.state('gnome_libsecret'));
    process.stdout.write(`  keyring ${state}: ${firstMs.toFixed(0)} ms, again ${secondMs.toFixed(0)} ms\n`);
    expect([first, second]).toEqual([expected, expected]);
  });

  it('tells a stopped daemon, stays free meanwhile, and sees it come back', async () => {
    const probe = await start('unlocked');
    const pid = session?.keyringPid() ?? 0;
    process.kill(pid, 'SIGSTOP');
    let longestPauseMs = 0;
    let last = performance.now();
    const heart = setInterval(() => {
      longestPauseMs = Math.max(longestPauseMs, performance.now() - last);
      last = performance.now();
    }, 10);
    const [state, ms] = await timed(probe.state('gnome_libsecret'));
    clearInterval(heart);
    process.kill(pid, 'SIGCONT');
    expect(state).toBe('not-answering');
    expect(longestPauseMs).toBeLessThan(ms / 2);
    expect(await probe.state('gnome_libsecret')).toBe('ready');
  });

  it('tells a daemon that was killed as no keyring', async () => {
    const probe = await start('unlocked');
    process.kill(session?.keyringPid() ?? 0, 'SIGKILL');
    await expect.poll(() => probe.state('gnome_libsecret')).toBe('no-keyring');
  });

  it.each(['locked', 'not-created'] as const)('unlocking when %s ends without a prompter', async (state) => {
    const probe = await start(state);
    expect(await probe.unlock('gnome_libsecret', new AbortController().signal)).toBe(state);
  });

  it('unlocking what is open asks nobody', async () => {
    const probe = await start('unlocked');
    expect(await probe.unlock('gnome_libsecret', new AbortController().signal)).toBe('ready');
  });

  describe('with somebody at the keyboard (a stand-in service on the real bus)', () => {
    const startWith = async (
      state: 'locked' | 'not-created',
      answer: PromptAnswer,
    ): Promise<[DBusKeyringProbe, FakeSecretService]> => {
      const probe = await start('none');
      return [
        probe,
        await startFakeSecretService(session?.env.DBUS_SESSION_BUS_ADDRESS ?? '', state, answer),
      ];
    };

    it.each([
      ['locked', 'enters-password', 'ready'],
      ['not-created', 'enters-password', 'ready'],
      ['locked', 'dismisses', 'locked'],
      ['not-created', 'dismisses', 'not-created'],
      ['locked', 'never-answers', 'locked'],
    ] as const)('%s, who %s: %s', async (state, answer, expected) => {
      const [probe, service] = await startWith(state, answer);
      expect(await probe.state('gnome_libsecret')).toBe(state);
      const after = await probe.unlock('gnome_libsecret', new AbortController().signal);
      service.stop();
      expect(after).toBe(expected);
      expect(service.calls).toEqual([
        state === 'locked'
          ? 'Unlock ["/org/freedesktop/secrets/collection/login"]'
          : 'CreateCollection default',
        'Prompt',
      ]);
    });
  });

  it('does not judge KWallet by the absence of org.freedesktop.secrets, nor by its presence', async () => {
    const probe = await start('unlocked');
    expect(await probe.state('kwallet6')).toBe('no-wallet');
  });

  it('cancelling takes the prompt away and ends the waiting', async () => {
    const probe = await start('none');
    const address = session?.env.DBUS_SESSION_BUS_ADDRESS ?? '';
    const service = await startFakeSecretService(address, 'locked', 'never-answers');
    const stop = new AbortController();
    const unlocked = probe.unlock('gnome_libsecret', stop.signal);
    await expect.poll(() => service.calls).toContain('Prompt');
    stop.abort();
    expect(await unlocked).toBe('locked');
    service.stop();
  });

  it('never offers to create a second wallet where KDE’s wallet is the Secret Service', async () => {
    const probe = await start('none');
    const address = session?.env.DBUS_SESSION_BUS_ADDRESS ?? '';
    const service = await startFakeSecretService(address, 'not-created', 'enters-password', [
      'org.kde.kwalletd5',
    ]);
    expect(await probe.state('gnome_libsecret')).toBe('not-shared');
    expect(await probe.unlock('gnome_libsecret', new AbortController().signal)).toBe('not-shared');
    expect(service.calls).toEqual([]);
    service.stop();
  });
});

describe.skipIf(!isLinux)('a session bus that misbehaves', () => {
  it.each([
    ['says nothing', () => undefined, 'not-answering'],
    ['hangs up', (socket: { destroy(): void }) => socket.destroy(), 'no-session-bus'],
    ['rejects us', (socket: { write(text: string): void }) => socket.write('REJECTED\r\n'.repeat(9)), null],
  ] as const)('%s', async (_what, behave, expected) => {
    const path = join('/tmp', `wiz-bus-${process.pid}-${Math.random().toString(36).slice(2)}`);
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.resume();
      behave(socket);
    });
    await new Promise<void>((listening) => server.listen(path, listening));
    const state = await new DBusKeyringProbe({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${path}` }).state(
      'gnome_libsecret',
    );
    if (expected === null) expect(['no-session-bus', 'not-answering']).toContain(state);
    else expect(state).toBe(expected);
    await new Promise((closed) => server.close(closed));
  });
});
