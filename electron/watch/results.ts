import { LIMITS } from '@contract/connection';
import { findingCodes, stepIds } from '@contract/findings';
import { notCheckedReasons } from '@contract/nightly';
import { factSchema, reportSchema } from '@contract/report';
import { type Result, refuse } from '@contract/result';
import * as z from 'zod/mini';

/*
 * The results file: what the newest check of each connection found, and what the last nights were like. `check` writes
 * it, `status` reads it (docs/monitoring.md). It contains what a report may contain, and no secret.
 */

/** How many nights are remembered. */
export const KEPT_NIGHTS = 30;

/** A name of our own, so that no other JSON file is ever taken for results, and overwritten. */
const FORMAT = 'school-api-setup-wizard/results';

const states = ['passed', 'warning', 'failed', 'not-checked'] as const;
export type State = (typeof states)[number];

/** One letter a night: passed, warning, failed, not checked, and `-` for a night without this connection. */
export const letterOf: Readonly<Record<State, string>> = {
  passed: 'p',
  warning: 'w',
  failed: 'f',
  'not-checked': 'n',
};

const instant = z.iso.datetime();

const entrySchema = z.strictObject({
  connection: reportSchema.shape.connection,
  /** Checked as the shared store has it. */
  shared: z.optional(z.literal(true)),
  /** When this was found. */
  at: instant,
  state: z.enum(states),
  /** Only for `not-checked`. */
  notChecked: z.nullable(z.enum(notCheckedReasons)),
  /** The server refused the credentials. */
  rejected: z.optional(z.literal(true)),
  /** They were therefore not sent again this time: sending them every night could lock the account. */
  leftOut: z.optional(z.literal(true)),
  /** Differs once a value or a secret has changed; null for a connection from a file. */
  fingerprint: z.nullable(z.string()),
  /** Only the way to the servers was checked. */
  withoutSecrets: z.optional(z.literal(true)),
  /** The step that decided, its finding, and the facts that the finding's text needs; null and empty if all passed. */
  step: z.nullable(z.enum(stepIds)),
  subject: z.nullable(z.string().check(z.maxLength(LIMITS.fieldId))),
  code: z.nullable(z.enum(findingCodes)),
  facts: z.record(z.string(), factSchema),
  durationMs: z.number(),
  /** Step id → its duration, for the steps that were run. */
  steps: z.record(z.string(), z.number()),
  certificateEnds: z.nullable(instant),
  /** When the oldest secret came into use. */
  secretSince: z.nullable(instant),
  /** Since when it has worked, has failed, or could not be checked. */
  since: instant,
  /** One letter a night, aligned with the end of `Results.nights`. */
  nights: z.string().check(z.regex(/^[pwfn-]{0,30}$/)),
});
export type Entry = z.infer<typeof entrySchema>;

const resultsSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  app: z.string(),
  /** The newest run; `endedAt` is null while it runs, and stays so if it was interrupted. */
  run: z.strictObject({ startedAt: instant, endedAt: z.nullable(instant) }),
  /** The dates (YYYY-MM-DD) of the remembered nights, newest last. */
  nights: z.array(z.iso.date()).check(z.maxLength(KEPT_NIGHTS)),
  /** The night on which the desktop was last told what stopped: once a night is enough. */
  told: z.optional(z.iso.date()),
  connections: z.array(entrySchema),
});
export type Results = z.infer<typeof resultsSchema>;

export const emptyResults = (startedAt: string, app: string): Results => ({
  format: FORMAT,
  version: 1,
  app,
  run: { startedAt, endedAt: null },
  nights: [],
  connections: [],
});

/** `not-results`: another file, or a damaged one. `newer`: written by a newer version. */
export type ResultsProblem = 'not-found' | 'not-readable' | 'not-results' | 'newer';

export function parseResults(text: string): Result<Results, ResultsProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('not-results');
  }
  const parsed = resultsSchema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const { format, version } = (json ?? {}) as Partial<Record<string, unknown>>;
  return refuse(format === FORMAT && typeof version === 'number' && version > 1 ? 'newer' : 'not-results');
}

/** Identifies a connection within a file. Connections from files have no id. */
export const keyOf = ({ id, system, environment, name }: Entry['connection']): string =>
  id ?? JSON.stringify([system, environment, name]);
