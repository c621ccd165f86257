import { fromBase64 } from './base64';
import { valuesInJson } from './json-blocks';
import type { LabelBook } from './label-book';
import { type Extracted, type LabelledValue, withoutStretches } from './labelled-value';
import { type RequestFields, requestAddressesIn, valuesOfAddress } from './request-address';
import { commandEnd, shellWords } from './shell';

/* Pasted requests: curl commands, form bodies, query strings with a secret, Basic headers. */

const CURL = /(?<![\w/.-])curl(?:\.exe)?[ \t]+(?=[-'"$\\^`h])/g;
/**
 * @param whole the text before anything was blanked out: what a request sends tells where it goes, and that part may
 *   have been read by another reader already
 */
export function requestsIn(whole: string, rest: string, book: LabelBook, fields: RequestFields): Extracted {
  const addresses = requestAddressesIn(whole, fields);
  const text = withoutStretches(rest, addresses.stretches);
  const values: LabelledValue[] = [...addresses.values];
  const stretches: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(CURL)) {
    if (match.index < from) continue;
    const end = commandEnd(text, match.index);
    from = end;
    const found = valuesInCurl(text.slice(match.index, end), match.index, book, fields);
    if (found.length === 0) continue;
    values.push(...found);
    stretches.push([match.index, end]);
  }
  const forms = formsIn(withoutStretches(text, stretches), book, fields);
  return { values: [...values, ...forms.values], rest: forms.rest };
}

const USER = /^(?:-u|--user)(?:=|$)/;
const HEADER = /^(?:-H|--header)(?:=|$)/;
const DATA = /^(?:-d|--data|--data-raw|--data-ascii|--data-binary|-F|--form|--form-string|--json)(?:=|$)/;
const ENCODED = /^--data-urlencode(?:=|$)/;

function valuesInCurl(
  command: string,
  at: number,
  book: LabelBook,
  fields: RequestFields,
): readonly LabelledValue[] {
  const values: LabelledValue[] = [];
  const words = shellWords(command);
  let address = '';
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const argument = (): string => {
      const joined = /^--?[\w-]+=(.*)$/s.exec(word)?.[1];
      if (joined !== undefined) return joined;
      index += 1;
      return words[index] ?? '';
    };
    if (USER.test(word)) values.push(...pair(argument(), at, fields));
    else if (/^-u./.test(word)) values.push(...pair(word.slice(2), at, fields));
    else if (HEADER.test(word)) values.push(...authorization(argument(), at, fields));
    else if (ENCODED.test(word)) {
      values.push(...member(argument(), at, book, (text) => text));
    } else if (DATA.test(word)) {
      const content = argument();
      const json = valuesInJson(content, book, at);
      if (json.length > 0) values.push(...json);
      else if (/^(?:-F|--form)/.test(word)) values.push(...member(content, at, book, (text) => text));
      else values.push(...formMembers(content, at, book));
    } else if (/^['"]?https?:\/\//i.test(word)) address = word;
  }
  const query = address.split('?', 2)[1];
  if (query !== undefined && CREDENTIALS.test(query)) values.push(...formMembers(query, at, book));
  return values;
}

/** A query with one of these is a request with credentials; that of a sign-in page contains only an identifier. */
const CREDENTIALS = /secret|grant_type|access_?token/i;

/** `id:secret`, as in -u and Basic. An identifier cannot contain a colon (RFC 7617). */
function pair(text: string, at: number, { clientId, clientSecret }: RequestFields): readonly LabelledValue[] {
  const colon = text.indexOf(':');
  if (colon <= 0 || clientId === null || clientSecret === null) return [];
  const one = { label: '-u', context: { exact: true }, heading: '', at };
  return [
    { ...one, field: clientId, value: text.slice(0, colon) },
    { ...one, field: clientSecret, value: text.slice(colon + 1) },
  ];
}

/** `Authorization: Basic …`, decoded, or `Bearer …`. */
export function authorization(header: string, at: number, fields: RequestFields): readonly LabelledValue[] {
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
            context: { exact: true },
            heading: '',
            at,
          },
        ];
  }
  const decoded = fromBase64(credentials.replace(/["',;]+$/, ''));
  return decoded === null ? [] : pair(decoded, at, fields);
}

// --- forms and query strings

const LONGEST_FORM = 20_000;
/** `a=b&c=d`, alone or after the question mark of an address. */
const UNBROKEN = /[^\s"'<>`]{3,}/g;

function formsIn(text: string, book: LabelBook, fields: RequestFields): Extracted {
  const values: LabelledValue[] = [];
  const stretches: [number, number][] = [];
  if (!/[&?][\w.-]{2,40}=/.test(text)) return { values, rest: text };
  for (const match of text.matchAll(UNBROKEN)) {
    const whole = match[0];
    if (whole.length > LONGEST_FORM || !whole.includes('=')) continue;
    const question = /^[\w[(]{0,20}https?:|^\//i.test(whole) ? whole.indexOf('?') : -1;
    if (question < 0 && !(whole.includes('&') && /^[\w.[\]%-]{1,60}=/.test(whole))) continue;
    const query = whole.slice(question + 1);
    if (question < 0) {
      const found = formMembers(query, match.index, book);
      if (found.length === 0) continue;
      values.push(...found);
    } else {
      if (!/secret|access_?token/i.test(query)) continue;
      // A full stop after an address ends the sentence.
      const found = formMembers(query.replace(/[.,;)\]]+$/, ''), match.index, book);
      if (found.length === 0) continue;
      const address = whole.slice(Math.max(0, whole.search(/https?:/i)));
      const forToken = /grant_type|client_?secret/i.test(query);
      values.push(...found, ...valuesOfAddress(address, match.index, fields, { forToken, carries: true }));
    }
    stretches.push([match.index, match.index + whole.length]);
  }
  return { values, rest: withoutStretches(text, stretches) };
}

function formMembers(query: string, at: number, book: LabelBook): readonly LabelledValue[] {
  return query.split(/&(?:amp;)?/).flatMap((each) => member(each, at, book, formDecoded));
}

function member(
  text: string,
  at: number,
  book: LabelBook,
  decode: (value: string) => string,
): readonly LabelledValue[] {
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
      context: { exact: true },
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
