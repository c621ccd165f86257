import { describe, expect, it } from 'vitest';
import { commandLine, readArguments } from '../../../electron/cli/arguments';

const check = (...argv: string[]) => readArguments(['check', ...argv]);

describe('commandLine', () => {
  it('starts at the command word, after Chromium’s own switches', () => {
    const argv = ['/app', '--ozone-platform=headless', '--log-level=3', 'check', '--all', '--json'];
    expect(commandLine(argv, false)).toEqual(['check', '--all', '--json']);
  });

  it('starts after the app’s folder where Electron was given one', () => {
    const argv = ['/electron', '--log-level=3', '/checkout/out/app', 'check', '--all'];
    expect(commandLine(argv, true)).toEqual(['check', '--all']);
    expect(commandLine(argv, false)).toBeNull();
    expect(commandLine(['/electron', '/checkout/out/app'], true)).toBeNull();
    expect(commandLine(['/app', '--help'], false)).toEqual(['--help']);
  });

  it.each([[['check', '--all']], [['chekc']], [['--all', '--lang', 'fr']], [[]]])(
    'means no window where a launcher put its mark, whatever the words: %j',
    (given) => {
      expect(commandLine(['/app', '--log-level=3', '--', ...given], false)).toEqual(given);
      expect(commandLine(['/electron', '--log-level=3', '/checkout/out/app', '--', ...given], true)).toEqual(
        given,
      );
    },
  );

  it.each([
    [['/app']],
    [['/app', '--no-sandbox']],
    [['/app', '/some/file']],
    [['/app', 'open', 'check']],
    [['check']],
  ])('%j means the window', (argv) => {
    expect(commandLine(argv, false)).toBeNull();
  });
});

describe('readArguments', () => {
  it('reads files, several after one flag, and every option', () => {
    expect(
      check(
        '--connection',
        'a.json',
        'b.json',
        '--secrets-stdin',
        '--ca',
        'ca.pem',
        '--timeout',
        '2.5',
        '--json',
        '--lang',
        'fr',
      ),
    ).toEqual({
      kind: 'check',
      source: { kind: 'files', files: ['a.json', 'b.json'] },
      secretsFromStdin: true,
      withoutSecrets: false,
      caFile: 'ca.pem',
      timeoutMs: 2500,
      json: true,
      resultsFile: null,
      resume: false,
      notify: false,
      language: 'fr',
    });
  });

  it('checks only the way where no secret is to be used', () => {
    for (const source of [['--connection', 'a.json'], ['--saved', 'Maple'], ['--all']])
      expect(check(...source, '--without-secrets')).toMatchObject({ kind: 'check', withoutSecrets: true });
  });

  it('reads saved names and all', () => {
    expect(check('--saved', 'Maple DSB', 'x')).toMatchObject({
      source: { kind: 'saved', names: ['Maple DSB', 'x'] },
    });
    expect(check('--all')).toMatchObject({
      source: { kind: 'all' },
      json: false,
      timeoutMs: null,
      language: null,
    });
  });

  it.each([
    [[], 'check'],
    [['--connection'], '--connection'],
    [['--all', '--saved', 'x'], 'check'],
    [['--connection', 'a', '--all'], 'check'],
    [['--connection', 'a', '--timeout', '0'], '--timeout 0'],
    [['--connection', 'a', '--timeout', 'soon'], '--timeout soon'],
    [['--connection', 'a', '--timeout'], '--timeout'],
    [['--connection', 'a', '--lang', 'tlh'], '--lang tlh'],
    [['--connection', 'a', '--ca'], '--ca'],
    [['--connection', 'a', '--clientSecret', 'x'], '--clientSecret'],
    [['--all', '--secrets-stdin'], '--secrets-stdin'],
    [['--connection', 'a', '--without-secrets', '--secrets-stdin'], '--secrets-stdin'],
    [['a.json'], 'a.json'],
  ])('does not guess at %j', (argv, argument) => {
    expect(check(...argv)).toEqual({ kind: 'unclear', argument, language: null });
  });

  it.each(['chekc', '--json', '--', ''])('does not guess at %j in place of a word', (word) => {
    expect(readArguments([word, '--all'])).toEqual({ kind: 'unclear', argument: word, language: null });
  });

  it.each([
    [['check', '--al', '--lang', 'fr']],
    [['check', '--lang', 'fr', '--al']],
    [['chekc', '--lang', 'fr']],
  ])('answers %j in the language it names', (argv) =>
    expect(readArguments(argv)).toMatchObject({ kind: 'unclear', language: 'fr' }),
  );

  it('knows practice and help', () => {
    expect(readArguments(['practice'])).toEqual({ kind: 'practice' });
    expect(readArguments(['practice', 'x'])).toEqual({ kind: 'unclear', argument: 'x', language: null });
    expect(readArguments(['help'])).toEqual({ kind: 'help', language: null });
    expect(readArguments(['--help', '--lang', 'fr'])).toEqual({ kind: 'help', language: 'fr' });
    expect(check('--help')).toEqual({ kind: 'help', language: null });
  });
});
