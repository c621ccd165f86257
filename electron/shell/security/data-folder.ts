import { chmodSync, statSync } from 'node:fs';

const PERMISSIONS = 0o777;
const OWN = 0o700;
const ROOT = 0;

/**
 * Closes the data folder to other users of this computer. Whoever may write there could replace a connection's address,
 * or the record of what was done with its secrets.
 * @returns false if that is impossible because the folder is another user's
 */
export function closeToOthers(folder: string, own = process.getuid?.()): boolean {
  // Root may read anyone's, and changes nothing of theirs.
  if (own === undefined || own === ROOT) return true;
  try {
    const { uid, mode } = statSync(folder);
    if (uid !== own) return false;
    if ((mode & PERMISSIONS & ~OWN) !== 0) chmodSync(folder, OWN);
  } catch {
    // There is none yet: it is created closed.
  }
  return true;
}
