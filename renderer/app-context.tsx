import type { StartView } from '@contract/channels';
import type { Protection } from '@contract/keyring';
import type { Language } from '@contract/languages';
import { createContext, useContext } from 'react';

/** Where the person is. A check that was asked for from the list starts with the page it opens. */
export type Place =
  | { readonly at: 'home' }
  | { readonly at: 'new'; readonly practice: boolean }
  | { readonly at: 'wizard'; readonly id: string; readonly edit: boolean }
  /** Taking connections elsewhere; `only` is the one it is about. */
  | { readonly at: 'transfer'; readonly only: string | null }
  /** What was done with secrets; of one connection first, or of all. */
  | { readonly at: 'history'; readonly id: string | null }
  | { readonly at: 'rotation'; readonly id: string }
  | { readonly at: 'connection'; readonly id: string; readonly testNow: boolean };

export interface AppPower {
  readonly start: StartView;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly go: (place: Place) => void;
  /** Opens the help over the screen. */
  readonly showHelp: () => void;
  /** What the keyring is worth; null until the first screen that needs it has asked. */
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
