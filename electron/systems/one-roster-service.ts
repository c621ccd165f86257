import type { Values } from '@contract/connection';
import type { FindingCode } from '@contract/findings';
import { isObject } from '@contract/is-object';
import { beginningOf } from './addresses/tidy-address';
import type { HttpAnswer, Reading, RequestPlan } from './system';

/* Shared by all OneRoster systems: paths, scopes, and how a collection's answer is read (docs/vendors/oneroster.md). */

export type OneRosterVersion = '1.1' | '1.2';

/** Collections without personal data, in the order in which a check requests them. */
export const safeCollections = [
  'orgs',
  'schools',
  'academicSessions',
  'gradingPeriods',
  'courses',
  'classes',
] as const;
export type SafeCollection = (typeof safeCollections)[number];

/** Collections with personal data. They are never requested, only listed for the user to compare. */
export const personalCollections = [
  'users',
  'students',
  'teachers',
  'enrollments',
  'demographics',
  'results',
] as const;

/** The path of the rostering service, relative to a base address (docs/vendors/oneroster.md#paths). */
export const rosteringPath: Readonly<Record<OneRosterVersion, string>> = {
  '1.1': '/ims/oneroster/v1p1',
  '1.2': '/ims/oneroster/rostering/v1p2',
};

/** The minimum scope for a connection test (docs/vendors/oneroster.md#scopes). */
export const coreScope: Readonly<Record<OneRosterVersion, string>> = {
  '1.1': 'https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly',
  '1.2': 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly',
};

/** The key of a list may differ from its path (docs/vendors/oneroster.md#names-of-lists). */
const wrapper: Readonly<Record<SafeCollection, readonly string[]>> = {
  orgs: ['orgs'],
  schools: ['orgs', 'schools'],
  academicSessions: ['academicSessions'],
  gradingPeriods: ['academicSessions', 'gradingPeriods'],
  courses: ['courses'],
  classes: ['classes'],
};

/**
 * What may be cut without asking: the path of the rostering service and one of its collections. Grades, resources and
 * older services may have different addresses, so they are not included.
 */
export const OWN_PATH =
  /^(?:\/ims\/oneroster(?:\/rostering)?(?:\/v1p[12])?)?(?:\/(?:orgs|schools|academicSessions|gradingPeriods|terms|courses|classes|users|students|teachers|enrollments|demographics)(?:\/[^/?]*)?)?(?:\?.*)?$/i;

/** Where a pasted address leaves the base: the path of any service version, and everything after it. */
const SERVICE = /\/(ims\/oneroster|learningdata\/v1)(\/.*)?$/i;
const TRAILING_SLASHES = /\/+$/;

/**
 * The address before the service's path. A vendor's path is kept (`/aeries/ims/…`); an endpoint, a query and a
 * trailing slash are not. `''` if the address is not valid.
 */
export function baseAddress(text: string | undefined): string {
  const url = beginningOf(text);
  return url === null ? '' : url.origin + url.pathname.replace(SERVICE, '').replace(TRAILING_SLASHES, '');
}

const UP_TO_VERSION = /^(.*?\/ims\/oneroster(?:\/rostering)?\/v1p[12])(?:\/|$)/i;

/** The service of a request's URL, with its version if it has one; null for any other address. */
export function requestedService(address: string): string | null {
  const url = beginningOf(address);
  if (url === null || !SERVICE.test(url.pathname)) return null;
  const path = UP_TO_VERSION.exec(url.pathname)?.[1];
  return path === undefined ? baseAddress(address) : url.origin + path;
}

/**
 * The rostering service below a base address, `…/ims/oneroster/v1p1`; `''` while no address can be read.
 * @param paths by version, if the product's paths differ from the standard's
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
 * The part of a pasted server address that is kept (see `tidiedNotes`): with or without the service's path, as
 * pasted. Both are correct.
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
 * The permission requests, for one record each (`limit=1`).
 * @param typed the part of the address the user entered, if the program appended to it
 */
export const collectionRequests = (service: string, typed?: string): readonly RequestPlan[] =>
  safeCollections.map((collection) => ({
    subject: collection,
    url: `${service}/${collection}?limit=1`,
    ...(typed !== undefined && { typed }),
    read: (answer: HttpAnswer) => readCollection(collection, answer),
  }));

/** Reads a 200: the list is there (`ok`), is empty (`empty-data`), or is missing. */
export function readCollection(collection: SafeCollection, answer: HttpAnswer): Reading {
  const list = listIn(answer.json, wrapper[collection]);
  const reading = (outcome: Reading['outcome'], code: FindingCode, facts: Reading['facts']): Reading => ({
    outcome,
    code,
    facts,
  });
  if (list === 'nothing') return reading('warning', 'empty-data', { count: 0 });
  if (list === null || !list.every(isObject))
    return reading('failed', 'unexpected-answer', { problem: 'no-list' });
  if (list.length === 0) return reading('warning', 'empty-data', { count: 0 });
  return reading('passed', 'ok', { count: list.length });
}

/** The expected list; `nothing` if its member is null. */
function listIn(json: unknown, keys: readonly string[]): readonly unknown[] | 'nothing' | null {
  if (typeof json !== 'object' || json === null) return null;
  for (const key of keys) {
    const list = Object.hasOwn(json, key) ? (json as Record<string, unknown>)[key] : undefined;
    if (Array.isArray(list)) return list;
    if (list === null) return 'nothing';
  }
  return null;
}
