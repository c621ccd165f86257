import type { ConnectionSummary } from '@contract/channels';
import { ConnectionRow, type LiveRow } from './connection-row';
import { GrowingRows } from './growing-rows';

export interface RowsProps {
  readonly connections: readonly ConnectionSummary[];
  /** Connection id → what "Test all" adds to its row. */
  readonly live?: ReadonlyMap<string, LiveRow>;
}

/** A list of connections of any length. */
export const ConnectionRows = ({ connections, live }: RowsProps) => (
  <GrowingRows
    items={connections}
    render={(connection, position) => (
      <ConnectionRow
        key={connection.id}
        connection={connection}
        live={live?.get(connection.id)}
        position={position}
        size={connections.length}
      />
    )}
  />
);
