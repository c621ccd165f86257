import * as z from 'zod/mini';
import { environments, LIMITS, systemIds, valuesSchema } from './connection';
import { isPrintable } from './printable';
import { isFolder } from './shared-folder';

/* What a shared store holds of a connection (docs/sharing.md#what-is-stored). */

const SHARED_LIMITS = {
  /** A person's name in the store, as the store gives it. */
  person: 120,
  /** Of a whole record, as JSON. Real ones have a few thousand; each computer keeps one of every shared connection. */
  record: 100_000,
} as const;

const line = (limit: number) => z.string().check(z.maxLength(limit), z.refine(isPrintable));
const instant = z.iso.datetime();
const fieldId = line(LIMITS.fieldId);
const secrets = z
  .record(fieldId, z.string().check(z.minLength(1), z.maxLength(LIMITS.secret)))
  .check(z.refine((all) => Object.keys(all).length <= LIMITS.fields, { error: 'too many secrets' }));

/** What a record consists of. */
export const sharedRecordFields = z.strictObject({
  version: z.literal(1),
  system: z.enum(systemIds),
  name: line(LIMITS.name),
  environment: z.enum(environments),
  boardNumber: line(LIMITS.boardNumber),
  /** Without secrets, and without empty values. */
  values: valuesSchema,
  /** Id of the alternative the check uses; absent: the standard request. */
  alternative: z.optional(fieldId),
  /** Secret field id → secret. */
  secrets,
  /** Where the writer's computer may send the secrets, `scheme://host[:port]`. Proves nothing to another computer. */
  origins: z.array(line(LIMITS.host + 20)).check(z.maxLength(LIMITS.fields)),
  /** When the secrets came into use; null: unknown. */
  rotatedAt: z.nullable(instant),
  /** A replacement in progress: what will take the place of the secrets and values. */
  next: z.optional(
    z.strictObject({
      values: valuesSchema,
      secrets,
      startedBy: line(SHARED_LIMITS.person),
      startedAt: instant,
    }),
  ),
  /** As the writer's program says. Only the store's own audit log proves it. */
  changedBy: line(SHARED_LIMITS.person),
  changedAt: instant,
});
/** One version of a shared connection, with its secrets. Whoever may write in the store may have written anything. */
export const sharedRecordSchema = sharedRecordFields.check(
  z.refine((record) => JSON.stringify(record).length <= SHARED_LIMITS.record, { error: 'too large' }),
);
export type SharedRecord = z.infer<typeof sharedRecordSchema>;

/** What a list shows without reading a secret: the store's metadata of a record. All are words of the last writer. */
export const sharedAboutSchema = z.strictObject({
  system: z.enum(systemIds),
  name: line(LIMITS.name),
  environment: z.enum(environments),
  changedBy: line(SHARED_LIMITS.person),
  /** When its credentials end, if known. */
  expires: z.nullable(z.iso.date()),
  /** Who is replacing its secrets at the moment; null: nobody. */
  replacedBy: z.nullable(line(SHARED_LIMITS.person)),
  /** The version it describes. If the newest has another number, its writer was interrupted. */
  forVersion: z.int().check(z.positive()),
});
export type SharedAbout = z.infer<typeof sharedAboutSchema>;

/** Where a shared connection is: its folder below the prefix, and its id, which is the connection's own. */
export const sharedRefSchema = z.strictObject({
  folder: z.string().check(z.refine(isFolder)),
  id: z.uuid(),
});
export type SharedRef = z.infer<typeof sharedRefSchema>;
