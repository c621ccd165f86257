/*
 * What ends a test that hangs. A computer several times slower than a developer's must not come near any of these: how long
 * something takes is asked by `npm run bench` alone. `npm test` ends a tier that says nothing for longer than a test may
 * take (scripts/lib/watched-run.mjs).
 */

export const TEST_LIMIT_MS = 4 * 60 * 1000;

/** For what is about to happen: a word on the screen, a file, the end of a process. */
export const WAIT_LIMIT_MS = 40_000;
