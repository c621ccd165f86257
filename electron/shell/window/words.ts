import { byLanguage } from '@contract/by-language';
import type english from '../../../assets/locales/en/desktop.json';

/** Texts of the menu and file dialogs; the operating system provides the others. */
export const words = byLanguage<typeof english>('desktop', () =>
  import.meta.glob<typeof english>('../../../assets/locales/*/desktop.json', {
    eager: true,
    import: 'default',
  }),
);
