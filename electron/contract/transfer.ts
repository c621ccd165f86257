import * as z from 'zod/mini';
import { type Environment, LIMITS, type SecretState, type SystemId } from './connection';

/*
 * Taking connections to another computer: what the window and the main process tell each other about it. The files
 * themselves, their paths and every secret in them stay with the main process.
 */

/** Limits of the files that are read, in bytes, and of what opening one may cost. The window says them. */
export const MOVING_LIMITS = {
  database: 32 * 1024 * 1024,
  settings: 8 * 1024 * 1024,
  /** What a database may unpack to. */
  unpacked: 64 * 1024 * 1024,
  /** Argon2: memory in KiB (1 GiB), and memory × iterations. */
  argonMemory: 1024 * 1024,
  argonWork: 32 * 1024 * 1024,
  argonLanes: 64,
  /** AES-KDF: rounds. */
  aesRounds: 300_000_000,
  /** Opening or sealing a database, in seconds. */
  seconds: 60,
  /** Characters of a password for an export; what is opened may have any that fits. */
  shortestPassword: 8,
  longestPassword: 1024,
} as const;

/** Why a file was not taken in. Nothing was changed in any of these cases. */
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
  /** Where in a settings file it is: `connections[2].values.serverUrl`; null where it is the file as a whole. */
  readonly field: string | null;
}

/** Why an entry, or one field of it, was left out; the rest was taken. */
export type LeftOutReason =
  | 'newer-version'
  | 'unknown-system'
  | 'incomplete'
  | 'too-long'
  /** The field points to another entry of the database in place of holding a value. */
  | 'reference'
  /** This version does not know, or does not accept, what it says. */
  | 'not-understood'
  /** Trust that does not travel: a person adds it from the certificate's file, having seen it. */
  | 'certificates';

export interface LeftOut {
  /** The entry's title. */
  readonly title: string;
  /** The field; null for the whole entry. */
  readonly field: string | null;
  readonly reason: LeftOutReason;
}

/** A connection that can be exported, with the secrets that would go along. */
export interface Exportables {
  readonly connections: readonly Exportable[];
  /** Rehearsals, which stay where they are: the certificate they trust lives in this program only. */
  readonly practice: number;
}

export interface Exportable {
  readonly id: string;
  readonly system: SystemId;
  readonly name: string;
  readonly environment: Environment;
  /** Secret field id → its state; only `saved` and `session-only` can be exported. */
  readonly secrets: Readonly<Record<string, SecretState>>;
}

export interface SecretName {
  readonly id: string;
  readonly field: string;
}

export type ExportAnswer =
  | { readonly kind: 'cancelled' }
  /** A file of that name is there already; nothing was written. */
  | { readonly kind: 'already-there'; readonly path: string }
  | {
      readonly kind: 'written';
      readonly path: string;
      readonly connections: number;
      readonly secrets: number;
      /** Secrets that were named and could not be read any more. */
      readonly leftOut: readonly SecretName[];
    };

/** One value of a connection in the file beside the one that is kept; null where there is none. */
export interface ValueChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A secret in the file beside the one that is kept. Neither is ever told. */
export interface SecretComparison {
  readonly field: string;
  readonly standing: 'new' | 'same' | 'differs' | 'not-in-file' | 'kept-unreadable';
}

export interface ImportItem {
  /** Names it when it is chosen. */
  readonly item: number;
  readonly standing: 'new' | 'changed' | 'same';
  readonly system: SystemId;
  readonly name: string;
  readonly environment: Environment;
  /** What the kept one is called; null when it is new. */
  readonly keptName: string | null;
  readonly values: readonly ValueChange[];
  readonly secrets: readonly SecretComparison[];
  /** Further members of the connection that differ: `name`, `environment`, `boardNumber`, `alternative` … */
  readonly members: readonly string[];
  /** A kept secret that stays, but would be for another address than before, and so has to be entered again. */
  readonly askedAgain: readonly string[];
}

export interface ImportPreview {
  readonly attempt: string;
  readonly fileName: string;
  readonly items: readonly ImportItem[];
  readonly leftOut: readonly LeftOut[];
  /** Entries of the database that are none of this program's, and were not looked at. */
  readonly otherEntries: number;
}

export type ChosenFile =
  | { readonly kind: 'cancelled' }
  /** A KeePass database: its password is wanted next. */
  | { readonly kind: 'database'; readonly fileName: string }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'refused'; readonly fileName: string; readonly problem: TransferProblem };

export type OpenedFile =
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'refused'; readonly problem: TransferProblem };

export type ImportAnswer =
  /** What is kept here is no longer what was compared: nothing was changed, and the file is to be chosen again. */
  { readonly kind: 'stale' } | Imported | NotUndone;

interface Brought {
  readonly added: number;
  readonly changed: number;
  readonly secrets: number;
}

/** It was written and could not be read back, nor could everything be put back as it was: it stands there now. */
interface NotUndone extends Brought {
  readonly kind: 'not-undone';
  /** False: some of it was changed meanwhile, and taking it back will leave that as it is. */
  readonly canTakeBackAll: boolean;
}

interface Imported extends Brought {
  readonly kind: 'imported';
  /** How many of those are kept for this run only, because no keyring protects them. */
  readonly sessionOnly: number;
  readonly canTakeBack: boolean;
}

const id = z.uuid();
const chosen = z.array(id).check(z.minLength(1), z.maxLength(LIMITS.connections));

/** The requests of these channels; `channels.ts` lists them. */
export const transferRequests = {
  exportDatabase: z.strictObject({
    connections: chosen,
    /** Exactly the secrets that the person's click named. */
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
