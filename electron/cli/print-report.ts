import type { Language } from '@contract/channels';
import type { Report } from '@contract/report';
import type { System } from '@systems/system';
import { shortText } from '../report/report-text';
import { tellReport } from '../report/tell-report';
import { words } from './words';

/**
 * A report as plain text for a terminal or a log: each step on a line, then what stands in the way.
 * @param alternative the other way to ask that was kept for this connection
 */
export function printReport(
  report: Report,
  system: System,
  language: Language,
  alternative?: string | undefined,
): string {
  const text = shortText(tellReport(report, { system, language, plan: null }), language);
  const action = system.texts[language].alternatives?.[alternative ?? '']?.action;
  return action === undefined ? text : `${text}\n${words[language].otherWay(action)}\n`;
}
