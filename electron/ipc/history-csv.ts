import type { HistoryEntry } from '@contract/history';
import { historyWords } from '@contract/history-words';
import type { Language } from '@contract/languages';
import { systemById } from '@systems/catalogue';

/**
 * The history as CSV for spreadsheets (RFC 4180), with a byte order mark so that Excel reads it as UTF-8. Names were
 * typed by a user or come from a file, so what a spreadsheet would interpret as a formula gets an
 * apostrophe before it (OWASP, "CSV injection").
 */
export function historyCsv(entries: readonly HistoryEntry[], language: Language): string {
  const { head, action: actions } = historyWords[language];
  const rows = entries.map(({ at, system, name, field, action }) => {
    const texts = systemById(system).texts[language];
    return [at, texts.name, name, texts.fields[field]?.label ?? field, actions[action]];
  });
  return `\uFEFF${[[head.time, head.system, head.connection, head.field, head.action], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/**
 * What begins a formula, also behind anything that a spreadsheet may split a cell at: Excel in French splits at
 * semicolons, quotation marks or not. Excel reads full-width signs as well.
 */
const FORMULA = /(^|[;,|"\t\r\n])(\s*)(?=[=+\-@|%＝＋－＠])/g;

const cell = (text: string): string => `"${text.replaceAll(FORMULA, "$1'$2").replaceAll('"', '""')}"`;
