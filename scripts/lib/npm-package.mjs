import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm } from './own-node.mjs';
import { capture, kept, SetUpProblem } from './project.mjs';

/**
 * Packages that tests need but nothing installs: they are for another system, or hold another program. Fetches one in
 * exactly the version that its checksum tells.
 * @param {{ readonly package: string, readonly integrity: string }} wanted
 * @param {(folder: string, work: string) => Promise<void>} use takes what it needs from the package's folder; `work` is on
 *   the same disk, and both are gone afterwards
 */
export async function withPackage(wanted, use) {
  mkdirSync(kept, { recursive: true });
  const work = mkdtempSync(join(kept, 'work-'));
  try {
    const { program, args, options } = npm([
      'pack',
      wanted.package,
      '--loglevel=error',
      '--pack-destination',
      work,
    ]);
    const { status, output } = await capture(program, args, { ...options, cwd: work });
    if (status !== 0) throw new SetUpProblem(`${wanted.package} could not be fetched:\n${output.trim()}`);
    const tarball = join(work, output.trim().split('\n').at(-1) ?? '');
    const hash = createHash('sha512');
    await pipeline(createReadStream(tarball), hash);
    if (`sha512-${hash.digest('base64')}` !== wanted.integrity)
      throw new SetUpProblem(`${wanted.package} is not the file it should be (checksum). It was not used.`);
    execFileSync('tar', ['-xzf', tarball, '-C', work]);
    rmSync(tarball);
    await use(join(work, 'package'), work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
