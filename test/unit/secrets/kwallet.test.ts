import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DBusKeyringProbe } from '../../../electron/secrets/keyring-probe';
import { type FakeWalletOptions, startFakeWallet } from '../../fakes/bus-services';
import { type Session, startSession } from '../../support/session';

/*
 * How the program handles KWallet, with a fake daemon on a real session bus: for states that the app tier's real daemon
 * cannot be brought into. Linux only, because other systems do not put their keyring behind D-Bus.
 */

const APP = 'School API Setup Wizard';
const asked = `openAsync ${APP}`;
const never = new AbortController().signal;

describe.skipIf(process.platform !== 'linux')('KDE’s wallet', () => {
  let session: Session;
  beforeEach(async () => {
    session = await startSession('none');
  });
  afterEach(() => session.stop());

  const configure = (text: string): void => {
    mkdirSync(join(session.env.HOME ?? '', '.config'), { recursive: true });
    writeFileSync(join(session.env.HOME ?? '', '.config/kwalletrc'), text);
  };
  const start = async (options: FakeWalletOptions, settings = '', promptLimitMs = 1_000) => {
    configure(settings);
    const wallet = await startFakeWallet(session.env.DBUS_SESSION_BUS_ADDRESS ?? '', options);
    return { wallet, probe: new DBusKeyringProbe(session.env, promptLimitMs) };
  };
  const ASKS = '[Wallet]\nPrompt on Open=true\n';

  it.each([
    ['open', { open: true }, '', 'ready', [asked]],
    ['closed', { open: false }, '', 'locked', []],
    ['not there', { open: false, exists: false }, '', 'not-created', []],
    ['switched off', { open: false, enabled: false }, '', 'switched-off', []],
    ['open, and asks', { open: true }, ASKS, 'needs-permission', []],
    ['open, asks, and knows us', { open: true }, `${ASKS}[Auto Allow]\nkdewallet=${APP}\n`, 'ready', [asked]],
    [
      'open, and refuses us for good',
      { open: true },
      `[Auto Deny]\nkdewallet=${APP}\n`,
      'access-blocked',
      [],
    ],
    [
      'closed, and refuses us for good',
      { open: false },
      `[Auto Deny]\nkdewallet=${APP}\n`,
      'access-blocked',
      [],
    ],
    ['open, behind another service', { open: false, behind: 'org.kde.ksecretd' }, '', 'ready', [asked]],
  ] as const)('%s: looking shows no dialog', async (_what, options, settings, expected, calls) => {
    const { wallet, probe } = await start(options, settings);
    expect(await probe.state('kwallet6')).toBe(expected);
    expect(wallet.calls).toEqual(calls);
    wallet.stop();
  });

  it('is switched off by its settings while nobody runs it: the bus is not made to start it', async () => {
    configure('[Wallet]\nEnabled=false\n');
    expect(await new DBusKeyringProbe(session.env).state('kwallet6')).toBe('switched-off');
  });

  it('asks once, holds the access until it is handed back, and asks anew then', async () => {
    const { wallet, probe } = await start({ open: true });
    for (let look = 0; look < 3; look += 1) expect(await probe.state('kwallet6')).toBe('ready');
    expect(wallet.calls).toEqual([asked]);
    probe.release();
    expect(await probe.state('kwallet6')).toBe('ready');
    expect(wallet.calls).toEqual([asked, asked]);
    wallet.stop();
  });

  it('does not count on an access that ended when the wallet was closed', async () => {
    const { wallet, probe } = await start({ open: true });
    expect(await probe.state('kwallet6')).toBe('ready');
    wallet.close();
    expect(await probe.state('kwallet6')).toBe('locked');
    wallet.stop();
  });

  it.each([
    ['allows', { open: true }, ASKS, 'ready'],
    ['denies', { open: true }, ASKS, 'access-denied'],
    ['allows', { open: false }, '', 'ready'],
    ['denies', { open: false }, '', 'locked'],
    ['allows', { open: false, exists: false }, '', 'ready'],
    ['never-answers', { open: true }, ASKS, 'needs-permission'],
    ['never-answers', { open: false }, '', 'locked'],
    ['daemon-ends', { open: true }, ASKS, 'no-wallet'],
  ] as const)('the person %s (%j): %s', async (answer, options, settings, expected) => {
    const { wallet, probe } = await start({ ...options, answer }, settings);
    expect(await probe.unlock('kwallet6', never)).toBe(expected);
    expect(wallet.calls).toEqual([asked]);
    wallet.stop();
  });

  it('a refusal stays one, without another dialog, until the person wants to be asked again', async () => {
    const { wallet, probe } = await start({ open: true, answer: 'denies' }, ASKS);
    expect(await probe.unlock('kwallet6', never)).toBe('access-denied');
    for (let look = 0; look < 3; look += 1) expect(await probe.state('kwallet6')).toBe('access-denied');
    expect(wallet.calls).toEqual([asked]);
    expect(await probe.unlock('kwallet6', never)).toBe('access-denied');
    expect(wallet.calls).toEqual([asked, asked]);
    wallet.stop();
  });

  it('a dialog that the settings did not announce holds nobody up, and is the only one', async () => {
    const { wallet, probe } = await start({ open: true, answer: 'never-answers' });
    expect(await probe.state('kwallet6')).toBe('needs-permission');
    const unlocked = probe.unlock('kwallet6', never);
    wallet.answer('allows');
    expect(await unlocked).toBe('ready');
    expect(wallet.calls).toEqual([asked]);
    wallet.stop();
  });

  it('cancelling ends the waiting at once; asked again, KWallet is asked again', async () => {
    const { wallet, probe } = await start({ open: true, answer: 'never-answers' }, ASKS, 60_000);
    const stop = new AbortController();
    const unlocked = probe.unlock('kwallet6', stop.signal);
    await expect.poll(() => wallet.calls).toEqual([asked]);
    stop.abort();
    expect(await unlocked).toBe('needs-permission');
    const again = probe.unlock('kwallet6', never);
    await expect.poll(() => wallet.calls).toEqual([asked, asked]);
    wallet.answer('allows');
    expect(await again).toBe('ready');
    wallet.stop();
  });
});
