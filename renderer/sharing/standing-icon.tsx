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
  Unlink,
} from 'lucide-react';
import { RoundIcon } from '../components/round-icon';

const looks = {
  'here-only': { icon: Laptop, tone: null },
  'in-step': { icon: Check, tone: 'ok' },
  'changed-here': { icon: ArrowUpFromLine, tone: 'accent' },
  'changed-there': { icon: ArrowDownToLine, tone: 'accent' },
  'changed-both': { icon: GitFork, tone: 'warning' },
  'gone-there': { icon: CloudOff, tone: 'warning' },
  'not-here': { icon: CloudDownload, tone: null },
  apart: { icon: Unlink, tone: null },
  'address-to-confirm': { icon: MapPin, tone: 'warning' },
  'not-understood': { icon: CircleHelp, tone: 'warning' },
} as const satisfies Record<Standing, unknown>;

interface Props {
  readonly standing: Standing;
  readonly size?: number;
}

export const StandingIcon = ({ standing, size = 17 }: Props) => (
  <RoundIcon {...looks[standing]} size={size} data-standing={standing} />
);
