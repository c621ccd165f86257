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
export const movingReasons = [
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
  'secret-in-values',
  'newer-version',
  'nothing-inside',
  'too-many',
  'wrong-password',
  'damaged',
  'unsupported',
  'too-costly',
] as const;
export type MovingReason = (typeof movingReasons)[number];

export interface MovingProblem {
  readonly reason: MovingReason;
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
  | 'not-understood';

export interface LeftOut {
  /** The entry's title. */
  readonly title: string;
  /** The field; null for the whole entry. */
  readonly field: string | null;
  readonly reason: LeftOutReason;
}
