import type { Values } from '@contract/connection';
import { languages } from '@contract/languages';
import { systems } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';
import { renderReport } from '../../../electron/report/render-report';
import { fullText, shortText } from '../../../electron/report/report-text';
import { check, ran } from '../../support/checked';
import { practised } from '../../support/practised';

/* A check of the way alone: for a computer that no secret should be brought to, or before there is one. */

let server: PracticeServer;
beforeAll(async () => {
  server = await startPracticeServer();
});
afterAll(() => server.stop());

async function checkWay({ id, values }: (typeof practised)[number], change: Values = {}) {
  const system = systems[id];
  const all = { ...server.systems[id]?.values, ...values, ...change };
  return check({
    plan: planOf(system, { values: all, practice: true }),
    url: server.origin,
    system,
    subject: { values: all, practice: true },
    options: { extraRoots: [server.ca], withoutSecrets: true },
  });
}

describe.each(practised)('$name without secrets', (one) => {
  const { fields } = systems[one.id];
  const tried = ['fields', 'address', 'name-lookup', 'connect', 'secure-connection', 'reach', 'clock'];

  it('checks every address up to the clock, and opens no secret', async () => {
    const { report, secretAskedFor } = await checkWay(one);
    expect(secretAskedFor).toEqual([]);
    expect(report.outcome).not.toBe('failed');
    expect(report.withoutSecrets).toBe(true);
    for (const { id, outcome } of report.steps) {
      if (tried.includes(id)) expect(outcome, id).not.toBe('not-tried');
      else expect(outcome, id).toBe('not-tried');
    }
  });

  it('does so before there is any ID', async () => {
    const addresses = fields.filter(({ kind, choices }) => kind === 'address' || choices !== undefined);
    const others = fields.filter((field) => !field.secret && !addresses.includes(field));
    const { report } = await checkWay(one, Object.fromEntries(others.map(({ id }) => [id, ''])));
    expect(ran(report).filter((line) => line.endsWith('failed'))).toEqual([]);
  });

  it('names an address that is missing or not one', async () => {
    const [address] = fields.filter(({ kind, optional }) => kind === 'address' && !optional);
    if (address === undefined) return;
    for (const [value, code] of [
      ['', 'field-missing'],
      ['not an address', 'field-invalid'],
    ] as const) {
      const { report } = await checkWay(one, { [address.id]: value });
      expect(ran(report)).toContain(`fields/${address.id} ${code} failed`);
    }
  });

  it('says so in every language, and that the sign-in is still open', async () => {
    const { report } = await checkWay(one);
    for (const language of languages) {
      const rendered = renderReport(report, { system: systems[one.id], language, plan: null });
      for (const text of [shortText(rendered, language), fullText(rendered, language)]) {
        expect(text).toContain(rendered.verdict);
        expect(text).not.toMatch(/\{\{|undefined/);
      }
      expect(rendered.verdict).toMatch(
        language === 'fr' ? /connexion n’a pas été essayée/ : /sign-in was not tried/,
      );
      expect(rendered.proved).toBe(false);
    }
  });
});

it('tells what stops the way as any check does', async () => {
  const { report } = await checkWay(
    { name: 'powerschool', id: 'powerschool', values: {} },
    {
      serverUrl: 'https://nowhere.invalid',
    },
  );
  expect(report.outcome).toBe('failed');
  const rendered = renderReport(report, { system: systems.powerschool, language: 'en', plan: null });
  expect(rendered.verdict).not.toMatch(/No problem/);
});
