/* Access rules as OpenBao and Vault apply them (docs/vendors/shared-store.md#policies). */

const capabilities = ['create', 'read', 'update', 'delete', 'list', 'sudo', 'deny', 'patch'] as const;
export type Capability = (typeof capabilities)[number];

/** Pattern → what it allows. `*` at the end stands for anything, `+` for one part. */
export type Policy = ReadonlyMap<string, readonly Capability[]>;

/** Reads a policy in its JSON form; null if it is none. */
export function readPolicy(text: string): Policy | null {
  try {
    const { path } = JSON.parse(text) as { path?: Record<string, { capabilities?: unknown }> };
    if (path === undefined) return null;
    const rules = Object.entries(path).map(([pattern, rule]): [string, readonly Capability[]] => {
      const given = rule.capabilities;
      if (!Array.isArray(given) || !given.every((one) => capabilities.includes(one)))
        throw new Error('unknown capability');
      return [pattern, given];
    });
    return new Map(rules);
  } catch {
    return null;
  }
}

function matches(pattern: string, path: string): boolean {
  const isOpen = pattern.endsWith('*');
  const wanted = (isOpen ? pattern.slice(0, -1) : pattern).split('/');
  const parts = path.split('/');
  if (isOpen ? parts.length < wanted.length : parts.length !== wanted.length) return false;
  return wanted.every((want, at) => {
    const part = parts[at] ?? '';
    const isLast = at === wanted.length - 1;
    return want === '+' ? part !== '' : isOpen && isLast ? part.startsWith(want) : part === want;
  });
}

/** The more specific pattern wins: an exact one, else the later first wildcard, else the longer one. */
function isMoreSpecific(one: string, other: string): boolean {
  const wild = (text: string) => {
    const at = text.search(/[+*]/);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  return wild(one) === wild(other) ? one.length > other.length : wild(one) > wild(other);
}

/** What the policies together allow on a path; they add up, unless one denies. */
export function allowed(policies: readonly Policy[], path: string): readonly Capability[] {
  // A list may be allowed without the slash at its end.
  const paths = path.endsWith('/') ? [path, path.slice(0, -1)] : [path];
  for (const one of paths) {
    const patterns = policies
      .flatMap((policy) => [...policy.keys()])
      .filter((pattern) => matches(pattern, one));
    const [first, ...others] = patterns;
    if (first === undefined) continue;
    const best = others.reduce((best, pattern) => (isMoreSpecific(pattern, best) ? pattern : best), first);
    const given = new Set(policies.flatMap((policy) => policy.get(best) ?? []));
    return given.has('deny') ? ['deny'] : [...given].toSorted();
  }
  return ['deny'];
}

/** Whether any rule reaches below a mount. */
export const reaches = (policies: readonly Policy[], mount: string): boolean =>
  policies.some((policy) =>
    [...policy].some(([pattern, given]) => {
      const fixed = pattern.split(/[+*]/)[0] ?? '';
      return (
        !given.includes('deny') && (fixed.startsWith(mount) || (mount.startsWith(fixed) && fixed !== pattern))
      );
    }),
  );
