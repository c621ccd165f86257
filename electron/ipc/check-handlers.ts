import type { Failure, Probe } from '@contract/channels';
import type { Connection } from '@contract/connection';
import { decidingStep, isProved, type Report } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import type { Log } from '../log/log';
import type { Connections } from './connection-handlers';
import type { Handlers } from './register';

/** Runs one check of a saved connection in this process; never throws for anything a network can do. */
export type RunSavedCheck = (
  connection: Connection,
  options: {
    readonly probe: Probe;
    /** Id of the other way to ask; null asks the usual way. */
    readonly alternative: string | null;
    readonly attempt: string;
    readonly signal: AbortSignal;
  },
) => Promise<Report>;

export interface CheckHandlerPorts {
  readonly connections: Connections;
  readonly reports: { add(id: string, report: Report): Result<unknown, unknown> };
  readonly runCheck: RunSavedCheck;
  readonly log: Log;
}

export interface RunningChecks {
  readonly handlers: Pick<Handlers, 'run-check' | 'cancel-check'>;
  /** Ends every check cleanly: the window closed, or the computer goes to sleep. */
  cancelAll(): void;
}

export function checkHandlers(ports: CheckHandlerPorts): RunningChecks {
  const running = new Map<string, { readonly connection: string; readonly controller: AbortController }>();

  return {
    handlers: {
      async 'run-check'({ id, attempt, probe, alternative = null }) {
        const connection = ports.connections.get(id);
        if (connection === undefined) return refuse<Failure>({ code: 'not-found' });
        // A way nobody offered must not quietly become the usual one: that would send the secret unasked.
        const offered = systemById(connection.system).alternatives ?? [];
        if (alternative !== null && !offered.some((other) => other.id === alternative)) {
          return refuse<Failure>({ code: 'bad-request' });
        }
        // One at a time: two sign-ins with the same credentials look like an attack to the server.
        if ([...running.values()].some((other) => other.connection === id)) {
          return refuse<Failure>({ code: 'busy' });
        }
        const controller = new AbortController();
        running.set(attempt, { connection: id, controller });
        try {
          const report = await ports.runCheck(connection, {
            probe,
            alternative,
            attempt,
            signal: controller.signal,
          });
          keep(ports, connection, report);
          return ok(report);
        } finally {
          running.delete(attempt);
        }
      },

      'cancel-check'({ attempt }) {
        running.get(attempt)?.controller.abort();
        return ok(null);
      },
    },
    cancelAll() {
      for (const { controller } of running.values()) controller.abort();
    },
  };
}

/** Keeps the report, and the result with the connection, unless its values were changed meanwhile. */
function keep(ports: CheckHandlerPorts, checked: Connection, report: Report): void {
  const deciding = decidingStep(report.steps);
  ports.log.write({
    event: 'check-finished',
    system: checked.system,
    outcome: report.outcome,
    code: deciding?.code ?? null,
  });
  if (deciding?.code === 'cancelled') return;
  const current = ports.connections.get(checked.id);
  if (current === undefined || JSON.stringify(current.values) !== JSON.stringify(checked.values)) return;
  ports.reports.add(checked.id, report);
  ports.connections.replace({
    ...current,
    lastCheck: {
      at: report.startedAt,
      outcome: report.outcome,
      proved: isProved(report.steps),
      step: deciding?.id ?? null,
      code: deciding?.code ?? null,
    },
  });
}
