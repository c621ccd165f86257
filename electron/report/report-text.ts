import type { Language } from '@contract/channels';
import { printable } from '@contract/printable';
import type { ToldReport, ToldStep } from '@contract/told-report';
import { words } from './words';

/* A told report as plain text: short for a terminal, whole for a ticket or an e-mail. */

/** Each step on a line, then what stands in the way. Ends with a line end. */
export function shortText(told: ToldReport, language: Language): string {
  return asText([heading(told), ...stepLines(told.steps), '', told.verdict, ...findingLines(told, language)]);
}

/** The same, and step by step what was asked, what came back, how sure that is, and what was not tested. */
export function fullText(told: ToldReport, language: Language): string {
  const say = words[language];
  return asText([
    heading(told),
    `${told.verdict} · ${told.when} · ${told.took}`,
    told.madeBy,
    '',
    say.label.noSecret,
    '',
    `${say.label.steps}`,
    ...stepLines(told.steps),
    ...findingLines(told, language),
    '',
    say.label.details,
    ...told.steps.flatMap((step) => detailLines(step, language)),
    ...(told.notTested.length === 0 ? [] : ['', say.label.notTested]),
    ...told.notTested.map((sentence) => `  - ${sentence}`),
  ]);
}

const heading = (told: ToldReport): string => `${told.title} (${told.environment})`;

const asText = (lines: readonly string[]): string =>
  `${lines
    .flatMap((line) => line.split('\n'))
    .map(printable)
    .join('\n')}\n`;

function stepLines(steps: readonly ToldStep[]): readonly string[] {
  const width = Math.max(...steps.map(({ name }) => name.length));
  return steps.map(
    ({ name, outcomeWord, took }) =>
      `  ${name.padEnd(width)}  ${outcomeWord}${took === '' ? '' : `  ${took}`}`,
  );
}

/** What each finding says, once: several addresses of one server often say the same. */
function findingLines({ steps }: ToldReport, language: Language): readonly string[] {
  const { label } = words[language];
  const said = new Set<string>();
  return steps.flatMap(({ outcome, finding }) => {
    if (finding === null || (outcome !== 'failed' && outcome !== 'warning')) return [];
    const lines = [
      '',
      `  ${finding.title}`,
      `    ${finding.happened}`,
      `    ${label.whoseJob} ${finding.whose}`,
      `    ${label.whatToDo} ${finding.todo}`,
      ...(finding.send === null ? [] : ['', ...finding.send.split('\n').map((line) => `    | ${line}`)]),
    ];
    const paragraph = lines.join('\n');
    if (said.has(paragraph)) return [];
    said.add(paragraph);
    return lines;
  });
}

function detailLines(step: ToldStep, language: Language): readonly string[] {
  if (step.asked === null) return [];
  const { label } = words[language];
  const parts = step.phases.map(({ name, took }) => `${name} ${took}`).join(', ');
  const took = step.phases.length > 1 ? `${step.took} (${parts})` : step.took;
  const code = step.code === null || step.code === 'ok' ? '' : ` [${step.code}]`;
  return [
    '',
    `  ${step.name}`,
    `    ${label.asked} ${step.asked}`,
    ...(step.answered === null ? [] : [`    ${label.answered} ${step.answered}`]),
    `    ${label.took} ${took}`,
    `    ${label.reading} ${step.reading}${code}`,
    ...(step.sure === null ? [] : [`    ${label.sure} ${step.sure}`]),
  ];
}
