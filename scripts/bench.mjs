import { join } from 'node:path';
import { ranOnOwnNode } from './lib/own-node.mjs';
import { asCommand, out, root, sayOnOutput as say } from './lib/project.mjs';

/*
 * `npm run bench`: measures the packed app's speed and size side by side with a bare Electron (and, for the network,
 * with curl). `npm run bench -- start-up size` runs only the named parts, `--rounds 15` takes more samples, `--short`
 * only checks that every part runs. Results also go to out/bench as JSON.
 */
await asCommand(async () => {
  if (await ranOnOwnNode(import.meta.url, say)) return process.exitCode ?? 0;
  const { setUp } = await import('./setup.mjs');
  const { build } = await import('./build.mjs');
  const { pack } = await import('./pack.mjs');
  const runtime = await setUp('tests', say);
  await build(say);
  await pack(runtime, say);
  const { runnerImport } = await import('vite');
  // The benchmark is TypeScript with the project's path aliases, so Vite loads it.
  const { module } = await runnerImport(join(root, 'test/bench/run.ts'), {
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: {
      alias: { '@contract': join(root, 'electron/contract'), '@systems': join(root, 'electron/systems') },
    },
  });
  return (await module.runBench(process.argv.slice(2), join(out, 'bench'), say)) ? 0 : 1;
});
