import type { Seeded } from './seeded';

/* Bad input derived from good input: what a user, a disk, another program or an attacker could produce. */

const ODD_TEXTS = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '../../etc/passwd',
  '\u0000',
  '\ud800',
  '\ufeff',
  '\u202e\u200b',
  '"',
  '\\',
  '{"a":1}',
  'x'.repeat(70),
  'x'.repeat(5_000),
  'https://a.test:99999/',
  '<script>alert(1)</script>',
  '1e999',
  '-0',
] as const;

/** Anything that survives a structured clone. */
function junk(random: Seeded, depth = 0): unknown {
  const simple: readonly unknown[] = [
    null,
    undefined,
    true,
    false,
    0,
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    10n,
    new Date(0),
    new Map([['__proto__', 1]]),
    /x/,
    random.pick(ODD_TEXTS),
    random.pick(ODD_TEXTS),
  ];
  if (depth > 3 || random.chance(0.7)) return random.pick(simple);
  if (random.chance(0.5)) return Array.from({ length: random.whole(0, 4) }, () => junk(random, depth + 1));
  return polluting(Object.fromEntries([[random.pick(ODD_TEXTS), junk(random, depth + 1)]]), random);
}

/** The value with one to three parts replaced, removed, added or nested. */
export function mutated(value: unknown, random: Seeded): unknown {
  let result = value;
  for (let left = random.whole(1, 3); left > 0; left -= 1) result = mutatedOnce(result, random);
  return result;
}

function mutatedOnce(value: unknown, random: Seeded): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = [...value];
    const at = random.whole(0, items.length);
    const way = random.whole(1, 3);
    if (way === 1) items.splice(at, 1);
    else if (way === 2) items.splice(at, 0, items.length > 0 ? items[0] : junk(random));
    else if (at < items.length) items[at] = mutatedOnce(items[at], random);
    return items;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    const at = random.whole(0, Math.max(entries.length - 1, 0));
    const entry = entries[at];
    if (random.chance(0.2)) return polluting(Object.fromEntries(entries), random);
    if (entry === undefined || random.chance(0.15)) entries.push([random.pick(ODD_TEXTS), junk(random)]);
    else if (random.chance(0.2)) entries.splice(at, 1);
    else entries[at] = [entry[0], mutatedOnce(entry[1], random)];
    return Object.fromEntries(entries);
  }
  if (typeof value === 'string' && random.chance(0.5)) return mutatedText(value, random);
  return junk(random);
}

/** With an own member `__proto__` that is not the prototype, as JSON.parse creates it. */
function polluting(value: Record<string, unknown>, random: Seeded): unknown {
  const name = random.pick(['__proto__', 'constructor', 'prototype']);
  return Object.defineProperty(value, name, {
    value: { polluted: true, prototype: { polluted: true } },
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** A text with parts cut, doubled, moved or replaced. */
export function mutatedText(text: string, random: Seeded): string {
  let result = text;
  for (let left = random.whole(1, 4); left > 0; left -= 1) {
    const from = random.whole(0, result.length);
    const to = Math.min(result.length, from + random.whole(0, Math.max(1, Math.floor(result.length / 4))));
    const part = result.slice(from, to);
    result =
      result.slice(0, from) +
      random.pick([
        '',
        part + part,
        random.pick(ODD_TEXTS),
        [...part].reverse().join(''),
        part.toUpperCase(),
      ]) +
      result.slice(to);
  }
  // Doubling must not grow without bound.
  return result.slice(0, 400_000);
}

/** Bytes with some flipped, cut off, doubled or zeroed. */
export function mutatedBytes(bytes: Uint8Array, random: Seeded): Uint8Array {
  const result = new Uint8Array(bytes);
  if (random.chance(0.2)) return result.slice(0, random.whole(0, result.length));
  for (let left = random.whole(1, 6); left > 0; left -= 1) {
    const at = random.whole(0, Math.max(0, result.length - 1));
    if (random.chance(0.5)) result[at] = (result[at] ?? 0) ^ (1 << random.whole(0, 7));
    else result.fill(random.whole(0, 255), at, at + random.whole(1, 16));
  }
  return random.chance(0.1) ? Uint8Array.from([...result, ...result.slice(0, 64)]) : result;
}
