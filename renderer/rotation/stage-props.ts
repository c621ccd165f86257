import type { RotationView } from '@contract/channels';
import type { RotationAction } from '@contract/rotation';

/** What every stage of a replacement has. */
export interface StageProps {
  readonly view: RotationView;
  /** Shows what main answered. */
  readonly onView: (view: RotationView) => void;
  /** One click, one action; what was refused is said on the page. */
  readonly act: (action: RotationAction, unproved?: boolean) => Promise<boolean>;
  readonly toConnection: () => void;
}
