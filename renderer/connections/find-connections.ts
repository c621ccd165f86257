/* Finding connections by what is written on their rows. Pure, and quick enough for thousands at every keystroke. */

/** Without case and accents: nobody should have to type "Établi" to find it. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Which of the texts, folded beforehand, hold every word of the query; all of them when it has none. */
export function finds(query: string): (foldedText: string) => boolean {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return (text) => words.every((word) => text.includes(word));
}

/** Ctrl+F, or ⌘F. */
export const asksForSearch = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'f' && (ctrlKey || metaKey) && !altKey;
