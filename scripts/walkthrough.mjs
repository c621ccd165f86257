import { join } from 'node:path';
import { out, root, SetUpProblem, sayOnOutput } from './lib/project.mjs';

/**
 * Drives the real app like a user, on its own desktop (test/app/walkthrough).
 * @param {string} which a system's id, or `all`
 * @returns {Promise<number>} 0 only if every step passed
 */
export async function walkThrough(which) {
  if (process.platform !== 'linux') {
    throw new SetUpProblem('The walk-through needs the private screen and keyring that only Linux offers.');
  }
  const { runnerImport } = await import('vite');
  // The walk-through is TypeScript with the project's path aliases, so Vite loads it.
  const { module } = await runnerImport(join(root, 'test/app/walkthrough/run.ts'), {
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: {
      alias: { '@contract': join(root, 'electron/contract'), '@systems': join(root, 'electron/systems') },
    },
  });
  return (await module.runWalkThroughs(which, join(out, 'walkthrough'), sayOnOutput)) ? 0 : 1;
}
