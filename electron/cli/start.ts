import { resolve } from 'node:path';
import { app, session } from 'electron';
import { peek } from '../connections/peek';
import { systemNetwork } from '../http/system-network';
import { splitPem } from '../http/trust';
import { languageOf } from '../language';
import { checkConnection } from './check-connection';
import { runCli } from './run-cli';
import { standardInput } from './standard-input';

/*
 * The composition root of the program without a window (design §6). What only some of its words need is loaded with
 * those.
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
  await app.whenReady();
  const folder = app.getPath('userData');
  const proxySignIn = async (proxy: string) =>
    (await import('./saved')).savedProxySignIns(folder).open(proxy);
  // Begun now, and waited for once the caller's files and secrets have been read.
  const network = systemNetwork(session.fromPartition('network'), proxySignIn);

  const status = await runCli(argv, {
    path: (file) => resolve(callersFolder(), file),
    input: standardInput(process.platform),
    print: (text) => void process.stdout.write(text),
    complain: (line) => void process.stderr.write(`${line}\n`),
    language: peek(folder).language ?? languageOf(app.getPreferredSystemLanguages()),
    splitPem,
    saved: async () => (await import('./saved')).savedConnections(folder),
    check: async (connection, options) =>
      checkConnection(connection, options, {
        network: await network,
        appVersion: app.getVersion(),
        signal: stop.signal,
      }),
    practice: async () => {
      const { runPractice } = await import('./run-practice');
      return runPractice((line) => void process.stdout.write(line), stop.signal);
    },
  });
  // Standard output may be a pipe, which is written later than it is asked.
  process.stdout.write('', () => app.exit(status));
}

/** Where the caller stood: npm changes the folder and leaves the old one in INIT_CWD. */
function callersFolder(): string {
  return (app.isPackaged ? undefined : process.env.INIT_CWD) ?? process.cwd();
}
