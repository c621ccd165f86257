import type { Connection } from '@contract/connection';
import type { Result } from '@contract/result';

/** What services need of the connection store. */
export interface Connections {
  list(): readonly Connection[];
  get(id: string): Connection | undefined;
  create(connection: Connection): Result<unknown, unknown>;
  replace(connection: Connection): Result<unknown, unknown>;
  delete(id: string): Result<unknown, unknown>;
}

/** What a result stands on has changed: nothing that was proved of the connection is true any more. */
export interface Unprover {
  unproved(connection: Connection): Connection;
}
