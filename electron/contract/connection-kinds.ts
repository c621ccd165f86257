/* Separate from the schemas, so that the command line need not load them for a check. */

/** All systems of the catalogue. `@systems/catalogue` tells which of them this version can set up. */
export const systemIds = [
  'onsis',
  'powerschool',
  'aeries-oneroster',
  'classlink-direct',
  'classlink-proxy',
  'oneroster',
  'ed-fi',
] as const;
export type SystemId = (typeof systemIds)[number];

export const environments = ['production', 'test'] as const;
export type Environment = (typeof environments)[number];

/** Operating systems, as Node names them. */
export const platforms = ['win32', 'darwin', 'linux'] as const;
export type Platform = (typeof platforms)[number];
