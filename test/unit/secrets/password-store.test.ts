import { describe, expect, it } from 'vitest';
import { mustChooseStore, storeThatWrote } from '../../../electron/secrets/password-store';

describe('where Chromium finds no keyring by itself', () => {
  it.each([
    ['linux', 'GNOME', undefined, false],
    ['linux', 'ubuntu:GNOME', undefined, false],
    ['linux', 'X-Cinnamon', undefined, false],
    ['linux', 'KDE', '5', false],
    ['linux', 'KDE', '6', false],
    ['linux', 'KDE', undefined, true],
    ['linux', 'KDE', '', true],
    ['linux', 'KDE', '4', true],
    ['linux', 'i3', undefined, true],
    ['linux', 'sway', undefined, true],
    ['linux', 'LXQt', '6', true],
    ['linux', '', undefined, true],
    ['linux', undefined, undefined, true],
    ['win32', undefined, undefined, false],
    ['darwin', undefined, undefined, false],
  ] as const)('%s, desktop %s, KDE version %s: %s', (platform, desktop, version, expected) => {
    const env = {
      ...(desktop === undefined ? {} : { XDG_CURRENT_DESKTOP: desktop }),
      ...(version === undefined ? {} : { KDE_SESSION_VERSION: version }),
    };
    expect(mustChooseStore(platform, env)).toBe(expected);
  });
});

describe('the keyring that wrote what is saved', () => {
  it.each([
    [[], null],
    [['kwallet5'], 'kwallet5'],
    [['kwallet6'], 'kwallet6'],
    [['kwallet'], 'kwallet'],
    [['gnome_libsecret'], 'gnome-libsecret'],
    [['kwallet5', 'gnome_libsecret', 'kwallet5'], 'kwallet5'],
    [['gnome_libsecret', 'kwallet5', 'gnome_libsecret'], 'gnome-libsecret'],
    [['kwallet5', 'kwallet5', 'kwallet6'], 'kwallet6'],
    [['gnome_libsecret', 'gnome_libsecret', 'kwallet5', 'kwallet6', 'kwallet6'], 'kwallet6'],
    // Moved here from another platform or a later version: no keyring on this computer opens them.
    [['keychain', 'dpapi', 'basic_text', 'toString', 'kwallet7'], null],
    [['keychain', 'kwallet6'], 'kwallet6'],
  ] as const)('%j: %s', (wroteBy, store) => {
    expect(storeThatWrote(wroteBy)).toBe(store);
  });
});
