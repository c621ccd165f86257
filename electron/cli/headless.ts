import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs the same words in a second process that is told before it starts that there is no display, as the launcher
 * beside the program tells it: once this process runs code of ours, Chromium has chosen one already. For whoever
 * types the program's own name.
 * @returns its exit status; 128 and the signal's number when a signal ended it
 */
export function runHeadless(program: string, words: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const switches = ['--ozone-platform=headless', '--log-level=3', '--disable-gpu'];
    const child = spawn(program, [...switches, '--', ...words], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => child.kill(signal));
    }
    child.once('error', () => done(1));
    child.once('close', (status, signal) =>
      done(status ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    );
  });
}
