// The apostrophe as React writes it: what main draws must equal what React draws (renderer/first-paint/draw.tsx).
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** Text as HTML, in an element or in a quoted attribute. Throws when it is no text. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
