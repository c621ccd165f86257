import type { Values } from '@contract/connection';
import { environments, systemIds } from '@contract/connection-kinds';
import { isObject } from '@contract/is-object';
import { LIMITS } from '@contract/limits';
import { isPrintable, printable } from '@contract/printable';
import { ok, type Result, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import type { System } from '@systems/system';
import { duplicateKey } from './duplicate-key';

/** A connection as in a file (docs/command-line.md), without id and secrets. */
export interface FileConnection {
  readonly system: System;
  readonly name: string;
  readonly environment: (typeof environments)[number];
  readonly values: Values;
}

/** What is wrong with a settings file, and in which field. */
export interface TextProblem {
  readonly field: string | null;
  readonly reason:
    | 'not-json'
    | 'not-an-object'
    | 'missing-key'
    | 'unknown-key'
    | 'duplicate-key'
    | 'wrong-type'
    | 'invisible-characters'
    | 'unknown-system'
    | 'unknown-environment'
    | 'unknown-provider'
    | 'secret-in-values';
}

/** Parses a JSON object without duplicate keys. Never throws. */
export function parseObject(text: string): Result<Record<string, unknown>, TextProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse({ reason: 'not-json', field: null });
  }
  if (!isObject(json)) return refuse({ reason: 'not-an-object', field: null });
  const twice = duplicateKey(text);
  return twice === null ? ok(json) : refuse({ reason: 'duplicate-key', field: shortened(twice) });
}

/**
 * Parses one connection strictly: unknown keys, wrong types and secrets are rejected.
 * @param prefix is put before the field names of problems: `connections[1].`
 */
export function readConnection(
  json: Record<string, unknown>,
  prefix = '',
): Result<FileConnection, TextProblem> {
  const problem = (reason: TextProblem['reason'], field: string) =>
    refuse({ reason, field: shortened(prefix + field) });

  const keys = ['system', 'name', 'environment', 'values'];
  const unknown = Object.keys(json).find((key) => !keys.includes(key));
  if (unknown !== undefined) return problem('unknown-key', unknown);
  const missing = keys.find((key) => !Object.hasOwn(json, key));
  if (missing !== undefined) return problem('missing-key', missing);

  const { system: id, name, environment, values } = json;
  if (typeof id !== 'string') return problem('wrong-type', 'system');
  if (typeof name !== 'string' || name.length > LIMITS.name) return problem('wrong-type', 'name');
  if (!isPrintable(name)) return problem('invisible-characters', 'name');
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
    // Other choices are a report's to name; without its provider nothing is known of the rest.
    if (field.askedAt === 'choose' && value !== '' && field.choices?.includes(value) === false)
      return problem('unknown-provider', `values.${key} "${value}"`);
  }
  const known = values as Values;
  return ok({
    system: system.inTermsOf?.(known) ?? system,
    name,
    environment: knownEnvironment,
    values: known,
  });
}

/** A malicious file may contain a key as long as the file, or of any characters. */
const shortened = (field: string): string =>
  printable(field.length > 120 ? `${field.slice(0, 119)}…` : field);
