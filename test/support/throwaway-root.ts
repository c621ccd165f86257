import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandAs, type DesktopUser } from './desktop-user';

/*
 * This computer's own system as a copy that a test may install into: an overlay whose changes are in memory, entered by
 * pivot_root in a mount and process namespace of its own. In a plain chroot the kernel refuses the user namespaces that
 * Chromium's sandbox needs, and the installed program would not start. Needs root.
 */

export interface ThrowawayRoot {
  /** Runs a program inside, as root or as another user; /tmp is shared with the outside. */
  run(
    program: string,
    args: readonly string[],
    options?: {
      readonly user?: DesktopUser;
      readonly env?: Readonly<Record<string, string>>;
      /** Its standard input. */
      readonly input?: string;
    },
  ): Promise<{ readonly status: number | null; readonly output: string }>;
  /** Ends every process inside; nothing of it is left. */
  stop(): Promise<void>;
}

export const canHaveThrowawayRoot = process.platform === 'linux' && process.getuid?.() === 0;

const ROOT_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', LANG: 'C.UTF-8' };

const ENTER = `
set -e
mount -t tmpfs tmpfs "$1"
cd "$1"
mkdir upper work root
mount -t overlay overlay -o lowerdir=/,upperdir=upper,workdir=work root
mount -t proc proc root/proc
mount --rbind /dev root/dev
mount --rbind /sys root/sys
mount --rbind /tmp root/tmp
mkdir root/.outside
cd root
pivot_root . .outside
umount -l /.outside
echo ready
exec sleep infinity
`;

export async function startThrowawayRoot(): Promise<ThrowawayRoot> {
  const folder = mkdtempSync(join(tmpdir(), 'root-'));
  const namespaces = ['--mount', '--propagation', 'private', '--pid', '--fork', '--kill-child'];
  const holder = spawn(
    'setpriv',
    ['--pdeathsig', 'KILL', 'unshare', ...namespaces, 'sh', '-c', ENTER, 'enter', folder],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = once(holder, 'close');
  let complaint = '';
  holder.stderr.on('data', (part) => {
    complaint += part;
  });
  await Promise.race([once(holder.stdout, 'data'), ended]);
  if (holder.exitCode !== null) throw new Error(`No throwaway root: ${complaint}`);
  const first = readFileSync(`/proc/${holder.pid}/task/${holder.pid}/children`, 'utf8').trim();
  return {
    run: (program, args, { user, env = ROOT_ENVIRONMENT, input = '' } = {}) =>
      new Promise((done, fail) => {
        const inside = user === undefined ? [program, ...args] : commandAs(user, program, args);
        const child = spawn(
          'nsenter',
          [`--target=${first}`, '--mount', '--pid', '--root', '--wdns=/', '--', ...inside],
          { env, stdio: 'pipe' },
        );
        child.stdin.on('error', () => {});
        child.stdin.end(input);
        let output = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (part) => {
            output += part;
          });
        child.once('error', fail);
        child.once('close', (status) => done({ status, output }));
      }),
    stop: async () => {
      holder.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
