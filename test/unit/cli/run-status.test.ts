import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '@contract/languages';
import { afterAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../../electron/cli/arguments';
import { runStatus } from '../../../electron/cli/run-status';
import type { Results } from '../../../electron/watch/results';
import { entryOf, failedEntry, resultsOf } from '../../support/watch-results';

const folder = mkdtempSync(join(tmpdir(), 'wizard-status-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ownFile = join(folder, 'own.json');
const put = (results: Results | string, name: string) => {
  const path = join(folder, name);
  writeFileSync(path, typeof results === 'string' ? results : JSON.stringify(results));
  return path;
};
put(
  resultsOf([
    entryOf('Maple'),
    failedEntry('Oak'),
    entryOf('Twin'),
    { ...entryOf('Twin'), connection: { ...entryOf('Twin').connection, id: 'other' } },
  ]),
  'own.json',
);

async function run(...words: readonly string[]) {
  let printed = '';
  const complaints: string[] = [];
  const argv = ['status', ...words];
  const command = readArguments(argv);
  if (command.kind !== 'status' && command.kind !== 'unclear') throw new Error(command.kind);
  const status = await runStatus(argv, command, {
    path: (file) => file,
    ownFile,
    print: (text) => {
      printed += text;
    },
    complain: (line) => complaints.push(line),
    language: 'en',
    now: () => new Date('2026-11-30T07:00:00.000Z'),
  });
  return { status, printed, complaints };
}

describe('status', () => {
  it('reads the results of the saved connections', async () => {
    expect(await run()).toMatchObject({ status: 1, complaints: [], printed: expect.stringContaining('Oak') });
    expect(await run('Maple')).toMatchObject({ status: 0 });
    expect(await run('Maple', '--max-age', '1h')).toMatchObject({ status: 3 });
  });

  it('puts a space before a colon in French', async () => {
    for (const words of [[], ['--nagios'], ['--nagios', 'Oak']]) {
      expect((await run(...words, '--lang', 'fr')).printed).toMatch(/Oak \(production\)\u00a0: /);
    }
  });

  it('prints JSON in ASCII alone', async () => {
    const { printed, status } = await run('--json', 'id-Oak');
    expect(status).toBe(1);
    expect(printed).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(printed)).toMatchObject({ version: 1, connections: [{ level: 'critical' }] });
  });

  it('answers as a Nagios plugin', async () => {
    expect(await run('--nagios', 'Maple')).toMatchObject({
      status: 0,
      printed: expect.stringMatching(/^OK - /),
    });
    expect(await run('--nagios', 'Oak')).toMatchObject({
      status: 2,
      printed: expect.stringMatching(/^CRITICAL - /),
    });
    expect(await run('--nagios', '--all')).toMatchObject({
      status: 2,
      printed: expect.stringMatching(/1 of 4 failed/),
    });
    expect(await run('--nagios', '--all', '--max-age', '2')).toMatchObject({ status: 3 });
  });

  const cases: readonly (readonly [string, () => readonly string[]])[] = [
    ['no file yet', () => ['--results', join(folder, 'none.json')]],
    ['a folder', () => ['--results', folder]],
    [
      'a damaged file',
      () => ['--results', put('{"format":"school-api-setup-wizard/results","v', 'damaged.json')],
    ],
    ['another JSON file', () => ['--results', put('[]', 'other.json')]],
    ['null', () => ['--results', put('null', 'null.json')]],
    [
      'a newer file',
      () => ['--results', put(JSON.stringify({ ...resultsOf([]), version: 2 }), 'newer.json')],
    ],
    ['no connection at all', () => ['--results', put(resultsOf([]), 'empty.json')]],
    ['an unknown name', () => ['Birch']],
    ['an ambiguous name', () => ['Twin']],
    ['an unknown option', () => ['--nagio']],
    ['a missing value', () => ['--max-age']],
    ['a negative age', () => ['--max-age', '-1']],
    ['a name beside --all', () => ['Maple', '--all']],
    ['two forms', () => ['--json', '--openmetrics', join(folder, 'x.prom')]],
  ];
  for (const [what, words] of cases) {
    it(`${what}: status 2 and one line; UNKNOWN for an engine`, async () => {
      for (const language of languages) {
        const plain = await run(...words(), '--lang', language);
        expect(plain).toMatchObject({ status: 2, printed: '' });
        expect(plain.complaints).toHaveLength(1);
        expect(plain.complaints[0]).not.toMatch(/\{\{|undefined|\n/);
      }
      const engine = await run('--nagios', ...words());
      expect(engine).toMatchObject({ status: 3, complaints: [] });
      expect(engine.printed).toMatch(/^UNKNOWN - [^|\n]+\n$/);
    });
  }
});

describe('status --openmetrics', () => {
  it('writes a whole file that others may read, and leaves no other', async () => {
    // Of the whole process, and Windows has no such modes.
    const mask = process.platform === 'win32' ? null : process.umask(0o022);
    const path = join(folder, 'school.prom');
    writeFileSync(path, 'old');
    expect(await run('--openmetrics', path)).toEqual({ status: 0, printed: '', complaints: [] });
    if (mask !== null) process.umask(mask);
    expect(readFileSync(path, 'utf8')).toMatch(/^# HELP [\s\S]*# EOF\n$/);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o644);
    expect(readdirSync(folder).filter((name) => name.includes('.tmp-'))).toEqual([]);
  });

  it('changes nothing without results, for another kind of file, or for some connections only', async () => {
    const path = join(folder, 'kept.prom');
    writeFileSync(path, 'old');
    for (const words of [['--results', join(folder, 'none.json')], ['Maple']]) {
      expect(await run('--openmetrics', path, ...words)).toMatchObject({ status: 2, printed: '' });
    }
    expect(readFileSync(path, 'utf8')).toBe('old');
    const json = put('{}', 'mine.json');
    expect(await run('--openmetrics', json)).toMatchObject({ status: 2 });
    expect(readFileSync(json, 'utf8')).toBe('{}');
    expect(await run('--openmetrics', join(folder, 'nowhere', 'x.prom'))).toMatchObject({ status: 2 });
  });
});
