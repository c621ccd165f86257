import { fill } from '@contract/fill';
import type { Language } from '@contract/languages';
import { stepName } from '@contract/names';
import { findingWords } from '@systems/finding-words';
import type { Explanation } from '../explain/explain';
import { holdsSecret } from '../explain/holds-secret';
import { words as reportWords } from '../report/words';
import { words } from './words';

/** What a message of another program stands for, for a terminal: the same words as a check's finding. */
export function printExplanation(explanation: Explanation, message: string, language: Language): string {
  const warning = holdsSecret(message) ? ['', words[language].explained.holdsSecret] : [];
  return `${[...lines(explanation, language), ...warning].join('\n')}\n`;
}

function lines({ code, step, facts }: Explanation, language: Language): readonly string[] {
  const say = words[language].explained;
  const { label } = reportWords[language];
  if (code === null || step === null) {
    const seen = [
      ...(typeof facts.host === 'string' ? [fill(say.host, { host: facts.host })] : []),
      ...(typeof facts.status === 'number' ? [fill(say.status, { status: facts.status })] : []),
    ];
    return [say.unknown, ...seen, say.unknownTodo];
  }
  const { title, happened, whose, todo, send } = findingWords(
    { code, subject: null, facts },
    undefined,
    language,
  );
  return [
    title,
    `  ${happened}`,
    `  ${label.whoseJob} ${whose}`,
    `  ${label.whatToDo} ${todo}`,
    ...(send === undefined ? [] : ['', ...send.split('\n').map((line) => `  | ${line}`), '']),
    `  ${fill(say.step, { step: stepName(language, step) })}`,
  ];
}
