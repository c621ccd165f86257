import * as z from 'zod/mini';
import {
  type Connection,
  type ConnectionView,
  environments,
  type LastCheck,
  LIMITS,
  type SecretState,
  systemIds,
  type Values,
  valuesSchema,
  wizardSteps,
} from './connection';
import type { ChosenCertificates, ExtraTrust } from './extra-trust';
import type { HistoryView } from './history';
import type { Protection } from './keyring';
import { type Language, languages } from './languages';
import { linkIds } from './links';
import { type Reminder, remindersSchema } from './reminder';
import type { RenderedComparison, RenderedReport, ReportLine } from './rendered-report';
import type { Report, Step } from './report';
import type { Result } from './result';
import { rotationActions } from './rotation';
import type { TestAllEnd, TestAllRow, TestAllRun } from './test-all';
import { bugTypes, framePattern, pageBugKinds, TRACE_LIMITS } from './trace';
import {
  type ChosenFile,
  type ExportAnswer,
  type Exportables,
  type ImportAnswer,
  type OpenedFile,
  transferRequests,
} from './transfer';

/*
 * The one table of everything that crosses between the window and the main process. The bridge's type, the
 * preload's list, the main handlers and the test fakes are derived from it; a channel without a handler does
 * not compile.
 */

/** Why a call was refused; the window maps each to words (renderer/i18n). */
const failureCodes = [
  'bad-request',
  'refused-sender',
  'not-found',
  /** The change could not be written (disk full, read-only, locked file): the state before is untouched. */
  'not-saved',
  'too-many-connections',
  'secret-absent',
  'secret-unreadable',
  'secret-other-address',
  'keyring-locked',
  'busy',
  'not-opened',
  'practice-unavailable',
  'port-unavailable',
  /** The state has moved on since the window last looked. */
  'not-now',
  'unexpected',
] as const;
export type FailureCode = (typeof failureCodes)[number];
export interface Failure {
  readonly code: FailureCode;
  /** Of a bug, to be copied for support (contract/trace.ts). */
  readonly details?: string;
}

/** Something the store has to tell once, after it has healed or set aside a file. */
export interface StoreNotice {
  readonly kind: 'damaged' | 'newer-version';
  /** Which of the app's files it was. */
  readonly file: 'connections' | 'settings' | 'reports';
  /** Where the unreadable file was copied to, whole. */
  readonly copiedTo: string;
}

export type ConnectionSummary = Pick<
  Connection,
  'id' | 'system' | 'name' | 'environment' | 'practice' | 'setup' | 'lastCheck' | 'updatedAt'
> & {
  /** What is due, or nearly; absent when nothing is. */
  readonly reminder?: Reminder;
};

export interface StartView {
  readonly version: string;
  readonly electron: string;
  /** False when a stand-in runtime for development and tests is running. */
  readonly electronShips: boolean;
  readonly language: Language;
  readonly connections: readonly ConnectionSummary[];
  readonly notices: readonly StoreNotice[];
  /** Folder in which connections and ciphertext are kept. */
  readonly dataFolder: string;
  /** The test of all connections under way, or the last one until it is dismissed. */
  readonly testAll: TestAllRun | null;
  /** The page shows exactly this already, drawn before any script ran: it is to be taken over as it stands. */
  readonly isDrawn: boolean;
}

/** Another connection of the same system, for the rules across a board's own connections. */
export interface Sibling {
  readonly id: string;
  readonly name: string;
  readonly environment: Connection['environment'];
  readonly values: Values;
}

export interface OpenedConnection extends ConnectionView {
  readonly siblings: readonly Sibling[];
  readonly lastReport: Report | null;
  /** What is due, or nearly; absent when nothing is. */
  readonly reminder?: Reminder;
}

/** Whether a shown secret is kept out of screenshots and shared screens. */
export interface ScreenGuardView {
  /** This operating system has a way. */
  readonly supported: boolean;
  /** The person did not turn it off. */
  readonly wanted: boolean;
  /** An assistive tool is at work, which it might blind: it is off meanwhile. */
  readonly assisted: boolean;
}

/** A connection whose secret is being replaced. */
export interface RotationView {
  readonly connection: Connection;
  /** Of the secrets in use, by field id. */
  readonly current: Readonly<Record<string, SecretState>>;
  /** Of the new ones while they stand beside, of the old ones once the new are in use. */
  readonly other: Readonly<Record<string, SecretState>>;
  /** Fields in which both are the same secret. */
  readonly same: readonly string[];
  /** True when neither lies on a disk: there is then nothing to read back after a restart. */
  readonly onlyThisRun: boolean;
}

export interface EndedCheck {
  readonly report: Report;
  /** The disk did not take the result, or not all of it: what was kept before is as it was. */
  readonly notSaved: boolean;
}

/** Faults of the practice server at one place of the check, in the window's language. */
export interface FaultGroup {
  readonly name: string;
  readonly faults: readonly { readonly id: string; readonly name: string }[];
}

/** The faults that a practice connection can be tested with. */
export interface PracticeFaults {
  readonly groups: readonly FaultGroup[];
  /** The one its practice server has now; null: none. */
  readonly chosen: string | null;
}

/** What a check may do beyond the default, each only after its own click (docs/vendors/onsis.md#probes). */
const probes = ['none', 'authorize', 'token'] as const;
export type Probe = (typeof probes)[number];

const id = z.uuid();
const field = z.string().check(z.minLength(1), z.maxLength(LIMITS.fieldId));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.name));
const boardNumber = z.string().check(z.maxLength(LIMITS.boardNumber));

const instant = z.iso.datetime();
/** A report is named by when it began: a connection is checked once at a time. */
const oneReport = z.strictObject({ id, startedAt: instant, language: z.enum(languages) });

/** Of a bug in the page: what a trace may hold, and no more. */
const frames = z
  .array(z.string().check(z.maxLength(TRACE_LIMITS.frame), z.regex(framePattern)))
  .check(z.maxLength(TRACE_LIMITS.frames));
const thrown = z.strictObject({ type: z.enum(bugTypes), frames });

const answers =
  <Answer>() =>
  <Schema extends z.ZodMiniType>(request: Schema) => ({ request, answer: undefined as Answer });

export const channels = {
  start: answers<StartView>()(z.null()),
  'set-language': answers<null>()(z.strictObject({ language: z.enum(languages) })),

  /** A bug in the page, for the diary; the answer is what the person may copy. */
  'report-bug': answers<{ readonly details: string }>()(
    z.strictObject({
      kind: z.enum(pageBugKinds),
      trace: z.array(thrown).check(z.minLength(1), z.maxLength(TRACE_LIMITS.causes + 1)),
      components: frames,
    }),
  ),

  keyring: answers<Protection>()(z.null()),
  /** Asks the operating system to unlock or create the keyring; its own prompt appears, this app's window stays free. */
  'unlock-keyring': answers<Protection>()(z.null()),
  /** Ends the waiting for an answer to that prompt; `unlock-keyring` then answers with the state as it is. */
  'stop-unlocking': answers<null>()(z.null()),

  'create-connection': answers<ConnectionView>()(
    z.strictObject({
      system: z.enum(systemIds),
      name,
      environment: z.enum(environments),
      practice: z.boolean(),
      boardNumber,
      /** Whose the redirect URL is (docs/vendors/onsis.md#redirect-url-on-this-computer); other systems ignore it. */
      redirect: z.enum(['sis-server', 'this-computer']),
    }),
  ),
  'open-connection': answers<OpenedConnection>()(z.strictObject({ id })),
  /** Replaces everything but the secrets; the answer says what became of those (`other-address`). */
  'save-connection': answers<ConnectionView>()(
    z.strictObject({
      id,
      name,
      environment: z.enum(environments),
      boardNumber,
      redirect: z.enum(['sis-server', 'this-computer']),
      values: valuesSchema,
      step: z.enum(wizardSteps),
      registrationSentOn: z.nullable(z.iso.date()),
      finished: z.boolean(),
    }),
  ),
  'delete-connection': answers<null>()(z.strictObject({ id })),

  'save-secret': answers<{ readonly state: SecretState }>()(
    z.strictObject({ id, field, secret: z.string().check(z.minLength(1), z.maxLength(LIMITS.secret)) }),
  ),
  /** The only answer that ever holds a secret. */
  'reveal-secret': answers<{ readonly secret: string; readonly hideAfterSeconds: number }>()(
    z.strictObject({ id, field }),
  ),
  'copy-secret': answers<{ readonly clearAfterSeconds: number }>()(
    z.strictObject({
      id,
      field,
      /** From the sheet for whoever needs it next. */ handOver: z.optional(z.boolean()),
    }),
  ),
  'copy-text': answers<null>()(
    z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(LIMITS.copiedText)) }),
  ),

  'set-reminders': answers<{ readonly reminder: Reminder | null }>()(
    z.strictObject({ id, reminders: remindersSchema }),
  ),
  /** The window shows a secret in plain sight, or has hidden it again. */
  'secrets-shown': answers<null>()(z.strictObject({ shown: z.boolean() })),
  /** Looks, or turns it on or off: `wanted` is null only to look. */
  'screen-guard': answers<ScreenGuardView>()(z.strictObject({ wanted: z.nullable(z.boolean()) })),

  /** What was done with the secrets of one connection, or of all. */
  'read-history': answers<HistoryView>()(z.strictObject({ id: z.nullable(id) })),
  /** As a table, where the person says; `savedTo` is null when they thought better of it. */
  'export-history': answers<{ readonly savedTo: string | null }>()(
    z.strictObject({ id: z.nullable(id), language: z.enum(languages) }),
  ),

  'open-registration-mail': answers<null>()(z.strictObject({ id, language: z.enum(languages) })),
  'open-link': answers<null>()(z.strictObject({ link: z.enum(linkIds) })),

  /** Looks; and notes whether the secret that took the old one's place came back from the disk after a restart. */
  'open-rotation': answers<RotationView>()(z.strictObject({ id })),
  'act-on-rotation': answers<RotationView>()(
    z.strictObject({
      id,
      action: z.enum(rotationActions),
      /** The person removes the old one although nothing proved the new one. */
      unproved: z.boolean(),
    }),
  ),
  /** The new open values, as far as they are entered, such as a Client ID that is replaced with its secret. */
  'enter-new-values': answers<RotationView>()(z.strictObject({ id, values: valuesSchema })),
  /** Kept beside the old one, which goes on being the one in use. */
  'enter-new-secret': answers<RotationView>()(
    z.strictObject({ id, field, secret: z.string().check(z.minLength(1), z.maxLength(LIMITS.secret)) }),
  ),

  /** Resolves with the whole report; `check-step` events tell of each step before. */
  'run-check': answers<EndedCheck>()(
    z.strictObject({
      id,
      attempt: z.uuid(),
      probe: z.enum(probes),
      /** Another way to ask, by its id in the system's file; only what the person chose after a finding. */
      alternative: z.optional(field),
      /** With the new values and secret that stand beside the ones in use. */
      beside: z.optional(z.boolean()),
    }),
  ),
  /** Keeps another way to ask for every later check of this connection; null lets it go. */
  'keep-alternative': answers<{ readonly alternative: string | null }>()(
    z.strictObject({ id, alternative: z.nullable(field) }),
  ),
  'cancel-check': answers<null>()(z.strictObject({ attempt: z.uuid() })),

  /** Begins the test of all connections, or joins the one under way; `test-all-…` events tell how it goes. */
  'test-all': answers<TestAllRun>()(z.null()),
  /** Answers once everything has ended. */
  'cancel-test-all': answers<null>()(z.null()),
  'dismiss-test-all': answers<null>()(z.null()),

  /** What this connection trusts, and which proxy sign-ins are kept, beside what the computer has of its own. */
  'extra-trust': answers<ExtraTrust>()(z.strictObject({ id })),
  /** Opens the operating system's file dialog; null when the person chose nothing. Keeps nothing yet. */
  'choose-certificates': answers<ChosenCertificates | null>()(z.strictObject({ id })),
  /** Keeps what the token's preview called good; the last result no longer holds then. */
  'accept-certificates': answers<ExtraTrust>()(z.strictObject({ id, token: z.uuid() })),
  'remove-certificate': answers<ExtraTrust>()(
    z.strictObject({ id, fingerprint: z.string().check(z.length(LIMITS.fingerprint)) }),
  ),

  /** For every connection that goes through this proxy; bound to it, like a secret to its origins. */
  'save-proxy-sign-in': answers<{ readonly state: SecretState }>()(
    z.strictObject({
      proxy: z.string().check(z.maxLength(LIMITS.proxy), z.regex(/^https?:\/\/[^/\s@?#\\]+$/)),
      /** RFC 7617: no colon, no control characters. */
      user: z.string().check(z.minLength(1), z.maxLength(LIMITS.proxyUser), z.regex(/^[^:\p{Cc}]+$/u)),
      password: z.string().check(z.minLength(1), z.maxLength(LIMITS.proxyPassword), z.regex(/^\P{Cc}+$/u)),
    }),
  ),
  'forget-proxy-sign-in': answers<null>()(
    z.strictObject({ proxy: z.string().check(z.minLength(1), z.maxLength(LIMITS.proxy)) }),
  ),
  /** The kept reports of a connection, newest first; `lastWorked` where the newest stopped and an older one did not. */
  'list-reports': answers<{
    readonly reports: readonly ReportLine[];
    readonly lastWorked: string | null;
  }>()(z.strictObject({ id })),
  'read-report': answers<RenderedReport>()(oneReport),
  /** Puts the whole report on the clipboard as text, for an e-mail or a ticket. */
  'copy-report': answers<null>()(oneReport),
  'save-report': answers<{ readonly savedTo: string | null }>()(
    z.extend(oneReport, { kind: z.enum(['html', 'json']) }),
  ),
  'compare-reports': answers<RenderedComparison>()(
    z.strictObject({ id, from: instant, to: instant, language: z.enum(languages) }),
  ),
  /** What the network team has to let through, as text to send; null while no address can be read. */
  'network-request': answers<{ readonly text: string | null }>()(
    z.strictObject({ id, language: z.enum(languages) }),
  ),

  /** The reply the practice ministry or vendor would send for this practice connection, as e-mail text. */
  'practice-reply': answers<{ readonly text: string }>()(
    z.strictObject({
      id,
      language: z.enum(languages),
      /** New values were made; the old ones are over. */ renewed: z.optional(z.boolean()),
    }),
  ),

  /** Looks; or has the practice server of this practice connection answer with a fault, null: with none any more. */
  'practice-fault': answers<PracticeFaults>()(
    z.strictObject({
      id,
      language: z.enum(languages),
      choose: z.optional(z.nullable(z.string().check(z.minLength(1), z.maxLength(LIMITS.practiceFault)))),
    }),
  ),

  /** Taking connections to another computer (contract/transfer.ts). Files and their paths stay with the main process. */
  'list-exportable': answers<Exportables>()(z.null()),
  'export-database': answers<ExportAnswer>()(transferRequests.exportDatabase),
  'export-settings': answers<ExportAnswer>()(transferRequests.exportSettings),
  'choose-import': answers<ChosenFile>()(z.null()),
  'open-import': answers<OpenedFile>()(transferRequests.openDatabase),
  'apply-import': answers<ImportAnswer>()(transferRequests.apply),
  'take-back-import': answers<null>()(z.null()),
  'forget-import': answers<null>()(z.null()),
} as const;

export type ChannelName = keyof typeof channels;
export type RequestOf<Name extends ChannelName> = z.infer<(typeof channels)[Name]['request']>;
export type AnswerOf<Name extends ChannelName> = Result<(typeof channels)[Name]['answer'], Failure>;

/** What the main process tells the window unasked. */
export interface Events {
  'check-step': { readonly attempt: string; readonly step: Step };
  /** A step began; nothing is known of it yet. */
  'check-step-began': { readonly attempt: string; readonly id: Step['id']; readonly subject: string | null };
  /** The browser was asked to open this address; shown to be copied, since nobody knows whether it did. */
  /** One connection's part of the run `run`, and how the connection stands now. */
  'test-all-row': { readonly run: string; readonly row: TestAllRow; readonly lastCheck: LastCheck | null };
  'test-all-ended': { readonly run: string; readonly ended: TestAllEnd };
  'browser-sign-in': { readonly attempt: string; readonly url: string; readonly waitSeconds: number };
  'keyring-changed': Protection;
  /** Hide whatever secret is shown: the screen was locked, the computer sleeps, or the window lost focus. */
  'hide-secrets': null;
  /** The menu's help was chosen. */
  'show-help': null;
}
export type EventName = keyof Events;
/** @public The build reads it as well (vite.config.ts). */
export const eventNames = [
  'check-step',
  'check-step-began',
  'test-all-row',
  'test-all-ended',
  'browser-sign-in',
  'keyring-changed',
  'hide-secrets',
  'show-help',
] as const satisfies readonly EventName[];
