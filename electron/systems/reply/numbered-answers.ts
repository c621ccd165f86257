import type { LabelBook } from './label-book';
import type { LabelledValue } from './labelled-value';
import type { Line } from './lines';

/*
 * Answers by number: "2. maple-lib" in the reply, "2. Client ID?" in the quoted questions. It is never certain which
 * list a number refers to, so each such value is doubtful.
 */

const NUMBERED = /^(\d{1,2})[.)][ \t\u00a0]/;
const LONGEST_QUESTION = 90;
const MOST_LINES = 400;

export function numberedAnswers(lines: readonly Line[], book: LabelBook): readonly LabelledValue[] {
  const questions = new Map<string, { readonly field: string; readonly label: string }>();
  const answers: (readonly [string, Line])[] = [];
  for (const line of lines.slice(0, MOST_LINES)) {
    const number = NUMBERED.exec(line.prefix)?.[1];
    const text = line.text.trim();
    if (number === undefined || text === '' || text.length > LONGEST_QUESTION * 5) continue;
    const match =
      text.length <= LONGEST_QUESTION ? book.atEnd(text.replace(/[ \u00a0\u202f]?[?:.]*$/u, '')) : null;
    if (match === null) answers.push([number, line]);
    else if (match.field !== null && !questions.has(number))
      questions.set(number, { field: match.field, label: match.label });
  }
  return answers.flatMap(([number, line]) => {
    const asked = questions.get(number);
    return asked === undefined
      ? []
      : [
          {
            ...asked,
            value: line.text,
            context: { ownLine: true, doubted: true },
            heading: '',
            at: line.start,
          },
        ];
  });
}
