import type { FindingCode } from '@contract/findings';
import type { HttpAnswer, Reading, RequestPlan } from './system';

/*
 * What the systems that speak OneRoster share: paths, scopes, and how a collection's answer is read
 * (protocols §5.2–§5.5).
 */

export type OneRosterVersion = '1.1' | '1.2';

/** Collections without personal data, in the order a check asks for them (design §5). */
export const safeCollections = [
  'orgs',
  'schools',
  'academicSessions',
  'gradingPeriods',
  'courses',
  'classes',
] as const;
export type SafeCollection = (typeof safeCollections)[number];

/** Collections that hold personal data: never called, listed to be compared by eye. */
export const personalCollections = [
  'users',
  'students',
  'teachers',
  'enrollments',
  'demographics',
  'results',
] as const;

/** The path of the rostering service below a base address (protocols §5.3). */
export const rosteringPath: Readonly<Record<OneRosterVersion, string>> = {
  '1.1': '/ims/oneroster/v1p1',
  '1.2': '/ims/oneroster/rostering/v1p2',
};

/** The least a connection test needs to ask for (protocols §5.2). */
export const coreScope: Readonly<Record<OneRosterVersion, string>> = {
  '1.1': 'https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly',
  '1.2': 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly',
};

/** `/schools` answers under the key `orgs`, `/gradingPeriods` under `academicSessions` (protocols §4.1.13). */
const wrapper: Readonly<Record<SafeCollection, readonly string[]>> = {
  orgs: ['orgs'],
  schools: ['orgs', 'schools'],
  academicSessions: ['academicSessions'],
  gradingPeriods: ['academicSessions', 'gradingPeriods'],
  courses: ['courses'],
  classes: ['classes'],
};

/**
 * The rostering service's address from what was pasted: a path below is kept, one that already ends in the
 * service's own path is not repeated, and a trailing slash is dropped.
 */
export function serviceAddress(base: string, version: OneRosterVersion): string {
  const url = new URL(base.trim());
  const path = url.pathname.replace(/\/+$/, '');
  const known = Object.values(rosteringPath).find((service) => path.endsWith(service));
  return `${url.origin}${known === undefined ? path + rosteringPath[version] : path}`;
}

/** The requests of a permission table, one record each (`limit=1`). */
export function collectionRequests(
  service: string,
  collections: readonly SafeCollection[] = safeCollections,
): readonly RequestPlan[] {
  return collections.map((collection) => ({
    subject: collection,
    url: `${service}/${collection}?limit=1`,
    read: (answer: HttpAnswer) => readCollection(collection, answer),
  }));
}

/** Reads a 200: the promised list is there (`ok`), is there but empty (`empty-data`), or is not. */
export function readCollection(collection: SafeCollection, answer: HttpAnswer): Reading {
  const list = listIn(answer.json, wrapper[collection]);
  const reading = (outcome: Reading['outcome'], code: FindingCode, count: number | null): Reading => ({
    outcome,
    code,
    facts: { endpoint: collection, count },
  });
  if (list === null) return reading('failed', 'unexpected-answer', null);
  if (list.length === 0) return reading('warning', 'empty-data', 0);
  return reading('passed', 'ok', list.length);
}

function listIn(json: unknown, keys: readonly string[]): readonly unknown[] | null {
  if (typeof json !== 'object' || json === null) return null;
  for (const key of keys) {
    const list = Object.hasOwn(json, key) ? (json as Record<string, unknown>)[key] : undefined;
    if (Array.isArray(list)) return list;
  }
  return null;
}
