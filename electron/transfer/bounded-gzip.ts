import { gunzipSync as unzip, gzipSync as zip } from 'node:zlib';
import { MOVING_LIMITS } from '@contract/transfer';

/*
 * Stands in for fflate, which kdbxweb brings along (scripts/lib/library-patches.ts): that one believes the size a file
 * claims to unpack to, and makes room for up to 4 GiB before it has looked. Node's own stops at a limit, which one
 * database has for all its parts together: each of its attachments can be packed for itself.
 */

let left: number = MOVING_LIMITS.unpacked;

/** The next database begins: it may unpack to as much as the limit again. */
export function beginUnpacking(): void {
  left = MOVING_LIMITS.unpacked;
}

/** @throws when it is no gzip, or unpacks to more than what is left of the limit */
export function gunzipSync(bytes: Uint8Array): Uint8Array {
  // Node's takes no limit of zero.
  const unpacked = unzip(bytes, { maxOutputLength: Math.max(left, 1) });
  left -= unpacked.length;
  return new Uint8Array(unpacked);
}

export const gzipSync = (bytes: Uint8Array): Uint8Array => new Uint8Array(zip(bytes));
