import { join, resolve } from 'node:path';
import { app, protocol } from 'electron';
import { type Command, commandLine, languageIn, readArguments } from './cli/arguments';
import { peekKeyrings } from './connections/peek';
import { DEV_ORIGIN, PRODUCT_NAME, USER_DATA_FOLDER } from './identity';
import { mustChooseStore, storeThatWrote } from './secrets/password-store';
import { endCommandLineOnBug, endOnBug, endOnUncaught } from './shell/end-on-bug';
import { isFirstInstance } from './shell/first-instance';
import { openWindow } from './shell/open-window';
import { leaveMemoryOutOfCoreDumps } from './shell/security/core-dumps';
import { closeToOthers } from './shell/security/data-folder';
import { refusedSwitch, refusedVariable } from './shell/security/refused-start';
import { keepSilent } from './shell/security/silence';
import { schemePrivileges } from './shell/window/app-protocol';

/*
 * The entry module. Electron delays `ready` until it has run, so it only decides which program to start: the window
 * or the command line.
 */

leaveMemoryOutOfCoreDumps();
keepSilent(app);
app.setName(PRODUCT_NAME);
app.setPath('userData', userDataFolder());

const words = commandLine(process.argv, process.defaultApp === true);
const command = words === null ? null : readArguments(words);
const end = (bug: unknown): void =>
  command === null ? endOnBug(bug) : endCommandLineOnBug(bug, languageIn(words ?? []));
endOnUncaught(end);
const refused = isUnderDevelopment() ? null : howItWasStarted();

/** What Electron's startup has to wait for; see `writeEntry` in scripts/build.mjs. */
export let held: Promise<void> | null = null;

const opensSecrets = command?.kind !== 'status' && command?.kind !== 'watch';
if (
  opensSecrets &&
  !app.commandLine.hasSwitch('password-store') &&
  mustChooseStore(process.platform, process.env)
) {
  held = chooseStore(command)?.catch(end) ?? null;
}

if (words === null && process.getuid?.() === 0) {
  stop('This program does not open its window as root. Start it as an ordinary user.');
} else if (refused !== null) {
  stop(`This program does not run with ${refused}.`);
} else if (!closeToOthers(app.getPath('userData'))) {
  stop(`The data folder belongs to another user of this computer: ${app.getPath('userData')}`);
} else if (words !== null && isOnDisplay()) {
  held = import('./cli/headless')
    .then(async ({ runHeadless }) => app.exit(await runHeadless(process.execPath, words)))
    .catch(end);
} else if (words !== null) {
  void import('./shell/start-cli').then(({ startCli }) => startCli(words)).catch(end);
} else if (!isFirstInstance(app.getPath('userData'))) {
  // The first instance comes to the front instead. Two windows would write to the same store.
  app.quit();
} else {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([schemePrivileges]);
  openWindow(!isFirstPaintOff());
}

/**
 * Chooses the keyring that encrypted the saved secrets, or those of the connections named on the command line. For a
 * first secret, which only the window can save, it is the keyring of this session. Chromium reads the switch when
 * Electron is ready, so it can still be set while `ready` is delayed.
 */
function chooseStore(asked: Command | null): Promise<void> | null {
  const choose = (store: string): void => app.commandLine.appendSwitch('password-store', store);
  const names = asked?.kind === 'check' && asked.source.kind === 'saved' ? asked.source.names : null;
  const wrote = storeThatWrote(peekKeyrings(app.getPath('userData'), names));
  if (wrote !== null || asked !== null) {
    choose(wrote ?? 'gnome-libsecret');
    return null;
  }
  return import('./secrets/store-on-bus').then(async ({ storeOnBus }) =>
    choose(await storeOnBus(process.env)),
  );
}

/** Windows roams %APPDATA%, but not the key that decrypts the secrets, so keep both in the local folder. */
function userDataFolder(): string {
  const asked = app.commandLine.getSwitchValue('user-data-dir');
  if (asked !== '') return resolve(asked);
  const local = process.platform === 'win32' ? process.env.LOCALAPPDATA : undefined;
  return join(local ?? app.getPath('appData'), USER_DATA_FOLDER);
}

/** Only Linux chooses a display platform. In a source checkout, scripts/cli.mjs always passes the headless switch. */
function isOnDisplay(): boolean {
  return process.platform === 'linux' && app.isPackaged && !app.commandLine.hasSwitch('ozone-platform');
}

/** What it was started with and refuses to run with; null if there is nothing. */
function howItWasStarted(): string | null {
  const name = refusedSwitch((one) => app.commandLine.hasSwitch(one), words === null);
  return name === null ? refusedVariable(process.env) : `--${name}`;
}

/** Decided by the build and its fuses, not by the name of the executable, which anyone may change. */
function isUnderDevelopment(): boolean {
  return DEV_ORIGIN !== null || isTestCopy();
}

/** True only in the test build, whose inspect fuse is on: a released app never opens an inspector. */
function isTestCopy(): boolean {
  return process.getBuiltinModule('node:inspector').url() !== undefined;
}

/** For tests only; see docs/first-paint.md. */
function isFirstPaintOff(): boolean {
  return app.commandLine.getSwitchValue('first-paint') === 'off' && (!app.isPackaged || isTestCopy());
}

function stop(line: string): void {
  process.stderr.write(`${line}\n`);
  // Of a check, nothing was checked (docs/command-line.md).
  app.exit(words === null ? 1 : 2);
}
