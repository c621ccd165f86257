import type { Values } from '@contract/connection';
import { languages } from '@contract/languages';
import { ok } from '@contract/result';
import { systemFor } from '@systems/catalogue';
import { findingWords } from '@systems/finding-words';
import { providers } from '@systems/providers/catalogue';
import { readReply } from '@systems/read-reply';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';
import { check, ran } from '../../support/checked';
import { ask } from '../../support/practice-client';

/* OneRoster products on the practice server: each with its own addresses and its own quirks, from what it shows to proved. */

let server: PracticeServer;
let defaults: PracticeServer['switches']['oneroster'];
beforeAll(async () => {
  server = await startPracticeServer();
  defaults = structuredClone(server.switches.oneroster);
});
afterAll(() => server.stop());
afterEach(() => void Object.assign(server.switches.oneroster, structuredClone(defaults)));

const practised = Object.values(providers).flatMap(({ id, practice }) =>
  practice === undefined ? [] : [id],
);

async function checked(id: string, changed: Values = {}, alternative?: string) {
  const credentials = server.products[id];
  if (credentials === undefined) throw new Error(`${id} cannot be practised`);
  const values = { ...credentials.values, ...changed };
  const system = systemFor({ system: 'oneroster', values });
  const { report } = await check({
    plan: system.plan(system.given?.(values, true) ?? values, true),
    url: server.origin,
    system,
    subject: { values, practice: true },
    ports: { secret: async (field) => ok(credentials.secrets[field] ?? '') },
    options: { extraRoots: [server.ca], ...(alternative === undefined ? {} : { alternative }) },
  });
  return { report, system };
}
const trouble = async (...args: Parameters<typeof checked>): Promise<readonly string[]> =>
  ran((await checked(...args)).report).filter((line) => !line.endsWith('passed'));

it('are those whose addresses are known', () => {
  expect(practised.toSorted()).toEqual(
    [
      'aspen',
      'blackbaud',
      'ed-fi-oneroster',
      'eschoolplus',
      'genesis',
      'infinite-campus',
      'schooltool',
      'skyward-qmlativ',
      'skyward-sms',
      'veracross',
    ].toSorted(),
  );
  expect(Object.keys(server.products).toSorted()).toEqual(practised.toSorted());
});

describe.each(practised)('%s', (id) => {
  it('is proved with what has to be entered, and nothing more', async () => {
    expect(await trouble(id)).toEqual([]);
  });

  it.each(languages)('shows values under its own labels, which are read whole in %s', (language) => {
    const credentials = server.products[id];
    const values = credentials?.values ?? {};
    const system = systemFor({ system: 'oneroster', values });
    const text = server.reply('oneroster', language, id) ?? '';
    for (const label of Object.values(providers[id]?.labels ?? {}).filter((one) => !/Method/.test(one)))
      expect(text).toContain(`${label}`);
    const reading = readReply(system, text);
    expect(reading.doubts).toEqual([]);
    const found = Object.fromEntries(reading.found.map((one) => [one.field, one.value]));
    expect(found.clientId).toBe(values.clientId);
    expect(found.clientSecret).toBe(credentials?.secrets.clientSecret);
    expect(found.serverUrl).toBeTruthy();
  });

  it('says how each of its answers is known', async () => {
    const plan = systemFor({ system: 'oneroster', values: { provider: id } }).plan(
      server.products[id]?.values ?? {},
      true,
    );
    for (const { url } of plan.addresses) {
      const got = await ask(url, { ca: server.ca });
      expect(got.headers['x-emulator-basis']).toMatch(/^(?:sourced|inferred|invented)$/);
    }
  });

  it('renews its key as its own page would', async () => {
    server.renew('oneroster');
    expect(await trouble(id)).toEqual([]);
    server.renew('oneroster');
  });
});

describe('their quirks', () => {
  it.each(['veracross', 'skyward-qmlativ', 'skyward-sms'])('%s reads the form alone', async (id) => {
    expect(await trouble(id, {}, 'credentials-in-header')).toEqual(['sign-in credentials-rejected failed']);
  });

  it.each(['infinite-campus', 'genesis', 'aspen', 'schooltool'])('%s reads the header', async (id) => {
    expect(await trouble(id, {}, 'credentials-in-body')).toEqual(['sign-in credentials-rejected failed']);
  });

  it.each(['veracross', 'ed-fi-oneroster'])('%s wants a scope', async (id) => {
    expect(await trouble(id, {}, 'without-scope')).toEqual(['sign-in scope-missing failed']);
  });

  it('Infinite Campus wants the name of the application, and the finding says where it belongs', async () => {
    const tokenUrl = `${server.origin}/campus/oauth2/token`;
    const { report, system } = await checked('infinite-campus', { tokenUrl });
    const step = report.steps.find(({ outcome }) => outcome === 'failed');
    expect(step).toMatchObject({ code: 'request-rejected', facts: { problem: 'no-campus-application' } });
    for (const language of languages) {
      const said = findingWords(
        { code: 'request-rejected', subject: null, facts: step?.facts ?? {} },
        system,
        language,
      );
      expect(said.todo).toContain('appName=');
    }
  });

  it('eSchoolPLUS signs with HMAC-SHA1, and a refused list is a Subscription that is not ticked', async () => {
    server.switches.oneroster.forbidden = ['classes'];
    const { report, system } = await checked('eschoolplus');
    const step = report.steps.find(({ outcome }) => outcome === 'failed');
    expect(step).toMatchObject({ id: 'permission', code: 'permission-missing', subject: 'classes' });
    const said = findingWords(
      { code: 'permission-missing', subject: 'classes', facts: step?.facts ?? {} },
      system,
      'en',
    );
    expect(said.happened).toContain('Subscription');
    expect(said.todo).toContain('“classes”');
  });

  it('Qmlativ has no rostering in its path', async () => {
    const serverUrl = `${server.origin}/practiceAPI/ims/oneroster/rostering/v1p2`;
    expect(await trouble('skyward-qmlativ', { serverUrl })).not.toEqual([]);
  });

  it('Skyward’s refusal names the three ways to be refused with right values', async () => {
    server.switches.oneroster.invalidClient = 401;
    const { report, system } = await checked('skyward-qmlativ');
    const step = report.steps.find(({ outcome }) => outcome === 'failed');
    const { todo } = findingWords(
      { code: 'credentials-rejected', subject: null, facts: step?.facts ?? {} },
      system,
      'en',
    );
    for (const label of ['Is Active', 'Effective Date', 'Expiration Date']) expect(todo).toContain(label);
  });

  it('a product’s own servers are never asked in practice', () => {
    for (const id of practised) {
      const system = systemFor({ system: 'oneroster', values: { provider: id } });
      const values = system.given?.({ provider: id, serverUrl: '' }, true) ?? {};
      for (const { url } of system.plan(values, true).addresses) expect(url, id).toBe('');
    }
  });
});
