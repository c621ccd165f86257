import type { Report } from '@contract/report';
import { ok, refuse } from '@contract/result';
import { isWithin } from '@contract/shared-folder';
import type { SharedFailure } from '@contract/shared-store';
import { AT_ONCE } from '@contract/test-all';
import { systemFor } from '@systems/catalogue';
import { failed, passed } from '../answers/readings';
import { inTurns } from '../check/in-turns';
import { beginningAt, reportOf } from '../check/report-of';
import { StepRecord } from '../check/step-record';
import { covers } from '../secrets/secret-record';
import { confirmedFor, fieldElsewhere } from '../shared-store/addresses';
import type { SharedListing, SharedVersion } from '../shared-store/port';
import { type Origins, originsOf } from '../shared-store/sides';
import type { CheckableConnection } from './checkable';
import { credentialsOf, type SharedHere } from './shared-here';

export interface SharedToCheck {
  readonly connections: readonly CheckableConnection[];
  /** Why the store, or some of it, was not read. */
  readonly trouble: SharedFailure | null;
  /** The store was not reached: these are what was brought here before. */
  readonly isOffline: boolean;
}

interface Read {
  readonly listing: SharedListing;
  readonly version: SharedVersion;
}

/**
 * What the shared store has, to be checked with its secrets in memory alone. A connection whose addresses nobody has
 * confirmed on this computer comes with its report: it is not checked, and no secret of it leaves.
 */
export async function sharedToCheck(
  here: SharedHere,
  { folder, appVersion, signal }: { folder: string | null; appVersion: string; signal: AbortSignal },
  brought: readonly CheckableConnection[],
): Promise<SharedToCheck> {
  const { service, inUse } = here;
  const entered =
    inUse.state.role === null
      ? refuse({ code: 'not-signed-in' } as const)
      : await service.signIn(credentialsOf(null), { signal });
  const listed = entered.ok ? await service.refresh() : entered;
  const store = inUse.session?.store;
  if (!listed.ok || store === undefined) {
    service.signOut();
    const failure: SharedFailure = listed.ok ? { code: 'not-signed-in' } : listed.failure;
    const isIn = ({ id }: CheckableConnection): boolean => {
      const link = id === null ? undefined : inUse.link(id);
      return link !== undefined && isBelow(link.folder, folder);
    };
    return { connections: brought.filter(isIn), trouble: failure, isOffline: true };
  }
  const wanted = (inUse.state.listing?.records ?? []).filter(
    ({ ref, isGone }) => !isGone && isBelow(ref.folder, folder),
  );
  const read: Read[] = [];
  let trouble: SharedFailure | null = null;
  await inTurns(
    wanted,
    AT_ONCE,
    () => [],
    async (listing) => {
      if (signal.aborted) return;
      const version = await store.read(listing.ref);
      if (version.ok) read.push({ listing, version: version.value });
      else if (version.failure.kind !== 'gone' && version.failure.kind !== 'absent')
        trouble ??= inUse.failed(version.failure).failure;
    },
  );
  service.signOut();
  const inOrder = read.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
  return {
    connections: inOrder.map((one) => checkable(one, inOrder, here, brought, appVersion)),
    trouble,
    isOffline: false,
  };
}

function checkable(
  { listing: { ref }, version }: Read,
  all: readonly Read[],
  { inUse, connections }: SharedHere,
  brought: readonly CheckableConnection[],
  appVersion: string,
): CheckableConnection {
  const { id } = ref;
  const { record } = version;
  const { name, environment, values, alternative } = record;
  const system = systemFor(record);
  const link = inUse.link(id);
  const local = link?.folder === ref.folder ? connections.get(id) : undefined;
  const ofLocal = local === undefined ? {} : originsOf(local.system, local.values);
  const known = link?.folder === ref.folder ? link : { confirmed: {} };
  const confirmed = (field: string): readonly string[] => confirmedFor(known, ofLocal, field);
  const wanted = originsOf(record.system, values);
  const elsewhere = fieldElsewhere(known, ofLocal, wanted);
  return {
    id,
    system,
    name,
    environment,
    practice: false,
    values,
    alternative,
    siblings: all.flatMap(({ listing, version: { record: other } }) =>
      listing.ref.id !== id && other.system === record.system
        ? [{ id: listing.ref.id, name: other.name, environment: other.environment, values: other.values }]
        : [],
    ),
    extraCertificates: local?.extraCertificates ?? [],
    leftOut: null,
    lastCheck: brought.find((one) => one.id === id)?.lastCheck ?? null,
    secret: async (field, origin) => {
      const secret = record.secrets[field];
      if (secret === undefined) return refuse('absent');
      return covers(confirmed(field), [origin]) ? ok(secret) : refuse('other-address');
    },
    sameSecretElsewhere: async (field) =>
      all.find(
        ({ version: { record: other } }) =>
          other.system === record.system &&
          other.environment !== environment &&
          other.secrets[field] === record.secrets[field],
      )?.version.record.name ?? null,
    // With the version, a secret that was changed in the store is tried again at once.
    secretsSince: () => [record.rotatedAt ?? version.at, `version ${version.version}`],
    ...(elsewhere !== undefined && {
      instead: () => refusedReport(ref.id, version, elsewhere, confirmed(elsewhere), wanted, appVersion),
    }),
  };
}

/** The report of a connection that is not checked, because of where the record would send a secret. */
function refusedReport(
  id: string,
  { record }: SharedVersion,
  field: string,
  confirmed: readonly string[],
  wanted: Origins,
  appVersion: string,
): Report {
  const [to = ''] = (wanted[field] ?? []).filter((origin) => !covers(confirmed, [origin]));
  const [from = ''] = confirmed;
  const { values, name, environment } = record;
  const changed = Object.entries(values).find(
    ([, value]) => URL.canParse(value) && new URL(value).origin === to,
  );
  const steps = new StepRecord({ signal: new AbortController().signal });
  steps.add('fields', null, passed());
  const facts = {
    host: URL.canParse(to) ? new URL(to).hostname : to,
    field: changed?.[0] ?? field,
    from,
    to,
    other: record.changedBy,
    problem: from === '' ? 'not-confirmed' : 'shared-record',
  };
  steps.add('address', changed?.[0] ?? null, failed('address-elsewhere', facts));
  const about = { id, system: record.system, name, environment };
  return reportOf(about, steps.finish(), beginningAt(Date.now()), { appVersion, alternative: null });
}

const nameOf = ({ version }: Read): string => version.record.name;

const isBelow = (folder: string, wanted: string | null): boolean =>
  wanted === null || wanted === '' || isWithin(folder, wanted);
