import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeInstaller } from '../support/installers';
import { canHaveThrowawayRoot, startThrowawayRoot } from '../support/throwaway-root';
import type { Part } from './part';
import { row } from './row';

const packed = resolve(import.meta.dirname, '../../out/pack/linux-unpacked');

/** What a fleet pays for the program: to hand it out, to keep it and to install it. */
export const install: Part = {
  name: 'install',
  title: 'The deb: download, space, and time to install',
  async measure({ short, rounds }) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-install-'));
    try {
      const deb = makeInstaller('deb', packed, folder, '0.1.0', short ? 'quick' : 'small');
      const names = await readdir(packed, { recursive: true, withFileTypes: true });
      const bytes = names
        .filter((entry) => entry.isFile())
        .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
      const sizes = [
        row({ measure: 'deb', unit: 'MB', app: [statSync(deb).size / 2 ** 20] }),
        row({
          measure: 'installed',
          unit: 'MB',
          app: [bytes / 2 ** 20],
          note: 'nearly all of it is Electron',
        }),
      ];
      if (!canHaveThrowawayRoot) return sizes;
      const times: number[] = [];
      for (let round = 0; round < Math.min(rounds, 3); round += 1) times.push(await timeToInstall(deb));
      const note = 'into memory; its dependencies were there';
      return [...sizes, row({ measure: 'dpkg --install', unit: 'ms', app: times, note })];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function timeToInstall(deb: string): Promise<number> {
  const system = await startThrowawayRoot();
  try {
    const started = performance.now();
    const { status, output } = await system.run('dpkg', ['--install', deb]);
    if (status !== 0) throw new Error(output);
    return performance.now() - started;
  } finally {
    await system.stop();
  }
}
