import { findingCodes } from '@contract/findings';
import { type Language, languages } from '@contract/languages';
import { systemById } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../electron/report/render-report';
import { fullText, shortText } from '../../../electron/report/report-text';
import { words } from '../../../electron/report/words';
import {
  HOST,
  interceptedSteps,
  passedSteps,
  powerschoolValues,
  reportWith,
  step,
} from '../../fakes/reports';

const system = systemById('powerschool');
const plan = planOf(system, { values: powerschoolValues, practice: false });
const tell = (steps = passedSteps, language: Language = 'en') =>
  renderReport(reportWith(steps), { system, language, plan, timeZone: 'America/Toronto' });
const named = (steps: typeof passedSteps, id: string) => {
  const found = tell(steps).steps.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
};

describe('a rendered step', () => {
  it('says what was asked, what came back, how sure that is, and where its time went', () => {
    expect(named(passedSteps, 'sign-in')).toMatchObject({
      asked: `POST /oauth/access_token · ${HOST}`,
      answered: '200 · application/json · 1,234 bytes',
      reading: 'As it should be.',
      sure: 'Certain: it was measured.',
    });
    expect(named(passedSteps, 'sign-in').phases.map(({ id, ms }) => [id, ms])).toEqual([
      ['lookup', 1],
      ['connect', 2],
      ['tls', 10],
      ['first-byte', 73],
      ['rest', 2],
    ]);
    expect(named(passedSteps, 'secure-connection')).toMatchObject({
      answered:
        'TLSv1.3 · certificate issued by “Example Public CA” · valid until June 21, 2027 (days left: 500)',
    });
    expect(named(passedSteps, 'name-lookup').answered).toBe('203.0.113.7');
    expect(named(passedSteps, 'data')).toMatchObject({
      asked: words.en.asked.noMore,
      answered: 'entries: 1',
    });
  });

  it('draws its bar from its phases, and what none accounts for comes first', () => {
    const waited = step('sign-in', 'passed', 'ok', { host: HOST, connectMs: 2, tlsMs: 5, totalMs: 10 }, 30);
    const { bar, tookByPhase } = named([waited], 'sign-in');
    expect(bar.map(({ id, startMs, ms }) => [id, startMs, ms])).toEqual([
      ['own', 0, 20],
      ['connect', 20, 2],
      ['tls', 22, 5],
      ['rest', 27, 3],
    ]);
    expect(tookByPhase.replaceAll('\u00a0', ' ')).toBe(
      '30 ms (connection 2 ms, encryption 5 ms, the rest 3 ms)',
    );
  });

  it('claims no certainty where a filter can look like the server', () => {
    const filtered = named(interceptedSteps, 'secure-connection');
    expect(filtered.sure).toMatch(/^Probably: /);
    expect(filtered.finding).toMatchObject({ whose: 'Your network team' });
    expect(named(interceptedSteps, 'sign-in')).toMatchObject({ asked: null, answered: null, sure: null });
  });

  it.each([
    ['client-not-allowed', { error: 'unauthorized_client' }, /^Certain: the server said so/],
    ['client-not-allowed', { status: 403 }, /^Probably: .*form of the answer/],
    ['client-not-allowed', { error: 'other' }, /^Probably: /],
    ['scope-rejected', { error: 'invalid_scope' }, /^Certain: the server said so/],
    // Another refusal's error code does not apply to this one.
    ['scope-rejected', { error: 'invalid_client' }, /^Probably: /],
    ['permission-missing', { error: 'insufficient_scope' }, /^Certain: the server said so/],
  ] as const)('of %s with %j, says how sure this answer makes it', (code, facts, sure) => {
    const refused = step('sign-in', 'failed', code, { host: HOST, port: 443, ...facts });
    expect(named([refused], 'sign-in').sure).toMatch(sure);
  });

  it('tells a request that was never sent from one that nobody answered', () => {
    const refused = { host: HOST, port: 443, lookupMs: 1, connectMs: 3, totalMs: 4 };
    const unsent = step('sign-in', 'failed', 'connection-refused', refused);
    expect(named([unsent], 'sign-in').asked).toBe(
      `A connection to ${HOST}; the request itself was not sent.`,
    );
    const silent = step('sign-in', 'failed', 'timed-out', {
      ...refused,
      asked: 'POST /oauth/access_token',
      waitSeconds: 10,
    });
    expect(named([silent], 'sign-in').answered).toBe('No whole answer within 10 s');
    expect(named([step('sign-in', 'warning', 'not-proved', { reason: 'not-asked' })], 'sign-in').asked).toBe(
      words.en.asked.nothing,
    );
  });

  it('has a place in the whole: stages follow each other, subjects of one run side by side', () => {
    const two = [
      step('connect', 'passed', 'ok', {}, 30, 'tokenUrl'),
      step('connect', 'passed', 'ok', {}, 50, 'apiUrl'),
      step('permission', 'passed', 'ok', {}, 5, 'orgs'),
      step('permission', 'passed', 'ok', {}, 7, 'courses'),
    ];
    expect(tell(two).steps.map(({ bar }) => bar[0]?.startMs)).toEqual([0, 0, 50, 55]);
  });
});

describe('a rendered report', () => {
  it('says what was not tested', () => {
    expect(tell().notTested.join('\n')).toContain('personal data');
    expect(tell(interceptedSteps).notTested[0]).toBe(
      'Not tried, because the test stopped before: Right service, Clocks agree, Sign-in, Permission and Answer.',
    );
  });

  it('is proved only when a sign-in passed', () => {
    expect(tell().verdict).toBe('Proved');
    expect(tell(interceptedSteps).verdict).toBe('Stopped');
    expect(tell([step('sign-in', 'warning', 'not-proved')]).verdict).toBe('Not fully proved');
  });

  it.each(languages)('has words for every finding, without a hole, in %s', (language) => {
    for (const code of findingCodes) {
      const rendered = tell([step('sign-in', 'failed', code, { host: HOST })], language);
      const text = fullText(rendered, language);
      expect(text, code).not.toMatch(/\b(undefined|null|NaN)\b|\{\{/);
    }
  });
});

describe('the report as text', () => {
  it('holds the whole in the language it is asked in', () => {
    const text = fullText(tell(interceptedSteps, 'fr'), 'fr');
    expect(text).toContain('Non vérifié');
    expect(text).toContain('Maple Filter Root');
    expect(text).toContain('[tls-intercepted]');
    expect(text).not.toMatch(/\b(Asked|Came back|Not tested)\b/);
    expect(text).toMatch(/2 mars 2026/);
  });

  it('is one line a fact whatever a stranger wrote into a certificate', () => {
    const evil = step('secure-connection', 'failed', 'tls-intercepted', {
      host: HOST,
      port: 443,
      issuer: 'Evil\u001b[31m\r\nPassed\u202e',
    });
    for (const text of [fullText(tell([evil]), 'en'), shortText(tell([evil]), 'en')]) {
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it('says what several addresses have in common once', () => {
    const refused = (subject: string) =>
      step('connect', 'failed', 'connection-refused', { host: HOST }, 10, subject);
    const { finding } = named([refused('tokenUrl')], 'connect');
    const text = shortText(tell([refused('tokenUrl'), refused('apiUrl')]), 'en');
    expect(text.split(finding?.happened ?? '').length).toBe(2);
  });

  it('has no line that came with a name, of this connection or of another', () => {
    const same = { field: 'clientSecret', other: 'Oak\nProved.' };
    const steps = [step('fields', 'warning', 'same-secret-in-test-and-production', same)];
    const report = reportWith(steps);
    const connection = { ...report.connection, name: 'Maple\nProved.' };
    const rendered = renderReport({ ...report, connection }, { system, language: 'en', plan });
    for (const text of [fullText(rendered, 'en'), shortText(rendered, 'en')]) {
      expect(text).toContain('Maple?Proved.');
      expect(text).toContain('Oak?Proved.');
    }
  });

  it('is shorter for a terminal', () => {
    const short = shortText(tell(), 'en');
    expect(short).toContain('Proved');
    expect(short).not.toContain('Asked:');
  });
});

describe('the words of reports', () => {
  const leaves = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
  };
  it.each(languages)('are set as %s is set, and blame nobody', (language) => {
    for (const text of leaves(words[language])) {
      expect(text).not.toMatch(/['"!]|\berrors?\b|\binvalid\b|failed|\berreurs?\b|invalide/i);
      if (language === 'fr') expect(text).not.toMatch(/[^\u00a0] :|\w:(?:\s|$)|« [^\u00a0]/);
    }
  });
});
