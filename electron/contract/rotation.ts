import * as z from 'zod/mini';
import { LIMITS } from './limits';

/*
 * Replacing a connection's secret: the new one is entered next to the old one, tested and put into use. The old one
 * is kept until the new one has been proved and could be read back after a restart.
 */

const instant = z.iso.datetime();
/** Only the non-secret values replaced together with the secret, such as a client ID. */
const otherSide = z
  .record(z.string().check(z.maxLength(LIMITS.fieldId)), z.string().check(z.maxLength(LIMITS.value)))
  .check(z.refine((values) => Object.keys(values).length <= LIMITS.fields, { error: 'too many values' }));

export const rotationSchema = z.discriminatedUnion('phase', [
  /** The old secret is in use. The new one is next to it, as far as it has been entered. */
  z.strictObject({
    phase: z.literal('beside'),
    begunAt: instant,
    /** The new values. */
    values: otherSide,
    /** When a check proved the new side; reset to null when it changes. */
    provedAt: z.nullable(instant),
  }),
  /** The new secret is in use. The old one is kept. */
  z.strictObject({
    phase: z.literal('switched'),
    begunAt: instant,
    /** The old values. */
    values: otherSide,
    provedAt: z.nullable(instant),
    switchedAt: instant,
    /** Id of the run that switched. Only a later run can prove that the secret can be read back from disk. */
    switchedIn: z.uuid(),
    readBackAt: z.nullable(instant),
  }),
]);
export type Rotation = z.infer<typeof rotationSchema>;

/** The user's actions, one click each. */
export const rotationActions = ['begin', 'switch', 'undo', 'remove-old', 'cancel'] as const;
export type RotationAction = (typeof rotationActions)[number];
