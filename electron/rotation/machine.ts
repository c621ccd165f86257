import { assertNever, ok, type Result, refuse } from '@contract/result';
import type { Rotation } from '@contract/rotation';

/** Events of a rotation. `at` is a time, `run` the id of this run of the program. */
export type RotationEvent =
  | { readonly type: 'begin'; readonly at: string }
  /**
   * New values or a new secret were entered (with a new secret, `values` is unchanged). Earlier proofs no longer
   * apply.
   */
  | { readonly type: 'entered'; readonly values: Readonly<Record<string, string>> }
  /** A check succeeded: with the new side in phase `beside`, with the one in use afterwards. */
  | { readonly type: 'proved'; readonly at: string }
  /** `complete`: all required new secrets are there. */
  | { readonly type: 'switch'; readonly at: string; readonly run: string; readonly complete: boolean }
  | { readonly type: 'read-back'; readonly at: string; readonly run: string }
  | { readonly type: 'undo' }
  /** `onlyThisRun`: both secrets are session-only, so nothing can be read back after a restart. */
  | { readonly type: 'remove-old'; readonly unproved: boolean; readonly onlyThisRun: boolean }
  | { readonly type: 'cancel' }
  /** The connection itself was edited: its addresses, or the secret in use. */
  | { readonly type: 'edited'; readonly run: string };

/** How the stored secrets must move, in the same write as the new state. */
export type RotationMove = 'none' | 'switch' | 'switch-back' | 'drop-new' | 'drop-old';

interface Step {
  /** null: no rotation in progress. */
  readonly rotation: Rotation | null;
  readonly move: RotationMove;
}

type Answer = Result<Step, 'not-now'>;
const stay = (rotation: Rotation): Answer => ok({ rotation, move: 'none' });

/** The complete state machine of a rotation, as a pure function. */
export function nextRotation(rotation: Rotation | null, event: RotationEvent): Answer {
  if (rotation === null) {
    return event.type === 'begin'
      ? stay({ phase: 'beside', begunAt: event.at, values: {}, provedAt: null })
      : refuse('not-now');
  }
  return rotation.phase === 'beside' ? whileBeside(rotation, event) : onceSwitched(rotation, event);
}

type Beside = Extract<Rotation, { phase: 'beside' }>;
type Switched = Extract<Rotation, { phase: 'switched' }>;

function whileBeside(rotation: Beside, event: RotationEvent): Answer {
  switch (event.type) {
    case 'entered':
      return stay({ ...rotation, values: { ...event.values }, provedAt: null });
    case 'proved':
      return stay({ ...rotation, provedAt: event.at });
    case 'edited':
      return stay({ ...rotation, provedAt: null });
    case 'switch': {
      if (!event.complete) return refuse('not-now');
      const { begunAt, values, provedAt } = rotation;
      const at = { switchedAt: event.at, switchedIn: event.run, readBackAt: null };
      return ok({ rotation: { phase: 'switched', begunAt, values, provedAt, ...at }, move: 'switch' });
    }
    case 'cancel':
      return ok({ rotation: null, move: 'drop-new' });
    case 'begin':
    case 'read-back':
    case 'undo':
    case 'remove-old':
      return refuse('not-now');
    default:
      return assertNever(event);
  }
}

function onceSwitched(rotation: Switched, event: RotationEvent): Answer {
  switch (event.type) {
    case 'proved':
      return stay({ ...rotation, provedAt: rotation.provedAt ?? event.at });
    case 'edited':
      return stay({ ...rotation, provedAt: null, readBackAt: null, switchedIn: event.run });
    case 'read-back':
      return event.run === rotation.switchedIn
        ? refuse('not-now')
        : stay({ ...rotation, readBackAt: rotation.readBackAt ?? event.at });
    case 'undo': {
      const { begunAt, values, provedAt } = rotation;
      return ok({ rotation: { phase: 'beside', begunAt, values, provedAt }, move: 'switch-back' });
    }
    case 'remove-old': {
      const isRead = rotation.readBackAt !== null || event.onlyThisRun;
      const isProved = rotation.provedAt !== null || event.unproved;
      return isRead && isProved ? ok({ rotation: null, move: 'drop-old' }) : refuse('not-now');
    }
    case 'begin':
    case 'entered':
    case 'switch':
    case 'cancel':
      return refuse('not-now');
    default:
      return assertNever(event);
  }
}
