import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { chownSync } from 'node:fs';

/*
 * Chromium's sandbox works only for ordinary users, and the window refuses root. A test run as root therefore starts
 * everything as an ordinary user.
 */

export interface DesktopUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** True if programs must be started as this user because the test runs as root. */
  readonly isOther: boolean;
}

/** The user to run as: `name` (default nobody) if this process runs as root, otherwise the current user. */
export function ordinaryUser(name = 'nobody'): DesktopUser {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0 || process.platform === 'win32') return { name: 'self', uid, gid, isOther: false };
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { name, uid: idOf('-u'), gid: idOf('-g'), isOther: true };
}

/**
 * The command line that runs a program as that user, in the same process. The program ends with the test that started
 * it, even if the test is killed.
 */
export function commandAs(user: DesktopUser, program: string, args: readonly string[] = []): string[] {
  if (process.platform !== 'linux') return [program, ...args];
  const identity = user.isOther ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : [];
  return ['setpriv', ...identity, '--pdeathsig', 'TERM', '--', program, ...args];
}

export function spawnAs(
  user: DesktopUser,
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const [command = '', ...rest] = commandAs(user, program, args);
  return spawn(command, rest, options);
}

/** Runs a program as that user to its end and returns its output; throws with the output if it fails. */
export function runAs(
  user: DesktopUser,
  program: string,
  args: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv; readonly cwd: string; readonly input?: string },
): Promise<string> {
  return new Promise((done, fail) => {
    const { env, cwd, input } = options;
    // Without input, the program could exit before a pipe to it is closed.
    const stdin = input === undefined ? 'ignore' : 'pipe';
    const child = spawnAs(user, program, args, { env, cwd, stdio: [stdin, 'pipe', 'pipe'] });
    let said = '';
    child.stdout?.on('data', (part) => {
      said += part;
    });
    let complaint = '';
    child.stderr?.on('data', (part) => {
      complaint += part;
    });
    child.stdin?.end(input);
    child.once('error', fail);
    child.once('close', (status) => {
      if (status === 0) done(said);
      else fail(new Error(`${program} ended with ${status}: ${complaint}${said}`));
    });
  });
}

export function give(user: DesktopUser, path: string): void {
  if (user.isOther) chownSync(path, user.uid, user.gid);
}
