import type { ProtectionReason, ProtectionVerdict } from '@contract/keyring';
import { describe, expect, it } from 'vitest';
import type { KeyringState } from '../../../electron/secrets/keyring-probe';
import { SafeStorageWrapper } from '../../../electron/secrets/safe-storage-wrapper';
import { FakeKeyringProbe, untouchableKeyring } from '../../fakes/keyring-probe';
import { type FakeSafeStorageOptions, fakeSafeStorage } from '../../fakes/safe-storage';

const styles = ['synchronous', 'asynchronous', 'both'] as const;
const platforms = ['linux', 'darwin', 'win32'] as const;
const backends = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6', 'basic_text', 'unknown', 'new_one'];
const keyringStates: readonly KeyringState[] = [
  'ready',
  'locked',
  'not-created',
  'needs-permission',
  'access-denied',
  'access-blocked',
  'switched-off',
  'no-wallet',
  'not-shared',
  'no-keyring',
  'no-session-bus',
  'not-answering',
];

/** When the keyring protects secrets (docs/electron-notes.md#keyring), written a second time without the wrapper. */
function expected(
  platform: NodeJS.Platform,
  backend: string,
  available: boolean,
  state: KeyringState,
  prefix: string,
): readonly [ProtectionVerdict, ProtectionReason] {
  if (platform !== 'linux') return available ? ['os-keyring', 'ready'] : ['unavailable', 'no-keyring'];
  if (backend === 'basic_text') return ['weak', 'public-key'];
  if (backend === 'unknown' || backend === 'new_one') return ['unavailable', 'no-keyring'];
  if (state !== 'ready') return ['unavailable', state];
  if (!available) return ['unavailable', 'no-keyring'];
  return prefix === 'v10' ? ['weak', 'self-test-failed'] : ['os-keyring', 'ready'];
}

const wrap = (
  options: FakeSafeStorageOptions,
  platform: NodeJS.Platform = 'linux',
  keyring = new FakeKeyringProbe(),
) => {
  const safeStorage = fakeSafeStorage(
    platform === 'linux' ? { backend: 'gnome_libsecret', ...options } : options,
  );
  const probe = platform === 'linux' ? keyring : untouchableKeyring;
  const wrapper = new SafeStorageWrapper({ safeStorage, platform, keyring: probe, callLimitMs: 50 });
  return { wrapper, safeStorage, keyring };
};

describe('protection', () => {
  const rows = platforms.flatMap((platform) =>
    (platform === 'linux' ? backends : ['-']).flatMap((backend) =>
      (platform === 'linux' ? keyringStates : (['ready'] as const)).flatMap((state) =>
        [true, false].flatMap((available) =>
          ['v10', 'v11', 'v12'].flatMap((prefix) =>
            styles.map((style) => ({ platform, backend, state, available, prefix, style })),
          ),
        ),
      ),
    ),
  );

  it(`holds over all ${rows.length} combinations of platform, backend, availability, keyring and prefix`, async () => {
    for (const { platform, backend, state, available, prefix, style } of rows) {
      const { wrapper, safeStorage } = wrap(
        { style, available, prefix, ...(platform === 'linux' ? { backend } : {}) },
        platform,
        new FakeKeyringProbe(state),
      );
      const protection = await wrapper.protection();
      const row = JSON.stringify({ platform, backend, state, available, prefix, style });
      expect([protection.verdict, protection.reason], row).toEqual(
        expected(platform, backend, available, state, prefix),
      );
      expect(protection.backend, row).toBe({ linux: backend, darwin: 'keychain', win32: 'dpapi' }[platform]);
      // The call that would block the main process is never made before the keyring is known to be open.
      if (platform === 'linux' && state !== 'ready') {
        expect(safeStorage.calls, row).toEqual(['getSelectedStorageBackend']);
      }
    }
  });

  it('is asked lazily, once while good, and by all at once together', async () => {
    const { wrapper, safeStorage, keyring } = wrap({ style: 'synchronous' });
    expect([safeStorage.calls, keyring.asked]).toEqual([[], []]);
    await Promise.all([wrapper.protection(), wrapper.protection(), wrapper.encrypt('x')]);
    await wrapper.protection();
    expect(keyring.asked).toEqual(['state gnome_libsecret']);
    expect(safeStorage.calls.filter((name) => name === 'isEncryptionAvailable')).toHaveLength(1);
  });

  it('goes on by itself once the keyring is unlocked', async () => {
    const { wrapper, keyring } = wrap({ style: 'synchronous' }, 'linux', new FakeKeyringProbe('locked'));
    expect((await wrapper.protection()).reason).toBe('locked');
    keyring.current = 'ready';
    expect((await wrapper.protection()).verdict).toBe('os-keyring');
  });

  it.each(['synchronous', 'asynchronous'] as const)('a self-test that fails is said (%s)', async (style) => {
    const reason = async (fault: FakeSafeStorageOptions['fault']) =>
      (await wrap({ style, ...(fault ? { fault } : {}) }).wrapper.protection()).reason;
    expect(await reason('wrong-text')).toBe('self-test-failed');
    expect(await reason('throws-on-encrypt')).toBe('self-test-failed');
    expect(await reason('throws-on-decrypt')).toBe('self-test-failed');
    expect(await reason(undefined)).toBe('ready');
  });

  it('a call that never answers ends', async () => {
    const { wrapper } = wrap({ style: 'asynchronous', fault: 'hangs' });
    expect(await wrapper.protection()).toMatchObject({ verdict: 'unavailable', reason: 'not-answering' });
  });

  it('a runtime without any of the calls is said, not thrown', async () => {
    const wrapper = new SafeStorageWrapper({
      safeStorage: {},
      platform: 'darwin',
      keyring: untouchableKeyring,
    });
    expect((await wrapper.protection()).verdict).toBe('unavailable');
  });
});

describe('which calls are used', () => {
  it('the asynchronous ones where the runtime has them, and then no other', async () => {
    const { wrapper, safeStorage } = wrap({ style: 'both' });
    const encrypted = await wrapper.encrypt('x');
    if (!encrypted.ok) throw new Error(encrypted.failure.code);
    expect(await wrapper.decrypt(encrypted.value)).toEqual({
      ok: true,
      value: { plain: 'x', shouldReEncrypt: false },
    });
    expect(safeStorage.calls.filter((name) => /^(isEncryption|\w+String$)/.test(name))).toEqual([]);
  });

  it('passes on that the key was rotated', async () => {
    const { wrapper } = wrap({ style: 'asynchronous', shouldReEncrypt: true });
    const encrypted = await wrapper.encrypt('x');
    if (!encrypted.ok) throw new Error(encrypted.failure.code);
    expect(await wrapper.decrypt(encrypted.value)).toMatchObject({ value: { shouldReEncrypt: true } });
  });
});

describe('encrypt and decrypt', () => {
  it.each(['', 'Ünïcode 🔑', 'x'.repeat(8192), 'line\nbreak\0nul'])('round trip %#', async (plain) => {
    const { wrapper } = wrap({ style: 'synchronous' });
    const encrypted = await wrapper.encrypt(plain);
    if (!encrypted.ok) throw new Error(encrypted.failure.code);
    expect(await wrapper.decrypt(encrypted.value)).toMatchObject({ ok: true, value: { plain } });
  });

  it('touches nothing while the keyring is locked', async () => {
    const { wrapper, safeStorage } = wrap({ style: 'synchronous' }, 'linux', new FakeKeyringProbe('locked'));
    expect(await wrapper.encrypt('x')).toMatchObject({ failure: { code: 'keyring-unavailable' } });
    expect(await wrapper.decrypt(Buffer.from('v11x'))).toMatchObject({
      failure: { code: 'keyring-unavailable', protection: { reason: 'locked' } },
    });
    expect(new Set(safeStorage.calls)).toEqual(new Set(['getSelectedStorageBackend']));
  });

  it('ciphertext under the public key is refused both ways on Linux', async () => {
    let prefix = 'v11';
    const storage = fakeSafeStorage({ style: 'synchronous', backend: 'gnome_libsecret' });
    const wrapper = new SafeStorageWrapper({
      safeStorage: {
        ...storage,
        encryptString: (plain) => {
          const bytes = storage.encryptString?.(plain) ?? Buffer.alloc(0);
          bytes.write(prefix);
          return bytes;
        },
      },
      platform: 'linux',
      keyring: new FakeKeyringProbe(),
    });
    expect((await wrapper.protection()).verdict).toBe('os-keyring');
    prefix = 'v10';
    expect(await wrapper.encrypt('x')).toEqual({ ok: false, failure: { code: 'not-encrypted' } });
    expect(await wrapper.decrypt(Buffer.from('v10abc'))).toEqual({
      ok: false,
      failure: { code: 'not-decryptable' },
    });
  });

  it('damaged and foreign bytes are not decryptable', async () => {
    const { wrapper } = wrap({ style: 'synchronous' });
    const foreign = await wrap({ style: 'synchronous' }).wrapper.encrypt('x');
    const own = await wrapper.encrypt('x');
    if (!foreign.ok || !own.ok) throw new Error('not encrypted');
    const damaged = Buffer.from(own.value);
    damaged.writeUInt8(damaged.readUInt8(damaged.length - 1) ^ 1, damaged.length - 1);
    for (const bytes of [foreign.value, damaged, Buffer.alloc(0), Buffer.from('v11')]) {
      expect(await wrapper.decrypt(bytes)).toEqual({ ok: false, failure: { code: 'not-decryptable' } });
    }
  });

  it('a keychain that is away for a while is not taken for damage', async () => {
    const storage = fakeSafeStorage({ style: 'asynchronous' });
    const busy = fakeSafeStorage({ style: 'asynchronous', fault: 'temporarily-unavailable' });
    const wrapper = new SafeStorageWrapper({
      safeStorage: {
        ...storage,
        decryptStringAsync: (bytes) =>
          (bytes.length > 100 ? busy : storage).decryptStringAsync?.(bytes) ??
          Promise.reject(new Error('absent')),
      },
      platform: 'darwin',
      keyring: untouchableKeyring,
    });
    expect(await wrapper.decrypt(Buffer.alloc(200))).toMatchObject({
      failure: { code: 'keyring-unavailable', protection: { reason: 'not-answering' } },
    });
  });
});

describe('unlock', () => {
  const asks = ['locked', 'not-created', 'needs-permission', 'access-denied'] as const;
  it.each(asks)('%s: asks the desktop, then judges anew', async (state) => {
    const { wrapper, keyring } = wrap({ style: 'synchronous' }, 'linux', new FakeKeyringProbe(state));
    const both = await Promise.all([wrapper.unlock(), wrapper.unlock()]);
    expect(both.map((protection) => protection.verdict)).toEqual(['os-keyring', 'os-keyring']);
    expect(keyring.asked.filter((asked) => asked === 'unlock gnome_libsecret')).toHaveLength(1);
  });

  it('dismissed: still locked', async () => {
    const keyring = new FakeKeyringProbe('locked', 'locked');
    expect((await wrap({ style: 'synchronous' }, 'linux', keyring).wrapper.unlock()).reason).toBe('locked');
  });

  it('stopped: tells the state as it is, and can be asked for again', async () => {
    const keyring = new FakeKeyringProbe('needs-permission', 'ready');
    const { wrapper } = wrap({ style: 'synchronous' }, 'linux', keyring);
    keyring.prompt = 'waits';
    const unlocked = wrapper.unlock();
    await expect.poll(() => keyring.asked).toContain('unlock gnome_libsecret');
    wrapper.stopUnlocking();
    expect((await unlocked).reason).toBe('needs-permission');
    keyring.prompt = 'answered';
    expect((await wrapper.unlock()).verdict).toBe('os-keyring');
  });

  it('hands back its access once safeStorage has the key, and not before', async () => {
    const { wrapper, keyring } = wrap({ style: 'synchronous' }, 'linux', new FakeKeyringProbe('locked'));
    await wrapper.protection();
    expect(keyring.released).toBe(0);
    await wrapper.unlock();
    expect(keyring.released).toBe(1);
  });

  const nobody = ['access-blocked', 'switched-off', 'no-wallet', 'not-shared', 'no-keyring'] as const;
  it.each([...nobody, 'no-session-bus', 'not-answering'] as const)('%s: nobody to ask', async (state) => {
    const { wrapper, keyring } = wrap({ style: 'synchronous' }, 'linux', new FakeKeyringProbe(state));
    expect((await wrapper.unlock()).reason).toBe(state);
    expect(keyring.asked).not.toContain('unlock gnome_libsecret');
  });
});
