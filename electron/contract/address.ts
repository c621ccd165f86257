/** Parses an absolute address, or null. (`URL.parse` is younger than the oldest runtime this runs on.) */
export function parseAddress(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
