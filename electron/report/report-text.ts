import type { Language } from '@contract/languages';
import { printable } from '@contract/printable';
import type { ShortReport, ShortStep, ToldReport, ToldStep } from '@contract/told-report';
import { words } from './words';

/* A told report as plain text: short for a terminal, whole for a ticket or an e-mail. */

/** Each step on a line, then what stands in the way. Ends with a line end. */
export function shortText(told: ShortReport, language: Language): string {
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
    say.label.steps,
    ...stepLines(told.steps),
    ...findingLines(told, language),
    '',
    say.label.details,
    ...told.steps.flatMap((step) => detailLines(step, language)),
    ...(told.notTested.length === 0 ? [] : ['', say.label.notTested]),
    ...told.notTested.map((sentence) => `  - ${sentence}`),
  ]);
}

/** One line, whatever the connection is called. */
const heading = (told: ShortReport): string => printable(`${told.title} (${told.environment})`);

const asText = (lines: readonly string[]): string =>
  `${lines
    .flatMap((line) => line.split('\n'))
    .map(printable)
    .join('\n')}\n`;

function stepLines(steps: readonly ShortStep[]): readonly string[] {
  const width = Math.max(...steps.map(({ name }) => name.length));
  return steps.map(
    ({ name, outcomeWord, took }) =>
      `  ${name.padEnd(width)}  ${outcomeWord}${took === '' ? '' : `  ${took}`}`,
  );
}

/** What stands in the way; a finding of a step that passed is only worth knowing, and its title is its reading. */
function findingLines(told: ShortReport, language: Language): readonly string[] {
  const { label } = words[language];
  const inTheWay = told.findings.filter(({ outcome }) => outcome !== 'passed');
  return inTheWay.flatMap(({ about, finding }) => [
    '',
    `  ${finding.title}`,
    `    ${label.about} ${about}`,
    `    ${finding.happened}`,
    `    ${label.whoseJob} ${finding.whose}`,
    `    ${label.whatToDo} ${finding.todo}`,
    ...(finding.send === null ? [] : ['', ...finding.send.split('\n').map((line) => `    | ${line}`)]),
  ]);
}

function detailLines(step: ToldStep, language: Language): readonly string[] {
  if (step.asked === null) return [];
  const { label } = words[language];
  const code = step.code === null || step.code === 'ok' ? '' : ` [${step.code}]`;
  return [
    '',
    `  ${step.name}`,
    `    ${label.asked} ${step.asked}`,
    ...(step.answered === null ? [] : [`    ${label.answered} ${step.answered}`]),
    `    ${label.took} ${step.tookByPhase}`,
    `    ${label.reading} ${step.reading}${code}`,
    ...(step.sure === null ? [] : [`    ${label.sure} ${step.sure}`]),
  ];
}
