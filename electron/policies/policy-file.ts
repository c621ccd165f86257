import { posix, win32 } from 'node:path';

/* Apart from the rest, so that the first screen can ask whether there is one without loading how it is read. */

const FILE = 'policies.json';
const LINUX_FOLDER = '/etc/school-api-setup-wizard';
const MAC_FOLDER = '/Library/Application Support/School API Setup Wizard';

/**
 * The file only an administrator can write.
 * @param programFolder the folder of the running program
 */
export function policyFile(platform: NodeJS.Platform, programFolder: string): string {
  switch (platform) {
    case 'win32':
      // Beside the program: whoever may write there may replace the program itself.
      return win32.join(programFolder, FILE);
    case 'darwin':
      return posix.join(MAC_FOLDER, FILE);
    default:
      return posix.join(LINUX_FOLDER, FILE);
  }
}
