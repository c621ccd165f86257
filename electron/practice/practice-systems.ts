import type { SystemId } from '@contract/connection';
import { practiceAeries } from './aeries-oneroster';
import { practiceClasslinkDirect } from './classlink-direct';
import { practiceClasslinkProxy } from './classlink-proxy';
import { practiceEdFi } from './ed-fi';
import { practiceOneroster } from './oneroster';
import { practiceOnsis } from './onsis';
import { practicePowerschool } from './powerschool';
import type { PracticeCredentials, PracticeSystem } from './practice-part';

/** The systems that can be practised. */
export const practiceSystems: Partial<Record<SystemId, PracticeSystem>> = {
  onsis: practiceOnsis,
  powerschool: practicePowerschool,
  'aeries-oneroster': practiceAeries,
  'classlink-direct': practiceClasslinkDirect,
  'classlink-proxy': practiceClasslinkProxy,
  oneroster: practiceOneroster,
  'ed-fi': practiceEdFi,
};

/** What the user would enter for each system, with a practice server at `origin`. */
export function practiceValues(origin: string): Partial<Record<SystemId, PracticeCredentials>> {
  return Object.fromEntries(
    Object.entries(practiceSystems).map(([system, { credentials }]) => [system, credentials(origin)]),
  );
}
