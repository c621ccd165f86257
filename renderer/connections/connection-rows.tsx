import type { ConnectionSummary } from '@contract/channels';
import { heightOfRows } from '@contract/drawn-page';
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
