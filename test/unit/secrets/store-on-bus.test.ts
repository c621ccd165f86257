import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeOnBus } from '../../../electron/secrets/store-on-bus';
import { holdNames } from '../../fakes/bus-services';
import { type Session, startSession } from '../../support/session';

const SECRETS = 'org.freedesktop.secrets';

describe.skipIf(process.platform !== 'linux')('the keyring of a session that Chromium does not know', () => {
  let session: Session;
  beforeEach(async () => {
    session = await startSession('none');
  });
  afterEach(() => session.stop());

  it.each([
    ['nobody', [], 'gnome-libsecret'],
    ['a Secret Service alone', [[SECRETS]], 'gnome-libsecret'],
    ['KDE’s wallet alone', [['org.kde.kwalletd5']], 'kwallet5'],
    ['KDE’s newer wallet, under both its names', [['org.kde.kwalletd6', 'org.kde.kwalletd5']], 'kwallet6'],
    ['KDE’s wallet, which is the Secret Service', [['org.kde.kwalletd5', SECRETS]], 'kwallet5'],
    [
      'KDE’s wallet over KDE’s Secret Service',
      [
        ['org.kde.kwalletd6', 'org.kde.kwalletd5'],
        ['org.kde.ksecretd', SECRETS],
      ],
      'kwallet6',
    ],
    ['KDE’s wallet beside another Secret Service', [['org.kde.kwalletd5'], [SECRETS]], 'gnome-libsecret'],
  ] as const)('%s: %j is %s', async (_who, programs, store) => {
    for (const names of programs) await holdNames(session.env.DBUS_SESSION_BUS_ADDRESS ?? '', names);
    expect(await storeOnBus(session.env)).toBe(store);
  });

  it('is a Secret Service where there is no bus', async () => {
    expect(await storeOnBus({ DBUS_SESSION_BUS_ADDRESS: 'disabled:' })).toBe('gnome-libsecret');
  });
});
