import type { Values } from '@contract/connection';
import type { System } from '@systems/system';

/**
 * The same for connections that sign in to the same servers under the same name: their checks take turns, since two
 * sign-ins of one client in the same moment look like an attack. null where no server is named yet.
 */
export function credentialsKey(system: System, values: Values): string | null {
  const origins = [...new Set(Object.values(system.secretOrigins(values)).flat())].toSorted();
  if (origins.length === 0) return null;
  const names = system.fields
    .filter((field) => field.kind === 'text' && !field.secret)
    .map((field) => (values[field.id] ?? '').trim());
  return JSON.stringify([origins, names]);
}
