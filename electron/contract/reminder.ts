import * as z from 'zod/mini';

/** What a person wants to be reminded of, of one connection. */
export const remindersSchema = z.strictObject({
  /** A secret older than this is to be replaced; null: no reminder. */
  everyMonths: z.nullable(z.int().check(z.minimum(1), z.maximum(120))),
  /** The calendar date (YYYY-MM-DD) on which the key ends by itself, as some servers' keys do after a year. */
  keyEndsOn: z.nullable(z.iso.date()),
});

/** What is due, or nearly; the most pressing one of a connection. */
export type Reminder =
  | { readonly kind: 'key-ends' | 'key-ended'; readonly on: string }
  | { readonly kind: 'certificate-ends' | 'certificate-ended'; readonly on: string }
  | { readonly kind: 'secret-old'; readonly since: string }
  | { readonly kind: 'replacing' };
