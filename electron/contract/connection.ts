import * as z from 'zod/mini';
import { type Environment, environments, type SystemId, systemIds } from './connection-kinds';
import type { ProtectionReason } from './keyring';
import { LIMITS } from './limits';
import { remindersSchema } from './reminder';
import { rotationSchema } from './rotation';

export const wizardSteps = ['choose', 'register', 'enter', 'test', 'finish'] as const;
export type WizardStep = (typeof wizardSteps)[number];

export { type Environment, environments, LIMITS, type SystemId, systemIds };

/** Field id → the value the user entered. Never contains a secret. */
export type Values = Readonly<Record<string, string>>;

const shortText = (limit: number) => z.string().check(z.maxLength(limit));
const instant = z.iso.datetime();

export const valuesSchema = z
  .record(shortText(LIMITS.fieldId), shortText(LIMITS.value))
  .check(z.refine((values) => Object.keys(values).length <= LIMITS.fields, { error: 'too many values' }));

/** The result of the newest check, stored with the connection so that the list needs no report. */
const lastCheckSchema = z.strictObject({
  at: instant,
  outcome: z.enum(['passed', 'warning', 'failed']),
  /** True only if the sign-in passed and nothing failed. */
  proved: z.boolean(),
  /** The step and finding that decided the outcome; null if all passed. */
  step: z.nullable(z.string()),
  code: z.nullable(z.string()),
  /** The server rejected these credentials in this or an earlier check, and has not accepted them since. */
  rejected: z.optional(z.boolean()),
  /** When the first of the servers' certificates expires, as far as the check saw them. */
  certificateEnds: z.optional(instant),
});
export type LastCheck = z.infer<typeof lastCheckSchema>;

/** A certificate from a file the user chose, trusted by this connection in addition to the computer's. */
const extraCertificateSchema = z.strictObject({
  /** One PEM block. */
  pem: shortText(LIMITS.certificate),
  /**
   * The hosts it was accepted for, in lower case. If an address changes its host, the certificate does not apply to
   * it.
   */
  hosts: z.array(shortText(LIMITS.host)).check(z.maxLength(LIMITS.fields)),
  addedAt: instant,
});
export type ExtraCertificate = z.infer<typeof extraCertificateSchema>;

/** The setup of one system for one instance, finished or not. */
export const connectionSchema = z.strictObject({
  id: z.uuid(),
  system: z.enum(systemIds),
  name: shortText(LIMITS.name),
  environment: z.enum(environments),
  /** A practice connection: uses the practice server, trusts its CA, and is marked as practice everywhere. */
  practice: z.boolean(),
  /** The board's BSID if the system asks for it, else ''. */
  boardNumber: shortText(LIMITS.boardNumber),
  values: valuesSchema,
  extraCertificates: z.optional(z.array(extraCertificateSchema).check(z.maxLength(LIMITS.extraCertificates))),
  setup: z.strictObject({
    step: z.enum(wizardSteps),
    /** The date (YYYY-MM-DD) on which the registration request was sent, as entered by the user. */
    registrationSentOn: z.nullable(z.iso.date()),
    finishedAt: z.nullable(instant),
  }),
  lastCheck: z.nullable(lastCheckSchema),
  /** Absent until the user configures reminders. */
  reminders: z.optional(remindersSchema),
  /** Absent if no rotation is in progress. */
  rotation: z.optional(rotationSchema),
  /** Id of the alternative the user chose to keep; absent: the standard request. */
  alternative: z.optional(shortText(LIMITS.fieldId)),
  /** Id of the organization's preset it was made from; absent: none. */
  preset: z.optional(shortText(LIMITS.fieldId)),
  createdAt: instant,
  updatedAt: instant,
});
export type Connection = z.infer<typeof connectionSchema>;

/**
 * What the renderer may know about a secret.
 * - `other-address`: saved, but bound to another origin than the current values have, so it must be entered again
 * - `unreadable`: the bytes are kept, but could not be decrypted here
 */
const secretStates = ['saved', 'session-only', 'absent', 'unreadable', 'other-address'] as const;
export type SecretState = (typeof secretStates)[number];

/**
 * Why a secret is `unreadable`. Its bytes are never touched.
 * - `keyring-unavailable`: the keyring that encrypted it is locked, absent or not answering; it may work later.
 * - `backend-changed`: it was encrypted by another keyring than the current one; both as safeStorage names.
 * - `damaged`: the bytes have changed, or this version does not know their format.
 * - `not-decryptable`: the same kind of keyring cannot decrypt it: another user's or computer's, or damaged.
 * - `misplaced`: it can be decrypted, but belongs to another connection or field.
 * - `store-not-reached`: it comes from a shared store that was not reached for longer than the organization allows.
 */
export type SecretTrouble =
  | { readonly code: 'keyring-unavailable'; readonly reason: ProtectionReason }
  | { readonly code: 'backend-changed'; readonly wroteBy: string; readonly now: string }
  | { readonly code: 'damaged' | 'not-decryptable' | 'misplaced' | 'store-not-reached' };

export interface ConnectionView {
  readonly connection: Connection;
  /** Secret field id → its state. */
  readonly secrets: Readonly<Record<string, SecretState>>;
  /** Secret field id → why it is `unreadable`; absent if none is. */
  readonly troubles?: Readonly<Record<string, SecretTrouble>>;
}
