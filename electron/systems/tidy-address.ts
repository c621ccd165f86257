import { parseAddress } from '@contract/address';
import type { Values } from '@contract/connection';
import type { Note } from './notes';

/* What is made of an address as it was typed. Nothing here guesses a host: only what surrounds the base is cut. */

/** The address behind what was typed, if it may carry a secret: absolute, `https`, without a sign-in; else null. */
export function secureAddress(text: string | undefined): URL | null {
  const url = parseAddress(text?.trim() ?? '');
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
}

/** Scheme, host and port alone; `''` while no address can be read. */
export const originOf = (text: string | undefined): string => secureAddress(text)?.origin ?? '';

/** The origins of several addresses, each once; empty as soon as one of them cannot be read. */
export function originsOf(...texts: readonly (string | undefined)[]): readonly string[] {
  const origins = texts.map(originOf);
  return origins.includes('') ? [] : [...new Set(origins)];
}

const spelling = (text: string): string => parseAddress(text.trim())?.href.replace(/\/+$/, '') ?? text.trim();

/**
 * A note for every address of which a part is left out, with the shorter one to accept. A trailing slash more or
 * less is not worth one.
 *
 * @param kept field id → what is kept of it; fields whose address cannot be read yet are absent
 */
export function tidiedNotes(values: Values, kept: Readonly<Record<string, string>>): readonly Note[] {
  return Object.entries(kept)
    .filter(([field, address]) => spelling(values[field] ?? '') !== spelling(address))
    .map(([field, repaired]) => ({ code: 'address-tidied', field, severity: 'warns', repaired }));
}
