import type { ClipboardEvent } from 'react';

/**
 * A single-line field silently drops line breaks when pasting. This keeps them, so that they can be shown and removed
 * with consent.
 */
export function keepLineBreaks(
  event: ClipboardEvent<HTMLInputElement>,
  change: (value: string) => void,
): void {
  const pasted = event.clipboardData.getData('text/plain');
  if (!/[\r\n\u2028\u2029]/.test(pasted)) return;
  event.preventDefault();
  // Use the field's own text, not our value: the selection counts characters without the line breaks kept earlier.
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const from = selectionStart ?? value.length;
  change(value.slice(0, from) + pasted + value.slice(selectionEnd ?? from));
}
