import { setTimeout as pause } from 'node:timers/promises';
import { type Desktop, startDesktop } from '../support/desktop';
import { stagePackedApp } from '../support/packed-app';
import { stageBareElectron } from './bare-electron';
import { KeyPresser } from './key-presser';
import { measureStart, type Side, warmUp } from './measured-start';
import type { Bench, Part } from './part';
import { memoryOf } from './process-costs';
import { row } from './row';
import { ScreenWatch } from './screen-watch';

/** By then everything that loads after the first screen is there. */
const SETTLE_MS = 4_000;

/** From process start to the first screen and to its first response, and the memory it then uses. */
export const startUp: Part = {
  name: 'start-up',
  title: 'Start-up of the packed app, against a bare Electron with one heading',
  measure: async (bench) => {
    const { bare, app } = await compareStarts(bench, () => undefined);
    return [
      row({
        measure: 'start → first screen painted',
        unit: 'ms',
        bare: bare.painted,
        app: app.painted,
        bounds: [{ kind: 'ratio', atMost: 1.12 }],
      }),
      row({
        measure: 'start → a key is answered',
        unit: 'ms',
        bare: bare.answered,
        app: app.answered,
        bounds: [{ kind: 'ratio', atMost: 1.25 }],
      }),
      row({
        measure: 'memory at the first screen (PSS)',
        unit: 'MB',
        bare: bare.memory,
        app: app.memory,
        bounds: [{ kind: 'ratio', atMost: 1.12 }],
      }),
    ];
  },
};

export interface Starts {
  readonly painted: number[];
  readonly answered: number[];
  readonly memory: number[];
}

/**
 * Starts both sides in turns, once per round.
 * @param furnish prepares the app's data folder, given its path in the desktop's folder
 */
export async function compareStarts(
  bench: Bench,
  furnish: (desktop: Desktop, dataFolder: string) => void,
): Promise<{ readonly bare: Starts; readonly app: Starts }> {
  const desktop = await startDesktop({ picture: true });
  const watch = new ScreenWatch(desktop);
  const keys = await KeyPresser.on(desktop);
  try {
    const appData = desktop.makeFolder('app-data');
    furnish(desktop, 'app-data');
    const place = { desktop, watch, keys };
    const prepare = async (side: Side) => ({
      side,
      whole: await warmUp(place, side, bench.short),
      painted: [] as number[],
      answered: [] as number[],
      memory: [] as number[],
    });
    const bare = await prepare({
      name: 'the bare Electron',
      program: stageBareElectron(desktop.user, 'heading'),
      userData: desktop.makeFolder('bare-data'),
    });
    const app = await prepare({
      name: 'the app',
      program: stagePackedApp(desktop.user),
      userData: appData,
    });
    for (let round = 0; round < bench.rounds; round += 1) {
      // The second finds the caches as the first left them, so they alternate in that as well.
      for (const each of round % 2 === 0 ? [bare, app] : [app, bare]) {
        const started = await measureStart(place, each.side, each.whole);
        each.painted.push(started.paintedMs);
        each.answered.push(started.answeredMs);
        if (!bench.short) await pause(SETTLE_MS);
        each.memory.push(memoryOf(started.pids()));
        await started.end();
      }
      const [left = 0, right = 0] = [bare.painted.at(-1), app.painted.at(-1)];
      bench.say(`  ${round + 1}: painted after ${left.toFixed(0)} ms, ${right.toFixed(0)} ms`);
    }
    return { bare, app };
  } finally {
    keys.close();
    watch.close();
    await desktop.stop();
  }
}
