import type { ChannelName } from '@contract/channels';
import type { Seeded } from './seeded';

/*
 * What the window requests while it is killed: several lanes in parallel, each a sequence of changes to its own
 * connections. The state of a lane after each change is known beforehand, so that a restart can be checked: the data
 * must match one of these states exactly, and be no older than what was answered.
 */

export const kinds = ['save', 'rotate', 'import', 'delete'] as const;
export type Kind = (typeof kinds)[number];

/** One change, in the contract's terms; `handle` stands for the connection's id, which the app chooses. */
interface Change {
  readonly number: number;
  readonly kind: Kind;
  readonly channel: ChannelName;
  readonly handle: string;
  readonly request: Readonly<Record<string, unknown>>;
  /** For an import: the connections in the file, each with a name, a client ID and a secret of this number. */
  readonly brings?: readonly string[];
}

/** For one connection: which change gave it its values; 0 or null: none yet. */
export interface Held {
  readonly named: number;
  readonly clientId: number;
  readonly secret: number | null;
  readonly checked: boolean;
  /** How far its rotation has come. */
  readonly phase: 'beside' | 'switched' | null;
  /** The other secret: the new one or, once switched, the old one; 0: one of several, unknown which. */
  readonly other: number | null;
  /** The switched secret was read back from disk after a restart, so the old one may be removed. */
  readonly isReadBack: boolean;
}
export type LaneState = ReadonlyMap<string, Held>;

export interface Lane {
  readonly name: string;
  readonly changes: readonly Change[];
  /** The state after each number of changes, so one more than there are changes. */
  readonly states: readonly LaneState[];
}

const MOST_CONNECTIONS = 5;
/** Nothing listens there: a check ends at once, and its result is saved as usual. */
export const NOBODY = 'https://127.0.0.1:1';

export const nameOf = (handle: string, number: number): string => `${handle} #${number}`;
export const clientIdOf = (handle: string, number: number): string => `client-${handle}-${number}`;
export const secretOf = (handle: string, number: number): string => `Throwaway~${handle}/${number}+%20=`;

/** @param first the number of its first change; numbers are never reused, so that every state is unique */
export function planLane(name: string, random: Seeded, from: LaneState, first: number, count: number): Lane {
  const changes: Change[] = [];
  const states: LaneState[] = [from];
  for (let number = first; number < first + count; number += 1) {
    const before = states.at(-1) ?? from;
    const isImported = changes.at(-1)?.channel === 'apply-import';
    const [change, after] =
      isImported && random.chance(0.4)
        ? takenBack(number, states.at(-2) ?? from)
        : nextChange(name, random, before, number);
    changes.push(change);
    states.push(after);
  }
  return { name, changes, states };
}

const nothing = {
  clientId: 0,
  secret: null,
  checked: false,
  phase: null,
  other: null,
  isReadBack: false,
} as const;

/** An undone import: everything as it was before. */
const takenBack = (number: number, before: LaneState): [Change, LaneState] => [
  { number, kind: 'import', channel: 'take-back-import', handle: '', request: {} },
  before,
];

function nextChange(lane: string, random: Seeded, before: LaneState, number: number): [Change, LaneState] {
  const handles = [...before.keys()];
  const kind =
    handles.length === 0
      ? 'create'
      : random.pick([
          'create',
          'save',
          'save',
          'secret',
          'secret',
          'rotate',
          'rotate',
          'rotate',
          'check',
          'import',
          'delete',
        ] as const);
  if (kind === 'create' && handles.length < MOST_CONNECTIONS) {
    const handle = `${lane}-${number}`;
    const held: Held = { ...nothing, named: number };
    const request = {
      system: 'powerschool',
      name: nameOf(handle, number),
      environment: 'test',
      practice: false,
      boardNumber: '',
      redirect: 'sis-server',
    };
    return [
      { number, kind: 'save', channel: 'create-connection', handle, request },
      new Map(before).set(handle, held),
    ];
  }
  const handle = random.pick(handles);
  const held = before.get(handle);
  if (held === undefined) throw new Error('Picked from nowhere');
  const after = (change: Partial<Held>): LaneState => new Map(before).set(handle, { ...held, ...change });
  const saving = (): [Change, LaneState] => {
    const request = {
      name: nameOf(handle, number),
      environment: 'test',
      boardNumber: '',
      redirect: 'sis-server',
      values: { serverUrl: NOBODY, clientId: clientIdOf(handle, number) },
      step: 'test',
      registrationSentOn: null,
      finished: random.chance(0.5),
    };
    const changed = after({ named: number, clientId: number, checked: false, isReadBack: false });
    return [{ number, kind: 'save', channel: 'save-connection', handle, request }, changed];
  };
  switch (kind) {
    case 'delete': {
      const rest = new Map(before);
      rest.delete(handle);
      return [{ number, kind: 'delete', channel: 'delete-connection', handle, request: {} }, rest];
    }
    case 'check': {
      const request = { attempt: crypto.randomUUID(), probe: 'none' };
      return [{ number, kind: 'save', channel: 'run-check', handle, request }, after({ checked: true })];
    }
    case 'secret': {
      const request = { field: 'clientSecret', secret: secretOf(handle, number) };
      return [
        { number, kind: 'save', channel: 'save-secret', handle, request },
        after({ secret: number, checked: false, isReadBack: false }),
      ];
    }
    case 'import': {
      // An existing one and, if there is room, a new one: one write that both changes and creates.
      const brings = handles.length < MOST_CONNECTIONS ? [handle, `${lane}-${number}`] : [handle];
      const brought = { named: number, clientId: number, secret: number, checked: false, isReadBack: false };
      const state = new Map(before);
      for (const one of brings) state.set(one, { ...nothing, ...before.get(one), ...brought });
      return [{ number, kind: 'import', channel: 'apply-import', handle: '', request: {}, brings }, state];
    }
    case 'rotate':
      // A secret entered before any address is bound to none and has to be re-entered; and an other secret we are not
      // sure about must not be switched to.
      if (held.clientId === 0) return saving();
      if (held.phase === 'switched' && held.other === 0 && !held.isReadBack) return saving();
      return nextRotation(random, { handle, number, held, after });
    default:
      return saving();
  }
}

/** The next step of this connection's rotation. */
function nextRotation(
  random: Seeded,
  {
    handle,
    number,
    held,
    after,
  }: {
    readonly handle: string;
    readonly number: number;
    readonly held: Held;
    readonly after: (change: Partial<Held>) => LaneState;
  },
): [Change, LaneState] {
  const { secret, other, phase, isReadBack } = held;
  const act = (action: string, change: Partial<Held>): [Change, LaneState] => {
    const request = { action, unproved: true };
    return [{ number, kind: 'rotate', channel: 'act-on-rotation', handle, request }, after(change)];
  };
  if (phase === null) return act('begin', { phase: 'beside', other: null });
  if (phase === 'beside' && other === null) {
    const request = { field: 'clientSecret', secret: secretOf(handle, number) };
    return [
      { number, kind: 'rotate', channel: 'enter-new-secret', handle, request },
      after({ other: number }),
    ];
  }
  const swapped = { secret: other, other: secret, checked: false, isReadBack: false };
  if (phase === 'beside') {
    return other !== 0 && random.chance(0.75)
      ? act('switch', { ...swapped, phase: 'switched' })
      : act('cancel', { phase: null, other: null });
  }
  return isReadBack && (other === 0 || random.chance(0.5))
    ? act('remove-old', { phase: null, other: null, isReadBack: false })
    : act('undo', { ...swapped, phase: 'beside' });
}

/** As text, for comparison and readable test failures. */
export const stateText = (state: LaneState): string =>
  [...state]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(
      ([handle, { named, clientId, secret, checked, phase, other }]) =>
        `${handle}: name ${named}, client ID ${clientId}, secret ${secret ?? 'none'}${checked ? ', checked' : ''}` +
        // Which other secret there is stays hidden until it is in use; whether there is one does not.
        (phase === null ? '' : `, ${phase}, ${other === null ? 'none' : 'one'} beside`),
    )
    .join('\n');
