import type { Failure } from '@contract/channels';
import { HISTORY_SHOWN } from '@contract/history';
import type { Language } from '@contract/languages';
import { ok, type Result, refuse } from '@contract/result';
import type { ReadableHistory } from '../services/secret-history';
import type { Handlers } from './handlers';
import { historyCsv } from './history-csv';

export interface HistoryHandlerPorts {
  readonly history: ReadableHistory;
  /** Asks the person where, by the system's own dialog, and writes there; null when they thought better of it. */
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
    async 'export-history'({ id, language }) {
      const saved = await ports.saveCsv(historyCsv(history.list(id), language), language);
      return saved.ok ? ok({ savedTo: saved.value }) : refuse<Failure>({ code: saved.failure });
    },
  };
}
