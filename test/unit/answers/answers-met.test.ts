import { findings } from '@contract/findings';
import { languages } from '@contract/languages';
import type { Report, Step } from '@contract/report';
import { systemById } from '@systems/catalogue';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../electron/report/render-report';
import { fullText } from '../../../electron/report/report-text';
import type { Service } from '../../servers/spoilt-service';
import { ran } from '../../support/checked';
import { spoiltChecks } from '../../support/spoilt-check';
import { allMet } from './met/all';
import type { Met, MetGroup } from './met/met';

/*
 * Answers seen in the field, each through a whole check over a real connection. The report must say what a careful
 * technician would conclude, in full sentences in both languages.
 */

const { at, run, listStep } = spoiltChecks();

describe.each(allMet)('$name', (group) => {
  it.each(group.rows)('$what', async (met) => {
    for (const service of met.services ?? group.services) {
      const { report } = await run(service, { place: group.place, answer: met.answer });
      expectConclusion(report, group, met, service);
      expectWords(report, service);
    }
  });
});

function expectConclusion(report: Report, group: MetGroup, met: Met, service: Service): void {
  const where = stepOf(group, met, service);
  const found = stepAt(report, where);
  const all = `${service}: ${ran(report).join(' · ')}`;
  expect(`${found?.code} ${found?.outcome}`, all).toBe(met.told);
  // `problem: undefined` demands that there is none.
  if (met.facts !== undefined) expect({ problem: undefined, ...found?.facts }, all).toMatchObject(met.facts);
  if (found?.code != null) expect(findings[found.code].job, all).toBe(met.job);
  if (met.signIn !== undefined) expect(ran(report), all).toContain(`sign-in ${met.signIn}`);
}

function stepOf({ place }: MetGroup, { step }: Met, service: Service): string {
  if (step === 'permission') return listStep(service, 'first');
  if (step === 'data') return 'data';
  if (place === 'probe') return 'reach';
  if (place === 'sign-in' || place === 'all lists') return 'sign-in';
  return listStep(service, place === 'first list' ? 'first' : 'last');
}

const stepAt = ({ steps }: Report, where: string): Step | undefined =>
  steps.find(({ id, subject }) => (subject === null ? id : `${id}/${subject}`) === where);

function expectWords(report: Report, service: Service): void {
  const system = systemById(at(service).system);
  for (const language of languages) {
    const rendered = fullText(renderReport(report, { system, language, plan: at(service).plan }), language);
    expect(rendered).not.toMatch(/\{\{|\}\}|undefined|\bnull\b|NaN|\[object/);
  }
}
