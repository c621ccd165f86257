import type { ReactNode } from 'react';
import styles from './foot.module.css';
import { LanguageSwitch } from './language-switch';

interface Props {
  /** Where the data on this screen is stored. */
  readonly kept: string;
  readonly children?: ReactNode;
}

/** The footer of every screen outside the setup. */
export function Foot({ kept, children }: Props) {
  return (
    <footer className={styles.foot}>
      <span className={styles.where}>{kept}</span>
      {children}
      <LanguageSwitch />
    </footer>
  );
}
