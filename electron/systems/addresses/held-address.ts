import { guardLink } from './guard-links';
import { innerAddress, partsOf } from './inner-address';

/*
 * What to say about an address that contains another one: whether a mail filter or search engine put it there, or
 * whether it may be intended.
 */

export type HeldAddress =
  | {
      readonly kind: 'guard';
      /** The product that made the link. */
      readonly guard: string;
      /** The address after unwrapping all guards' links; null if it cannot be decoded. */
      readonly inner: string | null;
    }
  | {
      readonly kind: 'other';
      readonly inner: string;
      /** The address without the part that contains the inner one. */
      readonly outer: string;
    };

/** Mail passes few filters. A longer chain is malicious. */
const MOST_GUARDS = 16;

/** Null if the address contains no other one. Never throws; linear in the length of the text. */
export function heldAddress(text: string): HeldAddress | null {
  const link = guardLink(text);
  if (link !== null) return { kind: 'guard', guard: link.guard, inner: behindAll(link.inner) };
  const parts = partsOf(text);
  const inner = parts === null ? null : innerAddress(parts);
  if (inner === null) return null;
  const within = guardLink(inner.address);
  return within === null
    ? { kind: 'other', inner: inner.address, outer: inner.outer }
    : { kind: 'guard', guard: within.guard, inner: behindAll(within.inner) };
}

/** True for a link that leads to an address but is not one itself: nothing must ever be sent there. */
export const isGuardLink = (text: string): boolean => heldAddress(text)?.kind === 'guard';

function behindAll(address: string | null): string | null {
  let inner = address;
  for (let guards = 0; inner !== null && guards < MOST_GUARDS; guards += 1) {
    const link = guardLink(inner);
    if (link === null) return inner;
    inner = link.inner;
  }
  return null;
}
