import { describe, expect, it } from 'vitest';
import { passwordStoreFor } from '../../../electron/secrets/password-store';

describe('passwordStoreFor', () => {
  it.each([
    ['linux', 'GNOME', null],
    ['linux', 'ubuntu:GNOME', null],
    ['linux', 'KDE', null],
    ['linux', 'X-Cinnamon', null],
    ['linux', 'i3', 'gnome-libsecret'],
    ['linux', 'sway', 'gnome-libsecret'],
    ['linux', '', 'gnome-libsecret'],
    ['linux', undefined, 'gnome-libsecret'],
    ['win32', undefined, null],
    ['darwin', undefined, null],
  ] as const)('%s, %s → %s', (platform, desktop, store) => {
    expect(passwordStoreFor(platform, desktop)).toBe(store);
  });
});
