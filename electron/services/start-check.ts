import type { EndedCheck, FailureCode } from '@contract/channels';
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
}

/** Checks a saved connection as the person wishes, with the secret in use or with the new one. */
export async function startCheck(
  { connections, checks, rotations }: StartCheckPorts,
  id: string,
  wishes: CheckWishes,
): Promise<Result<EndedCheck, FailureCode>> {
  const { alternative, beside } = wishes;
  const saved = connections.get(id);
  if (saved === undefined) return refuse('not-found');
  // A way nobody offered must not quietly become the usual one: that would send the secret unasked.
  if (alternative !== null && !offers(systemById(saved.system), alternative)) return refuse('bad-request');
  const connection = beside ? rotations.toTest(id) : saved;
  if (connection === null) return refuse('not-now');
  const report = checks.start(connection, wishes);
  if (report === null) return refuse('busy');
  // Not before: a test that was turned away must not lend its name to another that still runs.
  if (beside) rotations.beginTest(id);
  return ok(await report);
}
