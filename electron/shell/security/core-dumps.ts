import { writeFileSync } from 'node:fs';

/**
 * Excludes this process's memory, and that of its child processes, from core dumps (Linux, core(5)). We start no
 * crash reporter, but the operating system may still write a crashed program's memory to a file, including a secret
 * that was just typed or decrypted. Other platforms have no such switch.
 */
export function leaveMemoryOutOfCoreDumps(platform: NodeJS.Platform = process.platform): void {
  if (platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/coredump_filter', '0x0');
  } catch {
    // Kernels without it, or containers that hide it, dump as configured.
  }
}
