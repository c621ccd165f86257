import * as z from 'zod/mini';
import { systemIds } from './connection';
import { LIMITS } from './limits';

/*
 * A history of what was done with secrets on this computer, never their values. Whoever is responsible for a
 * credential over the years must be able to tell when it was last shown, copied or replaced.
 */

/** All actions that are recorded; their texts are in history.json. */
const historyActions = [
  'entered',
  'replaced',
  'revealed',
  'copied',
  'handed-over',
  'exported',
  'imported',
  /** With a store of shared connections: brought from it, or written to it. */
  'brought',
  'published',
  /** Rotation: the new secret was entered, put into use, or discarded. */
  'new-entered',
  'switched',
  'switched-back',
  'new-dropped',
  'old-removed',
  'deleted',
] as const;
export type HistoryAction = (typeof historyActions)[number];

const short = (limit: number) => z.string().check(z.maxLength(limit));

export const historyEntrySchema = z.strictObject({
  at: z.iso.datetime(),
  /** The connection's id; the connection may have been deleted since. */
  connection: z.uuid(),
  /** Its name at that time. */
  name: short(LIMITS.name),
  system: z.enum(systemIds),
  /** The field's id in its system. */
  field: short(LIMITS.fieldId),
  action: z.enum(historyActions),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export interface HistoryView {
  /** Newest first, at most `HISTORY_SHOWN`. */
  readonly entries: readonly HistoryEntry[];
  /** The total number of entries for the request. */
  readonly total: number;
  /** Entries only in memory because writing them failed. */
  readonly unwritten: number;
}

export const HISTORY_SHOWN = 300;
