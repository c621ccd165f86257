import { chmodSync } from 'node:fs';
import type { Started } from '../../support/server-processes';
import { movedClock } from '../faults/school-network';
import type { Premises } from './premises';

const REALM = 'SCHOOL.TEST';
const PORT = 8088;

export interface Domain {
  stop(): Promise<void>;
  /** Further than Kerberos allows. */
  moveClock(): Promise<void>;
  /** Squid's lines that accept its tickets. */
  readonly squid: readonly string[];
}

/** A Kerberos realm with one person, `jdoe`, and an HTTP service for each of these names. */
export async function startDomain(
  { network, place, run }: Premises,
  password: string,
  services: readonly string[],
): Promise<Domain> {
  const address = network.address();
  network.writeFile(
    'krb5.conf',
    `[libdefaults]
default_realm = ${REALM}
dns_lookup_kdc = false
dns_lookup_realm = false
dns_canonicalize_hostname = false
rdns = false
udp_preference_limit = 1
[realms]
${REALM} = {
  kdc = ${address}:${PORT}
}
[domain_realm]
.school.test = ${REALM}
`,
  );
  network.writeFile(
    'kdc.conf',
    `[kdcdefaults]
kdc_listen = ${address}:${PORT}
kdc_tcp_listen = ${address}:${PORT}
[realms]
${REALM} = {
  database_name = ${place('principals')}
  key_stash_file = ${place('stash')}
  acl_file = ${place('acl')}
}
`,
  );
  run('kdb5_util', ['create', '-s', '-r', REALM, '-P', 'throwaway']);
  const keytab = place('proxy.keytab');
  const commands = services.flatMap((name) => [
    `addprinc -randkey HTTP/${name}`,
    `ktadd -k ${keytab} HTTP/${name}`,
  ]);
  run('kadmin.local', [], [`addprinc -pw ${password} jdoe`, ...commands, ''].join('\n'));
  // Squid reads it without being root.
  chmodSync(keytab, 0o644);
  const start = async (before: readonly string[]): Promise<Started> => {
    const started = network.start('env', [...before, 'krb5kdc', '-n']);
    await network.listening(address, PORT, started);
    return started;
  };
  let server = await start([]);
  const helper = `/usr/lib/squid/negotiate_kerberos_auth -k ${keytab} -s GSS_C_NO_NAME`;
  return {
    stop: () => server.end(),
    moveClock: async () => {
      await server.end();
      server = await start(movedClock('+20m'));
    },
    squid: [`auth_param negotiate program ${helper}`, 'auth_param negotiate children 4 startup=1'],
  };
}
