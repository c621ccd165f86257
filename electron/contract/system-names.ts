import type { SystemId } from './connection';
import type { Language } from './languages';

const systemNames: Readonly<Record<SystemId, string>> = {
  onsis: 'OnSIS',
  powerschool: 'PowerSchool',
  'aeries-oneroster': 'Aeries',
  'classlink-direct': 'ClassLink',
  'classlink-proxy': 'ClassLink (proxy)',
  oneroster: 'OneRoster',
};

/** Where French has a name of its own. */
const french: Partial<Record<SystemId, string>> = {
  onsis: 'SISOn',
  'classlink-proxy': 'ClassLink (mandataire)',
};

/** A system's short name; here so that the list needs no system's file. */
export const systemName = (language: Language, system: SystemId): string =>
  (language === 'fr' ? french[system] : undefined) ?? systemNames[system];
