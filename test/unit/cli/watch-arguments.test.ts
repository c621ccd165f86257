import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../electron/cli/arguments';

describe('watch', () => {
  it('reads what to do, and when', () => {
    expect(
      readArguments(['watch', 'install', '--at', '02:30', '--results', 'r.json', '--lang', 'fr']),
    ).toEqual({
      kind: 'watch',
      does: 'install',
      at: '02:30',
      resultsFile: 'r.json',
      language: 'fr',
    });
    expect(readArguments(['watch', 'show'])).toMatchObject({ does: 'show', at: null, resultsFile: null });
  });

  it.each([
    [],
    ['on'],
    ['install', 'now'],
    ['install', '--at'],
    ['install', '--at', '24:00'],
    ['install', '--all'],
  ])('does not understand %j', (...words) => {
    expect(readArguments(['watch', ...words.flat()])).toMatchObject({ kind: 'unclear' });
  });
});

describe('status', () => {
  it('reads names, form, age and file', () => {
    expect(
      readArguments(['status', 'Maple', 'id', '--nagios', '--max-age', '36', '--results', 'r.json']),
    ).toEqual({
      kind: 'status',
      names: ['Maple', 'id'],
      form: 'nagios',
      maxAgeHours: 36,
      resultsFile: 'r.json',
      language: null,
    });
    expect(readArguments(['status', '--help'])).toMatchObject({ kind: 'help' });
    // Help would end with 0, which an engine takes for well.
    expect(readArguments(['status', '--nagios', '--help'])).toMatchObject({ kind: 'unclear' });
  });
});

describe('check', () => {
  it('reads where results go, and whether to go on', () => {
    const command = readArguments(['check', '--all', '--resume', '--results', 'r.json']);
    expect(command).toMatchObject({ kind: 'check', resume: true, resultsFile: 'r.json' });
    expect(readArguments(['check', '--all', '--results'])).toMatchObject({ kind: 'unclear' });
  });

  it('tells the desktop of all connections only', () => {
    expect(readArguments(['check', '--all', '--notify'])).toMatchObject({ kind: 'check', notify: true });
    expect(readArguments(['check', '--saved', 'a', '--notify'])).toMatchObject({
      kind: 'unclear',
      argument: '--notify',
    });
  });
});
