/*
 * Limits for tests that hang. A computer several times slower than a developer's must stay far below all of them; `npm
 * run bench` is what measures speed. `npm test` ends a tier that is silent for longer than a test may take
 * (scripts/lib/watched-run.mjs).
 */

export const TEST_LIMIT_MS = 4 * 60 * 1000;

/** For something about to happen: a text on screen, a file, a process exit. */
export const WAIT_LIMIT_MS = 40_000;
