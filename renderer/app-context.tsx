import type { AnswerOf, HelpPart, StartView } from '@contract/channels';
import type { Values } from '@contract/connection';
import type { Protection } from '@contract/keyring';
import type { Language } from '@contract/languages';
import { createContext, useContext } from 'react';

/** The current page. A check requested from the list starts with the page it opens. */
export type Place =
  | { readonly at: 'home' }
  | { readonly at: 'new'; readonly practice: boolean }
  /** `values`: just confirmed by the user, to be entered there. */
  | { readonly at: 'wizard'; readonly id: string; readonly edit: boolean; readonly values?: Values }
  /** Export and import; `only` is the single connection to export. */
  | { readonly at: 'transfer'; readonly only: string | null }
  /** The history of secrets: of one connection first, or of all. */
  | { readonly at: 'history'; readonly id: string | null }
  | { readonly at: 'rotation'; readonly id: string }
  | { readonly at: 'connection'; readonly id: string; readonly testNow: boolean };

/** A page, and what main says of its connection: fetched before the page comes, so that it comes with its heading. */
export type Opened<Of extends Place['at']> = Extract<Place, { readonly at: Of }> & {
  readonly opened: AnswerOf<Of extends 'rotation' ? 'open-rotation' : 'open-connection'>;
};
export type OpenPlace =
  | Exclude<Place, { readonly at: 'wizard' | 'connection' | 'rotation' }>
  | Opened<'wizard'>
  | Opened<'connection'>
  | Opened<'rotation'>;

/** Where a message of another program was asked about. */
export interface MessageAbout {
  /** The connection; null if none is open. */
  readonly id: string | null;
  /** What was entered already, such as in the search. */
  readonly text: string;
  /** Starts the test that proves or excludes what the message says, where the connection is known. */
  readonly onTest?: () => void;
}

export interface AppPower {
  readonly start: StartView;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly go: (place: Place) => void;
  /** Opens the help over the current screen. */
  readonly showHelp: (part: HelpPart) => void;
  /** Opens the reader of other programs' messages over the current screen. */
  readonly readMessage: (about: MessageAbout) => void;
  /** Whether the keyring protects secrets; null until the first screen that needs it has asked. */
  readonly protection: Protection | null;
  readonly askProtection: () => void;
  readonly setProtection: (protection: Protection) => void;
}

export const AppContext = createContext<AppPower | null>(null);

export function useApp(): AppPower {
  const power = useContext(AppContext);
  if (power === null) throw new Error('useApp stands outside the app');
  return power;
}
