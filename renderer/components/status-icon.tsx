import type { Outcome } from '@contract/findings';
import { Check, Clock, Ellipsis, LoaderCircle, Minus, TriangleAlert, X } from 'lucide-react';
import styles from './status-icon.module.css';

export type Status = Outcome | 'running' | 'waiting' | 'unfinished';

const icons = {
  passed: Check,
  warning: TriangleAlert,
  failed: X,
  skipped: Minus,
  'not-tried': Minus,
  running: LoaderCircle,
  waiting: Clock,
  unfinished: Ellipsis,
} as const satisfies Record<Status, unknown>;

/** A status icon. Its text label is always beside it, so the icon is hidden from screen readers. */
export function StatusIcon({ status }: { readonly status: Status }) {
  const Icon = icons[status];
  return (
    <span className={styles.status} data-status={status} aria-hidden>
      <Icon size={status === 'warning' ? 15 : 17} strokeWidth={2.25} />
    </span>
  );
}
