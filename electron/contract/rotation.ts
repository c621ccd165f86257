import * as z from 'zod/mini';
import { LIMITS } from './limits';

/*
 * Replacing a connection's secret by a new one: the new one is entered beside the old, tested, put in its place, and
 * the old one is kept until the new has been proved and read back after a restart of the program.
 */

const instant = z.iso.datetime();
/** Only the open values that are replaced together with the secret, such as a Client ID. */
const otherSide = z
  .record(z.string().check(z.maxLength(LIMITS.fieldId)), z.string().check(z.maxLength(LIMITS.value)))
  .check(z.refine((values) => Object.keys(values).length <= LIMITS.fields, { error: 'too many values' }));

export const rotationSchema = z.discriminatedUnion('phase', [
  /** The old one is in use. The new one stands beside it, as far as it has been entered. */
  z.strictObject({
    phase: z.literal('beside'),
    begunAt: instant,
    /** The new ones. */
    values: otherSide,
    /** When a check proved the new one; null again whenever anything of it changes. */
    provedAt: z.nullable(instant),
  }),
  /** The new one is in use. The old one is kept. */
  z.strictObject({
    phase: z.literal('switched'),
    begunAt: instant,
    /** The old ones. */
    values: otherSide,
    provedAt: z.nullable(instant),
    switchedAt: instant,
    /** Which run of the program put it in place; only another one can prove that it comes back from the disk. */
    switchedIn: z.uuid(),
    readBackAt: z.nullable(instant),
  }),
]);
export type Rotation = z.infer<typeof rotationSchema>;

/** Deeds of the person; each is one click. */
export const rotationActions = ['begin', 'switch', 'undo', 'remove-old', 'cancel'] as const;
export type RotationAction = (typeof rotationActions)[number];
