import { byLanguage } from '@contract/by-language';
import type { SecretTrouble } from '@contract/connection';
import { systemIds } from '@contract/connection-kinds';
import { fill } from '@contract/fill';
import { keyringName } from '@contract/keyring';
import { type Language, languages } from '@contract/languages';
import { assertNever } from '@contract/result';
import { systems } from '@systems/catalogue';
import { providerIds, providers } from '@systems/providers/catalogue';
import type certificateFile from '../../assets/locales/en/certificate-file.json';
import type english from '../../assets/locales/en/command-line.json';
import type { InputProblem } from './input';

/* Texts of the command line itself. Findings and steps have their texts elsewhere. */

export const words = byLanguage<typeof english>('command-line', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/command-line.json', {
    eager: true,
    import: 'default',
  }),
);

const certificateWords = byLanguage<typeof certificateFile>('certificate-file', () =>
  import.meta.glob<typeof certificateFile>('../../assets/locales/*/certificate-file.json', {
    eager: true,
    import: 'default',
  }),
);

/** One line per system: its id and field ids; `*` marks a secret, `?` an optional field. */
const systemFields = Object.values(systems)
  .map(({ id, fields }) => {
    const ids = fields.map((field) => `${field.id}${field.secret ? '*' : ''}${field.optional ? '?' : ''}`);
    return `  ${id.padEnd(18)}${ids.join(' ')}`;
  })
  .join('\n');

const providerNames = Object.values(providers)
  .map(({ id, name }) => `  ${id.padEnd(18)}${name}`)
  .join('\n');

export const sayUsage = (language: Language): string =>
  fill(words[language].usage, {
    languages: languages.join('|'),
    fields: systemFields,
    providers: providerNames,
  });

/** Why nothing was checked, with the file and field. */
export function sayProblem({ source, field, reason }: InputProblem, language: Language): string {
  const say = words[language];
  const problems: Readonly<Record<InputProblem['reason'], string>> = {
    ...certificateWords[language],
    ...say.problem,
  };
  const problem = fill(problems[reason], {
    systems: systemIds.join(', '),
    providers: providerIds.join(', '),
  });
  return fill(say.complaint, { where: sayWhere(source, field, language), problem });
}

function sayWhere(source: string, field: string | null, language: Language): string {
  const say = words[language];
  const place = source === '-' ? say.standardInput : source;
  return field === null ? place : fill(say.whereField, { source: place, field });
}

/** Why a secret could not be opened, and what to do. */
export function sayTrouble(trouble: SecretTrouble, language: Language): string {
  const { trouble: say, keyring } = words[language];
  switch (trouble.code) {
    case 'keyring-unavailable':
      return fill(say['keyring-unavailable'], { why: keyring[trouble.reason] });
    case 'backend-changed':
      return fill(say['backend-changed'], {
        wroteBy: keyringName(trouble.wroteBy),
        now: keyringName(trouble.now),
      });
    case 'damaged':
    case 'not-decryptable':
    case 'misplaced':
    case 'store-not-reached':
      return say[trouble.code];
    default:
      return assertNever(trouble);
  }
}

/** Shows how to pass the missing secrets, using their field ids. */
export const saySecretsOnInput = (fields: readonly string[], language: Language): string =>
  fill(words[language].secretsOnInput, {
    example: JSON.stringify(Object.fromEntries(fields.map((field) => [field, '…']))),
  });
