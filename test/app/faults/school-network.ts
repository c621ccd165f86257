import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcesses } from '../../support/processes';
import { filesIn, type ServerFiles, type Started, watched } from '../../support/server-processes';
import { waitFor } from '../../support/wait-for';

/*
 * A whole school network in one private Linux network namespace: its own addresses, name server and firewall, the real
 * ports 443 and 53, and no way out. Creating one requires root.
 */

export const canMakeNetworks = process.platform === 'linux' && process.getuid?.() === 0;

/** All of 10.77.x.x is this computer, for the programs inside. */
const SERVERS = '10.77.0.0/16';
export const NAME_SERVER = '10.77.0.53';
/** A name server whose queries the firewall drops. */
export const SILENT_NAME_SERVER = '10.77.0.54';
export const DOMAIN = 'school.test';

/**
 * A non-loopback interface, so that programs looking for a network find one. Shared memory of its own: faketime leaves
 * some behind when a program is killed, and the next one with that process number fails.
 */
const SET_UP = `
set -e
ip link set lo up
ip link add school0 type veth peer name school1
ip addr add 10.78.0.1/24 dev school0
ip addr add ${NAME_SERVER}/32 dev school0
ip link set school0 up
ip link set school1 up
ip route add local ${SERVERS} dev lo
mount --bind "$1" /etc/resolv.conf
mount -t tmpfs none /dev/shm
echo ready
exec sleep infinity
`;

/** faketime's library for multithreaded programs. */
const FAKETIME = '/usr/$LIB/faketime/libfaketimeMT.so.1';

/**
 * The words before a command that shift its time of day, for example by `+1h`, but not its timers. Not an environment for
 * what starts it: the library shares memory in the mounts where it is loaded first.
 */
export const movedClock = (move: string): readonly string[] => [
  'env',
  `LD_PRELOAD=${FAKETIME}`,
  `FAKETIME=${move}`,
  'FAKETIME_DONT_FAKE_MONOTONIC=1',
  'DONT_FAKE_MONOTONIC=1',
];

/** The command line that runs a program in the network and mounts of a process, and ends it with ours. */
export const insideOf =
  (pid: number) =>
  (program: string, args: readonly string[]): readonly [string, ...string[]] => [
    ...(['setpriv', '--pdeathsig', 'TERM', '--', 'nsenter'] as const),
    `--net=/proc/${pid}/ns/net`,
    `--mount=/proc/${pid}/ns/mnt`,
    '--',
    program,
    ...args,
  ];

export interface SchoolNetwork extends ServerFiles {
  /** Contains everything of this network; readable by others, because some servers drop root. */
  readonly folder: string;
  /** A fresh address for a server. */
  address(): string;
  /** The command line that runs a program inside: in the network, with its name server. */
  inside(program: string, args: readonly string[]): readonly [string, ...string[]];
  start(
    program: string,
    args: readonly string[],
    options?: { readonly env?: NodeJS.ProcessEnv; readonly input?: 'kept-open' },
  ): Started;
  /** Runs a program inside to its end; throws with its output if it fails. */
  run(program: string, args: readonly string[], input?: string): Promise<string>;
  /** Waits until something listens there. */
  listening(address: string, port: number, server: Started): Promise<void>;
  /** Ends every server and removes the folder. */
  stop(): Promise<void>;
}

export async function makeSchoolNetwork(): Promise<SchoolNetwork> {
  const folder = mkdtempSync('/tmp/faults-');
  chmodSync(folder, 0o755);
  const resolver = join(folder, 'resolv.conf');
  writeFileSync(resolver, `nameserver ${NAME_SERVER}\n`);
  const children: ChildProcess[] = [];
  const keep = (child: ChildProcess): Started => {
    children.push(child);
    return watched(child);
  };
  const alone = ['unshare', '--net', '--mount', '--propagation', 'private', '--'];
  const [command = '', ...words] = ['setpriv', '--pdeathsig', 'KILL', '--', ...alone];
  const holder = keep(spawn(command, [...words, 'sh', '-c', SET_UP, 'sh', resolver], { stdio: 'pipe' }));
  await waitFor('the network to stand', () => {
    if (holder.hasEnded()) throw new Error(`no network: ${holder.said()}`);
    return holder.said().includes('ready') ? true : undefined;
  });
  const pid = children[0]?.pid ?? 0;

  const inside = insideOf(pid);
  let given = 0;
  const network: SchoolNetwork = {
    folder,
    address: () => {
      given += 1;
      return `10.77.${1 + Math.floor(given / 250)}.${1 + (given % 250)}`;
    },
    ...filesIn(folder),
    inside,
    start: (program, args, options = {}) => {
      const env = { ...process.env, ...options.env };
      const [first, ...rest] = inside(program, args);
      const stdin = options.input === undefined ? 'ignore' : 'pipe';
      return keep(spawn(first, rest, { cwd: folder, env, stdio: [stdin, 'pipe', 'pipe'] }));
    },
    run: async (program, args, input = '') => {
      const [first, ...rest] = inside(program, args);
      const child = spawn(first, rest, { cwd: folder, stdio: 'pipe' });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (part) => {
          said += part;
        });
      }
      child.stdin.on('error', () => undefined).end(input);
      const status = await new Promise<number | null>((done, fail) => {
        child.once('error', fail).once('close', done);
      });
      if (status !== 0) throw new Error(`${program} ended with ${status}: ${said}`);
      return said;
    },
    listening: async (address, port, server) => {
      const wanted = [listener(address, port), listener('0.0.0.0', port)];
      const anyV6 = `${'0'.repeat(32)}:${hexPort(port)}`;
      await waitFor(`a server on ${address}:${port}`, () => {
        if (server.hasEnded()) throw new Error(`no server on ${address}:${port}: ${server.said()}`);
        const there = listeners(pid);
        return [...wanted, anyV6].some((one) => there.has(one)) ? true : undefined;
      });
    },
    stop: async () => {
      const running = children.flatMap((child) => (child.pid === undefined ? [] : [child.pid]));
      for (const child of children) child.kill('SIGCONT');
      await endProcesses(running);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return network;
}

const hexPort = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');

/** In the notation of `/proc/net/tcp`: the address bytes reversed. */
const listener = (address: string, port: number): string =>
  `${address
    .split('.')
    .map((part) => Number(part).toString(16).toUpperCase().padStart(2, '0'))
    .reverse()
    .join('')}:${hexPort(port)}`;

const LISTENING = '0A';

function listeners(pid: number): ReadonlySet<string> {
  const rows = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8').trim().split('\n').slice(1),
  );
  const cells = rows.map((row) => row.trim().split(/\s+/));
  return new Set(cells.filter((row) => row[3] === LISTENING).map((row) => row[1] ?? ''));
}
