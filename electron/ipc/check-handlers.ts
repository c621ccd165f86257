import type { Failure } from '@contract/channels';
import type { Connection } from '@contract/connection';
import { ok, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import type { CheckRuns } from '../check/check-runs';
import type { Connections } from './connection-handlers';
import type { Handlers } from './register';

export interface CheckHandlerPorts {
  readonly connections: Pick<Connections, 'get'>;
  readonly checks: Pick<CheckRuns, 'start' | 'cancel'>;
  readonly rotations: {
    toTest(id: string): Connection | null;
    beginTest(id: string): void;
  };
}

export function checkHandlers({
  connections,
  checks,
  rotations,
}: CheckHandlerPorts): Pick<Handlers, 'run-check' | 'cancel-check'> {
  return {
    async 'run-check'({ id, attempt, probe, alternative = null, beside = false }) {
      const saved = connections.get(id);
      if (saved === undefined) return refuse<Failure>({ code: 'not-found' });
      // A way nobody offered must not quietly become the usual one: that would send the secret unasked.
      const offered = systemById(saved.system).alternatives ?? [];
      if (alternative !== null && !offered.some((other) => other.id === alternative)) {
        return refuse<Failure>({ code: 'bad-request' });
      }
      const connection = beside ? rotations.toTest(id) : saved;
      if (connection === null) return refuse<Failure>({ code: 'not-now' });
      const report = checks.start(connection, { probe, alternative, beside, attempt });
      if (report === null) return refuse<Failure>({ code: 'busy' });
      // Not before: a test that was turned away must not lend its name to another that still runs.
      if (beside) rotations.beginTest(id);
      return ok(await report);
    },

    'cancel-check'({ attempt }) {
      checks.cancel(attempt);
      return ok(null);
    },
  };
}
