import type { ClipboardEvent } from 'react';

/**
 * A one-line field silently drops the line breaks of what is pasted. They are kept instead, so that they can be
 * shown and removed with consent.
 */
export function keepLineBreaks(
  event: ClipboardEvent<HTMLInputElement>,
  change: (value: string) => void,
): void {
  const pasted = event.clipboardData.getData('text/plain');
  if (!/[\r\n\u2028\u2029]/.test(pasted)) return;
  event.preventDefault();
  // What stands in the field, not what is known of it: the place is counted in that, without earlier line breaks.
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const from = selectionStart ?? value.length;
  change(value.slice(0, from) + pasted + value.slice(selectionEnd ?? from));
}
