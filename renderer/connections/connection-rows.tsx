import type { ConnectionSummary } from '@contract/channels';
import { ConnectionRow } from './connection-row';
import { useGrowing } from './use-growing';

/** A list of connections, however long. */
export function ConnectionRows({ connections }: { readonly connections: readonly ConnectionSummary[] }) {
  const shown = useGrowing(connections.length);
  return (
    <ul className="cards">
      {connections.slice(0, shown).map((connection) => (
        <ConnectionRow key={connection.id} connection={connection} />
      ))}
    </ul>
  );
}
