import { byLanguage } from '@contract/by-language';
import type english from '../../assets/locales/en/file-names.json';

/** What files are called, or how their names begin, until the person calls them something else. */
export const fileNames = byLanguage<typeof english>('file-names', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/file-names.json', {
    eager: true,
    import: 'default',
  }),
);
