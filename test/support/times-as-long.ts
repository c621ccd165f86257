/** Enough processor time that concurrent work does not matter. */
const ENOUGH_MICROSECONDS = 20_000;

/** One round's cost in this thread's own processor time, since other tests share the processor. */
function costOf(work: () => void): number {
  const before = process.threadCpuUsage();
  for (let rounds = 1; ; rounds += 1) {
    work();
    const spent = process.threadCpuUsage(before).user;
    if (spent >= ENOUGH_MICROSECONDS) return spent / rounds;
  }
}

/**
 * How many times longer than a small piece of work a large one takes, on this computer, today. For eight times the
 * text, linear work takes eight times as long and quadratic work 64 times.
 */
export function timesAsLong(small: () => void, large: () => void): number {
  const unit = costOf(small);
  return costOf(large) / unit;
}
