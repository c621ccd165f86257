import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Some day in 2026: installers are equal only if their contents are dated alike. */
const RELEASED = '1780000000';

/** Runs `npm run installers` for one kind and returns the installer's path. Throws with its words if it fails. */
export function makeInstaller(
  kind: 'deb' | 'rpm' | 'msi',
  unpacked: string,
  folder: string,
  version: string,
  size: 'quick' | 'small' = 'quick',
): string {
  const from = kind === 'msi' ? '--windows' : '--linux';
  const script = join(import.meta.dirname, '../../scripts/installers.mjs');
  const args = [kind, from, unpacked, '--to', folder, '--release', version];
  if (size === 'quick') args.push('--quick');
  const output = execFileSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: RELEASED },
    stdio: 'pipe',
  });
  return output.split('  ')[0] ?? '';
}
