import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { decodeText } from '@contract/decode-text';
import type { CertificateFileProblem } from '@contract/extra-trust';
import { isObject } from '@contract/is-object';
import { LIMITS } from '@contract/limits';
import { ok, type Result, refuse } from '@contract/result';
import {
  type FileConnection,
  parseObject,
  readConnection,
  type TextProblem,
} from '../transfer/read-connection';

/** Why nothing was checked: the file (`-` for standard input), the field in it, and the reason. */
export interface InputProblem {
  readonly source: string;
  readonly field: string | null;
  readonly reason:
    | 'not-found'
    | 'not-a-file'
    | 'not-readable'
    | 'too-large'
    | 'not-utf8'
    | TextProblem['reason']
    /** The organization does not allow this system. */
    | 'not-allowed'
    | 'unknown-secret'
    | 'no-input'
    | 'wrong-count'
    | CertificateFileProblem
    | 'unknown-connection'
    | 'ambiguous-name'
    | 'nothing-saved'
    | 'nothing-shared';
}

const LARGEST_FILE_BYTES = 1024 * 1024;

/** Reads a file of at most 1 MiB. */
export function readSmallFile(path: string): Result<Buffer, InputProblem> {
  const problem = (reason: InputProblem['reason']) => refuse({ source: path, field: null, reason });
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (failure) {
    const code = (failure as NodeJS.ErrnoException).code;
    return problem(code === 'ENOENT' ? 'not-found' : code === 'EISDIR' ? 'not-a-file' : 'not-readable');
  }
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) return problem('not-a-file');
    if (found.size > LARGEST_FILE_BYTES) return problem('too-large');
    const bytes = Buffer.alloc(found.size);
    const length = readSync(handle, bytes, 0, found.size, 0);
    return ok(bytes.subarray(0, length));
  } catch {
    return problem('not-readable');
  } finally {
    closeSync(handle);
  }
}

/** Reads standard input to its end, at most 1 MiB. */
export async function readStandardInput(
  input: AsyncIterable<Buffer | string>,
): Promise<Result<string, InputProblem>> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of input) {
      const bytes = Buffer.from(part);
      size += bytes.length;
      if (size > LARGEST_FILE_BYTES) return refuse({ source: '-', field: null, reason: 'too-large' });
      parts.push(bytes);
    }
  } catch (failure) {
    const code = (failure as NodeJS.ErrnoException).code;
    // On Windows, a pipe closed by its writer ends with this error.
    if (code !== 'EOF')
      return refuse({ source: '-', field: null, reason: code === 'EISDIR' ? 'not-a-file' : 'not-readable' });
  }
  const text = decode(Buffer.concat(parts), '-');
  if (text.ok && text.value.trim() === '') return refuse({ source: '-', field: null, reason: 'no-input' });
  return text;
}

function decode(bytes: Buffer, source: string): Result<string, InputProblem> {
  const text = decodeText(bytes);
  return text === null ? refuse({ source, field: null, reason: 'not-utf8' }) : ok(text);
}

/** Parses one connection file strictly: unknown keys, wrong types and secrets are rejected. */
export function readConnectionFile(path: string): Result<FileConnection, InputProblem> {
  const bytes = readSmallFile(path);
  const text = bytes.ok ? decode(bytes.value, path) : bytes;
  if (!text.ok) return text;
  const json = parseObject(text.value);
  const connection = json.ok ? readConnection(json.value) : json;
  return connection.ok ? connection : refuse({ source: path, ...connection.failure });
}

/** Secret field id → secret, for each connection in the order of the arguments. */
export type Secrets = Readonly<Record<string, string>>;

/** Parses the secrets from standard input: one object for one connection; for several, an array in argument order. */
export function readSecrets(
  text: string,
  connections: readonly FileConnection[],
): Result<readonly Secrets[], InputProblem> {
  const problem = (reason: InputProblem['reason'], field: string | null = null) =>
    refuse({ source: '-', field, reason });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problem('not-json');
  }
  const list = Array.isArray(json) ? json : [json];
  if (list.length !== connections.length) return problem('wrong-count');
  const secrets: Secrets[] = [];
  for (const [at, entry] of list.entries()) {
    const prefix = Array.isArray(json) ? `[${at}].` : '';
    if (!isObject(entry)) return problem('not-an-object', prefix === '' ? null : `[${at}]`);
    for (const [key, value] of Object.entries(entry)) {
      const field = connections[at]?.system.fields.find((candidate) => candidate.id === key);
      if (field?.secret !== true) return problem('unknown-secret', `${prefix}${key}`);
      if (typeof value !== 'string' || value.length > LIMITS.secret)
        return problem('wrong-type', `${prefix}${key}`);
    }
    secrets.push(entry as Secrets);
  }
  return ok(secrets);
}
