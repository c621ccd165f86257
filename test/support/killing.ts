import { type FSWatcher, readdirSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { writeDatabase } from '../../electron/transfer/database';
import type { Desktop } from './desktop';
import {
  clientIdOf,
  type Held,
  type Kind,
  kinds,
  type Lane,
  type LaneState,
  NOBODY,
  nameOf,
  planLane,
  secretOf,
  stateText,
} from './killing-lanes';
import { type LaunchedApp, launchApp } from './launch-app';
import { descendantsOf, isRunning } from './processes';
import type { Seeded } from './seeded';
import { waitFor } from './wait-for';

const LANES = ['A', 'B', 'C'] as const;
/** More than a window completes before it is killed. */
const CHANGES = 200;
/** The latest change of a kind to kill in, counted from the start. */
const LATEST_CHANGE = 3;
const LATEST_MS = 40;
const LATEST_DISK_EVENT = 16;
/** In case a busy computer never gets there. */
const GIVE_UP_MS = 10_000;
const QUIET_MS = 1_500;
const PASSWORD = 'throwaway lantern orchard';

export interface Killed {
  readonly kills: number;
  /** Changes confirmed before the app was killed. */
  readonly answered: number;
  /** Changes in progress when the app was killed, later found done or not done. */
  readonly foundDone: number;
  readonly foundUndone: number;
  /** Kills that waited for a change of the kind to start. */
  readonly inSave: number;
  readonly inRotate: number;
  readonly inImport: number;
  readonly inDelete: number;
}

/** The window's report about one change. */
interface Told {
  readonly lane: string;
  readonly number: number;
  readonly ok: boolean;
  readonly failure: string | null;
}

/**
 * Starts the app, makes it change its data as fast as it can, kills it with all its processes at a random moment,
 * restarts it, and compares what it finds with what had been confirmed. Repeats this on one data folder.
 */
export async function killAgainAndAgain(desktop: Desktop, random: Seeded, kills: number): Promise<Killed> {
  let lanes: readonly Lane[] = LANES.map((name) => planLane(name, random, new Map(), 1, CHANGES));
  let acknowledged = new Map<string, number>();
  let begun = false;
  let answered = 0;
  let foundDone = 0;
  let foundUndone = 0;
  const aimed: Record<Kind, number> = { save: 0, rotate: 0, import: 0, delete: 0 };
  // The file that every import reads.
  const file = desktop.writeFile('import.kdbx', '');
  for (let round = 0; round <= kills; round += 1) {
    const app = await launchApp(desktop);
    const found = await lookAround(app);
    const states = lanes.map((lane) => {
      const least = acknowledged.get(lane.name) ?? 0;
      const at = placeOf(lane, found.get(lane.name) ?? new Map(), least, round);
      if (!begun && at !== 0) throw new Error('An empty folder was not empty');
      answered += least;
      foundDone += at - least;
      if (begun && at === least) foundUndone += 1;
      const known = withoutDoubt(lane, at, lane.states[at] ?? new Map());
      const state = readBack(known, found.get(lane.name) ?? new Map());
      return { lane, state, next: (lane.changes.at(-1)?.number ?? 0) + 1 };
    });
    expectTidy(app.userData, round);
    if (round === kills) {
      await app.close();
      break;
    }
    lanes = states.map(({ lane, state, next }) => planLane(lane.name, random, state, next, CHANGES));
    begun = true;
    const kind = kinds[round % kinds.length] ?? 'save';
    const killed = await changeAndKill(app, lanes, found.ids, { random, kind, file });
    acknowledged = killed.answered;
    if (killed.isAimed) aimed[kind] += 1;
    await app.close();
  }
  const { save: inSave, rotate: inRotate, import: inImport, delete: inDelete } = aimed;
  return { kills, answered, foundDone, foundUndone, inSave, inRotate, inImport, inDelete };
}

/** How far the lane got: at least as far as was confirmed, and exactly in that state. */
function placeOf(lane: Lane, found: LaneState, least: number, round: number): number {
  const text = stateText(found);
  const at = lane.states.findIndex((state, index) => index >= least && stateText(state) === text);
  if (at >= 0) return at;
  const expected = lane.states.slice(least, least + 3).map(stateText);
  throw new Error(
    `After kill ${round}, lane ${lane.name} is in no state it may be in.\nFound:\n${text}\nAnswered: ${least} changes. Expected one of:\n${expected.join('\n— or —\n')}`,
  );
}

/** Which other secret is stored is not visible: if two states look the same and differ in it, it is unknown. */
function withoutDoubt(lane: Lane, at: number, state: LaneState): LaneState {
  const text = stateText(state);
  const twins = lane.states.filter((other, index) => index >= at && stateText(other) === text);
  return new Map(
    [...state].map(([handle, held]) => {
      const isSure = twins.every((twin) => twin.get(handle)?.other === held.other);
      return [handle, isSure ? held : { ...held, other: 0 }];
    }),
  );
}

/** What only a restart can change. */
const readBack = (state: LaneState, found: LaneState): LaneState =>
  new Map(
    [...state].map(([handle, held]) => [
      handle,
      { ...held, isReadBack: found.get(handle)?.isReadBack ?? false },
    ]),
  );

/** No file set aside, no partial file left behind. */
function expectTidy(userData: string, round: number): void {
  const odd = readdirSync(userData, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(connections|settings|reports|generations|secret-history)\b.*(\.tmp-|\.damaged-|\.newer-version-)/.test(
      name,
    ),
  );
  if (odd.length > 0) throw new Error(`After kill ${round}: ${odd.join(', ')}`);
}

type Found = Map<string, LaneState> & { readonly ids: ReadonlyMap<string, string> };

/** Everything the restarted app has, as its window would request it. */
async function lookAround({ page }: LaunchedApp): Promise<Found> {
  const seen = await page.evaluate(async () => {
    const started = await window.wizard.call('start', null);
    if (!started.ok) throw new Error(`start: ${started.failure.code}`);
    const { connections, notices } = started.value;
    const opened = connections.map(async ({ id, name }) => {
      const open = await window.wizard.call('open-connection', { id });
      if (!open.ok) throw new Error(`open-connection: ${open.failure.code}`);
      const { connection, secrets } = open.value;
      const shown = await window.wizard.call('reveal-secret', { id, field: 'clientSecret' });
      const rotation = await window.wizard.call('open-rotation', { id });
      return {
        id,
        name,
        clientId: connection.values.clientId ?? '',
        checked: connection.lastCheck !== null,
        state: secrets.clientSecret ?? 'absent',
        secret: shown.ok ? shown.value.secret : shown.failure.code,
        phase: connection.rotation?.phase ?? null,
        isReadBack: connection.rotation?.phase === 'switched' && connection.rotation.readBackAt !== null,
        beside: rotation.ok ? (rotation.value.other.clientSecret ?? 'absent') : rotation.failure.code,
      };
    });
    return { notices, opened: await Promise.all(opened) };
  });
  if (seen.notices.length > 0) throw new Error(`The store had to be healed: ${JSON.stringify(seen.notices)}`);
  const lanes = new Map<string, Map<string, Held>>();
  const ids = new Map<string, string>();
  for (const { id, name, clientId, checked, state, secret, phase, isReadBack, beside } of seen.opened) {
    const [, lane = '', handle = '', named = ''] = /^(([A-Z])-\d+) #(\d+)$/.exec(name)
      ? [name, name.slice(0, 1), name.split(' ')[0], name.split('#')[1]]
      : [];
    const numberIn = (text: string, form: (handle: string, number: number) => string): number => {
      const number = Number(/\d+(?=\D*$)/.exec(text.replace('%20', ''))?.[0] ?? 0);
      if (form(handle, number) !== text) throw new Error(`${name} holds what is not its own: ${text}`);
      return number;
    };
    if (nameOf(handle, Number(named)) !== name) throw new Error(`A connection nobody made: ${name}`);
    if (state !== 'saved' && !(state === 'absent' && secret === 'secret-absent')) {
      throw new Error(`The secret of ${name} is ${state}: ${secret}`);
    }
    const held: Held = {
      named: Number(named),
      clientId: clientId === '' ? 0 : numberIn(clientId, clientIdOf),
      secret: state === 'saved' ? numberIn(secret, secretOf) : null,
      checked,
      phase,
      isReadBack,
      other: phase !== null && beside === 'saved' ? 0 : null,
    };
    if (beside !== 'saved' && beside !== 'absent') throw new Error(`Beside ${name} a secret is ${beside}`);
    lanes.set(lane, (lanes.get(lane) ?? new Map<string, Held>()).set(handle, held));
    ids.set(handle, id);
  }
  return Object.assign(lanes, { ids });
}

/**
 * Lets the window make changes, kills everything in the middle of a change of one kind, and returns how many changes of
 * each lane had been confirmed.
 */
async function changeAndKill(
  app: LaunchedApp,
  lanes: readonly Lane[],
  ids: ReadonlyMap<string, string>,
  { random, kind, file }: { readonly random: Seeded; readonly kind: Kind; readonly file: string },
): Promise<{ readonly answered: Map<string, number>; readonly isAimed: boolean }> {
  const answered = new Map<string, number>();
  const refused: Told[] = [];
  let before = random.whole(1, LATEST_CHANGE);
  let reached = (): void => undefined;
  const inTheMiddle = new Promise<true>((resolve) => {
    reached = () => resolve(true);
  });
  await app.app.evaluate(({ dialog }, path) => {
    Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths: [path] }) });
  }, file);
  await app.page.exposeBinding('told', (_source, told: Told) => {
    if (told.ok) answered.set(told.lane, (answered.get(told.lane) ?? 0) + 1);
    else refused.push(told);
  });
  await app.page.exposeBinding('began', (_source, begun: Kind) => {
    if (begun !== kind) return;
    before -= 1;
    if (before === 0) reached();
  });
  await app.page.exposeBinding('fileWith', (_source, number: number, brought: readonly Brought[]) =>
    writeImport(file, number, brought),
  );
  const tree = [app.processId, ...descendantsOf(app.processId)];
  const going = change(app.page, lanes, ids).then(
    () => false as const,
    () => false as const,
  );
  const late = pause(GIVE_UP_MS, false as const, { ref: false });
  const isAimed = await Promise.race([inTheMiddle, going, late]);
  await Promise.race([momentOf(app.userData, random), going]);
  for (const pid of tree) kill(pid);
  await waitFor('the app to be gone', () => (tree.some(isRunning) ? undefined : true));
  await going;
  if (refused.length > 0) throw new Error(`Refused: ${JSON.stringify(refused.slice(0, 3))}`);
  return { answered, isAimed };
}

/** An imported connection, under the id it has or is to get. */
interface Brought {
  readonly handle: string;
  readonly id: string;
}

async function writeImport(file: string, number: number, brought: readonly Brought[]): Promise<void> {
  const connections = brought.map(({ handle, id }) => ({
    id,
    system: 'powerschool' as const,
    name: nameOf(handle, number),
    environment: 'test' as const,
    boardNumber: '',
    values: { serverUrl: NOBODY, clientId: clientIdOf(handle, number) },
    secrets: new Map([['clientSecret', secretOf(handle, number)]]),
    since: new Map(),
    more: new Map(),
  }));
  writeFileSync(file, await writeDatabase(connections, PASSWORD, { memory: 64, iterations: 1 }));
}

/** Half of the kills happen at a random time, half when the disk has been touched a given number of times. */
async function momentOf(userData: string, random: Seeded): Promise<void> {
  if (random.chance(0.5)) {
    await pause(random.whole(0, LATEST_MS));
    return;
  }
  let left = random.whole(1, LATEST_DISK_EVENT);
  const watchers: FSWatcher[] = [];
  await new Promise<void>((done) => {
    const seen = (): void => {
      left -= 1;
      if (left === 0) done();
    };
    for (const folder of [userData, join(userData, 'generations')]) {
      try {
        watchers.push(watch(folder, seen));
      } catch {
        // No generations exist at the first start.
      }
    }
    // In case the disk stays quieter than that.
    setTimeout(done, QUIET_MS).unref();
  });
  for (const watcher of watchers) watcher.close();
}

/** Each lane runs its changes one by one, all lanes in parallel, in the window itself. */
async function change(page: Page, lanes: readonly Lane[], ids: ReadonlyMap<string, string>): Promise<void> {
  await page.evaluate(
    async ({ rows, known, password }) => {
      const [told, began, fileWith] = ['told', 'began', 'fileWith'].map(
        (name) => Reflect.get(window, name) as (...args: unknown[]) => Promise<void>,
      );
      interface Answer {
        readonly ok: boolean;
        readonly value?: {
          readonly kind?: string;
          readonly connection?: { readonly id: string };
          readonly preview?: {
            readonly attempt: string;
            readonly items: readonly { readonly item: number }[];
          };
        };
        readonly failure?: { readonly code: string };
      }
      const call = window.wizard.call as (channel: string, request: object | null) => Promise<Answer>;
      const idOf = new Map(known);
      /** One import at a time, until it has been undone or kept. */
      let files = Promise.resolve();
      let letGo = (): void => undefined;
      const takeFile = async (): Promise<void> => {
        const before = files;
        let free = (): void => undefined;
        files = new Promise((resolve) => {
          free = resolve;
        });
        await before;
        letGo = free;
      };

      const bringIn = async (number: number, handles: readonly string[]): Promise<Answer> => {
        for (const handle of handles) if (!idOf.has(handle)) idOf.set(handle, crypto.randomUUID());
        await fileWith?.(
          number,
          handles.map((handle) => ({ handle, id: idOf.get(handle) })),
        );
        const chosen = await call('choose-import', null);
        if (!chosen.ok) return chosen;
        const opened = await call('open-import', { password });
        const { preview, kind } = opened.value ?? {};
        if (preview === undefined) return { ok: false, failure: opened.failure ?? { code: String(kind) } };
        void began?.('import');
        const { attempt, items } = preview;
        const applied = await call('apply-import', { attempt, items: items.map(({ item }) => item) });
        return applied.ok && applied.value?.kind !== 'imported'
          ? { ok: false, failure: { code: String(applied.value?.kind) } }
          : applied;
      };

      const walk = async ({ name, changes }: (typeof rows)[number]): Promise<void> => {
        for (const [index, { number, kind, channel, handle, request, brings }] of changes.entries()) {
          let answer: Answer;
          if (brings === undefined) {
            void began?.(kind);
            const id = idOf.get(handle);
            const whole = id === undefined ? request : { ...request, id };
            answer = await call(channel, channel === 'take-back-import' ? null : whole);
          } else {
            await takeFile();
            answer = await bringIn(number, brings);
          }
          const made = answer.value?.connection?.id;
          if (channel === 'create-connection' && made !== undefined) idOf.set(handle, made);
          void told?.({ lane: name, number, ok: answer.ok, failure: answer.failure?.code ?? null });
          if (kind === 'import' && changes[index + 1]?.channel !== 'take-back-import') letGo();
        }
      };
      await Promise.all(rows.map(walk));
    },
    {
      rows: lanes.map(({ name, changes }) => ({ name, changes })),
      known: [...ids],
      password: PASSWORD,
    },
  );
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended with its parent.
  }
}
