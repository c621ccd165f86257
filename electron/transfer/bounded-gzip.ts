import { gunzipSync as unzip, gzipSync as zip } from 'node:zlib';
import { MOVING_LIMITS } from '@contract/transfer';

/*
 * Replaces fflate, which kdbxweb bundles (scripts/lib/library-patches.ts). fflate trusts the unpacked size a file
 * claims and allocates up to 4 GiB before it has looked. Node's zlib stops at a limit. All parts of one database
 * share that limit, since each attachment may be compressed separately.
 */

let left: number = MOVING_LIMITS.unpacked;

/** Resets the limit for the next database. */
export function beginUnpacking(): void {
  left = MOVING_LIMITS.unpacked;
}

/** @throws if the bytes are not gzip, or unpack to more than is left of the limit */
export function gunzipSync(bytes: Uint8Array): Uint8Array {
  // Node rejects a limit of zero.
  const unpacked = unzip(bytes, { maxOutputLength: Math.max(left, 1) });
  left -= unpacked.length;
  return new Uint8Array(unpacked);
}

export const gzipSync = (bytes: Uint8Array): Uint8Array => new Uint8Array(zip(bytes));
