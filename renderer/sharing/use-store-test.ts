import type { Report } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import type { StoreCredentials } from '@contract/shared-store';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { bridge } from '../bridge';
import { type CheckRun, nextRun, noRun } from '../report/check-run';
import { useCheckEvents } from '../report/use-check-events';
import { askShared, type Trouble } from './ask-shared';

interface StoreTest {
  readonly run: CheckRun;
  /** Why no step was tried. */
  readonly trouble: Trouble | null;
  readonly person: string | null;
  /** @param credentials null: with the session there is, or the way only */
  readonly start: (credentials: StoreCredentials | null) => Promise<void>;
  readonly cancel: () => void;
}

/** What a check's run has to know besides, and nobody sees: a store is no connection. */
const asOfCheck = {
  version: 1,
  app: '',
  connection: { id: null, system: 'oneroster', name: '', environment: 'production' },
} as const satisfies Pick<Report, 'version' | 'app' | 'connection'>;

/** The test of the store, which signs in on its way. */
export function useStoreTest(known: string | null): StoreTest {
  const [run, dispatch] = useReducer(nextRun, noRun(null));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [person, setPerson] = useState(known);
  useCheckEvents(dispatch);

  const start = useCallback(async (credentials: StoreCredentials | null) => {
    const attempt = crypto.randomUUID();
    setTrouble(null);
    dispatch({ type: 'check-began', attempt, probe: 'none' });
    const tested = await askShared('test-store', { attempt, credentials });
    if (!tested.ok) {
      setTrouble(tested.failure);
      dispatch({ type: 'check-refused', attempt, failure: { code: 'unexpected' } });
      return;
    }
    const signedIn = await sessionAfter(attempt, credentials, tested.value.outcome !== 'failed');
    if (signedIn.ok) setPerson(signedIn.value);
    else setTrouble(signedIn.failure);
    dispatch({ type: 'check-ended', attempt, report: { ...asOfCheck, ...tested.value }, notSaved: false });
  }, []);
  const running = run.kind === 'running' ? run.attempt : null;
  const cancel = useCallback(() => {
    if (running === null) return;
    dispatch({ type: 'check-cancelling', attempt: running });
    void bridge.call('stop-asking-store', { attempt: running });
  }, [running]);
  // Nobody waits for a test whose page was left.
  const attempt = useRef(running);
  attempt.current = running;
  useEffect(
    () => () => {
      if (attempt.current !== null) void bridge.call('stop-asking-store', { attempt: attempt.current });
    },
    [],
  );
  return { run, trouble, person, start, cancel };
}

/** Who is signed in after the test. */
async function sessionAfter(
  attempt: string,
  credentials: StoreCredentials | null,
  isProved: boolean,
): Promise<Result<string | null, Trouble>> {
  const view = await bridge.call('shared-view', null);
  const person = view.ok ? (view.value.session?.person ?? null) : null;
  if (person !== null || credentials === null || !isProved) return ok(person);
  const signedIn = await askShared('sign-in-to-store', { attempt, credentials });
  return signedIn.ok ? ok(signedIn.value.person) : refuse(signedIn.failure);
}
