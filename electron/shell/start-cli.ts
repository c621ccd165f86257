import { resolve } from 'node:path';
import { preferredLanguage } from '@contract/languages';
import { ok } from '@contract/result';
import { app, Menu } from 'electron';
import type { CliPorts } from '../cli/run-cli';
import { standardInput } from '../cli/standard-input';
import { peekLanguage } from '../connections/peek';
import type { SecretCipher } from '../secrets/cipher';
import { openNetwork } from './network';

/*
 * The program without a window. What only one command needs is loaded with that command, so that the others start
 * sooner. What it shares with the window is put together by the same functions (electron/stores.ts, ./network.ts).
 */

/** As a shell reports a program that the signal SIGPIPE ended. */
const BROKEN_PIPE = 141;

/** Runs the command line to its end and leaves with its exit status. */
export async function startCli(argv: readonly string[]): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  // Electron answers these signals by quitting at once; what runs ends cleanly first, and then leaves by itself.
  app.on('will-quit', (event) => {
    event.preventDefault();
    stop.abort();
  });
  // Whoever reads may have seen enough (`… | head -1`); then nobody is left to tell.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => app.exit(BROKEN_PIPE));
  // macOS alone would show an icon in the Dock for as long as the check runs.
  if (process.platform === 'darwin') app.setActivationPolicy('prohibited');
  // Else Electron makes a menu of its own.
  Menu.setApplicationMenu(null);
  await app.whenReady();
  const folder = app.getPath('userData');
  const { runCli } = await import('../cli/run-cli');

  let checker: Promise<CliPorts['check']> | null = null;
  const theChecker = () => {
    checker ??= loadChecker(folder, stop.signal);
    return checker;
  };
  const status = await runCli(argv, {
    path: (file) => resolve(callersFolder(), file),
    input: standardInput(process.platform),
    print: (text) => void process.stdout.write(text),
    complain: (line) => void process.stderr.write(`${line}\n`),
    language: peekLanguage(folder) ?? preferredLanguage(app.getPreferredSystemLanguages()),
    readCertificates: async (bytes) => {
      const { readCertificates } = await import('../http/read-certificates');
      // A whole list of authorities may be meant here.
      const read = await readCertificates(bytes, Number.POSITIVE_INFINITY);
      return read.ok ? ok(read.value.map((certificate) => certificate.toString())) : read;
    },
    saved: async () => {
      const [{ savedConnections }, keyring] = await Promise.all([import('../cli/saved'), theKeyring()]);
      return savedConnections(folder, keyring);
    },
    getReady: () => void theChecker(),
    check: async (connection, options) => (await theChecker())(connection, options),
    practice: async () => {
      const { runPractice } = await import('../cli/run-practice');
      return runPractice((line) => void process.stdout.write(line), stop.signal);
    },
  });
  // Standard output may be a pipe, which is written later than it is asked.
  process.stdout.write('', () => app.exit(status));
}

/** What a check needs and nothing before it does. */
async function loadChecker(folder: string, signal: AbortSignal): Promise<CliPorts['check']> {
  const [network, { checkConnection }] = await Promise.all([
    openNetwork(async (proxy) => {
      const [{ savedProxySignIns }, keyring] = await Promise.all([import('../cli/saved'), theKeyring()]);
      return savedProxySignIns(folder, keyring).open(proxy);
    }),
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

/** Where the caller stood: npm changes the folder and leaves the old one in INIT_CWD. */
function callersFolder(): string {
  return (app.isPackaged ? undefined : process.env.INIT_CWD) ?? process.cwd();
}
