import type { LucideIcon } from 'lucide-react';
import styles from './round-icon.module.css';

type Tone = 'ok' | 'warning' | 'bad' | 'accent';

interface Props {
  readonly icon: LucideIcon;
  /** null: nothing has been decided yet. */
  readonly tone: Tone | null;
  readonly size?: number;
  readonly 'data-status'?: string;
  readonly 'data-standing'?: string;
}

/** An icon in a circle. Its words are always beside it, so it is hidden from screen readers. */
export const RoundIcon = ({ icon: Icon, tone, size = 17, ...data }: Props) => (
  <span className={styles.icon} data-tone={tone ?? undefined} {...data} aria-hidden>
    <Icon size={size} strokeWidth={2.25} />
  </span>
);
