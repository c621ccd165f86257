import type { Outcome } from '@contract/findings';
import { Check, Clock, Ellipsis, LoaderCircle, Minus, TriangleAlert, X } from 'lucide-react';
import { RoundIcon } from './round-icon';

export type Status = Outcome | 'running' | 'waiting' | 'unfinished';

const looks = {
  passed: { icon: Check, tone: 'ok' },
  warning: { icon: TriangleAlert, tone: 'warning', size: 15 },
  failed: { icon: X, tone: 'bad' },
  skipped: { icon: Minus, tone: null },
  'not-tried': { icon: Minus, tone: null },
  running: { icon: LoaderCircle, tone: 'accent' },
  waiting: { icon: Clock, tone: null },
  unfinished: { icon: Ellipsis, tone: null },
} as const satisfies Record<Status, unknown>;

export const StatusIcon = ({ status }: { readonly status: Status }) => (
  <RoundIcon {...looks[status]} data-status={status} />
);
