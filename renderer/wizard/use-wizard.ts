import type { Failure } from '@contract/channels';
import type { SecretState } from '@contract/connection';
import type { Result } from '@contract/result';
import { useCallback, useEffect, useRef, useState } from 'react';
import { bridge } from '../bridge';
import { consentsOf } from './consents';
import { nextState, toSave, type WizardEvent, type WizardState } from './wizard-state';

/** Autosave delay after the last keystroke. */
const AUTOSAVE_MS = 600;

export interface WizardPower {
  readonly state: WizardState;
  readonly dispatch: (event: WizardEvent) => void;
  /** Saves what is on screen. False if that failed; the state then says why. */
  readonly save: () => Promise<boolean>;
  readonly create: () => Promise<void>;
  /** Decisions about addresses, for as long as the setup is open (consents.ts). */
  readonly consents: ReadonlySet<string>;
  readonly consent: (...to: readonly string[]) => void;
  readonly saveSecret: (field: string, secret: string) => Promise<Result<SecretState, Failure>>;
}

/**
 * Connects the state machine to main. Calls that change the same connection are serialized, so that a secret is always
 * sealed for the addresses on screen, and no answer overtakes another.
 */
export function useWizard(initial: WizardState): WizardPower {
  const [state, setState] = useState(initial);
  const latest = useRef(initial);
  const [consents, setConsents] = useState(() => consentsOf(initial.draft.values));
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const lastSaved = useRef(JSON.stringify(toSave(initial)));

  const dispatch = useCallback((event: WizardEvent) => {
    latest.current = nextState(latest.current, event);
    setState(latest.current);
  }, []);

  const inTurn = useCallback(<Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = queue.current.then(work);
    queue.current = turn.catch(() => undefined);
    return turn;
  }, []);

  const saveNow = useCallback(async (): Promise<boolean> => {
    const wanted = toSave(latest.current);
    const text = JSON.stringify(wanted);
    if (wanted === null || text === lastSaved.current) return true;
    const answer = await bridge.call('save-connection', wanted);
    if (!answer.ok) {
      dispatch({ type: 'save-refused', failure: answer.failure });
      return false;
    }
    lastSaved.current = text;
    dispatch({ type: 'saved', view: answer.value });
    return true;
  }, [dispatch]);
  const save = useCallback(() => inTurn(saveNow), [inTurn, saveNow]);

  const wanted = JSON.stringify(toSave(state));
  const { step } = state;
  const lastStep = useRef(step);
  useEffect(() => {
    if (wanted === lastSaved.current) return;
    // Save a step change at once: closing the window right after must not lose it.
    const pause = step === lastStep.current ? AUTOSAVE_MS : 0;
    lastStep.current = step;
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  }, [wanted, step, save]);

  useEffect(() => {
    const leave = () => void save();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);

  useEffect(
    () =>
      bridge.on('keyring-changed', () => {
        const id = latest.current.kept?.id;
        if (id === undefined) return;
        void bridge.call('open-connection', { id }).then((answer) => {
          if (answer.ok) dispatch({ type: 'secrets-seen', view: answer.value });
        });
      }),
    [dispatch],
  );

  const create = useCallback(async () => {
    const { draft, kept, busy } = latest.current;
    if (kept !== null || busy !== null || draft.environment === null) return;
    const attempt = crypto.randomUUID();
    dispatch({ type: 'began', attempt });
    const answer = await bridge.call('create-connection', {
      system: draft.system,
      name: draft.name.trim(),
      environment: draft.environment,
      practice: draft.practice,
      boardNumber: draft.boardNumber,
      redirect: draft.redirect,
    });
    if (!answer.ok) {
      dispatch({ type: 'refused', attempt, failure: answer.failure });
      return;
    }
    // Only `open-connection` returns siblings; without them the rules across connections would not apply.
    const opened = await bridge.call('open-connection', { id: answer.value.connection.id });
    dispatch({
      type: 'created',
      attempt,
      view: answer.value,
      siblings: opened.ok ? opened.value.siblings : [],
    });
  }, [dispatch]);

  const saveSecret = useCallback(
    (field: string, secret: string) =>
      inTurn(async (): Promise<Result<SecretState, Failure>> => {
        const id = latest.current.kept?.id;
        if (id === undefined) return { ok: false, failure: { code: 'not-found' } };
        if (!(await saveNow())) return { ok: false, failure: { code: 'not-saved' } };
        const answer = await bridge.call('save-secret', { id, field, secret });
        if (!answer.ok) return answer;
        dispatch({ type: 'secret-kept', field, state: answer.value.state });
        return { ok: true, value: answer.value.state };
      }),
    [dispatch, inTurn, saveNow],
  );

  const consent = useCallback(
    (...to: readonly string[]) => setConsents((before) => new Set([...before, ...to])),
    [],
  );

  return { state, dispatch, save, create, consents, consent, saveSecret };
}
