/** The day that a text names as year, month, day, with or without marks between; '' for no text, null for no such day. */
export function dayIn(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const parts = /^([1-9]\d{3})([-/. ]?)(\d{2})\2(\d{2})$/.exec(trimmed);
  if (parts === null) return null;
  const day = `${parts[1]}-${parts[3]}-${parts[4]}`;
  // A thirtieth of February is moved to March there, or is no date at all.
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
