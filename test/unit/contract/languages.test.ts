import { preferredLanguage } from '@contract/languages';
import { describe, expect, it } from 'vitest';

describe('preferredLanguage', () => {
  it.each([
    [['fr-CA', 'en-CA'], 'fr'],
    [['en-CA', 'fr-CA'], 'en'],
    [['tlh-001', 'fr-FR', 'en'], 'fr'],
    [['FR'], 'fr'],
    [['tlh'], 'en'],
    [['frr'], 'en'],
    [[], 'en'],
  ] as const)('%j → %s', (preferred, language) => {
    expect(preferredLanguage(preferred)).toBe(language);
  });
});
