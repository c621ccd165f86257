import { describe, expect, it } from 'vitest';
import { languageOf } from '../../electron/language';

describe('languageOf', () => {
  it.each([
    [['fr-CA', 'en-CA'], 'fr'],
    [['en-CA', 'fr-CA'], 'en'],
    [['de-DE', 'fr-FR', 'en'], 'fr'],
    [['FR'], 'fr'],
    [['de'], 'en'],
    [['frr'], 'en'],
    [[], 'en'],
  ] as const)('%j → %s', (preferred, language) => {
    expect(languageOf(preferred)).toBe(language);
  });
});
