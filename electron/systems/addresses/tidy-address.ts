import { parseAddress } from '@contract/address';
import type { Values } from '@contract/connection';
import type { Note } from '../notes';
import type { Field } from '../system';
import { heldAddress, isGuardLink } from './held-address';

/* What is made of an address as it was typed. Nothing here guesses a host: only what surrounds the base is cut. */

/**
 * The address behind what was typed, if it may carry a secret: absolute, `https`, without a sign-in, and no link that a
 * mail filter or a search engine made; else null.
 */
export function secureAddress(text: string | undefined): URL | null {
  // Other spellings that a browser takes as well (`https:/host`) would pass by what looks for links in it.
  if (!/^\s*https:\/\/[^/?#\\\s]/i.test(text ?? '')) return null;
  const url = parseAddress(text?.trim() ?? '');
  const isSecure = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return isSecure && !isGuardLink(text ?? '') ? url : null;
}

/** The same for an address of which only the beginning is used: null as well while another address stands inside it. */
export const beginningOf = (text: string | undefined): URL | null =>
  heldAddress(text ?? '') === null ? secureAddress(text) : null;

/** The field of such an address. */
export const baseAddressField = (id: string): Field => ({
  id,
  kind: 'address',
  secret: false,
  optional: false,
  askedAt: 'enter',
  beginningOnly: true,
});

/** Scheme, host and port alone; `''` while no address can be read. */
export const originOf = (text: string | undefined): string => secureAddress(text)?.origin ?? '';

/** The origins of several addresses, each once; empty as soon as one of them cannot be read. */
export function originsOf(...texts: readonly (string | undefined)[]): readonly string[] {
  const origins = texts.map(originOf);
  return origins.includes('') ? [] : [...new Set(origins)];
}

const spelling = (text: string): string => parseAddress(text.trim())?.href.replace(/\/+$/, '') ?? text.trim();

/** What of an address is not used, from the first part on that differs; `''` if it is all there, but for slashes. */
export function leftOutOf(typed: string, used: string): string {
  const [whole, kept] = [typed, used].map((text) => parseAddress(text.trim())?.href ?? '');
  if (whole === undefined || kept === undefined || whole === '' || kept === '') return '';
  const parts = whole.split(/(?=[/?#])/);
  const usedParts = kept.replace(/\/+$/, '').split(/(?=[/?#])/);
  const differs = parts.findIndex((part, at) => part !== usedParts[at]);
  return differs < 0 ? '' : parts.slice(differs).join('').replace(/\/+$/, '');
}

/**
 * A note for every address of which a part is left out, with the shorter one to accept. A trailing slash more or
 * less is not worth one.
 *
 * @param kept field id → what is kept of it; fields whose address cannot be read yet are absent
 * @param known what may be left out without a question: the system's own pages and requests, seen from the first slash
 */
export function tidiedNotes(
  values: Values,
  kept: Readonly<Record<string, string>>,
  known: RegExp = NOTHING,
): readonly Note[] {
  return Object.entries(kept)
    .filter(([field, address]) => spelling(values[field] ?? '') !== spelling(address))
    .map(([field, repaired]) => {
      const leftOut = leftOutOf(values[field] ?? '', repaired);
      return leftOut === '' || known.test(leftOut)
        ? { code: 'address-tidied', field, severity: 'warns', repaired }
        : { code: 'address-cut', field, severity: 'warns', repaired, other: leftOut };
    });
}

const NOTHING = /(?!)/;

/** Parts of a path that are written for people to read, or name one page. */
const DOCUMENT =
  /^(?:swagger(?:-ui)?(?:\.\w+)?|redoc|[\w-]*docs?|documentation|openapi(?:\.\w+)?|\.well-known|[^/]+\.(?:html?|aspx?|php|jsp|do|action))$/i;
const SIGN_IN = /^(?:log-?[io]n|sign-?in|token|access_token|authori[sz]e)$/i;

/** The address up to the page it names; null where it names none. */
function beforePage(url: URL, isBase: boolean): string | null {
  const parts = url.pathname.split('/');
  const at = parts.findIndex((part, place) => {
    if (DOCUMENT.test(part)) return true;
    return isBase && place === parts.length - 1 && SIGN_IN.test(part);
  });
  return at < 0 ? null : url.origin + parts.slice(0, at).join('/');
}

/** The base of a server that still ends at a page or a single request: what is put behind it would not be found. */
export function pageNotes(field: string, base: string): readonly Note[] {
  const url = parseAddress(base);
  const repaired = url === null ? null : beforePage(url, true);
  return repaired === null ? [] : [{ code: 'page-address', field, severity: 'warns', repaired }];
}

/** True for the address of documentation, where one that programs ask is wanted. */
export const isDocument = (url: URL): boolean => beforePage(url, false) !== null;
