import { type Connection, connectionSchema } from '@contract/connection';
import { isObject } from '@contract/is-object';
import type { ImportItem, LeftOut, SecretComparison, ValueChange } from '@contract/transfer';
import { systemById } from '@systems/catalogue';
import { offers } from '@systems/plan-of';
import type { SecretRef } from '../secrets/secret-record';
import type { NewSecret, Vault } from '../secrets/vault';
import { type FileContents, filledValues, type PortableConnection } from './portable-connection';

/** What importing one connection would do, and its row in the preview. */
export interface PlannedItem {
  readonly shown: ImportItem;
  /** The existing connection it was compared with; null if it is new. */
  readonly kept: Connection | null;
  /** The connection after the import. */
  readonly next: Connection;
  /** Secrets to write, each bound to the origins of the imported addresses. */
  readonly secrets: readonly NewSecret[];
  /** True if one of them replaces a session-only secret. */
  readonly replacesSession: boolean;
}

export interface ComparePorts {
  readonly all: readonly Connection[];
  readonly vault: Pick<Vault, 'digest' | 'digestOf' | 'state'>;
  readonly newId: () => string;
  readonly now: Date;
}

/** Compares a file's contents with the existing connections. Changes nothing. */
export async function compare(
  contents: FileContents,
  ports: ComparePorts,
): Promise<{ readonly items: readonly PlannedItem[]; readonly leftOut: readonly LeftOut[] }> {
  const keptOf = matcher(ports.all);
  const usedIds = new Set(ports.all.map(({ id }) => id));
  const items: PlannedItem[] = [];
  const leftOut = [...contents.leftOut];
  // Match by id first, so that a copy with the same name cannot take its place.
  const matches = new Map<PortableConnection, Connection | null>();
  for (const byId of [true, false]) {
    for (const one of contents.connections) {
      if (matches.get(one) == null) matches.set(one, keptOf(one, byId));
    }
  }
  for (const one of contents.connections) {
    const kept = matches.get(one) ?? null;
    const id = kept?.id ?? (one.id !== null && !usedIds.has(one.id) ? one.id : ports.newId());
    usedIds.add(id);
    const { next, refused } = nextOf(one, kept, id, ports.now);
    leftOut.push(...refused.map((left) => ({ title: one.name, ...left })));
    items.push(await planned(items.length, one, kept, next, ports.vault));
  }
  return { items, leftOut };
}

/** Finds the existing connection for one in the file. Each is matched only once. */
function matcher(all: readonly Connection[]): (one: PortableConnection, byId: boolean) => Connection | null {
  const real = all.filter(({ practice }) => !practice);
  const byId = new Map(real.map((connection) => [connection.id, connection]));
  const byName = new Map<string, Connection[]>();
  for (const one of real) byName.set(nameKey(one), [...(byName.get(nameKey(one)) ?? []), one]);
  const taken = new Set<string>();
  const take = (connection: Connection | undefined, system: string): Connection | null => {
    if (connection === undefined || connection.system !== system || taken.has(connection.id)) return null;
    taken.add(connection.id);
    return connection;
  };
  return (one, isById) => {
    if (isById) return one.id === null ? null : take(byId.get(one.id), one.system);
    const same = byName.get(nameKey(one)) ?? [];
    // If two have the same name, there is no telling which one is meant.
    return same.length === 1 ? take(same[0], one.system) : null;
  };
}

const nameKey = ({
  system,
  environment,
  name,
}: Pick<Connection, 'system' | 'environment' | 'name'>): string =>
  JSON.stringify([system, environment, name]);

type Refused = Pick<LeftOut, 'reason'> & { readonly field: string };

/** The connection after the import, and those of the file's members that are invalid. */
function nextOf(
  one: PortableConnection,
  kept: Connection | null,
  id: string,
  now: Date,
): { readonly next: Connection; readonly refused: readonly Refused[] } {
  const at = now.toISOString();
  const fresh = {
    practice: false,
    boardNumber: '',
    setup: { step: 'enter' as const, registrationSentOn: null, finishedAt: null },
    lastCheck: null,
    createdAt: at,
  };
  let next: Connection = {
    ...(kept ?? fresh),
    id,
    system: one.system,
    name: one.name,
    environment: one.environment,
    boardNumber: one.boardNumber ?? kept?.boardNumber ?? '',
    values: one.values,
    updatedAt: at,
  };
  const refused: Refused[] = [];
  for (const [member, value] of one.more) {
    // An existing connection keeps its own setup progress.
    if (member === 'setup' && kept !== null) continue;
    // The user must see a certificate before trusting it, so a file cannot add one.
    if (member === 'extraCertificates') {
      const isHere = sameJson(value, kept?.extraCertificates ?? []);
      if (!isHere) refused.push({ field: member, reason: 'certificates' });
      continue;
    }
    const isCommon = member !== 'setup' && !isFurther(member);
    const isOffered = member !== 'alternative' || offers(systemById(one.system), value);
    const parsed = isCommon || !isOffered ? null : connectionSchema.safeParse({ ...next, [member]: value });
    if (parsed?.success === true) next = parsed.data;
    else refused.push({ field: member, reason: 'not-understood' });
  }
  const isSame =
    kept !== null &&
    kept.environment === next.environment &&
    sameJson(filledValues(kept.values), next.values) &&
    kept.alternative === next.alternative;
  // A check result applies only to the values and the alternative it was obtained with.
  return { next: isSame ? next : { ...next, lastCheck: null }, refused };
}

/** Members that every connection has. A file has its own way to store them, or leaves them out. */
const COMMON = new Set([
  'id',
  'system',
  'name',
  'environment',
  'practice',
  'boardNumber',
  'values',
  'setup',
  'lastCheck',
  // A rotation in progress stays on this computer, with both secrets.
  'rotation',
  // Presets are this computer's.
  'preset',
  'createdAt',
  'updatedAt',
]);

const isFurther = (member: string): boolean => !COMMON.has(member);

/** What a database stores of a connection besides its values: every member not stored in another way. */
export function furtherMembers(connection: Connection): ReadonlyMap<string, unknown> {
  const further = Object.entries(connection).filter(
    ([member, value]) => isFurther(member) && value !== undefined,
  );
  return new Map([['setup', connection.setup], ...further]);
}

async function planned(
  item: number,
  one: PortableConnection,
  kept: Connection | null,
  next: Connection,
  vault: ComparePorts['vault'],
): Promise<PlannedItem> {
  const values = valueChanges(kept, next);
  const members = kept === null ? [] : memberChanges(kept, next);
  const origins = systemById(next.system).secretOrigins(next.values);
  const secrets: SecretComparison[] = [];
  const written: NewSecret[] = [];
  const askedAgain: string[] = [];
  let replacesSession = false;
  for (const { id: field } of systemById(next.system).fields.filter(({ secret }) => secret)) {
    const ref = { connection: next.id, field };
    const bound = origins[field] ?? [];
    const inFile = one.secrets.get(field);
    const state = kept === null ? 'absent' : await vault.state(ref, bound);
    if (inFile === undefined) {
      if (state !== 'absent') secrets.push({ field, standing: 'not-in-file' });
      if (state === 'other-address') askedAgain.push(field);
      continue;
    }
    const standing = await standingOf(inFile, state, ref, vault);
    secrets.push({ field, standing });
    if (standing === 'same' && state !== 'other-address') continue;
    const since = one.since.get(field);
    written.push({ ref, secret: inFile, origins: bound, ...(since === undefined ? {} : { since }) });
    if (state === 'session-only') replacesSession = true;
  }
  const isSame = kept !== null && values.length === 0 && members.length === 0 && written.length === 0;
  const standing = kept === null ? 'new' : isSame ? 'same' : 'changed';
  const { system, name, environment } = next;
  return {
    shown: {
      item,
      standing,
      system,
      name,
      environment,
      keptName: kept?.name ?? null,
      values,
      secrets,
      members,
      askedAgain,
    },
    kept,
    // The last result was obtained with a different secret.
    next: written.length > 0 ? { ...next, lastCheck: null } : next,
    secrets: written,
    replacesSession,
  };
}

async function standingOf(
  inFile: string,
  state: Awaited<ReturnType<Vault['state']>>,
  ref: SecretRef,
  vault: ComparePorts['vault'],
): Promise<SecretComparison['standing']> {
  if (state === 'absent') return 'new';
  if (state === 'unreadable') return 'kept-unreadable';
  const kept = await vault.digest(ref);
  if (kept === null) return 'kept-unreadable';
  return kept === vault.digestOf(inFile) ? 'same' : 'differs';
}

function valueChanges(kept: Connection | null, next: Connection): readonly ValueChange[] {
  const [before, after] = [kept?.values ?? {}, next.values].map(filledValues);
  const open = systemById(next.system).fields.filter(({ secret }) => !secret);
  return open
    .map(({ id }) => ({ field: id, before: before?.[id] ?? null, after: after?.[id] ?? null }))
    .filter((change) => change.before !== change.after);
}

function memberChanges(kept: Connection, next: Connection): readonly string[] {
  const ours = ['name', 'environment', 'boardNumber'];
  const further = Object.keys(next).filter(isFurther);
  const [before, after] = [new Map(Object.entries(kept)), new Map(Object.entries(next))];
  return [...ours, ...further].filter((member) => !sameJson(before.get(member), after.get(member)));
}

/** Ignores the order of keys. */
const sameJson = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other);

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isObject(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  ) ?? '';
