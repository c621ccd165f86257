import { type JsonProblem, readJson } from './read-json';

/*
 * Determines what the body of an answer is. Servers, and everything in front of them, mislabel what they send. The
 * first byte therefore decides, and the media type is only a hint: what starts like JSON is JSON.
 */

/** The kind of a body. Only JSON is parsed; of other kinds, the beginning is kept to search it for words. */
export type AnswerBody =
  | {
      readonly kind: 'json';
      readonly value: unknown;
      /** The actual encoding, whatever was declared. */
      readonly charset: string;
    }
  | { readonly kind: 'bad-json'; readonly problem: JsonProblem; readonly text: string }
  /** A web page. */
  | { readonly kind: 'html'; readonly text: string }
  | { readonly kind: 'xml'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'other' };

/** The words we search for are at the beginning of what servers say. */
const LONGEST_TEXT = 16 * 1024;

/**
 * @param body the whole body, or what arrived before reading was stopped
 * @param declared the charset of the `Content-Type` header, lower case; null if it names none
 */
export function readBody(body: Uint8Array, declared: string | null): AnswerBody {
  if (body.length === 0) return { kind: 'empty' };
  const charset = charsetOf(body, declared);
  if (isBinary(body, charset)) return { kind: 'other' };
  const start = textOf(body.subarray(0, LONGEST_TEXT), charset).trimStart();
  if (start === '') return { kind: 'empty' };
  if (start.startsWith('<')) return { kind: isPage(start) ? 'html' : 'xml', text: start };
  if (!looksLikeJson(start)) return { kind: 'text', text: start };
  const json = charset === 'utf-8' ? readJson(body) : readJson(Buffer.from(textOf(body, charset), 'utf8'));
  if (json.ok) return { kind: 'json', value: json.value, charset };
  // `error=invalid_client` does not start like JSON; `true story` does. Only brackets and quotes are conclusive.
  return { kind: /^[[{"]/.test(start) ? 'bad-json' : 'text', problem: json.failure, text: start };
}

const looksLikeJson = (start: string): boolean => /^(?:[[{"]|-?\d|true\b|false\b|null\b)/.test(start);

/** Whether the beginning can only be a web page, which need not be read to its end. */
export function isCertainlyPage(beginning: Uint8Array): boolean {
  const start = textOf(beginning.subarray(0, LONGEST_TEXT), charsetOf(beginning, null)).trimStart();
  return start.startsWith('<') && isPage(start);
}

const PROLOG = /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s)+/i;

/** Angle brackets alone may be an XML fault; a web page starts with an HTML element. */
function isPage(start: string): boolean {
  const root = start.replace(PROLOG, '');
  if (/^<!doctype\s+html|^<html[\s>]/i.test(root)) return true;
  if (/^<\?xml/i.test(start) || /^<!doctype/i.test(root)) return false;
  // Firewalls and captive portals send fragments of pages without a document around them.
  return root === '' || PAGE_ELEMENT.test(root);
}

const PAGE_ELEMENT =
  /^<\/?(?:head|body|title|meta|link|script|noscript|style|base|div|span|p|h[1-6]|center|table|form|font|b|i|br|hr|img|iframe|a|section|main|header|frameset|pre|ul|ol|strong)\b/i;

/** Names as in the WHATWG Encoding Standard. */
function charsetOf(body: Uint8Array, declared: string | null): string {
  const [first, second, third] = body;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // JSON starts with two ASCII characters, so zero bytes reveal UTF-16 without a byte order mark (RFC 4627 §3).
  if (first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && second !== undefined) return 'utf-16be';
  if (isUtf8(body)) return 'utf-8';
  return declared !== null && isKnown(declared) ? declared : 'utf-8';
}

function isUtf8(body: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body.subarray(0, LONGEST_TEXT), { stream: true });
    return true;
  } catch {
    return false;
  }
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset) !== null;
  } catch {
    return false;
  }
}

const textOf = (body: Uint8Array, charset: string): string => new TextDecoder(charset).decode(body);

/** Control characters that do not occur in text. */
const isBinary = (body: Uint8Array, charset: string): boolean =>
  !charset.startsWith('utf-16') &&
  body.subarray(0, 64).some((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32));
