import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ranOnOwnNode } from './lib/own-node.mjs';
import { asCommand, root, sayOnOutput as say } from './lib/project.mjs';

/*
 * `node scripts/policies.mjs`: writes docs/policies.md and assets/policies from the table of policies and its words
 * (test/support/policy-files.ts).
 */
await asCommand(async () => {
  if (await ranOnOwnNode(import.meta.url, say)) return process.exitCode ?? 0;
  const { runnerImport } = await import('vite');
  const alias = {
    '@contract': join(root, 'electron/contract'),
    '@systems': join(root, 'electron/systems'),
  };
  const { module } = await runnerImport(join(root, 'test/support/policy-files.ts'), {
    configFile: false,
    resolve: { alias },
  });
  for (const [file, text] of module.policyFiles()) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    say(`Written: ${file}`);
  }
  return 0;
});
