import * as z from 'zod/mini';
import type { CarriedLine, OpenedCarried, RenderedDifference } from './carried';
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
import type { RenderedExplanation } from './explanation';
import type { ChosenCertificates, ExtraTrust } from './extra-trust';
import type { HistoryView } from './history';
import type { Protection } from './keyring';
import { type Language, languages } from './languages';
import { linkIds } from './links';
import type { Nightly, NightlyAnswer, Nights, Watched } from './nightly';
import { type PoliciesView, PRESET_ID } from './policies';
import { isPrintable } from './printable';
import { type Reminder, remindersSchema } from './reminder';
import type { RenderedComparison, RenderedReport, ReportLine } from './rendered-report';
import type { Report, Step } from './report';
import type { Result } from './result';
import { rotationActions } from './rotation';
import { serverRooms } from './server-room';
import { type Shared, type SharedOutcome, sharedRequests } from './shared-requests';
import {
  type KeptInStep,
  type OfferedConnection,
  type SharedDetails,
  type SharedRow,
  type SharedVersionRow,
  type SharedView,
  type Standing,
  type StoreTestReport,
  storeSettingsSchema,
} from './shared-store';
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
import type { UpdateNotice } from './update-notice';

/*
 * The table of everything that crosses between the window and the main process. The bridge's type, the preload's
 * list, the main handlers and the test fakes are derived from it. A channel without a handler is a compile error.
 */

/** Why a call was refused. The window translates each code (renderer/i18n). */
const failureCodes = [
  'bad-request',
  'refused-sender',
  'not-found',
  /** The change could not be written (disk full, read-only, locked file). The previous state is untouched. */
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
  /** The state has changed since the window last read it. */
  'not-now',
  /** A colleague is replacing this secret. */
  'replaced-elsewhere',
  /** The organization that manages this computer forbids it (contract/policies.ts). */
  'not-allowed',
  'unexpected',
] as const;
export type FailureCode = (typeof failureCodes)[number];
export interface Failure {
  readonly code: FailureCode;
  /** Details of a bug, to copy for support (contract/trace.ts). */
  readonly details?: string;
}

/** A one-time notice that the store has repaired a file or copied it aside. */
export interface StoreNotice {
  readonly kind: 'damaged' | 'newer-version';
  /** The affected file. */
  readonly file: 'connections' | 'settings' | 'reports' | 'shared';
  /** The path of the unreadable file's copy. */
  readonly copiedTo: string;
}

export type ConnectionSummary = Pick<
  Connection,
  'id' | 'system' | 'name' | 'environment' | 'practice' | 'setup' | 'lastCheck' | 'preset' | 'updatedAt'
> & {
  /** What is due now or soon; absent if nothing is. */
  readonly reminder?: Reminder;
};

/** A package that others wrote and the program contains. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** Its SPDX expression. */
  readonly licence: string;
  /** The licence's whole text. */
  readonly text: string;
}

export interface StartView {
  readonly version: string;
  readonly electron: string;
  /** False for Electron versions used only for development and tests. */
  readonly electronShips: boolean;
  readonly language: Language;
  /** The country whose dates and numbers are written, such as `US`; null if the computer names none. */
  readonly region: string | null;
  readonly connections: readonly ConnectionSummary[];
  readonly notices: readonly StoreNotice[];
  /** The folder with the connections and their ciphertext. */
  readonly dataFolder: string;
  /** What the organization has set on this computer. */
  readonly policies: PoliciesView;
  /** The current run of "Test all", or the last one until it is dismissed. */
  readonly testAll: TestAllRun | null;
  /** The page already shows exactly this, drawn before any script ran, and must be taken over as it is. */
  readonly isDrawn: boolean;
}

/** Another connection of the same system, for rules that compare a board's connections. */
export interface Sibling {
  readonly id: string;
  readonly name: string;
  readonly environment: Connection['environment'];
  readonly values: Values;
}

export interface OpenedConnection extends ConnectionView {
  readonly siblings: readonly Sibling[];
  readonly lastReport: Report | null;
  /** What is due now or soon; absent if nothing is. */
  readonly reminder?: Reminder;
}

/** Whether shown secrets are kept out of screenshots and shared screens. */
export interface ScreenGuardView {
  /** This operating system supports it. */
  readonly supported: boolean;
  /** The user has not turned it off. */
  readonly wanted: boolean;
  /** An assistive tool is running and could be blocked by it, so it is off for now. */
  readonly assisted: boolean;
}

/** A connection whose secret is being rotated. */
export interface RotationView {
  readonly connection: Connection;
  /** States of the secrets in use, by field id. */
  readonly current: Readonly<Record<string, SecretState>>;
  /** States of the new secrets in phase `beside`; of the old ones after the switch. */
  readonly other: Readonly<Record<string, SecretState>>;
  /** Fields whose old and new secrets are equal. */
  readonly same: readonly string[];
  /** True if both are session-only: after a restart, there is nothing to read back. */
  readonly onlyThisRun: boolean;
}

export interface EndedCheck {
  readonly report: Report;
  /** The result could not be saved completely. What was saved before is unchanged. */
  readonly notSaved: boolean;
}

/** The faults that can be simulated at one step, in the window's language. */
export interface FaultGroup {
  readonly name: string;
  readonly faults: readonly { readonly id: string; readonly name: string }[];
}

/** The faults a practice connection can be tested with. */
export interface PracticeFaults {
  readonly groups: readonly FaultGroup[];
  /** The fault its practice server simulates now; null: none. */
  readonly chosen: string | null;
}

/** What a check may do beyond the default, each only after a separate click (docs/vendors/onsis.md#probes). */
const probes = ['none', 'authorize', 'token'] as const;
export type Probe = (typeof probes)[number];

const id = z.uuid();
const proxyOrigin = z.string().check(z.maxLength(LIMITS.proxy), z.regex(/^https?:\/\/[^/\s@?#\\]+$/));
const field = z.string().check(z.minLength(1), z.maxLength(LIMITS.fieldId));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.name), z.refine(isPrintable));
const boardNumber = z.string().check(z.maxLength(LIMITS.boardNumber), z.refine(isPrintable));

const instant = z.iso.datetime();
/** A report is identified by its start time, since a connection has only one check at a time. */
const oneReport = z.strictObject({ id, startedAt: instant, language: z.enum(languages) });

/** A bug in the page, restricted to what a trace may contain. */
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
  'read-licences': answers<readonly Licence[]>()(z.null()),
  /** What is known of a newer version, if the organisation wants it known; it may have to be asked for first. */
  'update-notice': answers<UpdateNotice | null>()(z.null()),

  /** Logs a bug in the page. The answer is what the user may copy. */
  'report-bug': answers<{ readonly details: string }>()(
    z.strictObject({
      kind: z.enum(pageBugKinds),
      trace: z.array(thrown).check(z.minLength(1), z.maxLength(TRACE_LIMITS.causes + 1)),
      components: frames,
    }),
  ),

  keyring: answers<Protection>()(z.null()),
  /**
   * Asks the operating system to unlock or create the keyring. It shows its own prompt, and our window stays
   * responsive.
   */
  'unlock-keyring': answers<Protection>()(z.null()),
  /** Stops waiting for that prompt; `unlock-keyring` then answers with the current state. */
  'stop-unlocking': answers<null>()(z.null()),

  'create-connection': answers<ConnectionView>()(
    z.strictObject({
      system: z.enum(systemIds),
      name,
      environment: z.enum(environments),
      practice: z.boolean(),
      boardNumber,
      /** Who receives the redirect (docs/vendors/onsis.md#redirect-url-on-this-computer); other systems ignore it. */
      redirect: z.enum(['sis-server', 'this-computer']),
    }),
  ),
  /** Sets up a connection that the organization has prepared. */
  'create-from-preset': answers<ConnectionView>()(
    z.strictObject({ preset: z.string().check(z.regex(PRESET_ID)) }),
  ),
  'open-connection': answers<OpenedConnection>()(z.strictObject({ id })),
  /** Replaces everything except the secrets. The answer has their new states (`other-address`). */
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
  /** The only answer that ever contains a secret. */
  'reveal-secret': answers<{ readonly secret: string; readonly hideAfterSeconds: number }>()(
    z.strictObject({ id, field }),
  ),
  'copy-secret': answers<{ readonly clearAfterSeconds: number }>()(
    z.strictObject({
      id,
      field,
      /** Copied from the hand-over sheet. */ handOver: z.optional(z.boolean()),
    }),
  ),
  'copy-text': answers<null>()(
    z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(LIMITS.copiedText)) }),
  ),

  'set-reminders': answers<{ readonly reminder: Reminder | null }>()(
    z.strictObject({ id, reminders: remindersSchema }),
  ),
  /** The window shows a secret in plain text, or has hidden it again. */
  'secrets-shown': answers<null>()(z.strictObject({ shown: z.boolean() })),
  /** Turns the screen guard on or off; null only reads its state. */
  'screen-guard': answers<ScreenGuardView>()(z.strictObject({ wanted: z.nullable(z.boolean()) })),

  /** The history of one connection's secrets, or of all. */
  'read-history': answers<HistoryView>()(z.strictObject({ id: z.nullable(id) })),
  /** As CSV, to a file the user chooses; `savedTo` is null if they cancelled. */
  'export-history': answers<{ readonly savedTo: string | null }>()(
    z.strictObject({ id: z.nullable(id), language: z.enum(languages) }),
  ),

  'open-registration-mail': answers<null>()(z.strictObject({ id, language: z.enum(languages) })),
  'open-link': answers<null>()(z.strictObject({ link: z.enum(linkIds) })),

  /** Reads the rotation. After a restart, also records whether the new secret could be read back from disk. */
  'open-rotation': answers<RotationView>()(z.strictObject({ id })),
  'act-on-rotation': answers<RotationView>()(
    z.strictObject({
      id,
      action: z.enum(rotationActions),
      /** The user removes the old secret although the new one is not proved. */
      unproved: z.boolean(),
    }),
  ),
  /** The new values entered so far, such as a client ID that is replaced together with its secret. */
  'enter-new-values': answers<RotationView>()(z.strictObject({ id, values: valuesSchema })),
  /** Saved next to the old secret, which remains in use. */
  'enter-new-secret': answers<RotationView>()(
    z.strictObject({ id, field, secret: z.string().check(z.minLength(1), z.maxLength(LIMITS.secret)) }),
  ),

  /** Resolves with the whole report; `check-step` events report each step before. */
  'run-check': answers<EndedCheck>()(
    z.strictObject({
      id,
      attempt: z.uuid(),
      probe: z.enum(probes),
      /** Id of an alternative of the system; only one the user chose after a finding. */
      alternative: z.optional(field),
      /** Use the new values and secret instead of the ones in use. */
      beside: z.optional(z.boolean()),
      /** Check only the way to the servers: no secret is needed, opened or sent. */
      withoutSecrets: z.optional(z.literal(true)),
    }),
  ),
  /** Saves an alternative for all later checks of this connection; null removes it. */
  'keep-alternative': answers<{ readonly alternative: string | null }>()(
    z.strictObject({ id, alternative: z.nullable(field) }),
  ),
  'cancel-check': answers<null>()(z.strictObject({ attempt: z.uuid() })),

  /** Starts "Test all" or joins the current run; `test-all-…` events report its progress. */
  'test-all': answers<TestAllRun>()(z.null()),
  /** Answers when all checks have ended. */
  'cancel-test-all': answers<null>()(z.null()),
  'dismiss-test-all': answers<null>()(z.null()),

  /** Whether the system's schedule tests all connections every night. */
  nightly: answers<Nightly>()(z.null()),
  /** Sets the schedule up, or removes it. */
  'set-nightly': answers<NightlyAnswer>()(z.strictObject({ on: z.boolean() })),
  /** What the nightly test knows of the saved connections; empty if there is none. */
  watched: answers<readonly Watched[]>()(z.null()),
  /** A connection's last nights; null if there were none. */
  nights: answers<Nights | null>()(z.strictObject({ id })),

  /** What this connection trusts in addition to the computer, and which proxy sign-ins are saved. */
  'extra-trust': answers<ExtraTrust>()(z.strictObject({ id })),
  /** Opens the operating system's file dialog; null if the user cancelled. Saves nothing yet. */
  'choose-certificates': answers<ChosenCertificates | null>()(z.strictObject({ id })),
  /** Saves the certificates that were `good` in the preview with this token. The last result then no longer applies. */
  'accept-certificates': answers<ExtraTrust>()(z.strictObject({ id, token: z.uuid() })),
  'remove-certificate': answers<ExtraTrust>()(
    z.strictObject({ id, fingerprint: z.string().check(z.length(LIMITS.fingerprint)) }),
  ),

  /** For all connections that use this proxy. Bound to it, like a secret to its origins. */
  'save-proxy-sign-in': answers<{ readonly state: SecretState }>()(
    z.strictObject({
      proxy: proxyOrigin,
      /** RFC 7617: no colon and no control characters. */
      user: z.string().check(z.minLength(1), z.maxLength(LIMITS.proxyUser), z.regex(/^[^:\p{Cc}]+$/u)),
      password: z.string().check(z.minLength(1), z.maxLength(LIMITS.proxyPassword), z.regex(/^\P{Cc}+$/u)),
      /** The user was warned that the password may be sent to this proxy as it is. */
      unencrypted: z.boolean(),
    }),
  ),
  /** This proxy may get the user's own sign-in to this computer, until it is forgotten. */
  'use-own-sign-in': answers<null>()(z.strictObject({ proxy: proxyOrigin })),
  'forget-proxy-sign-in': answers<null>()(
    z.strictObject({ proxy: z.string().check(z.minLength(1), z.maxLength(LIMITS.proxy)) }),
  ),
  /** The saved reports of a connection, newest first; `lastWorked` if the newest failed and an older one did not. */
  'list-reports': answers<{
    readonly reports: readonly ReportLine[];
    readonly lastWorked: string | null;
  }>()(z.strictObject({ id })),
  'read-report': answers<RenderedReport>()(oneReport),
  /** Copies the whole report as text, for an e-mail or a ticket. */
  'copy-report': answers<null>()(oneReport),
  'save-report': answers<{ readonly savedTo: string | null }>()(
    z.extend(oneReport, { kind: z.enum(['html', 'json']) }),
  ),
  'compare-reports': answers<RenderedComparison>()(
    z.strictObject({ id, from: instant, to: instant, language: z.enum(languages) }),
  ),
  /** What the network team has to allow, as text; null while no address is valid. */
  'network-request': answers<{ readonly text: string | null }>()(
    z.strictObject({ id, language: z.enum(languages) }),
  ),

  /** Writes the kit for a check from another computer to a path the user chooses; null if they cancelled. */
  'save-kit': answers<{ readonly savedTo: string | null }>()(
    z.strictObject({ id, language: z.enum(languages) }),
  ),

  /**
   * Reads a report that another computer made, from a file the user chooses or from text they pasted or dropped.
   * Nothing is kept yet.
   */
  'choose-carried': answers<OpenedCarried>()(z.strictObject({ id })),
  'open-carried': answers<OpenedCarried>()(
    z.strictObject({ id, text: z.string().check(z.minLength(1), z.maxLength(LIMITS.reportText)) }),
  ),
  /** Keeps the report that was read last. */
  'keep-carried': answers<{ readonly startedAt: string }>()(
    z.strictObject({
      id,
      token: z.uuid(),
      place: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.place), z.refine(isPrintable)),
      innerAddresses: z.boolean(),
    }),
  ),
  /** Brings the report of the practice server room, made from the newest check here of this practice connection. */
  'practice-room': answers<{ readonly startedAt: string }>()(
    z.strictObject({ id, room: z.enum(serverRooms), language: z.enum(languages) }),
  ),
  'list-carried': answers<readonly CarriedLine[]>()(z.strictObject({ id })),
  'remove-carried': answers<null>()(z.strictObject({ id, startedAt: instant })),
  /** Compares it with the newest check made here; null if there is none. */
  'compare-carried': answers<RenderedDifference | null>()(oneReport),

  /** Says in every language what a message of another program stands for. Main reads it and keeps nothing of it. */
  'explain-message': answers<Readonly<Record<Language, RenderedExplanation>>>()(
    z.strictObject({
      /** The connection it came from, if that is known. */
      id: z.nullable(id),
      text: z.string().check(z.minLength(1), z.maxLength(LIMITS.copiedText)),
    }),
  ),

  /** The reply the practice ministry or vendor would send for this practice connection, as the text of an e-mail. */
  'practice-reply': answers<{ readonly text: string }>()(
    z.strictObject({
      id,
      language: z.enum(languages),
      /** Renew the credentials first; the old ones become invalid. */ renewed: z.optional(z.boolean()),
    }),
  ),

  /** Reads the faults of this practice connection's server, or chooses the one it simulates; null: none. */
  'practice-fault': answers<PracticeFaults>()(
    z.strictObject({
      id,
      language: z.enum(languages),
      choose: z.optional(z.nullable(z.string().check(z.minLength(1), z.maxLength(LIMITS.practiceFault)))),
    }),
  ),

  /** Moving connections to another computer (contract/transfer.ts). Files and paths stay in the main process. */
  'list-exportable': answers<Exportables>()(z.null()),
  'export-database': answers<ExportAnswer>()(transferRequests.exportDatabase),
  'export-settings': answers<ExportAnswer>()(transferRequests.exportSettings),
  'choose-import': answers<ChosenFile>()(z.null()),
  'open-import': answers<OpenedFile>()(transferRequests.openDatabase),
  'apply-import': answers<ImportAnswer>()(transferRequests.apply),
  'take-back-import': answers<null>()(z.null()),
  'forget-import': answers<null>()(z.null()),

  /** Sharing with colleagues (contract/shared-store.ts). Connection id → its standing; null: no store is set up. */
  'shared-marks': answers<Readonly<Record<string, Standing>> | null>()(z.null()),
  /** All that is known without asking the store. */
  'shared-view': answers<SharedView>()(z.null()),
  /** One row of it; null: the connection is neither here nor in the last list, or no store is set up. */
  'shared-row': answers<SharedRow | null>()(z.strictObject({ id })),
  'set-up-store': answers<Shared<null>>()(storeSettingsSchema),
  'take-down-store': answers<Shared<null>>()(z.null()),
  /** `check-step` events report each step before. */
  'test-store': answers<Shared<StoreTestReport>>()(sharedRequests.test),
  /** A `browser-sign-in` event says where the browser was sent. */
  'sign-in-to-store': answers<Shared<{ readonly person: string; readonly until: string | null }>>()(
    sharedRequests.signIn,
  ),
  /** Ends a test of the store or a sign-in to it. */
  'stop-asking-store': answers<null>()(z.strictObject({ attempt: z.uuid() })),
  'sign-out-of-store': answers<null>()(z.null()),
  /** Reads the store's list; `shared-found` events report how many were found so far. */
  'refresh-shared': answers<Shared<SharedView>>()(z.null()),
  'open-shared': answers<Shared<SharedDetails>>()(sharedRequests.open),
  'publish-connections': answers<readonly SharedOutcome<null>[]>()(sharedRequests.publish),
  'offer-shared': answers<Shared<OfferedConnection>>()(sharedRequests.ofRef),
  'bring-shared': answers<Shared<KeptInStep>>()(sharedRequests.bring),
  'keep-in-step': answers<readonly SharedOutcome<KeptInStep>[]>()(sharedRequests.keep),
  'resolve-shared': answers<Shared<KeptInStep>>()(sharedRequests.resolve),
  'confirm-addresses': answers<Shared<KeptInStep>>()(sharedRequests.confirm),
  'keep-own-addresses': answers<Shared<KeptInStep>>()(sharedRequests.ofVersion),
  'stop-sharing': answers<Shared<null>>()(z.strictObject({ id })),
  'delete-there': answers<Shared<null>>()(sharedRequests.ofRefVersion),
  'shared-history': answers<Shared<readonly SharedVersionRow[]>>()(sharedRequests.ofRef),
  'restore-shared': answers<Shared<KeptInStep>>()(sharedRequests.restore),
  'end-replacement': answers<Shared<KeptInStep>>()(sharedRequests.ofVersion),
} as const;

export type ChannelName = keyof typeof channels;
export type RequestOf<Name extends ChannelName> = z.infer<(typeof channels)[Name]['request']>;
export type AnswerOf<Name extends ChannelName> = Result<(typeof channels)[Name]['answer'], Failure>;

/** Events the main process sends to the window. */
export interface Events {
  'check-step': { readonly attempt: string; readonly step: Step };
  /** A step has begun; there is no result yet. */
  'check-step-began': { readonly attempt: string; readonly id: Step['id']; readonly subject: string | null };
  /** The new state of one row in the run `run`, with the connection's last check. */
  'test-all-row': { readonly run: string; readonly row: TestAllRow; readonly lastCheck: LastCheck | null };
  'test-all-ended': { readonly run: string; readonly ended: TestAllEnd };
  /** How many shared connections the store has listed so far. */
  'shared-found': { readonly count: number };
  /** The browser was asked to open this URL. The window shows it to be copied, since we cannot know whether it did. */
  'browser-sign-in': { readonly attempt: string; readonly url: string; readonly waitSeconds: number };
  'keyring-changed': Protection;
  /** Hide all secrets: the screen was locked, the computer goes to sleep, or the window lost focus. */
  'hide-secrets': null;
  /** The menu's help was chosen: all of it, or what it says about the program. */
  'show-help': HelpPart;
}
export type HelpPart = 'keys' | 'nightly' | 'about';
export type EventName = keyof Events;
/** @public Also read by the build (vite.config.ts). */
export const eventNames = [
  'check-step',
  'check-step-began',
  'test-all-row',
  'test-all-ended',
  'shared-found',
  'browser-sign-in',
  'keyring-changed',
  'hide-secrets',
  'show-help',
] as const satisfies readonly EventName[];
