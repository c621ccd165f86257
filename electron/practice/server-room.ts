import { type StepId, stepIds } from '@contract/findings';
import type { Facts, Report, Step } from '@contract/report';
import type { ServerRoom } from '@contract/server-room';
import { overallOutcome } from '@contract/verdict';

/*
 * A computer that does not exist, in a server room, from which the practice server is checked: what its report would
 * say, made from a report of this computer. So people can practise comparing two computers with only one.
 */

interface Trouble {
  readonly at: StepId;
  readonly code: NonNullable<Step['code']>;
  readonly outcome?: 'warning';
  readonly facts: Facts;
}

/** Every network that a room has its own of: addresses for documentation (RFC 5737), names that cannot exist. */
const PROXY = 'proxy.practice.invalid:3128';
const OUTSIDE = ['203.0.113.10'];

/** @param hasProbe the system answers a question before the sign-in, so that more can be told apart */
function troubleIn(room: ServerRoom, hasProbe: boolean, at: string): Trouble {
  switch (room) {
    case 'split-dns':
      return { at: 'connect', code: 'connection-timeout', facts: { addresses: OUTSIDE, waitSeconds: 10 } };
    case 'proxy':
      return { at: 'connect', code: 'proxy-sign-in-required', facts: { via: PROXY, status: 407 } };
    case 'inspected':
      return {
        at: 'secure-connection',
        code: 'tls-intercepted',
        facts: {
          issuer: 'Practice Filter Root',
          fingerprint: Array.from({ length: 32 }, () => 'F1').join(':'),
          also: ['tls-untrusted-root'],
        },
      };
    case 'blocked':
      return { at: 'connect', code: 'connection-timeout', facts: { waitSeconds: 10 } };
    case 'allow-list':
      return hasProbe
        ? { at: 'reach', code: 'refused', facts: { status: 403 } }
        : { at: 'connect', code: 'connection-reset', facts: {} };
    case 'clock':
      return hasProbe
        ? { at: 'clock', code: 'clock-skew', outcome: 'warning', facts: { seconds: 900, ahead: true } }
        : { at: 'secure-connection', code: 'tls-not-yet-valid', facts: { validFrom: at } };
  }
}

/** What each earlier step found, which the trouble alone would contradict. */
const before: Readonly<Partial<Record<ServerRoom, Partial<Record<StepId, Facts>>>>> = {
  'split-dns': { 'name-lookup': { addresses: OUTSIDE } },
  proxy: { 'name-lookup': { via: PROXY, addresses: [] } },
};

/** The report that such a computer would bring back. */
export function serverRoomReport(own: Report, room: ServerRoom, now: Date): Report {
  const hasProbe = own.steps.some(({ id, code }) => id === 'reach' && code !== null);
  const trouble = troubleIn(room, hasProbe, now.toISOString());
  const last = stepIds.indexOf(trouble.outcome === undefined ? trouble.at : 'clock');
  const steps = own.steps.map((step): Step => {
    if (stepIds.indexOf(step.id) > last)
      return { ...step, outcome: 'not-tried', code: null, durationMs: 0, facts: {} };
    if (step.id !== trouble.at) return { ...step, facts: { ...step.facts, ...before[room]?.[step.id] } };
    const { code, outcome = 'failed', facts } = trouble;
    return { ...step, code, outcome, facts: { ...step.facts, ...facts } };
  });
  const { alternative: _, ...rest } = own;
  return {
    ...rest,
    platform: 'win32',
    connection: { ...own.connection, id: null },
    withoutSecrets: true,
    startedAt: now.toISOString(),
    outcome: overallOutcome(steps),
    steps,
  };
}
