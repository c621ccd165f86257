import { spawnSync } from 'node:child_process';
import { WAIT_LIMIT_MS } from './limits';

/*
 * KeePassXC's own command line (Debian's `keepassxc`): what a KeePass person would do with our files, and files that
 * nobody here wrote.
 */

/** @param input one answer a line: passwords are asked for on standard input */
export function keepassxc(args: readonly string[], input: readonly string[], home: string): string {
  const run = spawnSync('keepassxc-cli', args, {
    input: `${input.join('\n')}\n`,
    encoding: 'utf8',
    timeout: WAIT_LIMIT_MS,
    env: { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', QT_QPA_PLATFORM: 'offscreen' },
  });
  if (run.status !== 0) throw new Error(`keepassxc-cli ${args[0]}: ${run.error?.message ?? run.stderr}`);
  return run.stdout;
}
