import { parseAddress } from '@contract/address';
import type { Values } from '@contract/connection';
import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';
import { ok, type Result } from '@contract/result';
import { fieldNotes } from '@systems/field-notes';
import type { Note } from '@systems/notes';
import type { Field, Reading, System } from '@systems/system';
import { failed, passed, warning } from '../answers/readings';
import { type Waiting, wait } from '../http/waiting';
import type { CheckPorts, CheckSubject, SecretRefusal } from './ports';

export interface FieldFinding {
  /** The field id; null for the single finding that all fields are fine. */
  readonly subject: string | null;
  readonly reading: Reading;
}

/**
 * The first stage: everything that can be checked offline. Notes that block are failures. Of the others, only the
 * rules that compare addresses or connections have their own finding codes; those become warnings.
 */
export async function checkFields(
  subject: CheckSubject,
  ports: Pick<CheckPorts, 'secret' | 'sameSecretElsewhere'>,
  waiting: Waiting,
): Promise<readonly FieldFinding[]> {
  const { system } = subject;
  const found = [...enteredFindings(subject)];
  for (const field of system.fields.filter((one) => one.secret)) {
    found.push(...(await checkSecret(field, subject, ports, waiting)));
  }
  return orFine(found, system.fields.length);
}

/**
 * The same for a check without secrets: only what the way to the servers depends on, the addresses and the choices. An
 * ID that has not come yet keeps nobody from checking the network.
 */
export function checkAddressFields(subject: CheckSubject): readonly FieldFinding[] {
  const used = subject.system.fields.filter(
    ({ kind, choices }) => kind === 'address' || choices !== undefined,
  );
  const found = enteredFindings(subject).filter(({ subject: id }) => used.some((field) => field.id === id));
  return orFine(found, used.length);
}

/** What can be said about the entered values, secrets excepted. */
function enteredFindings(subject: CheckSubject): readonly FieldFinding[] {
  const { system, siblings, environment } = subject;
  const values = system.given?.(subject.values, subject.practice) ?? subject.values;
  // Ignore fields that do not apply to the current values: their contents are never sent.
  const entered = system.fields.filter((field) => !field.secret && field.applies?.(values) !== false);
  const notes = [
    ...entered.flatMap((field) => fieldNotes(field, values[field.id] ?? '')),
    ...system.notes(values, siblings, environment, subject.practice),
  ];
  return [
    ...entered.flatMap((field) => checkChoice(field, values[field.id] ?? '')),
    ...notes.map(ofNote).filter((finding) => finding !== null),
  ];
}

/** Each finding once; if there is none, the single one that all is fine. */
function orFine(found: readonly FieldFinding[], count: number): readonly FieldFinding[] {
  const distinct = found.filter(
    (one, at) =>
      found.findIndex((other) => other.subject === one.subject && other.reading.code === one.reading.code) ===
      at,
  );
  return distinct.length > 0 ? distinct : [{ subject: null, reading: passed({ count }) }];
}

function checkChoice(field: Field, value: string): readonly FieldFinding[] {
  if (field.choices === undefined || value === '' || field.choices.includes(value)) return [];
  return [
    { subject: field.id, reading: failed('field-invalid', { field: field.id, problem: 'not-a-choice' }) },
  ];
}

function ofNote(note: Note): FieldFinding | null {
  const code = codeOf(note);
  const blocks = note.severity === 'blocks';
  if (!blocks && code === 'field-invalid') return null;
  const facts: Facts = {
    field: note.field,
    ...(note.other !== undefined && { other: note.other }),
    ...(code === 'field-invalid' && { problem: note.words ?? note.code }),
    ...(code === 'field-invalid' && originOf(note)),
  };
  return { subject: note.field, reading: blocks ? failed(code, facts) : warning(code, facts) };
}

/** The origin a pasted link leads to. Its path and query stay out of the report because they may hold a secret. */
function originOf({ code, repaired }: Note): Facts {
  if (code !== 'guard-link' && code !== 'address-within') return {};
  const url = parseAddress(repaired ?? '');
  return url === null ? {} : { to: url.origin };
}

function codeOf({ code }: Note): FindingCode {
  switch (code) {
    case 'required':
      return 'field-missing';
    case 'insecure-address':
    case 'same-address-twice':
    case 'different-client-id':
    case 'same-api-in-test-and-production':
      return code;
    default:
      return 'field-invalid';
  }
}

async function checkSecret(
  field: Field,
  { system, values }: CheckSubject,
  ports: Pick<CheckPorts, 'secret' | 'sameSecretElsewhere'>,
  waiting: Waiting,
): Promise<readonly FieldFinding[]> {
  const about = (reading: Reading): FieldFinding => ({ subject: field.id, reading });
  const [origin = ''] = system.secretOrigins(values)[field.id] ?? [];
  const got = await limited(ports.secret(field.id, origin), waiting);
  if (got === null) return [about(secretReading('unreadable', field.id))];
  if (!got.ok) {
    if (got.failure === 'other-address' && origin === '') return [];
    if (got.failure === 'absent' && field.optional) return [];
    return [about(secretReading(got.failure, field.id))];
  }
  if (got.value === '') return [about(secretReading('absent', field.id))];
  const found = secretRemarks(field.id, got.value, system, values);
  const other = await limited(ports.sameSecretElsewhere(field.id), waiting);
  if (other === null) return found;
  return [...found, about(warning('same-secret-in-test-and-production', { field: field.id, other }))];
}

/** Warnings for secrets the system definition recognizes as the wrong one, such as another product's certificate. */
function secretRemarks(
  field: string,
  secret: string,
  system: System,
  values: Values,
): readonly FieldFinding[] {
  return (system.secretNotes?.(field, secret, values) ?? [])
    .filter((note) => note.beforehand !== true)
    .map((note) => ({
      subject: field,
      reading: warning('field-invalid', { field, problem: note.words ?? note.code }),
    }));
}

/** The reading for a secret that could not be opened. */
export function secretReading(refusal: SecretRefusal, field: string): Reading {
  const missing = refusal === 'absent' || refusal === 'other-address';
  return failed(missing ? 'secret-missing' : 'secret-unreadable', { field, problem: refusal });
}

/** A keyring may never answer. Returns null on a timeout, an error or a cancelled check. */
async function limited<Value>(asked: Promise<Value>, waiting: Waiting): Promise<Value | null> {
  const result: Result<Value, null> = await wait<Value, null>(
    waiting,
    (end) => {
      asked.then(
        (value) => end(ok(value)),
        () => end({ ok: false, failure: null }),
      );
    },
    () => null,
  );
  return result.ok ? result.value : null;
}
