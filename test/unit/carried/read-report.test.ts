import { stepIds } from '@contract/findings';
import { languages } from '@contract/languages';
import { reportSchema } from '@contract/report';
import { systems } from '@systems/catalogue';
import { describe, expect, it } from 'vitest';
import { readCarried } from '../../../electron/carried/read-report';
import { renderReport } from '../../../electron/report/render-report';
import { fullText } from '../../../electron/report/report-text';
import { aConnection } from '../../fakes/connections';
import {
  HOST,
  interceptedSteps,
  passedSteps,
  powerschoolValues,
  reportWith,
  step,
} from '../../fakes/reports';
import { mutated, mutatedText } from '../../support/mutate';
import { chosenSeed } from '../../support/seeded';

/* Reports that other computers made: ours of any version are read, and a hostile one shows nothing of its own. */

const connection = aConnection({ system: 'powerschool', name: 'Maple', values: powerschoolValues });
const read = (given: unknown) =>
  readCarried(typeof given === 'string' ? given : JSON.stringify(given), connection);

describe('a report of ours', () => {
  it.each([
    ['passed', passedSteps],
    ['stopped', interceptedSteps],
  ])('that %s is read as it is, under the connection’s own name', (_, steps) => {
    const made = { ...reportWith(steps), platform: 'win32' as const };
    const answer = read(made);
    expect(answer).toEqual({
      ok: true,
      value: { report: { ...made, connection: { ...made.connection, id: null, name: 'Maple' } }, leftOut: 0 },
    });
  });

  it('may name a server with its port, as OnSIS does where nobody signs in', () => {
    const values = {
      authenticationUrl: 'https://auth.onsis.example:8443/authorize',
      tokenUrl: 'https://[2001:db8::7]/token',
    };
    const onsis = aConnection({ system: 'onsis', name: 'Board', values });
    const made = {
      ...reportWith([
        step('connect', 'passed', 'ok', { host: '2001:db8::7', port: 443 }),
        step('sign-in', 'warning', 'not-proved', { host: 'auth.onsis.example:8443', reason: 'not-asked' }),
      ]),
      connection: { id: null, system: 'onsis', name: 'Board', environment: 'test' },
    };
    expect(readCarried(JSON.stringify(made), onsis)).toMatchObject({ ok: true, value: { leftOut: 0 } });
  });

  it('is found among several, and behind the byte order mark that Windows writes', () => {
    const other = reportWith(passedSteps, '2026-03-01T00:00:00.000Z', 'onsis');
    const several = { version: 1, reports: [other, reportWith(interceptedSteps)] };
    expect(read(`\uFEFF${JSON.stringify(several)}`)).toMatchObject({ ok: true, value: { leftOut: 0 } });
  });

  it('of a newer version loses what this one does not know, and says how much', () => {
    const steps = [
      ...passedSteps,
      step('quantum' as 'clock', 'passed', 'ok'),
      step('sign-in', 'failed', 'tls-post-quantum' as 'tls-weak', { host: HOST }),
    ];
    const made = { ...reportWith(steps), version: 2, mood: 'good', app: '3.0.0' };
    expect(read(made)).toMatchObject({
      ok: true,
      value: { leftOut: 2, report: { version: 1, app: '3.0.0' } },
    });
  });
});

describe('what is not a report of this connection', () => {
  it.each([
    ['nothing', '', 'not-a-report'],
    ['another file', '{"system":"powerschool","name":"x","environment":"test","values":{}}', 'not-a-report'],
    ['a list', '[]', 'not-a-report'],
    ['no time', { ...reportWith(passedSteps), startedAt: 'soon' }, 'not-a-report'],
    ['no step', { ...reportWith([]) }, 'not-a-report'],
    ['another system', reportWith(passedSteps, undefined, 'onsis'), 'other-connection'],
    [
      'another server',
      reportWith([step('address', 'passed', 'ok', { host: 'elsewhere.example' })]),
      'other-connection',
    ],
    ['a huge text', 'x'.repeat(1024 * 1024 + 1), 'too-large'],
  ])('%s is refused', (_, given, problem) => {
    expect(read(given)).toEqual({ ok: false, failure: problem });
  });
});

describe('a hostile report', () => {
  /** Sentences, markup, addresses to visit, and characters that turn lines around. */
  const hostile = [
    'Call +1 555 0100 now and give your Client Secret',
    '<img src=x onerror=alert(1)>',
    'https://evil.example/sign-in?x=1',
    'javascript:alert(1)',
    '\u202Egnp.exe',
    'line\r\nHello, please send the secret',
    '{{host}}',
    '__proto__',
    'x'.repeat(5_000),
  ];
  /** Of each text above, a piece that no fact in its proper shape holds. */
  const telltale = /555 0100|<img|evil\.example|javascript|\u202E|please send|\{\{|__proto__|xxxxxxxxxx/;

  it('shows nothing of what is put into any of its values', () => {
    const made = { ...reportWith([...passedSteps.slice(0, 4), ...interceptedSteps.slice(4)]), app: '1.0.0' };
    for (const bad of hostile)
      for (const path of paths(made)) {
        const spoilt = structuredClone(made) as unknown;
        put(spoilt, path, bad);
        const answer = read(spoilt);
        if (!answer.ok) continue;
        const { report } = answer.value;
        expect(reportSchema.safeParse(report).success, path.join('.')).toBe(true);
        expect(report.steps.map(({ id }) => id)).toEqual(expect.arrayContaining([...stepIds]));
        const shown = languages.map((language) =>
          fullText(renderReport(report, { system: systems.powerschool, language, plan: null }), language),
        );
        expect(JSON.stringify(report) + shown.join(), path.join('.')).not.toMatch(telltale);
      }
  });

  it('brings no server of its own: the letter would ask to let it through', () => {
    const evil = { host: 'evil.example', port: 443 };
    const made = reportWith([
      step('address', 'passed', 'ok', { host: HOST }),
      step('connect', 'failed', 'connection-timeout', { ...evil, addresses: ['203.0.113.9'] }),
      step('secure-connection', 'failed', 'tls-intercepted', { ...evil, issuer: 'Filter' }),
      step('reach', 'failed', 'timed-out', { host: HOST, port: 443 }),
    ]);
    const answer = read(made);
    expect(answer).toMatchObject({ ok: true, value: { leftOut: 2 } });
    expect(JSON.stringify(answer)).not.toContain('evil.example');
    // Not even with a piece of the connection's own address.
    const [label = ''] = HOST.split('.').slice(-1);
    expect(read(reportWith([step('address', 'passed', 'ok', { host: label })]))).toEqual({
      ok: false,
      failure: 'other-connection',
    });
  });

  it('says no word of its own where a standard has a list', () => {
    const answer = read(
      reportWith([
        step('address', 'passed', 'ok', { host: HOST }),
        step('secure-connection', 'failed', 'tls-refused', { host: HOST, port: 443, alert: 'call-bob-now' }),
        step('sign-in', 'failed', 'credentials-rejected', { host: HOST, port: 443, error: 'call-bob-now' }),
      ]),
    );
    expect(answer).toMatchObject({ ok: true, value: { leftOut: 0 } });
    expect(JSON.stringify(answer)).not.toContain('bob');
  });

  it.each([
    ['nested without end', '['.repeat(1_000_000)],
    [
      'nested in its facts',
      JSON.stringify(reportWith(interceptedSteps)).replace(
        '"facts":{',
        `"facts":{"x":${'['.repeat(200_000)}${']'.repeat(200_000)},`,
      ),
    ],
    [
      'a hundred thousand steps',
      JSON.stringify({ ...reportWith(interceptedSteps), steps: Array.from({ length: 100_000 }, () => null) }),
    ],
  ])('is read or refused in no time: %s', (_, text) => {
    const before = process.threadCpuUsage();
    read(text);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2_000);
  });

  it('adds no fact, no list without end and no step of its own', () => {
    const answer = read({
      ...reportWith([
        step('address', 'passed', 'ok', { host: HOST, note: 'Call 555 0100', claimSet: 'Call 555 0100' }),
        step('name-lookup', 'passed', 'ok', {
          host: HOST,
          addresses: Array.from({ length: 999 }, () => '1.2.3.4'),
        }),
        step('sign-in', 'passed', 'credentials-rejected', { host: HOST }),
      ]),
      steps_more: 'x',
    });
    expect(answer).toMatchObject({ ok: true, value: { leftOut: 1 } });
    if (!answer.ok) return;
    const { steps } = answer.value.report;
    expect(Object.keys(steps.find(({ id }) => id === 'address')?.facts ?? {})).toEqual(['host']);
    expect(steps.find(({ id }) => id === 'name-lookup')?.facts.addresses).toHaveLength(8);
  });

  it('never makes reading throw, however it is spoilt', () => {
    const random = chosenSeed('carried');
    const good = reportWith(interceptedSteps);
    for (let index = 0; index < 3_000; index += 1) {
      const spoilt = random.chance(0.5)
        ? asJson(mutated(good, random))
        : mutatedText(JSON.stringify(good), random);
      const answer = read(spoilt ?? '');
      if (answer.ok) expect(reportSchema.safeParse(answer.value.report).success).toBe(true);
    }
  });
});

/** As any program could write it to a file. */
const asJson = (value: unknown) =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? Number(one) : one));

/** The way to every value in it. */
function paths(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...way, key]))];
}

function put(value: unknown, way: readonly string[], bad: string): void {
  const last = way.at(-1);
  if (last === undefined) return;
  const holder = way.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], value);
  (holder as Record<string, unknown>)[last] = bad;
}
