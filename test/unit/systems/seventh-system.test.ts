import { ok } from '@contract/result';
import { fieldNotes } from '@systems/field-notes';
import { findingWords } from '@systems/finding-words';
import { readReply } from '@systems/read-reply';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCheck } from '../../../electron/check/run-check';
import { Trust } from '../../../electron/http/trust';
import { listenForRedirect } from '../../../electron/sign-in/loopback-redirect';
import { seventhSystem } from '../../fakes/seventh-system';
import { type RunningHttps, startHttps } from '../../servers/raw-servers';
import { type Issued, makeAuthority } from '../../support/certificates';
import { ran } from '../../support/checked';

/* A seventh system is one description; everything else works with it unchanged. */

const KEY = 'key-of-the-seventh';
let server: RunningHttps;
let status = 200;
let root: string;

beforeAll(async () => {
  const authority = await makeAuthority();
  const leaf: Issued = await authority.leaf({ names: ['127.0.0.1'] });
  root = authority.root.pem;
  server = await startHttps(
    { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` },
    (request, response) => {
      const known = request.headers.authorization === `Bearer ${KEY}`;
      response.writeHead(known ? status : 401, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(
          known && status === 200
            ? [{ name: 'Building' }]
            : { message: 'You do not have permission to read this' },
        ),
      );
    },
  );
});
afterAll(() => server.stop());

async function checked(secret: string) {
  return runCheck(
    {
      id: null,
      system: seventhSystem,
      name: 'Seventh',
      environment: 'test',
      practice: false,
      values: { baseUrl: server.origin },
      siblings: [],
    },
    {
      secret: async () => ok(secret),
      sameSecretElsewhere: async () => null,
      network: {
        resolveProxy: async () => 'DIRECT',
        lookUp: () => Promise.reject(new Error('no name is looked up here')),
        trust: new Trust([]),
        now: Date.now,
      },
      now: Date.now,
      browser: null,
      listenForRedirect,
    },
    { probe: 'none', appVersion: '0.0.0-test', signal: new AbortController().signal, extraRoots: [root] },
  );
}

it('is checked from address to answer', async () => {
  const report = await checked(KEY);
  expect(report.outcome).toBe('passed');
  expect(ran(report).slice(-3)).toEqual([
    'sign-in ok passed',
    'permission/buildings ok passed',
    'data ok passed',
  ]);
  expect(server.requests.map(({ url }) => url)).toEqual(['/buildings?limit=1']);
});

it('has its refusals told in its own words', async () => {
  expect(ran(await checked('another')).at(-1)).toBe('sign-in token-rejected failed');
  status = 403;
  const step = (await checked(KEY)).steps.find(({ outcome }) => outcome === 'failed');
  expect(step?.code).toBe('permission-missing');
  if (step === undefined || step.code === null) throw new Error('nothing was refused');
  const words = findingWords(
    { code: step.code, subject: step.subject, facts: step.facts },
    seventhSystem,
    'en',
  );
  expect(words.todo).toBe('Tick Buildings (read) in Seventh.');
});

it('has its values noted and read out of a reply', () => {
  const [address] = seventhSystem.fields;
  expect(
    address === undefined ? [] : fieldNotes(address, 'http://x.example').map(({ code }) => code),
  ).toEqual(['insecure-address']);
  const { found } = readReply(seventhSystem, 'Base URL: https://x.example\nClé d’API : abc123');
  expect(found.map(({ field, value }) => [field, value])).toEqual([
    ['baseUrl', 'https://x.example'],
    ['key', 'abc123'],
  ]);
});
