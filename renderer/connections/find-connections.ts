/* Searches connections by the text on their rows. Pure, and fast enough for thousands at every keystroke. */

/** Without case or accents: nobody should have to type "Établi" to find it. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/**
 * Returns a predicate that tells whether a folded text contains every word of the query. An empty query matches
 * everything.
 */
export function finds(query: string): (foldedText: string) => boolean {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return (text) => words.every((word) => text.includes(word));
}

/** Ctrl+F, or ⌘F. */
export const asksForSearch = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'f' && (ctrlKey || metaKey) && !altKey;
