import { type Language, localeOf } from '@contract/languages';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Words } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Words };
    enableSelector: false;
  }
}

/** The words by when they are needed: those of the first screen, then the rest. */
const load = {
  en: {
    first: async () => (await import('./en-first')).first,
    later: async () => (await import('./en-later')).later,
  },
  fr: {
    first: async () => (await import('./fr-first')).first,
    later: async () => (await import('./fr-later')).later,
  },
} as const satisfies Record<Language, unknown>;

/** Loads the words of one language, only then switches to it, so that no screen is ever half translated. */
export async function showLanguage(language: Language): Promise<void> {
  const words = await load[language].first();
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
  // There is no document where the build draws the first screen.
  if (typeof document !== 'undefined') document.documentElement.lang = localeOf(language);
}

/** A screen behind the first one, once the words it says are there: in both languages, so that a switch needs no wait. */
export async function withItsWords<Screen>(screen: Promise<Screen>): Promise<Screen> {
  const [en, fr] = await Promise.all([load.en.later(), load.fr.later()]);
  i18next.addResourceBundle('en', 'translation', en);
  i18next.addResourceBundle('fr', 'translation', fr);
  return screen;
}
