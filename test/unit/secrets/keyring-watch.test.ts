import type { Protection, ProtectionReason } from '@contract/keyring';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeyringWatch } from '../../../electron/secrets/keyring-watch';

const says = (reason: ProtectionReason): Protection => ({
  verdict: reason === 'ready' ? 'os-keyring' : 'unavailable',
  reason,
  backend: 'gnome_libsecret',
});

function watching(first: ProtectionReason, platform: NodeJS.Platform = 'linux') {
  let current = first;
  let looks = 0;
  const told: ProtectionReason[] = [];
  const watch = new KeyringWatch({
    keyring: {
      protection: async () => {
        looks += 1;
        return says(current);
      },
      unlock: async () => says(current),
      stopUnlocking: () => undefined,
    },
    onChange: async ({ reason }) => void told.push(reason),
    platform,
    everyMs: 100,
  });
  return {
    watch,
    told,
    looks: () => looks,
    become: (reason: ProtectionReason) => {
      current = reason;
    },
  };
}

describe('the watch over a keyring', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const passing = ['locked', 'not-created', 'no-keyring', 'not-answering'] as const;
  const ofKde = [
    'needs-permission',
    'access-denied',
    'access-blocked',
    'switched-off',
    'no-wallet',
    'not-shared',
  ] as const;
  it.each([...passing, ...ofKde])(
    'sees by itself that one that was %s is ready, tells once, and looks no more',
    async (reason) => {
      const { watch, told, looks, become } = watching(reason);
      await watch.protection();
      await vi.advanceTimersByTimeAsync(250);
      expect(told).toEqual([]);
      become('ready');
      await vi.advanceTimersByTimeAsync(100);
      expect(told).toEqual(['ready']);
      const seen = looks();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(looks()).toBe(seen);
    },
  );

  it.each(['ready', 'public-key', 'no-session-bus', 'self-test-failed'] as const)(
    'leaves %s alone',
    async (reason) => {
      const { watch, looks } = watching(reason);
      await watch.protection();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(looks()).toBe(1);
    },
  );

  it('never looks by itself where looking may bring up a prompt', async () => {
    const { watch, looks } = watching('locked', 'darwin');
    await watch.protection();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks()).toBe(1);
  });

  it('tells what unlocking changed before it answers, and stops with the window', async () => {
    const { watch, told, looks, become } = watching('locked');
    await watch.protection();
    become('ready');
    await watch.unlock();
    expect(told).toEqual(['ready']);
    become('locked');
    await watch.protection();
    watch.stop();
    const seen = looks();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks()).toBe(seen);
  });
});
