import type { Environment, SystemId } from '@contract/connection';

/** A value the user must be asked about: alone, or with the heading it must carry. */
type Asked = string | readonly [heading: string, value: string];

/** A pasted text, and what a careful technician would conclude from it. */
export interface ReplyCase {
  readonly name: string;
  readonly system: SystemId;
  readonly text: string;
  /** Field → the only value, beyond doubt. */
  readonly found?: Readonly<Record<string, string>>;
  /** Field → the candidates that only the user can choose between, in any order. */
  readonly asked?: Readonly<Record<string, readonly Asked[]>>;
  /** Field → values that must be among the candidates, whatever else is. */
  readonly offered?: Readonly<Record<string, readonly string[]>>;
  readonly environment?: Environment;
  /** The other environment, if every environment named in the text is that one. */
  readonly elsewhere?: Environment;
  /** Field → the candidate that the setup's environment suggests. */
  readonly suggested?: Readonly<Record<string, string>>;
}
