import { LIMITS } from '@contract/connection';
import { isObject } from '@contract/is-object';
import { printable } from '@contract/printable';
import { ok, type Result, refuse } from '@contract/result';
import type { TransferProblem } from '@contract/transfer';
import { type FileContents, filledValues, type PortableConnection } from './portable-connection';
import { type FileConnection, parseObject, readConnection } from './read-connection';

/*
 * Connections without secrets as plain JSON, for sharing settings. A single connection is the file format of the
 * command line (docs/command-line.md); several are `{"version": 1, "connections": [ … ]}`.
 */

const SETTINGS_VERSION = 1;

/** The text of such a file. It cannot contain secrets, since a connection's values have none. */
export function settingsText(
  connections: readonly Pick<PortableConnection, 'system' | 'name' | 'environment' | 'values'>[],
): string {
  const plain = connections.map(({ system, name, environment, values }) => ({
    system,
    name,
    environment,
    values: filledValues(values),
  }));
  const content = plain.length === 1 ? plain[0] : { version: SETTINGS_VERSION, connections: plain };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Parses such a text strictly: any error rejects the whole file. Never throws. */
export function readSettingsText(text: string): Result<FileContents, TransferProblem> {
  const json = parseObject(text);
  if (!json.ok) return json;
  const file = json.value;
  if (!Object.hasOwn(file, 'version') && !Object.hasOwn(file, 'connections'))
    return portableOf([readOne(file, '')]);

  const problem = (reason: TransferProblem['reason'], field: string) => refuse({ reason, field });
  const unknown = Object.keys(file).find((key) => key !== 'version' && key !== 'connections');
  if (unknown !== undefined) return problem('unknown-key', printable(unknown.slice(0, LIMITS.name)));
  if (typeof file.version !== 'number') {
    return problem(Object.hasOwn(file, 'version') ? 'wrong-type' : 'missing-key', 'version');
  }
  if (file.version > SETTINGS_VERSION) return problem('newer-version', 'version');
  if (file.version !== SETTINGS_VERSION) return problem('wrong-type', 'version');
  const { connections: list } = file;
  if (!Array.isArray(list)) {
    return problem(Object.hasOwn(file, 'connections') ? 'wrong-type' : 'missing-key', 'connections');
  }
  if (list.length === 0) return problem('nothing-inside', 'connections');
  if (list.length > LIMITS.connections) return problem('too-many', 'connections');
  return portableOf(
    list.map((item: unknown, at) =>
      isObject(item)
        ? readOne(item, `connections[${at}].`)
        : refuse({ reason: 'not-an-object' as const, field: `connections[${at}]` }),
    ),
  );
}

function readOne(json: Record<string, unknown>, prefix: string): Result<FileConnection, TransferProblem> {
  const read = readConnection(json, prefix);
  return read.ok && read.value.name.trim() === ''
    ? refuse({ reason: 'wrong-type', field: `${prefix}name` })
    : read;
}

function portableOf(
  read: readonly Result<FileConnection, TransferProblem>[],
): Result<FileContents, TransferProblem> {
  const connections: PortableConnection[] = [];
  for (const one of read) {
    if (!one.ok) return one;
    const { system, name, environment, values } = one.value;
    connections.push({
      id: null,
      system: system.id,
      name: name.trim(),
      environment,
      boardNumber: null,
      values: filledValues(values),
      secrets: new Map(),
      since: new Map(),
      more: new Map(),
    });
  }
  return ok({ connections, leftOut: [], otherEntries: 0 });
}
