/**
 * Compares versions such as `21.11.2.0` part by part as numbers: negative, zero or positive; NaN if one is not a
 * version.
 */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [parts(left), parts(right)];
  if (a === null || b === null) return Number.NaN;
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function parts(version: string): readonly number[] | null {
  return /^\d{1,9}(\.\d{1,9}){0,5}$/.test(version.trim()) ? version.trim().split('.').map(Number) : null;
}
