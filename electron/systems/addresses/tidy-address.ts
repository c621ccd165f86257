import { parseAddress } from '@contract/address';
import type { Values } from '@contract/connection';
import type { Note } from '../notes';
import type { Field } from '../system';
import { heldAddress, isGuardLink } from './held-address';

/* Cleans up addresses as typed. Nothing here guesses a host: only what follows the base is cut off. */

/**
 * The URL, if a secret may be sent there: absolute, `https`, without user name and password, and not a link of a mail
 * filter or search engine; else null.
 */
export function secureAddress(text: string | undefined): URL | null {
  // Browsers also accept other spellings (`https:/host`), but these would bypass the search for links.
  if (!/^\s*https:\/\/[^/?#\\\s]/i.test(text ?? '')) return null;
  const url = parseAddress(text?.trim() ?? '');
  const isSecure = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return isSecure && !isGuardLink(text ?? '') ? url : null;
}

/** The same for an address of which only the beginning is used. Also null if it contains another address. */
export const beginningOf = (text: string | undefined): URL | null =>
  heldAddress(text ?? '') === null ? secureAddress(text) : null;

/** The field for such an address. */
export const baseAddressField = (id: string): Field => ({
  id,
  kind: 'address',
  secret: false,
  optional: false,
  askedAt: 'enter',
  beginningOnly: true,
});

/** The origin; `''` if the address is not valid. */
export const originOf = (text: string | undefined): string => secureAddress(text)?.origin ?? '';

/** The distinct origins of several addresses; empty if any of them is not valid. */
export function originsOf(...texts: readonly (string | undefined)[]): readonly string[] {
  const origins = texts.map(originOf);
  return origins.includes('') ? [] : [...new Set(origins)];
}

const spelling = (text: string): string => parseAddress(text.trim())?.href.replace(/\/+$/, '') ?? text.trim();

/** The part of an address that is not used, from the first difference on; `''` if only slashes differ. */
export function leftOutOf(typed: string, used: string): string {
  const [whole, kept] = [typed, used].map((text) => parseAddress(text.trim())?.href ?? '');
  if (whole === undefined || kept === undefined || whole === '' || kept === '') return '';
  const parts = whole.split(/(?=[/?#])/);
  const usedParts = kept.replace(/\/+$/, '').split(/(?=[/?#])/);
  const differs = parts.findIndex((part, at) => part !== usedParts[at]);
  return differs < 0 ? '' : parts.slice(differs).join('').replace(/\/+$/, '');
}

/**
 * A note for each address that is cut, with the shorter one to accept. Differences in trailing slashes get no note.
 *
 * @param kept field id → the part that is kept; fields without a valid address are absent
 * @param known what may be cut without asking: the system's own pages and requests, starting at the first slash
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

/** Path segments of documentation or single pages. */
const DOCUMENT =
  /^(?:swagger(?:-ui)?(?:\.\w+)?|redoc|[\w-]*docs?|documentation|openapi(?:\.\w+)?|\.well-known|[^/]+\.(?:html?|aspx?|php|jsp|do|action))$/i;
const SIGN_IN = /^(?:log-?[io]n|sign-?in|token|access_token|authori[sz]e)$/i;

/** The address up to the page it names; null if it names none. */
function beforePage(url: URL, isBase: boolean): string | null {
  const parts = url.pathname.split('/');
  const at = parts.findIndex((part, place) => {
    if (DOCUMENT.test(part)) return true;
    return isBase && place === parts.length - 1 && SIGN_IN.test(part);
  });
  return at < 0 ? null : url.origin + parts.slice(0, at).join('/');
}

/** A note if a base address still ends with a page or a request, since paths appended to it would not exist. */
export function pageNotes(field: string, base: string): readonly Note[] {
  const url = parseAddress(base);
  const repaired = url === null ? null : beforePage(url, true);
  return repaired === null ? [] : [{ code: 'page-address', field, severity: 'warns', repaired }];
}

/** True for the address of documentation, where an API's address is expected. */
export const isDocument = (url: URL): boolean => beforePage(url, false) !== null;
