import { resolve } from 'node:path';
import { isatty } from 'node:tty';
import { formatForRegion } from '@contract/formats';
import { type Language, preferredLanguage } from '@contract/languages';
import type { Policies } from '@contract/policies';
import { ok } from '@contract/result';
import { app, Menu } from 'electron';
import { type Command, readArguments } from '../cli/arguments';
import type { CliPorts } from '../cli/run-cli';
import type { SharedHere } from '../cli/shared-here';
import { standardInput, whileWanted } from '../cli/standard-input';
import type { StoreCommand } from '../cli/store-arguments';
import { peekLanguage } from '../connections/peek';
import { RejectedSignIns } from '../connections/rejected-sign-ins';
import type { SecretCipher } from '../secrets/cipher';
import { ownResultsFile } from '../watch/results-path';
import { openNetwork, startNetwork } from './network';
import { systemRegion } from './system-region';

/*
 * The command line. Code that only one command needs is loaded with that command, so that the others start faster.
 * What it shares with the window is set up by the same functions (electron/stores.ts, ./network.ts).
 */

/** The status shells report for a program ended by SIGPIPE. */
const BROKEN_PIPE = 141;

/** The status shells report for a program ended by Ctrl+C. */
const STOPPED = 130;

const print = (text: string): void => void process.stdout.write(text);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const readCertificates: CliPorts['readCertificates'] = async (bytes) => {
  const { readCertificates: readAll } = await import('../http/read-certificates');
  // Here, the file may be a full list of CAs.
  const read = await readAll(bytes, Number.POSITIVE_INFINITY);
  return read.ok ? ok(read.value.map((certificate) => certificate.toString())) : read;
};

/** Runs one command line and exits with its status. */
export async function startCli(argv: readonly string[]): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  // Electron would quit at once on these signals. Let what is running end cleanly; it then exits by itself.
  app.on('will-quit', (event) => {
    event.preventDefault();
    stop.abort();
  });
  // The reader may have closed the pipe (`… | head -1`), and nobody is left to read.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => app.exit(BROKEN_PIPE));
  // Otherwise macOS shows an icon in the Dock while the check runs.
  if (process.platform === 'darwin') app.setActivationPolicy('prohibited');
  // Otherwise Electron creates a default menu.
  Menu.setApplicationMenu(null);
  const command = readArguments(argv);
  const reading = import('../policies/here').then(({ policiesHere }) => policiesHere());
  await app.whenReady();
  // Modules load while it starts.
  if (command.kind === 'check') startNetwork();
  const loading = load(command, argv);
  formatForRegion(systemRegion());
  const folder = app.getPath('userData');
  const policies = await reading;
  const language =
    policies.policies.language ??
    peekLanguage(folder) ??
    preferredLanguage(app.getPreferredSystemLanguages());
  if (command.kind === 'store') return startStore(command, folder, policies.policies, language, stop.signal);
  if (loading === null) return startWatch(argv, command, folder, language);
  const { NOTHING_CHECKED, runCli } = await loading;

  const withoutSecrets = command.kind === 'check' && command.withoutSecrets;
  let input = theInput(stop.signal);
  if (command.kind === 'check' && command.secretsFromStdin && isatty(0)) {
    const [{ words }, { unshown }] = await Promise.all([
      import('../cli/words'),
      import('../cli/unshown-input'),
    ]);
    const say = words[command.language ?? language];
    const isShown = process.platform === 'win32';
    if (isShown) {
      complain(say.typedShown);
      return app.exit(NOTHING_CHECKED);
    }
    input = unshown(input, stop.signal);
    complain(say.typedUnshown);
  }
  let telling: Promise<void> | null = null;
  let checker: Promise<CliPorts['check']> | null = null;
  const theChecker = () => {
    checker ??= loadChecker(folder, policies.policies, stop.signal, withoutSecrets);
    return checker;
  };
  const status = await runCli(argv, {
    path: (file) => resolve(callersFolder(), file),
    input,
    print,
    complain,
    language,
    policies,
    readCertificates,
    saved: async () => {
      const [{ savedConnections }, keyring] = await Promise.all([import('../cli/saved'), theKeyring()]);
      return savedConnections(folder, keyring, policies.policies);
    },
    shared: async (within, extraRoots) => {
      const [{ sharedToCheck }, { savedConnections }, here, keyring] = await Promise.all([
        import('../cli/shared-checks'),
        import('../cli/saved'),
        openShared(folder, policies.policies, extraRoots, true),
        theKeyring(),
      ]);
      const asked = { folder: within, appVersion: app.getVersion(), signal: stop.signal };
      return sharedToCheck(here, asked, savedConnections(folder, keyring, policies.policies));
    },
    getReady: () => void theChecker(),
    check: async (connection, options) => (await theChecker())(connection, options),
    recording: {
      ownFile: ownResultsFile(folder),
      appVersion: app.getVersion(),
      now: () => new Date(),
      isStopped: () => stop.signal.aborted,
      tellStopped: (stopped, said) => {
        telling = import('./stopped-notice').then(({ showStopped }) =>
          showStopped(stopped, said, stop.signal),
        );
      },
    },
    practice: async () => {
      const { runPractice } = await import('../cli/run-practice');
      return runPractice((line) => void process.stdout.write(line), stop.signal);
    },
  });
  await telling;
  // Standard output may be a pipe, which is written asynchronously.
  process.stdout.write('', () => app.exit(status));
}

/** While it is awaited, nothing has begun that would have to end by itself. */
const theInput = (signal: AbortSignal): AsyncIterable<Buffer | string> =>
  whileWanted(standardInput(process.platform), signal, () => app.exit(STOPPED));

/** Begins to load what a command needs, all of it at once; null for `status` and `watch`, which load their own. */
function load(command: Command, argv: readonly string[]): Promise<typeof import('../cli/run-cli')> | null {
  const isStatus = argv[0] === 'status' && command.kind !== 'help';
  if (command.kind === 'watch' || isStatus) return null;
  if (command.kind === 'check') {
    void import('../http/system-network');
    void import('../cli/check-connection');
  }
  return import('../cli/run-cli');
}

/** `store`: shared connections, with the window's folder and keyring. */
async function startStore(
  command: StoreCommand,
  folder: string,
  policies: Policies,
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  const [{ runStore }, { words }] = await Promise.all([import('../cli/run-store'), import('../cli/words')]);
  const say = words[command.language ?? language];
  let input = theInput(signal);
  if ((command.does === 'login' || command.tokenFromStdin) && isatty(0)) {
    const { unshown } = await import('../cli/unshown-input');
    input = unshown(input, signal);
    complain(say.store.typed);
  }
  const status = await runStore(command, {
    input,
    print,
    complain,
    language,
    signal,
    path: (file) => resolve(callersFolder(), file),
    readCertificates,
    open: (extraRoots) => openShared(folder, policies, extraRoots, false),
  });
  process.stdout.write('', () => app.exit(status));
}

async function openShared(
  folder: string,
  policies: Policies,
  extraRoots: readonly string[],
  readOnly: boolean,
): Promise<SharedHere> {
  const [{ sharedHere }, { savedProxySignIns }, cipher] = await Promise.all([
    import('../cli/shared-here'),
    import('../cli/saved'),
    theKeyring(),
  ]);
  const signIns = savedProxySignIns(folder, cipher, policies);
  const kept = { open: (proxy: string) => signIns.open(proxy), rejections: new RejectedSignIns(folder) };
  const network = () => openNetwork(kept, policies);
  return sharedHere({
    folder,
    cipher,
    policies,
    network,
    appVersion: app.getVersion(),
    extraRoots,
    readOnly,
  });
}

/** `status` and `watch`: without the systems' checks, the keyring and the network. */
async function startWatch(
  argv: readonly string[],
  command: Command,
  folder: string,
  language: Language,
): Promise<void> {
  const ports = {
    path: (file: string) => resolve(callersFolder(), file),
    print,
    complain,
    language,
  };
  let status = 0;
  if (command.kind === 'watch') {
    const [{ runWatch }, { scheduleFacts }] = await Promise.all([
      import('../cli/run-watch'),
      import('../watch/schedule/this-computer'),
    ]);
    status = await runWatch(command, { ...ports, ...scheduleFacts(app.isPackaged, folder) });
  } else if (command.kind === 'status' || command.kind === 'unclear') {
    const { runStatus } = await import('../cli/run-status');
    status = await runStatus(argv, command, {
      ...ports,
      ownFile: ownResultsFile(folder),
      now: () => new Date(),
    });
  }
  process.stdout.write('', () => app.exit(status));
}

/** Loads what a check needs, not before there is one. Without secrets, a saved proxy sign-in stays shut as well. */
async function loadChecker(
  folder: string,
  policies: Policies,
  signal: AbortSignal,
  withoutSecrets: boolean,
): Promise<CliPorts['check']> {
  const open = async (proxy: string) => {
    if (withoutSecrets) return null;
    const [{ savedProxySignIns }, keyring] = await Promise.all([import('../cli/saved'), theKeyring()]);
    return savedProxySignIns(folder, keyring, policies).open(proxy);
  };
  const [network, { checkConnection }] = await Promise.all([
    openNetwork({ open, rejections: new RejectedSignIns(folder) }, policies),
    import('../cli/check-connection'),
  ]);
  return (connection, options) =>
    checkConnection(connection, options, { network, appVersion: app.getVersion(), signal });
}

let keyring: Promise<SecretCipher> | null = null;

function theKeyring(): Promise<SecretCipher> {
  keyring ??= import('./keyring').then(({ systemKeyring }) => systemKeyring());
  return keyring;
}

/** The caller's working directory. npm changes it and keeps the original in INIT_CWD. */
function callersFolder(): string {
  return (app.isPackaged ? undefined : process.env.INIT_CWD) ?? process.cwd();
}
