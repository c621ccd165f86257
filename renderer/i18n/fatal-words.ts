import { byLanguage } from '@contract/by-language';
import type english from '../../assets/locales/en/window-bug.json';

export type FatalWords = typeof english;

/** Texts for when part of the window is broken, bundled in every language because nothing more may load then. */
export const fatalWords = byLanguage<FatalWords>('window-bug', () =>
  import.meta.glob<FatalWords>('../../assets/locales/*/window-bug.json', { eager: true, import: 'default' }),
);
