import type { Connection } from '@contract/connection';
import { heldAddress } from '@systems/addresses/held-address';
import { planOf } from '@systems/plan-of';
import { readReply } from '@systems/read-reply';
import type { System } from '@systems/system';
import { newFields } from './new-values';

export interface OtherValue {
  readonly field: string;
  readonly value: string;
}

/**
 * What a reply says of values that a replacement leaves alone, as far as the connection would then be another one: a
 * trailing slash less, or a page of the same server, changes nothing that is asked.
 */
export function otherValues(
  system: System,
  connection: Pick<Connection, 'values' | 'practice'>,
  text: string,
): readonly OtherValue[] {
  const { values } = connection;
  const taken = new Set(newFields(system).map(({ id }) => id));
  const asked = (changed: Connection['values']) =>
    JSON.stringify(planOf(system, { ...connection, values: changed }));
  const now = asked(values);
  const isOther = ({ field, value }: OtherValue) => asked({ ...values, [field]: value }) !== now;
  const { found, doubts } = readReply(system, text);
  const said = [
    ...found,
    // How much of a request's address is the server's is not known: one that fits says nothing else.
    ...doubts.flatMap(({ candidates }) =>
      candidates.some(({ reading }) => reading === 'server' || reading === 'path') &&
      !candidates.every(isOther)
        ? []
        : candidates,
    ),
  ];
  return said
    .map(({ field, value }) => ({ field, value: behindGuards(value) }))
    .filter((one) => !taken.has(one.field) && isOther(one));
}

/** A mail filter's link to an address says that address. */
function behindGuards(value: string): string {
  const held = heldAddress(value);
  return held?.kind === 'guard' ? (held.inner ?? value) : value;
}
