/** The halves of `id / secret` or `id:secret`. Identifiers cannot contain a colon, so the first one separates them. */
export function pairedValues(text: string): readonly [string, string] | null {
  const whole = text.slice(0, 10_000).trim();
  const match =
    /^(\S+?)\s+(?:[/|:,&+–-]|and|et)\s+(\S+)$/.exec(whole) ??
    /^([^\s:/|,]+)\s?[:|,]\s?(\S+)$/.exec(whole) ??
    /^([^\s/]+)\/([^\s/]+)$/.exec(whole) ??
    /^(\S+)\s+(\S+)$/.exec(whole);
  const [, first = '', second = ''] = match ?? [];
  return first === '' || second === '' ? null : [first, second];
}
