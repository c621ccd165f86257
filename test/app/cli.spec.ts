import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { startHttps } from '../servers/raw-servers';
import { makeAuthority } from '../support/certificates';
import { type Desktop, startDesktop } from '../support/desktop';
import { fr } from '../support/window-words';

/* The check without a window, as a script or monitor runs it from a checkout: no display, no keyring, any user. */

const root = resolve(import.meta.dirname, '../..');
let desktop: Desktop;
test.beforeEach(async () => {
  desktop = await startDesktop({ keyring: 'no-bus' });
});
test.afterEach(() => desktop.stop());

interface Answer {
  readonly status: number | null;
  readonly output: string;
  readonly complaint: string;
}

function cli(args: readonly string[], input = '', more: NodeJS.ProcessEnv = {}): Promise<Answer> {
  // No display, and none of the colour settings of this test's runner.
  const { DISPLAY: _, WAYLAND_DISPLAY: __, FORCE_COLOR: ___, NO_COLOR: ____, ...env } = process.env;
  const child = spawn(process.execPath, [resolve(root, 'scripts/cli.mjs'), ...args], {
    cwd: desktop.home,
    env: {
      ...env,
      ...more,
      INIT_CWD: desktop.home,
      HOME: desktop.home,
      XDG_CONFIG_HOME: desktop.makeFolder('config'),
    },
  });
  let output = '';
  let complaint = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  child.stderr.on('data', (part) => {
    complaint += part;
  });
  child.stdin.end(input);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (status) => done({ status, output, complaint }));
  });
}

test('the report alone is on standard output, and nothing on standard error', async () => {
  const values = { serverUrl: 'https://127.0.0.1:9', clientId: '00000000-0000-4000-8000-000000000000' };
  const connection = { system: 'powerschool', name: 'Maple', environment: 'test', values };
  desktop.writeFile('home/maple.json', JSON.stringify(connection), 0o644);
  const args = ['check', '--connection', 'maple.json', '--secrets-stdin', '--json'];
  const { status, output, complaint } = await cli(args, '{"clientSecret":"throwaway-secret-0001"}');
  expect(complaint).toBe('');
  expect(JSON.parse(output)).toMatchObject({ version: 1, outcome: 'failed' });
  expect(status).toBe(1);
});

for (const [region, written] of [
  ['en_US.UTF-8', /^\s*\| When: [A-Z][a-z]+ \d{1,2}, \d{4} at \d{1,2}:\d\d:\d\d [AP]M /m],
  ['en_GB.UTF-8', /^\s*\| When: \d{1,2} [A-Z][a-z]+ \d{4} at \d\d:\d\d:\d\d /m],
] as const)
  test(`a date is written as the computer’s region writes it: ${region}`, async () => {
    const values = { serverUrl: 'https://127.0.0.1:9', clientId: '00000000-0000-4000-8000-000000000000' };
    const connection = { system: 'powerschool', name: 'Maple', environment: 'test', values };
    desktop.writeFile('home/maple.json', JSON.stringify(connection), 0o644);
    const args = ['check', '--connection', 'maple.json', '--without-secrets'];
    // The language of the words, and the region of the dates.
    const { output } = await cli(args, '', { LC_ALL: '', LANG: 'en_CA.UTF-8', LC_TIME: region });
    expect(output).toMatch(written);
  });

test('what a check found is recorded, and told to a monitoring engine without a secret', async () => {
  const values = { serverUrl: 'https://127.0.0.1:9', clientId: '00000000-0000-4000-8000-000000000000' };
  const connection = { system: 'powerschool', name: 'Maple', environment: 'test', values };
  desktop.writeFile('home/maple.json', JSON.stringify(connection), 0o644);
  const args = ['check', '--connection', 'maple.json', '--secrets-stdin', '--results', 'results.json'];
  expect(await cli(args, '{"clientSecret":"throwaway-secret-0002"}')).toMatchObject({
    status: 1,
    complaint: '',
  });
  expect(readFileSync(join(desktop.home, 'results.json'), 'utf8')).not.toContain('throwaway');
  const told = await cli(['status', 'Maple', '--nagios', '--results', 'results.json']);
  expect(told).toMatchObject({ status: 2, complaint: '' });
  expect(told.output).toMatch(/^CRITICAL - Maple \(test\): /);
  expect(await cli(['status', '--nagios'])).toMatchObject({ status: 3, complaint: '' });
});

test('a file that is not there is named in one line, and nothing was checked', async () => {
  const { status, output, complaint } = await cli(['check', '--connection', 'absent.json']);
  expect(output).toBe('');
  expect(complaint.trim().split('\n')).toHaveLength(1);
  expect(complaint).toContain('absent.json');
  expect(status).toBe(2);
});

test('a certificate is taken from a file in the form people have it, and nothing else is', async () => {
  const { root: authority, intermediate, leaf } = await makeAuthority('Maple Root');
  const own = await leaf();
  const server = await startHttps(
    { key: own.key, cert: `${own.pem}\n${intermediate.pem}` },
    (_request, response) => response.writeHead(500).end(),
  );
  try {
    const values = { serverUrl: server.origin.replace('localhost', '127.0.0.1'), clientId: 'c' };
    const connection = { system: 'powerschool', name: 'Maple', environment: 'test', values };
    // In PowerShell's encoding.
    desktop.writeFile(
      'home/maple.json',
      Buffer.from(`\ufeff${JSON.stringify(connection)}`, 'utf16le'),
      0o644,
    );
    const pem = desktop.writeFile('home/root.pem', authority.pem, 0o644);
    const collect = (form: string) =>
      execFileSync('openssl', ['crl2pkcs7', '-nocrl', '-certfile', pem, '-outform', form]);
    const der = Buffer.from(authority.certificate.rawData);
    const files: Readonly<Record<string, Buffer>> = {
      'root.der': der,
      'root.p7b': collect('DER'),
      'root-text.p7b': Buffer.from(`\ufeff${collect('PEM')}`, 'utf16le').swap16(),
      'root.txt': Buffer.from(
        `Here it is:\r\n${der.toString('base64').replaceAll(/(.{64})/g, '$1\r\n')}\r\n`,
      ),
      'trusted.pem': execFileSync('openssl', ['x509', '-in', pem, '-trustout', '-addtrust', 'serverAuth']),
    };
    const check = (file: string, ...more: readonly string[]) =>
      cli(
        ['check', '--connection', 'maple.json', '--ca', file, '--secrets-stdin', ...more],
        '{"clientSecret":"s"}',
      );
    for (const [name, content] of Object.entries(files)) {
      desktop.writeFile(`home/${name}`, content, 0o644);
      const { output, complaint } = await check(name, '--json');
      expect(complaint, name).toBe('');
      const { steps } = JSON.parse(output);
      expect(steps.find(({ id }: { id: string }) => id === 'secure-connection')?.outcome, name).toBe(
        'passed',
      );
    }
    desktop.writeFile('home/root.key', authority.key, 0o644);
    const refused = await check('root.key', '--lang', 'fr');
    expect(refused).toEqual({
      status: 2,
      output: '',
      complaint: `root.key: ${fr.trust.file['private-key']}\n`,
    });
  } finally {
    await server.stop();
  }
});
