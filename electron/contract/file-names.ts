import { byLanguage } from '@contract/by-language';
import type english from '../../assets/locales/en/file-names.json';

/** Suggested file names, or how they begin. */
export const fileNames = byLanguage<typeof english>('file-names', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/file-names.json', {
    eager: true,
    import: 'default',
  }),
);
