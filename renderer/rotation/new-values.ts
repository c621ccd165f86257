import type { RotationView } from '@contract/channels';
import { fieldNotes } from '@systems/field-notes';
import type { Note } from '@systems/notes';
import type { Field, System } from '@systems/system';

/** The fields that are entered anew: what the system replaces together, in the order of its form. */
export const newFields = (system: System): readonly Field[] =>
  system.fields.filter(({ id, secret }) => secret || system.rotation?.alongside.includes(id) === true);

const isThere = (state: string | undefined): boolean => state !== undefined && state !== 'absent';

/** True when all that is needed stands beside. */
export const isEntered = (system: System, { connection, other }: RotationView): boolean =>
  newFields(system).every(({ id, secret, optional }) => {
    if (secret) return optional || isThere(other[id]);
    return (connection.rotation?.values[id] ?? '') !== '';
  });

/** What there is to say about a new value, as when it was entered first. */
export function notesOn(system: System, field: Field, value: string, view: RotationView): readonly Note[] {
  const values = { ...view.connection.values, ...view.connection.rotation?.values };
  const own = field.secret
    ? (system.secretNotes?.(field.id, value, values) ?? [])
    : system
        .notes({ ...values, [field.id]: value }, [], view.connection.environment)
        .filter((note) => note.field === field.id && note.code !== 'address-tidied');
  return [...fieldNotes(field, value), ...(value === '' ? [] : own)];
}
