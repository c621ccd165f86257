import { preferredLanguage, regionIn } from '@contract/languages';
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

describe('regionIn', () => {
  it.each([
    ['en-US', 'US'],
    ['fr_CA.UTF-8', 'CA'],
    ['ca_ES@valencia', 'ES'],
    ['zh-Hant-TW', 'TW'],
    ['en-CA-u-hc-h23', 'CA'],
    ['en', null],
    ['en-Latn', null],
    ['es-419', null],
    ['C', null],
    ['C.UTF-8', null],
    ['POSIX', null],
    ['en-US@posix', null],
    ['en-US-u-va-posix', null],
    ['', null],
  ])('“%s” names %s', (locale, region) => expect(regionIn(locale)).toBe(region));
});
