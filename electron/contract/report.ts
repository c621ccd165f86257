import * as z from 'zod/mini';
import { environments, LIMITS, systemIds } from './connection';
import { platforms } from './connection-kinds';
import { findingCodes, outcomes, stepIds } from './findings';

/** Facts contain statuses, types, sizes, dates, certificate names and words of closed lists, never a body. */
export const factSchema = z.union([
  z.string().check(z.maxLength(LIMITS.fact)),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().check(z.maxLength(LIMITS.factItem))),
]);
export type Fact = z.infer<typeof factSchema>;
export type Facts = Readonly<Record<string, Fact>>;

const stepSchema = z.strictObject({
  id: z.enum(stepIds),
  /**
   * A field id (in `fields`, and in stages 1–5 of a system with several addresses), an endpoint (`permission`), or
   * null.
   */
  subject: z.nullable(z.string()),
  outcome: z.enum(outcomes),
  /** null if and only if the step was not run (`skipped`, `not-tried`). */
  code: z.nullable(z.enum(findingCodes)),
  durationMs: z.number(),
  facts: z.record(z.string(), factSchema),
});
export type Step = z.infer<typeof stepSchema>;

/** The result of one check, without secrets. Scripts read it as JSON (docs/command-line.md#the-report). */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  app: z.string(),
  /** The operating system of the computer that made it; absent in reports of older versions. */
  platform: z.optional(z.enum(platforms)),
  connection: z.strictObject({
    id: z.nullable(z.string()),
    system: z.enum(systemIds),
    name: z.string().check(z.maxLength(LIMITS.name)),
    environment: z.enum(environments),
    /** The product of a OneRoster server, if the user named it. */
    provider: z.optional(z.string().check(z.maxLength(LIMITS.fieldId))),
  }),
  /** The alternative that was used; absent for the standard request. */
  alternative: z.optional(z.string().check(z.maxLength(LIMITS.fieldId))),
  /** Present if only the way to the servers was checked: no secret was opened, and the sign-in was not tried. */
  withoutSecrets: z.optional(z.literal(true)),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  outcome: z.enum(['passed', 'warning', 'failed']),
  steps: z.array(stepSchema),
});
export type Report = z.infer<typeof reportSchema>;
