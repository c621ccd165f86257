import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Desktop } from './desktop';
import { processesWith } from './processes';

/** Every form in which a secret could be stored unprotected. */
function disguises(secret: string): ReadonlyMap<string, Buffer> {
  const plain = Buffer.from(secret, 'utf8');
  const percent = [...plain].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return new Map([
    ['plain text', plain],
    ['UTF-16', Buffer.from(secret, 'utf16le')],
    ['UTF-16, big-endian', Buffer.from(secret, 'utf16le').swap16()],
    ...[0, 1, 2].flatMap((shift): [string, Buffer][] => [
      [`base64, shifted by ${shift}`, base64Core(plain, shift, 'base64')],
      [`base64url, shifted by ${shift}`, base64Core(plain, shift, 'base64url')],
    ]),
    ['hex', Buffer.from(plain.toString('hex'))],
    ['hex, capitals', Buffer.from(plain.toString('hex').toUpperCase())],
    ['percent-encoded', Buffer.from(encodeURIComponent(secret))],
    ['percent-encoded throughout', Buffer.from(percent)],
    ['percent-encoded throughout, capitals', Buffer.from(percent.toUpperCase())],
  ]);
}

/** The form in which the bytes contain the secret, or null. */
export function findSecret(bytes: Buffer, secret: string): string | null {
  for (const [name, disguise] of disguises(secret)) if (bytes.includes(disguise)) return name;
  return null;
}

/** The places that contain one of the secrets, each with its form: `report (base64)`. */
export const holding = (
  places: Iterable<readonly [string, Buffer]>,
  ...secrets: readonly string[]
): string[] =>
  [...places].flatMap(([place, bytes]) =>
    secrets.flatMap((secret) => {
      const disguise = findSecret(bytes, secret);
      return disguise === null ? [] : [`${place} (${disguise})`];
    }),
  );

/** The command lines, environments and names of all processes on the desktop, by process. */
export function wordsOfProcesses(desktop: Desktop): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const pid of processesWith('WIZARD_TEST_DESKTOP', basename(desktop.folder))) {
    for (const name of ['cmdline', 'environ', 'comm']) {
      try {
        found.set(`${pid}/${name}`, readFileSync(`/proc/${pid}/${name}`));
      } catch {
        // It has ended meanwhile.
      }
    }
  }
  return found;
}

/** The files below a folder that contain the secret, each with its form: `settings.json (base64)`. */
export function filesHolding(folder: string, secret: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const disguise = findSecret(readFileSync(path), secret);
      return disguise === null ? [] : [`${path} (${disguise})`];
    });
}

/**
 * The part of the secret's base64 that does not depend on its neighbours, for a given number of preceding bytes in a
 * group of three.
 */
function base64Core(plain: Buffer, shift: number, alphabet: 'base64' | 'base64url'): Buffer {
  const encoded = Buffer.concat([Buffer.alloc(shift), plain]).toString(alphabet);
  const first = Math.ceil((shift * 8) / 6);
  const last = Math.floor(((shift + plain.length) * 8) / 6);
  return Buffer.from(encoded.slice(first, last));
}
