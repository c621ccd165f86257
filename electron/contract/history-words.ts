import { byLanguage } from '@contract/by-language';
import type english from '../../assets/locales/en/history.json';

/** What was done with a secret, and the heads of the table it is exported to. */
export const historyWords = byLanguage<typeof english>('history', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/history.json', { eager: true, import: 'default' }),
);
