import { languageOf } from '@contract/by-language';
import { fill, fillCounted } from '@contract/fill';
import { type Language, languages, localeOf } from '@contract/languages';
import { isolated } from '@contract/printable';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';

/* i18next fills in the window's texts, `fill` all others; both must agree on one syntax. */

const files = import.meta.glob<object>('../../../assets/locales/*/{first,later,main}.ts', { eager: true });

/** Each language's texts from its three files. */
const wordsOf = (language: Language): object =>
  Object.assign({}, ...Object.entries(files).map(([path, words]) => languageOf(path) === language && words));

const COUNTED = /_(?:zero|one|two|few|many|other)$/;
/** Every text by its key; the lines of a list use their index. */
const leaves = (value: object, path: string): readonly (readonly [string, string])[] =>
  Object.entries(value).flatMap(([key, each]): readonly (readonly [string, string])[] =>
    typeof each === 'string' ? [[`${path}${key}`, each]] : leaves(each, `${path}${key}/`),
  );

/** A value must never be interpreted as syntax. */
const odd = 'A & <b>“x”</b> {{host}} $t(common/appName) $1 $& \u00a0';

async function windowsWay(language: Language) {
  const instance = i18next.createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    keySeparator: '/',
    nsSeparator: false,
    resources: { [language]: { translation: wordsOf(language) } },
    interpolation: { escape: isolated },
  });
  return (key: string, values: object): string => String(instance.t(key as never, values as never));
}

describe.each(languages)('texts in %s', (language) => {
  const texts = leaves(wordsOf(language), '');

  it('are filled as the window fills them', async () => {
    const t = await windowsWay(language);
    // An empty text of main's replaces a word by nothing. The window has none, and would say its key.
    const plain = texts.filter(
      ([key, text]) => !COUNTED.test(key) && !(key.startsWith('main/') && text === ''),
    );
    expect(plain.length).toBeGreaterThan(1500);
    for (const [key, text] of plain) {
      const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
      const values = Object.fromEntries(
        names.map((name, at) => [name, name === 'count' ? 12 : `${odd}${at}`]),
      );
      expect(fill(text, values), key).toBe(t(key, values));
    }
  });

  it('are counted as the window counts them', async () => {
    const t = await windowsWay(language);
    const counted = new Set(
      texts.filter(([key]) => COUNTED.test(key)).map(([key]) => key.replace(COUNTED, '')),
    );
    const all: Readonly<Record<string, string>> = Object.fromEntries(texts);
    for (const key of counted)
      for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 1000, 1_000_000, 2_000_000]) {
        const names = [...(all[`${key}_other`] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(
          ([, name = '']) => name,
        );
        const others = Object.fromEntries(
          names.filter((name) => name !== 'count').map((name) => [name, odd]),
        );
        const said = fillCounted(language, all, key, count, others);
        expect(said, `${key} ${count}`).toBe(t(key, { count, ...others }));
      }
  });
});

describe('a text', () => {
  it('keeps no place open', () => {
    expect(fill('{{host}} answers', {})).toBe(' answers');
    expect(fill('{{host}}: {{host}}', { host: '{{host}}' })).toBe('{{host}}: {{host}}');
  });

  it('is counted by its language’s own rules', () => {
    const texts = { found_one: 'une', found_many: 'beaucoup de {{count}}', found_other: '{{count}}' };
    const said = [0, 1, 2, 1_000_000].map((count) => fillCounted('fr', texts, 'found', count));
    expect(said).toEqual(['une', 'une', '2', 'beaucoup de 1000000']);
    expect(fillCounted('en', texts, 'found', 0)).toBe('0');
    expect(localeOf('fr')).toBe('fr-CA');
  });
});
