import { join } from 'node:path';
import { runTool } from './linux-tree.mjs';
import { PACKAGE } from './names.mjs';

/**
 * The program in one folder, for systems without deb or rpm and for carrying to another computer: nothing is installed.
 * @param {string} unpacked the packed program
 * @param {import('./linux-tree.mjs').Release} release
 * @param {string} folder where the archive goes
 * @returns {string} its path
 */
export function buildTarball(unpacked, release, folder) {
  const base = `${PACKAGE}-${release.version}-linux-x64`;
  const archive = join(folder, `${base}.tar.gz`);
  runTool(
    'tar',
    [
      ...['--create', `--file=${archive}`, '--use-compress-program=gzip -9n', '--sort=name'],
      ...[`--mtime=@${release.time}`, '--owner=0', '--group=0', '--numeric-owner', '--mode=u+w,go=rX'],
      ...[`--transform=s,^\\.,${base},`, `--directory=${unpacked}`, '.'],
    ],
    'tar',
  );
  return archive;
}
