import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type DesktopUser, give, ordinaryUser } from './desktop-user';
import { type KeyringState, lockKeyring, startBus, startKeyring } from './keyring';
import { startWallet, type WalletOptions, walletSettings, walletVersion } from './kwallet';
import { endProcessesWith } from './processes';
import { startScreen } from './screen';
import { waitFor } from './wait-for';

export interface DesktopOptions {
  readonly keyring?: KeyringState;
  /** A KDE session with KWallet instead of a GNOME session with a keyring. */
  readonly wallet?: WalletOptions;
  /** The user to run as if the tests run as root; default nobody. */
  readonly user?: string;
  readonly theme?: 'light' | 'dark';
  /** The user's languages in order of preference, as in LANGUAGE: `fr_CA:en`. */
  readonly languages?: string;
  /** Whether the bus may start a password prompter and other services, as on a real desktop. */
  readonly services?: boolean;
  /** Whether the screen's contents are also in the file `screen/Xvfb_screen0` of the desktop's folder. */
  readonly picture?: boolean;
  /** Whether programs see a screen reader, which may then listen (`listener.ts`). */
  readonly screenReader?: boolean;
}

/** A signed-in user's desktop, private to one test: its own home, screen, session bus and keyring. */
export interface Desktop {
  readonly user: DesktopUser;
  /** Contains everything of this desktop; removed by `stop`. Kept short, because socket paths end at 108 bytes. */
  readonly folder: string;
  readonly home: string;
  /** The environment for this user's programs. */
  readonly env: Readonly<Record<string, string>>;
  /** Creates a folder that belongs to the user. */
  makeFolder(name: string): string;
  /** Writes a file that belongs to the user. */
  writeFile(name: string, content: string | Buffer, mode?: number): string;
  /** Replaces the browser: a program that gets the address as its only argument. */
  setOpener(program: string | null): void;
  /** The addresses opened so far, in order. */
  opened(): string[];
  /** Waits until `count` addresses have been opened and returns the last. */
  waitForOpened(count?: number): Promise<string>;
  lockKeyring(): Promise<void>;
  /** Ends every process started here and removes the folder. */
  stop(): Promise<void>;
}

/** Marks all processes of one desktop, so that they can be found no matter who started them. */
const MARK = 'WIZARD_TEST_DESKTOP';

/**
 * Starts such a desktop in about 0.1 s. Only Linux can run a second screen, bus and keyring beside the signed-in
 * user's. Elsewhere the app runs on the user's own desktop with its own data folder.
 */
export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  if (process.platform !== 'linux') return borrowDesktop();
  const user = ordinaryUser(options.user);
  const folder = mkdtempSync('/tmp/wiz-');
  const mark = basename(folder);
  const end = async (): Promise<void> => {
    await endProcessesWith(MARK, mark);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return await furnish(user, folder, mark, options, end);
  } catch (problem) {
    await end();
    throw problem;
  }
}

async function furnish(
  user: DesktopUser,
  folder: string,
  mark: string,
  options: DesktopOptions,
  stop: () => Promise<void>,
): Promise<Desktop> {
  const { wallet } = options;
  const keyring = options.keyring ?? (wallet === undefined ? 'unlocked' : 'none');
  give(user, folder);
  const { makeFolder, writeFile } = filesIn(folder, user);
  const home = makeFolder('home');
  const run = makeFolder('run');
  const bin = makeFolder('bin');
  const opener = join(bin, 'opener');
  const openedFile = writeFile('opened', '');
  writeFile('bin/xdg-open', openerScript(openedFile, opener), 0o755);

  const base: Record<string, string> = {
    HOME: home,
    XDG_RUNTIME_DIR: run,
    TMPDIR: makeFolder('tmp'),
    PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`,
    USER: user.isOther ? user.name : (process.env.USER ?? 'person'),
    LANG: 'en_CA.UTF-8',
    LANGUAGE: options.languages ?? 'en_CA:en',
    TZ: 'America/Toronto',
    XDG_CURRENT_DESKTOP: wallet === undefined ? 'GNOME' : 'KDE',
    ...(wallet === undefined ? {} : { KDE_SESSION_VERSION: walletVersion() }),
    GTK_THEME: options.theme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
    // Without a screen reader, keep the accessibility bus from starting for nothing.
    ...(options.screenReader === true ? { ACCESSIBILITY_ENABLED: '1' } : { NO_AT_BRIDGE: '1' }),
    [MARK]: mark,
  };
  const place = { user, cwd: home };
  const screen = await startScreen(
    user,
    join(run, 'xauthority'),
    base,
    home,
    options.picture === true ? makeFolder('screen') : undefined,
  );
  // The bus passes its environment to the prompter it may start, which needs the screen.
  const onScreen = { ...base, DISPLAY: screen.display, XAUTHORITY: screen.authority };
  const services = options.services ?? keyring !== 'none';
  if (wallet !== undefined) {
    makeFolder('home/.config');
    writeFile('home/.config/kwalletrc', walletSettings(wallet));
  }
  const bus = keyring === 'no-bus' ? 'disabled:' : await startBus({ ...place, env: onScreen }, run, services);
  const env = { ...onScreen, DBUS_SESSION_BUS_ADDRESS: bus };
  if (keyring !== 'none' && keyring !== 'no-bus') await startKeyring({ ...place, env }, keyring);
  if (wallet !== undefined) await startWallet({ ...place, env }, wallet);

  const opened = (): string[] => readFileSync(openedFile, 'utf8').split('\n').slice(0, -1);
  return {
    user,
    folder,
    home,
    env,
    makeFolder,
    writeFile,
    setOpener: (program) => {
      rmSync(opener, { force: true });
      if (program !== null) writeFile('bin/opener', `#!/bin/sh\nexec ${quote(program)} "$1"\n`, 0o755);
    },
    opened,
    waitForOpened: (count = 1) => waitFor(`address number ${count} to be opened`, () => opened()[count - 1]),
    lockKeyring: () => lockKeyring({ ...place, env }),
    stop,
  };
}

function filesIn(folder: string, user: DesktopUser): Pick<Desktop, 'makeFolder' | 'writeFile'> {
  return {
    makeFolder: (name) => {
      const path = join(folder, name);
      if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
      give(user, path);
      return path;
    },
    writeFile: (name, content, mode = 0o600) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      chmodSync(path, mode);
      give(user, path);
      return path;
    },
  };
}

/** The parts of a desktop that other platforms offer; tests that need the rest are skipped there by name. */
function borrowDesktop(): Desktop {
  const user = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), 'wiz-'));
  const notHere = (): never => {
    throw new Error('Not for this OS: only Linux can have a desktop beside the person’s own.');
  };
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return {
    user,
    folder,
    home: folder,
    env: Object.fromEntries(entries),
    ...filesIn(folder, user),
    setOpener: notHere,
    opened: notHere,
    waitForOpened: notHere,
    lockKeyring: notHere,
    stop: async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Like the real opener, it returns at once and does not report what became of the address. */
const openerScript = (list: string, opener: string): string => `#!/bin/sh
printf '%s\\n' "$1" >> ${quote(list)}
[ -x ${quote(opener)} ] && ${quote(opener)} "$1" >/dev/null 2>&1 </dev/null &
exit 0
`;

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
