import type { RenderedExplanation } from '@contract/explanation';
import type { Language } from '@contract/languages';
import { words as reportWords } from '../report/words';

/** What a message of another program stands for, for a terminal: the same words as a check's finding. */
export function printExplanation(explained: RenderedExplanation, language: Language): string {
  const warning = explained.holdsSecret === null ? [] : ['', explained.holdsSecret];
  return `${[...lines(explained, language), ...warning].join('\n')}\n`;
}

function lines({ finding, unknown, seen, next }: RenderedExplanation, language: Language): readonly string[] {
  if (finding === null) return [unknown ?? '', ...seen, next];
  const { label } = reportWords[language];
  const { title, happened, whose, todo, send } = finding;
  return [
    title,
    `  ${happened}`,
    `  ${label.whoseJob} ${whose}`,
    `  ${label.whatToDo} ${todo}`,
    ...(send === null ? [] : ['', ...send.split('\n').map((line) => `  | ${line}`), '']),
    `  ${next}`,
  ];
}
