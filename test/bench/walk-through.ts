import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { powerschool } from '../app/walkthrough/powerschool';
import { walk } from '../app/walkthrough/walk';
import { startDesktop } from '../support/desktop';
import { ordinaryUser } from '../support/desktop-user';
import { launchApp } from '../support/launch-app';
import { stagePackedAppWithInspectFuse } from '../support/packed-app';
import { descendantsOf } from '../support/processes';
import { stageBareElectron } from './bare-electron';
import type { Part } from './part';
import { memoryOf } from './process-costs';
import { row } from './row';

const SETTLE_MS = 4_000;

/** Memory after a whole setup. A driver controls both sides, because somebody has to click. */
export const walkThrough: Part = {
  name: 'walk-through',
  title: 'Memory after a whole set-up, quit and taken up again, against a bare Electron with one heading',
  measure: async ({ rounds, short, say }) => {
    const samples = { bare: [] as number[], app: [] as number[] };
    const memory = async (processId: number): Promise<number> => {
      if (!short) await pause(SETTLE_MS);
      return memoryOf([processId, ...descendantsOf(processId)]);
    };
    for (let round = 0; round < rounds; round += 1) {
      const sides = [
        async () => samples.bare.push(await bareMemory(memory)),
        async () => samples.app.push(await walkedMemory(memory)),
      ];
      for (const side of round % 2 === 0 ? sides : sides.reverse()) await side();
      say(`  ${round + 1}: ${samples.bare.at(-1)?.toFixed(0)} MB, ${samples.app.at(-1)?.toFixed(0)} MB`);
    }
    return [
      row({
        measure: 'memory after a walk-through (PSS)',
        unit: 'MB',
        ...samples,
        bounds: [{ kind: 'ratio', atMost: 1.2 }],
      }),
    ];
  },
};

type Measure = (processId: number) => Promise<number>;

async function bareMemory(memory: Measure): Promise<number> {
  const desktop = await startDesktop({ keyring: 'unlocked' });
  try {
    const bare = await launchApp(desktop, { program: stageBareElectron(desktop.user, 'heading') });
    const used = await memory(bare.processId);
    await bare.close();
    return used;
  } finally {
    await desktop.stop();
  }
}

async function walkedMemory(memory: Measure): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'walked-'));
  let used = Number.NaN;
  try {
    await walk(
      {
        ...powerschool,
        run: async (way) => {
          const report = await powerschool.run(way);
          used = await memory(way.app.processId);
          return report;
        },
      },
      { folder, say: () => undefined, program: stagePackedAppWithInspectFuse(ordinaryUser()) },
    );
    return used;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
