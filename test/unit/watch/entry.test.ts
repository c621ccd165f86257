import type { FindingCode, StepId } from '@contract/findings';
import type { Report, Step } from '@contract/report';
import { describe, expect, it } from 'vitest';
import { foundBy, foundRefused } from '../../../electron/watch/entry';

const quiet = { secretSince: null, fingerprint: null, keyring: false, slept: false };

const step = (id: StepId, code: FindingCode | null, facts: Step['facts'] = {}): Step => ({
  id,
  subject: null,
  outcome: code === null ? 'not-tried' : code === 'ok' ? 'passed' : 'failed',
  code,
  durationMs: 7,
  facts,
});
const reportOf = (...steps: readonly Step[]): Report => ({
  version: 1,
  app: '1.0.0',
  connection: { id: 'x', system: 'powerschool', name: 'Maple', environment: 'production' },
  startedAt: '2026-11-30T02:10:00.000Z',
  durationMs: 20,
  outcome: steps.some(({ outcome }) => outcome === 'failed') ? 'failed' : 'passed',
  steps: [...steps],
});

describe('what is recorded of a report', () => {
  it('the step that decided, the facts its text needs, and the durations', () => {
    const facts = {
      host: 'sis.example',
      port: 443,
      issuer: 'Filter',
      bytes: 12,
      asked: 'GET /x',
      chainLength: 2,
    };
    const found = foundBy(
      reportOf(step('connect', 'ok'), step('secure-connection', 'tls-intercepted', facts)),
      quiet,
    );
    expect(found).toMatchObject({
      state: 'failed',
      step: 'secure-connection',
      code: 'tls-intercepted',
      facts: { host: 'sis.example', port: 443, issuer: 'Filter' },
      steps: { connect: 7, 'secure-connection': 7 },
    });
    expect(found?.facts).not.toHaveProperty('asked');
  });

  it('the end of the first certificate', () => {
    const found = foundBy(
      reportOf(step('secure-connection', 'ok', { validTo: '2027-06-30T00:00:00.000Z' })),
      quiet,
    );
    expect(found).toMatchObject({ state: 'passed', certificateEnds: '2027-06-30T00:00:00.000Z' });
  });

  it.each([
    ['offline', quiet, 'offline'],
    ['secret-unreadable', { ...quiet, keyring: true }, 'keyring'],
    ['secret-unreadable', quiet, 'secret'],
    ['secret-missing', quiet, 'secret'],
    ['connection-timeout', { ...quiet, slept: true }, 'asleep'],
  ] as const)('%s is no failure of the connection', (code, around, why) => {
    const found = foundBy(reportOf(step('fields', code)), around);
    expect(found).toMatchObject({ state: 'not-checked', notChecked: why });
  });

  it('a check that passed although the computer slept has passed', () => {
    expect(foundBy(reportOf(step('sign-in', 'ok')), { ...quiet, slept: true })).toMatchObject({
      state: 'passed',
    });
  });

  it('nothing of a check that was stopped', () => {
    expect(foundBy(reportOf(step('connect', 'cancelled')), quiet)).toBeNull();
  });

  it('a connection that is left out because it was refused has failed', () => {
    const now = new Date('2026-11-30T02:10:00.000Z');
    expect(foundRefused(reportOf().connection, null, quiet, now)).toMatchObject({
      state: 'failed',
      rejected: true,
      at: now.toISOString(),
    });
  });
});
