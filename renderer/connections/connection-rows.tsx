import type { ConnectionSummary } from '@contract/channels';
import { ConnectionRow } from './connection-row';
import { useGrowing } from './use-growing';

/** A list of connections, however long. */
export function ConnectionRows({ connections }: { readonly connections: readonly ConnectionSummary[] }) {
  const shown = useGrowing(connections.length);
  return (
    <ul className="cards">
      {connections.map((connection, at) =>
        at < shown ? (
          <ConnectionRow key={connection.id} connection={connection} />
        ) : (
          // Keeps its place, so that the scroll bar says from the start how long the list is.
          <li key={connection.id} className="card" />
        ),
      )}
    </ul>
  );
}
