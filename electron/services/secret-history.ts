import type { Connection } from '@contract/connection';
import type { HistoryAction, HistoryEntry } from '@contract/history';

/** Writes down what was done with a secret; never its value. Called once the deed is done; never throws. */
export interface SecretHistory {
  record(connection: Pick<Connection, 'id' | 'name' | 'system'>, field: string, action: HistoryAction): void;
}

export interface ReadableHistory extends SecretHistory {
  /** Newest first; of one connection, or null for all. */
  list(connection: string | null): readonly HistoryEntry[];
  /** How many of them the disk has not taken yet. */
  readonly unwritten: number;
}
