import type { EventName, Events } from '@contract/channels';
import type { Connection, LastCheck } from '@contract/connection';
import { leftOutOf, type TestAllRow, type TestAllRun } from '@contract/several';

/* "Test all" of the pretended main process: who is left out is the contract's to say, how the others end the scenario's. */

export type FakeEnd = 'proved' | 'stopped' | 'rejected' | 'hangs';
export type FakeEnds = Readonly<Record<string, FakeEnd>>;

interface Ports {
  readonly connections: () => readonly Connection[];
  readonly ends: (id: string) => FakeEnd;
  readonly keep: (connection: Connection) => void;
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
    for (const row of this.run?.rows ?? []) {
      if (row.state === 'waiting' || row.state === 'running') this.tell({ ...row, state: 'not-tested' });
    }
    this.end('cancelled');
    return null;
  }

  dismiss(): null {
    this.run = null;
    return null;
  }

  private go(): void {
    const waiting = (this.run?.rows ?? []).filter(({ state }) => state === 'waiting');
    for (const row of waiting) {
      this.tell({ ...row, state: 'running' });
      const end = this.ports.ends(row.id);
      if (end === 'hangs') continue;
      const connection = this.ports.connections().find(({ id }) => id === row.id);
      if (connection !== undefined) this.ports.keep({ ...connection, lastCheck: lastChecks[end]() });
      this.tell({ ...row, state: end === 'proved' ? 'proved' : 'stopped' });
    }
    if (!waiting.some(({ id }) => this.ports.ends(id) === 'hangs')) this.end('finished');
  }

  private tell(row: TestAllRow): void {
    const { run } = this;
    if (run === null) return;
    this.run = { ...run, rows: run.rows.map((one) => (one.id === row.id ? row : one)) };
    const lastCheck = this.ports.connections().find(({ id }) => id === row.id)?.lastCheck ?? null;
    this.ports.emit('test-all-row', { run: run.id, row, lastCheck });
  }

  private end(ended: 'finished' | 'cancelled'): void {
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
