import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DesktopUser } from './desktop-user';
import { fingerprint, linkTree, type StagedApp, stageFolder } from './staged-app';

const root = resolve(import.meta.dirname, '../..');
const packed = join(root, 'out/pack/linux-unpacked');
const program = 'school-api-setup-wizard';

/** Exactly what ships, byte for byte, so no driver can attach. */
export function stagePackedApp(user: DesktopUser): StagedApp {
  const stage = stageFolder(user, `packed-${packedFingerprint()}`, (folder) =>
    linkTree(packed, join(folder, 'app')),
  );
  return { executable: join(stage, 'app', program), appArguments: [] };
}

/**
 * The packed app with the fuse EnableNodeCliInspectArguments flipped, so that a driver can attach: same archive, one
 * byte of the executable differs. Must never be handed out; its name says so.
 */
export function stagePackedAppWithInspectFuse(user: DesktopUser): StagedApp {
  const stage = stageFolder(user, `packed-with-inspect-fuse-${packedFingerprint()}`, (folder) => {
    const app = join(folder, 'app');
    linkTree(packed, app);
    // A copy: flipping the fuse through the hard link would change the original as well.
    const copy = join(app, `${program}.copy`);
    execFileSync('cp', [join(packed, program), copy]);
    renameSync(copy, join(app, program));
    flipInspectFuse(join(app, program));
  });
  return { executable: join(stage, 'app', program), appArguments: [] };
}

/**
 * The packed app with other code as main's entry, of the same length so that the archive's file table stays valid. For
 * tests of how the program behaves when its platform fails.
 */
export function stagePackedAppWithEntry(user: DesktopUser, code: string): StagedApp {
  const mark = createHash('sha256').update(code).digest('hex').slice(0, 8);
  const stage = stageFolder(user, `packed-with-entry-${mark}-${packedFingerprint()}`, (folder) => {
    const app = join(folder, 'app');
    linkTree(packed, app);
    const archive = join(app, 'resources/app.asar');
    const bytes = readFileSync(archive);
    const entry = readFileSync(join(root, 'out/app/main/entry.mjs'));
    const at = bytes.indexOf(entry);
    if (at === -1 || code.length > entry.length)
      throw new Error('The entry has no such place in the archive');
    bytes.write(code.padEnd(entry.length), at, 'latin1');
    // A copy: writes must not reach the original.
    rmSync(archive);
    writeFileSync(archive, bytes);
  });
  return { executable: join(stage, 'app', program), appArguments: [] };
}

/** In a separate process, because the library is asynchronous and staging is synchronous. */
function flipInspectFuse(executable: string): void {
  const script = `
    import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
    await flipFuses(process.argv[1], {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
  `;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script, executable], { cwd: root });
}

function packedFingerprint(): string {
  if (!existsSync(join(packed, program)))
    throw new Error('The app is not packed yet: run "npm run pack" once.');
  return fingerprint(packed);
}
