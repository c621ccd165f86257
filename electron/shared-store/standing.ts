import type { Standing } from '@contract/shared-store';
import type { SharedLink } from '../connections/shared-file';
import type { SharedListing } from './port';

export interface StandingFacts {
  readonly isHere: boolean;
  readonly link: SharedLink | undefined;
  /** As the last list says; null: it is in none, or there is none. */
  readonly listed: Pick<SharedListing, 'version' | 'at' | 'isGone'> | null;
  /** Whether there is a list, and it has everything. */
  readonly isListed: boolean;
  readonly isChangedHere: boolean;
}

/** How a connection stands, from the list alone: no secret is read for it. */
export function standingOf({ isHere, link, listed, isListed, isChangedHere }: StandingFacts): Standing {
  if (!isHere) return listed?.isGone === true ? 'gone-there' : 'not-here';
  if (link === undefined) return 'here-only';
  if (listed === null ? isListed : listed.isGone) return 'gone-there';
  if (link.held !== null && (listed === null || listed.version === link.held)) return 'address-to-confirm';
  const isChangedThere = listed !== null && !isSameVersion(link, listed);
  if (isChangedThere) return isChangedHere ? 'changed-both' : 'changed-there';
  return isChangedHere ? 'changed-here' : 'in-step';
}

/**
 * The store has what this computer started from. Its time is compared as well: a store that was set back to a backup
 * may count up to the same number again.
 */
const isSameVersion = (
  { base }: Pick<SharedLink, 'base'>,
  { version, at }: Pick<SharedListing, 'version' | 'at'>,
): boolean => base !== null && base.version === version && (base.at === null || base.at === at);

const HOUR_MS = 3_600_000;

/**
 * Whether a shared connection's secrets may be used without reaching the store first.
 * @param hours 0: only in the run that had them from the store
 * @param startedAt when this run began
 */
export function isUsable(
  { asOf }: Pick<SharedLink, 'asOf'>,
  hours: number,
  { startedAt, now }: { readonly startedAt: Date; readonly now: Date },
): boolean {
  if (hours === 0) return Date.parse(asOf) >= startedAt.getTime();
  const age = now.getTime() - Date.parse(asOf);
  // A time in the future means that this computer's clock was set back, so nothing is known.
  return age >= -HOUR_MS && age <= hours * HOUR_MS;
}
