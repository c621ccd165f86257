import { resolve } from 'node:path';
import { leftOutOf } from '@contract/several';
import { systemById } from '@systems/catalogue';
import { app, session } from 'electron';
import { savedSecrets, savedSubject } from '../check/saved-connection';
import { ConnectionStore } from '../connections/connection-store';
import { ProxyRecords } from '../connections/proxy-records';
import { SettingsStore } from '../connections/settings-store';
import { systemNetwork } from '../http/system-network';
import { splitPem } from '../http/trust';
import { languageOf } from '../language';
import type { SecretCipher } from '../secrets/cipher';
import { DBusKeyringProbe } from '../secrets/keyring-probe';
import { ProxySignIns } from '../secrets/proxy-sign-ins';
import { electronSafeStorage } from '../secrets/safe-storage-wrapper';
import { Vault } from '../secrets/vault';
import { checkConnection } from './check-connection';
import type { CheckableConnection } from './checkable';
import { runCli } from './run-cli';
import { runPractice } from './run-practice';
import { standardInput } from './standard-input';

/* The composition root of the program without a window (design §6). */

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
  await app.whenReady();
  const now = (): Date => new Date();
  const folder = app.getPath('userData');
  // Beside a window that may be writing, the command line only looks.
  const settings = new SettingsStore({ folder, now, readOnly: true });
  const cipher = electronSafeStorage(new DBusKeyringProbe());
  const proxyRecords = new ProxyRecords(settings);
  const proxySignIns = new ProxySignIns(new Vault({ cipher, records: proxyRecords, now }), () =>
    proxyRecords.list(),
  );
  const network = await systemNetwork(session.fromPartition('network'), (proxy) => proxySignIns.open(proxy));

  const status = await runCli(argv, {
    path: (file) => resolve(callersFolder(), file),
    input: standardInput(process.platform),
    print: (text) => void process.stdout.write(text),
    complain: (line) => void process.stderr.write(`${line}\n`),
    language: settings.get().language ?? languageOf(app.getPreferredSystemLanguages()),
    splitPem,
    saved: async () => savedConnections(folder, now, cipher),
    check: (connection, options) =>
      checkConnection(connection, options, { network, appVersion: app.getVersion(), signal: stop.signal }),
    practice: () => runPractice((line) => void process.stdout.write(line), stop.signal),
  });
  // Standard output may be a pipe, which is written later than it is asked.
  process.stdout.write('', () => app.exit(status));
}

/** Rehearsals are left out: their server runs only inside the window. */
function savedConnections(
  folder: string,
  now: () => Date,
  cipher: SecretCipher,
): readonly CheckableConnection[] {
  const connections = new ConnectionStore({ folder, now, readOnly: true });
  const vault = new Vault({ cipher, records: connections, now });
  return connections
    .list()
    .filter((connection) => !connection.practice)
    .map((connection) => {
      return {
        ...savedSubject(connection, connections.list(), systemById(connection.system)),
        ...savedSecrets(connection, connections.list(), vault),
        leftOut: leftOutOf(connection),
      };
    });
}

/** Where the caller stood: npm changes the folder and leaves the old one in INIT_CWD. */
function callersFolder(): string {
  return (app.isPackaged ? undefined : process.env.INIT_CWD) ?? process.cwd();
}
