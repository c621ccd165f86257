import type { SystemId } from '@contract/connection';

/** Product names, the same in both languages but for OnSIS; here so that the list needs no system's file. */
export const systemNames: Readonly<Record<SystemId, string>> = {
  onsis: 'OnSIS',
  powerschool: 'PowerSchool',
  'aeries-oneroster': 'Aeries',
  'classlink-direct': 'ClassLink',
  'classlink-proxy': 'ClassLink (proxy)',
  oneroster: 'OneRoster',
};
