/** Returned by `withLimit` if no answer came in time. */
export const TIMED_OUT = Symbol('timed out');

/** Resolves with the promise's value, or `TIMED_OUT` after `limitMs`. A late value is dropped, a late error ignored. */
export async function withLimit<Value>(
  promise: Promise<Value>,
  limitMs: number,
): Promise<Value | typeof TIMED_OUT> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<typeof TIMED_OUT>((resolve) => {
    timer = setTimeout(() => resolve(TIMED_OUT), limitMs);
  });
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
