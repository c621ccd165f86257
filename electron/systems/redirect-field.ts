import type { Values } from '@contract/connection';
import type { Field, RedirectPlace, System } from './system';

/** The field of the redirect URL to be registered; undefined for a system without one. */
export const redirectField = (system: System): Field | undefined =>
  system.fields.find(({ loopback }) => loopback !== undefined);

/** Who receives the redirect of the entered URL. */
export function redirectPlaceOf(system: System, values: Values): RedirectPlace {
  const field = redirectField(system);
  return field?.loopback?.(values[field.id] ?? '') === true ? 'this-computer' : 'sis-server';
}

/** The fields registered with the owner: the redirect URL and similar ones. */
export const registeredFields = (system: System): readonly Field[] =>
  system.fields.filter(({ askedAt }) => askedAt === 'register');
