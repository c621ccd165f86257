import type { RotationView } from '@contract/channels';
import type { RotationAction } from '@contract/rotation';

/** Props shared by all stages of a rotation. */
export interface StageProps {
  readonly view: RotationView;
  /** The connection, by system and name, for the window's title. */
  readonly about: string;
  /** Shows the view that main returned. */
  readonly onView: (view: RotationView) => void;
  /** One click, one action; a failure is shown on the page. */
  readonly act: (action: RotationAction, unproved?: boolean) => Promise<boolean>;
  readonly toConnection: () => void;
}
