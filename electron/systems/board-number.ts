import type { Note } from './notes';

/**
 * The BSID of an Ontario board: B and five digits. This is common usage but documented nowhere, so other forms get a
 * warning and are never rejected (docs/vendors/onsis.md#board-number).
 */
export function boardNumberNotes(value: string): readonly Note[] {
  if (value === '' || /^B\d{5}$/.test(value)) return [];
  const tidy = value.replaceAll(/[\s\u200b-\u200d\u2060\ufeff]+/g, '').toUpperCase();
  const note: Note = {
    code: 'unusual-form',
    field: 'boardNumber',
    severity: 'warns',
    words: 'board-number',
  };
  return [/^B\d{5}$/.test(tidy) ? { ...note, repaired: tidy } : note];
}
