import type { Values } from '@contract/connection';
import type { System } from '@systems/system';

/**
 * Equal for connections that sign in to the same servers as the same client. Their checks must not run concurrently:
 * simultaneous sign-ins of one client look like an attack. null if no server is known yet.
 */
export function credentialsKey(system: System, values: Values): string | null {
  const origins = [...new Set(Object.values(system.secretOrigins(values)).flat())].toSorted();
  if (origins.length === 0) return null;
  const names = system.fields
    .filter((field) => field.kind === 'text' && !field.secret)
    .map((field) => (values[field.id] ?? '').trim());
  return JSON.stringify([origins, names]);
}
