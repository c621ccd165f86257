import { classlinkDirect, powerschool } from './connections';
import type { Expected, WorldName } from './fault';
import { REFUSED_NAME } from './name-server';
import { answer } from './nginx';
import { failing } from './rows';
import { SILENT_NAME_SERVER } from './school-network';
import type { Workshop } from './workshop';

/* Names, routes, firewalls and clocks. The firewall is the kernel's, configured by nft; routes by ip. */

export async function networkFaults(shop: Workshop): Promise<void> {
  const { network } = shop;
  const row = (
    id: string,
    what: string,
    by: string,
    expected: Expected,
    { url = `https://${id}.school.test`, world = 'plain' }: { url?: string; world?: WorldName } = {},
  ) => shop.add({ id, what, by, world, connection: powerschool(url), expected });

  row('no-such-name', 'a name that does not exist', 'dnsmasq', failing('name-lookup', 'name-not-found'));
  row(
    'name-refused',
    'name server refuses to answer',
    'dnsmasq',
    failing('name-lookup', 'name-lookup-unavailable'),
    {
      url: `https://${REFUSED_NAME}`,
    },
  );
  row(
    'silent-name-server',
    'name server never answers',
    'nft',
    failing('name-lookup', 'name-lookup-unavailable'),
    {
      world: 'silent-name-server',
    },
  );
  row('offline', 'no network: by name', 'ip', failing('name-lookup', 'offline'), { world: 'offline' });
  row('offline-by-number', 'no network: by address', 'ip', failing('connect', 'offline'), {
    url: 'https://10.77.9.9',
    world: 'offline',
  });
  shop.name('closed-port');
  row('closed-port', 'nothing listens', 'nobody', failing('connect', 'connection-refused'));

  const fenced = async (
    id: string,
    what: string,
    expected: Expected,
    rule: string,
    world: WorldName = 'plain',
  ) => {
    const origin = await shop.site(id);
    shop.firewall.push(`ip daddr ${shop.addressOf(new URL(origin).hostname)} ${rule}`);
    row(id, what, 'nft', expected, { world });
  };
  const dataTo443 = 'tcp dport 443 tcp flags & psh == psh';
  await fenced(
    'firewall-drops',
    'firewall drops the connection',
    failing('connect', 'connection-timeout'),
    'tcp dport 443 drop',
    'waiting',
  );
  await fenced(
    'firewall-rejects',
    'firewall answers “closed”',
    failing('connect', 'connection-refused'),
    'tcp dport 443 reject with tcp reset',
  );
  await fenced(
    'firewall-forbids',
    'firewall answers “forbidden” (ICMP)',
    failing('connect', 'host-unreachable'),
    'tcp dport 443 reject with icmp type admin-prohibited',
  );
  await fenced(
    'firewall-resets',
    'firewall resets at the first TLS message',
    failing('secure-connection', 'connection-reset'),
    `${dataTo443} reject with tcp reset`,
  );
  await fenced(
    'firewall-swallows',
    'firewall swallows the TLS messages',
    failing('secure-connection', 'timed-out'),
    `${dataTo443} drop`,
    'waiting',
  );
  for (const [kind, address, code] of [
    ['unreachable', '10.79.0.1', 'host-unreachable'],
    ['prohibit', '10.79.0.2', 'blocked-by-policy'],
  ] as const) {
    await network.run('ip', ['route', 'add', kind, address]);
    row(`route-${kind}`, `route says “${kind}”`, 'ip', failing('connect', code), {
      url: `https://${address}`,
    });
  }
  shop.name('only-ipv6', ['2001:db8::5']);
  row(
    'only-ipv6',
    'only an IPv6 address, and no IPv6 here',
    'dnsmasq',
    failing('connect', 'host-unreachable'),
  );
  const alive = network.address();
  const host = shop.name('one-dead-address', ['10.79.0.1', alive]);
  await shop.site('one-dead-address', { host, address: alive });
  row('one-dead-address', 'two addresses, the first one dead', 'ip, nginx', 'all passed');
  await clockFaults(shop);
}

/** This computer's clock, shifted by faketime for the whole app. */
async function clockFaults(shop: Workshop): Promise<void> {
  const row = { by: 'faketime, nginx' };
  const origin = await shop.site('clock');
  const connection = powerschool(origin);
  shop.add({
    ...row,
    id: 'clock-far-ahead',
    what: 'this computer’s clock 400 days ahead',
    world: 'clock-far-ahead',
    connection,
    expected: failing('secure-connection', 'tls-expired'),
  });
  shop.add({
    ...row,
    id: 'clock-far-behind',
    what: 'this computer’s clock 400 days behind',
    world: 'clock-far-behind',
    connection,
    expected: failing('secure-connection', 'tls-not-yet-valid'),
  });
  shop.add({
    ...row,
    id: 'clock-ahead',
    what: 'this computer’s clock two hours ahead',
    world: 'clock-ahead',
    connection,
    expected: { step: 'clock', code: 'clock-skew', outcome: 'warning', facts: { ahead: true } },
  });
  const roster = '/ims/oneroster/v1p1/orgs';
  const refusing = await shop.site('clock-signature', { locations: { [roster]: answer(401, {}) } });
  shop.add({
    ...row,
    id: 'clock-signature',
    what: 'ClassLink: 401, this computer’s clock ahead',
    world: 'clock-ahead',
    connection: classlinkDirect(refusing),
    expected: { step: 'sign-in', code: 'clock-skew', facts: { ahead: true } },
  });
}

/** Starts the firewall with the rules that all tables requested. */
export async function startFirewall({ network, firewall }: Workshop): Promise<void> {
  await network.run('nft', ['-f', '-'], firewallText(firewall));
}

const firewallText = (incoming: readonly string[]): string => `
table ip school {
  chain incoming {
    type filter hook input priority 0; policy accept;
    ip daddr ${SILENT_NAME_SERVER} udp dport 53 drop
    ${incoming.join('\n    ')}
  }
}
`;
