import type { Note } from './notes';

/**
 * BSID of an Ontario board: B and five digits, by common usage only (protocols §1.2), so a hint and never a
 * hindrance.
 */
export function boardNumberNotes(value: string): readonly Note[] {
  if (value === '' || /^B\d{5}$/.test(value)) return [];
  const tidy = value.replaceAll(/[\s\u200b-\u200d\u2060\ufeff]+/g, '').toUpperCase();
  const note: Note = { code: 'board-number-form', field: 'boardNumber', severity: 'warns' };
  return [/^B\d{5}$/.test(tidy) ? { ...note, repaired: tidy } : note];
}
