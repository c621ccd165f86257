import type { RotationView } from '@contract/channels';
import { fieldNotes } from '@systems/field-notes';
import type { Note } from '@systems/notes';
import type { Field, System } from '@systems/system';

/** The fields to re-enter: what the system replaces together, in form order. */
export const newFields = (system: System): readonly Field[] =>
  system.fields.filter(({ id, secret }) => secret || system.rotation?.alongside.includes(id) === true);

const isThere = (state: string | undefined): boolean => state !== undefined && state !== 'absent';

/** True if all required new values are stored. */
export const isEntered = (system: System, { connection, other }: RotationView): boolean =>
  newFields(system).every(({ id, secret, optional }) => {
    if (secret) return optional || isThere(other[id]);
    return optional || (connection.rotation?.values[id] ?? '') !== '';
  });

/** Notes about a new value, as for a first entry. */
export function notesOn(system: System, field: Field, value: string, view: RotationView): readonly Note[] {
  const values = { ...view.connection.values, ...view.connection.rotation?.values };
  const own = field.secret
    ? (system.secretNotes?.(field.id, value, values) ?? [])
    : system
        .notes({ ...values, [field.id]: value }, [], view.connection.environment)
        .filter((note) => note.field === field.id && note.code !== 'address-tidied');
  return [...fieldNotes(field, value), ...(value === '' ? [] : own)];
}
