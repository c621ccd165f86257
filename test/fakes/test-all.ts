import type { EventName, Events } from '@contract/channels';
import type { Connection, LastCheck } from '@contract/connection';
import {
  countRows,
  leftOutOf,
  type Stop,
  type TestAllEnd,
  type TestAllRow,
  type TestAllRun,
} from '@contract/test-all';

/* "Test all" of the fake main process: the contract decides who is left out, the scenario how the others end. */

export type FakeEnd = 'proved' | 'stopped' | 'rejected' | 'hangs';
export type FakeEnds = Readonly<Record<string, FakeEnd>>;

interface Ports {
  readonly connections: () => readonly Connection[];
  readonly ends: (id: string) => FakeEnd;
  /** False if the disk rejected it. */
  readonly keep: (connection: Connection) => boolean;
  emit<Name extends EventName>(event: Name, payload: Events[Name]): void;
}

export class FakeTestAll {
  run: TestAllRun | null = null;

  constructor(private readonly ports: Ports) {}

  start(): TestAllRun {
    const rows = this.ports.connections().map((connection): TestAllRow => {
      const { id, values } = connection;
      const here = (values.redirectUrl ?? '').startsWith('http://127.0.0.1');
      const leftOut = leftOutOf(connection) ?? (here ? 'browser' : null);
      return leftOut === null ? { id, state: 'waiting', leftOut } : { id, state: 'left-out', leftOut };
    });
    this.run = { id: crypto.randomUUID(), rows, ended: null };
    setTimeout(() => this.go());
    return this.run;
  }

  cancel(): null {
    this.stop('cancelled');
    return null;
  }

  stop(why: Stop): void {
    for (const row of this.run?.rows ?? []) {
      if (row.state === 'waiting' || row.state === 'running') this.tell({ ...row, state: 'not-tested' });
    }
    this.end(why);
  }

  /** Ends a running check; the last one ends the run. */
  finish(id: string, end: Exclude<FakeEnd, 'hangs'>): void {
    const row = this.run?.rows.find((one) => one.id === id);
    const connection = this.ports.connections().find((one) => one.id === id);
    if (row === undefined || connection === undefined) return;
    const isKept = this.ports.keep({ ...connection, lastCheck: lastChecks[end]() });
    this.tell({
      ...row,
      state: end === 'proved' ? 'proved' : 'stopped',
      ...(isKept ? {} : { notSaved: true }),
    });
    const { waiting, running } = countRows(this.run?.rows ?? []);
    if (waiting + running === 0) this.end('finished');
  }

  dismiss(): null {
    this.run = null;
    return null;
  }

  private go(): void {
    const waiting = (this.run?.rows ?? []).filter(({ state }) => state === 'waiting');
    if (waiting.length === 0) this.end('finished');
    for (const row of waiting) this.tell({ ...row, state: 'running' });
    for (const { id } of waiting) {
      const end = this.ports.ends(id);
      if (end !== 'hangs') this.finish(id, end);
    }
  }

  private tell(row: TestAllRow): void {
    const { run } = this;
    if (run === null) return;
    this.run = { ...run, rows: run.rows.map((one) => (one.id === row.id ? row : one)) };
    const lastCheck = this.ports.connections().find(({ id }) => id === row.id)?.lastCheck ?? null;
    this.ports.emit('test-all-row', { run: run.id, row, lastCheck });
  }

  private end(ended: TestAllEnd): void {
    if (this.run === null || this.run.ended !== null) return;
    this.run = { ...this.run, ended };
    this.ports.emit('test-all-ended', { run: this.run.id, ended });
  }
}

const failedAt = (step: string, code: string): LastCheck => ({
  at: new Date().toISOString(),
  outcome: 'failed',
  proved: false,
  step,
  code,
});

const lastChecks: Readonly<Record<Exclude<FakeEnd, 'hangs'>, () => LastCheck>> = {
  proved: () => ({ at: new Date().toISOString(), outcome: 'passed', proved: true, step: null, code: null }),
  stopped: () => failedAt('connect', 'connection-timeout'),
  rejected: () => failedAt('sign-in', 'credentials-rejected'),
};
