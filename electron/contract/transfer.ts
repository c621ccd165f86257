import * as z from 'zod/mini';
import { type Environment, LIMITS, type SecretState, type SystemId } from './connection';

/*
 * Moving connections to another computer: the messages between the window and the main process. The files, their
 * paths and the secrets in them stay in the main process.
 */

/** Size limits in bytes for files to read, and limits on the cost of opening one. The window shows them. */
export const MOVING_LIMITS = {
  database: 32 * 1024 * 1024,
  settings: 8 * 1024 * 1024,
  /** The unpacked size of a database. */
  unpacked: 64 * 1024 * 1024,
  /** Argon2: memory in KiB (1 GiB), and memory × iterations. */
  argonMemory: 1024 * 1024,
  argonWork: 32 * 1024 * 1024,
  argonLanes: 64,
  /** AES-KDF: rounds. */
  aesRounds: 300_000_000,
  /** The time to open or create a database, in seconds. */
  seconds: 60,
  /** The length of an export's password; the password of an existing database has no minimum. */
  shortestPassword: 8,
  longestPassword: 1024,
} as const;

/** Why a file was rejected. Nothing was changed. */
const transferReasons = [
  'not-readable',
  'too-large',
  'not-ours',
  'not-utf8',
  'not-json',
  'not-an-object',
  'missing-key',
  'unknown-key',
  'duplicate-key',
  'wrong-type',
  'invisible-characters',
  'unknown-system',
  'unknown-environment',
  'unknown-provider',
  'secret-in-values',
  'newer-version',
  'nothing-inside',
  'too-many',
  'wrong-password',
  'damaged',
  'unsupported',
  'too-costly',
] as const;
export type TransferReason = (typeof transferReasons)[number];

export interface TransferProblem {
  readonly reason: TransferReason;
  /** The place in a settings file: `connections[2].values.serverUrl`; null if it is the file as a whole. */
  readonly field: string | null;
}

/** Why an entry or one of its fields was left out; the rest was accepted. */
export type LeftOutReason =
  | 'newer-version'
  | 'unknown-system'
  | 'incomplete'
  | 'too-long'
  /** A name or number has characters that cannot be seen, or that turn the order of the others. */
  | 'invisible-characters'
  /** The field is a reference to another entry of the database. */
  | 'reference'
  /** This version does not know or accept its value. */
  | 'not-understood'
  /** The organization does not allow its system, or has set its values. */
  | 'not-allowed'
  /** Trust is not imported: the user adds it from the certificate's file after seeing it. */
  | 'certificates';

export interface LeftOut {
  /** The entry's title. */
  readonly title: string;
  /** The field; null for the whole entry. */
  readonly field: string | null;
  readonly reason: LeftOutReason;
}

/** The connections that can be exported, with their secrets. */
export interface Exportables {
  readonly connections: readonly Exportable[];
  /** The number of practice connections. They are not exported, since the certificate they trust exists only here. */
  readonly practice: number;
}

export interface Exportable {
  readonly id: string;
  readonly system: SystemId;
  readonly name: string;
  readonly environment: Environment;
  /** Secret field id → its state; only `saved` and `session-only` ones can be exported. */
  readonly secrets: Readonly<Record<string, SecretState>>;
}

export interface SecretName {
  readonly id: string;
  readonly field: string;
}

export type ExportAnswer =
  | { readonly kind: 'cancelled' }
  /** A file with that name exists; nothing was written. */
  | { readonly kind: 'already-there'; readonly path: string }
  | {
      readonly kind: 'written';
      readonly path: string;
      readonly connections: number;
      readonly secrets: number;
      /** Selected secrets that could not be read. */
      readonly leftOut: readonly SecretName[];
    };

/** A value in the file compared with the existing one; null if there is none. */
export interface ValueChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A secret in the file compared with the existing one. Neither is ever revealed. */
export interface SecretComparison {
  readonly field: string;
  readonly standing: 'new' | 'same' | 'differs' | 'not-in-file' | 'kept-unreadable';
}

export interface ImportItem {
  /** Identifies the item when it is chosen. */
  readonly item: number;
  readonly standing: 'new' | 'changed' | 'same';
  readonly system: SystemId;
  readonly name: string;
  readonly environment: Environment;
  /** The name of the existing connection; null if it is new. */
  readonly keptName: string | null;
  readonly values: readonly ValueChange[];
  readonly secrets: readonly SecretComparison[];
  /** Further members that differ: `name`, `environment`, `boardNumber`, `alternative` … */
  readonly members: readonly string[];
  /** Existing secrets that are kept, but have to be entered again because their address changes. */
  readonly askedAgain: readonly string[];
}

export interface ImportPreview {
  readonly attempt: string;
  readonly fileName: string;
  readonly items: readonly ImportItem[];
  readonly leftOut: readonly LeftOut[];
  /** The number of database entries that are not this program's; they were not examined. */
  readonly otherEntries: number;
}

export type ChosenFile =
  | { readonly kind: 'cancelled' }
  /** A KeePass database; the next step is its password. */
  | { readonly kind: 'database'; readonly fileName: string }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'refused'; readonly fileName: string; readonly problem: TransferProblem };

export type OpenedFile =
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'refused'; readonly problem: TransferProblem };

export type ImportAnswer =
  /**
   * The existing connections have changed since the comparison. Nothing was imported; the file must be chosen again.
   */
  { readonly kind: 'stale' } | Imported | NotUndone;

interface Brought {
  readonly added: number;
  readonly changed: number;
  readonly secrets: number;
}

/** The import was written, but could neither be read back nor be undone completely, so it is in the store. */
interface NotUndone extends Brought {
  readonly kind: 'not-undone';
  /** False: some of it was changed meanwhile and is left alone by an undo. */
  readonly canTakeBackAll: boolean;
}

interface Imported extends Brought {
  readonly kind: 'imported';
  /** How many secrets are session-only because there is no keyring. */
  readonly sessionOnly: number;
  readonly canTakeBack: boolean;
}

const id = z.uuid();
const chosen = z.array(id).check(z.minLength(1), z.maxLength(LIMITS.connections));

/** The requests of these channels; `channels.ts` lists them. */
export const transferRequests = {
  exportDatabase: z.strictObject({
    connections: chosen,
    /** Exactly the secrets the user selected. */
    secrets: z
      .array(z.strictObject({ id, field: z.string().check(z.minLength(1), z.maxLength(LIMITS.fieldId)) }))
      .check(z.maxLength(LIMITS.connections * 2)),
    password: z
      .string()
      .check(z.minLength(MOVING_LIMITS.shortestPassword), z.maxLength(MOVING_LIMITS.longestPassword)),
  }),
  exportSettings: z.strictObject({ connections: chosen }),
  openDatabase: z.strictObject({ password: z.string().check(z.maxLength(MOVING_LIMITS.longestPassword)) }),
  apply: z.strictObject({
    attempt: id,
    items: z
      .array(z.int().check(z.gte(0), z.lt(LIMITS.connections)))
      .check(z.minLength(1), z.maxLength(LIMITS.connections)),
  }),
} as const;
