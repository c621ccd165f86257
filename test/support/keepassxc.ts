import { spawnSync } from 'node:child_process';
import { WAIT_LIMIT_MS } from './limits';

/*
 * KeePassXC's command line (Debian's `keepassxc`): what a KeePass user would do with our files, and files that our code
 * did not write.
 */

/** @param input one answer per line: passwords are read from standard input */
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
