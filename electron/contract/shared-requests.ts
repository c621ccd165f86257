import * as z from 'zod/mini';
import { LIMITS } from './limits';
import type { Result } from './result';
import { sharedRefSchema } from './shared-record';
import { type SharedFailure, storeCredentialsSchema } from './shared-store';

/* What the window asks of shared connections. */

/** Refused for a reason of the store's own, which is no failure of the call. */
export type Shared<Value> = Result<Value, SharedFailure>;

/** What came of one of several connections. */
export interface SharedOutcome<Value> {
  readonly id: string;
  readonly result: Shared<Value>;
}

/** How many connections the window keeps in step with one call, so that it can stop in between. */
export const KEPT_AT_ONCE = 8;

const id = z.uuid();
const version = z.int().check(z.nonnegative());
const origins = z
  .array(z.string().check(z.minLength(1), z.maxLength(LIMITS.host + 20)))
  .check(z.maxLength(LIMITS.fields));
const questionKey = z.string().check(z.minLength(1), z.maxLength(LIMITS.fieldId + 20));

export const sharedRequests = {
  test: z.strictObject({ attempt: z.uuid(), credentials: z.nullable(storeCredentialsSchema) }),
  signIn: z.strictObject({ attempt: z.uuid(), credentials: storeCredentialsSchema }),
  publish: z.strictObject({
    ids: z.array(id).check(z.minLength(1), z.maxLength(LIMITS.connections)),
    folder: sharedRefSchema.shape.folder,
  }),
  bring: z.strictObject({ ref: sharedRefSchema, version, origins }),
  keep: z.strictObject({ ids: z.array(id).check(z.minLength(1), z.maxLength(KEPT_AT_ONCE)) }),
  resolve: z.strictObject({
    id,
    version,
    answers: z.record(questionKey, z.enum(['mine', 'theirs'])),
  }),
  confirm: z.strictObject({ id, version, origins }),
  ofVersion: z.strictObject({ id, version }),
  ofRef: z.strictObject({ ref: sharedRefSchema }),
  ofRefVersion: z.strictObject({ ref: sharedRefSchema, version }),
  /** `folder`: as its row says; null: it is here only. */
  open: z.strictObject({ id, folder: z.nullable(sharedRefSchema.shape.folder) }),
  /** `shown`: the newest version, as the person saw it. */
  restore: z.strictObject({ ref: sharedRefSchema, version, shown: version }),
};
