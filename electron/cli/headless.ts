import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs the same command in a second process, started with the switches for a machine without a display. By the time
 * our code runs, Chromium has already chosen its display, so this process cannot switch. The launcher passes the same
 * switches itself; this is for users who start the executable directly.
 * @returns the exit status of the process; 128 plus the signal number if a signal ended it
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
