import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandAs, ordinaryUser } from '../../support/desktop-user';

/*
 * A Linux network namespace with no way out, which records every packet that would leave the computer. Root creates it
 * directly, other users through a user namespace.
 */

const root = resolve(import.meta.dirname, '../../..');

/** A public name server with encrypted DNS, which Chromium would switch to by itself. */
export const NAME_SERVER = '8.8.8.8';
/** This computer's address in its network. */
const OWN_ADDRESS = '10.78.0.1';
export const PROXY = `${OWN_ADDRESS}:3128`;

/**
 * Routes all addresses back to this computer, where our servers answer. The extra interface exists because programs
 * look for a non-loopback one before they assume a network. The computer's own name service daemons are hidden, because
 * they would look names up outside.
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

const AS_ROOT = 'exec "$@"';
/** Lets non-root servers listen on 53 and 443, because the window does not open as root. */
const AS_ONESELF = `
echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start
exec unshare --user --map-user="$uid" --map-group="$gid" -- "$@"
`;

const NAMES_BY_FILES_AND_DNS = 'passwd: files\ngroup: files\nhosts: files dns\n';

export interface Lived {
  readonly status: number | null;
  /** The program's output on both streams. */
  readonly said: string;
  /** The content of its `parts.json`; null if there is none. */
  readonly parts: unknown;
}

/** Runs a program in such a network to its end; SILENCE_FOLDER tells it the record's folder. */
export async function inWatchedNetwork(program: readonly string[]): Promise<Lived> {
  const folder = mkdtempSync('/tmp/silence-');
  try {
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'resolv.conf'), `nameserver ${NAME_SERVER}\n`, { mode: 0o644 });
    writeFileSync(join(folder, 'nsswitch.conf'), NAMES_BY_FILES_AND_DNS, { mode: 0o644 });
    const user = ordinaryUser();
    const isRoots = user.isOther;
    const alone = [...(isRoots ? [] : ['--user', '--map-root-user']), '--net', '--mount'];
    const recorder = join(import.meta.dirname, 'record-packets.py');
    const [command = '', ...words] = commandAs({ ...user, isOther: false }, 'unshare', [
      ...[...alone, '--propagation', 'private', '--', 'sh', '-c'],
      ...[SET_UP + (isRoots ? AS_ROOT : AS_ONESELF), 'sh', folder, recorder, ...program],
    ]);
    const child = spawn(command, words, {
      cwd: root,
      env: { ...process.env, uid: String(user.uid), gid: String(user.gid), SILENCE_FOLDER: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part) => {
        said += part;
      });
    }
    const status = await new Promise<number | null>((done, fail) => {
      child.once('error', fail).once('exit', done);
    });
    const file = join(folder, 'parts.json');
    return { status, said, parts: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The record so far, line by line. */
export const packetsIn = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'packets'), 'utf8').split('\n').slice(1, -1);
