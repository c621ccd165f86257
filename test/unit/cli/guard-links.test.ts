import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type SystemId, systemIds } from '@contract/connection';
import { noneInForce } from '@contract/policies';
import type { Report } from '@contract/report';
import { systems } from '@systems/catalogue';
import { afterAll, describe, expect, it } from 'vitest';
import { checkConnection } from '../../../electron/cli/check-connection';
import { runCli } from '../../../electron/cli/run-cli';
import { Trust } from '../../../electron/http/trust';
import { goodValues } from '../../support/good-values';
import { closedLinks, guardForms } from '../../support/guard-links';

/* A rewritten link in a connection's file: the check ends before any request and says why. */

const CANARY = 'canary-5ecret';
const folder = mkdtempSync(join(tmpdir(), 'wizard-guards-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(id: SystemId, changed: Record<string, string>, ...options: readonly string[]) {
  const path = join(folder, 'connection.json');
  const secrets = Object.fromEntries(
    systems[id].fields.filter(({ secret }) => secret).map((field) => [field.id, CANARY]),
  );
  writeFileSync(
    path,
    JSON.stringify({
      system: id,
      name: 'Maple',
      environment: 'test',
      values: { ...goodValues[id], ...changed },
    }),
  );
  const asked: string[] = [];
  const network = {
    lookUp: (host: string) => {
      asked.push(host);
      return Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
    },
    resolveProxy: async (url: string) => {
      asked.push(url);
      return 'DIRECT';
    },
    trust: new Trust([]),
    now: Date.now,
  };
  let printed = '';
  const status = await runCli(['check', '--connection', path, '--secrets-stdin', ...options], {
    path: (name) => name,
    input: Readable.from([JSON.stringify(secrets)]),
    print: (text) => {
      printed += text;
    },
    complain: () => undefined,
    language: 'en',
    readCertificates: async () => ({ ok: true, value: [] }),
    saved: async () => [],
    policies: noneInForce,
    getReady: () => undefined,
    check: (connection, chosen) =>
      checkConnection(connection, chosen, {
        network,
        appVersion: '0.0.0',
        signal: new AbortController().signal,
      }),
    practice: async () => undefined,
  });
  expect(printed).not.toContain(CANARY);
  return { status, printed, asked };
}

const rows = systemIds.flatMap((id) =>
  systems[id].fields.filter(({ kind }) => kind === 'address').map(({ id: field }) => [id, field] as const),
);
const findings = (printed: string) =>
  (JSON.parse(printed) as Report).steps
    .filter(({ code }) => code !== null)
    .map(({ id, code, outcome, subject, facts }) => ({ id, code, outcome, subject, facts }));

describe.each(rows)('%s %s', (id, field) => {
  const inner = 'https://real.maple.example/path?key=hidden-1';

  it('ends at a guard’s link, with nothing asked and nothing sent', async () => {
    for (const { product, make } of guardForms) {
      const { status, printed, asked } = await run(id, { [field]: make(inner) }, '--json');
      expect(status).toBe(1);
      expect(asked).toEqual([]);
      expect(findings(printed)).toEqual([
        {
          id: 'fields',
          code: 'field-invalid',
          outcome: 'failed',
          subject: field,
          facts: { field, problem: 'guard-link', other: product, to: 'https://real.maple.example' },
        },
      ]);
      // The rest of the address might contain a secret.
      expect(printed).not.toContain('hidden-1');
    }
    for (const [product, link] of closedLinks) {
      const { status, printed, asked } = await run(id, { [field]: link }, '--json');
      expect([status, asked]).toEqual([1, []]);
      expect(findings(printed)).toMatchObject([
        { code: 'field-invalid', facts: { field, problem: 'guard-link-closed', other: product } },
      ]);
    }
  });

  it('says why, in either language', async () => {
    const link = guardForms[0]?.make(inner) ?? '';
    const english = await run(id, { [field]: link });
    expect(english.printed).toContain(
      'a link made by Microsoft Safe Links that leads to https://real.maple.example',
    );
    expect(english.printed).toContain('Nothing was sent.');
    const french = await run(id, { [field]: link }, '--lang', 'fr');
    expect(french.printed).toContain(
      'un lien créé par Microsoft Safe Links qui mène à https://real.maple.example',
    );
    expect(french.printed).toContain('Rien n’a été envoyé.');
    const closed = await run(id, { [field]: closedLinks[0]?.[1] ?? '' }, '--lang', 'fr');
    expect(closed.printed).toContain('Ce lien ne montre pas où il mène');
    for (const { printed } of [english, french, closed]) expect(printed).not.toMatch(/\{\{|…/);
  });

  it('goes on with another address inside only where the address is kept whole', async () => {
    const own = goodValues[id][field];
    const { status, printed, asked } = await run(
      id,
      { [field]: `${own}?resource=https://api.other.example` },
      '--json',
    );
    const isCut = systems[id].fields.find((one) => one.id === field)?.beginningOnly === true;
    expect(status).toBe(1);
    if (isCut) {
      expect(asked).toEqual([]);
      expect(findings(printed)).toMatchObject([
        {
          code: 'field-invalid',
          facts: { field, problem: 'address-within', to: 'https://api.other.example' },
        },
      ]);
    } else {
      // The names do not exist: questions that the form would ask do not block here and are not findings.
      expect(asked).not.toEqual([]);
      expect(findings(printed).every(({ code }) => code !== 'field-invalid')).toBe(true);
    }
  });
});

it('says of an application ID that names another proxy which one it is', async () => {
  const applicationId = 'https://elsewhere.example/bWFwbGU%3D/ims/oneroster/v1p1/orgs';
  const { status, printed, asked } = await run('classlink-proxy', { applicationId });
  expect([status, asked]).toEqual([1, []]);
  expect(printed).toContain('a different proxy, https://elsewhere.example, from the one used here');
});

it('does not stumble over a field that is not used', async () => {
  const link = guardForms[0]?.make('https://auth.maple.example/token') ?? '';
  const { printed, asked } = await run('oneroster', { signIn: 'oauth1', tokenUrl: link }, '--json');
  expect(findings(printed).map(({ code }) => code)).not.toContain('field-invalid');
  expect(asked.join()).not.toContain('outlook');
});

it.each([
  ['en', 'only https://sis.maple.example is used; “/swagger/index.html” is left out.'],
  [
    'fr',
    'seule l’adresse https://sis.maple.example est utilisée; «\u00a0/swagger/index.html\u00a0» est laissé de côté.',
  ],
])('says in %s what of an address is left out', async (language, sentence) => {
  const serverUrl = 'https://sis.maple.example/swagger/index.html';
  const { printed } = await run('powerschool', { serverUrl }, '--lang', language);
  expect(printed).toContain(sentence);
});

it('prints nothing of a query or a fragment that is left out', async () => {
  for (const tail of [
    `?cert=${CANARY}`,
    `/docs?token=${CANARY}#x`,
    `/ims/oneroster/v1p1?access_token=${CANARY}`,
  ]) {
    const { printed } = await run('aeries-oneroster', {
      aeriesUrl: `https://sis.maple.example/aeries${tail}`,
    });
    expect(printed).not.toContain(CANARY);
  }
});
