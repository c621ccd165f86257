import type { SystemId, Values } from '@contract/connection';
import type { Facts, Report, Step } from '@contract/report';
import { overallOutcome } from '@contract/verdict';

/* Reports as a check produces them, for tests of report rendering. */

export const HOST = 'maple.powerschool.example';

export const step = (
  id: Step['id'],
  outcome: Step['outcome'],
  code: Step['code'],
  facts: Facts = {},
  durationMs = 10,
  subject: string | null = null,
): Step => ({ id, subject, outcome, code, durationMs, facts });

const place = { host: HOST, port: 443 };
const untried = (id: Step['id'], outcome: 'skipped' | 'not-tried' = 'not-tried'): Step =>
  step(id, outcome, null, {}, 0);

const exchange = (asked: string, ms: number): Facts => ({
  ...place,
  status: 200,
  contentType: 'application/json',
  bytes: 1234,
  asked,
  lookupMs: 1,
  connectMs: 2,
  tlsMs: 10,
  firstByteMs: ms - 15,
  totalMs: ms,
});

/** A PowerSchool check that passed. */
export const passedSteps: readonly Step[] = [
  step('fields', 'passed', 'ok', { count: 3 }, 1),
  step('address', 'passed', 'ok', place, 0),
  step('name-lookup', 'passed', 'ok', { host: HOST, via: null, addresses: ['203.0.113.7'] }, 12),
  step('connect', 'passed', 'ok', { ...place, via: null }, 31),
  step(
    'secure-connection',
    'passed',
    'ok',
    {
      ...place,
      via: null,
      subject: HOST,
      issuer: 'Example Public CA',
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2027-06-21T00:00:00.000Z',
      daysLeft: 500,
      names: [HOST],
      protocol: 'TLSv1.3',
      chainLength: 2,
    },
    41,
  ),
  step('reach', 'passed', 'ok', { ...exchange('GET /ws/v1/metadata', 63), version: '21.4.0.0' }, 63),
  step('clock', 'passed', 'ok', { ...place, seconds: 1, ahead: false }, 0),
  step('sign-in', 'passed', 'ok', exchange('POST /oauth/access_token', 88), 90),
  step('permission', 'passed', 'ok', exchange('GET /ws/v1/district', 55), 55, 'district'),
  step(
    'data',
    'passed',
    'ok',
    { ...place, status: 200, contentType: 'application/json', bytes: 1234, count: 1 },
    0,
  ),
];

/** The same, stopped by a content filter. */
export const interceptedSteps: readonly Step[] = [
  ...passedSteps.slice(0, 4),
  step(
    'secure-connection',
    'failed',
    'tls-intercepted',
    {
      ...place,
      via: null,
      subject: HOST,
      issuer: 'Maple Filter Root',
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2026-12-31T00:00:00.000Z',
      daysLeft: 40,
      names: [HOST],
      protocol: 'TLSv1.3',
      chainLength: 2,
      also: ['tls-untrusted-root'],
    },
    60,
  ),
  ...(['reach', 'clock', 'sign-in', 'permission', 'data'] as const).map((id) => untried(id)),
];

export function reportWith(
  steps: readonly Step[],
  startedAt = '2026-03-02T14:05:06.000Z',
  system: SystemId = 'powerschool',
): Report {
  return {
    version: 1,
    app: '1.0.0',
    connection: {
      id: '6f1c1e1a-0000-4000-8000-000000000001',
      system,
      name: 'Maple District',
      environment: 'test',
    },
    startedAt,
    durationMs: 302,
    outcome: overallOutcome(steps),
    steps: [...steps],
  };
}

export const powerschoolValues: Values = {
  serverUrl: `https://${HOST}`,
  clientId: '11111111-2222-4333-8444-555555555555',
};
