import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ranOnOwnNode } from './lib/own-node.mjs';
import { asCommand, root, sayOnOutput as say } from './lib/project.mjs';

/* `node scripts/findings.mjs`: writes docs/findings.md from the findings' texts and the tests that produce them. */
await asCommand(async () => {
  if (await ranOnOwnNode(import.meta.url, say)) return process.exitCode ?? 0;
  const { runnerImport } = await import('vite');
  const alias = {
    '@contract': join(root, 'electron/contract'),
    '@systems': join(root, 'electron/systems'),
  };
  const { module } = await runnerImport(join(root, 'test/support/findings-document.ts'), {
    configFile: false,
    resolve: { alias },
  });
  writeFileSync(join(root, 'docs/findings.md'), module.findingsDocument(await module.findingEntries()));
  say('Written: docs/findings.md');
  return 0;
});
