import { canonicalLabel } from '../labels';
import { fromBase64 } from './base64';
import { environmentNamed } from './environment-words';
import type { LabelBook } from './label-book';
import { type Extracted, joinHeadings, type LabelledValue, withoutStretches } from './labelled-value';
import { namesOther } from './other-products';
import { isOpeningQuote, quotedAt } from './quotes';

/*
 * JSON anywhere in a text, and text that is almost JSON: with comments, single or curly quotes, unquoted names, an
 * extra comma, a missing brace. It is read once from left to right, so the time is linear in the length.
 */

interface Leaf {
  readonly path: readonly string[];
  /** The names of the objects around it, from members such as `name`. */
  readonly names: readonly string[];
  readonly value: string;
  readonly at: number;
}

type Parsed =
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'list'; readonly items: readonly Parsed[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Parsed])[] };

const DEEPEST = 60;
const LONGEST_COMMENT = 2000;
const BEGINNING =
  /[{[](?=\s{0,200}(?:["'“”‘’]|[A-Za-z_$][\w$.-]{0,60}\s{0,3}[:=]|[{[]\s{0,200}["'“”‘’{[A-Za-z_$]|\/\/|\/\*))/g;
const BLANKS = /\s*/y;
const BARE_NAME = /[A-Za-z_$][\w$.-]*/y;
const BARE_VALUE = /[^\s,;{}[\]"'“”]+/y;

/** Members that name the object they are in. */
const NAMING =
  /^(?:environment|environnement|env|instance|name|nom|title|label|stage|tier|site|(?:tenant|district|school|board|org|organization|client|customer)_?name)$/i;
const PAIR_KEY =
  /^(?:(?:parameter|option|setting|env|field|property|attribute|secret|variable)?_?(?:key|name)|id|label|field|setting|variable|property|cle|nom)$/i;
const PAIR_VALUE =
  /^(?:(?:parameter|option|setting|env|field|property|attribute|secret|current|initial)?_?value|val|valeur)$/i;
/** The manifest of a Kubernetes secret: the values under `data` are in base64. */
const isSecretManifest = (members: readonly (readonly [string, Parsed])[]): boolean =>
  members.some(([name, member]) => name === 'kind' && member.kind === 'text' && member.value === 'Secret');

export function jsonIn(text: string, book: LabelBook): Extracted {
  const values: LabelledValue[] = [];
  const stretches: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(BEGINNING)) {
    if (match.index < from) continue;
    // `{{client_id}}` is a placeholder of a template, `@{` begins a hash table of PowerShell.
    if (
      text.startsWith('{{', match.index) &&
      !/^\{\{\s*["'“]/.test(text.slice(match.index, match.index + 20))
    )
      continue;
    const reader = new Reader(text, match.index);
    const parsed = reader.value(0);
    from = Math.max(reader.at, match.index + 1);
    if (parsed === null || reader.members === 0) continue;
    const found = valuesIn(parsed, book, match.index);
    // Valid JSON without any of our labels is skipped, unless its strings may contain labelled text.
    if (found.length === 0 && !isWholeJson(text.slice(match.index, reader.at), book)) continue;
    values.push(...found);
    stretches.push([match.index, reader.at]);
  }
  return { values, rest: withoutStretches(text, stretches) };
}

const LONGEST_UNLABELLED = 100_000;

function isWholeJson(text: string, book: LabelBook): boolean {
  if (text.length > LONGEST_UNLABELLED || !text.startsWith('{') || !text.endsWith('}')) return false;
  try {
    JSON.parse(text);
  } catch {
    return false;
  }
  return (
    !/"(?:[^"\\]|\\.){0,4000}[:=\n](?:[^"\\]|\\.){0,4000}"(?!\s*:)/.test(text) || !book.mayHoldWanted(text)
  );
}

/** The labelled values of JSON inside another value. */
export function valuesInJson(text: string, book: LabelBook, at: number): readonly LabelledValue[] {
  if (!/^\s*[{[]/.test(text)) return [];
  const reader = new Reader(text, text.search(/[{[]/));
  const parsed = reader.value(0);
  return parsed === null || reader.members === 0
    ? []
    : valuesIn(parsed, book, at).map((one) => ({ ...one, at }));
}

class Reader {
  members = 0;
  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  value(depth: number): Parsed | null {
    this.skip();
    const start = this.at;
    const first = this.text.charAt(start);
    if (first === '{' || first === '[') return depth >= DEEPEST ? null : this.inside(first, depth);
    if (isOpeningQuote(first)) {
      const quoted = quotedAt(this.text, start);
      if (quoted === null) return null;
      this.at = quoted.end;
      return { kind: 'text', value: quoted.value, at: start };
    }
    BARE_VALUE.lastIndex = start;
    const bare = BARE_VALUE.exec(this.text)?.[0];
    if (bare === undefined || bare.length > 5000) return null;
    // `@"…"`, `r"…"`: a string of a program, which the lines' reader knows.
    if (/["'“”]/.test(this.text.charAt(start + bare.length))) return null;
    this.at = start + bare.length;
    return { kind: 'text', value: bare, at: start };
  }

  private inside(open: string, depth: number): Parsed | null {
    this.at += 1;
    const items: Parsed[] = [];
    const members: (readonly [string, Parsed])[] = [];
    const close = open === '{' ? '}' : ']';
    for (;;) {
      this.skip();
      while (/[,;]/.test(this.text.charAt(this.at))) {
        this.at += 1;
        this.skip();
      }
      const next = this.text.charAt(this.at);
      if (next === close) {
        this.at += 1;
        break;
      }
      // A closing brace is missing: what was read so far counts.
      if (next === '' || next === '}' || next === ']') break;
      const before = this.at;
      if (open === '{') {
        const name = this.name();
        const value = name === null ? null : this.value(depth + 1);
        if (name === null || value === null) {
          this.at = before;
          break;
        }
        members.push([name, value]);
        this.members += 1;
      } else {
        const value = this.value(depth + 1);
        if (value === null) {
          this.at = before;
          break;
        }
        items.push(value);
      }
    }
    return open === '{' ? { kind: 'object', members } : { kind: 'list', items };
  }

  private name(): string | null {
    const quoted = isOpeningQuote(this.text.charAt(this.at)) ? quotedAt(this.text, this.at) : null;
    if (quoted !== null) this.at = quoted.end;
    BARE_NAME.lastIndex = this.at;
    const bare = quoted === null ? BARE_NAME.exec(this.text)?.[0] : undefined;
    const name = quoted?.value ?? bare;
    if (name === undefined || name.length > 200) return null;
    if (bare !== undefined) this.at += bare.length;
    this.skip();
    const separator = /^(?:=>|:|=)/.exec(this.text.slice(this.at, this.at + 2))?.[0];
    if (separator === undefined) return null;
    this.at += separator.length;
    return name;
  }

  /** Skips spaces and comments. */
  private skip(): void {
    for (;;) {
      BLANKS.lastIndex = this.at;
      this.at += BLANKS.exec(this.text)?.[0].length ?? 0;
      if (!/[/#]/.test(this.text.charAt(this.at))) return;
      const two = this.text.slice(this.at, this.at + 2);
      const closing =
        two === '//' ? '\n' : two === '/*' ? '*/' : this.text.charAt(this.at) === '#' ? '\n' : null;
      if (closing === null) return;
      const end = this.text.slice(this.at + 1, this.at + LONGEST_COMMENT).indexOf(closing);
      // Without its end it is not a comment.
      if (end < 0 && closing === '*/') return;
      this.at =
        end < 0 ? Math.min(this.text.length, this.at + LONGEST_COMMENT) : this.at + 1 + end + closing.length;
    }
  }
}

function valuesIn(parsed: Parsed, book: LabelBook, at: number): readonly LabelledValue[] {
  const leaves: Leaf[] = [];
  collect(parsed, [], [], leaves, at, book);
  return leaves.flatMap((leaf) => [...valuesOfLeaf(leaf, book), ...valuesInJson(leaf.value, book, leaf.at)]);
}

function collect(
  parsed: Parsed,
  path: readonly string[],
  names: readonly string[],
  leaves: Leaf[],
  at: number,
  book: LabelBook,
): void {
  if (parsed.kind === 'text') {
    leaves.push({ path, names, value: parsed.value, at: parsed.at });
    return;
  }
  if (parsed.kind === 'list') {
    const texts = parsed.items.flatMap((item) => (item.kind === 'text' ? [item.value] : []));
    if (texts.length > 0 && texts.length === parsed.items.length) {
      // A list of scopes is one value of several words; in any other list each item is a value.
      if (/scope|port[eé]e|[eé]tendue/i.test(path.at(-1) ?? '')) {
        leaves.push({ path, names, value: texts.join(' '), at });
      } else for (const value of texts) leaves.push({ path, names, value, at });
      return;
    }
    for (const item of parsed.items) collect(item, path, names, leaves, at, book);
    return;
  }
  const texts = parsed.members.flatMap(([name, member]) =>
    member.kind === 'text' ? [[name, member.value, member.at] as const] : [],
  );
  // {"id": "f2", "label": "Client ID", "value": …}: the member whose value is a label names the value.
  const keys = texts.filter(([name]) => PAIR_KEY.test(name));
  const key =
    keys.find(([, text]) => book.whole(text) !== null) ??
    keys.find(([name]) => !/^id$/i.test(name)) ??
    keys[0];
  const value = texts.find(([name]) => PAIR_VALUE.test(name));
  if (key !== undefined && value !== undefined) {
    leaves.push({ path: [...path, key[1]], names, value: value[1], at: value[2] });
    return;
  }
  const called = texts.find(([name, text]) => NAMING.test(name) && text.length <= 60);
  const inner = called === undefined ? names : [...names, called[1]];
  // `id` is the object's number, unless a secret is next to it.
  const isNumbered = !parsed.members.some(([name]) => /secret|key|cl[eé]$/i.test(name));
  const isEncoded = isSecretManifest(parsed.members);
  for (const [name, member] of parsed.members) {
    if (member.kind === 'text' && (called?.[0] === name || (isNumbered && /^_?id$/i.test(name)))) continue;
    if (member.kind === 'text' && saysMore(texts, name, book)) continue;
    const first = leaves.length;
    collect(member, [...path, name], inner, leaves, at, book);
    if (isEncoded && name === 'data')
      for (let leaf = first; leaf < leaves.length; leaf += 1) {
        const one = leaves[leaf];
        if (one !== undefined) leaves[leaf] = { ...one, value: fromBase64(one.value) ?? one.value };
      }
  }
}

/** Next to `client_id`, `id` is the record's number, as is `application_id` next to `oneroster_application_id`. */
function saysMore(
  texts: readonly (readonly [string, ...unknown[]])[],
  name: string,
  book: LabelBook,
): boolean {
  const own = canonicalLabel(spaced(name));
  if (texts.length < 2 || texts.length > 60 || !/(?:^| )id$/.test(own)) return false;
  const field = book.whole(name)?.field ?? null;
  return (
    field !== null &&
    texts.some(
      ([other]) => canonicalLabel(spaced(other)).endsWith(` ${own}`) && book.whole(other)?.field === field,
    )
  );
}
const spaced = (name: string): string => name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');

function valuesOfLeaf({ path, names, value, at }: Leaf, book: LabelBook): readonly LabelledValue[] {
  const last = path.at(-1);
  if (last === undefined) return [];
  const own = book.atEnd(last);
  // {"client_id": {"test": "a", "production": "b"}}
  const above = path.at(-2);
  const outer =
    own === null && above !== undefined && environmentNamed(last) !== null ? book.atEnd(above) : null;
  const match = own ?? outer;
  if (match === null || match.field === null) return [];
  const around = [...path.slice(0, own === null ? -2 : -1), ...(own === null ? [last] : []), ...names];
  const naming = around.filter((name) => environmentNamed(name) !== null);
  const heading = joinHeadings(...(naming.length > 0 ? naming : around.slice(-1)));
  return [
    {
      field: match.field,
      label: last,
      value,
      context: { exact: true, doubted: namesOther(path.slice(0, -1)) },
      heading: match.heading === '' ? heading : match.heading,
      at,
    },
  ];
}
