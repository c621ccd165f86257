import { createServer } from 'node:net';
import type { SystemId, Values } from '@contract/connection';
import type { Report } from '@contract/report';
import { ok } from '@contract/result';
import { doubtsOf } from '@contract/verdict';
import { systems } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FaultId, nameOfChoice, type OfferedFault } from '../../../electron/practice/faults/faults';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';
import { check } from '../../support/checked';
import { allowInPractice } from '../../support/practice-browser';
import { offeredTo, planFor, practised } from '../../support/practised';

/* Every fault of the practice server, on every system it is offered for, through the real check. */

let server: PracticeServer;
let callback = '';
beforeAll(async () => {
  server = await startPracticeServer();
  callback = `http://127.0.0.1:${await freePort()}/onsis/callback`;
});
afterAll(() => server.stop());
afterEach(() => server.faults.clear());

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const taken = createServer().listen(0, '127.0.0.1', () => {
      const address = taken.address();
      taken.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

async function checked(id: SystemId, more: Values, alternative?: string): Promise<Report> {
  const credentials = server.systems[id];
  if (credentials === undefined) throw new Error(`${id} cannot be practised`);
  const values = { ...credentials.values, ...more, ...(id === 'onsis' && { redirectUrl: callback }) };
  const { report } = await check({
    plan: planOf(systems[id], { values, practice: true }),
    url: server.origin,
    system: systems[id],
    subject: { values, practice: true },
    ports: {
      secret: async (field) => ok(credentials.secrets[field] ?? ''),
      browser: { open: (url) => allowInPractice(url, server.ca) },
    },
    options: { extraRoots: [server.ca], ...(alternative === undefined ? {} : { alternative }) },
  });
  return report;
}

const told = (report: Report) =>
  report.steps
    .filter(({ code }) => code !== null)
    .map(({ id, code, outcome }) => ({ step: id, code, outcome }));

describe.each(practised)('$name', ({ name, id, values }) => {
  const offered = offeredTo({ name, id, values });

  it('is well without a fault', async () => {
    expect((await checked(id, values)).outcome).toBe('passed');
  });

  it.each(offered.map((one) => [nameOfChoice(one), one] as const))('%s', async (_, one) => {
    server.faults.set(id, one);
    const report = await checked(id, values);
    const { leadsTo } = one;
    expect(told(report)).toContainEqual(leadsTo);
    if (leadsTo.step === 'permission' || leadsTo.step === 'data')
      expect(told(report)).toContainEqual({ step: 'sign-in', code: 'ok', outcome: 'passed' });
    expect(unexplained(report, one)).toEqual([]);
  });
});

/**
 * The connections that send Client ID and secret to a token endpoint, according to the plan rather than to the faults
 * on offer.
 */
const withCredentials = practised.filter((one) => 'tokenUrl' in planFor(one).signIn);

describe.each(withCredentials)('$name, asked another way', ({ name, id, values }) => {
  const asked = async (fault: FaultId, alternative?: string) => {
    const choice = offeredTo({ name, id, values }).find((one) => one.fault === fault);
    if (choice === undefined) throw new Error(`${fault} is not offered`);
    server.faults.set(id, choice);
    return checked(id, values, alternative);
  };

  it('gets through where the body is read alone', async () => {
    for (const fault of ['only-in-body', 'only-in-body-400'] as const) {
      const refused = await asked(fault);
      const signIn = refused.steps.find((step) => step.id === 'sign-in');
      expect(signIn && doubtsOf(signIn), fault).toContain('client-authentication');
      const { outcome, alternative } = await asked(fault, 'credentials-in-body');
      expect({ outcome, alternative }).toEqual({ outcome: 'passed', alternative: 'credentials-in-body' });
    }
  });

  it('is refused where the header is read alone', async () => {
    expect(told(await asked('only-in-header', 'credentials-in-body'))).toContainEqual({
      step: 'sign-in',
      code: 'credentials-rejected',
      outcome: 'failed',
    });
  });
});

/** Failures other than the expected one. */
const unexplained = (report: Report, { leadsTo }: OfferedFault): readonly string[] =>
  told(report)
    .filter(({ code, outcome }) => outcome !== 'passed' && code !== leadsTo.code)
    // If a refusal proves nothing about the sign-in, each row reports its own.
    .filter(({ code }) => !(leadsTo.code === 'not-proved' && code === 'refused'))
    .map(({ step, code, outcome }) => `${step} ${code} ${outcome}`);
