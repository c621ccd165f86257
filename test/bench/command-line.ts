import { entryOf, resultsOf } from '../support/watch-results';
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
      const check = ['check', '--connection', 'maple.json', '--secrets-stdin', '--ca', ca];
      const asked = async (command: readonly string[]): Promise<number> =>
        (await program.run(command, JSON.stringify(secrets))).wholeMs;
      const now = new Date().toISOString();
      const entries = Array.from({ length: 2000 }, (_, at) =>
        entryOf(`School ${at}`, { at: now, since: now }),
      );
      desktop.writeFile('home/results.json', JSON.stringify(resultsOf(entries)));
      const status = ['status', '--nagios', '--results', 'results.json'];
      const sides = {
        bare: async () => (await program.runOther(quitting)).wholeMs,
        json: () => asked([...check, '--json']),
        text: () => asked(check),
        status: () => asked(status),
      };
      const names = ['bare', 'json', 'text', 'status'] as const;
      // Warm up the profiles and the computer's caches.
      for (const name of names) await sides[name]();
      const samples = {
        bare: [] as number[],
        json: [] as number[],
        text: [] as number[],
        status: [] as number[],
      };
      for (let round = 0; round < rounds; round += 1) {
        for (const name of round % 2 === 0 ? names : names.toReversed())
          samples[name].push(await sides[name]());
      }
      const bounds = [{ kind: 'ratio', atMost: 1.6 }] as const;
      const { bare, json, text, status: told } = samples;
      return [
        row({ measure: 'check of one connection on loopback, as text', unit: 'ms', bare, app: text, bounds }),
        row({ measure: 'check of one connection on loopback, as JSON', unit: 'ms', bare, app: json, bounds }),
        row({
          measure: 'status of 2,000 connections, for Nagios',
          unit: 'ms',
          bare,
          app: told,
          bounds: [{ kind: 'above-bare', atMost: 100 }],
        }),
      ];
    } finally {
      await program.stop();
    }
  },
};
