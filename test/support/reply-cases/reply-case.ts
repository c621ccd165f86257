import type { Environment, SystemId } from '@contract/connection';

/** A value that has to be asked about: itself, or with the heading it has to carry. */
type Asked = string | readonly [heading: string, value: string];

/** A pasted text and what a careful technician would conclude from it. */
export interface ReplyCase {
  readonly name: string;
  readonly system: SystemId;
  readonly text: string;
  /** Field → the one value that nobody would doubt. */
  readonly found?: Readonly<Record<string, string>>;
  /** Field → the readings between which only the person can choose, in any order. */
  readonly asked?: Readonly<Record<string, readonly Asked[]>>;
  /** Field → values that have to be among those asked about, whatever else is. */
  readonly offered?: Readonly<Record<string, readonly string[]>>;
  readonly environment?: Environment;
  /** The other environment, where all that names one names that one. */
  readonly elsewhere?: Environment;
  /** Field → the reading that the set-up's environment suggests. */
  readonly suggested?: Readonly<Record<string, string>>;
}
