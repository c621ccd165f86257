import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Trust } from '../../../electron/http/trust';
import { isNewer, signedBytes } from '../../../electron/update-notice/feed';
import { type KeptNotice, UpdateNotices } from '../../../electron/update-notice/update-notices';
import { type RunningHttps, startHttps } from '../../servers/raw-servers';
import { makeAuthority } from '../../support/certificates';
import { testNames } from '../../support/checked';

/* A feed that says more, less or something else than the project signed is no news; nor is one that is gone. */

const HOUR_MS = 60 * 60 * 1000;
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const { privateKey: foreignKey } = generateKeyPairSync('ed25519');

const base = {
  version: '0.2.0',
  issued: '2026-11-30T12:00:00.000Z',
  text: { en: 'Newer.', fr: 'Plus récente.' },
};
const signed = (notice: unknown, key: KeyObject = privateKey): string => {
  const text = typeof notice === 'string' ? notice : JSON.stringify(notice);
  return JSON.stringify({ notice: text, signature: sign(null, signedBytes(text), key).toString('base64') });
};
const json = (text: string) => (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(text);

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Awaited<ReturnType<typeof authority.leaf>>;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf({ names: ['127.0.0.1'] });
});

let answer: (response: ServerResponse) => void;
let feed: RunningHttps;
let kept: KeptNotice | null;
let time: number;
let waitMs: number;
let trusted: readonly string[];
beforeEach(async () => {
  kept = null;
  time = Date.parse('2026-12-01T08:00:00.000Z');
  trusted = [authority.root.pem];
  waitMs = 10_000;
  answer = json(signed(base));
  feed = await startHttps(
    { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` },
    (_request, response) => answer(response),
  );
});
afterEach(() => feed.stop());

const notices = (
  change: { readonly address?: string; readonly version?: string; readonly key?: null } = {},
) =>
  new UpdateNotices({
    address: change.address ?? `${feed.origin}/notice.json`,
    publicKey:
      change.key === null ? null : publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    network: async () => ({
      resolveProxy: async () => 'DIRECT',
      lookUp: testNames,
      trust: new Trust(trusted),
      now: () => time,
    }),
    version: change.version ?? '0.1.0',
    now: () => new Date(time),
    kept: () => kept,
    keep: (next) => {
      kept = next;
    },
    waitMs,
  });

describe('a notice', () => {
  it('that is signed and of a newer version is shown, and sends nothing but the question', async () => {
    expect(await notices().current()).toEqual(base);
    expect(feed.requests).toHaveLength(1);
    expect(await notices({ version: '0.2.0' }).current(), 'of this version').toBeNull();
    expect(await notices({ version: '0.10.0' }).current(), 'of an older version').toBeNull();
  });

  it('is asked for by nobody before there is a key', async () => {
    expect(await notices({ key: null }).current()).toBeNull();
    expect(feed.connections()).toBe(0);
    expect(kept).toBeNull();
  });

  it('is asked for once a day, also after a restart, by several at once, or if nothing came', async () => {
    const one = notices();
    await Promise.all([one.current(), one.current()]);
    answer = (response) => void response.writeHead(500).end();
    time += 23 * HOUR_MS;
    expect(await notices().current()).toEqual(base);
    expect(feed.requests).toHaveLength(1);
    time += 2 * HOUR_MS;
    expect(await notices().current(), 'the last good one is still true').toEqual(base);
    expect(await notices().current()).toEqual(base);
    expect(feed.requests).toHaveLength(2);
    // The clock was a year ahead.
    time -= 365 * 24 * HOUR_MS;
    await notices().current();
    expect(feed.requests).toHaveLength(3);
  });

  it('never gives way to an older one that is played again', async () => {
    const newer = { ...base, version: '0.3.0', issued: '2026-12-02T12:00:00.000Z' };
    answer = json(signed(newer));
    expect(await notices().current()).toEqual(newer);
    answer = json(signed(base));
    time += 25 * HOUR_MS;
    expect(await notices().current()).toEqual(newer);
    expect(feed.requests).toHaveLength(2);
  });
});

const swapped = { ...JSON.parse(signed(base)), notice: JSON.stringify({ ...base, version: '9.0.0' }) };
const plain = JSON.stringify(base);

/** Not waited for. */
const SLOW = ['it never ends', 'it says nothing'] as const;

describe('a feed is no news when', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['another key signed it', json(signed(base, foreignKey))],
    ['the notice is not the one that was signed', json(JSON.stringify(swapped))],
    ['it is not signed', json(plain)],
    ['its signature is empty', json(JSON.stringify({ notice: plain, signature: '' }))],
    [
      'it was signed for another purpose',
      json(
        JSON.stringify({
          notice: plain,
          signature: sign(null, Buffer.from(plain), privateKey).toString('base64'),
        }),
      ),
    ],
    [
      'it says more than was agreed',
      json(JSON.stringify({ ...JSON.parse(signed(base)), url: 'https://evil.example' })),
    ],
    ['the notice names an address', json(signed({ ...base, url: 'https://evil.example' }))],
    ['the version is none', json(signed({ ...base, version: '1.0' }))],
    ['the text has a control character', json(signed({ ...base, text: { en: 'Newer\u001b[2J' } }))],
    ['the text turns the order of words', json(signed({ ...base, text: { en: 'Newer \u202eexe' } }))],
    ['the text is endless', json(signed({ ...base, text: { en: 'x'.repeat(301) } }))],
    ['there is no text', json(signed({ ...base, text: {} }))],
    ['it is not JSON', json('{')],
    ['it is huge', json(`${signed(base)}${' '.repeat(20_000)}`)],
    [SLOW[0], (response) => void response.writeHead(200).write(signed(base))],
    [SLOW[1], () => undefined],
    [
      'it leads elsewhere',
      (response) => void response.writeHead(302, { location: `${feed.origin}/other` }).end(),
    ],
    ['it is a web page', (response) => void response.writeHead(200).end('<!doctype html><p>Blocked</p>')],
    ['it is not found', (response) => void response.writeHead(404).end(signed(base))],
    ['it hangs up', (response) => void response.destroy()],
  ])('%s', async (what, says) => {
    answer = says;
    if (SLOW.some((slow) => slow === what)) waitMs = 1_500;
    expect(await notices().current()).toBeNull();
    expect(feed.requests).toHaveLength(1);
    expect(kept).toEqual({ askedAt: new Date(time).toISOString(), notice: null });
  });

  it('its certificate does not verify, and it is not asked', async () => {
    trusted = [];
    expect(await notices().current()).toBeNull();
    expect(feed.requests).toEqual([]);
  });

  it.each(['http://127.0.0.1/notice.json', 'file:///etc/passwd', 'notice.json', ''])(
    'its address is %s',
    async (address) => expect(await notices({ address }).current()).toBeNull(),
  );

  it('its server is gone', async () => {
    const address = `${feed.origin}/notice.json`;
    await feed.stop();
    expect(await notices({ address }).current()).toBeNull();
    feed = await startHttps({ key: leaf.key, cert: leaf.pem }, () => undefined);
  });
});

it.each([
  ['0.2.0', '0.1.9', true],
  ['0.10.0', '0.9.9', true],
  ['1.0.0', '0.99.99', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.1.1', false],
])('%s is newer than %s: %s', (one, other, newer) => expect(isNewer(one, other)).toBe(newer));
