import type { Desktop } from '../support/desktop';
import { spawnAs } from '../support/desktop-user';
import { descendantsOf, endProcesses } from '../support/processes';
import type { StagedApp } from '../support/staged-app';
import { KEYS, type KeyPresser } from './key-presser';
import type { Picture, ScreenWatch } from './screen-watch';

/** A program whose start is measured repeatedly. */
export interface Side {
  readonly name: string;
  readonly program: StagedApp;
  /** This side's own folder, so that the two share no profile. */
  readonly userData: string;
}

export interface Place {
  readonly desktop: Desktop;
  readonly watch: ScreenWatch;
  readonly keys: KeyPresser;
}

export interface Started {
  /** From process start until the whole first screen is painted, ms. */
  readonly paintedMs: number;
  /** From process start until the response to a key is painted, ms. */
  readonly answeredMs: number;
  /** The program and its descendants. */
  pids(): readonly number[];
  end(): Promise<void>;
}

/** Long after a first screen's last change, even on a busy computer. */
const QUIET_MS = 2_500;
const SHORT_QUIET_MS = 1_000;

/**
 * Starts a side once without measuring, to warm up its profile and the computer's caches, as on any day but the first.
 * @returns the complete first screen; a start counts as painted only when it looks exactly like this
 */
export async function warmUp(place: Place, side: Side, short: boolean): Promise<Picture> {
  const { end } = launch(place.desktop, side);
  const empty = place.watch.look();
  await place.watch.waitFor(`${side.name} shows its window`, (picture) => !picture.equals(empty));
  const whole = await place.watch.settled(short ? SHORT_QUIET_MS : QUIET_MS);
  await end();
  await place.watch.waitFor('an empty screen', (picture) => picture.equals(empty));
  return whole;
}

/** Starts a side and measures until it has been painted and has responded to the Tab key. */
export async function measureStart(place: Place, side: Side, whole: Picture): Promise<Started> {
  const { desktop, watch, keys } = place;
  const empty = watch.look();
  const began = performance.now();
  const { pids, end } = launch(desktop, side);
  const painted = await watch.waitFor(`${side.name} is painted`, (picture) => picture.equals(whole));
  keys.press(KEYS.tab);
  const answered = await watch.waitFor(`${side.name} answers`, (picture) => !picture.equals(whole));
  return {
    paintedMs: painted - began,
    answeredMs: answered - began,
    pids,
    end: async () => {
      await end();
      await watch.waitFor('an empty screen', (picture) => picture.equals(empty));
    },
  };
}

/** Starts a side like a user, without any driver. */
export function launch(desktop: Desktop, side: Side): { pids(): readonly number[]; end(): Promise<void> } {
  const { executable, appArguments } = side.program;
  const child = spawnAs(desktop.user, executable, [...appArguments, `--user-data-dir=${side.userData}`], {
    env: { ...desktop.env },
    cwd: desktop.home,
    stdio: 'ignore',
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${side.name} did not start`);
  const gone = new Promise<void>((done) => child.once('close', () => done()));
  return {
    pids: () => [pid, ...descendantsOf(pid)],
    end: async () => {
      await endProcesses([pid]);
      await gone;
    },
  };
}
