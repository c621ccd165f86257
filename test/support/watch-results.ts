import { type Entry, emptyResults, type Results } from '../../electron/watch/results';

export const AT = '2026-11-30T02:10:00.000Z';

/** A result of a night; the rest is as after a check that passed. */
export const entryOf = (name: string, more: Partial<Entry> = {}): Entry => ({
  connection: { id: `id-${name}`, system: 'powerschool', name, environment: 'production' },
  at: AT,
  state: 'passed',
  notChecked: null,
  fingerprint: null,
  step: null,
  subject: null,
  code: null,
  facts: {},
  durationMs: 812,
  steps: { 'sign-in': 180 },
  certificateEnds: null,
  secretSince: null,
  since: '2026-11-01T02:10:00.000Z',
  nights: 'pp',
  ...more,
});

export const failedEntry = (name: string, more: Partial<Entry> = {}): Entry =>
  entryOf(name, {
    state: 'failed',
    step: 'secure-connection',
    code: 'tls-intercepted',
    facts: { host: 'sis.maple.example', port: 443, issuer: 'Filter | CA' },
    nights: 'pf',
    since: AT,
    ...more,
  });

export const resultsOf = (connections: readonly Entry[], more: Partial<Results> = {}): Results => ({
  ...emptyResults('2026-11-30T02:00:00.000Z', '1.0.0'),
  run: { startedAt: '2026-11-30T02:00:00.000Z', endedAt: '2026-11-30T02:20:00.000Z' },
  nights: ['2026-11-29', '2026-11-30'],
  connections: [...connections],
  ...more,
});
