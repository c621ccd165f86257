import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';
import { powerschool } from './connections';
import type { Expected, WorldName } from './fault';
import { answer } from './nginx';
import type { OddBehaviour, OddSite } from './odd-server';
import { addSites, failing, type SiteRow } from './rows';
import { startOpenssl } from './tls-servers';
import type { Workshop } from './workshop';

/* Answers that no program should accept, and answers that never end or stop halfway. */

const METADATA = '/ws/v1/metadata';

export async function bodyFaults(shop: Workshop): Promise<void> {
  await addSites(shop, bodyRows(shop));
  await stoppedServers(shop);
  await oddServers(shop);
}

const MIB = 1024 * 1024;

/** Bodies and headers that no program should accept. */
function bodyRows(shop: Workshop): readonly SiteRow[] {
  const file = (name: string, content: string | Buffer, more = '') => {
    const path = shop.network.writeFile(`bodies/${name}`, content);
    return `default_type application/json; ${more} alias ${path};`;
  };
  const body = (id: string, what: string, location: string, code: FindingCode, facts?: Facts): SiteRow => ({
    id,
    what,
    expected: failing('reach', code, facts),
    locations: { [METADATA]: location },
  });
  const zeros = gzipSync(Buffer.from(`{"metadata":"${' '.repeat(64 * MIB)}"}`));
  const flood = Array.from({ length: 20 }, (_, at) => `add_header X-Flood-${at} ${'f'.repeat(2000)};`).join(
    ' ',
  );
  const gzip = 'add_header Content-Encoding gzip;';
  return [
    body(
      'oversized',
      'an answer of 3 MiB',
      file('3mib', `{"metadata":"${'x'.repeat(3 * MIB)}"}`),
      'answer-too-large',
      {
        part: 'body',
      },
    ),
    body('inflating', '64 KiB that become 64 MiB', file('zeros', zeros, gzip), 'answer-too-large', {
      part: 'body',
    }),
    body(
      'not-gzip',
      'said to be gzip, is not',
      file('no-gzip', '{"metadata":{}}', gzip),
      'unexpected-answer',
    ),
    body('header-flood', '40 KiB of headers', `${flood} ${answer(200, {})}`, 'answer-too-large', {
      part: 'headers',
    }),
    body(
      'latin1',
      'not UTF-8',
      file('latin1', Buffer.from('{"metadata":"\xc9cole"}', 'latin1')),
      'unexpected-answer',
      {
        problem: 'not-utf-8',
      },
    ),
    body('deep', 'JSON 5000 deep', file('deep', '['.repeat(5000) + ']'.repeat(5000)), 'unexpected-answer', {
      problem: 'too-deep',
    }),
    body('half-json', 'half a JSON', file('half', '{"metadata":{"power'), 'unexpected-answer'),
    body('empty-body', 'an empty answer', 'default_type application/json; return 200;', 'unexpected-answer'),
    body('hangs-up', 'closes without an answer', 'return 444;', 'connection-reset'),
    {
      id: 'slow-body',
      what: 'a few bytes of the body a second',
      expected: failing('reach', 'timed-out'),
      locations: {
        [METADATA]: file(
          'slow',
          `{"metadata":{"powerschool_version":"23.7.2.0","x":"${'x'.repeat(4000)}"}}`,
          'limit_rate 20;',
        ),
      },
      world: 'waiting',
    },
  ];
}

/** A server that is reachable but frozen: a real one, stopped. */
async function stoppedServers(shop: Workshop): Promise<void> {
  const host = shop.name('frozen');
  const server = await startOpenssl(shop.network, shop.addressOf(host), await shop.goodPapers(host), [
    '-www',
  ]);
  server.freeze();
  shop.add({
    id: 'frozen',
    what: 'connects, then never a word',
    by: 'openssl s_server, stopped',
    world: 'waiting',
    connection: powerschool(`https://${host}`),
    expected: failing('secure-connection', 'timed-out'),
  });
  const mute = shop.name('mute');
  await startOpenssl(shop.network, shop.addressOf(mute), await shop.goodPapers(mute), []);
  shop.add({
    id: 'mute',
    what: 'TLS, then never a word',
    by: 'openssl s_server',
    world: 'waiting',
    connection: powerschool(`https://${mute}`),
    expected: failing('reach', 'timed-out'),
  });
}

async function oddServers(shop: Workshop): Promise<void> {
  const rows: readonly (readonly [OddBehaviour, string, Expected, WorldName])[] = [
    ['drips-headers', 'headers without end, slowly', failing('reach', 'timed-out'), 'waiting'],
    ['stalls-in-body', 'stops halfway through the body', failing('reach', 'timed-out'), 'waiting'],
    ['cuts-body', 'hangs up halfway through the body', failing('reach', 'connection-reset'), 'plain'],
    ['cuts-chunks', 'hangs up between two chunks', failing('reach', 'connection-reset'), 'plain'],
    [
      'hangs-up-in-handshake',
      'hangs up in the TLS handshake',
      failing('secure-connection', 'connection-reset'),
      'plain',
    ],
  ];
  const sites: OddSite[] = [];
  for (const [does, what, expected, world] of rows) {
    const host = shop.name(does);
    const address = shop.addressOf(host);
    sites.push({ address, does, ...(await shop.goodPapers(host)) });
    shop.add({ id: does, what, by: 'own', world, connection: powerschool(`https://${host}`), expected });
  }
  const program = resolve(import.meta.dirname, 'odd-server.ts');
  const server = shop.network.start(process.execPath, [program, JSON.stringify(sites)]);
  for (const { address } of sites) await shop.network.listening(address, 443, server);
}
