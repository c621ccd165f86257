import type { Language } from '@contract/channels';
import type { Report } from '@contract/report';
import type { System } from '@systems/system';
import { shortText } from '../report/report-text';
import { tellReport } from '../report/tell-report';

/** A report as plain text for a terminal or a log: each step on a line, then what stands in the way. */
export function printReport(report: Report, system: System, language: Language): string {
  return shortText(tellReport(report, { system, language, plan: null }), language);
}
