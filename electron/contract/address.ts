/** Parses an absolute URL, or returns null. (`URL.parse` is newer than the oldest runtime we support.) */
export function parseAddress(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
