import { fill } from '@contract/fill';
import type { Language } from '@contract/languages';
import type { PracticeCredentials } from './practice-part';
import { words } from './words';

/**
 * An e-mail with the values, laid out as such e-mails are, from somebody who does not exist.
 * @param more values that are no field of the system, by their label
 */
export function letter(
  language: Language,
  from: keyof (typeof words)[Language]['letters'],
  { values, secrets }: PracticeCredentials,
  more: Readonly<Record<string, string>> = {},
): string {
  const { letter: say, letters } = words[language];
  const content = letters[from];
  const known: Readonly<Record<string, string | undefined>> = { ...values, ...secrets, ...more };
  return [
    say.greeting,
    '',
    content.lead,
    '',
    ...Object.entries(content.labels).map(([field, label]) =>
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
