import type { ConnectionSummary } from '@contract/channels';
import { ConnectionRow } from './connection-row';
import { useGrowing } from './use-growing';

/** An ordinary row with the gap to the next, px (styles/connections.css). */
const GAP = 12;
const ROW_AND_GAP = 80 + GAP;

/** A list of connections, however long. */
export function ConnectionRows({ connections }: { readonly connections: readonly ConnectionSummary[] }) {
  const shown = useGrowing(connections.length);
  return (
    <ul className="cards">
      {connections.slice(0, shown).map((connection) => (
        <ConnectionRow key={connection.id} connection={connection} />
      ))}
      {shown < connections.length ? (
        // The place of the others, so that the scroll bar says from the start how long the list is.
        <li aria-hidden style={{ height: (connections.length - shown) * ROW_AND_GAP - GAP }} />
      ) : null}
    </ul>
  );
}
