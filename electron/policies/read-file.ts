import { constants, type Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decodeText } from '@contract/decode-text';
import type { PlaceProblem } from '@contract/policies';
import { ok, type Result, refuse } from '@contract/result';
import { parseObject } from '../transfer/read-connection';

/** Whose file a place accepts. */
export interface Owner {
  /** The user id of the administrator. */
  readonly user: number;
  /** The outermost folder that is judged; a test's own folder stands below one that everybody may write. */
  readonly from: string;
}

/** Many presets and certificates. */
const LARGEST_BYTES = 1024 * 1024;
const OTHERS_WRITE = 0o022;

/** The file's object; null if there is no file. Never throws. */
export async function readPolicyFile(
  path: string,
  owner: Owner | null,
): Promise<Result<Readonly<Record<string, unknown>> | null, PlaceProblem>> {
  const bytes = await readTrusted(path, owner);
  if (!bytes.ok || bytes.value === null) return bytes.ok ? ok(null) : bytes;
  const text = decodeText(bytes.value);
  if (text === null) return refuse('not-utf8');
  const json = parseObject(text);
  if (json.ok) return json;
  const { reason } = json.failure;
  return refuse(reason === 'duplicate-key' || reason === 'not-an-object' ? reason : 'not-json');
}

/**
 * The bytes of a file that only an administrator can have written; null if there is no file.
 * @param owner null where the folder itself is the administrators' alone, and the file system has no such owner
 */
export async function readTrusted(
  path: string,
  owner: Owner | null,
): Promise<Result<Buffer | null, PlaceProblem>> {
  try {
    if (owner !== null) {
      // Without a file nobody has to be trusted: in a container, `/` may seem to belong to nobody.
      await lstat(path);
      // Outermost first: below a folder that others may write, nothing said of a file holds for long.
      for (const one of pathsTo(path, owner.from)) {
        const problem = problemOf(await lstat(one), owner);
        if (problem !== null) return refuse(problem);
      }
    }
    // A pipe would wait for its writer, and a link could have been put there meanwhile.
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
    const handle = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const found = await handle.stat();
      if (!found.isFile()) return refuse('not-a-file');
      const problem = owner === null ? null : problemOf(found, owner);
      if (problem !== null) return refuse(problem);
      if (found.size > LARGEST_BYTES) return refuse('too-large');
      const bytes = Buffer.alloc(found.size);
      const { bytesRead } = await handle.read(bytes, 0, found.size, 0);
      return ok(bytes.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return ok(null);
    return refuse(code === 'ELOOP' ? 'link' : code === 'EISDIR' ? 'not-a-file' : 'not-readable');
  }
}

/** The folders above a path and the path itself, from the outermost. */
function pathsTo(path: string, from: string): readonly string[] {
  const paths = [path];
  for (let at = path; at !== from && dirname(at) !== at; at = dirname(at)) paths.unshift(dirname(at));
  return paths;
}

function problemOf(found: Stats, owner: Owner): PlaceProblem | null {
  if (found.isSymbolicLink()) return 'link';
  if (found.uid !== owner.user) return 'not-owned';
  return (found.mode & OTHERS_WRITE) === 0 ? null : 'writable';
}
