import { readFileSync } from 'node:fs';

/* What a program and all it started cost, as the kernel counts it (`man 5 proc`). Only root, or nobody, may look. */

/**
 * Proportional set size: each page counted once, shared ones divided among those who share them.
 * @returns MB of all processes together
 */
export function memoryOf(pids: readonly number[]): number {
  const sizes = pids.map((pid) => {
    const line = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    if (line === null) throw new Error(`The memory of process ${pid} could not be read`);
    return Number(line[1]) / 1024;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}
