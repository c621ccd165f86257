import type { SystemId } from '@contract/connection';
import { languages } from '@contract/languages';
import type { Report } from '@contract/report';
import { ok } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDifference } from '../../../electron/carried/render-difference';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';
import { compareReports } from '../../../electron/report/compare';
import { renderComparison } from '../../../electron/report/compare-words';
import { networkRequest } from '../../../electron/report/network-request';
import { renderReport } from '../../../electron/report/render-report';
import { reportPage } from '../../../electron/report/report-page';
import { fullText, shortText } from '../../../electron/report/report-text';
import { findSecret } from '../../support/canary';
import { check } from '../../support/checked';

/*
 * Checks every system against the practice server, with the right secret and with a canary, and searches everything
 * that is ever derived from a report for both, in every form.
 */

/** Only characters allowed in a header, so that it is really sent if the secret is a token. */
const CANARY = 'Canary~Report/8f3a1c+%20=Zq';

let server: PracticeServer;
beforeAll(async () => {
  server = await startPracticeServer();
});
afterAll(() => server.stop());

const systemIds = [
  'powerschool',
  'aeries-oneroster',
  'classlink-direct',
  'classlink-proxy',
  'oneroster',
  'onsis',
] as const;

async function checked(id: SystemId, secret: string | null): Promise<Report> {
  const system = systemById(id);
  const credentials = server.systems[id];
  if (credentials === undefined) throw new Error(`${id} cannot be practised`);
  const { report } = await check({
    plan: planOf(system, { values: credentials.values, practice: true }),
    url: server.origin,
    system,
    subject: { values: credentials.values, practice: true },
    ports: { secret: async (field) => ok(secret ?? credentials.secrets[field] ?? '') },
    // OnSIS's token endpoint is requested without a browser, because that is where its secret goes.
    options: { extraRoots: [server.ca], probe: id === 'onsis' ? 'token' : 'none' },
  });
  return report;
}

/** Everything derived from two reports, by name. */
function everythingMadeOf(id: SystemId, reports: readonly [Report, Report]): ReadonlyMap<string, string> {
  const system = systemById(id);
  const values = server.systems[id]?.values ?? {};
  const plan = planOf(system, { values, practice: true });
  const [earlier, later] = reports;
  const made = new Map<string, string>([['changes', JSON.stringify(compareReports(earlier, later))]]);
  for (const language of languages) {
    for (const [at, report] of reports.entries()) {
      const rendered = renderReport(report, { system, language, plan });
      made.set(`rendered ${at} ${language}`, JSON.stringify(rendered));
      made.set(`text ${at} ${language}`, fullText(rendered, language));
      made.set(`short text ${at} ${language}`, shortText(rendered, language));
      made.set(`page ${at} ${language}`, reportPage(rendered, language));
      made.set(`JSON ${at} ${language}`, JSON.stringify(report));
      const connection = { name: 'Maple', environment: 'test', practice: true, values } as const;
      made.set(
        `request ${at} ${language}`,
        networkRequest({ system, connection, report, language }) ?? 'nothing to ask for',
      );
    }
    made.set(
      `comparison ${language}`,
      JSON.stringify(renderComparison(earlier, later, { system, language })),
    );
    const carried = { place: 'Server room', addedAt: later.startedAt, report: later };
    const difference = renderDifference(earlier, carried, { system, language, now: new Date() });
    made.set(`difference ${language}`, JSON.stringify(difference));
  }
  return made;
}

describe('no secret stands in anything made of a report', () => {
  it.each(systemIds)('%s', async (id) => {
    const right = await checked(id, null);
    const wrong = await checked(id, CANARY);
    expect(wrong.outcome).not.toBe('passed');
    // Each request and the timing of its phases are reported, whether it succeeded or not.
    for (const report of [right, wrong]) {
      const signIn = report.steps.find((one) => one.id === 'sign-in');
      expect(signIn?.facts.asked).toMatch(/^(GET|POST) \//);
      // The first request to a host reuses the verified connection and has no other phases.
      for (const name of ['firstByteMs', 'totalMs'])
        expect(signIn?.facts[name], name).toEqual(expect.any(Number));
    }
    const secrets = [CANARY, ...Object.values(server.systems[id]?.secrets ?? {})];
    expect(secrets.length).toBeGreaterThan(1);
    for (const [name, text] of everythingMadeOf(id, [right, wrong])) {
      for (const secret of secrets)
        expect(findSecret(Buffer.from(text), secret), `${id}: ${name}`).toBeNull();
      expect(text, `${id}: ${name}`).not.toMatch(
        /oauth_signature=|\bBearer [\w.-]{8}|\bBasic [\w+/=]{8}|Set-Cookie/i,
      );
    }
  });

  it('would be found if it stood there', async () => {
    const report = await checked('powerschool', null);
    const leaking: Report = { ...report, connection: { ...report.connection, name: `Maple ${CANARY}` } };
    const made = everythingMadeOf('powerschool', [leaking, leaking]);
    const found = [...made].filter(([, text]) => findSecret(Buffer.from(text), CANARY) !== null);
    expect(found.map(([name]) => name)).toContain('text 0 en');
  });
});
