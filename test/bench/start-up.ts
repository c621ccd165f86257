import { setTimeout as pause } from 'node:timers/promises';
import { startDesktop } from '../support/desktop';
import { stagePackedApp } from '../support/packed-app';
import { stageBareElectron } from './bare-electron';
import { KeyPresser } from './key-presser';
import { measureStart, type Place, type Side, warmUp } from './measured-start';
import type { Bench, Part } from './part';
import { memoryOf } from './process-costs';
import { type Row, row } from './row';
import { ScreenWatch } from './screen-watch';

/** By then all that is loaded after the first screen is there. */
const SETTLE_MS = 4_000;

/** From the start of the process to the first screen, to its first answer, and what it then takes of the memory. */
export const startUp: Part = {
  name: 'start-up',
  title: 'Start-up of the packed app, against a bare Electron with one heading',
  measure: async (bench) => {
    const desktop = await startDesktop({ picture: true });
    const watch = new ScreenWatch(desktop);
    const keys = await KeyPresser.on(desktop);
    const bare: Side = {
      name: 'the bare Electron',
      program: stageBareElectron(desktop.user, 'heading'),
      userData: desktop.makeFolder('bare-data'),
    };
    const app: Side = {
      name: 'the app',
      program: stagePackedApp(desktop.user),
      userData: desktop.makeFolder('app-data'),
    };
    try {
      return await compare(bench, { desktop, watch, keys }, bare, app);
    } finally {
      keys.close();
      watch.close();
      await desktop.stop();
    }
  },
};

async function compare(bench: Bench, place: Place, bare: Side, app: Side): Promise<readonly Row[]> {
  const sides = [];
  for (const side of [bare, app]) {
    sides.push({
      side,
      whole: await warmUp(place, side, bench.short),
      painted: [] as number[],
      answered: [] as number[],
      memory: [] as number[],
    });
  }
  for (let round = 0; round < bench.rounds; round += 1) {
    // Whoever goes second finds the caches as the first one left them, so they take turns in that, too.
    for (const each of round % 2 === 0 ? sides : sides.toReversed()) {
      const started = await measureStart(place, each.side, each.whole);
      each.painted.push(started.paintedMs);
      each.answered.push(started.answeredMs);
      if (!bench.short) await pause(SETTLE_MS);
      each.memory.push(memoryOf(started.pids()));
      await started.end();
    }
    bench.say(`  ${round + 1}: ${sides.map(({ painted }) => `${painted.at(-1)?.toFixed(0)} ms`).join(', ')}`);
  }
  const [left, right] = sides;
  if (left === undefined || right === undefined) throw new Error('There are two sides');
  return [
    row({
      measure: 'start → first screen painted',
      unit: 'ms',
      bare: left.painted,
      app: right.painted,
      bounds: [{ kind: 'ratio', atMost: 1.1 }],
    }),
    row({
      measure: 'start → a key is answered',
      unit: 'ms',
      bare: left.answered,
      app: right.answered,
      bounds: [{ kind: 'ratio', atMost: 1.25 }],
    }),
    row({
      measure: 'memory at the first screen (PSS)',
      unit: 'MB',
      bare: left.memory,
      app: right.memory,
      bounds: [{ kind: 'ratio', atMost: 1.1 }],
    }),
  ];
}
