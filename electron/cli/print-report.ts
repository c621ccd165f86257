import type { Language } from '@contract/channels';
import type { Report } from '@contract/report';
import type { System } from '@systems/system';
import { shortText } from '../report/report-text';
import { tellReport } from '../report/tell-report';
import { words } from './words';

/** A report as plain text for a terminal or a log: each step on a line, then what stands in the way. */
export function printReport(report: Report, system: System, language: Language): string {
  const text = shortText(tellReport(report, { system, language, plan: null }), language);
  const action = system.texts[language].alternatives?.[report.alternative ?? '']?.action;
  return action === undefined ? text : `${text}\n${words[language].otherWay(action)}\n`;
}
