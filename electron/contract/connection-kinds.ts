/* Apart from the schemas, so that the check without a window loads none of them. */

/** Every system of the catalogue; `@systems/catalogue` says which of them this version can set up. */
export const systemIds = [
  'onsis',
  'powerschool',
  'aeries-oneroster',
  'classlink-direct',
  'classlink-proxy',
  'oneroster',
] as const;
export type SystemId = (typeof systemIds)[number];

export const environments = ['production', 'test'] as const;
export type Environment = (typeof environments)[number];
