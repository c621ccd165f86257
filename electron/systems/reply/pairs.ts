/** The two halves of `id / secret` or `id:secret`; a colon cannot stand in an identifier, so that it parts at the first. */
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
