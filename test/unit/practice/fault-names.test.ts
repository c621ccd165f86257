import { languageOf } from '@contract/by-language';
import { describe, expect, it } from 'vitest';
import { main as english } from '../../../assets/locales/en/main';
import { main as french } from '../../../assets/locales/fr/main';
import { faults } from '../../../electron/practice/faults/faults';

const files = import.meta.glob<{ readonly name: Readonly<Record<string, string>> }>(
  '../../../assets/locales/*/faults.json',
  { eager: true, import: 'default' },
);

describe('the names of the faults', () => {
  it.each(Object.entries(files).map(([path, { name }]) => [languageOf(path), name] as const))(
    'are there in every language, each once: %s',
    (_, names) => {
      expect(Object.keys(names).toSorted()).toEqual(Object.keys(faults).toSorted());
      expect(new Set(Object.values(names)).size).toBe(Object.keys(faults).length);
    },
  );

  it('are written like the words of the window', () => {
    for (const [id, name] of Object.entries(english.faults.name))
      expect(name, id).not.toMatch(/['!]|\berrors?\b|\bfail/i);
    for (const [id, name] of Object.entries(french.faults.name))
      expect(name, id).not.toMatch(/['!]|« | »|[^\u00a0]:(?=\s|$)|\berreurs?\b|\béch(?:ec|ou)/i);
  });
});
