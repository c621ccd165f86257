import { DOMAIN, NAME_SERVER, type SchoolNetwork } from './school-network';

/** A name the name server refuses, like one that does not serve this network. */
export const REFUSED_NAME = 'sis.elsewhere.example';

/** Starts dnsmasq: it knows these names, denies all others in the domain, and refuses everything else. */
export async function startNameServer(
  network: SchoolNetwork,
  names: ReadonlyMap<string, readonly string[]>,
  address = NAME_SERVER,
): Promise<void> {
  const records = [...names].flatMap(([host, addresses]) =>
    addresses.map((address) => `host-record=${host},${address}`),
  );
  const config = network.writeFile(
    `dnsmasq-${address}.conf`,
    [
      `listen-address=${address}`,
      'bind-interfaces',
      'no-resolv',
      'no-hosts',
      'user=root',
      'pid-file=',
      `local=/${DOMAIN}/`,
      ...records,
      '',
    ].join('\n'),
  );
  const server = network.start('dnsmasq', ['--keep-in-foreground', `--conf-file=${config}`]);
  await network.listening(address, 53, server);
}
