import type { SecretRef } from './secret-record';

/* What can be told of a record as it lies on the disk, damaged or not, without a schema and without opening it. */

/**
 * Under which key a connection's secret lies. The slot is no part of what is sealed: a switch only renames, so that
 * it is one write without any encryption, and works for bytes nobody can open.
 */
export const recordKey = ({ field, slot }: Pick<SecretRef, 'field' | 'slot'>): string =>
  slot === undefined ? field : `${field}@${slot}`;

/** Whether the secret under this key is the one in use, and not one beside it. */
export const isInUse = (key: string): boolean => !key.includes('@');

/** Since when it is in use, as far as is known (ISO 8601). */
export function savedAtOf(record: unknown): string | null {
  const at = memberOf(record, 'savedAt');
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : null;
}

/** safeStorage's name for the keyring that encrypted it. */
export function backendOf(record: unknown): string | null {
  const backend = memberOf(record, 'backend');
  return typeof backend === 'string' ? backend : null;
}

const memberOf = (record: unknown, name: string): unknown =>
  typeof record === 'object' && record !== null && Object.hasOwn(record, name)
    ? Reflect.get(record, name)
    : undefined;
