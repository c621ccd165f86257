import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasWine, startWine, WINDOWS_NODE, type Wine } from '../support/wine';

/*
 * What the program does with files, under Windows' own Node in Wine: the short form of `npm run test:windows`, which runs
 * every unit test there.
 */

const root = join(import.meta.dirname, '../..');

describe.runIf(hasWine)('under Windows’ own Node', () => {
  let wine: Wine;
  beforeAll(async () => {
    wine = await startWine();
  });
  afterAll(() => wine.stop());

  it('files are written, held, read and found as on Linux', async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      resolve: {
        alias: {
          '@contract': join(root, 'electron/contract'),
          '@systems': join(root, 'electron/systems'),
          electron: join(root, 'test/fakes/electron.ts'),
        },
      },
      ssr: { noExternal: true },
      build: {
        ssr: join(import.meta.dirname, 'on-windows/programs.ts'),
        outDir: wine.place('C:\\on-windows'),
        emptyOutDir: true,
        target: 'node22',
      },
    });
    const { status, output } = await wine.run(WINDOWS_NODE, ['C:\\on-windows\\programs.js']);
    const told = output.split('\n').filter(Boolean);
    expect(told.filter((line) => !line.endsWith(',"ok"]'))).toEqual([]);
    expect(told).toHaveLength(7);
    expect(status).toBe(0);
  });
});
