import type { ConnectionSummary, StartView } from '@contract/channels';
import { FIRST_ROWS } from '@contract/drawn-page';
import type { Language } from '@contract/languages';
import { summaryOf } from '../connections/summary';
import { reminderOf } from '../rotation/reminder';
import { glanceAtConnections } from './glance';

/** Everything the first screen shows. */
export interface Opening {
  readonly language: Language;
  readonly dataFolder: string;
  /** The total number of connections. */
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly ConnectionSummary[];
}

/** The part of the window's state that the first screen shows; null if it would also show something else. */
export const openingOf = (view: Omit<StartView, 'isDrawn'>): Opening | null =>
  view.notices.length > 0 || view.testAll !== null || isManaged(view.policies)
    ? null
    : {
        language: view.language,
        dataFolder: view.dataFolder,
        count: view.connections.length,
        rows: view.connections.slice(0, FIRST_ROWS),
      };

/** Presets and notices are not drawn, nor is what a policy removes. */
const isManaged = ({ set, problems }: StartView['policies']): boolean =>
  set.length > 0 || problems.length > 0;

/** The same from a first look at the files; null if they do not tell everything. */
export function openingAtGlance(dataFolder: string, language: Language, now: Date): Opening | null {
  const saved = glanceAtConnections(dataFolder, FIRST_ROWS);
  if (saved === null) return null;
  const rows = saved.first.map(({ connection, savedAt }) =>
    summaryOf(connection, reminderOf(connection, savedAt, now)),
  );
  return { language, dataFolder, count: saved.count, rows };
}

/** Both objects list their keys in the same order. */
export const isSame = (one: Opening | null, other: Opening | null): boolean =>
  one !== null && other !== null && JSON.stringify(one) === JSON.stringify(other);
