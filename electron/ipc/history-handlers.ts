import { HISTORY_SHOWN } from '@contract/history';
import type { Language } from '@contract/languages';
import { ok, type Result } from '@contract/result';
import type { HistoryStore } from '../connections/history-store';
import { answeredAs } from './answered';
import type { Handlers } from './handlers';
import { historyCsv } from './history-csv';

export interface HistoryHandlerPorts {
  readonly history: Pick<HistoryStore, 'list' | 'unwritten'>;
  /** Lets the user choose a file and writes the text to it; null if they cancelled the dialog. */
  readonly saveCsv: (text: string, language: Language) => Promise<Result<string | null, 'not-saved'>>;
}

export function historyHandlers(
  ports: HistoryHandlerPorts,
): Pick<Handlers, 'read-history' | 'export-history'> {
  const { history } = ports;
  return {
    'read-history'({ id }) {
      const entries = history.list(id);
      return ok({
        entries: entries.slice(0, HISTORY_SHOWN),
        total: entries.length,
        unwritten: history.unwritten,
      });
    },
    'export-history': ({ id, language }) =>
      answeredAs('savedTo', ports.saveCsv(historyCsv(history.list(id), language), language)),
  };
}
