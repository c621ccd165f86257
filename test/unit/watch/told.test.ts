import { type Language, languages } from '@contract/languages';
import { describe, expect, it } from 'vitest';
import { findingOf } from '../../../electron/watch/finding-of';
import { judge, judgeAll, worst } from '../../../electron/watch/judge';
import { nagiosOutput, nagiosUnknown } from '../../../electron/watch/nagios';
import { openMetrics } from '../../../electron/watch/open-metrics';
import type { Entry } from '../../../electron/watch/results';
import { statusJson } from '../../../electron/watch/status-json';
import { statusText } from '../../../electron/watch/status-text';
import { textOf } from '../../support/documents';
import { AT, entryOf, failedEntry, resultsOf } from '../../support/watch-results';

const morning = new Date('2026-11-30T07:00:00.000Z');
const judged = (...entries: readonly Entry[]) => judgeAll(resultsOf(entries), morning, 26);
const finding = (language: Language) => (entry: Entry) => findingOf(entry, language);
const inDays = (days: number) => new Date(morning.getTime() + days * 86_400_000 + 1000).toISOString();

describe('what a result means later', () => {
  it.each([
    [entryOf('a'), 'ok', 'passed'],
    [entryOf('a', { state: 'warning', step: 'clock', code: 'clock-skew' }), 'warning', 'warning'],
    [failedEntry('a'), 'critical', 'failed'],
    [entryOf('a', { state: 'not-checked', notChecked: 'keyring' }), 'unknown', 'keyring'],
    [entryOf('a', { state: 'not-checked', notChecked: 'asleep' }), 'unknown', 'asleep'],
    [entryOf('a', { at: '2026-11-29T04:59:00.000Z' }), 'unknown', 'stale'],
    [failedEntry('a', { at: '2026-11-29T04:59:00.000Z' }), 'unknown', 'stale'],
    [entryOf('a', { at: '2026-11-30T07:06:00.000Z' }), 'unknown', 'future'],
    [entryOf('a', { certificateEnds: inDays(30) }), 'ok', 'passed'],
    [entryOf('a', { certificateEnds: inDays(29) }), 'warning', 'certificate'],
    [entryOf('a', { certificateEnds: inDays(13) }), 'critical', 'certificate'],
  ] as const)('%# is %s', (entry, level, why) => {
    expect(judge(entry, morning, 26)).toMatchObject({ level, why });
  });

  it('the worst is what failed, then what nobody knows', () => {
    expect(worst(['ok', 'warning', 'unknown', 'critical'])).toBe('critical');
    expect(worst(['warning', 'unknown', 'ok'])).toBe('unknown');
    expect(worst([])).toBe('ok');
  });

  it.each([
    ['pf', 'ill'],
    ['fp', 'well'],
    ['f-w', 'well'],
    ['pw', null],
    ['pn', 'unknown'],
    ['--p', 'new'],
    ['p-', null],
  ])('the nights %s: changed %s', (nights, changed) => {
    expect(judge(entryOf('a', { nights }), morning, 26).changed).toBe(changed);
  });
});

describe('a Nagios plugin', () => {
  it('says one connection in one line, with performance data', () => {
    const one = entryOf('École', { certificateEnds: inDays(212), secretSince: inDays(-41) });
    const { text, status } = nagiosOutput(judged(one), 'en', finding('en'));
    expect(status).toBe(0);
    expect(text).toMatch(
      /^OK - École \(production\): passed in 812.ms, [^|\n]+\|time=0\.812s;;;0 cert_days=212;30:;14: secret_days=40;;;0\n$/,
    );
  });

  it('says of a failure whose job it is and what to send, on later lines without a bar', () => {
    for (const language of languages) {
      const { text, status } = nagiosOutput(
        judged(failedEntry('Maple|x\u202e\u0007')),
        language,
        finding(language),
      );
      const [first = '', ...more] = text.trimEnd().split('\n');
      expect(status).toBe(2);
      expect(first).toMatch(/^CRITICAL - Maple\/x\?\? /);
      expect(first.match(/\|/g)).toHaveLength(1);
      expect(more.length).toBeGreaterThan(3);
      expect(more.join('\n')).not.toMatch(/\||\{\{|undefined/);
      expect(more.join('\n')).toContain('sis.maple.example');
    }
  });

  it('counts many, worst first, and stays within what Nagios reads', () => {
    const entries = Array.from({ length: 2000 }, (_, at) =>
      at % 2 === 0 ? entryOf(`S${at}`) : failedEntry(`S${at}`),
    );
    const { text, status } = nagiosOutput(
      judged(...entries, entryOf('old', { at: '2026-11-01T00:00:00.000Z' })),
      'en',
      finding('en'),
    );
    const [first = ''] = text.split('\n');
    expect(status).toBe(2);
    expect(first).toMatch(
      /^CRITICAL - 1000 of 2001 failed, 1 unknown, 0 with a note, 1000 well\|failed=1000;;0;0;2001 /,
    );
    expect(Buffer.byteLength(text)).toBeLessThan(8192);
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^and \d+ more/);
  });

  it('keeps a first line short whatever the name', () => {
    const { text } = nagiosOutput(judged(failedEntry('🌲'.repeat(60))), 'en', finding('en'));
    expect([...(text.split('|')[0] ?? '')].length).toBeLessThanOrEqual(175);
  });

  it('answers what it cannot answer with unknown', () => {
    expect(nagiosUnknown('no file | here\n')).toEqual({ text: 'UNKNOWN - no file / here?\n', status: 3 });
  });
});

describe('OpenMetrics', () => {
  const text = openMetrics(
    resultsOf([
      failedEntry('say "hi"\\\n\ud800'),
      entryOf('b', { certificateEnds: '2027-01-01T00:00:00.000Z' }),
    ]),
  );

  it('has one family after the other, each with its type, and an end', () => {
    expect(text.endsWith('# EOF\n')).toBe(true);
    const families = text.match(/^# TYPE (\S+)/gm) ?? [];
    expect(new Set(families).size).toBe(families.length);
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(
        /^(?:# (?:HELP|TYPE|UNIT) school_api_\w+ .+|# EOF|school_api_\w+(?:\{[^}]+\})? -?[\d.e+]+)$/,
      );
    }
  });

  it('escapes names, and gives times in seconds', () => {
    expect(text).toContain(
      'school_api_connection_status{id="id-say \\"hi\\"\\\\\\n?",name="say \\"hi\\"\\\\\\n?"',
    );
    expect(text).toContain(`environment="production"} ${Date.parse(AT) / 1000}\n`);
    expect(text).toContain('step="secure-connection",code="tls-intercepted"} 1\n');
  });

  it('has the metrics that docs/monitoring.md names, and no other', () => {
    const full = entryOf('a', { certificateEnds: AT, secretSince: AT });
    const written = openMetrics(resultsOf([full, failedEntry('b')])).match(/^# TYPE (\S+)/gm) ?? [];
    const documented = textOf('docs/monitoring.md').match(/`school_api_\w+`/g) ?? [];
    expect(new Set(documented.map((name) => name.slice(1, -1)))).toEqual(
      new Set(written.map((line) => line.slice('# TYPE '.length))),
    );
  });

  it('leaves out what is not known', () => {
    expect(text.match(/^school_api_connection_certificate_expiry\S+ /gm)).toHaveLength(1);
    expect(openMetrics(resultsOf([], { run: { startedAt: AT, endedAt: null } }))).not.toContain('run_end');
  });
});

describe('for a person', () => {
  it('says first what changed, then what is not well, then the rest', () => {
    const results = resultsOf([entryOf('Well'), failedEntry('Ill'), entryOf('Back', { nights: 'fp' })]);
    const text = statusText(results, judgeAll(results, morning, 26), 'en', finding('en'));
    const places = [
      'Changed since',
      'Ill (production): no longer works',
      'Back (production): works again',
      'Whose job:',
      '2 connections work',
    ];
    const found = places.map((place) => text.indexOf(place));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
    expect(text).toContain('  +x  Ill (production)');
  });

  it('calls nothing new on the first night', () => {
    const results = resultsOf([entryOf('a', { nights: 'p' })], { nights: ['2026-11-30'] });
    for (const language of languages) {
      const text = statusText(results, judgeAll(results, morning, 26), language, finding(language));
      expect(text).not.toMatch(/\{\{|undefined|night before|nuit précédente|is new|est nouvelle/);
    }
  });
});

it('the JSON names everything, and its members do not change', () => {
  const results = resultsOf([failedEntry('a')]);
  const json = statusJson(results, judgeAll(results, morning, 26), morning);
  expect(Object.keys(json)).toEqual(['version', 'at', 'run', 'nights', 'connections']);
  expect(Object.keys(json.connections[0] ?? {})).toEqual([
    'connection',
    'level',
    'why',
    'changed',
    'checkedAt',
    'since',
    'state',
    'step',
    'subject',
    'code',
    'durationMs',
    'steps',
    'certificateEnds',
    'certificateDays',
    'secretSince',
    'secretDays',
    'nights',
  ]);
});
