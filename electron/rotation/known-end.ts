import type { Connection } from '@contract/connection';
import { todayHere } from '@contract/formats';
import { systemFor } from '@systems/catalogue';

/**
 * The connection with a reminder of the day on which its key ends, if that is known of the product (docs/vendors).
 * @param madeAt when the key was made, as far as this program can tell: when it came into use here
 */
export function withKnownEnd(connection: Connection, madeAt: Date): Connection {
  const months = keyMonths(connection);
  if (months === null || connection.practice) return connection;
  const end = new Date(madeAt);
  end.setMonth(end.getMonth() + months);
  const { everyMonths = null } = connection.reminders ?? {};
  return { ...connection, reminders: { everyMonths, keyEndsOn: todayHere(end) } };
}

/** For how many months a key of this product works; null if that is not known (docs/vendors). */
export function keyMonths(connection: Pick<Connection, 'system' | 'values'>): number | null {
  const system = systemFor(connection);
  return system.keyLasts?.(system.given?.(connection.values) ?? connection.values) ?? null;
}
