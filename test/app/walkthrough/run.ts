import { join } from 'node:path';
import { walkThroughs } from './all';
import { walk } from './walk';

/**
 * Runs one walk-through, or all of them.
 * @param which a system's id, or `all`
 * @param folder receives screenshots and reports; with `all`, one subfolder per system
 * @returns true if everything passed
 */
export async function runWalkThroughs(
  which: string,
  folder: string,
  say: (line: string) => void,
): Promise<boolean> {
  const ways = walkThroughs.filter(
    ({ system, product }) => which === 'all' || product === which || system === which,
  );
  if (ways.length === 0) {
    say(
      `There is no walk-through of “${which}”. There are: ${walkThroughs.map(({ system, product }) => product ?? system).join(', ')}.`,
    );
    return false;
  }
  let passed = true;
  for (const way of ways) {
    const own = which === 'all' ? join(folder, way.product ?? way.system) : folder;
    try {
      await walk(way, { folder: own, say });
      say(`All steps passed. Pictures and report: ${own}`);
    } catch (problem) {
      passed = false;
      say(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));
      say(`Stopped at the step above. Pictures so far: ${own}`);
    }
  }
  return passed;
}
