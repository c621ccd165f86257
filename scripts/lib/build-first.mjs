import { join } from 'node:path';
import { root, run, SetUpProblem } from './project.mjs';

/**
 * Playwright's global setup: builds the app if a source file has changed since the last build, so that no test runs
 * on stale pages. In a process of its own, because a build changes the environment.
 */
export default async function buildFirst() {
  const status = await run(process.execPath, [join(root, 'scripts/build.mjs')]);
  if (status !== 0) throw new SetUpProblem('The app could not be built.');
}
