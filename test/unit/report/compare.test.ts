import { systemById } from '@systems/catalogue';
import { describe, expect, it } from 'vitest';
import { compareReports, lastWorked } from '../../../electron/report/compare';
import { renderComparison } from '../../../electron/report/compare-words';
import { HOST, interceptedSteps, passedSteps, reportWith, step } from '../../fakes/reports';

const system = systemById('powerschool');
const passed = reportWith(passedSteps, '2026-03-01T14:00:00.000Z');
const stopped = reportWith(interceptedSteps, '2026-03-02T14:00:00.000Z');
const changes = (now: typeof passedSteps, language: 'en' | 'fr' = 'en', before = passedSteps) =>
  renderComparison(reportWith(before), reportWith(now), { system, language, timeZone: 'UTC' }).changes;

/** The steps, with some facts of one of them changed. */
const withFacts = (id: string, facts: Record<string, unknown>, durationMs?: number) =>
  passedSteps.map((one) =>
    one.id === id
      ? {
          ...one,
          durationMs: durationMs ?? one.durationMs,
          facts: { ...one.facts, ...(facts as typeof one.facts) },
        }
      : one,
  );

describe('what changed since it last worked', () => {
  it('names the step, then what is different about the server', () => {
    expect(changes(interceptedSteps)).toEqual([
      'Secure connection: it passed then. Now: Your network’s filter is reading this connection.',
      `The certificate of ${HOST} was issued by another authority: then “Example Public CA”, now “Maple Filter Root”.`,
      `The certificate of ${HOST} has changed: the one then was valid until June 21, 2027, the one now until December 31, 2026.`,
    ]);
  });

  it.each([
    [
      { via: 'proxy.maple.example:3128' },
      'connect',
      'then directly, without a proxy, now proxy.maple.example:3128',
    ],
    [{ addresses: ['203.0.113.9'] }, 'name-lookup', 'then 203.0.113.7, now 203.0.113.9'],
    [{ version: '22.1.0.0' }, 'reach', 'then 21.4.0.0, now 22.1.0.0'],
    [{ protocol: 'TLSv1.2' }, 'secure-connection', 'then TLSv1.3, now TLSv1.2'],
    [{ asked: 'GET /other' }, 'reach', 'then GET /ws/v1/metadata, now GET /other'],
  ] as const)('tells of %j once', (facts, id, sentence) => {
    const said = changes(withFacts(id, facts));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(sentence);
  });

  it('says nothing of addresses in another order, nor of times that are alike', () => {
    const before = withFacts('name-lookup', { addresses: ['203.0.113.7', '203.0.113.8'] });
    const after = withFacts('name-lookup', { addresses: ['203.0.113.8', '203.0.113.7'] }, 400);
    expect(changes(after, 'en', before)).toEqual([]);
  });

  it('tells of a time that is very different', () => {
    expect(changes(withFacts('reach', { totalMs: 4200 }))).toEqual([
      'Right service takes much longer: then 63\u00a0ms, now 4.2\u00a0s.',
    ]);
  });

  it('tells what works again, and another finding at the same step', () => {
    expect(changes(passedSteps, 'en', interceptedSteps)[0]).toMatch(
      /^Secure connection: it passes now\. Then: /,
    );
    const refused = [step('sign-in', 'failed', 'credentials-rejected', { host: HOST })];
    const missing = [step('sign-in', 'failed', 'wrong-address', { host: HOST })];
    expect(changes(missing, 'en', refused)).toHaveLength(1);
    expect(changes(missing, 'en', refused)[0]).toMatch(/^Sign-in: then: .+\. Now: .+\.$/);
  });

  it('speaks French', () => {
    expect(changes(interceptedSteps, 'fr')[1]).toBe(
      `Le certificat de ${HOST} vient d’une autre autorité\u00a0: alors «\u00a0Example Public CA\u00a0», maintenant «\u00a0Maple Filter Root\u00a0».`,
    );
  });

  it('finds nothing in the same run', () => {
    expect(compareReports(passed, passed)).toEqual([]);
  });

  it('is offered when the newest stopped and an older one did not', () => {
    const older = reportWith(passedSteps, '2026-02-01T14:00:00.000Z');
    expect(lastWorked([stopped, stopped, passed, older])).toBe(passed);
    expect(lastWorked([passed, stopped])).toBeNull();
    expect(lastWorked([stopped, stopped])).toBeNull();
    expect(lastWorked([])).toBeNull();
    // A check of the way alone proves no sign-in.
    expect(lastWorked([stopped, { ...passed, withoutSecrets: true }, older])).toBe(older);
  });
});
