import type { Field } from './system';

/*
 * What of the text after a label is the value. More than one candidate means that the text can be read in several
 * ways; the person then chooses. Candidates of a secret are always a stretch of the text, to the byte.
 */

/**
 * Offsets are those of the stretch; `value` differs from it only where the text shows an address and a port apart, or
 * says a choice in its own words.
 */
export interface Candidate {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of the pasted text in which a value is looked for. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Manner {
  readonly inQuotes: boolean;
  /** The value stands on a line of its own under its label, where any word might stand. */
  readonly ownLine: boolean;
}

const PROSE = new Set(
  'the to be in on see will is are was of for an this that by with we you your please follow follows attached separate separately below above not same sent soon provided voir sera seront est sont le la les un une dans par pour avec vous votre nous ci ce cette suit joint jointe même séparé séparément prochain courriel fourni et and or ou'.split(
    ' ',
  ),
);

export function candidatesIn(field: Field, stretch: Stretch, manner: Manner): readonly Candidate[] {
  const within = trimmed(stretch);
  if (within.start === within.end) return [];
  if (field.kind === 'address') return addresses(within);
  if (field.kind === 'scopes') return scopesIn(within, manner);
  if (field.kind === 'choice') return choicesIn(field, within);
  return words(field, within, manner);
}

const textOf = ({ text, start, end }: Stretch): string => text.slice(start, end);
const candidate = (stretch: Stretch): Candidate => ({
  value: textOf(stretch),
  start: stretch.start,
  end: stretch.end,
});

function trimmed({ text, start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { text, start: from, end: to };
}

const isProse = (text: string): boolean => {
  const parts = text.split(/\s+/);
  if (parts.length < 2) return false;
  return parts.length > 6 || parts.some((part) => PROSE.has(part.toLowerCase().replaceAll(/[^\p{L}]/gu, '')));
};

// --- choices

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z\d]/g, '');

/** `OAuth 2.0` says `oauth2`, `OneRoster 1.1` says `1.1`; words that name no choice are no value. */
function choicesIn(field: Field, stretch: Stretch): readonly Candidate[] {
  const said = bare(textOf(stretch).slice(0, 80));
  return (field.choices ?? [])
    .filter((choice) => said.includes(bare(choice)))
    .map((value) => ({ value, start: stretch.start, end: stretch.end }));
}

// --- identifiers and secrets

function words(field: Field, stretch: Stretch, manner: Manner): readonly Candidate[] {
  const whole = withoutRemark(stretch);
  const text = textOf(whole);
  if (isProse(text) || looksEmpty(text)) return [];
  if (manner.ownLine && (/\s/.test(text) || /^\p{L}{1,20}[,.]?$/u.test(text))) return [];
  const inner = unwrapped(whole);
  if (inner !== null && (manner.inQuotes || inner.sure || !field.secret)) return [candidate(inner.stretch)];
  const readings = [candidate(whole)];
  if (inner !== null) readings.push(candidate(inner.stretch));
  if (/[.,;]$/.test(text) && text.length > 1) {
    const shorter = candidate(trimmed({ ...whole, end: whole.end - 1 }));
    if (!field.secret) return [shorter];
    readings.push(shorter);
  }
  return readings;
}

const looksEmpty = (text: string): boolean => /^[\p{P}\p{S}]+$/u.test(text) && /^[-–—_.…*•x\s]+$/i.test(text);

/** `abc (the same for all instances)` → `abc`. */
function withoutRemark(stretch: Stretch): Stretch {
  const text = textOf(stretch);
  const at = text.search(/\s[([]/);
  if (at <= 0 || !/[)\]][.;,]?$/.test(text)) return stretch;
  return trimmed({ ...stretch, end: stretch.start + at });
}

const PAIRS: Readonly<Record<string, { readonly close: string; readonly sure: boolean }>> = {
  '“': { close: '”', sure: true },
  '„': { close: '“', sure: true },
  '«': { close: '»', sure: true },
  '‘': { close: '’', sure: true },
  '"': { close: '"', sure: false },
  "'": { close: "'", sure: false },
  '`': { close: '`', sure: false },
  '<': { close: '>', sure: false },
  '*': { close: '*', sure: false },
};

/** What stands inside a pair of quotes; `sure` when nobody could have meant them as part of a secret. */
function unwrapped(stretch: Stretch): { readonly stretch: Stretch; readonly sure: boolean } | null {
  const pair = PAIRS[stretch.text.charAt(stretch.start)];
  if (pair === undefined) return null;
  let end = stretch.end;
  if (/[,;.]/.test(stretch.text.charAt(end - 1))) end -= 1;
  if (end - stretch.start < 3 || stretch.text.charAt(end - 1) !== pair.close) return null;
  let inner = { ...stretch, start: stretch.start + 1, end: end - 1 };
  if (stretch.text.startsWith('**', stretch.start) && stretch.text.endsWith('**', end)) {
    inner = { ...inner, start: inner.start + 1, end: inner.end - 1 };
  }
  return { stretch: pair.sure ? trimmed(inner) : inner, sure: pair.sure };
}

// --- addresses

const ADDRESS = /https?:\/\/[^\s<>"“”«»`|\\^{}]+/gi;
const PORT_APART = /^>?\s{0,5}(?:[/,;(|–—-]\s{0,5})?(?:port\s{0,5}[:=]?\s{0,5})?(\d{2,5})(?![\w.])/i;

function addresses(stretch: Stretch): readonly Candidate[] {
  const text = textOf(stretch);
  const found: Candidate[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const value = withoutPunctuation(match[0]);
    const start = stretch.start + match.index;
    found.push({ value, start, end: start + value.length });
    const port = PORT_APART.exec(
      text.slice(match.index + match[0].length, match.index + match[0].length + 40),
    );
    const joined = port === null ? null : withPort(value, port[1] ?? '');
    if (joined !== null) found.push({ value: joined, start, end: start + value.length });
  }
  if (found.length > 0) return found;
  const bare = withoutPunctuation(/^[^\s<>"“”«»]+/.exec(text.replace(/^[<"“«]\s?/, ''))?.[0] ?? '');
  if (!/^[a-z\d-]+(\.[a-z\d-]+)+(:\d{1,5})?([/?]\S*)?$/i.test(bare)) return [];
  const start = stretch.start + text.indexOf(bare);
  return [{ value: bare, start, end: start + bare.length }];
}

/** A full stop or bracket after an address belongs to the sentence around it. */
function withoutPunctuation(address: string): string {
  const opened = address.indexOf('(');
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ')' && opened >= 0 && opened < end - 1) break;
    if (!/[.,;:!?)\]'’*]/.test(last)) break;
  }
  return address.slice(0, end);
}

function withPort(address: string, port: string): string | null {
  const authority = /^https?:\/\/[^/?#]+/i.exec(address)?.[0] ?? '';
  if (authority === '' || /:\d+$/.test(authority) || Number(port) > 65_535) return null;
  return `${authority}:${port}${address.slice(authority.length)}`;
}

// --- scopes

const isScope = (part: string): boolean =>
  /^(openid|profile|email)$/i.test(part) || (/^[\w./:*+-]+$/.test(part) && /[\w*+-][./:_]/.test(part));

/** True for a line that can only be more of the scopes above it. */
export function continuesScopes(line: string): boolean {
  const parts = line
    .trim()
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => isScope(part) && !/[.:]$/.test(part));
}

function scopesIn(stretch: Stretch, manner: Manner): readonly Candidate[] {
  const inner = unwrapped(stretch)?.stretch ?? withoutRemark(stretch);
  const text = textOf(inner);
  if (manner.ownLine && !continuesScopes(text)) return [];
  const parts = text.split(/[\s,;]+/);
  if (parts.some((part) => PROSE.has(part.toLowerCase())) || looksEmpty(text)) return [];
  const end = /[.,;]$/.test(text) ? inner.end - 1 : inner.end;
  return [candidate({ ...inner, end })];
}
