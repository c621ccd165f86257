import { byLanguage } from '@contract/by-language';
import type english from '../../assets/locales/en/window-bug.json';

export type FatalWords = typeof english;

/** What is said where part of the window is broken: in every language at hand, since nothing more may load. */
export const fatalWords = byLanguage<FatalWords>('window-bug', () =>
  import.meta.glob<FatalWords>('../../assets/locales/*/window-bug.json', { eager: true, import: 'default' }),
);
