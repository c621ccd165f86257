import type { Values } from '@contract/connection';
import type { System } from '@systems/system';
import type { Turn } from './in-turns';

/**
 * Equal for connections that sign in to the same servers as the same client. Their checks must not run concurrently:
 * simultaneous sign-ins of one client look like an attack. null if no server is known yet.
 */
function credentialsKey(system: System, values: Values): string | null {
  const origins = [...new Set(Object.values(system.secretOrigins(values)).flat())].toSorted();
  if (origins.length === 0) return null;
  const names = system.fields
    .filter((field) => field.kind === 'text' && !field.secret)
    .map((field) => (values[field.id] ?? '').trim());
  return JSON.stringify([origins, names]);
}

/** Checks of one client at one server run one after another. */
export function clientTurns(system: System, values: Values): readonly Turn[] {
  const key = credentialsKey(system, values);
  return key === null ? [] : [{ key, most: 1 }];
}

/** Many checks at one server would look like an attack, and may be slowed down or blocked by it. */
const AT_ONE_SERVER = 4;

/** The same, and not too many at one server: for a long unattended run. */
export function nightlyTurns(system: System, values: Values): readonly Turn[] {
  const origins = new Set(Object.values(system.secretOrigins(values)).flat());
  return [
    ...clientTurns(system, values),
    ...[...origins].map((origin) => ({ key: origin, most: AT_ONE_SERVER })),
  ];
}
