import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { SecretTrouble } from '@contract/connection';
import type { FindingCode } from '@contract/findings';
import { languages } from '@contract/languages';
import { noneInForce } from '@contract/policies';
import type { Report } from '@contract/report';
import { ok, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import type { System } from '@systems/system';
import { afterAll, describe, expect, it } from 'vitest';
import type { CheckableConnection } from '../../../electron/cli/checkable';
import { type CliPorts, runCli } from '../../../electron/cli/run-cli';
import { en, fr } from '../../support/window-words';

const CANARY = 'canary-5ecret';
const folder = mkdtempSync(join(tmpdir(), 'wizard-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const values = {
  serverUrl: 'https://sis.example',
  clientId: '11111111-2222-4333-8444-555555555555',
};
const good = { system: 'powerschool', name: 'Maple', environment: 'test', values };

function system(id: 'powerschool' | 'onsis'): System {
  const found = systemById(id);
  if (found === undefined) throw new Error(`${id} is not in the catalogue`);
  return found;
}

function file(content: unknown, name = `${Math.random().toString(36).slice(2)}.json`): string {
  const path = join(folder, name);
  const isText = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(path, isText ? content : JSON.stringify(content));
  return path;
}

function reportOf(connection: CheckableConnection, code: FindingCode | null): Report {
  const { id, name, environment } = connection;
  return {
    version: 1,
    app: '0.0.0',
    connection: { id, system: connection.system.id, name, environment },
    startedAt: '2026-01-05T08:00:00.000Z',
    durationMs: 1,
    outcome: code === null ? 'passed' : 'failed',
    steps: [
      {
        id: 'fields',
        subject: null,
        outcome: code === null ? 'passed' : 'failed',
        code: code ?? 'ok',
        durationMs: 1,
        facts: {},
      },
    ],
  };
}

/** Runs one command line with a fake check and returns its output. */
async function run(argv: readonly string[], stdin: string | Buffer = '', options: Partial<CliPorts> = {}) {
  let printed = '';
  const complaints: string[] = [];
  const checked: CheckableConnection[] = [];
  const status = await runCli(argv, {
    path: (name) => name,
    input: Readable.from(stdin.length === 0 ? [] : [stdin]),
    print: (text) => {
      printed += text;
    },
    complain: (line) => complaints.push(line),
    language: 'en',
    readCertificates: async (bytes) =>
      bytes.includes('CERTIFICATE') ? ok([bytes.toString()]) : refuse('not-a-certificate'),
    saved: async () => [],
    policies: noneInForce,
    getReady: () => undefined,
    check: async (connection) => {
      checked.push(connection);
      return reportOf(connection, null);
    },
    practice: async () => undefined,
    ...options,
  });
  return { status, printed, complaints, checked };
}

describe('files and standard input that are not valid', () => {
  const cases: readonly (readonly [string, () => readonly string[], string | Buffer, RegExp])[] = [
    ['a missing file', () => ['--connection', '/nowhere/a.json'], '', /^\/nowhere\/a\.json: /],
    ['a folder', () => ['--connection', folder], '', /not a file$/],
    ['10 MB', () => ['--connection', file('x'.repeat(10_000_000))], '', /larger than 1 MiB$/],
    [
      'text of an old code page',
      () => ['--connection', file(Buffer.from('{"\xe9"', 'latin1'))],
      '',
      /save a copy of it as UTF-8/,
    ],
    ['an empty file', () => ['--connection', file('')], '', /not JSON$/],
    ['an array', () => ['--connection', file([])], '', /object is needed/],
    ['an unknown key', () => ['--connection', file({ ...good, extra: 1 })], '', /, extra: /],
    ['a missing key', () => ['--connection', file({ ...good, name: undefined })], '', /, name: /],
    ['a mistyped key', () => ['--connection', file({ ...good, environmnt: 'test' })], '', /, environmnt: /],
    ['an unknown system', () => ['--connection', file({ ...good, system: 'x' })], '', /, system: /],
    [
      'a system by prototype',
      () => ['--connection', file({ ...good, system: '__proto__' })],
      '',
      /, system: /,
    ],
    [
      'an unknown environment',
      () => ['--connection', file({ ...good, environment: 'dev' })],
      '',
      /, environment: /,
    ],
    ['a number as name', () => ['--connection', file({ ...good, name: 7 })], '', /, name: /],
    [
      'a number as value',
      () => ['--connection', file({ ...good, values: { ...values, clientId: 7 } })],
      '',
      /, values\.clientId: /,
    ],
    [
      'an unknown value',
      () => ['--connection', file({ ...good, values: { ...values, url: 'x' } })],
      '',
      /, values\.url: /,
    ],
    [
      'a secret inside',
      () => ['--connection', file({ ...good, values: { ...values, clientSecret: CANARY } })],
      '',
      /, values\.clientSecret: .*standard input/,
    ],
    ['no input', () => ['--connection', file(good), '--secrets-stdin'], '', /^standard input: /],
    ['input that is not JSON', () => ['--connection', file(good), '--secrets-stdin'], CANARY, /not JSON$/],
    [
      'an unknown secret',
      () => ['--connection', file(good), '--secrets-stdin'],
      `{"clientId":"${CANARY}"}`,
      /, clientId: /,
    ],
    [
      'a number as secret',
      () => ['--connection', file(good), '--secrets-stdin'],
      '{"clientSecret":7}',
      /, clientSecret: /,
    ],
    [
      'too few secrets',
      () => ['--connection', file(good), file(good), '--secrets-stdin'],
      '[{}]',
      /one object for each/,
    ],
    [
      'a CA file without a certificate',
      () => ['--connection', file(good), '--ca', file('nothing')],
      '',
      /no certificate/,
    ],
    ['a line break in a key', () => ['--connection', file({ ...good, 'a\nb': 1 })], '', /, a\?b: /],
  ];

  for (const [what, argv, stdin, complaint] of cases) {
    it(`${what}: status 2, one line, nothing on standard output`, async () => {
      const { status, printed, complaints, checked } = await run(['check', ...argv()], stdin);
      expect(complaints).toHaveLength(1);
      expect(complaints[0]).toMatch(complaint);
      expect(complaints[0]).not.toMatch(/[\n\r]/);
      expect(complaints.join()).not.toContain(CANARY);
      expect({ status, printed, checked }).toEqual({ status: 2, printed: '', checked: [] });
    });
  }

  it.each([
    ['that cannot be read', 'EIO', 'standard input: this file cannot be read'],
    ['that is a folder', 'EISDIR', 'standard input: this is not a file'],
    ['whose pipe was closed unused, on Windows', 'EOF', 'standard input: nothing came on standard input'],
  ])('standard input %s: status 2', async (_what, code, complaint) => {
    const input = new Readable({ read() {} });
    input.destroy(Object.assign(new Error(code), { code }));
    const { status, complaints, printed } = await run(
      ['check', '--connection', file(good), '--secrets-stdin'],
      '',
      { input },
    );
    expect({ status, complaints, printed }).toEqual({ status: 2, complaints: [complaint], printed: '' });
  });

  it('10 MB on standard input: status 2', async () => {
    const { status, complaints } = await run(
      ['check', '--connection', file(good), '--secrets-stdin'],
      Buffer.alloc(10_000_000, 0x20),
    );
    expect({ status, complaints }).toEqual({
      status: 2,
      complaints: ['standard input: this is larger than 1 MiB'],
    });
  });

  it.skipIf(process.platform === 'win32')('a file without permission: status 2', async () => {
    if (process.getuid?.() === 0) process.seteuid?.(65_534);
    try {
      const path = '/proc/1/environ';
      const { status, complaints } = await run(['check', '--connection', path]);
      expect(status).toBe(2);
      expect(complaints).toEqual([`${path}: this file cannot be read`]);
    } finally {
      if (process.getuid?.() === 0) process.seteuid?.(0);
    }
  });
});

describe('check', () => {
  it('accepts a byte order mark in the file and on standard input', async () => {
    const path = file(`﻿${JSON.stringify(good)}`);
    const { status, checked } = await run(
      ['check', '--connection', path, '--secrets-stdin', '--json'],
      `﻿{"clientSecret":"${CANARY}"}`,
    );
    expect(status).toBe(0);
    expect(await checked[0]?.secret('clientSecret', 'https://sis.example')).toEqual(ok(CANARY));
  });

  it.each(['utf16le', 'swapped'])('reads what PowerShell and Notepad write (%s)', async (order) => {
    const inUtf16 = (text: string) => {
      const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
      return order === 'swapped' ? bytes.swap16() : bytes;
    };
    const connection = file(inUtf16(`${JSON.stringify({ ...good, name: 'Érable' })}\r\n`));
    const secret = inUtf16('{"clientSecret": "Tr0ub4dor"}');
    const { status, checked } = await run(['check', '--connection', connection, '--secrets-stdin'], secret);
    expect(status).toBe(0);
    expect(checked[0]?.name).toBe('Érable');
    expect(await checked[0]?.secret('clientSecret', 'https://sis.example')).toEqual(ok('Tr0ub4dor'));
  });

  it('says in both languages what a file of certificates is instead', async () => {
    const given = file('anything');
    for (const [lang, words] of [
      ['en', en.trust.file],
      ['fr', fr.trust.file],
    ] as const) {
      for (const problem of ['private-key', 'pkcs12', 'damaged'] as const) {
        const argv = ['check', '--connection', file(good), '--ca', given, '--lang', lang];
        const { status, complaints } = await run(argv, '', { readCertificates: async () => refuse(problem) });
        expect({ status, complaints }).toEqual({ status: 2, complaints: [`${given}: ${words[problem]}`] });
      }
    }
  });

  it('prints one report alone, several under their version, in the order of the arguments', async () => {
    const one = await run(['check', '--connection', file(good), '--json']);
    expect(JSON.parse(one.printed)).toMatchObject({ version: 1, connection: { name: 'Maple' } });
    const files = ['a', 'b', 'c'].map((name) => file({ ...good, name }));
    const several = await run(['check', '--connection', ...files, '--json']);
    const { version, reports } = JSON.parse(several.printed) as { version: number; reports: Report[] };
    expect(version).toBe(1);
    expect(reports.map((report) => report.connection.name)).toEqual(['a', 'b', 'c']);
  });

  it('prints JSON in ASCII alone, which no code page changes and no terminal obeys', async () => {
    const name = 'École des Pins 🌲';
    const { printed } = await run(['check', '--connection', file({ ...good, name }), '--json']);
    expect(printed).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(printed)).toMatchObject({ connection: { name } });
  });

  it('gives each of several its own secrets', async () => {
    const { checked } = await run(
      [
        'check',
        '--connection',
        file({ ...good, name: 'a' }),
        file({ ...good, name: 'b' }),
        '--secrets-stdin',
      ],
      '[{"clientSecret":"first"},{"clientSecret":""}]',
    );
    const secrets = await Promise.all(
      checked.map((one) => one.secret('clientSecret', 'https://sis.example')),
    );
    expect(secrets).toEqual([ok('first'), { ok: false, failure: 'absent' }]);
  });

  it.each([
    [null, 0],
    ['credentials-rejected', 1],
    ['field-invalid', 1],
    ['secret-missing', 3],
    ['secret-unreadable', 3],
  ] as const)('%s → status %i', async (code, status) => {
    const outcome = await run(['check', '--connection', file(good), '--json'], '', {
      check: async (connection) => reportOf(connection, code),
    });
    expect(outcome.status).toBe(status);
  });

  it('leaves with the highest status of several, and runs at most eight at a time', async () => {
    let running = 0;
    let most = 0;
    const files = Array.from({ length: 30 }, (_, at) =>
      file({ ...good, name: String(at), values: { ...values, serverUrl: `https://sis-${at}.example` } }),
    );
    const outcome = await run(['check', '--connection', ...files, '--json'], '', {
      check: async (connection) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return reportOf(connection, connection.name === '3' ? 'secret-missing' : null);
      },
    });
    expect(outcome.status).toBe(3);
    expect(most).toBe(8);
  });

  it('says in plain words what happened, whose job it is and what to do, in both languages', async () => {
    const check: CliPorts['check'] = async (connection) => reportOf(connection, 'credentials-rejected');
    const english = await run(['check', '--connection', file(good)], '', { check });
    expect(english.printed).toContain('Whose job:');
    const french = await run(['check', '--connection', file(good), '--lang', 'fr'], '', { check });
    expect(french.printed).toContain('Que faire\u00a0:');
  });

  it('says how a secret that is missing is given, where it comes with a file', async () => {
    const facts = { field: 'clientSecret', problem: 'absent' };
    const check: CliPorts['check'] = async (connection) => {
      const report = reportOf(connection, 'secret-missing');
      return { ...report, steps: report.steps.map((step) => ({ ...step, facts })) };
    };
    const argv = ['check', '--connection', file(good)];
    const line = 'standard input, with --secrets-stdin: {"clientSecret":"…"}';
    expect((await run(argv, '', { check })).printed).toContain(line);
    expect((await run([...argv, '--lang', 'fr'], '', { check })).printed).toContain(
      'entrée standard, avec --secrets-stdin\u00a0: {"clientSecret":"…"}',
    );
    expect((await run([...argv, '--json'], '', { check })).printed).not.toContain('--secrets-stdin');
    expect((await run(argv, '')).printed).not.toContain('--secrets-stdin');
  });

  it('answers what it did not understand in the language that was asked for', async () => {
    expect((await run(['check', '--al', '--lang', 'fr'])).complaints[0]).toMatch(/^Argument non compris/);
    expect((await run(['check', '--al'])).complaints[0]).toMatch(/^Not understood/);
  });

  it('says when a saved connection is asked another way', async () => {
    const oneroster = systemById('oneroster');
    const saved: CheckableConnection = {
      id: 'id-0',
      system: oneroster,
      name: 'Maple',
      environment: 'test',
      practice: false,
      values: {},
      alternative: 'without-scope',
      leftOut: null,
      siblings: [],
      secret: async () => ok(CANARY),
      sameSecretElsewhere: async () => null,
    };
    const all = (report: Partial<Report>) =>
      run(['check', '--all'], '', {
        saved: async () => [saved],
        check: async (connection) => ({ ...reportOf(connection, null), ...report }),
      });
    const line = 'It asked in another way, as kept for this connection: “Try without scopes”';
    expect((await all({ alternative: 'without-scope' })).printed).toContain(line);
    expect((await all({})).printed).not.toContain('another way');
  });

  it('chooses saved connections by name or id, and does not guess between two', async () => {
    const saved = ['Maple', 'Maple', 'Pine'].map(
      (name, at): CheckableConnection => ({
        id: `id-${at}`,
        system: system('powerschool'),
        name,
        environment: 'test',
        practice: false,
        values,
        siblings: [],
        leftOut: null,
        secret: async () => ok(CANARY),
        sameSecretElsewhere: async () => null,
      }),
    );
    const ports = { saved: async () => saved };
    expect((await run(['check', '--saved', 'Pine', '--json'], '', ports)).checked[0]?.id).toBe('id-2');
    expect((await run(['check', '--saved', 'id-1', '--json'], '', ports)).checked[0]?.id).toBe('id-1');
    expect((await run(['check', '--all', '--json'], '', ports)).checked).toHaveLength(3);
    const nobody = await run(['check', '--all', '--json']);
    expect(nobody).toMatchObject({ status: 2, printed: '' });
    expect(nobody.complaints).toHaveLength(1);
    for (const name of ['Maple', 'Oak']) {
      const { status, complaints, printed } = await run(['check', '--saved', name], '', ports);
      expect({ status, printed }).toEqual({ status: 2, printed: '' });
      expect(complaints).toHaveLength(1);
    }
  });

  it('starts the next as soon as one has ended, and keeps the order of the arguments', async () => {
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    let ended = 0;
    // Nineteen quick ones finish before the first one, which answers only then.
    const files = Array.from({ length: 20 }, (_, at) =>
      file({ ...good, name: String(at), values: { ...values, clientId: `client-${at}` } }),
    );
    const { printed } = await run(['check', '--connection', ...files, '--json'], '', {
      check: async (connection) => {
        if (connection.name === '0') await slow;
        else ended += 1;
        if (ended === 19) release();
        return reportOf(connection, null);
      },
    });
    const { reports } = JSON.parse(printed) as { reports: Report[] };
    expect(reports.map(({ connection }) => connection.name)).toEqual(files.map((_, at) => String(at)));
  });
});

describe('several saved connections', () => {
  const one = (name: string, leftOut: CheckableConnection['leftOut'] = null): CheckableConnection => ({
    id: `id-${name}`,
    system: system('powerschool'),
    name,
    environment: 'test',
    practice: false,
    values,
    siblings: [],
    leftOut,
    secret: async () => ok(CANARY),
    sameSecretElsewhere: async () => null,
  });
  const ports = (...saved: CheckableConnection[]) => ({ saved: async () => saved });

  it('leave out those whose credentials were refused, say so, and do not look passed', async () => {
    const outcome = await run(['check', '--all', '--json'], '', ports(one('Maple'), one('Pine', 'rejected')));
    expect(outcome.checked.map(({ name }) => name)).toEqual(['Maple']);
    expect(outcome.status).toBe(1);
    expect(outcome.complaints).toEqual([
      expect.stringMatching(/^Pine \(test\): left out, .* refused .* --saved$/),
    ]);
    expect(JSON.parse(outcome.printed)).toMatchObject({
      version: 1,
      reports: [{ connection: { name: 'Maple' } }],
      leftOut: [
        {
          connection: { id: 'id-Pine', system: 'powerschool', name: 'Pine', environment: 'test' },
          reason: 'rejected',
        },
      ],
    });
    const named = await run(
      ['check', '--saved', 'Maple', 'Pine'],
      '',
      ports(one('Maple'), one('Pine', 'rejected')),
    );
    expect(named).toMatchObject({ status: 1, complaints: outcome.complaints });
  });

  it('cannot turn or break the line of standard error by their name', async () => {
    const name = 'Pine\u202e)drawkcab(\u2066\u200b\n\u2028\u001b[2K';
    const { complaints } = await run(['check', '--all'], '', ports(one('Maple'), one(name, 'rejected')));
    expect(complaints).toEqual([expect.stringMatching(/^Pine\?\)drawkcab\(\?{5}\[2K \(test\): /)]);
  });

  it('say why a secret was not opened, for each keyring state and in both languages', async () => {
    const troubles: readonly SecretTrouble[] = [
      { code: 'backend-changed', wroteBy: 'kwallet5', now: 'gnome_libsecret' },
      { code: 'keyring-unavailable', reason: 'needs-permission' },
      { code: 'keyring-unavailable', reason: 'locked' },
      { code: 'damaged' },
      { code: 'not-decryptable' },
      { code: 'misplaced' },
    ];
    const said = new Set<string>();
    for (const trouble of troubles) {
      for (const language of languages) {
        const unread = { ...one('Maple'), trouble: async () => trouble };
        const { status, complaints } = await run(['check', '--all', '--lang', language], '', {
          ...ports(unread, one('Pine')),
          check: async (connection) =>
            reportOf(connection, connection.name === 'Maple' ? 'secret-unreadable' : null),
        });
        expect(status).toBe(3);
        expect(complaints).toEqual([expect.stringMatching(/^Maple \(test\): \S/)]);
        said.add(complaints[0] ?? '');
      }
    }
    expect(said.size).toBe(2 * troubles.length);
    expect([...said].join('\n')).toContain('KDE Wallet (kwallet5)');
  });

  it('have no list of those left out where there is none', async () => {
    const { printed } = await run(['check', '--all', '--json'], '', ports(one('Maple')));
    expect(Object.keys(JSON.parse(printed) as object)).toEqual(['version', 'reports']);
  });

  it('check one that was refused when it is named alone', async () => {
    const outcome = await run(['check', '--saved', 'Pine'], '', ports(one('Maple'), one('Pine', 'rejected')));
    expect(outcome.checked.map(({ name }) => name)).toEqual(['Pine']);
    expect(outcome.complaints).toEqual([]);
  });

  it('leave out unfinished ones; nothing left is nothing checked', async () => {
    const some = await run(['check', '--all'], '', ports(one('Maple'), one('Pine', 'unfinished')));
    expect(some).toMatchObject({ status: 0, complaints: [expect.stringContaining('not all entered yet')] });
    const none = await run(['check', '--all', '--json'], '', ports(one('Pine', 'unfinished')));
    expect(none).toMatchObject({ status: 2, printed: '', checked: [] });
    expect(none.complaints).toHaveLength(1);
  });

  it('of one client at one server take turns', async () => {
    let running = 0;
    let most = 0;
    const twins = ['a', 'b', 'c', 'd'].map((name) => one(name));
    await run(['check', '--all'], '', {
      ...ports(...twins),
      check: async (connection) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return reportOf(connection, null);
      },
    });
    expect(most).toBe(1);
  });
});
