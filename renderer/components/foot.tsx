import type { ReactNode } from 'react';
import styles from './foot.module.css';
import { LanguageSwitch } from './language-switch';

interface Props {
  /** Where what is shown is kept. */
  readonly kept: string;
  readonly children?: ReactNode;
}

/** What stands below every screen that is not a step of the set-up. */
export function Foot({ kept, children }: Props) {
  return (
    <footer className={styles.foot}>
      <span className={styles.where}>{kept}</span>
      {children}
      <LanguageSwitch />
    </footer>
  );
}
