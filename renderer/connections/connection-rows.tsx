import type { ConnectionSummary } from '@contract/channels';
import { heightOfRows } from '@contract/drawn-page';
import { ConnectionRow, type LiveRow } from './connection-row';
import { useGrowing } from './use-growing';

export interface RowsProps {
  readonly connections: readonly ConnectionSummary[];
  /** Connection id → what a test of all connections adds to its row. */
  readonly live?: ReadonlyMap<string, LiveRow>;
}

/** A list of connections, however long. */
export function ConnectionRows({ connections, live }: RowsProps) {
  const shown = useGrowing(connections.length);
  return (
    <ul className="cards">
      {connections.slice(0, shown).map((connection) => (
        <ConnectionRow key={connection.id} connection={connection} live={live?.get(connection.id)} />
      ))}
      {shown < connections.length ? (
        <PlaceOfOthers height={heightOfRows(connections.length - shown)} />
      ) : null}
    </ul>
  );
}

/**
 * The place of the others, so that the scroll bar says from the start how long the list is. An image, since its height
 * is no style, which a page that is drawn in advance may not have (electron/window/content-security-policy.ts).
 */
export const PlaceOfOthers = ({ height }: { readonly height: number | string }) => (
  <li aria-hidden>
    <svg className="place" width={1} height={height} aria-hidden="true" />
  </li>
);
