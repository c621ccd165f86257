import { homedir, hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { WatchPorts } from './run-watch';

type Facts = Pick<
  WatchPorts,
  'platform' | 'launcher' | 'home' | 'dataFolder' | 'configHome' | 'userId' | 'seed'
>;

/** What the schedule has to know of this computer and user. */
export function scheduleFacts(isPackaged: boolean, dataFolder: string): Facts {
  const { username, uid } = userInfo();
  return {
    platform: process.platform,
    launcher: isPackaged ? launcherBeside(process.execPath, process.platform) : null,
    home: homedir(),
    dataFolder,
    configHome: process.env.XDG_CONFIG_HOME || null,
    userId: uid,
    seed: `${hostname()} ${username}`,
  };
}

/** The command line's launcher, from where the program is (docs/command-line.md). */
export function launcherBeside(program: string, platform: NodeJS.Platform): string {
  const folder = dirname(program);
  const name = 'school-api-setup-wizard-cli';
  if (platform === 'darwin') return join(folder, '..', 'Resources', name);
  return join(folder, platform === 'win32' ? `${name}.exe` : name);
}
