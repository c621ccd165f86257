import type { Standing } from '@contract/shared-store';
import {
  ArrowDownToLine,
  ArrowUpFromLine,
  Check,
  CircleHelp,
  CloudDownload,
  CloudOff,
  GitFork,
  Laptop,
  MapPin,
} from 'lucide-react';
import styles from './standing-icon.module.css';

const icons = {
  'here-only': Laptop,
  'in-step': Check,
  'changed-here': ArrowUpFromLine,
  'changed-there': ArrowDownToLine,
  'changed-both': GitFork,
  'gone-there': CloudOff,
  'not-here': CloudDownload,
  'address-to-confirm': MapPin,
  'not-understood': CircleHelp,
} as const satisfies Record<Standing, unknown>;

/** Its words are always beside it, so the icon is hidden from screen readers. */
export function StandingIcon({
  standing,
  size = 17,
}: {
  readonly standing: Standing;
  readonly size?: number;
}) {
  const Icon = icons[standing];
  return (
    <span className={styles.standing} data-standing={standing} aria-hidden>
      <Icon size={size} strokeWidth={2.25} />
    </span>
  );
}
