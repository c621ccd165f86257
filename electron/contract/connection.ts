import * as z from 'zod/mini';
import { type Environment, environments, type SystemId, systemIds } from './connection-kinds';
import type { ProtectionReason } from './keyring';
import { LIMITS } from './limits';
import { remindersSchema } from './reminder';
import { rotationSchema } from './rotation';

export const wizardSteps = ['choose', 'register', 'enter', 'test', 'finish'] as const;
export type WizardStep = (typeof wizardSteps)[number];

export { type Environment, environments, LIMITS, type SystemId, systemIds };

/** Field id → what the person entered. Never holds a secret. */
export type Values = Readonly<Record<string, string>>;

const shortText = (limit: number) => z.string().check(z.maxLength(limit));
const instant = z.iso.datetime();

export const valuesSchema = z
  .record(shortText(LIMITS.fieldId), shortText(LIMITS.value))
  .check(z.refine((values) => Object.keys(values).length <= LIMITS.fields, { error: 'too many values' }));

/** How the newest check ended, kept with the connection so that the list needs no report. */
const lastCheckSchema = z.strictObject({
  at: instant,
  outcome: z.enum(['passed', 'warning', 'failed']),
  /** True only when the sign-in itself passed and nothing after it failed. */
  proved: z.boolean(),
  /** The step and finding that decided the outcome; null when all passed. */
  step: z.nullable(z.string()),
  code: z.nullable(z.string()),
  /** The server refused these credentials, in this check or an earlier one, and has not taken them since. */
  rejected: z.optional(z.boolean()),
  /** When the first of the servers' certificates ends, as far as that check saw one. */
  certificateEnds: z.optional(instant),
});
export type LastCheck = z.infer<typeof lastCheckSchema>;

/** A certificate this one connection trusts beside the computer's own, from a file the person chose. */
const extraCertificateSchema = z.strictObject({
  /** One PEM block. */
  pem: shortText(LIMITS.certificate),
  /** The hosts it was accepted for, lower-case: an address that moves elsewhere does not take it along. */
  hosts: z.array(shortText(LIMITS.host)).check(z.maxLength(LIMITS.fields)),
  addedAt: instant,
});
export type ExtraCertificate = z.infer<typeof extraCertificateSchema>;

/** One saved set-up of one system for one instance, finished or not. */
export const connectionSchema = z.strictObject({
  id: z.uuid(),
  system: z.enum(systemIds),
  name: shortText(LIMITS.name),
  environment: z.enum(environments),
  /** A rehearsal against the practice server: trusts its certificate authority, shown as such everywhere. */
  practice: z.boolean(),
  /** The board's BSID where the system asks for one, else ''. */
  boardNumber: shortText(LIMITS.boardNumber),
  values: valuesSchema,
  extraCertificates: z.optional(z.array(extraCertificateSchema).check(z.maxLength(LIMITS.extraCertificates))),
  setup: z.strictObject({
    step: z.enum(wizardSteps),
    /** Calendar date the registration request was sent (YYYY-MM-DD), as the person marked it. */
    registrationSentOn: z.nullable(z.iso.date()),
    finishedAt: z.nullable(instant),
  }),
  lastCheck: z.nullable(lastCheckSchema),
  /** Absent until the person wants to be reminded of something. */
  reminders: z.optional(remindersSchema),
  /** Absent while no secret is being replaced. */
  rotation: z.optional(rotationSchema),
  /** Id of the system's other way to ask that the person decided to keep; absent: the usual way. */
  alternative: z.optional(shortText(LIMITS.fieldId)),
  createdAt: instant,
  updatedAt: instant,
});
export type Connection = z.infer<typeof connectionSchema>;

/**
 * What the renderer may know of a secret.
 * `other-address`: kept, but sealed for another origin than the values now name, so the app asks for it again.
 * `unreadable`: bytes are there and stay there; they could not be decrypted here.
 */
const secretStates = ['saved', 'session-only', 'absent', 'unreadable', 'other-address'] as const;
export type SecretState = (typeof secretStates)[number];

/**
 * Why a secret is `unreadable`. Its bytes stay as they are in every case.
 * - `keyring-unavailable`: the keyring that wrote it is locked, absent or not answering; it may work later.
 * - `backend-changed`: another keyring wrote it than the one of today; both by the backend's own name.
 * - `damaged`: the bytes are not what was written, or this version does not know their format.
 * - `not-decryptable`: the right kind of keyring refuses them: another user's, another computer's, or damaged.
 * - `misplaced`: they decrypt, but belong to another connection or field.
 */
export type SecretTrouble =
  | { readonly code: 'keyring-unavailable'; readonly reason: ProtectionReason }
  | { readonly code: 'backend-changed'; readonly wroteBy: string; readonly now: string }
  | { readonly code: 'damaged' | 'not-decryptable' | 'misplaced' };

export interface ConnectionView {
  readonly connection: Connection;
  /** Secret field id → its state. */
  readonly secrets: Readonly<Record<string, SecretState>>;
  /** Secret field id → why it is `unreadable`; absent when none is. */
  readonly troubles?: Readonly<Record<string, SecretTrouble>>;
}
