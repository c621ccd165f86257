import { ok, refuse } from '@contract/result';
import type { Note } from '@systems/notes';
import type { CheckPlan } from '@systems/system';
import { describe, expect, it } from 'vitest';
import type { CheckPorts } from '../../../electron/check/ports';
import { check, ran } from '../../support/checked';

/** Nothing beyond the first stage is needed: the plan's only address does not exist. */
const plan: CheckPlan = {
  addresses: [{ subject: null, url: 'https://nowhere.invalid' }],
  reach: null,
  signIn: { kind: 'bearer', secretField: 'clientSecret' },
  permission: [],
  proof: null,
  notTested: [],
};
const url = 'https://nowhere.invalid';

async function fieldsOf(
  values: Record<string, string>,
  notes: readonly Note[] = [],
  ports: Partial<CheckPorts> = {},
) {
  const { report } = await check({
    plan,
    url,
    system: { notes: () => notes },
    subject: { values: { serverUrl: url, clientId: 'an-id', ...values } },
    ports,
  });
  const fields = report.steps.filter(({ id }) => id === 'fields');
  return { lines: ran({ ...report, steps: fields }), facts: fields.map((step) => step.facts), report };
}

describe('the first stage', () => {
  it('passes with the number of values', async () => {
    const { lines, facts } = await fieldsOf({});
    expect(lines).toEqual(['fields ok passed']);
    expect(facts).toEqual([{ count: 3 }]);
  });

  it('names every value that is missing or wrong, each by its field', async () => {
    const { lines, facts } = await fieldsOf({ serverUrl: 'http://sis.test', clientId: ' ' }, [], {
      secret: async () => refuse('absent'),
    });
    expect(lines).toEqual([
      'fields/serverUrl insecure-address failed',
      'fields/clientId field-missing failed',
      'fields/clientSecret secret-missing failed',
    ]);
    expect(facts.map(({ field }) => field)).toEqual(['serverUrl', 'clientId', 'clientSecret']);
  });

  it('names what is wrong with a value, and nothing of the value', async () => {
    const { lines, facts } = await fieldsOf({ serverUrl: 'https://user:hunter2@sis.test/' });
    expect(lines).toEqual(['fields/serverUrl field-invalid failed']);
    expect(facts).toEqual([{ field: 'serverUrl', problem: 'address-has-sign-in' }]);
  });

  it('fails on rules that block, warns on those that only should, and leaves mere hints to the form', async () => {
    const { lines, facts, report } = await fieldsOf({}, [
      { code: 'same-api-in-test-and-production', field: 'serverUrl', severity: 'warns', other: 'Production' },
      { code: 'addresses-swapped', field: 'serverUrl', severity: 'warns', other: 'clientId' },
    ]);
    expect(lines).toEqual(['fields/serverUrl same-api-in-test-and-production warning']);
    expect(facts).toEqual([{ field: 'serverUrl', other: 'Production' }]);
    expect(report.steps.find(({ id }) => id === 'name-lookup')?.code).toBe('name-not-found');
    const blocked = await fieldsOf({}, [
      { code: 'same-address-twice', field: 'serverUrl', severity: 'blocks', other: 'clientId' },
    ]);
    expect(blocked.lines).toEqual(['fields/serverUrl same-address-twice failed']);
  });

  it('warns of a secret that serves another environment too', async () => {
    const { lines, facts } = await fieldsOf({}, [], { sameSecretElsewhere: async () => 'Production' });
    expect(lines).toEqual(['fields/clientSecret same-secret-in-test-and-production warning']);
    expect(facts).toEqual([{ field: 'clientSecret', other: 'Production' }]);
  });

  it('warns of what the system recognizes in a secret, but for what only a sign-in can tell', async () => {
    const note = { code: 'unusual-form', field: 'clientSecret', severity: 'warns' } as const;
    const { report } = await check({
      plan,
      url,
      system: {
        secretNotes: () => [
          { ...note, words: 'another-product' },
          { ...note, words: 'odd-length', beforehand: true },
        ],
      },
      subject: { values: { serverUrl: url, clientId: 'an-id' } },
    });
    const fields = report.steps.filter(({ id }) => id === 'fields');
    expect(ran({ ...report, steps: fields })).toEqual(['fields/clientSecret field-invalid warning']);
    expect(fields[0]?.facts).toEqual({ field: 'clientSecret', problem: 'another-product' });
  });

  it('does not accept an empty secret, nor wait for a vault that never answers', async () => {
    expect((await fieldsOf({}, [], { secret: async () => ok('') })).lines).toEqual([
      'fields/clientSecret secret-missing failed',
    ]);
    const { report } = await check({
      plan,
      url,
      ports: { secret: () => new Promise(() => undefined) },
      options: { waitMs: 50 },
    });
    expect(ran(report)).toEqual(['fields/clientSecret secret-unreadable failed']);
  });

  it('still tells a missing secret when there is no address it could belong to', async () => {
    const asked: string[] = [];
    const { lines } = await fieldsOf({ serverUrl: 'nonsense' }, [], {
      secret: async (_field, origin) => {
        asked.push(origin);
        return refuse('absent');
      },
    });
    expect(asked).toEqual(['']);
    expect(lines).toEqual([
      'fields/serverUrl field-invalid failed',
      'fields/clientSecret secret-missing failed',
    ]);
    const there = await fieldsOf({ serverUrl: 'nonsense' }, [], {
      secret: async () => refuse('other-address'),
    });
    expect(there.lines).toEqual(['fields/serverUrl field-invalid failed']);
  });
});
