import type { AnswerOf, HelpPart, StartView } from '@contract/channels';
import type { Values } from '@contract/connection';
import type { Protection } from '@contract/keyring';
import type { Language } from '@contract/languages';
import type { Standing } from '@contract/shared-store';
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
  /** Sharing with colleagues: one connection, to be published or as it stands; null: all of them. */
  | { readonly at: 'sharing'; readonly id: string | null; readonly publish: boolean }
  | { readonly at: 'connection'; readonly id: string; readonly testNow: boolean };

/** What some pages begin with. */
interface OpenedBy {
  readonly wizard: 'open-connection';
  readonly connection: 'open-connection';
  readonly rotation: 'open-rotation';
  readonly sharing: 'shared-view';
}
/** A page, and what main says of it: fetched before the page comes, so that it comes with its heading. */
export type Opened<Of extends keyof OpenedBy> = Extract<Place, { readonly at: Of }> & {
  readonly opened: AnswerOf<OpenedBy[Of]>;
};
export type OpenPlace =
  | Exclude<Place, { readonly at: keyof OpenedBy }>
  | Opened<'wizard'>
  | Opened<'connection'>
  | Opened<'rotation'>
  | Opened<'sharing'>;

/** Connection id → how it stands to the store. */
export type SharedMarks = Readonly<Record<string, Standing>>;

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
  /** null: no store is set up, or main has not been asked yet. */
  readonly marks: SharedMarks | null;
  readonly askMarks: () => void;
}

export const AppContext = createContext<AppPower | null>(null);

export function useApp(): AppPower {
  const power = useContext(AppContext);
  if (power === null) throw new Error('useApp stands outside the app');
  return power;
}
