import type { EndedCheck, FailureCode } from '@contract/channels';
import type { Connection } from '@contract/connection';
import { ok, type Result, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { offers } from '@systems/plan-of';
import type { CheckRuns, CheckWishes } from '../check/check-runs';
import type { ConnectionStore } from '../connections/connection-store';
import type { Rotations } from '../rotation/rotations';

export interface StartCheckPorts {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly checks: Pick<CheckRuns, 'start'>;
  readonly rotations: Pick<Rotations, 'toTest' | 'beginTest'>;
  /** False if the organization forbids it. */
  readonly mayTest: (connection: Connection) => boolean;
}

/** Checks a saved connection as requested, with the secret in use or the new one. */
export async function startCheck(
  { connections, checks, rotations, mayTest }: StartCheckPorts,
  id: string,
  wishes: CheckWishes,
): Promise<Result<EndedCheck, FailureCode>> {
  const { alternative, beside } = wishes;
  const saved = connections.get(id);
  if (saved === undefined) return refuse('not-found');
  if (!mayTest(saved)) return refuse('not-allowed');
  // Do not fall back to the standard request: it would send the secret in a way the user did not ask for.
  if (alternative !== null && !offers(systemById(saved.system), alternative)) return refuse('bad-request');
  const connection = beside ? rotations.toTest(id) : saved;
  if (connection === null) return refuse('not-now');
  const report = checks.start(connection, wishes);
  if (report === null) return refuse('busy');
  // Only once the check has started: a rejected test must not be confused with a check already running.
  if (beside) rotations.beginTest(id);
  return ok(await report);
}
