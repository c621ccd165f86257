import type { SecretRef } from './secret-record';

/* What can be read from a stored record, even a damaged one, without a schema and without decrypting it. */

/**
 * The key under which a secret is stored in its connection. The slot is not part of the encrypted envelope, so moving
 * a secret to another slot is just a rename: one write, no encryption, and it works even if the secret cannot be
 * decrypted.
 */
export const recordKey = ({ field, slot }: Pick<SecretRef, 'field' | 'slot'>): string =>
  slot === undefined ? field : `${field}@${slot}`;

/** Whether this key holds the secret in use, rather than one in another slot. */
export const isInUse = (key: string): boolean => !key.includes('@');

/** When the secret came into use, if known (ISO 8601). */
export function savedAtOf(record: unknown): string | null {
  const at = memberOf(record, 'savedAt');
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : null;
}

/** safeStorage's name for the keyring that encrypted the record. */
export function backendOf(record: unknown): string | null {
  const backend = memberOf(record, 'backend');
  return typeof backend === 'string' ? backend : null;
}

const memberOf = (record: unknown, name: string): unknown =>
  typeof record === 'object' && record !== null && Object.hasOwn(record, name)
    ? Reflect.get(record, name)
    : undefined;
