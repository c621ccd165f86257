import type { OpenInUse } from './open-in-use';
import { SharedConnections, type SharedConnectionsPorts } from './shared-connections';

/** What the screens and the command line do with shared connections. */
export const openShared = (
  { inUse, sealed }: OpenInUse,
  ports: Omit<SharedConnectionsPorts, 'inUse' | 'sealed'>,
): SharedConnections => new SharedConnections({ ...ports, inUse, sealed });
