import { environments, LIMITS, systemIds, type Values } from '@contract/connection';
import { isObject } from '@contract/is-object';
import { isPrintable, printable } from '@contract/printable';
import type { LeftOut, LeftOutReason } from '@contract/transfer';
import { systemById } from '@systems/catalogue';
import type { System } from '@systems/system';
import * as z from 'zod/mini';
import type { PortableConnection } from './portable-connection';

/*
 * One connection as one KeePass entry. Standard fields are used the way KeePass users expect: the main address is
 * URL, the id UserName, the main secret Password. Each value is stored only once, so that editing it in KeePassXC
 * changes what is imported. All other values are fields named by their id; fields only this program needs start with
 * `wizard.`.
 */

const ENTRY_FORMAT = 1;
const MARK = 'wizard.format';
/**
 * When a secret came into use, so that a reminder of its age is not late on another computer. Changing the secret in
 * KeePassXC does not update it; the reminder then comes too early, which is harmless.
 */
const sinceName = (field: string): string => `wizard.since.${field}`;

export interface EntryField {
  readonly name: string;
  readonly text: string;
  /** Programs that open the database should protect it in memory. */
  readonly isSecret: boolean;
}

/** Which of the system's fields use KeePass's standard fields. */
export function standardFields(system: System): {
  readonly URL: string | undefined;
  readonly UserName: string | undefined;
  readonly Password: string | undefined;
} {
  const entered = system.fields.filter(({ askedAt, secret }) => askedAt === 'enter' && !secret);
  return {
    URL: entered.find(({ kind }) => kind === 'address')?.id,
    UserName: entered.find(({ kind }) => kind === 'text')?.id,
    Password: system.fields.find(({ secret }) => secret)?.id,
  };
}

/** The title of an entry. Distinguishes connections with the same name in a list, as the window does. */
export const titleOf = ({ name, environment }: Pick<PortableConnection, 'name' | 'environment'>): string =>
  `${name} (${environment})`;

/** All fields needed to recreate the connection. Empty values get no field. */
export function entryFields(
  connection: PortableConnection,
  title = titleOf(connection),
): readonly EntryField[] {
  const system = systemById(connection.system);
  const standard = new Map(Object.entries(standardFields(system)).map(([name, id]) => [id, name]));
  const open = Object.entries(connection.values).map(([id, text]) => ({ id, text, isSecret: false }));
  const secret = [...connection.secrets].map(([id, text]) => ({ id, text, isSecret: true }));
  const own: Readonly<Record<string, string>> = {
    [MARK]: String(ENTRY_FORMAT),
    'wizard.system': connection.system,
    'wizard.environment': connection.environment,
    'wizard.name': connection.name,
    ...(connection.id === null ? {} : { 'wizard.id': connection.id }),
    ...Object.fromEntries([...connection.since].map(([field, at]) => [sinceName(field), at])),
    'wizard.boardNumber': connection.boardNumber ?? '',
    'wizard.more': connection.more.size === 0 ? '' : JSON.stringify(Object.fromEntries(connection.more)),
  };
  return [
    { name: 'Title', text: title, isSecret: false },
    ...[...open, ...secret].map(({ id, text, isSecret }) => ({
      name: standard.get(id) ?? id,
      text,
      isSecret,
    })),
    ...Object.entries(own).map(([name, text]) => ({ name, text, isSecret: false })),
  ].filter(({ text }) => text !== '');
}

export type ReadEntry =
  /** An entry that is not this program's. */
  | { readonly kind: 'other' }
  | { readonly kind: 'left-out'; readonly leftOut: LeftOut }
  | {
      readonly kind: 'connection';
      readonly connection: PortableConnection;
      readonly leftOut: readonly LeftOut[];
    };

const REFERENCE = /^\s*\{REF:/i;
const PLAIN_STANDARD = new Set(['Title', 'Notes']);

/**
 * Reads one entry, whoever wrote or edited it.
 * @param changedAt when the entry was last changed; used as the secret's date if the entry has none
 */
export function readEntry(fields: ReadonlyMap<string, string>, changedAt: string | null): ReadEntry {
  const format = fields.get(MARK);
  if (format === undefined) return { kind: 'other' };
  const entryTitle = (fields.get('Title') ?? '').slice(0, LIMITS.name);
  const title = printable(entryTitle);
  const leave = (reason: LeftOutReason): ReadEntry => ({
    kind: 'left-out',
    leftOut: { title, field: null, reason },
  });
  if (format !== String(ENTRY_FORMAT))
    return leave(/^\d{1,6}$/.test(format) ? 'newer-version' : 'not-understood');
  const systemId = systemIds.find((known) => known === fields.get('wizard.system'));
  if (systemId === undefined) return leave('unknown-system');
  const environment = environments.find((known) => known === fields.get('wizard.environment'));
  if (environment === undefined) return leave('incomplete');
  const name = nameOf(fields.get('wizard.name') ?? '', entryTitle, environment);
  if (name === '') return leave('incomplete');
  if (name.length > LIMITS.name) return leave('too-long');
  if (!isPrintable(name)) return leave('invisible-characters');

  const { values, secrets, leftOut } = readValues(systemById(systemId), fields, title);
  const boardNumber = fields.get('wizard.boardNumber') ?? '';
  const wrong: LeftOutReason | null =
    boardNumber.length > LIMITS.boardNumber
      ? 'too-long'
      : isPrintable(boardNumber)
        ? null
        : 'invisible-characters';
  if (wrong !== null) leftOut.push({ title, field: 'boardNumber', reason: wrong });
  const more = readMore(fields.get('wizard.more') ?? '');
  if (more === null) leftOut.push({ title, field: 'wizard.more', reason: 'not-understood' });
  const since = [...secrets.keys()].flatMap((field): [string, string][] => {
    const at = z.iso.datetime().safeParse(fields.get(sinceName(field)));
    const known = at.success ? at.data : changedAt;
    return known === null ? [] : [[field, known]];
  });
  const id = z.uuid().safeParse(fields.get('wizard.id'));
  return {
    kind: 'connection',
    connection: {
      id: id.success ? id.data : null,
      system: systemId,
      name,
      environment,
      boardNumber: wrong === null ? boardNumber : null,
      values,
      secrets,
      since: new Map(since),
      more: more ?? new Map(),
    },
    leftOut,
  };
}

/** Renaming the entry in KeePass renames the connection. */
function nameOf(kept: string, title: string, environment: PortableConnection['environment']): string {
  const written = titleOf({ name: kept.trim(), environment });
  const isOurs =
    title === written || (title.startsWith(`${written} `) && /^\d+$/.test(title.slice(written.length + 1)));
  return isOurs || title.trim() === '' ? kept.trim() : title.trim();
}

function readValues(system: System, fields: ReadonlyMap<string, string>, title: string) {
  const standard: Readonly<Record<string, string | undefined>> = standardFields(system);
  const values: [string, string][] = [];
  const secrets = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  for (const [name, text] of fields) {
    if (text === '' || PLAIN_STANDARD.has(name) || name.startsWith('wizard.')) continue;
    const field = system.fields.find(
      ({ id }) => id === (Object.hasOwn(standard, name) ? standard[name] : name),
    );
    const leave = (reason: LeftOutReason): void => {
      leftOut.push({ title, field: field?.id ?? printable(name.slice(0, LIMITS.fieldId)), reason });
    };
    if (field === undefined) leave('not-understood');
    else if (REFERENCE.test(text)) leave('reference');
    else if (text.length > (field.secret ? LIMITS.secret : LIMITS.value)) leave('too-long');
    else if (field.secret) secrets.set(field.id, text);
    else values.push([field.id, text]);
  }
  return { values: Object.fromEntries(values) as Values, secrets, leftOut };
}

/** null if this program did not write it. */
function readMore(text: string): ReadonlyMap<string, unknown> | null {
  if (text === '') return new Map();
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? new Map(Object.entries(json)) : null;
  } catch {
    return null;
  }
}
