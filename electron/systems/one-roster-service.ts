import type { Values } from '@contract/connection';
import type { FindingCode } from '@contract/findings';
import { beginningOf } from './addresses/tidy-address';
import type { HttpAnswer, Reading, RequestPlan } from './system';

/*
 * What the systems that speak OneRoster share: paths, scopes, and how a collection's answer is read
 * (docs/vendors/oneroster.md).
 */

export type OneRosterVersion = '1.1' | '1.2';

/** Collections without personal data, in the order a check asks for them. */
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

/** The path of the rostering service below a base address (docs/vendors/oneroster.md#paths). */
export const rosteringPath: Readonly<Record<OneRosterVersion, string>> = {
  '1.1': '/ims/oneroster/v1p1',
  '1.2': '/ims/oneroster/rostering/v1p2',
};

/** The least a connection test needs to ask for (docs/vendors/oneroster.md#scopes). */
export const coreScope: Readonly<Record<OneRosterVersion, string>> = {
  '1.1': 'https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly',
  '1.2': 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly',
};

/** The key of a list is not always its path (docs/vendors/oneroster.md#names-of-lists). */
const wrapper: Readonly<Record<SafeCollection, readonly string[]>> = {
  orgs: ['orgs'],
  schools: ['orgs', 'schools'],
  academicSessions: ['academicSessions'],
  gradingPeriods: ['academicSessions', 'gradingPeriods'],
  courses: ['courses'],
  classes: ['classes'],
};

/**
 * What may be left out without a question: the rostering service's own path and one of its collections. Grades,
 * resources and older services are others, and so may their address be.
 */
export const OWN_PATH =
  /^(?:\/ims\/oneroster(?:\/rostering)?(?:\/v1p[12])?)?(?:\/(?:orgs|schools|academicSessions|gradingPeriods|terms|courses|classes|users|students|teachers|enrollments|demographics)(?:\/[^/?]*)?)?(?:\?.*)?$/i;

/** Where a pasted address leaves the base: the service's own path, of any version, and all after it. */
const SERVICE = /\/(ims\/oneroster|learningdata\/v1)(\/.*)?$/i;
const TRAILING_SLASHES = /\/+$/;

/**
 * The address in front of the service's own path: a vendor's path is kept (`/aeries/ims/…`), an endpoint, a query
 * and a trailing slash are not. `''` while no address can be read.
 */
export function baseAddress(text: string | undefined): string {
  const url = beginningOf(text);
  return url === null ? '' : url.origin + url.pathname.replace(SERVICE, '').replace(TRAILING_SLASHES, '');
}

const UP_TO_VERSION = /^(.*?\/ims\/oneroster(?:\/rostering)?\/v1p[12])(?:\/|$)/i;

/** The service that the address of a request asks, with its version where it names one; null for any other address. */
export function requestedService(address: string): string | null {
  const url = beginningOf(address);
  if (url === null || !SERVICE.test(url.pathname)) return null;
  const path = UP_TO_VERSION.exec(url.pathname)?.[1];
  return path === undefined ? baseAddress(address) : url.origin + path;
}

/**
 * The rostering service below a base address, `…/ims/oneroster/v1p1`; `''` while no address can be read.
 * @param paths where a product has it elsewhere than the standard, by version
 */
export function serviceAddress(
  text: string | undefined,
  version: OneRosterVersion,
  paths: Readonly<Record<string, string>> = {},
): string {
  const base = baseAddress(text);
  return base === '' ? '' : base + (paths[version] ?? rosteringPath[version]);
}

/**
 * What is kept of a pasted server address, for `tidiedNotes`: with the service's path or without it, as it was
 * pasted; both are right.
 */
export function keptAddress(
  field: string,
  values: Values,
  version: OneRosterVersion,
): Record<string, string> {
  const url = beginningOf(values[field]);
  if (url === null) return {};
  const path = url.pathname.replace(TRAILING_SLASHES, '');
  const ends = Object.values(rosteringPath).some((service) => path.toLowerCase().endsWith(service));
  return { [field]: ends ? serviceAddress(values[field], version) : baseAddress(values[field]) };
}

/**
 * The requests of a permission table, one record each (`limit=1`).
 * @param typed the part of the address that the person entered, where the program added to it
 */
export const collectionRequests = (service: string, typed?: string): readonly RequestPlan[] =>
  safeCollections.map((collection) => ({
    subject: collection,
    url: `${service}/${collection}?limit=1`,
    ...(typed !== undefined && { typed }),
    read: (answer: HttpAnswer) => readCollection(collection, answer),
  }));

/** Reads a 200: the promised list is there (`ok`), is there but empty (`empty-data`), or is not. */
export function readCollection(collection: SafeCollection, answer: HttpAnswer): Reading {
  const list = listIn(answer.json, wrapper[collection]);
  const reading = (outcome: Reading['outcome'], code: FindingCode, facts: Reading['facts']): Reading => ({
    outcome,
    code,
    facts,
  });
  if (list === 'nothing') return reading('warning', 'empty-data', { count: 0 });
  if (list === null || !list.every(isRecord))
    return reading('failed', 'unexpected-answer', { problem: 'no-list' });
  if (list.length === 0) return reading('warning', 'empty-data', { count: 0 });
  return reading('passed', 'ok', { count: list.length });
}

const isRecord = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry);

/** The promised list; `nothing` where its member is there and null. */
function listIn(json: unknown, keys: readonly string[]): readonly unknown[] | 'nothing' | null {
  if (typeof json !== 'object' || json === null) return null;
  for (const key of keys) {
    const list = Object.hasOwn(json, key) ? (json as Record<string, unknown>)[key] : undefined;
    if (Array.isArray(list)) return list;
    if (list === null) return 'nothing';
  }
  return null;
}
