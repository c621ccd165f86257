import { groupFindings } from '@contract/finding-groups';
import { languages } from '@contract/languages';
import type { Step } from '@contract/report';
import { systemById } from '@systems/catalogue';
import { safeCollections } from '@systems/one-roster-service';
import { describe, expect, it } from 'vitest';
import { renderInShort, renderReport } from '../../../electron/report/render-report';
import { reportPage } from '../../../electron/report/report-page';
import { fullText, shortText } from '../../../electron/report/report-text';
import { reportWith } from '../../fakes/reports';

const BASE = 'https://sis.test/ims/oneroster/v1p1';
const row = (subject: string | null, part: Partial<Step> = {}): Step => ({
  id: 'permission',
  subject,
  outcome: 'failed',
  code: 'wrong-address',
  durationMs: 1,
  facts: {
    host: 'sis.test',
    port: 443,
    status: 404,
    url: `${BASE}/${subject}`,
    typed: 'https://sis.test',
    added: `/ims/oneroster/v1p1/${subject}`,
  },
  ...part,
});
const six = safeCollections.map((subject) => row(subject));
const rendered = (steps: readonly Step[], language: 'en' | 'fr') =>
  renderReport(reportWith(steps), { system: systemById('oneroster'), language, plan: null });

describe('equal findings of one stage', () => {
  it('are one finding about all their subjects, with the part of the address that they share', () => {
    expect(groupFindings(six)).toEqual([
      {
        step: { ...six[0], facts: { ...six[0]?.facts, url: BASE, added: '/ims/oneroster/v1p1' } },
        subjects: [...safeCollections],
      },
    ]);
  });

  it.each(languages)('are rendered once, with the rows named, in %s', (language) => {
    const report = rendered(six, language);
    for (const text of [
      fullText(report, language),
      shortText(renderInShort(reportWith(six), { system: systemById('oneroster'), language }), language),
      reportPage(report, language),
    ]) {
      const title = report.findings[0]?.finding.title ?? '';
      // Once as the finding, and once in the details as each row's reading.
      expect(text.split(report.findings[0]?.finding.todo ?? '?').length).toBe(2);
      expect(text).toContain(title);
      for (const subject of safeCollections) expect(report.findings[0]?.about).toContain(subject);
      expect(text).toContain(report.findings[0]?.about ?? '?');
    }
  });

  it('stay apart where their words differ, their server or their outcome', () => {
    const others = [
      row('orgs'),
      row('schools', { facts: { ...row('schools').facts, host: 'other.test' } }),
      row('courses', { outcome: 'warning' }),
      row('classes', { code: 'server-error' }),
      row('a', { code: 'unexpected-answer', facts: { host: 'sis.test', problem: 'no-reason' } }),
      row('b', { code: 'unexpected-answer', facts: { host: 'sis.test', problem: 'no-list' } }),
    ];
    expect(groupFindings(others)).toHaveLength(6);
  });

  it('of two stages are rendered together where every word is the same', () => {
    const facts = { host: 'sis.test', port: 443, problem: 'no-list' };
    const same = { code: 'unexpected-answer', facts } as const;
    const { findings } = rendered([row('orgs', same), row(null, { ...same, id: 'data' })], 'en');
    expect(findings.map(({ about }) => about)).toEqual(['Permission · orgs; Answer']);
  });

  it('leave out what is as it should be', () => {
    expect(
      groupFindings([row('orgs', { code: 'ok', outcome: 'passed' }), row('schools', { code: null })]),
    ).toEqual([]);
  });
});
