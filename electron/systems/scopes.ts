/** Scopes as RFC 6749 §3.3 wants them: one space between, whatever separators were pasted; nothing is dropped. */
export const normalizeScopes = (text: string): string =>
  text
    .split(/[\s,;]+/)
    .filter((scope) => scope !== '')
    .join(' ');
