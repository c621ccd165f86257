import { writeFileSync } from 'node:fs';

/**
 * Leaves this process's memory out of core dumps, and out of those of the processes it starts (Linux, core(5)). No
 * crash reporter is ever started, but the operating system itself may write a crashed program's memory to a file, and
 * a secret that was just typed or opened stands in it. Other systems offer a program no such switch.
 */
export function leaveMemoryOutOfCoreDumps(platform: NodeJS.Platform = process.platform): void {
  if (platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/coredump_filter', '0x0');
  } catch {
    // A kernel without it, or a container that hides it: dumps are then whatever the system makes of them.
  }
}
