import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Part } from './part';
import { row } from './row';

const packed = resolve(import.meta.dirname, '../../out/pack/linux-unpacked');

/** The size of what ships, without the Electron runtime. */
export const size: Part = {
  name: 'size',
  title: 'Size of the packed app, without the Electron runtime',
  measure: async () => [
    row({
      measure: 'app.asar',
      unit: 'MB',
      app: [statSync(join(packed, 'resources/app.asar')).size / 2 ** 20],
      bounds: [{ kind: 'limit', atMost: 3 }],
    }),
  ],
};
