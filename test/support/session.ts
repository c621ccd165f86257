import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ordinaryUser } from './desktop-user';
import { type KeyringState, startBus, startKeyring } from './keyring';
import { endProcessesWith, processesWith, processStatus } from './processes';

/**
 * A session bus and a keyring without a screen, for the user running the test, because a bus admits only its own user.
 */
export interface Session {
  readonly env: NodeJS.ProcessEnv;
  /** The keyring daemon's PID; throws if the bus has none. */
  keyringPid(): number;
  stop(): Promise<void>;
}

const MARK = 'WIZARD_TEST_SESSION';

export async function startSession(state: KeyringState): Promise<Session> {
  const user = ordinaryUser('root');
  const folder = mkdtempSync('/tmp/wiz-');
  const home = join(folder, 'home');
  const run = join(folder, 'run');
  for (const path of [home, run]) mkdirSync(path, { mode: 0o700 });
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: home,
    XDG_RUNTIME_DIR: run,
    LANG: 'C.UTF-8',
    [MARK]: folder,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  };
  const place = { user, env, cwd: folder };
  const stop = async (): Promise<void> => {
    await endProcessesWith(MARK, folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    if (state !== 'no-bus') {
      env.DBUS_SESSION_BUS_ADDRESS = await startBus(place, folder, false);
      if (state !== 'none') await startKeyring(place, state);
    }
  } catch (problem) {
    await stop();
    throw problem;
  }
  return {
    env,
    keyringPid: () => {
      const [pid] = processesWith(MARK, folder).filter((candidate) =>
        nameOf(candidate).startsWith('gnome-keyring'),
      );
      if (pid === undefined) throw new Error('No keyring daemon runs here');
      return pid;
    },
    stop,
  };
}

const nameOf = (pid: number): string => processStatus(pid).get('Name') ?? '';
