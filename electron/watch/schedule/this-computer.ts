import { realpathSync } from 'node:fs';
import { homedir, hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { ScheduleWishes } from './plan';

export interface ScheduleFacts extends Omit<ScheduleWishes, 'launcher' | 'resultsFile' | 'at'> {
  /** null in a checkout, which the system cannot start by itself. */
  readonly launcher: string | null;
}

/** What the schedule has to know of this computer and user. */
export function scheduleFacts(isPackaged: boolean, dataFolder: string): ScheduleFacts {
  const { username, uid } = userInfo();
  return {
    platform: process.platform,
    launcher: isPackaged ? launcherOf(process.execPath, process.platform) : null,
    home: homedir(),
    dataFolder,
    configHome: process.env.XDG_CONFIG_HOME || null,
    userId: uid,
    seed: `${hostname()} ${username}`,
  };
}

const NAME = 'school-api-setup-wizard-cli';

/**
 * The command line's launcher (docs/command-line.md). Where a package installed a link to it, that link, which stays
 * the same whatever the next version's package does with its own folder.
 * @param links where packages put such links
 */
export function launcherOf(program: string, platform: NodeJS.Platform, links = '/usr/bin'): string {
  const beside = launcherBeside(program, platform);
  const link = join(links, NAME);
  return platform === 'linux' && leadsTo(link, beside) ? link : beside;
}

function launcherBeside(program: string, platform: NodeJS.Platform): string {
  const folder = dirname(program);
  if (platform === 'darwin') return join(folder, '..', 'Resources', NAME);
  return join(folder, platform === 'win32' ? `${NAME}.exe` : NAME);
}

function leadsTo(link: string, file: string): boolean {
  try {
    return realpathSync(link) === realpathSync(file);
  } catch {
    return false;
  }
}
