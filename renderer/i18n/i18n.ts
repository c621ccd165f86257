import { languageOf } from '@contract/by-language';
import { type Language, languages, localeOf } from '@contract/languages';
import { isolated } from '@contract/printable';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { first } from '../../assets/locales/en/first';
import type { later } from '../../assets/locales/en/later';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof first & typeof later };
    enableSelector: false;
  }
}

type Load<Words> = () => Promise<Words>;

/** Texts by when they are needed: the first screen's, then the rest. One file per language. */
const firstWords = byFolder(
  import.meta.glob<typeof first>('../../assets/locales/*/first.ts', { import: 'first' }),
);
const laterWords = byFolder(
  import.meta.glob<typeof later>('../../assets/locales/*/later.ts', { import: 'later' }),
);

function byFolder<Words>(found: Readonly<Record<string, Load<Words>>>): ReadonlyMap<string, Load<Words>> {
  return new Map(Object.entries(found).map(([path, load]) => [languageOf(path), load]));
}

async function load<Words>(words: ReadonlyMap<string, Load<Words>>, language: Language): Promise<Words> {
  const file = words.get(language);
  if (file === undefined) throw new Error(`assets/locales has no folder for ${language}`);
  return file();
}

/** Loads a language's texts before switching to it, so that no screen is half translated. */
export async function showLanguage(language: Language): Promise<void> {
  const words = await load(firstWords, language);
  if (i18next.isInitialized) {
    i18next.addResourceBundle(language, 'translation', words);
    await i18next.changeLanguage(language);
  } else {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      resources: { [language]: { translation: words } },
      // React escapes markup in what it renders. What is filled in must not turn the order of our words either.
      interpolation: { escape: isolated },
    });
  }
  // There is no document when the build renders the first screen.
  if (typeof document !== 'undefined') document.documentElement.lang = localeOf(language);
}

/** Waits for a later screen's texts, in every language, so that switching languages needs no wait. */
export async function withItsWords<Screen>(screen: Promise<Screen>): Promise<Screen> {
  await Promise.all(
    languages.map(async (language) => {
      i18next.addResourceBundle(language, 'translation', await load(laterWords, language));
    }),
  );
  return screen;
}
