import type { ConnectionSummary } from '@contract/channels';
import { heightOfRows } from '@contract/drawn-page';
import { type FocusEvent, type Ref, useRef } from 'react';
import { flushSync } from 'react-dom';
import { ConnectionRow, type LiveRow } from './connection-row';
import styles from './connection-rows.module.css';
import { useGrowing } from './use-growing';

export interface RowsProps {
  readonly connections: readonly ConnectionSummary[];
  /** Connection id → what "Test all" adds to its row. */
  readonly live?: ReadonlyMap<string, LiveRow>;
}

/** A list of connections of any length. */
export function ConnectionRows({ connections, live }: RowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const rest = useRef<HTMLLIElement>(null);
  const [shown, showAll] = useGrowing(connections.length, rest);

  /**
   * Keyboard focus reached the rows that do not exist yet: move to the first of them or, coming from below, to the
   * last.
   */
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
 * Placeholder for the remaining rows, so that the scroll bar shows the full length from the start. It is an image
 * because its height is then an attribute: the drawn page's policy forbids inline CSS
 * (electron/shell/window/content-security-policy.ts).
 */
export const PlaceOfOthers = ({ height, placeRef, onFocus }: PlaceProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it passes the focus on to a row immediately.
  <li ref={placeRef} tabIndex={0} onFocus={onFocus}>
    <svg className={styles.place} width={1} height={height} aria-hidden="true" />
  </li>
);
