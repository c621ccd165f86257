import type { Failure } from '@contract/channels';
import { type ReactNode, useEffect, useRef } from 'react';
import { FailureNotice } from '../components/failure-notice';
import styles from './run-summary.module.css';

interface Props {
  /** Of the title. */
  readonly id: string;
  readonly title: string;
  /** The button that started the run is gone, so the title takes the focus. */
  readonly takesFocus: boolean;
  /** Why it went no further. */
  readonly failure: Failure | null;
  /** How far it is, and what came of it. */
  readonly children: ReactNode;
  readonly button: ReactNode;
}

/** Above a list: a run over its rows, under way and after it. */
export function RunSummary({ id, title, takesFocus, failure, children, button }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const focusAtFirst = useRef(takesFocus);
  useEffect(() => {
    if (focusAtFirst.current) heading.current?.focus();
  }, []);
  return (
    <section className={styles.summary} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <FailureNotice failure={failure} />
      {children}
      <div className="row">{button}</div>
    </section>
  );
}
