import { byLanguage } from '@contract/by-language';
import type english from '../../assets/locales/en/rendered-report.json';

/** Texts of the report itself; findings, steps and systems have their texts elsewhere. */
export const words = byLanguage<typeof english>('rendered-report', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/rendered-report.json', {
    eager: true,
    import: 'default',
  }),
);
