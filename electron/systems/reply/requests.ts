import { saidInJson } from './json-blocks';
import type { LabelBook } from './label-book';
import { type Said, type Taken, withoutStretches } from './said';

/* Requests as people paste them: curl commands, form bodies, query strings that carry a secret, a Basic header. */

/** What else the system's fields say that a request can answer. */
export interface RequestFields {
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  readonly token: string | null;
  readonly tokenUrl: string | null;
}

const CURL = /(?<![\w/.-])curl(?:\.exe)?[ \t]+(?=[-'"$\\^`h])/g;
/** The end of a line that goes on: bash, cmd, PowerShell. */
const GOES_ON = /[\\^`][ \t]*$/;
const LONGEST_COMMAND = 20_000;

export function requestsIn(text: string, book: LabelBook, fields: RequestFields): Taken {
  const said: Said[] = [];
  const stretches: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(CURL)) {
    if (match.index < from) continue;
    const end = commandEnd(text, match.index);
    from = end;
    const found = saidInCurl(text.slice(match.index, end), match.index, book, fields);
    if (found.length === 0) continue;
    said.push(...found);
    stretches.push([match.index, end]);
  }
  const rest = withoutStretches(text, stretches);
  const forms = formsIn(rest, book);
  return { said: [...said, ...forms.said], rest: forms.rest };
}

function commandEnd(text: string, start: number): number {
  let end = start;
  const limit = Math.min(text.length, start + LONGEST_COMMAND);
  let quote = '';
  while (end < limit) {
    const line = text.indexOf('\n', end);
    const stop = line < 0 ? limit : Math.min(line, limit);
    quote = openQuote(text, end, stop, quote);
    const more = quote !== '' || GOES_ON.test(text.slice(Math.max(end, stop - 4), stop).replace(/\r$/, ''));
    end = stop;
    if (!more || line < 0) break;
    end = Math.min(line + 1, limit);
  }
  return end;
}

function openQuote(text: string, start: number, end: number, before: string): string {
  let open = before;
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at);
    if (open === '') {
      if (character === '"' || character === "'") open = character;
    } else if (character === '\\' && open === '"') at += 1;
    else if (character === open) open = '';
  }
  return open;
}

/** The words of a command line, without their quotes. */
function shellWords(command: string): readonly string[] {
  const words: string[] = [];
  const joined = command.replaceAll(/[\\^`][ \t]*\r?\n[ \t>]*/g, ' ');
  let word: string | null = null;
  let quote = '';
  for (let at = 0; at < joined.length; at += 1) {
    const character = joined.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
      else if (character === '\\' && quote === '"' && /["\\$`]/.test(joined.charAt(at + 1))) {
        at += 1;
        word = (word ?? '') + joined.charAt(at);
      } else word = (word ?? '') + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (character === '\\' && at + 1 < joined.length) {
      at += 1;
      word = (word ?? '') + joined.charAt(at);
    } else word = (word ?? '') + character;
  }
  if (word !== null) words.push(word);
  return words;
}

const USER = /^(?:-u|--user)(?:=|$)/;
const HEADER = /^(?:-H|--header)(?:=|$)/;
const DATA = /^(?:-d|--data|--data-raw|--data-ascii|--data-binary|-F|--form|--form-string|--json)(?:=|$)/;
const ENCODED = /^--data-urlencode(?:=|$)/;

function saidInCurl(command: string, at: number, book: LabelBook, fields: RequestFields): readonly Said[] {
  const said: Said[] = [];
  const words = shellWords(command);
  let address = '';
  let forToken = false;
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const argument = (): string => {
      const joined = /^--?[\w-]+=(.*)$/s.exec(word)?.[1];
      if (joined !== undefined) return joined;
      index += 1;
      return words[index] ?? '';
    };
    if (USER.test(word)) said.push(...pair(argument(), at, fields));
    else if (/^-u./.test(word)) said.push(...pair(word.slice(2), at, fields));
    else if (HEADER.test(word)) said.push(...authorization(argument(), at, fields));
    else if (ENCODED.test(word)) {
      const content = argument();
      forToken ||= /grant_type/.test(content);
      said.push(...member(content, at, book, (text) => text));
    } else if (DATA.test(word)) {
      const content = argument();
      forToken ||= /grant_type/.test(content);
      const json = saidInJson(content, book, at);
      if (json.length > 0) said.push(...json);
      else if (/^(?:-F|--form)/.test(word)) said.push(...member(content, at, book, (text) => text));
      else said.push(...formMembers(content, at, book));
    } else if (/^['"]?https?:\/\//i.test(word)) address = word;
  }
  const [path, query] = address.split('?', 2);
  forToken ||= /grant_type=/.test(query ?? '') || /\btoken\b/i.test((path ?? '').slice(8));
  if (query !== undefined && /secret|grant_type/i.test(query)) said.push(...formMembers(query, at, book));
  if (forToken && fields.tokenUrl !== null && address !== '' && !/secret=/i.test(query ?? '')) {
    said.push({
      field: fields.tokenUrl,
      label: 'curl',
      value: address,
      manner: { exact: true },
      heading: '',
      at,
    });
  }
  return said;
}

/** `id:secret`, as -u and Basic say it; a colon cannot stand in an identifier (RFC 7617). */
function pair(text: string, at: number, { clientId, clientSecret }: RequestFields): readonly Said[] {
  const colon = text.indexOf(':');
  if (colon <= 0 || clientId === null || clientSecret === null) return [];
  const one = { label: '-u', manner: { exact: true }, heading: '', at };
  return [
    { ...one, field: clientId, value: text.slice(0, colon) },
    { ...one, field: clientSecret, value: text.slice(colon + 1) },
  ];
}

/** `Authorization: Basic …`, decoded, or `Bearer …`. */
export function authorization(header: string, at: number, fields: RequestFields): readonly Said[] {
  const match = /^(?:Proxy-)?(?:Authorization\s{0,3}[:=]\s{0,5})?(Basic|Bearer)\s{1,5}(\S{1,8192})/i.exec(
    header,
  );
  const credentials = match?.[2] ?? '';
  if (match === null) return [];
  if (match[1]?.toLowerCase() === 'bearer') {
    return fields.token === null
      ? []
      : [
          {
            field: fields.token,
            label: 'Bearer',
            value: credentials,
            manner: { exact: true },
            heading: '',
            at,
          },
        ];
  }
  const decoded = fromBase64(credentials.replace(/["',;]+$/, ''));
  return decoded === null ? [] : pair(decoded, at, fields);
}

function fromBase64(text: string): string | null {
  if (!/^[A-Za-z\d+/]{4,}={0,2}$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /^[^\p{Cc}]+$/u.test(decoded) ? decoded : null;
  } catch {
    return null;
  }
}

// --- forms and query strings

/** `a=b&c=d`, alone or behind the question mark of an address. */
const UNBROKEN = /[^\s"'<>`]{3,}/g;

function formsIn(text: string, book: LabelBook): Taken {
  const said: Said[] = [];
  const stretches: [number, number][] = [];
  if (!text.includes('&')) return { said, rest: text };
  for (const match of text.matchAll(UNBROKEN)) {
    const whole = match[0];
    if (whole.length > LONGEST_COMMAND || !whole.includes('&') || !whole.includes('=')) continue;
    const question = /^[\w[(]{0,20}https?:|^\//i.test(whole) ? whole.indexOf('?') : -1;
    if (question < 0 && !/^[\w.[\]%-]{1,60}=/.test(whole)) continue;
    const query = whole.slice(question + 1);
    // The address of a sign-in page shows an identifier, too; only a request for a token is one with credentials.
    if (question >= 0 && !/secret/i.test(query)) continue;
    const found = formMembers(query, match.index, book);
    if (found.length === 0) continue;
    said.push(...found);
    stretches.push([match.index, match.index + whole.length]);
  }
  return { said, rest: withoutStretches(text, stretches) };
}

function formMembers(query: string, at: number, book: LabelBook): readonly Said[] {
  return query.split(/&(?:amp;)?/).flatMap((each) => member(each, at, book, formDecoded));
}

function member(
  text: string,
  at: number,
  book: LabelBook,
  decode: (value: string) => string,
): readonly Said[] {
  const equals = text.indexOf('=');
  if (equals <= 0 || equals > 80) return [];
  const label = decode(text.slice(0, equals));
  const match = book.whole(label);
  if (match === null || match.field === null) return [];
  return [
    {
      field: match.field,
      label,
      value: decode(text.slice(equals + 1)),
      manner: { exact: true },
      heading: match.heading,
      at,
    },
  ];
}

function formDecoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
