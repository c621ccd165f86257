import type { ConnectionSummary } from '@contract/channels';
import { heightOfRows } from '@contract/drawn-page';
import { type FocusEvent, type Ref, useRef } from 'react';
import { flushSync } from 'react-dom';
import { ConnectionRow, type LiveRow } from './connection-row';
import styles from './connection-rows.module.css';
import { useGrowing } from './use-growing';

export interface RowsProps {
  readonly connections: readonly ConnectionSummary[];
  /** Connection id → what a test of all connections adds to its row. */
  readonly live?: ReadonlyMap<string, LiveRow>;
}

/** A list of connections, however long. */
export function ConnectionRows({ connections, live }: RowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const rest = useRef<HTMLLIElement>(null);
  const [shown, showAll] = useGrowing(connections.length, rest);

  /** The keyboard came to the rows that do not exist yet: to the first of them, or back from below to the last. */
  const enter = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    const isFromAbove =
      relatedTarget instanceof Node &&
      (currentTarget.compareDocumentPosition(relatedTarget) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    flushSync(showAll);
    const row = isFromAbove ? list.current?.children[shown] : list.current?.lastElementChild;
    const buttons = row?.querySelectorAll('button') ?? [];
    buttons[isFromAbove ? 0 : buttons.length - 1]?.focus();
  };

  return (
    <ul className={styles.rows} ref={list}>
      {connections.slice(0, shown).map((connection, index) => (
        <ConnectionRow
          key={connection.id}
          connection={connection}
          live={live?.get(connection.id)}
          position={index + 1}
          size={connections.length}
        />
      ))}
      {shown < connections.length ? (
        <PlaceOfOthers height={heightOfRows(connections.length - shown)} placeRef={rest} onFocus={enter} />
      ) : null}
    </ul>
  );
}

interface PlaceProps {
  readonly height: number | string;
  readonly placeRef?: Ref<HTMLLIElement>;
  readonly onFocus?: (event: FocusEvent) => void;
}

/**
 * The place of the others, so that the scroll bar says from the start how long the list is. An image, since its height
 * is no style, which a page that is drawn in advance may not have (electron/shell/window/content-security-policy.ts).
 */
export const PlaceOfOthers = ({ height, placeRef, onFocus }: PlaceProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: the focus goes on to a row at once.
  <li ref={placeRef} tabIndex={0} onFocus={onFocus}>
    <svg className={styles.place} width={1} height={height} aria-hidden="true" />
  </li>
);
