import { byLanguage } from '@contract/by-language';
import type english from '../../assets/locales/en/carried.json';

/** Texts of a check that another computer makes: the instructions, and what its report shows. */
export const words = byLanguage<typeof english>('carried', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/carried.json', { eager: true, import: 'default' }),
);
