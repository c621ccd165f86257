import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { waitFor } from './wait-for';

/**
 * The processes whose environment holds `NAME=value`: all that a private desktop ever started, and nothing else. Chromium's
 * children overwrite their environment with their command line, and outlive a browser that dies; there the value stands in
 * the path of their profile. Without that an orphan of a browser would be nobody's.
 */
export function processesWith(name: string, value: string): number[] {
  const mark = `${name}=${value}`;
  return allProcesses().filter(
    (pid) => pid !== process.pid && (readEnvironment(pid).includes(mark) || commandLine(pid).includes(value)),
  );
}

/** The processes started by this one, and by those, and so on. */
export function descendantsOf(ancestor: number): number[] {
  const parents = new Map(allProcesses().map((pid) => [pid, Number(processStatus(pid).get('PPid'))]));
  const below = (parent: number): number[] =>
    [...parents].filter(([, of]) => of === parent).flatMap(([pid]) => [pid, ...below(pid)]);
  return below(ancestor);
}

const allProcesses = (): number[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number);

/** A process that is just becoming another program has no environment for a moment, and is seen a moment later. */
const LOOK_AGAIN_MS = 20;

/**
 * Ends all that carries the mark, and all that these started. Looks until nothing is found twice in a row, since what is ending may still start others. Whatever
 * gets away from this is found when the tier ends (scripts/lib/keeper.py).
 */
export async function endProcessesWith(name: string, value: string): Promise<void> {
  const found = new Set<number>();
  const look = (): number[] => {
    const marked = processesWith(name, value);
    for (const pid of [...marked, ...[...marked, ...found].flatMap(descendantsOf)]) found.add(pid);
    return [...found].filter(isRunning);
  };
  let quiet = 0;
  while (quiet < 2) {
    const left = look();
    quiet = left.length === 0 ? quiet + 1 : 0;
    if (left.length > 0) await endProcesses(left);
    else await pause(LOOK_AGAIN_MS);
  }
}

/** Asks them to end, by number, and ends those that do not within two seconds. */
export async function endProcesses(pids: readonly number[]): Promise<void> {
  for (const pid of pids) signal(pid, 'SIGTERM');
  const allGone = () => (pids.every((pid) => !isRunning(pid)) ? true : undefined);
  try {
    await waitFor('processes to end', allGone, 2_000);
  } catch {
    for (const pid of pids.filter(isRunning)) signal(pid, 'SIGKILL');
    await waitFor('killed processes to be gone', allGone);
  }
}

/** False also for a process that has ended and only waits to be counted by its parent. */
export function isRunning(pid: number): boolean {
  const state = /^State:\s+(\S)/m.exec(readProcessFile(pid, 'status'))?.[1];
  return state !== undefined && state !== 'Z' && state !== 'X';
}

/** `/proc/PID/status` as a table, empty when the process is gone. */
export function processStatus(pid: number): ReadonlyMap<string, string> {
  const rows = readProcessFile(pid, 'status').split('\n');
  return new Map(rows.map((row) => [row.split(':')[0] ?? '', row.slice(row.indexOf(':') + 1).trim()]));
}

/** The words of a command line; Chromium's children rewrite theirs with blanks between. */
export function commandLine(pid: number): string {
  return readProcessFile(pid, 'cmdline').replaceAll('\0', ' ').trim();
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

const readEnvironment = (pid: number): string[] => readProcessFile(pid, 'environ').split('\0');

/** Empty when the process is gone, or its memory is closed to us (Chromium closes that of sandboxed children). */
function readProcessFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
