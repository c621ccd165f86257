import type { Connection } from '@contract/connection';
import type { Language } from '@contract/languages';
import { systemFor } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import { wantedHosts } from '../report/network-request';
import { settingsText } from '../transfer/settings-text';
import { instructions, KIT_FILE } from './instructions';
import { words } from './words';
import { zipOf } from './zip';

/**
 * What is carried to another computer, as one zip: the connection without secrets, and a page of instructions.
 * null while no address is valid, since there would be nothing to check.
 */
export function carriedKit(connection: Connection, language: Language, now: Date): Buffer | null {
  const system = systemFor(connection);
  const hosts = wantedHosts(planOf(system, connection));
  if (hosts.length === 0) return null;
  const page = instructions({ connection, systemName: system.texts[language].name, hosts, language });
  return zipOf({ [KIT_FILE]: settingsText([connection]), [words[language].kit.pageName]: page }, now);
}
