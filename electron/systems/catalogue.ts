import type { SystemId } from '@contract/connection';
import { onsis } from './onsis';
import type { System } from './system';

/** The systems this version can set up. */
export const systems: Partial<Record<SystemId, System>> = { onsis };

export const systemById = (id: SystemId): System | undefined => systems[id];
