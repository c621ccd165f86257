import { randomUUID } from 'node:crypto';
import type { Connection, LastCheck } from '@contract/connection';
import {
  AT_ONCE,
  leftOutOf,
  type Stop,
  type TestAllEnd,
  type TestAllRow,
  type TestAllRun,
} from '@contract/test-all';
import { isProved } from '@contract/verdict';
import { systemById } from '@systems/catalogue';
import type { CheckEnd, OneOfMany } from './check-runs';
import { inTurns } from './in-turns';
import { clientTurns } from './turns';

export interface TestAllPorts {
  readonly connections: { list(): readonly Connection[]; get(id: string): Connection | undefined };
  /** `CheckRuns.asOneOfMany`. */
  readonly check: (connection: Connection, signal: AbortSignal) => OneOfMany;
  readonly onRow: (run: string, row: TestAllRow, lastCheck: LastCheck | null) => void;
  readonly onEnd: (run: string, ended: TestAllEnd) => void;
}

interface Running {
  readonly id: string;
  readonly rows: Map<string, TestAllRow>;
  readonly stop: AbortController;
  ended: TestAllEnd | null;
  /** One promise per finished check, pending until its result has been reported. */
  readonly telling: Promise<void>[];
  whole: Promise<void>;
}

/**
 * The "Test all" run: eight connections concurrently, without probes or browser sign-ins. It belongs to the main
 * process and outlives the screen that started it.
 */
export class TestAll {
  #current: Running | null = null;

  constructor(private readonly ports: TestAllPorts) {}

  /** The current run, or the last one until it is dismissed. */
  get run(): TestAllRun | null {
    const run = this.#current;
    return run === null ? null : viewOf(run);
  }

  /** Starts a run, or returns the one in progress. */
  start(): TestAllRun {
    const current = this.#current;
    if (current !== null && current.ended === null) return viewOf(current);
    const connections = this.ports.connections.list();
    const run: Running = {
      id: randomUUID(),
      rows: new Map(connections.map((connection) => [connection.id, firstRow(connection)])),
      stop: new AbortController(),
      ended: null,
      telling: [],
      whole: Promise.resolve(),
    };
    this.#current = run;
    const tested = connections.filter(({ id }) => run.rows.get(id)?.state === 'waiting');
    run.whole = inTurns(
      tested,
      AT_ONCE,
      ({ system, values }) => clientTurns(systemById(system), values),
      ({ id }) => this.#test(run, id),
    )
      .then(() => Promise.all(run.telling))
      .then(() => this.#end(run));
    return viewOf(run);
  }

  /** Stops the run and resolves when all its checks have ended. */
  async stop(why: Stop): Promise<void> {
    const run = this.#current;
    if (run === null || run.ended !== null) return;
    run.stop.abort(why);
    await run.whole;
  }

  /** Forgets a finished run. */
  dismiss(): void {
    if (this.#current !== null && this.#current.ended !== null) this.#current = null;
  }

  async #test(run: Running, id: string): Promise<void> {
    const connection = this.ports.connections.get(id);
    if (run.stop.signal.aborted || connection === undefined) {
      this.#tell(run, { id, state: 'not-tested', leftOut: null });
      return;
    }
    // Since the run began, this connection may have been tested and refused, or changed.
    const now = firstRow(connection);
    if (now.state !== 'waiting') {
      this.#tell(run, now);
      return;
    }
    this.#tell(run, { id, state: 'running', leftOut: null });
    const { over, end } = this.ports.check(connection, run.stop.signal);
    run.telling.push(end.then((ended) => this.#tell(run, endedRow(id, ended))));
    // The next check starts while this result is still being saved.
    await over;
  }

  #tell(run: Running, row: TestAllRow): void {
    run.rows.set(row.id, row);
    this.ports.onRow(run.id, row, this.ports.connections.get(row.id)?.lastCheck ?? null);
  }

  #end(run: Running): void {
    const { aborted, reason } = run.stop.signal;
    run.ended = aborted ? (reason === 'sleep' ? 'sleep' : 'cancelled') : 'finished';
    this.ports.onEnd(run.id, run.ended);
  }
}

const viewOf = (run: Running): TestAllRun => ({ id: run.id, rows: [...run.rows.values()], ended: run.ended });

function firstRow(connection: Connection): TestAllRow {
  const { id } = connection;
  const leftOut = leftOutOf(connection) ?? (signsInByBrowser(connection) ? 'browser' : null);
  return leftOut === null ? { id, state: 'waiting', leftOut: null } : { id, state: 'left-out', leftOut };
}

/** A loopback redirect URL means that the user has to sign in through the browser. */
const signsInByBrowser = ({ system, values }: Connection): boolean =>
  systemById(system).fields.some((field) => field.loopback?.(values[field.id] ?? '') === true);

function endedRow(id: string, end: CheckEnd): TestAllRow {
  const row = { id, state: stateOf(end), leftOut: null };
  return end !== 'void' && end.notSaved ? { ...row, notSaved: true } : row;
}

function stateOf(end: CheckEnd): TestAllRow['state'] {
  if (end === 'void') return 'not-tested';
  const { outcome, steps } = end.report;
  if (outcome === 'failed') return 'stopped';
  return isProved(steps) ? 'proved' : 'not-proved';
}
