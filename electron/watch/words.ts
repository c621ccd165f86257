import { byLanguage } from '@contract/by-language';
import type english from '../../assets/locales/en/watch.json';

/** Texts of the nightly watch: what `status` and `watch` print. */
export const words = byLanguage<typeof english>('watch', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/watch.json', { eager: true, import: 'default' }),
);
