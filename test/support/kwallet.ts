import { existsSync } from 'node:fs';
import { type DesktopUser, runAs, spawnAs } from './desktop-user';
import { waitFor } from './wait-for';

/* KDE's wallet daemon on a test desktop. Its dialogs are real windows on the test's screen, answered by keyboard. */

/** The possible answers to KDE's dialog about a program. */
export type WalletAnswer = 'allow once' | 'allow always' | 'deny' | 'deny forever' | 'cancel';

export interface WalletOptions {
  /** `open`: as after sign-in; `locked`: it exists but is closed; `none`: not created yet. */
  readonly wallet: 'open' | 'locked' | 'none';
  /** False if KWallet is disabled in KDE's settings. */
  readonly enabled?: boolean;
  /** Whether KWallet asks about each program. */
  readonly promptOnOpen?: boolean;
  /** False if the daemon starts only on demand over the bus. */
  readonly daemon?: boolean;
}

interface Place {
  readonly user: DesktopUser;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

const WALLET = 'kdewallet';
/** What PAM passes at sign-in instead of a password. */
const PASSWORD_HASH = `[byte ${Array.from({ length: 56 }, () => '0x07').join(',')}]`;

/** The newest installed KWallet version. */
export const walletVersion = (): '5' | '6' => (existsSync('/usr/bin/kwalletd6') ? '6' : '5');
export const walletBackend = (): 'kwallet5' | 'kwallet6' => `kwallet${walletVersion()}`;

/** KDE's `kwalletrc`. */
export const walletSettings = ({ enabled = true, promptOnOpen = false }: WalletOptions): string =>
  `[Wallet]\nFirst Use=false\nEnabled=${enabled}\nPrompt on Open=${promptOnOpen}\n`;

/** Starts the daemon with the wallet in the given state. */
export async function startWallet(place: Place, options: WalletOptions): Promise<void> {
  if (options.daemon === false || options.enabled === false) return;
  spawnAs(place.user, `kwalletd${walletVersion()}`, [], { env: place.env, cwd: place.cwd, stdio: 'ignore' });
  const name = `org.kde.kwalletd${walletVersion()}`;
  await runAs(place.user, 'gdbus', ['wait', '--session', '--timeout', '10', name], place);
  if (options.wallet === 'none') return;
  await callWallet(place, 'pamOpen', WALLET, PASSWORD_HASH, '0');
  if (options.wallet === 'locked') await closeWallet(place);
}

/** Opens a closed wallet without a dialog, as signing in does. */
export const openWallet = (place: Place): Promise<string> =>
  callWallet(place, 'pamOpen', WALLET, PASSWORD_HASH, '0');

/** The programs that use the wallet right now. */
export const walletUsers = (place: Place): Promise<string> => callWallet(place, 'users', WALLET);

function callWallet(place: Place, method: string, ...args: readonly string[]): Promise<string> {
  const version = walletVersion();
  const object = ['--dest', `org.kde.kwalletd${version}`, '--object-path', `/modules/kwalletd${version}`];
  const call = ['call', '--session', ...object, '--method', `org.kde.KWallet.${method}`, ...args];
  return runAs(place.user, 'gdbus', call, place);
}

/** The mnemonics of the dialog's buttons. */
const KEYS: Readonly<Record<WalletAnswer, string>> = {
  'allow once': 'alt+o',
  'allow always': 'alt+a',
  deny: 'alt+d',
  'deny forever': 'alt+f',
  cancel: 'Escape',
};

/** KWallet's dialogs on the screen, as X window ids. */
export async function walletDialogs(place: Place): Promise<readonly string[]> {
  const search = ['search', '--onlyvisible', '--class', `kwalletd${walletVersion()}`];
  const found = await runAs(place.user, 'xdotool', search, place).catch((problem: unknown) => {
    const words = problem instanceof Error ? problem.message : '';
    // xdotool's result if there is none.
    if (words === 'xdotool ended with 1: ') return '';
    // A window that closes between listing and inspection ends the search with this error.
    if (words.includes('BadWindow')) return null;
    throw problem;
  });
  if (found === null) return walletDialogs(place);
  return found.split('\n').filter((line) => line !== '');
}

/** Waits for KDE's dialog about a program and answers it. */
export async function answerWallet(place: Place, answer: WalletAnswer): Promise<void> {
  await pressToEnd(place, await nextDialog(place), KEYS[answer]);
}

const PASSWORD = 'Throwaway~wallet/4821';

/** Completes KDE's dialogs for a first wallet: its kind (with a password), and the password, twice. */
export async function createWallet(place: Place): Promise<void> {
  await pressToEnd(place, await nextDialog(place), 'Tab', 'Up', 'space', 'alt+f');
  const dialog = await nextDialog(place);
  await typeIn(place, dialog, PASSWORD);
  await press(place, dialog, 'Tab');
  await typeIn(place, dialog, PASSWORD);
  await pressToEnd(place, dialog, 'Return');
}

/** Types the password of a wallet made by {@link createWallet} into KDE's dialog. */
export async function enterWalletPassword(place: Place): Promise<void> {
  const dialog = await nextDialog(place);
  await typeIn(place, dialog, PASSWORD);
  await pressToEnd(place, dialog, 'Return');
}

export const closeWallet = (place: Place): Promise<string> => callWallet(place, 'close', WALLET, 'true');

const nextDialog = (place: Place): Promise<string> =>
  waitFor('a dialog of KDE’s wallet', async () => (await walletDialogs(place))[0]);

const press = (place: Place, dialog: string, ...keys: readonly string[]): Promise<string> =>
  runAs(place.user, 'xdotool', ['windowfocus', '--sync', dialog, 'key', ...keys], place);

const typeIn = (place: Place, dialog: string, text: string): Promise<string> =>
  runAs(place.user, 'xdotool', ['windowfocus', '--sync', dialog, 'type', text], place);

/** Presses keys that close the dialog and waits until it is gone. */
async function pressToEnd(place: Place, dialog: string, ...keys: readonly string[]): Promise<void> {
  await press(place, dialog, ...keys);
  await waitFor('the dialog of KDE’s wallet to go', async () =>
    (await walletDialogs(place)).includes(dialog) ? undefined : true,
  );
}
