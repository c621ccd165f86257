import type { Language } from '@contract/channels';
import type { Report } from '@contract/report';
import type { System } from '@systems/system';
import { shortText } from '../report/report-text';
import { tellInShort } from '../report/tell-report';
import { words } from './words';

/**
 * A report as plain text for a terminal or a log: each step on a line, then what stands in the way.
 * @param isFile its secrets come on standard input
 */
export function printReport(report: Report, system: System, language: Language, isFile: boolean): string {
  const text = shortText(tellInShort(report, { system, language }), language);
  const say = words[language];
  const action = system.texts[language].alternatives?.[report.alternative ?? '']?.action;
  const missing = report.steps.flatMap(({ code, facts }) =>
    code === 'secret-missing' && typeof facts.field === 'string' ? [facts.field] : [],
  );
  const more = [
    ...(action === undefined ? [] : [say.otherWay(action)]),
    ...(isFile && missing.length > 0 ? [say.secretsOnInput(missing)] : []),
  ];
  return [text, ...more.map((line) => `${line}\n`)].join('\n');
}
