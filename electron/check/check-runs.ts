import type { EndedCheck, Probe } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Report } from '@contract/report';
import type { Result } from '@contract/result';
import type { Stop } from '@contract/test-all';
import { decidingStep, lastCheckOf } from '@contract/verdict';

export interface CheckWishes {
  readonly probe: Probe;
  /** Id of the alternative to use; null for the standard request. */
  readonly alternative: string | null;
  /** Test the new secret of a rotation instead of the one in use. */
  readonly beside: boolean;
  /** Check only the way to the servers. Its report is saved; the connection's result is about the sign-in and stays. */
  readonly withoutSecrets: boolean;
  /** Step events carry this id. null: nobody is watching, so no browser sign-in is possible. */
  readonly attempt: string | null;
}

/** Runs one check of a saved connection in this process. Network failures never make it throw. */
export type RunSavedCheck = (
  connection: Connection,
  options: CheckWishes & { readonly signal: AbortSignal },
) => Promise<Report>;

export interface CheckRunPorts {
  readonly connections: {
    get(id: string): Connection | undefined;
    changeTogether(change: {
      readonly put: readonly Connection[];
      readonly records: readonly never[];
    }): Result<unknown, unknown>;
  };
  readonly reports: { add(id: string, report: Report): Result<unknown, unknown> };
  /** Records the check's result for a secret that is being rotated. */
  readonly rotations: {
    tested(id: string, report: Report): Result<unknown, unknown>;
    proved(connection: Connection, at: string): Connection;
  };
  readonly runCheck: RunSavedCheck;
  /** How many times a secret of this connection has been changed (`Vault.changes`). */
  readonly secretChanges: (id: string) => number;
  readonly onEnded: (connection: Connection, report: Report) => void;
}

/** How a check in a batch ended. `void`: it was stopped, or the connection was changed while it ran. */
export type CheckEnd = EndedCheck | 'void';

export interface OneOfMany {
  /** Settles when the check has released everything it used. */
  readonly over: Promise<unknown>;
  /** The result, once it has been saved or saving it has failed. */
  readonly end: Promise<CheckEnd>;
}

/** `with others`: the caller can wait a little, so the result is batched into one write with those that follow. */
type Keeping = 'at once' | 'with others';

/** Limits writing to 10% of the time, but never delays a result by more than `latestMs`. */
const WRITING = { share: 0.1, latestMs: 1000 };

/** Whether a result was saved; `void` as in `CheckEnd`. */
type Keep = 'kept' | 'not-saved' | 'void';

/** A finished check, with the state its result depends on. */
interface Ended {
  readonly checked: Connection;
  readonly secretsThen: number;
  readonly report: Report;
}

interface Run {
  readonly connection: string;
  readonly attempt: string | null;
  readonly controller: AbortController;
  readonly over: Promise<Report>;
  readonly ended: Promise<EndedCheck & { readonly isVoid: boolean }>;
}

/**
 * The checks in progress, at most one per connection: two concurrent sign-ins with the same credentials look like an
 * attack. A result is saved as a whole when its check ends, or not at all.
 */
export class CheckRuns {
  readonly #running = new Set<Run>();
  readonly #toKeep = new Map<Ended, (keep: Keep) => void>();
  #keepNext = 0;
  #isKeepPlanned = false;

  constructor(private readonly ports: CheckRunPorts) {}

  /** @returns null while another check of this connection runs */
  start(connection: Connection, wishes: CheckWishes): Promise<EndedCheck> | null {
    if (this.#of(connection.id) !== undefined) return null;
    return this.#begin(connection, 'at once', wishes).ended.then(({ report, notSaved }) => ({
      report,
      notSaved,
    }));
  }

  /** Runs the check as part of a batch. If one is already running for this connection, its result is used instead. */
  asOneOfMany(connection: Connection, signal: AbortSignal): OneOfMany {
    const own = this.#of(connection.id);
    const run =
      own ??
      this.#begin(connection, 'with others', {
        probe: 'none',
        alternative: null,
        beside: false,
        withoutSecrets: false,
        attempt: null,
      });
    const stopped = new Promise<'void'>((resolve) => {
      const stop = () => {
        // Leave a check that was already running alone: the user is watching it.
        if (own === undefined) {
          run.controller.abort(signal.reason);
          this.#keepAll();
        } else resolve('void');
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
      const over = () => signal.removeEventListener('abort', stop);
      run.ended.then(over, over);
    });
    const ended = run.ended.then(({ isVoid, ...end }) => (isVoid ? 'void' : end));
    return { over: Promise.race([run.over, stopped]), end: Promise.race([ended, stopped]) };
  }

  cancel(attempt: string): void {
    for (const run of this.#running) if (run.attempt === attempt) run.controller.abort();
  }

  /** Ends every check cleanly when the window is closed or the computer goes to sleep. */
  cancelAll(why: Stop): void {
    for (const { controller } of this.#running) controller.abort(why);
    this.#keepAll();
  }

  #of(connection: string): Run | undefined {
    return [...this.#running].find((run) => run.connection === connection);
  }

  #begin(connection: Connection, keeping: Keeping, wishes: CheckWishes): Run {
    const controller = new AbortController();
    const secretsThen = this.ports.secretChanges(connection.id);
    const over = this.#run(connection, { ...wishes, signal: controller.signal });
    const run: Run = {
      connection: connection.id,
      attempt: wishes.attempt,
      controller,
      over,
      ended: over.then(async (report) => {
        if (wishes.beside) {
          const kept = this.ports.rotations.tested(connection.id, report);
          return { report, notSaved: !kept.ok, isVoid: true };
        }
        if (wishes.withoutSecrets)
          return { report, notSaved: !this.#keepReport(connection, report), isVoid: true };
        const keep = await this.#keep({ checked: connection, secretsThen, report }, keeping);
        return { report, notSaved: keep === 'not-saved', isVoid: keep === 'void' };
      }),
    };
    this.#running.add(run);
    const forget = () => void this.#running.delete(run);
    run.ended.then(forget, forget);
    return run;
  }

  async #run(connection: Connection, options: Parameters<RunSavedCheck>[1]): Promise<Report> {
    const report = await this.ports.runCheck(connection, options);
    this.ports.onEnded(connection, report);
    return report;
  }

  /** Saves only the report, unless the check was stopped or the connection deleted. */
  #keepReport({ id }: Connection, report: Report): boolean {
    const { connections, reports } = this.ports;
    const isVoid = decidingStep(report.steps)?.code === 'cancelled' || connections.get(id) === undefined;
    return isVoid || reports.add(id, report).ok;
  }

  /** Saves the report and the connection's new result. */
  #keep(ended: Ended, keeping: Keeping): Promise<Keep> {
    return new Promise((resolve) => {
      this.#toKeep.set(ended, resolve);
      const isStopped = decidingStep(ended.report.steps)?.code === 'cancelled';
      if (keeping === 'at once' || isStopped) this.#keepAll();
      else if (!this.#isKeepPlanned) {
        this.#isKeepPlanned = true;
        const afterMs = this.#keepNext - performance.now();
        if (afterMs < 1) setImmediate(() => this.#keepAll());
        else setTimeout(() => this.#keepAll(), afterMs);
      }
    });
  }

  /** Every write blocks the main thread for as long as the disk takes, so results are saved in batches. */
  #keepAll(): void {
    this.#isKeepPlanned = false;
    if (this.#toKeep.size === 0) return;
    const began = performance.now();
    const judged = [...this.#toKeep].map(([ended, tell]) => ({
      ended,
      tell,
      after: this.#withResult(ended),
    }));
    this.#toKeep.clear();
    const put = judged.flatMap(({ after }) => after ?? []);
    const unkept = new Set<string>();
    for (const { ended, after } of judged) {
      if (after !== null && !this.ports.reports.add(after.id, ended.report).ok) unkept.add(after.id);
    }
    const isPut = put.length === 0 || this.ports.connections.changeTogether({ put, records: [] }).ok;
    const ended = performance.now();
    this.#keepNext = ended + Math.min((ended - began) / WRITING.share, WRITING.latestMs);
    for (const { tell, after } of judged) {
      if (after === null) tell('void');
      else tell(isPut && !unkept.has(after.id) ? 'kept' : 'not-saved');
    }
  }

  /**
   * The connection with its new result. null if its values, added certificates or secrets were changed during the
   * check, or if the check was stopped.
   */
  #withResult({ checked, secretsThen, report }: Ended): Connection | null {
    const { connections, secretChanges, rotations } = this.ports;
    if (decidingStep(report.steps)?.code === 'cancelled') return null;
    const current = connections.get(checked.id);
    if (current === undefined || groundOf(current) !== groundOf(checked)) return null;
    if (secretChanges(checked.id) !== secretsThen) return null;
    const lastCheck = lastCheckOf(report, current.lastCheck);
    const after = { ...current, lastCheck };
    return lastCheck.proved ? rotations.proved(after, report.startedAt) : after;
  }
}

/** What a result depends on besides the secrets. If any of it changes, the result no longer applies. */
const groundOf = ({ environment, values, extraCertificates, alternative }: Connection): string =>
  JSON.stringify([environment, values, extraCertificates ?? [], alternative ?? null]);
