import { byLanguage } from '@contract/by-language';
import type english from '../../../assets/locales/en/desktop.json';

/** What the menu and the file dialogs say; the operating system has words of its own for the rest of them. */
export const words = byLanguage<typeof english>('desktop', () =>
  import.meta.glob<typeof english>('../../../assets/locales/*/desktop.json', {
    eager: true,
    import: 'default',
  }),
);
