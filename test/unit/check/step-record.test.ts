import { reportSchema } from '@contract/report';
import { expect, it } from 'vitest';
import { reportOf } from '../../../electron/check/report-of';
import { StepRecord } from '../../../electron/check/step-record';

it('keeps facts that a report can hold, however long a certificate, an address or a name is', () => {
  const steps = new StepRecord({ signal: new AbortController().signal });
  const long = 'a'.repeat(5000);
  const facts = { host: long, names: [long], issuer: long, expected: long, problem: long };
  steps.add('secure-connection', null, { outcome: 'failed', code: 'tls-name-mismatch', facts });
  const about = {
    id: null,
    system: 'powerschool',
    name: 'Maple',
    environment: 'test',
    provider: long,
  } as const;
  const beginning = { startedAt: '2026-01-05T08:00:00.000Z', began: 0 };
  const report = reportOf(about, steps.finish(), beginning, { appVersion: '0', alternative: null });
  expect(report.steps.find(({ code }) => code === 'tls-name-mismatch')?.facts.host).toMatch(/^a{2000,}$/);
  expect(reportSchema.safeParse(report).success).toBe(true);
});
