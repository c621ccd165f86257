import { byLanguage } from '@contract/by-language';
import { findingVariants, wordsOfCase } from '@contract/finding-variants';
import { findingCodes, type OwnFindingText } from '@contract/findings';
import type { Language } from '@contract/languages';
import { systemFor, systems } from '@systems/catalogue';
import { providerIds } from '@systems/providers/catalogue';
import { describe, expect, it } from 'vitest';
import type english from '../../../assets/locales/en/findings.json';
import { textOf } from '../../support/documents';
import { formulas, measureOf, sentencesOf, syllablesIn, wordsOf } from '../../support/readability';
import { rowsOf } from '../../support/words-table';

/* Findings and guides are read by somebody in a hurry: short sentences, plain words. docs/words.md says what was measured. */

const LONGEST = 20;
/** The longest of what stands for `{{owner}}`, in either language: it is no more than this. */
const OWNER = 'whoever runs your Aeries site';
/** Messages to send are read by specialists. */
const LONGEST_IN_MESSAGE = 25;

const rows = rowsOf(textOf('docs/words.md'));
const words = byLanguage<Pick<typeof english, 'general' | 'cases'>>('findings', () =>
  import.meta.glob<typeof english>('../../../assets/locales/*/findings.json', {
    eager: true,
    import: 'default',
  }),
);
/** Languages that a formula of readability is known for. */
const measurable = Object.keys(formulas) as (keyof typeof formulas)[];

/** The words of every finding: the general ones, those of its cases, and each system's and product's own. */
const cardsIn = (language: Language): readonly (readonly [name: string, text: OwnFindingText])[] => {
  const { general, cases } = words[language];
  return [
    ...findingCodes.map((code) => [code, general[code]] as const),
    ...findingVariants.map((variant) => [variant, wordsOfCase(cases, variant)] as const),
    ...Object.values(systems).flatMap((system) =>
      Object.entries(system.texts[language].findings).map(
        ([code, text]) => [`${system.id}: ${code}`, text] as const,
      ),
    ),
    ...providerIds.flatMap((provider) => {
      const { texts } = systemFor({ system: 'oneroster', values: { provider } });
      const { findings, remarks = {} } = texts[language];
      return Object.entries({ ...findings, ...remarks }).map(
        ([code, text]) => [`${provider}: ${code}`, text] as const,
      );
    }),
  ];
};
const readOf = ({ title, happened, todo }: OwnFindingText): string =>
  [title, happened, todo].filter((part) => part !== undefined).join('\n');

const files = import.meta.glob<object>('../../../assets/locales/*/{findings,providers,systems/*}.json', {
  eager: true,
  import: 'default',
});
type Texts = readonly (readonly [place: string, text: string])[];
const textsIn = (found: object, path: string): Texts =>
  Object.entries(found).flatMap(([key, value]): Texts => {
    const place = `${path}.${key}`;
    return typeof value === 'string' ? [[place, value]] : textsIn(value as object, place);
  });

/** Sentences with too many words, each by its place. */
const tooLong = (texts: Texts): readonly string[] =>
  texts.flatMap(([place, text]) =>
    sentencesOf(text.replaceAll('{{owner}}', OWNER))
      .map((sentence) => [wordsOf(sentence).length, sentence] as const)
      .filter(([count]) => count > (place.endsWith('.send') ? LONGEST_IN_MESSAGE : LONGEST))
      .map(([count, sentence]) => `${place}, ${count} words: ${sentence}`),
  );

describe('sentences of findings and guides', () => {
  it.each(Object.entries(files))('are short in %s', (path, found) => {
    expect(tooLong(textsIn(found, path.replace(/.*\/locales\//, '')))).toEqual([]);
  });

  it('are found when they are long, longer ones in messages', () => {
    const sentence = `A ${'word '.repeat(19)}{{host}}.`;
    const message = `A ${'word '.repeat(24)}{{host}}.`;
    expect(tooLong([['a.todo', `Short. ${sentence} Short.`]])).toEqual([
      `a.todo, 21 words: A ${'word '.repeat(19)}X.`,
    ]);
    expect(tooLong([['a.send', `Hello,\n\n${sentence}`]])).toEqual([]);
    expect(tooLong([['a.send', `Hello,\n\n${message}`]])).toHaveLength(1);
  });
});

/** Cards that are too hard to read, each with its measure. */
const outOf = (
  cards: readonly (readonly [name: string, text: OwnFindingText])[],
  language: keyof typeof formulas,
): readonly string[] => {
  const formula = formulas[language];
  const terms = rows.flatMap((row) => row.terms[language]);
  return cards
    .map(([name, text]) => [name, formula.valueOf(measureOf(readOf(text), formula, terms))] as const)
    .filter(([, value]) => formula.isTooHard(value))
    .map(([name, value]) => `${name}: ${value.toFixed(1)}`);
};

describe('cards of findings', () => {
  it.each(measurable)('are each easy to read in %s', (language) => {
    expect(outOf(cardsIn(language), language)).toEqual([]);
  });

  it('are found when they are hard', () => {
    const hard = {
      title: 'Authentication unsuccessful',
      happened: 'Communication with the infrastructure was terminated unexpectedly during negotiation.',
    };
    const ardu = {
      title: 'Authentification infructueuse',
      happened:
        'La communication avec l’infrastructure a été interrompue inopinément pendant la négociation.',
    };
    expect(outOf([['hard', hard]], 'en')).toHaveLength(1);
    expect(outOf([['ardu', ardu]], 'fr')).toHaveLength(1);
  });
});

describe('the measure of a text', () => {
  it.each([
    ['en', 'server', 2],
    ['en', 'name', 1],
    ['en', 'tables', 2],
    ['en', 'refused', 2],
    ['en', 'expected', 3],
    ['en', 'addresses', 3],
    ['en', 'network’s', 2],
    ['en', 'OneRoster', 1],
    ['fr', 'adresse', 2],
    ['fr', 'réussi', 3],
    ['fr', 'l’ordinateur', 4],
    ['fr', 'vérifiez', 3],
    ['fr', 'peuvent', 1],
    ['fr', 'le', 1],
  ] as const)('counts in %s the syllables of %s: %i', (language, word, count) => {
    expect(syllablesIn(word, formulas[language])).toBe(count);
  });

  it('counts each word of a term as one syllable, and a place to fill as one word', () => {
    expect(
      measureOf('{{host}} has a certificate authority. Look.', formulas.en, ['certificate authority']),
    ).toEqual({
      words: 6,
      sentences: 2,
      syllables: 6,
    });
    expect(measureOf('An authority.', formulas.en, ['certificate authority']).syllables).toBe(5);
  });

  it('is what the two formulas say of numbers worked by hand', () => {
    // 10 words a sentence, 1.5 syllables a word.
    const measure = { words: 100, sentences: 10, syllables: 150 };
    expect(formulas.en.valueOf(measure)).toBeCloseTo(6.01, 2);
    expect(formulas.fr.valueOf(measure)).toBeCloseTo(86.45, 2);
  });
});
