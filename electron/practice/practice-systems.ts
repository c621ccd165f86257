import type { SystemId } from '@contract/connection';
import { practiceOnsis } from './onsis';
import type { PracticeCredentials, PracticeSystem } from './practice-part';

/** The systems that can be practised. */
export const practiceSystems: Partial<Record<SystemId, PracticeSystem>> = { onsis: practiceOnsis };

/** What each practice system would have the person enter, for a practice server at `origin`. */
export function practiceValues(origin: string): Partial<Record<SystemId, PracticeCredentials>> {
  return Object.fromEntries(
    Object.entries(practiceSystems).map(([system, { credentials }]) => [system, credentials(origin)]),
  );
}
