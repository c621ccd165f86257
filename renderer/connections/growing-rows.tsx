import { heightOfRows } from '@contract/drawn-page';
import { type FocusEvent, type ReactNode, type Ref, useRef } from 'react';
import { flushSync } from 'react-dom';
import styles from './growing-rows.module.css';
import { useGrowing } from './use-growing';

interface Props<Item> {
  readonly items: readonly Item[];
  /** @param position in the whole list, from 1 */
  readonly render: (item: Item, position: number) => ReactNode;
}

/** A list of any length, of which only a part exists at first. */
export function GrowingRows<Item>({ items, render }: Props<Item>) {
  const list = useRef<HTMLUListElement>(null);
  const rest = useRef<HTMLLIElement>(null);
  const [shown, showAll] = useGrowing(items.length, rest);

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
      {items.slice(0, shown).map((item, index) => render(item, index + 1))}
      {shown < items.length ? (
        <PlaceOfOthers height={heightOfRows(items.length - shown)} placeRef={rest} onFocus={enter} />
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
