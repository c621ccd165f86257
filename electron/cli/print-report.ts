import { fill } from '@contract/fill';
import type { Language } from '@contract/languages';
import type { Report } from '@contract/report';
import type { CheckSubject } from '../check/ports';
import { renderInShort } from '../report/render-report';
import { shortText } from '../report/report-text';
import { saySecretsOnInput, words } from './words';

/**
 * A report as plain text for a terminal or a log: one line per step, then what to do next.
 * @param connection the checked connection, to list what was cut from its addresses
 * @param isFile its secrets come from standard input
 */
export function printReport(
  report: Report,
  connection: Pick<CheckSubject, 'system' | 'values' | 'siblings' | 'environment'>,
  language: Language,
  isFile: boolean,
): string {
  const { system } = connection;
  const text = shortText(renderInShort(report, { system, language }), language);
  const say = words[language];
  const action = system.texts[language].alternatives?.[report.alternative ?? '']?.action;
  const missing = report.steps.flatMap(({ code, facts }) =>
    code === 'secret-missing' && typeof facts.field === 'string' ? [facts.field] : [],
  );
  const more = [
    ...cutAddresses(connection, language),
    ...(action === undefined ? [] : [fill(say.otherWay, { action })]),
    ...(isFile && missing.length > 0 ? [saySecretsOnInput(missing, language)] : []),
  ];
  return [text, ...more.map((line) => `${line}\n`)].join('\n');
}

/** The parts of a pasted address that are not used. The window asks about them; here we can only report them. */
function cutAddresses(
  {
    system,
    values,
    siblings,
    environment,
  }: Pick<CheckSubject, 'system' | 'values' | 'siblings' | 'environment'>,
  language: Language,
): readonly string[] {
  const { fields } = system.texts[language];
  return system.notes(values, siblings, environment).flatMap(({ code, field, repaired = '', other = '' }) =>
    code === 'address-cut'
      ? [
          fill(words[language].cut, {
            field: fields[field]?.label ?? field,
            used: repaired,
            leftOut: withoutValues(other),
          }),
        ]
      : [],
  );
}

/** A query or fragment may contain a key, and printed reports get sent by e-mail. */
const withoutValues = (leftOut: string): string => leftOut.replace(/([?#]).*$/s, '$1…');
