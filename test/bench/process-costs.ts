import { readFileSync } from 'node:fs';

/* What a program and all it started cost, as the kernel counts it (`man 5 proc`). Only root, or nobody, may look. */

/**
 * Proportional set size: each page counted once, shared ones divided among those who share them. What
 * has ended since it was listed has none.
 * @returns MB of all processes together
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

/** Clock ticks per second in `/proc/PID/stat`: fixed for programs, whatever the kernel uses itself. */
const TICKS = 100;

/** @returns seconds of processor time that all processes together have used so far */
export function processorTimeOf(pids: readonly number[]): number {
  const times = pids.map((pid) => {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in parentheses and may hold anything; what follows it are numbers.
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
    // The first when its folder is gone already, the second when it goes meanwhile.
    if (['ENOENT', 'ESRCH'].includes((problem as NodeJS.ErrnoException).code ?? '')) return null;
    throw problem;
  }
}
