import { setTimeout as pause } from 'node:timers/promises';
import { type Desktop, startDesktop } from '../support/desktop';
import { stagePackedApp } from '../support/packed-app';
import { stageBareElectron } from './bare-electron';
import { KEYS, KeyPresser } from './key-presser';
import { launch, type Side } from './measured-start';
import type { Part } from './part';
import { row } from './row';
import { ScreenWatch } from './screen-watch';

/** At 60 Hz, a typist sees no difference below this. */
const ONE_FRAME_MS = 16.7;
/** Enough that the 95th percentile does not depend on a few keys: about 3 % just miss a frame, on both sides. */
const KEYS_A_ROUND = 40;
/** The caret does not blink for half a second after a key, so its blinking is never taken for a response. */
const BETWEEN_KEYS_MS = 120;
const QUIET_MS = 700;

/**
 * From the first screen to the name field of a new connection: the first button, past the search to the
 * first system, continue, and one field further.
 */
const WAY_TO_A_FIELD = [
  [KEYS.tab, KEYS.enter],
  [KEYS.tab, KEYS.tab, KEYS.space, KEYS.tab, KEYS.tab, KEYS.enter],
  [KEYS.tab],
] as const;

/** How long a letter takes to appear in a wizard's text field, and in a bare Electron's only field. */
export const typing: Part = {
  name: 'typing',
  title: 'A key in a text field, from the keyboard to the screen, against a bare Electron with one field',
  measure: async ({ rounds, short }) => {
    const bare = await startTyping('bare', (desktop) => stageBareElectron(desktop.user, 'field'), []);
    const app = await startTyping('app', (desktop) => stagePackedApp(desktop.user), WAY_TO_A_FIELD);
    try {
      const samples = { bare: [] as number[], app: [] as number[] };
      for (let round = 0; round < (short ? 1 : rounds); round += 1) {
        const sides = [
          async () => samples.bare.push(...(await bare.type(short ? 2 : KEYS_A_ROUND))),
          async () => samples.app.push(...(await app.type(short ? 2 : KEYS_A_ROUND))),
        ];
        for (const side of round % 2 === 0 ? sides : sides.reverse()) await side();
      }
      return [
        row({
          measure: 'key → painted',
          unit: 'ms',
          statistic: 'p95',
          ...samples,
          bounds: [
            { kind: 'ratio', atMost: 2 },
            { kind: 'limit', atMost: ONE_FRAME_MS },
          ],
        }),
      ];
    } finally {
      await app.end();
      await bare.end();
    }
  },
};

interface Typing {
  /** @returns how long each of `count` keys took to change the picture, ms */
  type(count: number): Promise<readonly number[]>;
  end(): Promise<void>;
}

async function startTyping(
  name: string,
  stage: (desktop: Desktop) => Side['program'],
  way: readonly (readonly number[])[],
): Promise<Typing> {
  const desktop = await startDesktop({ picture: true });
  const watch = new ScreenWatch(desktop);
  const keys = await KeyPresser.on(desktop);
  const empty = watch.look();
  const running = launch(desktop, { name, program: stage(desktop), userData: desktop.makeFolder('data') });
  const end = async (): Promise<void> => {
    await running.end();
    keys.close();
    watch.close();
    await desktop.stop();
  };
  try {
    await watch.waitFor(`${name} shows its window`, (picture) => !picture.equals(empty));
    // With a blinking caret, the picture is never still for longer.
    const settle = () => pause(QUIET_MS);
    await watch.settled(QUIET_MS / 2);
    await settle();
    for (const screen of way) {
      for (const key of screen) {
        keys.press(key);
        await pause(BETWEEN_KEYS_MS);
      }
      await settle();
    }
    return {
      type: async (count) => {
        // The first key stops the caret and reveals which rows to watch.
        const empty = watch.look();
        keys.press(KEYS.a);
        await pause(BETWEEN_KEYS_MS);
        const rows = watch.rowsThatDiffer(empty, watch.look());
        const took: number[] = [];
        while (took.length < count) {
          const before = watch.look();
          const began = keys.press(took.length % 2 === 0 ? KEYS.backspace : KEYS.a);
          took.push(watch.watchClosely(`${name} shows a letter`, rows, before) - began);
          await pause(BETWEEN_KEYS_MS);
        }
        return took;
      },
      end,
    };
  } catch (problem) {
    await end();
    throw problem;
  }
}
