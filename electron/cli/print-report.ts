import type { Language } from '@contract/channels';
import type { Report, Step } from '@contract/report';
import { stepNames } from '@contract/step-names';
import { isProved } from '@contract/verdict';
import { findingWords } from '@systems/finding-words';
import type { System } from '@systems/system';
import { words } from './words';

/** A report as plain text for a terminal or a log: each step on a line, then what stands in the way. */
export function printReport(report: Report, system: System, language: Language): string {
  const say = words[language];
  const names = stepNames[language];
  const proved = report.outcome !== 'failed' && isProved(report.steps);
  const width = Math.max(...report.steps.map((step) => labelOf(step, names, system, language).length));
  const lines = [
    `${system.texts[language].name} · ${report.connection.name} (${report.connection.environment})`,
    ...report.steps.map((step) => {
      const label = labelOf(step, names, system, language).padEnd(width);
      const time = step.code === null ? '' : `  ${step.durationMs} ms`;
      return `  ${label}  ${say.outcome[step.outcome]}${time}`;
    }),
    '',
    `${proved ? say.result.passed : report.outcome === 'failed' ? say.result.failed : say.result.warning}`,
    ...findingLines(report.steps, system, language),
  ];
  // Names and facts come from files and servers; a terminal obeys control characters.
  return `${lines.map((line) => line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?')).join('\n')}\n`;
}

function labelOf(
  step: Step,
  names: Readonly<Record<Step['id'], string>>,
  system: System,
  language: Language,
): string {
  if (step.subject === null) return names[step.id];
  const field = system.texts[language].fields[step.subject]?.label;
  return `${names[step.id]} · ${field ?? step.subject}`;
}

/** What each finding says, once: several addresses of one server often say the same. */
function findingLines(steps: readonly Step[], system: System, language: Language): readonly string[] {
  const say = words[language];
  const told = new Set<string>();
  return steps.flatMap((step) => {
    if (step.code === null || (step.outcome !== 'failed' && step.outcome !== 'warning')) return [];
    const text = findingWords(
      { code: step.code, subject: step.subject, facts: step.facts },
      system,
      language,
    );
    const job = text.job === 'service-owner' ? system.owner : text.job;
    const lines = [
      '',
      `  ${text.title}`,
      `    ${text.happened}`,
      `    ${say.whoseJob} ${say.job[job]}`,
      `    ${say.whatToDo} ${text.todo}`,
      ...(text.send === undefined ? [] : ['', ...text.send.split('\n').map((line) => `    | ${line}`)]),
    ];
    const paragraph = lines.join('\n');
    if (told.has(paragraph)) return [];
    told.add(paragraph);
    return lines;
  });
}
