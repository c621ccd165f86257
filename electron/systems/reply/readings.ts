import { heldAddress } from '../addresses/held-address';
import type { Field } from '../system';
import { environmentNamed, variantsIn } from './environment-words';
import type { ValueContext } from './labelled-value';
import {
  hasProse,
  isEnvironmentAlone,
  isMailAddress,
  isPlaceholder,
  isSentence,
  isTelephoneOrDate,
  isUnderAnEmptyLabel,
  looksMade,
} from './no-value';
import { beforeNote, isPlainNote, isSentenceBehind } from './plain-note';
import { isOpeningQuote, quotedAt } from './quotes';

/* What of the text behind a label is the value. More than one reading means that only the person can say. */

/** How a reading differs from the other readings of the same text. */
export type ReadingKind =
  | 'plain'
  /** Up to where something else seems to begin, or all of it. */
  | 'first-part'
  | 'whole'
  /** Without the marks around it, or its full stop, or with them. */
  | 'inside'
  | 'with-marks'
  /** One line, or the lines below as well. */
  | 'first-line'
  | 'joined'
  /** Of a request that was pasted: its server alone, or with its path. */
  | 'server'
  | 'path'
  /** Beside its label, with nothing that joins the two. */
  | 'loose';

export interface Reading {
  readonly value: string;
  readonly kind: ReadingKind;
  /** Which environment the text itself names beside it, or ''. */
  readonly heading: string;
  /** Asked about even where it is the only one. */
  readonly isDoubted?: boolean;
}

const doubted = (one: Reading): Reading => ({ ...one, isDoubted: true });

const LONGEST_VALUE = 16_384;
/** Blanks, and marks that nobody sees: zero-width characters, soft hyphens, marks of the writing direction. */
const UNSEEN = '\\s\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff';
const EDGE = new RegExp(`^[${UNSEEN}]+|[${UNSEEN}]+$`, 'g');

const reading = (value: string, kind: ReadingKind = 'plain', heading = ''): Reading => ({
  value,
  kind,
  heading,
});

export function readingsOf(
  field: Field,
  value: string,
  context: ValueContext,
  joined?: readonly string[],
): readonly Reading[] {
  // An entry without end is no value, and takes no time.
  if (value.length > LONGEST_VALUE && /\S/.test(value.charAt(LONGEST_VALUE))) return [];
  const text = trimmed(value.slice(0, LONGEST_VALUE));
  if (text === '') return [];
  if (field.kind === 'choice') return choicesIn(field, text);
  const readings = context.exact === true ? [] : marked(field, text, context, joined);
  return readings.length > 0 ? readings : unmarked(field, text, context, joined);
}

/** The readings of a text in which values say for which environment they are; empty where none does. */
function marked(
  field: Field,
  text: string,
  context: ValueContext,
  joined?: readonly string[],
): readonly Reading[] {
  const { variants, rest, isAll } = variantsIn(text);
  if (variants.length === 0) return [];
  const base = field.kind === 'address' ? /https?:\/\/[^\s<>"()]+/i.exec(text)?.[0] : undefined;
  let ports = 0;
  const own = variants.flatMap(({ heading, value: each }) => {
    // "https://api.example (test: 8443, production: 443)"
    const whole =
      base !== undefined && /^\d{2,5}[.)]?$/.test(each) ? withPort(base, each.replace(/\D/g, '')) : null;
    if (whole !== null) ports += 1;
    return unmarked(field, whole ?? each, { ...context, exact: true }).map((one) => ({ ...one, heading }));
  });
  if (own.length === 0 || isAll || isPlainNote(rest) || ports === variants.length) return own;
  // One value that is marked hides none that stands beside it.
  const beside = valuesIn(rest).flatMap((each) => unmarked(field, each, { ...context, exact: true }));
  return [...own, ...beside, ...unmarked(field, text, context, joined)].map((one) => ({
    ...one,
    isDoubted: true,
  }));
}

const MOST_BESIDE = 12;
const JOINT = /\s*[,;/|]\s*|\s+[-–—·•](?:\s+|$)|\s+(?:and|et|or|ou|&|\+)(?:\s+|$)/i;

/** What looks like a value, or stands alone between what joins values. */
function valuesIn(rest: string): readonly string[] {
  const alone = rest
    .replaceAll(/[([][^()[\]]*[)\]]/g, ',')
    .split(JOINT)
    .map(trimmed)
    .filter((each) => /^\S{2,}$/.test(each) && !hasProse(each) && /[\p{L}\d]/u.test(each));
  const made = rest.split(/[\s,;()[\]]+/).filter(looksMade);
  return [...new Set([...alone, ...made])].filter((each) => !isPlaceholder(each)).slice(0, MOST_BESIDE);
}

function unmarked(
  field: Field,
  text: string,
  context: ValueContext,
  joined?: readonly string[],
): readonly Reading[] {
  if (field.kind === 'address') return addresses(text, context, joined);
  if (field.kind === 'scopes') return scopesIn(text, context);
  const readings = words(field, text, context);
  const [only] = readings;
  if (joined === undefined || only === undefined || readings.length > 1) return readings;
  return [reading(only.value, 'first-line'), ...joined.map((each) => reading(each, 'joined'))];
}

/** Without blanks and what nobody sees at both ends; inside, each may be meant. */
const trimmed = (text: string): string => text.replaceAll(EDGE, '');

// --- choices

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z\d]/g, '');

/** `OAuth 2.0` says `oauth2`, `OneRoster 1.1` says `1.1`; words that name no choice are no value. */
function choicesIn(field: Field, text: string): readonly Reading[] {
  const words = bare(text.slice(0, 80));
  return (field.choices ?? [])
    .filter((choice) => words.includes(bare(choice)))
    .map((choice) => reading(choice));
}

// --- identifiers and secrets

/** Where behind a value another label or a remark begins. The text is bounded, and no part of it repeats. */
const TAILS: readonly RegExp[] = [
  /[ \u00a0]?[,;][ \u00a0]+(?=[\p{L}\d])/u,
  /[ \u00a0]+[-–—•·][ \u00a0]+(?=[\p{L}(])/u,
  /[ \u00a0]+[([](?=[\p{L}\d])/u,
  /[ \u00a0]+(?:#|\/\/|\/\*|<!--|←|<-|--)[ \u00a0]/u,
  /[ \u00a0]{2,}(?=\S)|\t/u,
  /[([](?=(?:exp|val|until|jusqu)[\p{L}’'.]{0,12}[ \u00a0])/iu,
  /\.[ \u00a0]+(?=\p{Lu})/u,
  /[ \u00a0](?=\p{L}[\p{L}\p{N}_’'-]{0,30}(?:[ \u00a0]\p{L}[\p{L}_’'-]{0,30}){0,2}[ \u00a0\u202f]?[:=：](?:[ \u00a0]|$))/u,
];

function firstPart(text: string): string | null {
  const head = text.slice(0, 600);
  const quoted = isOpeningQuote(text.charAt(0)) ? (quotedAt(text, 0)?.end ?? 0) : 0;
  if (quoted > 2 && /\s/.test(text.charAt(quoted))) return text.slice(0, quoted);
  const starts = TAILS.map((tail) => head.search(tail)).filter((at) => at > 0);
  if (starts.length > 0) return trimmed(text.slice(0, Math.min(...starts)));
  const blank = head.search(/\s/);
  if (blank <= 0) return null;
  // A value that a machine made, and words behind it.
  const [first, rest] = [head.slice(0, blank), head.slice(blank + 1)];
  return looksMade(first) && hasProse(rest) ? first : null;
}

function words(field: Field, text: string, context: ValueContext): readonly Reading[] {
  if (isPlaceholder(text)) return [];
  if (field.secret && /^https?:\/\//i.test(text)) return [];
  if (context.exact === true) {
    if (/\s/.test(text) && hasProse(text) && isSentence(text)) return [];
    return [reading(text)];
  }
  const hasBlank = /\s/.test(text);
  if (hasBlank && isPlainNote(text)) return [];
  const remark = hasBlank ? /^[([]([^()[\]]{3,120})[)\]][\s,:–-]*(\S{4,400})$/u.exec(text) : null;
  if (remark !== null && (hasProse(remark[1] ?? '') || isSentence(remark[1] ?? '')))
    return words(field, remark[2] ?? '', context).map(doubted);
  const several = hasBlank && context.sentence !== true ? severalIn(text, field.secret) : [];
  if (several.length > 0)
    return [
      ...several.flatMap((one) => words(field, one, context)).map(doubted),
      ...(field.secret ? [doubted(reading(text, 'whole'))] : []),
    ];
  // `~~abc~~ def`: what was struck out is none.
  const struck = /^(?:~~[^~]{1,400}~~[ \u00a0]*)+(\S+)$/.exec(text)?.[1];
  if (struck !== undefined) return words(field, struck, context).map(doubted);
  // Inside marks of quotation nothing begins that is not the value's.
  if (context.sentence !== true && isQuoted(text)) return withoutMarks(field, text, context);
  const first = context.sentence === true ? null : firstPart(text);
  const behind = first === null ? '' : text.slice(first.length);
  if (first !== null && (isPlainNote(behind) || (context.ownLine !== true && isSentenceBehind(behind))))
    return words(field, first, context);
  const noted = hasBlank && context.sentence !== true ? beforeNote(text) : null;
  if (noted !== null) return words(field, noted, context);
  if (context.loose === true) return isTelephoneOrDate(text) ? [] : [reading(text, 'loose')];
  if (context.ownLine === true && isUnderAnEmptyLabel(text))
    return isJoined(text) ? [doubted(reading(text, 'loose'))] : [];
  if (isTelephoneOrDate(text) || isEnvironmentAlone(text)) return [];
  const linked = withoutMailLink(text);
  if (linked !== null) return words(field, linked, context);
  if (field.secret && isMailAddress(text)) return [];
  if (context.sentence === true) return inSentence(field, text);
  if (first !== null) {
    if (isPlaceholder(first) || isTelephoneOrDate(first)) return [];
    if (isSentence(first)) return behindRemark(field, text);
    const [start, ...others] = words(field, first, { ...context, exact: false });
    if (start === undefined) return [];
    // What stands behind another label may be a secret, and would be shown in clear.
    if (!field.secret && /[:=：]/.test(behind)) return [start, ...others].map(doubted);
    // What is told apart by a slash may be a secret, and would stand there in clear.
    // A further made word behind a gap may be a secret, and would stand there in clear.
    if (!field.secret && /^[ \u00a0]{2,}\S+$/.test(behind) && looksMade(behind.trim()))
      return [doubted(start), ...others];
    return [
      { ...start, kind: start.kind === 'plain' ? 'first-part' : start.kind },
      ...others,
      reading(text, 'whole'),
    ];
  }
  if (isSentence(text)) return behindRemark(field, text);
  // `abc:XYZ` may be an identifier and its secret.
  const pair = field.secret ? null : /^([^\s:=]+)(?<!\\)[:=：](?=[^\s:=/])/.exec(text);
  if (pair !== null && !/^urn$/i.test(pair[1] ?? ''))
    return words(field, pair[1] ?? '', context).map(doubted);
  if (!field.secret && /\S\s+[/|]\s+\S/.test(text))
    return text.split(/\s+[/|]\s+/).map((one) => reading(one));
  return withoutMarks(field, text, context);
}

/** "please do not share - abc123", "(case sensitive) abc123": the one made word behind a remark, still a question. */
function behindRemark(field: Field, text: string): readonly Reading[] {
  const [, remark = '', last = ''] = /^(.{3,120})(?:[)\]:,–—-])[ \u00a0]+(\S{4,400})$/su.exec(text) ?? [];
  if (!field.secret && SPEAKS_OF_SECRET.test(remark)) return [];
  if (!isToken(last) || !/\d/.test(last) || /[\d]/.test(remark) || field.kind !== 'text') return [];
  if (field.secret ? /^https?:/i.test(last) : isMailAddress(last)) return [];
  return withoutMarks(field, last, {}).map(doubted);
}

/** How people correct themselves on the same line. */
const SECOND_THOUGHT =
  /(?:^|[\s(,.;–—-])(?:(?:no|euh|oops|oups|ah)[,\s]+)*(?:no,? wait|wait|sorry|i mean|actually|rather|make that|scratch that|correction|oops|oups|should be|not|non|pardon|d[ée]sol[ée]e?|je veux dire|ou plut[oô]t|plut[oô]t|attendez?|finalement|en fait)(?!\p{L})/iu;
const OR = /^(?:or|ou|\/|\||->|=>|→|➜)$/i;

/** "a or b", "a (no wait, b)", and two columns with a wide gap between them: the values that are told, if several are. */
function severalIn(text: string, isSecret: boolean): readonly string[] {
  // What would be shown in clear must not be the secret that is spoken of beside it.
  if (!isSecret && SPEAKS_OF_SECRET.test(text)) return [];
  const columns = text.split(/[ \u00a0]{3,}|\t/);
  if (isSecret && columns.length > 1 && columns.length < 5 && columns.every((one) => isToken(one)))
    return columns;
  const tokens = text.slice(0, 400).split(/\s+/);
  const first = (tokens[0] ?? '').replace(/[.,;]$/, '');
  if (!isToken(first)) return [];
  if (OR.test(tokens[1] ?? '') && isToken(tokens[2] ?? '') && !isPlaceholder(tokens[2] ?? ''))
    return [first, (tokens[2] ?? '').replace(/[.,;]$/, '')];
  const behind = text.slice((tokens[0] ?? '').length, 400);
  if (!SECOND_THOUGHT.test(behind)) return [];
  const other = behind
    .split(/[\s()[\]«»“”"]+/)
    .map((one) => one.replace(/[.,;:!?]+$/, ''))
    .find((one) => isToken(one) && one !== first);
  return other === undefined ? [] : [first, other];
}

const SPEAKS_OF_SECRET =
  /(?<!\p{L})(?:secrets?|password|passphrase|passcode|pwd|mot de passe|jeton|token|key|cl[ée])(?!\p{L})/iu;

const isToken = (text: string): boolean =>
  /^\S{3,}$/.test(text) && !/^https?:/i.test(text) && (looksMade(text) || isJoined(text));

/** "not abc but def". */
const INSTEAD =
  /^(?:not|no longer|pas|plus)[ \u00a0](\S+?)[,;]?[ \u00a0](?:but|mais|it is now|it is|it[’']s|c[’']est|rather|plut[oô]t)[ \u00a0](?:rather |plut[oô]t |bien )?(\S+)/iu;

/** What a verb says is the next word only, and only if it can be nothing else. */
function inSentence(field: Field, text: string): readonly Reading[] {
  const instead = INSTEAD.exec(text);
  if (instead !== null)
    return [instead[2] ?? '', instead[1] ?? ''].flatMap((one) => inSentence(field, one)).map(doubted);
  const token = /^(?:«[^\n]{1,200}?»(?=$|[\s.,;:)])|[“"'][^»”"']{1,200}[”"']|\S+)/u.exec(text)?.[0] ?? '';
  const core = token.replace(/[.,;:!?]+$/, '');
  const quoted = /^[«“"']/.test(token);
  if (isPlaceholder(core) || isTelephoneOrDate(core) || isMailAddress(core)) return [];
  if (!quoted && !looksMade(core)) {
    // `maple-lib` may be an identifier, and `case-sensitive` is none.
    return isJoined(core) ? [doubted(reading(core, 'loose'))] : [];
  }
  // A stop or comma belongs to the sentence.
  return withoutMarks(field, quoted ? token : token.replace(/[.,;]$/, ''), {});
}

/** Words that a hyphen joins, as in a name that somebody gave. */
export const isJoined = (text: string): boolean =>
  /^[a-z\d]{2,}(?:[-_.][a-z\d]+){1,5}$/.test(text) &&
  /[a-z]/.test(text) &&
  !/(?:^|-)(?:sensitive|only|specific|based|required|known|free|read|wide|ready|time|level|to|date|in|up|out|ci|ce|mail|l[aà]|on|off|like|line|end|side|term)$/.test(
    text,
  ) &&
  !isServer(text);

/** Outlook: `api@maple.example<mailto:api@maple.example>` → `api@maple.example`, and the same with `tel:`. */
function withoutMailLink(text: string): string | null {
  const link = /\s?[<[](?:mailto|tel):[^<>[\]]*[>\]]$/i.exec(text.slice(0, 800));
  return link === null || link.index === 0 ? null : trimmed(text.slice(0, link.index));
}

const PAIRS: Readonly<Record<string, { readonly close: string; readonly sure: boolean }>> = {
  '“': { close: '”', sure: true },
  '„': { close: '“', sure: true },
  '«': { close: '»', sure: true },
  '‘': { close: '’', sure: true },
  '"': { close: '"', sure: false },
  "'": { close: "'", sure: false },
  // How chats and Markdown mark code.
  '`': { close: '`', sure: true },
  '<': { close: '>', sure: false },
  '*': { close: '*', sure: false },
  '(': { close: ')', sure: false },
  '[': { close: ']', sure: false },
  // Jira's mark for code.
  '{': { close: '}', sure: false },
};

/** One quotation from its first character to its last, or to the comma or full stop behind it. */
function isQuoted(text: string): boolean {
  if (!isOpeningQuote(text.charAt(0))) return false;
  const end = quotedAt(text, 0)?.end ?? 0;
  return end > 2 && /^[,;.]?$/.test(text.slice(end, end + 2));
}

function withoutMarks(field: Field, text: string, context: ValueContext): readonly Reading[] {
  const inner = unwrapped(text);
  const plain = withoutEscapes(text);
  if (plain !== text)
    return field.secret ? [reading(text, 'with-marks'), reading(plain, 'inside')] : [reading(plain)];
  if (inner !== null) {
    if (isPlaceholder(inner.text) || (context.ownLine === true && isUnderAnEmptyLabel(inner.text))) return [];
    const mark = context.cell === true && /[`*]/.test(text.charAt(0));
    if (inner.sure || mark || !field.secret) return [reading(inner.text)];
    return [reading(text, 'with-marks'), reading(inner.text, 'inside')];
  }
  if (/[.,;]$/.test(text) && text.length > 1) {
    const shorter = trimmed(text.slice(0, -1));
    if (isPlaceholder(shorter)) return [];
    return field.secret ? [reading(text, 'with-marks'), reading(shorter, 'inside')] : [reading(shorter)];
  }
  return [reading(text)];
}

/** Java's properties files write `\\:` and `\\=` for `:` and `=`, pages write `&amp;` for `&`. */
const withoutEscapes = (text: string): string =>
  text.replaceAll(/\\(?=[:=#!])/g, '').replaceAll(/&(?:amp|#38);/gi, '&');

/** What stands inside a pair of marks; `sure` when nobody could have meant them as part of a secret. */
function unwrapped(text: string): { readonly text: string; readonly sure: boolean } | null {
  const pair = PAIRS[text.charAt(0)];
  if (pair === undefined) return null;
  const end = /[,;.]$/.test(text) ? text.length - 1 : text.length;
  if (end < 3 || text.charAt(end - 1) !== pair.close) return null;
  const marks = text.startsWith('**') ? '**' : text.startsWith('{{') ? '}}' : '';
  const double = marks !== '' && end > 4 && text.slice(0, end).endsWith(marks) ? 2 : 1;
  const inner = text.slice(double, end - double);
  return { text: pair.sure ? trimmed(inner) : inner, sure: pair.sure };
}

// --- addresses

const ADDRESS = /https?:\/\/[^\s<>"“”«»`|\\^{}]+/gi;
const PORT_APART = /^>?\s{0,5}(?:[/,;(|–—-]\s{0,5})?(?:port\s{0,5}[:=]?\s{0,5})?(\d{2,5})(?![\w.])/i;
/** `your-district`, `%TENANT%`, `$host`: a hole in an address, to be filled. */
const HOLE =
  /^https?:\/\/(?:[^/?#]*\b(?:your|votre|my)[-_.]?(?:server|serveur|district|host|domain|school|ecole|board|conseil|instance|site|sis|company|tenant|name|nom)|\$)|%[A-Za-z_]{3,}%|\$\(?[A-Z][A-Z_]{2,}|:[a-z]+_?id\b/i;

function addresses(text: string, context: ValueContext, joined?: readonly string[]): readonly Reading[] {
  if (isPlaceholder(text)) return [];
  if (context.derived !== undefined)
    return HOLE.test(text) || carriesSecret(text)
      ? []
      : [reading(text, context.derived === 'sure' ? 'plain' : context.derived)];
  const found: Reading[] = [];
  const plain = withoutLinkMarks(text);
  let from = 0;
  for (const match of plain.matchAll(ADDRESS)) {
    if (found.length > 24) break;
    if (found.length > 0 && introducesOther(plain.slice(from, match.index))) break;
    from = match.index + match[0].length;
    const value = withoutPunctuation(match[0]);
    const behind = plain.slice(from, from + 40);
    // A secret in an address would stand there in clear.
    if (carriesSecret(value)) continue;
    // `https://{tenant}.example`, `…/<district>/v1`: nobody can use it as it stands.
    if (HOLE.test(value) || /^(?:\{|<(?!https?:|mailto:)[\p{L}_ -]+>)/iu.test(behind)) continue;
    found.push(reading(value));
    const port = PORT_APART.exec(behind);
    const apart = port === null ? null : withPort(value, port[1] ?? '');
    if (apart !== null) found.push(reading(apart));
  }
  const known = withoutRewritten(found, plain);
  const [only] = known;
  if (only !== undefined) {
    const longer = (joined ?? []).filter((each) => each.startsWith(only.value.replace(/=$/, '')));
    if (longer.length === 0 || known.length > 1) return known;
    return [{ ...only, kind: 'first-line' }, ...longer.map((each) => reading(each, 'joined'))];
  }
  if (context.schemed === true || /^https?:/i.test(text) || (context.ownLine === true && /\s/.test(text)))
    return [];
  const tokens = text
    .replace(/^[<"“«`]\s?/, '')
    .split(/[\s<>"“”«»`,;|]+/, 24)
    .map(withoutPunctuation);
  const further = tokens.slice(1).filter((one) => isServer(one) && /[a-z]\.[a-z]{2,}(?=$|[:/?])/i.test(one));
  return (isServer(tokens[0] ?? '') ? [tokens[0] ?? '', ...further] : []).map((one) => reading(one));
}

/** `[https://a](https://a)` is one address, `_https://a_` and `https\://a` are the same with marks. */
const withoutLinkMarks = (text: string): string =>
  withoutEscapes(text)
    .replaceAll(/\[(https?:\/\/[^\][\s]{1,2000})\]\(([^()\s]{1,2000})\)/g, '$1 $2')
    .replaceAll(/(?<![^\s(])_(https?:\/\/[^\s_]{1,2000})_(?![^\s.,;)])/g, '$1');

/** A new sentence, or a clause of its own, between two addresses: the second is the address of something else. */
export const introducesOther = (between: string): boolean =>
  between.length < 400 &&
  !NAMES_A_CHOICE.test(between) &&
  environmentNamed(between) === null &&
  (ELSE.test(between) || OTHER_LABEL.test(between.slice(-60)));
/** "https://a. Data feed: https://b": a label that is not known. */
const OTHER_LABEL = /[.\n][ \u00a0]+\p{L}[\p{L} \u00a0’'-]{2,40}[:：][ \u00a0]{0,3}$/u;
const NAMES_A_CHOICE =
  /(?<!\p{L})(?:or|ou|old|new|formerly|previously|now|instead|ancien|ancienne|nouvelle?|maintenant|plut[ôo]t|alias|backup|secondary|alternate|second)(?!\p{L})/iu;
const ELSE =
  /(?<!\p{L})(?:documentation|docs?|guide|help|support|portal|portail|aide|manual|manuel|website|you can|reach|see|visit|voir|consultez|vous pouvez|instructions)(?!\p{L})/iu;

/** Without the mail filter's copy of an address that stands beside it: "https://a<https://filter/?url=https%3A%2F%2Fa>". */
function withoutRewritten(found: readonly Reading[], text: string): readonly Reading[] {
  const bare = (address: string) => address.replace(/\/+$/, '').toLowerCase();
  const seen = new Set(found.map(({ value }) => bare(value)));
  const beside = bare(/^[^\s<>]+/.exec(text)?.[0] ?? '');
  return found.flatMap((one) => {
    const held = heldAddress(one.value);
    if (held?.kind !== 'guard' || held.inner === null) return [one];
    const inner = bare(held.inner);
    if (seen.has(inner)) return [];
    // "sis.example<https://filter/?url=https%3A%2F%2Fsis.example%2F>"
    return isServer(beside) && inner.replace(/^https?:\/\//, '') === beside ? [reading(beside)] : [one];
  });
}

/** A server's name, perhaps with a port and a path, that nothing is missing from. */
function isServer(token: string): boolean {
  if (token.length > 2000 || !/^[a-z\d-]+(\.[a-z\d-]+)+(:\d{1,5})?([/?]\S*)?$/i.test(token)) return false;
  if (/^\d+(\.\d+)+$/.test(token) && !/^(\d{1,3}\.){3}\d{1,3}$/.test(token)) return false;
  // A token of three parts is no name of a server: that ends in letters, and is written in small ones.
  const host = /^[^:/?]+/.exec(token)?.[0] ?? '';
  if (!/^(?:\d{1,3}\.){3}\d{1,3}$/.test(host) && !/\.[a-z]{2,18}$/.test(host)) return false;
  return !HOLE.test(`https://${token}`) && !carriesSecret(token);
}

const SIGNS_IN =
  /[?&;#][^=&]{0,200}(?:token|key|sig|signature|code|pw|pwd|pass\w*|cert|auth|credentials?|secret)=[^&]/i;
const SURELY_SIGNS_IN = /(?:secret|password|access_?token)=[^&]/i;

/** A mail filter signs its own part of a link: of that part, only what no filter writes counts as a secret. */
function carriesSecret(address: string): boolean {
  const held = heldAddress(address);
  if (held?.kind !== 'guard') return signsIn(address);
  return SURELY_SIGNS_IN.test(address) || (held.inner !== null && signsIn(held.inner));
}

const signsIn = (address: string): boolean =>
  /^(?:https?:\/\/)?[^/?#]*@/i.test(address) || SIGNS_IN.test(address);

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

const scopeParts = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((part) => part !== '');

/** True for a line that can only be more of the scopes above it. */
export function continuesScopes(line: string): boolean {
  const parts = scopeParts(line);
  return parts.length > 0 && parts.every((part) => isScope(part) && !/[.:]$/.test(part));
}

function scopesIn(text: string, context: ValueContext): readonly Reading[] {
  // An anchor of YAML is a name for the text behind it.
  const bare = text.replace(/^&[\w-]{1,40}[ ]{1,3}(?=["'])/, '');
  const inner = unwrapped(bare)?.text ?? bare;
  if (isPlaceholder(inner)) return [];
  if (context.ownLine === true && !continuesScopes(inner)) return [];
  const tail = Math.min(
    ...TAILS.slice(1)
      .map((one) => inner.slice(0, 600).search(one))
      .filter((at) => at > 0),
  );
  const labelled = /[ \u00a0]?[,;][ \u00a0]+\p{L}[\p{L} ’']{0,30}[ \u00a0]?[:=](?:[ \u00a0]|$)/u.exec(
    inner.slice(0, 600),
  );
  const end = Math.min(tail, labelled?.index ?? Number.POSITIVE_INFINITY);
  const whole = inner.replace(/[.,;]$/, '');
  if (Number.isFinite(end)) {
    const first = trimmed(inner.slice(0, end));
    const behindColon = behindRemarkOf(inner);
    if (hasProse(first) && behindColon !== null) return [reading(behindColon)];
    // A remark in brackets is no scope; anything else is asked about.
    if (/^[ \u00a0]*[([]/.test(inner.slice(end))) return hasProse(first) ? [] : [reading(first)];
    return hasProse(first) || isSentenceOfWords(first)
      ? []
      : labelled === null
        ? [reading(first, 'first-part'), reading(whole, 'whole')]
        : [doubted(reading(first))];
  }
  if (!hasProse(inner)) return [reading(whole)];
  const behindColon = behindRemarkOf(inner);
  return behindColon === null ? [] : [reading(behindColon)];
}

/** "the same in both cases: roster.read": the scopes behind the colon. */
function behindRemarkOf(text: string): string | null {
  const behind = /:[ \u00a0]+([^:]{3,})$/.exec(text)?.[1]?.replace(/[.,;]$/, '') ?? '';
  return continuesScopes(behind) ? behind : null;
}

const isSentenceOfWords = (text: string): boolean => isSentence(text) && !scopeParts(text).some(isScope);
