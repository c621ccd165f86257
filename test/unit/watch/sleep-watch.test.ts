import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SleepWatch } from '../../../electron/watch/sleep-watch';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

it('tells a computer that slept from one that was busy', () => {
  const watch = new SleepWatch(() => Date.now());
  const start = Date.now();
  vi.advanceTimersByTime(60_000);
  expect(watch.sleptSince(start)).toBe(false);
  vi.setSystemTime(Date.now() + 3_600_000);
  // Before the timer had its turn.
  expect(watch.sleptSince(start)).toBe(true);
  const later = Date.now() + 1;
  vi.advanceTimersByTime(60_000);
  expect(watch.sleptSince(later)).toBe(false);
  watch.stop();
  expect(vi.getTimerCount()).toBe(0);
});
