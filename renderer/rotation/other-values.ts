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
 * Values in a reply that a rotation does not change but that differ from the connection's. Differences that change no
 * request are ignored, such as a trailing slash or another page of the same server.
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
    // We cannot tell how much of a request's address belongs to the server, so any candidate that fits counts as equal.
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

/** A mail filter's link counts as the address behind it. */
function behindGuards(value: string): string {
  const held = heldAddress(value);
  return held?.kind === 'guard' ? (held.inner ?? value) : value;
}
