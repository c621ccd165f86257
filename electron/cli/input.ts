import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { environments, LIMITS, systemIds, type Values } from '@contract/connection';
import { ok, type Result, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import type { System } from '@systems/system';

/** A connection as a file gives it; it has no secret and no id. */
export interface FileConnection {
  readonly system: System;
  readonly name: string;
  readonly environment: (typeof environments)[number];
  readonly values: Values;
}

/** Why nothing was checked: the file (or `-` for standard input), the field in it, and a closed reason. */
export interface InputProblem {
  readonly source: string;
  readonly field: string | null;
  readonly reason:
    | 'not-found'
    | 'not-a-file'
    | 'not-readable'
    | 'too-large'
    | 'not-utf8'
    | 'not-json'
    | 'not-an-object'
    | 'missing-key'
    | 'unknown-key'
    | 'wrong-type'
    | 'unknown-system'
    | 'unknown-environment'
    | 'secret-in-values'
    | 'unknown-secret'
    | 'no-input'
    | 'wrong-count'
    | 'not-a-certificate'
    | 'unknown-connection'
    | 'ambiguous-name'
    | 'nothing-saved';
}

const LARGEST_FILE_BYTES = 1024 * 1024;

/** Reads a UTF-8 text of at most 1 MiB; a byte order mark is dropped (Windows PowerShell writes one). */
export function readTextFile(path: string): Result<string, InputProblem> {
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
    return decode(bytes.subarray(0, length), path);
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
  for await (const part of input) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > LARGEST_FILE_BYTES) return refuse({ source: '-', field: null, reason: 'too-large' });
    parts.push(bytes);
  }
  const text = decode(Buffer.concat(parts), '-');
  if (text.ok && text.value.trim() === '') return refuse({ source: '-', field: null, reason: 'no-input' });
  return text;
}

function decode(bytes: Buffer, source: string): Result<string, InputProblem> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    return refuse({ source, field: null, reason: 'not-utf8' });
  }
}

/** Reads one connection file, strictly: every key known, every type right, no secret inside. */
export function readConnection(path: string): Result<FileConnection, InputProblem> {
  const problem = (reason: InputProblem['reason'], field: string | null = null) =>
    refuse({ source: path, field, reason });
  const text = readTextFile(path);
  if (!text.ok) return text;
  const json = parseObject(text.value);
  if (json === 'not-json' || json === 'not-an-object') return problem(json);

  const keys = ['system', 'name', 'environment', 'values'];
  const unknown = Object.keys(json).find((key) => !keys.includes(key));
  if (unknown !== undefined) return problem('unknown-key', unknown);
  const missing = keys.find((key) => !Object.hasOwn(json, key));
  if (missing !== undefined) return problem('missing-key', missing);

  const { system: id, name, environment, values } = json;
  if (typeof id !== 'string') return problem('wrong-type', 'system');
  if (typeof name !== 'string' || name.length > LIMITS.name) return problem('wrong-type', 'name');
  if (typeof environment !== 'string') return problem('wrong-type', 'environment');
  if (!isObject(values)) return problem('wrong-type', 'values');
  const systemId = systemIds.find((known) => known === id);
  const system = systemId === undefined ? undefined : systemById(systemId);
  if (system === undefined) return problem('unknown-system', 'system');
  const knownEnvironment = environments.find((known) => known === environment);
  if (knownEnvironment === undefined) return problem('unknown-environment', 'environment');

  for (const [key, value] of Object.entries(values)) {
    const field = system.fields.find((candidate) => candidate.id === key);
    if (field === undefined) return problem('unknown-key', `values.${key}`);
    if (field.secret) return problem('secret-in-values', `values.${key}`);
    if (typeof value !== 'string' || value.length > LIMITS.value)
      return problem('wrong-type', `values.${key}`);
  }
  return ok({ system, name, environment: knownEnvironment, values: values as Values });
}

/** Secret field id → secret, for each connection in the order of the arguments. */
export type Secrets = Readonly<Record<string, string>>;

/** Reads the secrets of standard input: one object for one connection, an array in argument order for several. */
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

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseObject(text: string): Record<string, unknown> | 'not-json' | 'not-an-object' {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : 'not-an-object';
  } catch {
    return 'not-json';
  }
}
