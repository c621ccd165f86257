/** Scopes as in RFC 6749 §3.3: separated by one space, whatever separators were pasted. Nothing is dropped. */
export const normalizeScopes = (text: string): string =>
  text
    .split(/[\s,;]+/)
    .filter((scope) => scope !== '')
    .join(' ');
