import { gunzipSync as unzip, gzipSync as zip } from 'node:zlib';
import { MOVING_LIMITS } from '@contract/moving';

/*
 * Stands in for fflate, which kdbxweb brings along (vite.config.ts): that one believes the size a file claims to
 * unpack to, and makes room for up to 4 GiB before it has looked. Node's own stops at a limit.
 */

/** @throws when it is no gzip, or unpacks to more than the limit */
export const gunzipSync = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(unzip(bytes, { maxOutputLength: MOVING_LIMITS.unpacked }));

export const gzipSync = (bytes: Uint8Array): Uint8Array => new Uint8Array(zip(bytes));
