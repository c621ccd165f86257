import { existsSync } from 'node:fs';
import { findingCodes } from '@contract/findings';
import { systemFor, systems } from '@systems/catalogue';
import { findingWords } from '@systems/finding-words';
import { sourcesOf } from '@systems/sources';
import type { System } from '@systems/system';
import { describe, expect, it } from 'vitest';

/* What a system’s own words rest on. Words about every server need no source. */

const campus = systemFor({ system: 'oneroster', values: { provider: 'infinite-campus' } });
const linesOf = (
  system: System | undefined,
  code: (typeof findingCodes)[number],
  facts: Readonly<Record<string, string>> = {},
) =>
  findingWords({ code, subject: null, facts: { host: 'sis.example', ...facts } }, system, 'en').sources.map(
    ({ line }) => line.replace(/^docs\/vendors\//, ''),
  );

describe('the sources of a finding', () => {
  it('are the lines that it rests on, of a product by its name', () => {
    expect(linesOf(campus, 'credentials-rejected')).toEqual([
      'oneroster-providers.md#campus-key',
      'oneroster-providers.md#campus-expiry',
      'oneroster-providers.md#campus-switches',
    ]);
    expect(linesOf(campus, 'credentials-rejected', { problem: 'no-campus-application' })).toContain(
      'oneroster-providers.md#campus-token',
    );
    expect(linesOf(campus, 'field-invalid', { problem: 'campus-key-prefix' })).toEqual([
      'oneroster-providers.md#campus-key',
    ]);
  });

  it('are the page of the system, of words that only the system has', () => {
    expect(linesOf(systems['aeries-oneroster'], 'client-not-allowed')).toEqual(['aeries-oneroster.md']);
  });

  it('are none for words about every server', () => {
    expect(linesOf(campus, 'connection-refused')).toEqual([]);
    expect(linesOf(undefined, 'credentials-rejected')).toEqual([]);
  });

  it.each(Object.values(systems))('are never missing where $id has words of its own', (system) => {
    expect(existsSync(system.source)).toBe(true);
    for (const code of findingCodes)
      expect(linesOf(system, code).length > 0, code).toBe(system.texts.en.findings[code] !== undefined);
  });
});

it('what was not tested has its lines, said in each language', () => {
  const of = (language: 'en' | 'fr') => sourcesOf(campus, language, (part) => part === 'limits');
  expect(of('en').map(({ line }) => line.split('#')[1])).toEqual(['campus-accounts', 'campus-grade-book']);
  expect(of('en')[0]?.how).toBe('documented on kb.infinitecampus.com');
  expect(of('fr')[0]?.how).toBe('documenté sur kb.infinitecampus.com');
});
