import { parseAddress } from '@contract/address';
import { base64Decoded, percentDecoded } from './encoded-text';

/*
 * Finds an address inside an address: plain, percent-encoded any number of times, or in base64; in the path, the
 * query or the fragment. Linear in the length of the text.
 */

/** The parts of an address as written, neither decoded nor normalized. */
export interface AddressParts {
  readonly text: string;
  /** In lower case. */
  readonly host: string;
  readonly path: string;
  /** Without the question mark; the fragment likewise without `#`. */
  readonly query: string;
  readonly fragment: string;
  readonly parameters: readonly Parameter[];
}

interface Parameter {
  readonly name: string;
  readonly value: string;
  /** The position of the value in the query. */
  readonly at: number;
}

export interface InnerAddress {
  readonly address: string;
  /** The outer address up to the part that contains the inner one. */
  readonly outer: string;
}

const ORIGIN = /^https?:\/\/[^/?#\\\s]+/i;
/** `https://` with a plain or encoded colon and slashes. Some programs drop one of the slashes. */
const SCHEME = /https?(?::|%(?:25)*3a)(?:\/|%(?:25)*2f){1,2}/i;
const PLAIN_SCHEME = /^(https?):\/{1,2}(?!\/)/i;
/**
 * Characters a URL normally contains unescaped. If they are escaped, the whole address was, except for its beginning.
 */
const ESCAPED_SIGN = /%(?:23|25|26|2b|2f|3a|3d|3f)/i;
/** `https://` and `http://` in base64. */
const BASE64_SCHEME = /aHR0c(?:HM6Ly|DovL)[\w+/-]*/;
const MOST_ENCODINGS = 8;

/** Null if the text is not a web address. HTML writes `&` as `&amp;`, and so do links copied from page source. */
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

/** The raw value of the first of these parameters that is present and not empty. */
export const parameter = ({ parameters }: AddressParts, ...names: readonly string[]): string | null =>
  names
    .map((wanted) => parameters.find(({ name, value }) => name === wanted && value !== '')?.value)
    .find((value) => value !== undefined) ?? null;

/** The text as an address with both slashes and a host, else null. */
export function asAddress(text: string): string | null {
  const address = text.trim().replace(PLAIN_SCHEME, '$1://');
  const url = ORIGIN.test(address) && !/[\s<>"\\]/.test(address) ? parseAddress(address) : null;
  return url !== null && /[\p{L}\d]/u.test(url.hostname) ? address : null;
}

/**
 * The first address inside another one; null if there is none.
 *
 * @param names parameters to search before all others
 * @param own the outer address's own parameters, which may follow an unencoded inner address
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

/** An unencoded address may continue after the next `&` and after `#`. */
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

/** A plain address in the path extends to the end; an encoded one ends with its path segment. */
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

/** Decodes until the text starts like an address. What is encoded inside it stays encoded. */
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
