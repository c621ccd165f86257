import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { waitFor } from './wait-for';

/**
 * The processes whose environment contains `NAME=value`: everything a private desktop started, and nothing else.
 * Chromium's children overwrite their environment with their command line and outlive a crashed browser; for them we
 * look for the value in their profile path. Otherwise a browser's orphans would belong to nobody.
 */
export function processesWith(name: string, value: string): number[] {
  const mark = `${name}=${value}`;
  return allProcesses().filter(
    (pid) => pid !== process.pid && (readEnvironment(pid).includes(mark) || commandLine(pid).includes(value)),
  );
}

/** All descendants of a process. */
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

/** During exec a process briefly has no environment; it is seen a moment later. */
const LOOK_AGAIN_MS = 20;

/**
 * Ends all marked processes and their descendants. Looks until nothing is found twice in a row, because a process that
 * is ending may still start others. keeper.py finds whatever escapes when the tier ends (scripts/lib/keeper.py).
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

/** Asks the processes to end, and kills those still running after two seconds. */
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

/** False for zombies as well. */
export function isRunning(pid: number): boolean {
  const state = /^State:\s+(\S)/m.exec(readProcessFile(pid, 'status'))?.[1];
  return state !== undefined && state !== 'Z' && state !== 'X';
}

/** `/proc/PID/status` as a map; empty if the process is gone. */
export function processStatus(pid: number): ReadonlyMap<string, string> {
  const rows = readProcessFile(pid, 'status').split('\n');
  return new Map(rows.map((row) => [row.split(':')[0] ?? '', row.slice(row.indexOf(':') + 1).trim()]));
}

/** A command line; Chromium's children rewrite theirs with spaces as separators. */
export function commandLine(pid: number): string {
  return readProcessFile(pid, 'cmdline').replaceAll('\0', ' ').trim();
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}

const readEnvironment = (pid: number): string[] => readProcessFile(pid, 'environ').split('\0');

/** Empty if the process is gone or its memory is closed to us (Chromium closes that of sandboxed children). */
function readProcessFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
