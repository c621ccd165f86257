import type { ConnectionSummary, Failure } from '@contract/channels';
import type { LastCheck } from '@contract/connection';
import type { TestAllEnd, TestAllRow, TestAllRun } from '@contract/test-all';
import { useCallback, useEffect, useState } from 'react';
import { bridge } from '../bridge';

/** The window's view of a run that main owns. */
export interface TestAllView {
  readonly run: TestAllRun | null;
  /** Connection id → its newest result, if one arrived while the list was open. */
  readonly lastChecks: ReadonlyMap<string, LastCheck | null>;
}

export type TestAllEvent =
  | { readonly type: 'known'; readonly run: TestAllRun }
  | {
      readonly type: 'row';
      readonly run: string;
      readonly row: TestAllRow;
      readonly lastCheck: LastCheck | null;
    }
  | { readonly type: 'ended'; readonly run: string; readonly ended: TestAllEnd };

const isOver = ({ state }: TestAllRow): boolean => state !== 'waiting' && state !== 'running';
const isBehind = (one: TestAllRow, other: TestAllRow): boolean =>
  one.state === 'waiting' ? other.state !== 'waiting' : one.state === 'running' && isOver(other);

/**
 * Merges events from main. A row only moves forward, so the order of an event and the answer it belongs to does not
 * matter.
 */
export function nextTestAll(view: TestAllView, event: TestAllEvent): TestAllView {
  const { run } = view;
  if (event.type === 'known') {
    if (run === null || run.id !== event.run.id) return { ...view, run: event.run };
    const before = new Map(run.rows.map((row) => [row.id, row]));
    const rows = event.run.rows.map((row) => {
      const known = before.get(row.id);
      return known !== undefined && isBehind(row, known) ? known : row;
    });
    return { ...view, run: { ...event.run, rows, ended: event.run.ended ?? run.ended } };
  }
  if (event.type === 'ended') {
    return run?.id === event.run ? { ...view, run: { ...run, ended: event.ended } } : view;
  }
  if (run?.id !== event.run) return view;
  const rows = run.rows.map((row) =>
    row.id === event.row.id && !isBehind(event.row, row) ? event.row : row,
  );
  const lastChecks = isOver(event.row)
    ? new Map(view.lastChecks).set(event.row.id, event.lastCheck)
    : view.lastChecks;
  return { run: { ...run, rows }, lastChecks };
}

export interface TestAllPower extends TestAllView {
  readonly failure: Failure | null;
  readonly cancelling: boolean;
  readonly cancel: () => void;
  /** Returns the connection with its newest result. */
  readonly newest: (connection: ConnectionSummary) => ConnectionSummary;
}

/** @param first the run already in progress; null starts one */
export function useTestAll(first: TestAllRun | null): TestAllPower {
  const [view, setView] = useState<TestAllView>({ run: first, lastChecks: new Map() });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [cancelling, setCancelling] = useState(false);

  useEffect(() => {
    const early: TestAllEvent[] = [];
    const tell = (event: TestAllEvent) => setView((now) => nextTestAll(now, event));
    // Buffer events until we know which run this is.
    let hear: (event: TestAllEvent) => void = first === null ? (event) => void early.push(event) : tell;
    const stops = [
      bridge.on('test-all-row', (payload) => hear({ type: 'row', ...payload })),
      bridge.on('test-all-ended', (payload) => hear({ type: 'ended', ...payload })),
    ];
    const know = (run: TestAllRun | null) => {
      if (run !== null) tell({ type: 'known', run });
      hear = tell;
      for (const event of early) tell(event);
    };
    if (first === null) {
      void bridge.call('test-all', null).then((answer) => {
        if (answer.ok) know(answer.value);
        else setFailure(answer.failure);
      });
    } else if (first.ended === null) {
      // What happened between loading the list and now.
      void bridge.call('start', null).then((answer) => {
        if (answer.ok) know(answer.value.testAll);
      });
    }
    return () => {
      for (const stop of stops) stop();
    };
  }, [first]);

  const cancel = useCallback(() => {
    setCancelling(true);
    void bridge.call('cancel-test-all', null);
  }, []);
  const newest = useCallback(
    (connection: ConnectionSummary) => {
      const lastCheck = view.lastChecks.get(connection.id);
      return lastCheck === undefined ? connection : { ...connection, lastCheck };
    },
    [view.lastChecks],
  );
  return { ...view, failure, cancelling, cancel, newest };
}
