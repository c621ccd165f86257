import type { Failure, OpenedConnection, RequestOf, Sibling } from '@contract/channels';
import type {
  Connection,
  ConnectionView,
  Environment,
  SecretState,
  SystemId,
  Values,
  WizardStep,
} from '@contract/connection';
import { systemIds } from '@contract/connection-kinds';
import { withoutUnprintable } from '@contract/printable';
import { assertNever } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { redirectField, redirectPlaceOf } from '@systems/redirect-field';
import type { RedirectPlace } from '@systems/system';
import { type CheckEvent, type CheckRun, nextRun, noRun } from '../report/check-run';

/* The setup as a pure state machine: a union of step states and a reducer without I/O. */

/** The user's input so far. A failed call never drops any of it. */
export interface Draft {
  readonly system: SystemId;
  readonly practice: boolean;
  readonly name: string;
  /** null until chosen: production or test must be a conscious decision. */
  readonly environment: Environment | null;
  readonly boardNumber: string;
  readonly redirect: RedirectPlace;
  readonly values: Values;
  readonly registrationSentOn: string | null;
}

/** Main's view of this connection. */
interface Kept {
  readonly id: string;
  readonly secrets: Readonly<Record<string, SecretState>>;
  /** Why some secrets cannot be decrypted. */
  readonly troubles: ConnectionView['troubles'];
  readonly siblings: readonly Sibling[];
  readonly finishedAt: string | null;
  /** The stored alternative request; null: the usual one. */
  readonly alternative: string | null;
  /** Id of the organization's preset it was made from. */
  readonly preset: string | undefined;
}

/** In order. Duplicates the contract's list because that one comes with schemas, which the window does without. */
export const wizardSteps = [
  'choose',
  'register',
  'enter',
  'test',
  'finish',
] as const satisfies readonly WizardStep[];

export type Question = 'system' | 'provider' | 'instance' | 'redirect';

interface Common {
  readonly draft: Draft;
  /** A failed save, shown beside Continue until a later one succeeds. */
  readonly problem: Failure | null;
  /** The attempt in progress; everything on this step except Cancel waits for it. */
  readonly busy: string | null;
}
interface Made extends Common {
  readonly kept: Kept;
  /** The newest check; kept while moving between steps. */
  readonly run: CheckRun;
  /** The user came to the test to have only the way checked. */
  readonly wayOnly: boolean;
}

export type WizardState =
  | (Common & {
      readonly step: 'choose';
      readonly question: Question;
      readonly kept: null;
      readonly run: null;
    })
  | (Made & { readonly step: 'choose'; readonly question: Question })
  | (Made & { readonly step: 'register' })
  | (Made & { readonly step: 'enter' })
  | (Made & { readonly step: 'test' })
  | (Made & { readonly step: 'finish' });

/** The answers of the first step. */
export type Answer = Partial<
  Pick<Draft, 'system' | 'name' | 'environment' | 'boardNumber' | 'redirect'> & {
    /** The product behind the server; '' for none of the list. */
    readonly provider: string;
  }
>;

export type WizardEvent =
  | { readonly type: 'asked'; readonly question: Question }
  | {
      readonly type: 'answered';
      readonly answer: Answer;
    }
  | { readonly type: 'valued'; readonly values: Values }
  | { readonly type: 'marked-sent'; readonly on: string | null }
  | { readonly type: 'moved'; readonly to: WizardStep /** Only for the test. */; readonly wayOnly?: boolean }
  | { readonly type: 'began'; readonly attempt: string }
  | {
      readonly type: 'created';
      readonly attempt: string;
      readonly view: ConnectionView;
      readonly siblings: readonly Sibling[];
    }
  | { readonly type: 'refused'; readonly attempt: string; readonly failure: Failure }
  | { readonly type: 'saved'; readonly view: ConnectionView }
  | { readonly type: 'save-refused'; readonly failure: Failure }
  /** The keyring changed, and with it the state of the secrets; the user's values stay. */
  | { readonly type: 'secrets-seen'; readonly view: ConnectionView }
  | { readonly type: 'secret-kept'; readonly field: string; readonly state: SecretState }
  | { readonly type: 'way-kept'; readonly alternative: string | null }
  | CheckEvent;

/** @param system chosen at first */
export function newDraft(practice: boolean, name: string, system: SystemId = systemIds[0]): Draft {
  return {
    system,
    practice,
    name,
    environment: practice ? 'test' : null,
    boardNumber: '',
    // The practice server can answer this app only through a loopback redirect.
    redirect: practice ? 'this-computer' : 'sis-server',
    values: {},
    registrationSentOn: null,
  };
}

export function beginNew(draft: Draft): WizardState {
  return { step: 'choose', question: 'system', draft, kept: null, run: null, problem: null, busy: null };
}

function draftOf(connection: Connection): Draft {
  return {
    system: connection.system,
    practice: connection.practice,
    name: withoutUnprintable(connection.name),
    environment: connection.environment,
    boardNumber: connection.boardNumber,
    redirect: redirectPlaceOf(systemById(connection.system), connection.values),
    values: connection.values,
    registrationSentOn: connection.setup.registrationSentOn,
  };
}

/** Resumes a saved setup where it was left; `edit` opens a finished one at its values. */
export function resume(opened: OpenedConnection, edit: boolean): WizardState {
  const { connection } = opened;
  const common = {
    draft: draftOf(connection),
    kept: {
      id: connection.id,
      secrets: opened.secrets,
      troubles: opened.troubles,
      siblings: opened.siblings,
      finishedAt: connection.setup.finishedAt,
      alternative: connection.alternative ?? null,
      preset: connection.preset,
    },
    // The newest report may be about other values than these; if so, the connection has no last check.
    run: noRun(connection.lastCheck === null ? null : opened.lastReport),
    wayOnly: false,
    problem: null,
    busy: null,
  };
  const step = edit ? 'enter' : connection.setup.step;
  return step === 'choose' ? { ...common, step, question: 'instance' } : { ...common, step };
}

/** What the reducer takes from main's answer: the values main decides, and the secrets' states. */
function adopt(state: WizardState, view: ConnectionView): Kept {
  return {
    id: view.connection.id,
    secrets: view.secrets,
    troubles: view.troubles,
    siblings: state.kept?.siblings ?? [],
    finishedAt: view.connection.setup.finishedAt,
    alternative: view.connection.alternative ?? null,
    preset: view.connection.preset,
  };
}

function without(troubles: ConnectionView['troubles'], field: string): ConnectionView['troubles'] {
  if (troubles === undefined) return undefined;
  const { [field]: _mended, ...rest } = troubles;
  return rest;
}

/** Main chooses the loopback redirect URL; every other value stays as typed. */
function withMainsRedirectUrl(draft: Draft, view: ConnectionView): Draft {
  const field = redirectField(systemById(draft.system));
  if (draft.redirect !== 'this-computer' || field === undefined) return draft;
  const url = view.connection.values[field.id];
  return url === undefined || url === draft.values[field.id]
    ? draft
    : { ...draft, values: { ...draft.values, [field.id]: url } };
}

/** Changing where the redirect points clears the old address, which would otherwise be registered. */
function answerDraft(draft: Draft, { provider, ...answer }: Answer): Draft {
  const { provider: before, ...others } = draft.values;
  // The product belongs to the system it was chosen for.
  const product = provider ?? (answer.system === undefined || answer.system === draft.system ? before : '');
  const values = product === undefined || product === '' ? others : { ...others, provider: product };
  const next = { ...draft, ...answer, values };
  if (answer.redirect === undefined || answer.redirect === draft.redirect) return next;
  const field = redirectField(systemById(next.system));
  return {
    ...next,
    values: Object.fromEntries(Object.entries(next.values).filter(([id]) => id !== field?.id)),
  };
}

export function nextState(state: WizardState, event: WizardEvent): WizardState {
  switch (event.type) {
    case 'asked':
      return state.step === 'choose' && state.busy === null
        ? { ...state, question: event.question, problem: null }
        : state;
    case 'answered':
      return state.step === 'choose' && state.busy === null
        ? { ...state, draft: answerDraft(state.draft, event.answer) }
        : state;
    case 'valued':
      return state.step === 'register' || state.step === 'enter' ? changeValues(state, event.values) : state;
    case 'marked-sent':
      return state.step === 'register'
        ? { ...state, draft: { ...state.draft, registrationSentOn: event.on } }
        : state;
    case 'moved':
      return move(state, event.to, event.wayOnly ?? false);
    case 'began':
      return state.busy === null ? { ...state, busy: event.attempt, problem: null } : state;
    case 'created':
      if (state.busy !== event.attempt || state.step !== 'choose' || state.kept !== null) return state;
      return {
        step: 'register',
        draft: withMainsRedirectUrl(state.draft, event.view),
        kept: { ...adopt(state, event.view), siblings: event.siblings },
        run: noRun(null),
        wayOnly: false,
        problem: null,
        busy: null,
      };
    case 'refused':
      return state.busy === event.attempt ? { ...state, busy: null, problem: event.failure } : state;
    case 'saved':
      // Ignore a late answer for a connection that is no longer open.
      if (state.kept === null || state.kept.id !== event.view.connection.id) return state;
      return {
        ...state,
        draft: withMainsRedirectUrl(state.draft, event.view),
        kept: adopt(state, event.view),
        problem: null,
      };
    case 'save-refused':
      return state.kept === null ? state : { ...state, problem: event.failure };
    case 'secrets-seen':
      if (state.kept === null || state.kept.id !== event.view.connection.id) return state;
      return {
        ...state,
        kept: { ...state.kept, secrets: event.view.secrets, troubles: event.view.troubles },
      };
    case 'secret-kept':
      return state.kept === null
        ? state
        : {
            ...state,
            kept: {
              ...state.kept,
              secrets: { ...state.kept.secrets, [event.field]: event.state },
              troubles: without(state.kept.troubles, event.field),
            },
            run: outdated(state.run),
          };
    case 'way-kept':
      return state.kept === null
        ? state
        : { ...state, kept: { ...state.kept, alternative: event.alternative } };
    case 'check-began':
      // A check starts only from the step that shows it.
      return state.step === 'test' ? { ...state, run: nextRun(state.run, event) } : state;
    case 'check-step-began':
    case 'check-step':
    case 'check-browser':
    case 'check-cancelling':
    case 'check-ended':
    case 'check-refused':
      return state.kept === null ? state : { ...state, run: nextRun(state.run, event) };
    default:
      return assertNever(event);
  }
}

/** A result applies only to the values it was made with; it is hidden for others. */
const outdated = (run: CheckRun): CheckRun => (run.kind === 'running' ? run : noRun(null));

function changeValues<State extends WizardState & { readonly step: 'register' | 'enter' }>(
  state: State,
  values: Values,
): State {
  const changed = Object.entries(values).some(([field, value]) => state.draft.values[field] !== value);
  return changed
    ? {
        ...state,
        draft: { ...state.draft, values: { ...state.draft.values, ...values } },
        run: outdated(state.run),
      }
    : state;
}

/** Earlier steps are always reachable; later ones only with a connection, and none during a check. */
function move(state: WizardState, to: WizardStep, wayOnly: boolean): WizardState {
  if (state.kept === null || state.busy !== null || state.step === to) return state;
  if (state.run.kind === 'running' && to !== 'test') return state;
  const { draft, kept, run, problem } = state;
  const common = { draft, kept, run, wayOnly: wayOnly && to === 'test', problem, busy: null };
  return to === 'choose' ? { ...common, step: to, question: 'instance' } : { ...common, step: to };
}

/** The `save-connection` request for this state; null while it cannot be saved. */
export function toSave(state: WizardState): RequestOf<'save-connection'> | null {
  const { draft, kept } = state;
  const name = draft.name.trim();
  if (kept === null || draft.environment === null || name === '') return null;
  return {
    id: kept.id,
    name,
    environment: draft.environment,
    boardNumber: draft.boardNumber,
    redirect: draft.redirect,
    values: { ...draft.values },
    step: state.step,
    registrationSentOn: draft.registrationSentOn,
    finished: state.step === 'finish' || kept.finishedAt !== null,
  };
}
