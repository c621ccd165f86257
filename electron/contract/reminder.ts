import * as z from 'zod/mini';

/** The reminders of one connection. */
export const remindersSchema = z.strictObject({
  /** Remind when a secret is older than this many months; null: no reminder. */
  everyMonths: z.nullable(z.int().check(z.minimum(1), z.maximum(120))),
  /** The date (YYYY-MM-DD) on which the key expires, as some servers' keys do after a year. */
  keyEndsOn: z.nullable(z.iso.date()),
});

/** What is due now or soon: the most urgent of a connection. */
export type Reminder =
  | { readonly kind: 'key-ends' | 'key-ended'; readonly on: string }
  | { readonly kind: 'certificate-ends' | 'certificate-ended'; readonly on: string }
  | { readonly kind: 'secret-old'; readonly since: string }
  | { readonly kind: 'replacing' };
