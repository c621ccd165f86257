import type { Note } from './notes';

/**
 * BSID of an Ontario board: B and five digits. The form is common usage and documented nowhere, so another one is
 * pointed out and never refused (docs/vendors/onsis.md#board-number).
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
