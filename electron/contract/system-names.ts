import type { Language } from './channels';
import type { SystemId } from './connection';

const systemNames: Readonly<Record<SystemId, string>> = {
  onsis: 'OnSIS',
  powerschool: 'PowerSchool',
  'aeries-oneroster': 'Aeries',
  'classlink-direct': 'ClassLink',
  'classlink-proxy': 'ClassLink (proxy)',
  oneroster: 'OneRoster',
};

/** A system's short name, the same in both languages but for OnSIS; here so that the list needs no system's file. */
export const systemName = (language: Language, system: SystemId): string =>
  language === 'fr' && system === 'onsis' ? 'SISOn' : systemNames[system];
