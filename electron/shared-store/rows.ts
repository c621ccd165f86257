import type { Connection } from '@contract/connection';
import type { RunningReplacement, SharedRow, WrittenBy } from '@contract/shared-store';
import type { SharedLink } from '../connections/shared-file';
import type { SharedListing, SharedVersion } from './port';

/* What is shown of a connection and its versions. */

export const writtenBy = ({ record, version, at }: SharedVersion): WrittenBy => ({
  version,
  by: record.changedBy,
  at,
});

export const baseWritten = ({ version, at, record }: NonNullable<SharedLink['base']>): WrittenBy => ({
  version,
  by: record.changedBy,
  at: at ?? record.changedAt,
});

/** The list may describe an older version, if its writer was interrupted. */
export const listedWritten = ({ version, at, about }: SharedListing): WrittenBy => ({
  version,
  by: about?.forVersion === version ? about.changedBy : null,
  at,
});

export function replacementOf(
  { rotation }: Connection,
  link: SharedLink | undefined,
  listed: SharedListing | null,
): RunningReplacement | null {
  if (link === undefined) return null;
  const next = link.base?.record.next ?? null;
  const isListedNewer = listed !== null && listed.version !== link.base?.version;
  if (isListedNewer && listed.about !== null) {
    const by = listed.about.replacedBy;
    if (by === null) return null;
    return by === next?.startedBy
      ? { by, since: next.startedAt, isHere: next.startedAt === link.own }
      : { by, since: null, isHere: false };
  }
  if (next !== null)
    return { by: next.startedBy, since: next.startedAt, isHere: next.startedAt === link.own };
  return rotation?.phase === 'beside' ? { by: '', since: rotation.begunAt, isHere: true } : null;
}

/** One that has not been brought here. */
export const notHere = (listed: SharedListing): SharedRow => ({
  id: listed.ref.id,
  folder: listed.ref.folder,
  standing: 'not-here',
  about:
    listed.about === null
      ? null
      : {
          system: listed.about.system,
          name: listed.about.name,
          environment: listed.about.environment,
        },
  there: listedWritten(listed),
  replacement:
    listed.about?.replacedBy == null ? null : { by: listed.about.replacedBy, since: null, isHere: false },
  expires: listed.about?.expires ?? null,
  asOf: null,
  isTooOld: false,
});

/** One that is here and in the store, and not shared from here. */
export const apartFrom = (here: SharedRow, listed: SharedListing): SharedRow => ({
  ...notHere(listed),
  standing: 'apart',
  about: here.about,
});
