import { setTimeout as pause } from 'node:timers/promises';
import { WAIT_LIMIT_MS } from './limits';

/**
 * Polls for something that sends no notification (another program's file, a process exit).
 * @param probe returns the awaited value, or undefined if it is not there yet
 */
export async function waitFor<Value>(
  what: string,
  probe: () => Value | undefined | Promise<Value | undefined>,
  limitMs = WAIT_LIMIT_MS,
): Promise<Value> {
  const end = performance.now() + limitMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (performance.now() > end) throw new Error(`Waited ${limitMs} ms in vain: ${what}`);
    await pause(10);
  }
}
