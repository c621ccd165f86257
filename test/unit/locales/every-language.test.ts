import { languageOf } from '@contract/by-language';
import { findingVariants } from '@contract/finding-variants';
import { findingCodes } from '@contract/findings';
import { type Language, languages, localeOf } from '@contract/languages';
import { systems } from '@systems/catalogue';
import { describe, expect, it } from 'vitest';
import { main as english } from '../../../assets/locales/en/main';

/* What the compiler cannot check about texts: surplus ones, and their content. */

const files = import.meta.glob<object>('../../../assets/locales/*/**/*.json', {
  eager: true,
  import: 'default',
});
const bundles = Object.keys(import.meta.glob('../../../assets/locales/*/*.ts'));

/** A text, or a list of texts, by key: `wizard.enter.title`. */
type Texts = ReadonlyMap<string, string>;

function textsIn(words: object, path: string): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]): readonly (readonly [string, string])[] =>
    typeof value === 'string'
      ? [[`${path}.${key}`, value]]
      : Array.isArray(value)
        ? [[`${path}.${key}`, value.join('\n')]]
        : textsIn(value as object, `${path}.${key}`),
  );
}

const areaOf = (path: string): string => /\/locales\/[^/]+\/(.+)\.json$/.exec(path)?.[1] ?? '';

const textsOf = (language: Language): Texts =>
  new Map(
    Object.entries(files)
      .filter(([path]) => languageOf(path) === language)
      .flatMap(([path, words]) => textsIn(words, areaOf(path))),
  );

const COUNTED = /_(?:zero|one|two|few|many|other)$/;
/** Plural forms count as one text, since each language has its own forms. */
const places = (texts: Texts): readonly string[] =>
  [...new Set([...texts.keys()].map((place) => place.replace(COUNTED, '_counted')))].toSorted();
const gapsIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].toSorted();

const englishTexts = textsOf('en');

describe('the folders of words', () => {
  it('are those of the languages, each with its three files for the compiler', () => {
    const folders = new Set(Object.keys(files).map(languageOf));
    expect([...folders].toSorted()).toEqual([...languages].toSorted());
    expect(bundles.map((path) => path.replace(/.*\/locales\//, '')).toSorted()).toEqual(
      languages.flatMap((one) => ['first', 'later', 'main'].map((name) => `${one}/${name}.ts`)).toSorted(),
    );
  });
});

describe.each(languages)('the words in %s', (language) => {
  const texts = textsOf(language);

  it('are the same as in English, none too few and none too many', () => {
    expect(places(texts)).toEqual(places(englishTexts));
  });

  it('have every form that the language counts by, and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(localeOf(language)).resolvedOptions();
    const forms = [...texts.keys()].filter((place) => COUNTED.test(place));
    const counted = new Set(forms.map((form) => form.replace(COUNTED, '')));
    expect(counted.size).toBeGreaterThan(10);
    const wanted = [...counted].flatMap((place) => pluralCategories.map((form) => `${place}_${form}`));
    expect(forms.toSorted()).toEqual(wanted.toSorted());
  });

  it('have the same places to fill as in English', () => {
    for (const [place, text] of texts) {
      // The singular may be spelled out ("one value") in any language.
      const inEnglish = englishTexts.get(place) ?? englishTexts.get(place.replace(COUNTED, '_other')) ?? '';
      const uncounted = (names: readonly string[]) => names.filter((name) => name !== 'count');
      expect(uncounted(gapsIn(text)), place).toEqual(uncounted(gapsIn(inEnglish)));
      if (!COUNTED.test(place)) expect(gapsIn(text), place).toEqual(gapsIn(inEnglish));
    }
  });

  it('are whole: no text is empty, and no place is written any other way', () => {
    for (const [place, text] of texts) {
      expect(text, place).not.toBe('');
      expect(text.replaceAll(/\{\{\w+\}\}/g, ''), place).not.toMatch(/\{\{|\$t\(/);
    }
  });
});

describe('the words of findings', () => {
  it('are of findings, cases and systems that there are', () => {
    const { findings } = english;
    expect(Object.keys(findings.general).toSorted()).toEqual([...findingCodes].toSorted());
    const cases = Object.entries(findings.cases).flatMap(([code, words]) =>
      Object.keys(words).map((word) => `${code}:${word}`),
    );
    expect(cases.toSorted()).toEqual([...findingVariants].toSorted());
    expect(Object.keys(english.names.systems).toSorted()).toEqual(Object.keys(systems).toSorted());
    for (const { texts } of Object.values(systems))
      expect(findingCodes).toEqual(expect.arrayContaining(Object.keys(texts.en.findings)));
  });
});
