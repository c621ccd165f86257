import { join } from 'node:path';
import { type SystemId, systemIds, type Values } from '@contract/connection';
import type { Report } from '@contract/report';
import { decidingStep } from '@contract/verdict';
import type { Page } from '@playwright/test';
import { systems } from '@systems/catalogue';
import { type PracticeServer, startPracticeServer } from '../../electron/practice/practice-server';
import type { Desktop } from '../support/desktop';
import { spawnAs } from '../support/desktop-user';
import type { StagedApp } from '../support/staged-app';
import { stageTrustingApp } from '../support/trusting-app';
import { ask } from '../support/window';
import { expect, test } from './app-fixture';

/*
 * Runs one table through both programs: the window, called by its own page, and the command line. Same steps, codes and
 * facts; only ids and times may differ.
 */

/** One connection and its check's result, as `step/subject code`; `proved` if nothing was in the way. */
interface Row {
  readonly what: string;
  readonly values?: Values;
  readonly secret?: string;
  readonly expected: string;
}
type Table = Readonly<Record<SystemId, readonly Row[]>>;

const nobodyThere = 'https://127.0.0.1:9';
const another = 'another-throwaway-secret-0001';

/** Every system working, plus the mistakes possible in one connection's values. */
const ordinary = (origin: string): Table => ({
  onsis: [
    { what: 'a SIS server', expected: 'sign-in not-proved' },
    { what: 'nobody', values: { apiUrl: nobodyThere }, expected: 'connect/apiUrl connection-refused' },
    {
      what: 'swapped',
      values: { tokenUrl: `${origin}/onsis/authorize` },
      expected: 'fields/tokenUrl same-address-twice',
    },
  ],
  powerschool: [
    { what: 'right', expected: 'proved' },
    {
      what: 'refused',
      secret: '55555555-6666-4777-8888-000000000000',
      expected: 'sign-in credentials-rejected',
    },
    { what: 'nobody', values: { serverUrl: nobodyThere }, expected: 'connect connection-refused' },
    {
      what: 'readable',
      values: { serverUrl: 'http://127.0.0.1:9' },
      expected: 'fields/serverUrl insecure-address',
    },
  ],
  'aeries-oneroster': [
    { what: 'right', expected: 'proved' },
    { what: 'refused', secret: 'f'.repeat(64), expected: 'sign-in credentials-rejected' },
    { what: 'no folder', values: { aeriesUrl: origin }, expected: 'reach wrong-address' },
    { what: 'nothing', values: { consumerId: '' }, expected: 'fields/consumerId field-missing' },
  ],
  'classlink-direct': [
    { what: 'right', expected: 'proved' },
    { what: 'refused', secret: another, expected: 'sign-in signature-rejected' },
    { what: 'SHA-1', values: { signatureMethod: 'HMAC-SHA1' }, expected: 'sign-in signature-rejected' },
    { what: 'unknown', values: { clientId: 'another' }, expected: 'sign-in credentials-rejected' },
  ],
  'classlink-proxy': [
    { what: 'right', expected: 'proved' },
    { what: 'refused', secret: another, expected: 'sign-in token-rejected' },
    { what: 'unknown', values: { applicationId: 'bm9uZQ==' }, expected: 'sign-in wrong-address' },
  ],
  oneroster: [
    { what: 'right', expected: 'proved' },
    { what: 'OAuth 1', values: { signIn: 'oauth1' }, expected: 'proved' },
    { what: 'refused', secret: another, expected: 'sign-in credentials-rejected' },
    { what: 'no path', values: { tokenUrl: `${origin}/oneroster/no` }, expected: 'sign-in wrong-address' },
  ],
  'ed-fi': [
    { what: 'right', expected: 'proved' },
    { what: 'refused', secret: another, expected: 'sign-in credentials-rejected' },
    { what: 'no year', values: { baseUrl: `${origin}/ed-fi` }, expected: 'reach wrong-address' },
    { what: 'next year', values: { baseUrl: `${origin}/ed-fi/2029` }, expected: 'sign-in wrong-address' },
  ],
});

/** Every system with an obstacle on the server's side. */
const inTheWay: Table = {
  onsis: [{ what: 'a SIS server', expected: 'sign-in not-proved' }],
  powerschool: [{ what: 'not granted', expected: 'permission/district permission-missing' }],
  'aeries-oneroster': [{ what: 'a box', expected: 'permission/classes permission-missing' }],
  'classlink-direct': [{ what: 'too often', expected: 'sign-in rate-limited' }],
  'classlink-proxy': [{ what: 'nothing in it', expected: 'data empty-data' }],
  oneroster: [{ what: 'no scope', expected: 'sign-in scope-rejected' }],
  'ed-fi': [{ what: 'another host', expected: 'reach address-elsewhere' }],
};

function putInTheWay(switches: PracticeServer['switches']): void {
  switches.powerschool.districtForbidden = true;
  switches['aeries-oneroster'].forbidden = ['classes'];
  switches['classlink-direct'].rateLimited = { retryAfter: 30 };
  switches['classlink-proxy'].emptyLists = true;
  switches.oneroster.scope = 'refused';
  switches['ed-fi'].namesElsewhere = 'token';
}

interface Made extends Row {
  readonly system: SystemId;
  readonly name: string;
  readonly all: Values;
  readonly secrets: Readonly<Record<string, string>>;
}

/** The table's rows as connections to this server. */
function connectionsOf(table: Table, server: PracticeServer): readonly Made[] {
  return systemIds.flatMap((system) =>
    table[system].map((row) => {
      const { values = {}, secrets = {} } = server.systems[system] ?? {};
      // Practice uses this computer's redirect URL; here it is a SIS server's, so that both programs end alike.
      const place = system === 'onsis' ? { redirectUrl: 'https://sms.maple.example/onsis/callback' } : {};
      const given = Object.entries(secrets).map(([field, secret]) => [field, row.secret ?? secret]);
      return {
        ...row,
        system,
        name: `${system} ${row.what}`,
        all: { ...values, ...place, ...row.values },
        secrets: Object.fromEntries(given),
      };
    }),
  );
}

/** Saves the connection and runs its check, as the page does. */
async function checkInWindow(
  page: Page,
  made: Made,
): Promise<{ readonly id: string; readonly report: Report }> {
  const same = { name: made.name, environment: 'test', boardNumber: '', redirect: 'sis-server' } as const;
  const { connection } = await ask(page, 'create-connection', {
    ...same,
    system: made.system,
    practice: false,
  });
  const { id } = connection;
  const rest = { step: 'finish', registrationSentOn: null, finished: true } as const;
  await ask(page, 'save-connection', { ...same, ...rest, id, values: made.all });
  for (const [field, secret] of Object.entries(made.secrets))
    await ask(page, 'save-secret', { id, field, secret });
  const attempt = await page.evaluate(() => crypto.randomUUID());
  const { report } = await ask(page, 'run-check', { id, attempt, probe: 'none' });
  return { id, report };
}

/** Runs the program without a window, as its launchers start it, and returns its output. */
async function cli(
  desktop: Desktop,
  program: StagedApp,
  words: readonly string[],
  input: string | null,
): Promise<{ readonly status: number | null; readonly output: string; readonly complaint: string }> {
  const { DISPLAY: _, XAUTHORITY: __, ...env } = desktop.env;
  const child = spawnAs(
    desktop.user,
    program.executable,
    [
      '--ozone-platform=headless',
      '--log-level=3',
      '--disable-gpu',
      `--user-data-dir=${join(desktop.folder, 'user-data')}`,
      ...program.appArguments,
      '--',
      ...words,
    ],
    { env, cwd: desktop.home, stdio: 'pipe' },
  );
  let output = '';
  let complaint = '';
  child.stdout?.on('data', (part) => {
    output += part;
  });
  child.stderr?.on('data', (part) => {
    complaint += part;
  });
  child.stdin?.end(input ?? '');
  const status = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  return { status, output, complaint };
}

/** A report without whatever differs between runs. */
const timeless = ({
  startedAt: _,
  durationMs: __,
  connection: { id: ___, ...connection },
  steps,
  ...rest
}: Report) => ({
  ...rest,
  connection,
  steps: steps.map(({ durationMs: ____, facts, ...step }) => ({
    ...step,
    facts: Object.fromEntries(Object.entries(facts).filter(([name]) => !/Ms$|^seconds$/.test(name))),
  })),
});

const cameTo = (report: Report): string => {
  const step = decidingStep(report.steps);
  if (step === null) return 'proved';
  return `${step.id}${step.subject === null ? '' : `/${step.subject}`} ${step.code}`;
};

let server: PracticeServer;
test.beforeEach(async () => {
  server = await startPracticeServer();
});
test.afterEach(() => server.stop());
test.skip(process.platform !== 'linux', 'only Linux can be told of a certificate authority for one program');

for (const way of ['as it should be, or with wrong values', 'with something in the way'] as const) {
  test(`window and command line agree about every system ${way}`, async ({ desktop, launch }) => {
    if (way === 'with something in the way') putInTheWay(server.switches);
    const table = way === 'with something in the way' ? inTheWay : ordinary(server.origin);
    const all = connectionsOf(table, server);
    expect(new Set(all.map(({ system }) => system)).size).toBe(Object.keys(systems).length);
    const program = stageTrustingApp(desktop, [server.ca]);

    const { page, close } = await launch({ program });
    const windows: { readonly id: string; readonly report: Report }[] = [];
    for (const made of all) windows.push(await checkInWindow(page, made));
    await close();
    expect(
      all.map(({ name }, at) => `${name}: ${at in windows ? cameTo(windows[at]?.report as Report) : ''}`),
    ).toEqual(all.map(({ name, expected }) => `${name}: ${expected}`));

    const files = all.map(({ system, name, all: values }, at) => {
      const connection = { system, name, environment: 'test', values };
      desktop.writeFile(`home/${at}.json`, JSON.stringify(connection));
      return `${at}.json`;
    });
    const words = ['check', '--connection', ...files, '--secrets-stdin', '--json'];
    const given = JSON.stringify(all.map(({ secrets }) => secrets));
    const fromFiles = await cli(desktop, program, words, given);
    expect(fromFiles.complaint).toBe('');
    const { reports } = JSON.parse(fromFiles.output) as { readonly reports: readonly Report[] };
    expect(reports.map(timeless)).toEqual(windows.map(({ report }) => timeless(report)));
    expect(fromFiles.status).toBe(1);

    // What the window saved, with secrets from the same keyring.
    const proved = windows.filter(({ report }) => report.outcome !== 'failed');
    const ids = proved.map(({ id }) => id);
    const saved = await cli(desktop, program, ['check', '--saved', ...ids, '--json'], null);
    expect(saved.complaint).toBe('');
    const again = JSON.parse(saved.output) as { readonly reports: readonly Report[] };
    expect(again.reports.map(({ connection }) => connection.id)).toEqual(ids);
    expect(again.reports.map(timeless)).toEqual(proved.map(({ report }) => timeless(report)));
    expect(saved.status).toBe(0);
  });
}
