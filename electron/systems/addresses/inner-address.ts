import { parseAddress } from '@contract/address';
import { base64Decoded, percentDecoded } from './encoded-text';

/*
 * Finds an address inside an address, whoever put it there: plain, percent-encoded any number of times, or in base64;
 * in the path, the query or the fragment. Linear in the length of the text.
 */

/** An address in the parts in which they were written; nothing is decoded or put in order. */
export interface AddressParts {
  readonly text: string;
  /** Lower-case. */
  readonly host: string;
  readonly path: string;
  /** Without the question mark; the fragment likewise without its sign. */
  readonly query: string;
  readonly fragment: string;
  readonly parameters: readonly Parameter[];
}

interface Parameter {
  readonly name: string;
  readonly value: string;
  /** Where the value begins in the query. */
  readonly at: number;
}

export interface InnerAddress {
  readonly address: string;
  /** The outer address up to the part that holds the inner one. */
  readonly outer: string;
}

const ORIGIN = /^https?:\/\/[^/?#\\\s]+/i;
/** `https://` with its colon and slashes plain or encoded; one of the two slashes gets lost in some programs. */
const SCHEME = /https?(?::|%(?:25)*3a)(?:\/|%(?:25)*2f){1,2}/i;
const PLAIN_SCHEME = /^(https?):\/{1,2}(?!\/)/i;
/** Signs that an address writes plainly: where they are escaped, the whole was, but for its beginning. */
const ESCAPED_SIGN = /%(?:23|25|26|2b|2f|3a|3d|3f)/i;
/** `https://` and `http://` in base64. */
const BASE64_SCHEME = /aHR0c(?:HM6Ly|DovL)[\w+/-]*/;
const MOST_ENCODINGS = 8;

/** Null for what is no web address. Pages write `&` as `&amp;`, and so do links that were copied from their source. */
export function partsOf(text: string): AddressParts | null {
  const plain = text.trim().replaceAll('&amp;', '&');
  const origin = ORIGIN.exec(plain)?.[0];
  const url = parseAddress(plain);
  if (origin === undefined || url === null) return null;
  const hash = plain.indexOf('#');
  const beforeHash = hash < 0 ? plain : plain.slice(0, hash);
  const mark = beforeHash.indexOf('?');
  const query = mark < 0 ? '' : beforeHash.slice(mark + 1);
  return {
    text: plain,
    host: url.hostname.toLowerCase().replace(/\.$/, ''),
    path: beforeHash.slice(origin.length, mark < 0 ? undefined : mark),
    query,
    fragment: hash < 0 ? '' : plain.slice(hash + 1),
    parameters: parametersOf(query),
  };
}

function parametersOf(query: string): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let at = 0;
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? '' : pair.slice(0, equals);
    parameters.push({
      name: name.toLowerCase(),
      value: pair.slice(equals + 1),
      at: at + equals + 1,
    });
    at += pair.length + 1;
  }
  return parameters;
}

/** The raw value of the first of these parameters that is there and not empty. */
export const parameter = ({ parameters }: AddressParts, ...names: readonly string[]): string | null =>
  names
    .map((wanted) => parameters.find(({ name, value }) => name === wanted && value !== '')?.value)
    .find((value) => value !== undefined) ?? null;

/** The text as an address: with both slashes, and with a host; else null. */
export function asAddress(text: string): string | null {
  const address = text.trim().replace(PLAIN_SCHEME, '$1://');
  const url = ORIGIN.test(address) && !/[\s<>"\\]/.test(address) ? parseAddress(address) : null;
  return url !== null && /[\p{L}\d]/u.test(url.hostname) ? address : null;
}

/**
 * The first address inside another one; null if there is none.
 *
 * @param names the parameters to look at before all others
 * @param own parameters of the outer address that may follow an inner one that was not encoded
 */
export function innerAddress(
  parts: AddressParts,
  names: readonly string[] = [],
  own: readonly string[] = [],
): InnerAddress | null {
  return (
    first(names, (name) => inParameters(parts, own, (one) => one.name === name)) ??
    inPath(parts) ??
    inParameters(parts, own, () => true) ??
    inFragment(parts)
  );
}

const first = <Of, Found>(list: readonly Of[], find: (one: Of) => Found | null): Found | null => {
  for (const one of list) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
};

function inParameters(
  parts: AddressParts,
  own: readonly string[],
  wanted: (parameter: Parameter) => boolean,
): InnerAddress | null {
  const outer = parts.text.slice(0, parts.text.indexOf('?'));
  return first(parts.parameters, (one) => {
    if (!wanted(one)) return null;
    const address =
      inValue(one.value, () => restFrom(parts, one, own)) ?? inBase64(percentDecoded(one.value));
    return address === null ? null : { address, outer };
  });
}

/** An address that was not encoded may go on behind the next `&`, and behind the `#`. */
function restFrom(parts: AddressParts, { at }: Parameter, own: readonly string[]): string {
  const foreign = parts.parameters.find((later) => later.at > at && own.includes(later.name));
  const rest = parts.text.slice(parts.text.indexOf('?') + 1 + at);
  return foreign === undefined ? rest : rest.slice(0, foreign.at - foreign.name.length - 2 - at);
}

function inValue(value: string, rest: () => string): string | null {
  const at = value.search(SCHEME);
  if (at < 0) return null;
  const found = value.slice(at);
  if (!PLAIN_SCHEME.test(found)) return decoded(found);
  const whole = found.includes('?') ? rest().slice(at) : found;
  const isEscaped = found.includes('?') ? hasEscapedQuery(whole) : ESCAPED_SIGN.test(found);
  return asAddress(isEscaped ? percentDecoded(found) : whole);
}

/** Some encode only what would end the value: `?a=1%26b=2`, or `?a%3D1`. */
const hasEscapedQuery = (address: string): boolean =>
  !address.includes('&') && (/%26/.test(address) || !/\?.*=/.test(address)) && /%(?:26|3d)/i.test(address);

/** A plain address in the path takes all that follows with it, an encoded one ends with its segment. */
function inPath(parts: AddressParts): InnerAddress | null {
  const { text, path } = parts;
  const start = text.length - text.replace(ORIGIN, '').length;
  const at = path.search(SCHEME);
  if (at >= 0) {
    const found = path.slice(at);
    const scheme = SCHEME.exec(found)?.[0] ?? '';
    const address =
      PLAIN_SCHEME.test(scheme) && !/%/.test(scheme)
        ? asAddress(text.slice(start + at))
        : decoded(
            found
              .split('/')
              .slice(0, scheme.endsWith('/') ? undefined : 1)
              .join('/'),
          );
    if (address !== null) return { address, outer: segmentStart(text.slice(0, start + at)) };
  }
  const address = first(path.split('/'), (segment) => inBase64(percentDecoded(segment)));
  return address === null
    ? null
    : { address, outer: segmentStart(text.slice(0, start + path.search(BASE64_SCHEME))) };
}

const segmentStart = (text: string): string => text.replace(/\/[^/]*$/, '');

function inFragment({ text, fragment }: AddressParts): InnerAddress | null {
  const address = inValue(fragment, () => fragment) ?? inBase64(percentDecoded(fragment));
  return address === null ? null : { address, outer: text.slice(0, text.indexOf('#')) };
}

/** Decodes until the address begins as one: what it holds encoded itself stays so. */
function decoded(text: string): string | null {
  let value = text;
  for (let round = 0; round < MOST_ENCODINGS && !PLAIN_SCHEME.test(value); round += 1) {
    value = percentDecoded(value);
  }
  return asAddress(value);
}

function inBase64(text: string): string | null {
  const found = BASE64_SCHEME.exec(text)?.[0];
  const address = found === undefined ? null : base64Decoded(found);
  return address === null ? null : asAddress(address);
}
