import type { Language } from '@contract/channels';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Words } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Words };
    enableSelector: false;
  }
}

const load = {
  en: async (): Promise<Words> => (await import('./en')).en,
  fr: async (): Promise<Words> => (await import('./fr')).fr,
} as const satisfies Record<Language, () => Promise<Words>>;

/** Loads the words of one language, only then switches to it, so that no screen is ever half translated. */
export async function showLanguage(language: Language): Promise<void> {
  const words = await load[language]();
  if (i18next.isInitialized) {
    i18next.addResourceBundle(language, 'translation', words);
    await i18next.changeLanguage(language);
  } else {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      resources: { [language]: { translation: words } },
      // React escapes what it renders; escaping here would show entities.
      interpolation: { escapeValue: false },
    });
  }
  document.documentElement.lang = language === 'fr' ? 'fr-CA' : 'en-CA';
}
