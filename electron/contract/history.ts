import * as z from 'zod/mini';
import { systemIds } from './connection';
import { LIMITS } from './limits';

/*
 * What was done with secrets on this computer: who looks after a credential for years has to be able to say when it
 * was last shown, copied or replaced. Never a value.
 */

/** The closed list of what is written down; its words are in history.json. */
const historyActions = [
  'entered',
  'replaced',
  'revealed',
  'copied',
  'handed-over',
  'exported',
  'imported',
  /** Rotation: the new one was entered beside the old, took its place, or was dropped again. */
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
  /** The connection's id; it may have been deleted since. */
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
  /** How many there are in the file for what was asked. */
  readonly total: number;
  /** Written down in memory only, because the disk did not take them yet. */
  readonly unwritten: number;
}

export const HISTORY_SHOWN = 300;
