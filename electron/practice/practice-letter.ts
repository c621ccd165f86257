import type { Language } from '@contract/languages';

/** What one letter says in one language. */
interface Content {
  readonly lead: string;
  readonly values: readonly (readonly [label: string, value: string | undefined])[];
  readonly from: string;
}

/** An e-mail with the values, laid out as such e-mails are, from somebody who does not exist. */
export function letter(language: Language, content: Readonly<Record<Language, Content>>): string {
  const { lead, values, from } = content[language];
  const colon = language === 'fr' ? '\u00a0:' : ':';
  return [
    language === 'fr' ? 'Bonjour,' : 'Hello,',
    '',
    lead,
    '',
    ...values.map(([label, value]) => `${label}${colon} ${value ?? ''}`),
    '',
    ...(language === 'fr'
      ? ['Veuillez garder le secret pour vous.', '', 'Cordialement,']
      : ['Please keep the secret to yourself.', '', 'Regards,']),
    from,
    language === 'fr'
      ? '(Ce message a été composé sur votre propre ordinateur. Rien de ce qu’il contient n’ouvre un vrai système.)'
      : '(This message was made on your own computer. Nothing in it opens a real system.)',
    '',
  ].join('\n');
}
