/** Enough of the processor's time that other work in the same moment does not matter. */
const ENOUGH_MICROSECONDS = 20_000;

/** Of this thread's own work, what one round takes: other tests share the processor. */
function costOf(work: () => void): number {
  const before = process.threadCpuUsage();
  for (let rounds = 1; ; rounds += 1) {
    work();
    const spent = process.threadCpuUsage(before).user;
    if (spent >= ENOUGH_MICROSECONDS) return spent / rounds;
  }
}

/**
 * How many times as long as a small one a large piece of work takes, on this computer, today. Of eight times the text,
 * linear work takes eight times as long, and work that grows with the square 64 times.
 */
export function timesAsLong(small: () => void, large: () => void): number {
  const unit = costOf(small);
  return costOf(large) / unit;
}
