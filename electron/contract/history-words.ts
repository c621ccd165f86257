import { byLanguage } from '@contract/by-language';
import type english from '../../assets/locales/en/history.json';

/** The actions with secrets, and the column heads of the exported table. */
export const historyWords = byLanguage<typeof english>('history', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/history.json', { eager: true, import: 'default' }),
);
