import { languages } from '@contract/languages';
import { describe, expect, it } from 'vitest';
import { main as english } from '../../../assets/locales/en/main';
import { main as french } from '../../../assets/locales/fr/main';
import { faults } from '../../../electron/practice/faults/faults';

const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: english.faults.name,
  fr: french.faults.name,
};

describe('the names of the faults', () => {
  it('are there in every language, each once', () => {
    expect(languages).toEqual(Object.keys(names));
    for (const language of languages) {
      expect(Object.keys(names[language] ?? {}).toSorted()).toEqual(Object.keys(faults).toSorted());
      expect(new Set(Object.values(names[language] ?? {})).size).toBe(Object.keys(faults).length);
    }
  });

  it('are written like the words of the window', () => {
    for (const [id, name] of Object.entries(names.en ?? {}))
      expect(name, id).not.toMatch(/['!]|\berrors?\b|\bfail/i);
    for (const [id, name] of Object.entries(names.fr ?? {}))
      expect(name, id).not.toMatch(/['!]|« | »|[^\u00a0]:(?=\s|$)|\berreurs?\b|\béch(?:ec|ou)/i);
  });
});
