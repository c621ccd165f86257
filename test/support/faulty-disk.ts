import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join, relative } from 'node:path';

/*
 * A disk that fails at exactly the call it is told to. Replaces Node's own file functions in this process, for files
 * below one folder only, so that electron-store and its libraries are affected as well as our code. Import it before
 * them: they keep the functions they find at load time.
 */

const READING = [
  'readFileSync',
  'readdirSync',
  'statSync',
  'lstatSync',
  'realpathSync',
  'fstatSync',
  'readSync',
] as const;
const NEEDING_ROOM = [
  'writeSync',
  'fsyncSync',
  'renameSync',
  'mkdirSync',
  'linkSync',
  'writeFileSync',
] as const;
const OTHERS = ['openSync', 'closeSync', 'rmSync', 'unlinkSync', 'chmodSync'] as const;
const NAMES = [...READING, ...NEEDING_ROOM, ...OTHERS];
type CallName = (typeof NAMES)[number];

/** One call, with what a simulated power cut needs to know about it. */
export interface Call {
  readonly name: CallName;
  /** Below the watched folder; '' is the folder itself. */
  readonly path: string;
  /** For a rename or link: the target, below the folder. */
  readonly to?: string;
  /** For a write: the bytes that reached the file. */
  readonly bytes?: Buffer;
  /** For an open: whether it may create or truncate the file. */
  readonly flags?: string;
}

/** Errors for a file that another program holds open: a virus scanner, a backup, an editor. */
const LOCKS = ['EBUSY', 'EPERM', 'EACCES'] as const;
const LOCKABLE: readonly CallName[] = [
  'openSync',
  'readFileSync',
  'writeSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'unlinkSync',
];

export interface Fault {
  /** The call's index, from 0. */
  readonly at: number;
  readonly code: 'EIO' | 'ENOSPC' | (typeof LOCKS)[number];
  /**
   * - `once`: this call fails and has no effect; `after`: it takes effect and fails anyway
   * - `from-then-on`: this and every later call that can fail with the code does
   * - `held`: this and every later call that can fail with the code and concerns the same file does
   * - `a-moment`: this call fails three times with the same file, as Windows' virus scanners have it
   * - `short`: this write takes only half of the bytes, and says so
   */
  readonly how: 'once' | 'after' | 'from-then-on' | 'held' | 'a-moment' | 'short';
}

type Real = (...args: unknown[]) => unknown;

let watch: {
  readonly folder: string;
  readonly fault: Fault | null;
  readonly calls: Call[];
  /** Files held open by another program. */
  readonly held: Set<string>;
} | null = null;
/** How far the clock is set ahead, ms, because waits for locks are skipped. */
let waitedMs = 0;
const clock = Date.now;
Date.now = () => clock() + waitedMs;
const opened = new Map<number, string>();

for (const name of NAMES) {
  const real = Reflect.get(fs, name) as Real;
  Reflect.set(fs, name, (...args: unknown[]) => (watch === null ? real(...args) : met(name, real, args)));
}
syncBuiltinESMExports();

/** Runs the action and lists every call it makes below `folder`, including failing ones. */
export async function watchDisk<Value>(
  folder: string,
  act: () => Value | Promise<Value>,
  fault: Fault | null = null,
): Promise<{ readonly value: Value; readonly calls: readonly Call[] }> {
  const calls: Call[] = [];
  watch = { folder, fault, calls, held: new Set() };
  try {
    return { value: await act(), calls };
  } finally {
    watch = null;
    opened.clear();
  }
}

/** Every fault that can affect this list of calls, in order. */
export function faultsOf(calls: readonly Call[]): Fault[] {
  return calls.flatMap((call, at): Fault[] => {
    const { name } = call;
    const reads = READING.some((one) => one === name);
    return [
      { at, code: 'EIO', how: 'once' },
      { at, code: 'EIO', how: 'from-then-on' },
      ...(reads ? [] : [{ at, code: 'EIO', how: 'after' } as const]),
      ...(needsRoom(call)
        ? [{ at, code: 'ENOSPC', how: 'once' } as const, { at, code: 'ENOSPC', how: 'from-then-on' } as const]
        : []),
      ...(name === 'writeSync' ? [{ at, code: 'ENOSPC', how: 'short' } as const] : []),
      ...(LOCKABLE.includes(name) ? locksAt(at) : []),
    ];
  });
}

/** The three codes in rotation, since our code treats them alike. */
function locksAt(at: number): Fault[] {
  const code = (turn: number) => LOCKS[(at + turn) % LOCKS.length] ?? 'EBUSY';
  return [
    { at, code: code(0), how: 'once' },
    { at, code: code(1), how: 'from-then-on' },
    { at, code: code(2), how: 'held' },
  ];
}

export const faultName = (calls: readonly Call[], { at, code, how }: Fault): string =>
  `${code} ${how} at call ${at}, ${calls[at]?.name} ${calls[at]?.path}`;

function met(name: CallName, real: Real, args: unknown[]): unknown {
  if (watch === null) return real(...args);
  const [first] = args;
  const absolute = typeof first === 'number' ? opened.get(first) : String(first);
  const path = absolute === undefined ? null : below(watch.folder, absolute);
  if (path === null) return real(...args);
  const { calls, fault } = watch;
  const at = calls.length;
  const call: Call = {
    name,
    path,
    ...(name === 'openSync' ? { flags: String(args[1]) } : {}),
    ...(name === 'renameSync' || name === 'linkSync'
      ? { to: below(watch.folder, String(args[1])) ?? String(args[1]) }
      : {}),
  };
  calls.push(call);
  const fails = fault !== null && doesFail(fault, at, call, watch.held);
  if (fails && fault.how === 'short') {
    const half = halfOf(args);
    calls[at] = { ...call, bytes: half };
    return real(args[0], half);
  }
  if (fails && isLock(fault)) waitedMs += 250;
  if (fails && fault.how !== 'after' && name !== 'closeSync') throw failureOf(fault, name);
  const value = real(...args);
  if (name === 'openSync' && typeof value === 'number' && absolute !== undefined) opened.set(value, absolute);
  if (name === 'closeSync' && typeof first === 'number') opened.delete(first);
  if (name === 'writeSync') calls[at] = { ...call, bytes: bytesOf(args).subarray(0, Number(value)) };
  if (fails) throw failureOf(fault, name);
  return value;
}

function doesFail(fault: Fault, now: number, call: Call, held: Set<string>): boolean {
  const { at, code, how } = fault;
  if (how === 'held') {
    const files = [call.path, call.to].filter((path) => path !== undefined);
    if (now === at) for (const file of files) held.add(file);
    return now >= at && LOCKABLE.includes(call.name) && files.some((file) => held.has(file));
  }
  if (how === 'a-moment') return now >= at && now < at + 3;
  if (how !== 'from-then-on') return now === at;
  if (isLock(fault)) return now >= at && LOCKABLE.includes(call.name);
  return now >= at && (code === 'EIO' || needsRoom(call));
}

const isLock = ({ code }: Fault): boolean => LOCKS.some((lock) => lock === code);

/** A full disk rejects calls that need a block, but not reads or deletions. */
const needsRoom = ({ name, flags = 'r' }: Call): boolean =>
  NEEDING_ROOM.some((one) => one === name) || (name === 'openSync' && flags !== 'r');

const failureOf = ({ code }: Fault, name: CallName): Error =>
  Object.assign(new Error(`${code}: ${name}`), { code, syscall: name.replace('Sync', '') });

/** `writeSync(fd, string, position, encoding)` or `writeSync(fd, buffer, offset, length)`. */
function bytesOf(args: readonly unknown[]): Buffer {
  const [, data, offset] = args;
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  return Buffer.from(data as Uint8Array).subarray(typeof offset === 'number' ? offset : 0);
}

function halfOf(args: readonly unknown[]): Buffer {
  const bytes = bytesOf(args);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

function below(folder: string, path: string): string | null {
  if (path === folder) return '';
  return path.startsWith(join(folder, '/')) ? relative(folder, path) : null;
}
