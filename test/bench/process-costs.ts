import { readFileSync } from 'node:fs';

/*
 * The cost of a program and its descendants according to the kernel (`man 5 proc`). Only root or the same user may
 * look.
 */

/**
 * Proportional set size: each page counts once, shared pages are divided among their users. Processes that have ended
 * count as zero.
 * @returns MB for all processes together
 */
export function memoryOf(pids: readonly number[]): number {
  const sizes = pids.map((pid) => {
    const text = smapsOf(pid);
    if (text === null) return 0;
    const line = /^Pss:\s+(\d+) kB$/m.exec(text);
    if (line === null) throw new Error(`The memory of process ${pid} could not be read`);
    return Number(line[1]) / 1024;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Clock ticks per second in `/proc/PID/stat`: constant for user space, whatever the kernel uses internally. */
const TICKS = 100;

/** @returns processor time used so far by all processes together, in seconds */
export function processorTimeOf(pids: readonly number[]): number {
  const times = pids.map((pid) => {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name is in parentheses and may contain anything; only numbers follow it.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  });
  return times.reduce((sum, time) => sum + time, 0);
}

/** null once the process has ended. */
function smapsOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch (problem) {
    // ENOENT if the process's folder is already gone, ESRCH if it disappears meanwhile.
    if (['ENOENT', 'ESRCH'].includes((problem as NodeJS.ErrnoException).code ?? '')) return null;
    throw problem;
  }
}
