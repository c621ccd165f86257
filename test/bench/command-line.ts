import { stageQuittingElectron } from './bare-electron';
import type { Part } from './part';
import { row } from './row';
import { withoutWindow } from './without-window';

interface Practice {
  readonly ca: string;
  readonly systems: { readonly powerschool: { readonly values: object; readonly secrets: object } };
}

/** One check of one connection, from the start of the process to its end. */
export const commandLine: Part = {
  name: 'command-line',
  title: 'The check without a window, against a bare Electron that starts headless and quits',
  measure: async ({ rounds }) => {
    const program = await withoutWindow();
    try {
      const { desktop } = program;
      const quitting = stageQuittingElectron(desktop.user);
      const { ca, systems } = JSON.parse(await program.stay(['practice'])) as Practice;
      const { values, secrets } = systems.powerschool;
      desktop.writeFile(
        'home/maple.json',
        JSON.stringify({ system: 'powerschool', name: 'Maple', environment: 'test', values }),
      );
      const check = ['check', '--connection', 'maple.json', '--secrets-stdin', '--ca', ca, '--json'];
      const sides = {
        bare: async () => (await program.runOther(quitting)).wholeMs,
        app: async () => (await program.run(check, JSON.stringify(secrets))).wholeMs,
      };
      // Unmeasured: the profiles and the computer's caches are then warm.
      await sides.bare();
      await sides.app();
      const samples = { bare: [] as number[], app: [] as number[] };
      for (let round = 0; round < rounds; round += 1) {
        for (const side of round % 2 === 0 ? (['bare', 'app'] as const) : (['app', 'bare'] as const)) {
          samples[side].push(await sides[side]());
        }
      }
      return [
        row({
          measure: 'check of one connection on loopback',
          unit: 'ms',
          ...samples,
          bounds: [{ kind: 'ratio', atMost: 1.5 }],
        }),
      ];
    } finally {
      await program.stop();
    }
  },
};
