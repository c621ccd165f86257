import type { Judged } from './judge';
import type { Results } from './results';

/** The results as JSON for scripts (docs/monitoring.md#json). The format is stable. */
export function statusJson({ run, nights }: Results, judged: readonly Judged[], now: Date) {
  return {
    version: 1,
    at: now.toISOString(),
    run,
    nights,
    connections: judged.map(({ entry, level, why, certificateDays, secretDays, changed }) => ({
      connection: entry.connection,
      level,
      why,
      changed,
      checkedAt: entry.at,
      since: entry.since,
      state: entry.state,
      step: entry.step,
      subject: entry.subject,
      code: entry.code,
      durationMs: entry.durationMs,
      steps: entry.steps,
      certificateEnds: entry.certificateEnds,
      certificateDays,
      secretSince: entry.secretSince,
      secretDays,
      nights: entry.nights,
    })),
  };
}
