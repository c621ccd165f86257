import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Desktop } from './desktop';
import { spawnAs } from './desktop-user';
import { plain } from './transcript';
import { waitFor } from './wait-for';

/*
 * Orca on a test desktop, beside the recorder, if ORCA in the environment says where it is: a person's check, which no
 * test asks for. It has no voice there; what it would have said is in its log, and the log is kept in docs/heard/orca.
 */

const folder = resolve(import.meta.dirname, '../../docs/heard/orca');
/** A blank before the voice marks a key that was echoed. */
const SPOKEN = /SPEECH OUTPUT: '(.*)'( ?)(\{.*\})?$/;

export interface ScreenReader {
  /** Ends Orca, which writes the rest of its log then, and keeps what it would have said. */
  keepLog(path: string): Promise<void>;
}

/** Starts Orca, or does nothing. Ended with the desktop. */
export async function startScreenReader(desktop: Desktop): Promise<ScreenReader | null> {
  const program = process.env.ORCA;
  if (program === undefined) return null;
  const home = desktop.makeFolder('orca');
  const log = join(home, 'log');
  const env = { ...desktop.env, XDG_DATA_HOME: home };
  const child = spawnAs(desktop.user, program, [`--debug-file=${log}`], {
    env,
    cwd: desktop.home,
    stdio: 'ignore',
  });
  await waitFor('Orca to begin', () => (existsSync(log) && statSync(log).size > 0) || undefined);
  return {
    keepLog: async (path) => {
      child.kill('SIGTERM');
      await waitFor('Orca to end', () => child.exitCode ?? child.signalCode ?? undefined);
      const spoken = readFileSync(log, 'utf8')
        .split('\n')
        .flatMap((line) => {
          const [, words = '', blank, voice] = SPOKEN.exec(line) ?? [];
          if (words === '') return [];
          return voice !== undefined && blank === ' ' ? `[${words.trim()}]` : `  ${plain(words)}`;
        });
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${spoken.join('\n')}\n`);
    },
  };
}
