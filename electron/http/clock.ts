/**
 * Monotonic milliseconds. Not `performance`, which Node loads on first use together with everything it can measure;
 * that takes about 2 ms.
 */
export const clockMs = (): number => Number(process.hrtime.bigint()) / 1e6;
