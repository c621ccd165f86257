/**
 * Milliseconds by the clock that no one sets. Node loads `performance` when it is first asked for, with all that can be
 * measured by it, which takes some 2 ms.
 */
export const clockMs = (): number => Number(process.hrtime.bigint()) / 1e6;
