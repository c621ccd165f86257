import type { Connection } from '@contract/connection';
import { NEAR_DAYS } from '@contract/limits';
import type { Reminder } from '@contract/reminder';

const DAY_MS = 86_400_000;

/**
 * What the user should do about a connection's secret or certificate, most urgent first; null if nothing is due.
 * @param savedAt when the oldest secret came into use; null if there is none
 */
export function reminderOf(connection: Connection, savedAt: string | null, now: Date): Reminder | null {
  const { reminders, lastCheck, practice, rotation } = connection;
  const keyEndsOn = reminders?.keyEndsOn ?? null;
  const key = keyEndsOn === null ? null : nearness(endOfDay(keyEndsOn), now);
  // A practice certificate is discarded with its server.
  const certificateEnds = practice ? null : (lastCheck?.certificateEnds ?? null);
  const certificate = certificateEnds === null ? null : nearness(Date.parse(certificateEnds), now);
  if (keyEndsOn !== null && key === 'past') return { kind: 'key-ended', on: keyEndsOn };
  if (certificateEnds !== null && certificate === 'past')
    return { kind: 'certificate-ended', on: certificateEnds };
  if (rotation !== undefined) return { kind: 'replacing' };
  if (keyEndsOn !== null && key === 'near') return { kind: 'key-ends', on: keyEndsOn };
  if (certificateEnds !== null && certificate === 'near')
    return { kind: 'certificate-ends', on: certificateEnds };
  const months = reminders?.everyMonths ?? null;
  if (months !== null && savedAt !== null && isOlder(savedAt, months, now)) {
    return { kind: 'secret-old', since: savedAt };
  }
  return null;
}

function nearness(at: number, now: Date): 'past' | 'near' | null {
  if (at < now.getTime()) return 'past';
  return at - now.getTime() <= NEAR_DAYS * DAY_MS ? 'near' : null;
}

/** The end of a calendar day in this computer's time zone. */
const endOfDay = (date: string): number => Date.parse(`${date}T23:59:59.999`);

function isOlder(since: string, months: number, now: Date): boolean {
  const due = new Date(since);
  due.setMonth(due.getMonth() + months);
  return due.getTime() <= now.getTime();
}
