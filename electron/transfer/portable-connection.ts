import type { Environment, SystemId, Values } from '@contract/connection';
import type { LeftOut } from '@contract/transfer';

/** A connection as a file tells it, every part already judged by this version's rules but for `more`. */
export interface PortableConnection {
  /** The id it had where it was exported; null in a settings file. */
  readonly id: string | null;
  readonly system: SystemId;
  readonly name: string;
  readonly environment: Environment;
  /** null where the file does not speak of it. */
  readonly boardNumber: string | null;
  /** Values that are not empty. */
  readonly values: Values;
  /** Secret field id → secret, where the file has it. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Secret field id → since when that secret is in use (ISO 8601), where the file knows. */
  readonly since: ReadonlyMap<string, string>;
  /** Further members of the connection, by name, as the file has them: nobody has judged these yet. */
  readonly more: ReadonlyMap<string, unknown>;
}

/** All that a file holds for this program. */
export interface FileContents {
  readonly connections: readonly PortableConnection[];
  readonly leftOut: readonly LeftOut[];
  /** Entries of a database that are none of this program's. */
  readonly otherEntries: number;
}

/** The values that say something; an empty one and none are the same to a form. */
export const filledValues = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
