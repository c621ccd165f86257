import { appendFileSync } from 'node:fs';

/**
 * Prints a long test's result and passes it to `scripts/test-long.mjs`, which records it.
 * @param seed null if nothing in it was random
 */
export function tellResult(
  what: string,
  seed: number | null,
  figures: Readonly<Record<string, number>>,
): void {
  const line = JSON.stringify({ what, ...(seed !== null && { seed }), ...figures });
  process.stdout.write(`  ${line}\n`);
  if (process.env.LONG_RESULT !== undefined) appendFileSync(process.env.LONG_RESULT, `${line}\n`);
}
