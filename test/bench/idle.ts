import { setTimeout as pause } from 'node:timers/promises';
import { startDesktop } from '../support/desktop';
import { stagePackedApp } from '../support/packed-app';
import { stageBareElectron } from './bare-electron';
import { launch, type Side } from './measured-start';
import type { Part } from './part';
import { processorTimeOf } from './process-costs';
import { row } from './row';
import { ScreenWatch } from './screen-watch';

const SPAN_MS = 30_000;
const SHORT_SPAN_MS = 1_000;
const SETTLE_MS = 5_000;

/** The processor time of an idle window. Both run at the same time, so that both see the same load. */
export const idle: Part = {
  name: 'idle',
  title: 'Processor time of a window that nobody touches, against a bare Electron',
  measure: async ({ rounds, short }) => {
    const desktops = [await startDesktop({ picture: true }), await startDesktop({ picture: true })] as const;
    const [left, right] = desktops;
    const sides: readonly Side[] = [
      {
        name: 'bare',
        program: stageBareElectron(left.user, 'heading'),
        userData: left.makeFolder('data'),
      },
      { name: 'app', program: stagePackedApp(right.user), userData: right.makeFolder('data') },
    ];
    const running: { pids(): readonly number[]; end(): Promise<void> }[] = [];
    try {
      for (const [index, desktop] of desktops.entries()) {
        const watch = new ScreenWatch(desktop);
        const empty = watch.look();
        const side = sides[index];
        if (side === undefined) throw new Error('There are two sides');
        running.push(launch(desktop, side));
        await watch.waitFor('a window', (picture) => !picture.equals(empty));
        watch.close();
      }
      await pause(short ? SHORT_SPAN_MS : SETTLE_MS);
      const used = running.map((): number[] => []);
      const span = short ? SHORT_SPAN_MS : SPAN_MS;
      for (let round = 0; round < rounds; round += 1) {
        const before = running.map(({ pids }) => ({ pids: pids(), time: processorTimeOf(pids()) }));
        const began = performance.now();
        await pause(span);
        const seconds = (performance.now() - began) / 1000;
        for (const [index, { pids, time }] of before.entries()) {
          used[index]?.push(((processorTimeOf(pids) - time) / seconds) * 100);
        }
      }
      return [
        row({
          measure: `idle for ${span / 1000} s, of one core`,
          unit: '%',
          bare: used[0] ?? [],
          app: used[1] ?? [],
          bounds: [{ kind: 'above-bare', atMost: 0.5 }],
        }),
      ];
    } finally {
      for (const each of running) await each.end();
      for (const desktop of desktops) await desktop.stop();
    }
  },
};
