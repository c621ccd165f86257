import { describe, expect, it } from 'vitest';
import { en, fr } from '../../../support/window-words';

type Leaf = readonly [path: string, text: string];
function leaves(words: object, path = ''): readonly Leaf[] {
  return Object.entries(words).flatMap(([key, value]): readonly Leaf[] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}
const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

describe('the words of the window', () => {
  it('have the same places to fill in both languages', () => {
    const french = new Map(leaves(fr));
    for (const [path, text] of leaves(en)) {
      // The singular may be spelled out ("one value") in either language.
      const counted = (names: readonly (string | undefined)[]) => names.filter((name) => name !== 'count');
      expect(counted(places(french.get(path) ?? '')), path).toEqual(counted(places(text)));
    }
  });

  it('blame nobody and shout at nobody', () => {
    for (const [path, text] of leaves(en))
      expect(text, path).not.toMatch(/\berrors?\b|\binvalid\b|failed to|!/i);
    for (const [path, text] of leaves(fr))
      expect(text, path).not.toMatch(/\berreurs?\b|\binvalides?\b|échoué|!/i);
  });

  it('use typographic apostrophes, and no-break spaces where French wants them', () => {
    for (const [path, text] of [...leaves(en), ...leaves(fr)]) expect(text, path).not.toContain("'");
    for (const [path, text] of leaves(fr)) expect(text, path).not.toMatch(/« | »|\w :(\s|$)/);
  });
});
