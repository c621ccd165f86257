import { X509Certificate } from 'node:crypto';
import type { SystemId } from '@contract/connection';
import { systemIds } from '@contract/connection-kinds';
import { isObject } from '@contract/is-object';
import type { Language } from '@contract/languages';
import { LIMITS } from '@contract/limits';
import {
  type Policies,
  type PolicyFault,
  type PolicyKind,
  type PolicyName,
  PRESET_ID,
  type Preset,
  policyNames,
  policyTable,
  restrictions,
  strictest,
} from '@contract/policies';
import { ok, type Result, refuse } from '@contract/result';
import { isStoreAddress, STORE_DEFAULTS, storeSettingsSchema } from '@contract/shared-store';
import { fieldNotes } from '@systems/field-notes';
import { filledValues } from '../transfer/portable-connection';
import { readConnection } from '../transfer/read-connection';

/** What is wrong with one policy of a place. */
interface Wrong {
  readonly policy: string;
  readonly reason: PolicyFault;
  readonly detail: string | null;
}

export interface Judged {
  readonly set: Partial<Policies>;
  readonly wrong: readonly Wrong[];
}

/**
 * Reads the policies of one place. What is wrong is named, and never allows more: a restriction that cannot be
 * understood counts at its strictest, anything else as not set.
 */
export function judge(given: Readonly<Record<string, unknown>>): Judged {
  const wrong: Wrong[] = [];
  const set: Partial<Record<PolicyName, unknown>> = {};
  for (const [word, value] of Object.entries(given)) {
    const name = policyNames.find((one) => one === word);
    if (name !== undefined) {
      set[name] = readers[policyTable[name].kind](name, value, (reason, detail = null, at = name) =>
        wrong.push({ policy: shortened(at), reason, detail }),
      );
      continue;
    }
    const meant = nearest(word);
    wrong.push({
      policy: shortened(word),
      reason: meant === null ? 'unknown-policy' : 'mistyped-policy',
      detail: meant,
    });
    // Set nowhere else, a mistyped restriction still restricts.
    if (meant !== null && restrictions.includes(meant) && !Object.hasOwn(given, meant))
      set[meant] = strictest[meant];
  }
  return { set: set as Partial<Policies>, wrong };
}

type Tell = (reason: PolicyFault, detail?: string | null, at?: string) => void;
type Reader = (name: PolicyName, value: unknown, tell: Tell) => unknown;

/** Each returns the policy's value, or its strictest after telling what is wrong. */
const readers: Readonly<Record<PolicyKind['kind'], Reader>> = {
  switch: (name, value, tell) => (typeof value === 'boolean' ? value : fail(name, tell, 'wrong-type')),
  number: (name, value, tell) => {
    if (typeof value !== 'number') return fail(name, tell, 'wrong-type');
    const { from, to } = kindOf(name, 'number');
    const isWithin = Number.isInteger(value) && value >= from && value <= to;
    return isWithin ? value : fail(name, tell, 'wrong-value', `${from}–${to}`);
  },
  choice: (name, value, tell) => {
    if (typeof value !== 'string') return fail(name, tell, 'wrong-type');
    const { of } = kindOf(name, 'choice');
    return of.includes(value) ? (value as Language) : fail(name, tell, 'wrong-value', of.join(', '));
  },
  choices: (name, value, tell) => {
    if (!Array.isArray(value)) return fail(name, tell, 'wrong-type');
    return value.filter((one: unknown, at): one is SystemId => {
      const isKnown = systemIds.some((id) => id === one);
      if (!isKnown) tell('unknown-system', systemIds.join(', '), `${name}[${at}]`);
      return isKnown;
    });
  },
  text: (name, value, tell) => {
    if (typeof value !== 'string') return fail(name, tell, 'wrong-type');
    const text = value.trim();
    if (text === '' || text.length > kindOf(name, 'text').most) return fail(name, tell, 'wrong-value');
    return HIDDEN.test(text) ? fail(name, tell, 'invisible-characters') : text;
  },
  address: (name, value, tell) => {
    if (!isObject(value) || typeof value.url !== 'string') return fail(name, tell, 'wrong-type');
    const unknown = Object.keys(value).find((key) => key !== 'url');
    if (unknown !== undefined) return fail(name, tell, 'unknown-key', null, `${name}.${unknown}`);
    const { url } = value;
    const parsed = URL.canParse(url) ? new URL(url) : null;
    const isGood = parsed?.protocol === 'https:' && parsed.username === '' && parsed.password === '';
    if (!isGood || url.length > kindOf(name, 'address').most) return fail(name, tell, 'wrong-value');
    return { url };
  },
  store: (name, value, tell) => {
    if (!isObject(value)) return fail(name, tell, 'wrong-type');
    const { mount, prefix } = STORE_DEFAULTS;
    const read = storeSettingsSchema.safeParse({ mount, prefix, namespace: null, ...value });
    if (read.success && isStoreAddress(read.data.address)) return read.data;
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(storeSettingsSchema.shape, key));
    if (unknown !== undefined) return fail(name, tell, 'unknown-key', null, `${name}.${unknown}`);
    for (const key of ['address', 'signIn'])
      if (!Object.hasOwn(value, key)) return fail(name, tell, 'missing-key', null, `${name}.${key}`);
    const [issue] = read.success ? [] : (read.error?.issues ?? []);
    const at = issue?.path.length ? issue.path.join('.') : 'address';
    return fail(name, tell, 'wrong-value', null, `${name}.${at}`);
  },
  certificates: (name, value, tell) => {
    if (!Array.isArray(value)) return fail(name, tell, 'wrong-type');
    const { most } = kindOf(name, 'certificates');
    if (value.length > most) tell('too-many', String(most));
    return value.slice(0, most).flatMap((one: unknown, at) => {
      const pem = typeof one === 'string' ? authorityIn(one) : null;
      if (pem === null) tell(typeof one === 'string' ? 'wrong-value' : 'wrong-type', null, `${name}[${at}]`);
      return pem ?? [];
    });
  },
  presets: (name, value, tell) => {
    if (!Array.isArray(value)) return fail(name, tell, 'wrong-type');
    const { most } = kindOf(name, 'presets');
    if (value.length > most) tell('too-many', String(most));
    const ids = new Set<string>();
    return value.slice(0, most).flatMap((one: unknown, at) => {
      const place = `${name}[${at}]`;
      const read = readPreset(one, place);
      if (!read.ok) tell(read.failure.reason, read.failure.detail, read.failure.policy);
      else if (ids.has(read.value.id)) tell('same-id', read.value.id, `${place}.id`);
      else {
        ids.add(read.value.id);
        return read.value;
      }
      return [];
    });
  },
};

function fail(
  name: PolicyName,
  tell: Tell,
  reason: PolicyFault,
  detail: string | null = null,
  at: string = name,
) {
  tell(reason, detail, at);
  return strictest[name];
}

/** A reader is only called for policies of its kind. */
const kindOf = <Kind extends PolicyKind['kind']>(name: PolicyName, _kind: Kind) =>
  policyTable[name] as unknown as Extract<PolicyKind, { readonly kind: Kind }>;

/** What could change how a line reads, or hide in it. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const PRESET_KEYS = ['id', 'system', 'provider', 'name', 'environment', 'boardNumber', 'values', 'editable'];

function readPreset(given: unknown, place: string): Result<Preset, Wrong> {
  const wrong = (reason: PolicyFault, key: string, detail: string | null = null) =>
    refuse({ policy: shortened(key === '' ? place : `${place}.${key}`), reason, detail });
  if (!isObject(given)) return wrong('wrong-type', '');
  const unknown = Object.keys(given).find((key) => !PRESET_KEYS.includes(key));
  if (unknown !== undefined) return wrong('unknown-key', unknown);
  const { id, provider, boardNumber = '', editable = false, ...rest } = given;
  if (id === undefined) return wrong('missing-key', 'id');
  if (typeof id !== 'string') return wrong('wrong-type', 'id');
  if (!PRESET_ID.test(id)) return wrong('wrong-value', 'id');
  if (typeof boardNumber !== 'string' || boardNumber.length > LIMITS.boardNumber)
    return wrong('wrong-type', 'boardNumber');
  if (typeof editable !== 'boolean') return wrong('wrong-type', 'editable');
  if (provider !== undefined && typeof provider !== 'string') return wrong('wrong-type', 'provider');
  const product = provider === undefined ? {} : { system: PRODUCTS_OF, values: withProvider(rest, provider) };
  const read = readConnection({ ...rest, ...product }, `${place}.`);
  if (!read.ok) {
    const { reason, field } = read.failure;
    // The file as a whole has been read already, so only what is said of a member remains.
    const fault = reason as Extract<typeof reason, PolicyFault>;
    return refuse({ policy: field ?? place, reason: fault, detail: null });
  }
  const { system, name, environment, values } = read.value;
  if (name.trim() === '') return wrong('wrong-type', 'name');
  for (const [key, text] of [
    ['name', name],
    ['boardNumber', boardNumber],
    ...Object.entries(values),
  ] as const)
    if (HIDDEN.test(text))
      return wrong('invisible-characters', Object.hasOwn(values, key) ? `values.${key}` : key);
  for (const field of system.fields) {
    const value = values[field.id] ?? '';
    if (value !== '' && fieldNotes(field, value).some(({ severity }) => severity === 'blocks'))
      return wrong('wrong-value', `values.${field.id}`);
  }
  return ok({
    id,
    system: system.id,
    name: name.trim(),
    environment,
    boardNumber,
    // An empty value is left to the user.
    values: filledValues(values),
    editable,
  });
}

/** The system whose servers are of products known by name. */
const PRODUCTS_OF: SystemId = 'oneroster';

const withProvider = (rest: Readonly<Record<string, unknown>>, provider: string): unknown =>
  isObject(rest.values) ? { ...rest.values, provider } : rest.values;

/** A certificate authority as PEM; null if the text is none. */
function authorityIn(text: string): string | null {
  if (text.length > LIMITS.certificate) return null;
  try {
    const isPem = text.includes('-----BEGIN CERTIFICATE-----');
    const certificate = new X509Certificate(isPem ? text : Buffer.from(text, 'base64'));
    return certificate.ca ? certificate.toString().trim() : null;
  } catch {
    return null;
  }
}

/** The policy that a wrong name probably means: the same but for case, or at most two letters different. */
function nearest(word: string): PolicyName | null {
  if (word.length > 60) return null;
  return policyNames.find((name) => distance(word.toLowerCase(), name.toLowerCase()) <= 2) ?? null;
}

/** How many letters to insert, remove or change (Levenshtein). */
function distance(one: string, other: string): number {
  let before = [...other, ''].map((_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const row = [at + 1];
    for (const [index, another] of [...other].entries()) {
      const changed = (before[index] ?? 0) + (letter === another ? 0 : 1);
      row.push(Math.min(changed, (before[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1));
    }
    before = row;
  }
  return before.at(-1) ?? 0;
}

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
