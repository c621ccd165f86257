import { fill } from '@contract/fill';
import type { Language } from '@contract/languages';
import type { PracticeCredentials } from './practice-part';
import { words } from './words';

/**
 * An e-mail with the values from a fictitious sender, in the style of real ones.
 * @param more values that are not fields of the system, by label key
 * @param labels a product's own labels, for exactly the fields it shows
 */
export function letter(
  language: Language,
  from: keyof (typeof words)[Language]['letters'],
  { values, secrets }: PracticeCredentials,
  more: Readonly<Record<string, string>> = {},
  labels?: Readonly<Record<string, string>>,
): string {
  const { letter: say, letters } = words[language];
  const content = letters[from];
  const known: Readonly<Record<string, string | undefined>> = { ...values, ...secrets, ...more };
  return [
    say.greeting,
    '',
    content.lead,
    '',
    ...Object.entries(labels ?? content.labels).map(([field, label]) =>
      fill(say.value, { label, value: known[field] ?? '' }),
    ),
    '',
    say.keepSecret,
    '',
    say.regards,
    content.from,
    say.made,
    '',
  ].join('\n');
}
