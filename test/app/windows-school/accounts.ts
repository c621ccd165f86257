import { chownSync, mkdirSync } from 'node:fs';
import type { Started } from '../../support/server-processes';
import { waitFor } from '../../support/wait-for';
import type { Premises } from './premises';

/** Reads Samba's own counter. */
const COUNT_WRONG_PASSWORDS = `
import sys
from samba.samba3 import param, passdb
settings = param.get_context()
settings.load(sys.argv[1])
print(passdb.PDB(settings.get('passdb backend')).getsampwnam(sys.argv[2]).bad_password_count)
`;
const folders = ['private', 'state', 'cache', 'lock', 'pid', 'ncalrpc'] as const;

export interface Accounts {
  readonly server: Started;
  /** Squid's lines that verify NTLM. */
  readonly squid: readonly string[];
  wrongPasswords(): number;
}

/**
 * Samba's winbind, which verifies NTLMv2 for one person, `SCHOOL\jdoe`. (Squid's own helper for tests sends a challenge
 * that Chromium rightly refuses to answer.)
 * @param group squid's
 */
export async function startAccounts(
  { network, place, run }: Premises,
  password: string,
  group: number,
): Promise<Accounts> {
  const settings = place('smb.conf');
  for (const name of folders) mkdirSync(place(`samba-${name}`), { mode: 0o755 });
  network.writeFile(
    'smb.conf',
    `[global]
workgroup = SCHOOL
netbios name = SCHOOL
server role = standalone server
ntlm auth = ntlmv2-only
interfaces = lo
bind interfaces only = yes
rpc start on demand helpers = no
private dir = ${place('samba-private')}
state directory = ${place('samba-state')}
cache directory = ${place('samba-cache')}
lock directory = ${place('samba-lock')}
pid directory = ${place('samba-pid')}
ncalrpc dir = ${place('samba-ncalrpc')}
log file = ${place('samba-log')}
`,
  );
  run('smbpasswd', ['-c', settings, '-s', '-a', 'jdoe'], `${password}\n${password}\n`);
  // Without a limit, wrong passwords are not counted.
  run('net', ['-s', settings, 'sam', 'policy', 'set', 'bad lockout attempt', '10']);
  const server = network.start('winbindd', ['-F', '--no-process-group', '-s', settings, '--debug-stdout']);
  await waitFor('winbind to answer', () => {
    if (server.hasEnded()) throw new Error(`no winbind: ${server.said()}`);
    try {
      run('wbinfo', ['--ping']);
      return true;
    } catch {
      return undefined;
    }
  });
  chownSync(place('samba-state/winbindd_privileged'), 0, group);
  const helper = `/usr/bin/ntlm_auth --helper-protocol=squid-2.5-ntlmssp --configfile=${settings}`;
  return {
    server,
    // Each handshake keeps one to itself.
    squid: [`auth_param ntlm program ${helper}`, 'auth_param ntlm children 10 startup=1'],
    wrongPasswords: () => Number(run('/usr/bin/python3', ['-c', COUNT_WRONG_PASSWORDS, settings, 'jdoe'])),
  };
}
