import { describe, expect, it } from 'vitest';
import { faults } from '../../../electron/practice/faults/faults';

const rows = Object.entries(faults);

describe('the names of the faults', () => {
  it('are there in both languages, each once', () => {
    for (const language of ['en', 'fr'] as const)
      expect(new Set(rows.map(([, fault]) => fault[language])).size).toBe(rows.length);
  });

  it('are written like the words of the window', () => {
    for (const [id, { en, fr }] of rows) {
      expect(en, id).not.toMatch(/['!]|\berrors?\b|\bfail/i);
      expect(fr, id).not.toMatch(/['!]|« | »|[^\u00a0]:(?=\s|$)|\berreurs?\b|\béch(?:ec|ou)/i);
    }
  });
});
