import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Excludes the memory of this program from core dumps (Linux, core(5)). We start no crash reporter, but the operating
 * system may still write a crashed program's memory to a file, including a secret that was just typed or decrypted.
 *
 * New processes inherit the setting. Chromium forks the page's process, among others, from its zygotes, and those are
 * already running when our first line runs, so they get the setting as well. Other platforms have no such switch.
 */
export function leaveMemoryOutOfCoreDumps(platform: NodeJS.Platform = process.platform): void {
  if (platform !== 'linux') return;
  for (const id of [process.pid, ...descendantsOf(process.pid)]) {
    try {
      writeFileSync(`/proc/${id}/coredump_filter`, '0x0');
    } catch {
      // Kernels without it, or containers that hide it, dump as configured. Or the process has ended.
    }
  }
}

function descendantsOf(id: number): readonly number[] {
  try {
    // The main thread started them all: no other runs yet.
    const text = readFileSync(`/proc/${id}/task/${id}/children`, 'utf8');
    const children = text.split(' ').filter(Boolean).map(Number);
    return children.flatMap((child) => [child, ...descendantsOf(child)]);
  } catch {
    return [];
  }
}
