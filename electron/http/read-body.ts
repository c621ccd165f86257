import { type JsonProblem, readJson } from './read-json';

/*
 * What the body of an answer is. Servers and everything in front of them mislabel what they send, so that the first
 * byte decides and the media type is only a remark (what begins as JSON is JSON).
 */

/** What a body turned out to be. Only JSON is taken apart; of the rest, the beginning is kept to look for words in. */
export type AnswerBody =
  | {
      readonly kind: 'json';
      readonly value: unknown;
      /** What it was written in, whatever was declared. */
      readonly charset: string;
    }
  | { readonly kind: 'bad-json'; readonly problem: JsonProblem; readonly text: string }
  /** A page for people. */
  | { readonly kind: 'html'; readonly text: string }
  | { readonly kind: 'xml'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'other' };

/** Words that servers use stand at the beginning of what they say. */
const LONGEST_TEXT = 16 * 1024;

/**
 * @param body the whole body, or as much as came before reading was stopped
 * @param declared the character set of the `Content-Type` header, lower-case; null when it names none
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
  // `error=invalid_client` begins like no JSON, `true story` like one: only brackets and quotes promise it.
  return { kind: /^[[{"]/.test(start) ? 'bad-json' : 'text', problem: json.failure, text: start };
}

const looksLikeJson = (start: string): boolean => /^(?:[[{"]|-?\d|true\b|false\b|null\b)/.test(start);

/** Whether what has come so far can only become a page, which nobody needs to read to its end. */
export function isCertainlyPage(beginning: Uint8Array): boolean {
  const start = textOf(beginning.subarray(0, LONGEST_TEXT), charsetOf(beginning, null)).trimStart();
  return start.startsWith('<') && isPage(start);
}

const PROLOG = /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s)+/i;

/** Angle brackets alone may be a fault in XML; a page has a page's first element. */
function isPage(start: string): boolean {
  const root = start.replace(PROLOG, '');
  if (/^<!doctype\s+html|^<html[\s>]/i.test(root)) return true;
  if (/^<\?xml/i.test(start) || /^<!doctype/i.test(root)) return false;
  // Guards and captive portals send bits of pages without a document around them.
  return root === '' || PAGE_ELEMENT.test(root);
}

const PAGE_ELEMENT =
  /^<\/?(?:head|body|title|meta|link|script|noscript|style|base|div|span|p|h[1-6]|center|table|form|font|b|i|br|hr|img|iframe|a|section|main|header|frameset|pre|ul|ol|strong)\b/i;

/** What other software calls the sets that matter here (WHATWG Encoding). */
function charsetOf(body: Uint8Array, declared: string | null): string {
  const [first, second, third] = body;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // JSON begins with two ASCII characters, so that zeros show UTF-16 without a mark (RFC 4627 §3).
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

/** Control characters that stand in no text. */
const isBinary = (body: Uint8Array, charset: string): boolean =>
  !charset.startsWith('utf-16') &&
  body.subarray(0, 64).some((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32));
