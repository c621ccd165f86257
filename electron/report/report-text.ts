import type { Language } from '@contract/languages';
import { printable } from '@contract/printable';
import type { RenderedReport, RenderedStep, ShortReport, ShortStep } from '@contract/rendered-report';
import { words } from './words';

/* A rendered report as plain text: short for a terminal, full for a ticket or an e-mail. */

/** One line per step, then the problems. Ends with a line break. */
export function shortText(rendered: ShortReport, language: Language): string {
  return asText([
    heading(rendered),
    ...stepLines(rendered.steps),
    '',
    rendered.verdict,
    ...findingLines(rendered, language),
  ]);
}

/** The same, and for each step what was asked, what came back and how sure that is; then what was not tested. */
export function fullText(rendered: RenderedReport, language: Language): string {
  const say = words[language];
  return asText([
    heading(rendered),
    `${rendered.verdict} · ${rendered.when} · ${rendered.took}`,
    ...(rendered.place === null ? [] : [`${say.label.place} ${rendered.place}`]),
    rendered.madeBy,
    '',
    say.label.noSecret,
    '',
    say.label.steps,
    ...stepLines(rendered.steps),
    ...findingLines(rendered, language),
    '',
    say.label.details,
    ...rendered.steps.flatMap((step) => detailLines(step, language)),
    ...(rendered.notTested.length === 0 ? [] : ['', say.label.notTested]),
    ...rendered.notTested.map((sentence) => `  - ${sentence}`),
  ]);
}

/** A single line, whatever the connection's name contains. */
const heading = (rendered: ShortReport): string => printable(`${rendered.title} (${rendered.environment})`);

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

/** Problems only. A passed step's finding is just information, and is already shown by its title. */
function findingLines(rendered: ShortReport, language: Language): readonly string[] {
  const { label } = words[language];
  const inTheWay = rendered.findings.filter(({ outcome }) => outcome !== 'passed');
  return inTheWay.flatMap(({ about, finding }) => [
    '',
    `  ${finding.title}`,
    `    ${label.about} ${about}`,
    `    ${finding.happened}`,
    `    ${label.whoseJob} ${finding.whose}`,
    `    ${label.whatToDo} ${finding.todo}`,
    ...finding.sources.map((source) => `    ${label.source} ${source}`),
    ...(finding.send === null ? [] : ['', ...finding.send.split('\n').map((line) => `    | ${line}`)]),
  ]);
}

function detailLines(step: RenderedStep, language: Language): readonly string[] {
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
