import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ordinaryUser } from '../../support/desktop-user';

/*
 * A network namespace of Linux without any way out, in which every packet that would leave the computer is written
 * down. Root makes it directly, anybody else by a user namespace.
 */

const root = resolve(import.meta.dirname, '../../..');

/** A public name server that offers encrypted DNS: Chromium would change over to that by itself. */
export const NAME_SERVER = '8.8.8.8';
/** The address of this computer in its network. */
const OWN_ADDRESS = '10.78.0.1';
export const PROXY = `${OWN_ADDRESS}:3128`;

/**
 * All addresses there are lead back to this computer, where servers of ours answer. The interface beside loopback is
 * there because programs look for one before they take a network to be there. Name service daemons of the computer
 * itself are hidden: they would look names up outside.
 */
const SET_UP = `
set -e
ip link set lo up
ip link add school0 type veth peer name school1
ip address add ${OWN_ADDRESS}/24 dev school0
ip address add ${NAME_SERVER}/32 dev school0
ip address add 2001:db8::1/64 dev school0 nodad
ip link set school0 up
ip link set school1 up
ip route add local default dev lo
ip -6 route add local default dev lo
mount --bind "$1/resolv.conf" /etc/resolv.conf
mount --bind "$1/nsswitch.conf" /etc/nsswitch.conf
for daemon in /run/nscd /run/systemd/resolve; do
  if [ -d "$daemon" ]; then mount -t tmpfs none "$daemon"; fi
done
setpriv --pdeathsig KILL -- python3 "$2" "$1/packets" &
folder=$1; shift 2
until [ -s "$folder/packets" ]; do sleep 0.05; done
`;

/** An ordinary user's servers could not listen on 53 and 443 otherwise, and Chromium's sandbox works for no root. */
const AS_ONESELF = `
echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start
exec unshare --user --map-user="$uid" --map-group="$gid" -- "$@"
`;

export interface Recorded {
  readonly status: number | null;
  /** What the program said on standard output and standard error. */
  readonly said: string;
  readonly folder: string;
}

/** Why no such network can be made here; null when one can. */
export async function whyNoNetwork(): Promise<string | null> {
  if (process.platform !== 'linux') return 'not for this OS';
  const { status, said } = await inWatchedNetwork(['true'], () => undefined);
  return status === 0 ? null : `no network namespace could be made: ${said.trim()}`;
}

/**
 * Runs a program in such a network to its end.
 * @param read is called before the folder with the record, `packets`, is removed
 */
export async function inWatchedNetwork(
  program: readonly string[],
  read: (folder: string) => void,
): Promise<Recorded> {
  const folder = mkdtempSync('/tmp/silence-');
  try {
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'resolv.conf'), `nameserver ${NAME_SERVER}\n`, { mode: 0o644 });
    writeFileSync(join(folder, 'nsswitch.conf'), 'passwd: files\ngroup: files\nhosts: files dns\n', {
      mode: 0o644,
    });
    const isRoot = process.getuid?.() === 0;
    const { uid, gid } = ordinaryUser();
    const alone = [...(isRoot ? [] : ['--user', '--map-root-user']), '--net', '--mount'];
    const script = SET_UP + (isRoot ? 'exec "$@"' : AS_ONESELF);
    const recorder = join(import.meta.dirname, 'record-packets.py');
    const child = spawn(
      'setpriv',
      [
        ...['--pdeathsig', 'TERM', '--', 'unshare', ...alone, '--propagation', 'private', '--'],
        ...['sh', '-c', script, 'sh', folder, recorder, ...program],
      ],
      {
        cwd: root,
        env: { ...process.env, uid: String(uid), gid: String(gid), SILENCE_FOLDER: folder },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part) => {
        said += part;
      });
    }
    const status = await new Promise<number | null>((done, fail) => {
      child.once('error', fail).once('exit', done);
    });
    read(folder);
    return { status, said, folder };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The record so far, line by line. */
export const packetsIn = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'packets'), 'utf8').split('\n').slice(1, -1);
