import { readdirSync, readFileSync } from 'node:fs';
import { waitFor } from './wait-for';

/** The processes whose environment holds `NAME=value`: all that a private desktop ever started, and nothing else. */
export function processesWith(name: string, value: string): number[] {
  const mark = `${name}=${value}`;
  return allProcesses().filter((pid) => pid !== process.pid && readEnvironment(pid).includes(mark));
}

/** The processes started by this one, and by those, and so on. */
export function descendantsOf(ancestor: number): number[] {
  const children = allProcesses().filter((pid) => Number(processStatus(pid).get('PPid')) === ancestor);
  return children.flatMap((pid) => [pid, ...descendantsOf(pid)]);
}

const allProcesses = (): number[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number);

/** Asks them to end, by number, and ends those that do not within two seconds. */
export async function endProcesses(pids: readonly number[]): Promise<void> {
  for (const pid of pids) signal(pid, 'SIGTERM');
  const allGone = () => (pids.every((pid) => !isRunning(pid)) ? true : undefined);
  try {
    await waitFor('processes to end', allGone, 2_000);
  } catch {
    for (const pid of pids.filter(isRunning)) signal(pid, 'SIGKILL');
    await waitFor('killed processes to be gone', allGone, 5_000);
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
