import type { Probe } from '@contract/channels';
import { type FindingCode, type StepId, stepIds } from '@contract/findings';
import type { Facts, Step } from '@contract/report';

/** How a fake check of an OnSIS connection goes: a complete run, or the finding it stops at. */
export type CheckScript = 'proved' | 'browser' | 'not-proved' | 'expires-soon' | FindingCode;

const hosts = {
  authenticationUrl: 'auth.onsis.example',
  tokenUrl: 'auth.onsis.example',
  apiUrl: 'api.onsis.example',
} as const;
const subjects = Object.keys(hosts) as (keyof typeof hosts)[];

/** The step that a finding stops a check at, for tests that request it by code. */
const stops: Partial<Record<FindingCode, StepId>> = {
  'field-missing': 'fields',
  'insecure-address': 'address',
  'name-not-found': 'name-lookup',
  'connection-timeout': 'connect',
  'tls-intercepted': 'secure-connection',
  'tls-expired': 'secure-connection',
  'credentials-rejected': 'sign-in',
  'sign-in-cancelled': 'sign-in',
  'server-error': 'sign-in',
  'rate-limited': 'sign-in',
};

const step = (
  id: StepId,
  outcome: Step['outcome'],
  code: Step['code'],
  facts: Facts = {},
  subject: string | null = null,
  durationMs = 12,
): Step => ({ id, subject, outcome, code, durationMs, facts });

function passed(id: StepId): readonly Step[] {
  const each = (durationMs: number, facts: (host: string) => Facts) =>
    subjects.map((subject) => step(id, 'passed', 'ok', facts(hosts[subject]), subject, durationMs));
  switch (id) {
    case 'fields':
      return [step(id, 'passed', 'ok', { count: 6 }, null, 1)];
    case 'address':
      return each(1, (host) => ({ host, port: 443 }));
    case 'name-lookup':
      return each(12, (host) => ({ host, addresses: ['203.0.113.7'] }));
    case 'connect':
      return each(31, (host) => ({ host, port: 443 }));
    case 'secure-connection':
      return each(41, (host) => ({
        host,
        port: 443,
        issuer: 'Example Public CA',
        protocol: 'TLSv1.3',
        validTo: '2027-06-21T00:00:00.000Z',
      }));
    case 'reach':
      return [step(id, 'skipped', null, {}, null, 0)];
    case 'clock':
      return [step(id, 'passed', 'ok', { seconds: 1, host: hosts.tokenUrl }, null, 0)];
    case 'sign-in':
      return [step(id, 'passed', 'ok', { host: hosts.tokenUrl }, null, 2140)];
    case 'permission':
    case 'data':
      return [step(id, 'passed', 'ok', { host: hosts.apiUrl, status: 200 }, null, 63)];
  }
}

const unproved = (probe: Probe): Step => {
  if (probe === 'authorize')
    return step('sign-in', 'warning', 'not-refused', { host: hosts.tokenUrl }, null, 88);
  return probe === 'token'
    ? step(
        'sign-in',
        'warning',
        'probably-accepted',
        { host: hosts.tokenUrl, error: 'invalid_grant' },
        null,
        91,
      )
    : step('sign-in', 'warning', 'not-proved', { reason: 'not-asked' }, null, 0);
};

const none = (id: StepId, outcome: 'skipped' | 'not-tried'): Step => step(id, outcome, null, {}, null, 0);

/** The steps of a run, in order. */
export function stepsOf(script: CheckScript, probe: Probe, practice: boolean): readonly Step[] {
  const stop = script in stops ? (stops[script as FindingCode] ?? null) : null;
  const stopAt = stop === null ? stepIds.length : stepIds.indexOf(stop);
  return stepIds.flatMap((id, index): readonly Step[] => {
    if (index > stopAt) return [none(id, 'not-tried')];
    if (index === stopAt) return failed(id, script as FindingCode);
    if (id === 'sign-in' && script === 'not-proved') return [unproved(probe)];
    if ((id === 'permission' || id === 'data') && !practice) return [none(id, 'skipped')];
    if (id === 'secure-connection' && script === 'expires-soon') {
      return passed(id).map((each) => ({
        ...each,
        outcome: 'warning',
        code: 'tls-expires-soon',
        facts: { ...each.facts, daysLeft: 12 },
      }));
    }
    return passed(id);
  });
}

function failed(id: StepId, code: FindingCode): readonly Step[] {
  const facts = (host: string): Facts => ({
    host,
    port: 443,
    issuer: 'Maple Filter Root',
    subject: host,
    validTo: '2026-01-01T00:00:00.000Z',
    status: 401,
    error: 'invalid_client',
    field: 'clientId',
    retryAfter: null,
  });
  return id === 'sign-in' || id === 'fields'
    ? [step(id, 'failed', code, facts(hosts.tokenUrl), null, 64)]
    : subjects.map((subject) => step(id, 'failed', code, facts(hosts[subject]), subject, 41));
}
