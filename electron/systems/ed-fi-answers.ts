import { isObject } from '@contract/is-object';
import type { Facts } from '@contract/report';
import type { HttpAnswer, Reading } from './system';

/* What the answers of an Ed-Fi ODS/API mean (docs/vendors/ed-fi.md#answers). Its texts are matched, never shown. */

const failed = (code: Reading['code'], facts: Facts): Reading => ({ outcome: 'failed', code, facts });

const NAMESPACE = 'urn:ed-fi:api:';

/** A problem document's type without its namespace (RFC 9457); '' for any other answer. */
function kindOf(json: unknown): string {
  const type = isObject(json) && typeof json.type === 'string' ? json.type.trim().toLowerCase() : '';
  return type.startsWith(NAMESPACE) ? type.slice(NAMESPACE.length) : '';
}

/** Whether a problem's type is this one or below it. */
const isBelow = (kind: string, parent: string): boolean => kind === parent || kind.startsWith(`${parent}:`);

/** Everything the answer says in words: `errors`, `detail`, and `message` before version 7.2. */
function saysIn(json: unknown, words: RegExp): boolean {
  if (!isObject(json)) return false;
  const errors = Array.isArray(json.errors) ? json.errors.slice(0, 20) : [];
  return [...errors, json.detail, json.title, json.message].some(
    (text) => typeof text === 'string' && words.test(text.slice(0, 2000)),
  );
}

/** A refusal of the token or of a right, the same for every request with a token. */
function ofToken({ status, json }: HttpAnswer): Reading | null {
  const kind = kindOf(json);
  const rejected = (problem: string): Reading => failed('token-rejected', { problem });
  if (status === 401) {
    if (saysIn(json, /sandbox credentials used in call to production/i)) return rejected('sandbox-key');
    if (saysIn(json, /production credentials used in call to sandbox/i)) return rejected('production-key');
    if (saysIn(json, /authorization header is missing|missing authorization header/i))
      return rejected('header-missing');
    return isBelow(kind, 'security:authentication') ? rejected('not-known-here') : null;
  }
  // Before version 7.2, for a token that has expired or is of another server.
  if (status === 403 && saysIn(json, /no api key information was available/i))
    return rejected('not-known-here');
  if (status < 500) return null;
  if (saysIn(json, /not been associated with an ods instance/i))
    return failed('server-error', { problem: 'no-store-for-key' });
  return isBelow(kind, 'system:configuration:security')
    ? failed('server-error', { problem: 'security-set-up' })
    : null;
}

/** @param url of the request, without its query */
export function ofDataService(answer: HttpAnswer, url: string): Reading | null {
  const { status, json } = answer;
  const kind = kindOf(json);
  const missing = (problem: string): Reading => failed('permission-missing', { problem });
  if (status === 403) {
    if (isBelow(kind, 'security:authorization:access-denied:resource')) return missing('claim-set');
    if (isBelow(kind, 'security:authorization:access-denied:action')) return missing('action');
    if (isBelow(kind, 'security:data-policy:incorrect-usage')) return missing('profile');
    if (isBelow(kind, 'security:authorization')) return missing('organization');
  }
  // The collection exists everywhere, so this is about the path before it.
  if (status === 404 && isBelow(kind, 'not-found'))
    return failed('wrong-address', { url, problem: 'no-store' });
  return ofToken(answer);
}

export const ofTokenInfo = (answer: HttpAnswer): Reading | null => ofToken(answer);

export function ofTokenEndpoint({ status, json }: HttpAnswer): Reading | null {
  if (status === 429 && kindOf(json).endsWith('too-many-tokens'))
    return failed('rate-limited', { problem: 'too-many-tokens' });
  // Its word for a request without key or secret; for wrong ones it says `invalid_client`.
  if (status === 401 && isObject(json) && json.error === 'invalid_request')
    return failed('request-rejected', { error: 'invalid_request', problem: 'nothing-arrived' });
  return null;
}

export function readTokenInfo({ json }: HttpAnswer): Reading {
  return isObject(json) && (typeof json.client_id === 'string' || isObject(json.claim_set))
    ? { outcome: 'passed', code: 'ok', facts: {} }
    : failed('unexpected-answer', { problem: 'no-token-info' });
}

const NAME = /^[^\p{C}]{1,100}$/u;
const nameIn = (value: unknown): string | null => {
  const text = typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : '';
  return NAME.test(text) ? text : null;
};

const RESOURCE = /^\/?[\w-]{1,60}\/[\w-]{1,100}$/;
const operations = ['Create', 'Read', 'Update', 'Delete', 'ReadChanges'] as const;
const MOST_ORGANIZATIONS = 20;
const MOST_RESOURCES = 1000;

const listIn = (json: unknown, name: string): readonly unknown[] => {
  const list = isObject(json) ? json[name] : undefined;
  return Array.isArray(list) ? list : [];
};

/** Whose key it is, and what it may do: names of organizations and rights, nothing about persons. */
export function toldByTokenInfo({ json }: HttpAnswer): Facts {
  const set = isObject(json) && isObject(json.claim_set) ? nameIn(json.claim_set.name) : null;
  const organizations = listIn(json, 'education_organizations').flatMap((one) => {
    const name = isObject(one) ? (nameIn(one.name_of_institution) ?? nameIn(one.name)) : null;
    return name === null ? [] : [name];
  });
  const resources = listIn(json, 'resources').flatMap((one) => {
    const name = isObject(one) ? nameIn(one.resource ?? one.name) : null;
    if (name === null || !RESOURCE.test(name) || !isObject(one)) return [];
    const allowed = listIn(one, 'operations');
    return [[name.replace(/^\//, ''), ...operations.filter((each) => allowed.includes(each))].join(' ')];
  });
  return {
    ...(set !== null && { claimSet: set }),
    organizations: [...new Set(organizations)].slice(0, MOST_ORGANIZATIONS),
    resources: [...new Set(resources)].sort().slice(0, MOST_RESOURCES),
  };
}
