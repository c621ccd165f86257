/** What `withLimit` gives in place of an answer that did not come. */
export const TIMED_OUT = Symbol('timed out');

/** The promise's value, or `TIMED_OUT` after `limitMs`; the late answer is dropped, a late failure swallowed. */
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
