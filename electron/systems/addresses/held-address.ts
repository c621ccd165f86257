import { guardLink } from './guard-links';
import { innerAddress, partsOf } from './inner-address';

/*
 * What is to be said of an address that holds another address: whether a mail filter or a search engine put it there,
 * or whether it may be meant.
 */

export type HeldAddress =
  | {
      readonly kind: 'guard';
      /** The product that made the link. */
      readonly guard: string;
      /** The address behind it and behind every further guard's link; null where it cannot be read. */
      readonly inner: string | null;
    }
  | {
      readonly kind: 'other';
      readonly inner: string;
      /** The address without the part that holds the inner one. */
      readonly outer: string;
    };

/** Mail passes few filters; a longer chain was made to be one. */
const MOST_GUARDS = 16;

/** Null for an address that holds no other one. Never throws; linear in the length of the text. */
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

/** True for a link that leads to an address and is none itself: nothing may ever be sent there. */
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
