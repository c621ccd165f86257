import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { startDesktop } from '../support/desktop';
import { spawnAs } from '../support/desktop-user';
import { stagePackedApp } from '../support/packed-app';
import { endProcesses } from '../support/processes';
import type { StagedApp } from '../support/staged-app';
import { stageQuittingElectron } from './bare-electron';
import type { Part } from './part';
import { row } from './row';

/** As `scripts/cli.mjs` and the packages' launcher start it: no display, no graphics process, no words of Chromium's. */
const SWITCHES = ['--ozone-platform=headless', '--log-level=3', '--disable-gpu'];

/** One check of one connection, from the start of the process to its end. */
export const commandLine: Part = {
  name: 'command-line',
  title: 'The check without a window, against a bare Electron that starts headless and quits',
  measure: async ({ rounds }) => {
    const desktop = await startDesktop({ keyring: 'no-bus' });
    const app = stagePackedApp(desktop.user);
    const quitting = stageQuittingElectron(desktop.user);
    const start = (program: StagedApp, args: readonly string[]): ChildProcess =>
      spawnAs(desktop.user, program.executable, [...SWITCHES, ...program.appArguments, ...args], {
        env: { ...desktop.env },
        cwd: desktop.home,
        stdio: ['pipe', 'pipe', 'inherit'],
      });
    const practice = start(app, [`--user-data-dir=${desktop.makeFolder('practice-data')}`, 'practice']);
    try {
      const { ca, systems } = await firstLine(practice);
      const { values, secrets } = systems.powerschool;
      desktop.writeFile(
        'home/maple.json',
        JSON.stringify({ system: 'powerschool', name: 'Maple', environment: 'test', values }),
      );
      const check = ['check', '--connection', 'maple.json', '--secrets-stdin', '--ca', ca, '--json'];
      const bareData = `--user-data-dir=${desktop.makeFolder('bare-data')}`;
      const appData = `--user-data-dir=${desktop.makeFolder('app-data')}`;
      const sides = {
        bare: () => toItsEnd(() => start(quitting, [bareData]), ''),
        app: () => toItsEnd(() => start(app, [appData, ...check]), JSON.stringify(secrets)),
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
      if (practice.pid !== undefined) await endProcesses([practice.pid]);
      await desktop.stop();
    }
  },
};

interface Practice {
  readonly ca: string;
  readonly systems: { readonly powerschool: { readonly values: object; readonly secrets: object } };
}

async function firstLine(practice: ChildProcess): Promise<Practice> {
  if (practice.stdout === null) throw new Error('The practice server has no output');
  for await (const line of createInterface({ input: practice.stdout })) return JSON.parse(line);
  throw new Error('The practice server ended without a word');
}

/** @returns milliseconds from start to exit; only a program that ends well counts */
function toItsEnd(start: () => ChildProcess, input: string): Promise<number> {
  return new Promise((done, fail) => {
    const began = performance.now();
    const child = start();
    let said = '';
    child.stdout?.on('data', (part) => {
      said += part;
    });
    child.stdin?.end(input);
    child.once('error', fail);
    child.once('close', (status) => {
      if (status === 0) done(performance.now() - began);
      else fail(new Error(`It ended with ${status}: ${said}`));
    });
  });
}
