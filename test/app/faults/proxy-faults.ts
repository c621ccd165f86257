import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';
import { powerschool } from './connections';
import type { Expected } from './fault';
import { filterFaults } from './filter-faults';
import { startSquid, startTinyproxy } from './proxies';
import { addRoute, type RouteWishes } from './routes';
import { failing } from './rows';
import { scriptFaults } from './script-faults';
import { startOpenssl } from './tls-servers';
import { strangersLeaf, type Workshop } from './workshop';

/* Proxies: open, closed, requiring a sign-in, gone, silent. */

export interface ProxyTown {
  /** The root that the content filter re-signs with, PEM. */
  readonly filterRoot: string;
  /** A proxy that lets everything through, `host:port`. */
  readonly open: string;
}

const at = (code: FindingCode, facts?: Facts): Expected => failing('connect', code, facts);

export async function proxyFaults(shop: Workshop): Promise<ProxyTown> {
  const { network } = shop;
  const row = (
    id: string,
    what: string,
    by: string,
    route: string,
    expected: Expected,
    wishes?: RouteWishes,
  ) => addRoute(shop, id, what, by, route, expected, wishes);

  const fromTiny = network.address();
  const fromSquid = network.address();
  const open = await startTinyproxy(network, 'tinyproxy-open', [`Bind ${fromTiny}`]);
  const locked = await startTinyproxy(network, 'tinyproxy-locked', ['BasicAuth reader secret']);
  const narrow = await startTinyproxy(network, 'tinyproxy-narrow', [], 8443);
  const frozen = await startTinyproxy(network, 'tinyproxy-frozen');
  frozen.server.freeze();
  const plain = `PROXY ${open.place}`;
  await row('tinyproxy', 'an open proxy', 'tinyproxy', plain, 'all passed', { only: fromTiny });
  await row(
    'tinyproxy-407',
    'proxy wants a sign-in',
    'tinyproxy',
    `PROXY ${locked.place}`,
    at('proxy-sign-in-required', { status: 407, problem: 'basic' }),
  );
  await row(
    'tinyproxy-403',
    'proxy allows no port 443',
    'tinyproxy',
    `PROXY ${narrow.place}`,
    at('proxy-refused', { status: 403 }),
  );
  await row(
    'tinyproxy-dead-origin',
    'behind the proxy nothing listens',
    'tinyproxy',
    plain,
    at('host-unreachable'),
  );
  await row(
    'proxy-hangs',
    'proxy connects, then never a word',
    'tinyproxy, stopped',
    `PROXY ${frozen.place}`,
    at('timed-out'),
  );

  const squid = await startSquid(network, 'squid-open', { lines: [`tcp_outgoing_address ${fromSquid}`] });
  const basic = await startSquid(network, 'squid-basic', authentication(shop, 'basic'));
  const negotiate = await startSquid(network, 'squid-negotiate', authentication(shop, 'negotiate'));
  const ntlm = await startSquid(network, 'squid-ntlm', authentication(shop, 'ntlm'));
  const closed = await startSquid(network, 'squid-closed', { access: ['http_access deny all'] });
  await row('squid', 'an open proxy', 'squid', `PROXY ${squid.place}`, 'all passed', { only: fromSquid });
  const wanted = (problem: string) => at('proxy-sign-in-required', { status: 407, problem });
  await row(
    'squid-407-basic',
    'proxy wants a sign-in: Basic',
    'squid',
    `PROXY ${basic.place}`,
    wanted('basic'),
  );
  await row(
    'squid-407-negotiate',
    'proxy wants a sign-in: Negotiate',
    'squid',
    `PROXY ${negotiate.place}`,
    wanted('negotiate'),
  );
  await row('squid-407-ntlm', 'proxy wants a sign-in: NTLM', 'squid', `PROXY ${ntlm.place}`, wanted('ntlm'));
  await row(
    'squid-403',
    'proxy refuses this host',
    'squid',
    `PROXY ${closed.place}`,
    at('proxy-refused', { status: 403 }),
  );
  await row(
    'squid-dead-origin',
    'behind the proxy nothing listens',
    'squid',
    `PROXY ${squid.place}`,
    at('host-unreachable'),
  );
  shop.routes.set('unknown-behind-proxy.school.test', `PROXY ${squid.place}`);
  shop.add({
    id: 'unknown-behind-proxy',
    what: 'the proxy does not find the name',
    by: 'squid, dnsmasq',
    world: 'script',
    connection: powerschool('https://unknown-behind-proxy.school.test'),
    expected: at('host-unreachable'),
  });

  const dead = `${network.address()}:3128`;
  await row(
    'dead-proxy',
    'no proxy there any more',
    'nobody',
    `PROXY ${dead}`,
    at('proxy-unreachable', { problem: 'connection-refused' }),
  );
  await row(
    'second-proxy',
    'first proxy dead, second good',
    'tinyproxy',
    `PROXY ${dead}; ${plain}`,
    'all passed',
    { only: fromTiny },
  );
  await row(
    'then-direct',
    'proxy dead, then the direct way',
    'nobody',
    `PROXY ${dead}; DIRECT`,
    'all passed',
  );
  await row('nameless-proxy', 'proxy’s name does not exist', 'dnsmasq', 'PROXY gone.school.test:3128', {
    step: 'name-lookup',
    code: 'proxy-unreachable',
    facts: { problem: 'name-not-found' },
  });
  await row('socks', 'a SOCKS proxy', 'nobody', 'SOCKS5 10.77.0.99:1080', {
    step: 'name-lookup',
    code: 'proxy-unreachable',
    facts: { problem: 'unsupported' },
  });
  const web = new URL(await shop.site('not-a-proxy')).hostname;
  await row(
    'web-server-as-proxy',
    'a web server in place of the proxy',
    'nginx',
    `PROXY ${shop.addressOf(web)}:443`,
    at('proxy-refused'),
  );
  const box = shop.name('tls-box');
  await startOpenssl(network, shop.addressOf(box), await shop.goodPapers(box), ['-rev']);
  await row(
    'tls-as-proxy',
    'a TLS port in place of the proxy',
    'openssl s_server',
    `PROXY ${box}:443`,
    at('proxy-unreachable'),
  );

  const secure = shop.name('secure-proxy');
  const secureSquid = await startSquid(network, 'squid-tls', {
    tls: await shop.goodPapers(secure),
    lines: [`tcp_outgoing_address ${fromSquid}`],
  });
  shop.names.set(secure, [secureSquid.place.split(':')[0] ?? '']);
  await row('https-proxy', 'a proxy spoken to over TLS', 'squid', `HTTPS ${secure}:3128`, 'all passed', {
    only: fromSquid,
  });
  const shady = shop.name('shady-proxy');
  const stranger = await strangersLeaf(shady, 'CN=Some Root');
  const shadySquid = await startSquid(network, 'squid-shady', { tls: shop.papers(shady, stranger.leaf, []) });
  shop.names.set(shady, [shadySquid.place.split(':')[0] ?? '']);
  await row(
    'untrusted-proxy',
    'TLS proxy of an unknown root',
    'squid',
    `HTTPS ${shady}:3128`,
    at('proxy-unreachable', { problem: 'tls-incomplete-chain' }),
  );

  const filterRoot = await filterFaults(shop);
  await row('one-proxy', 'one proxy, and no other way out', 'tinyproxy', plain, 'all passed', {
    world: 'one-proxy',
    only: fromTiny,
  });
  await scriptFaults(shop, frozen.place);
  return { filterRoot, open: open.place };
}

function authentication(shop: Workshop, scheme: 'basic' | 'negotiate' | 'ntlm') {
  const passwords = shop.network.writeFile('passwords', 'reader:$apr1$x$unused\n');
  const program = {
    basic: `/usr/lib/squid/basic_ncsa_auth ${passwords}`,
    negotiate: '/usr/lib/squid/negotiate_kerberos_auth',
    ntlm: '/usr/lib/squid/ntlm_fake_auth',
  };
  return {
    lines: [`auth_param ${scheme} program ${program[scheme]}`, `auth_param ${scheme} children 1`],
    access: ['acl known proxy_auth REQUIRED', 'http_access allow known', 'http_access deny all'],
  };
}
