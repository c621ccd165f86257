import { byLanguage } from '@contract/by-language';
import type english from '../../assets/locales/en/names.json';
import type { SystemId } from './connection';
import type { StepId } from './findings';
import type { Language } from './languages';
import type { ReportLine } from './rendered-report';

/* Short names that the list and every report use; apart from the systems' own words, so that the list needs none of them. */

const names = byLanguage<typeof english>('names', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/names.json', { eager: true, import: 'default' }),
);

export const systemName = (language: Language, system: SystemId): string => names[language].systems[system];

/** What the list says while the owner's answer to a registration is awaited, with `{{date}}`; only of systems that register. */
export function waitingFor(language: Language, system: SystemId): string | undefined {
  const lines: Readonly<Partial<Record<SystemId, string>>> = names[language].waiting;
  return lines[system];
}

/** A step's name on screen, in reports and on the command line (docs/how-answers-are-read.md#the-steps). */
export const stepName = (language: Language, step: StepId): string => names[language].steps[step];

type Verdict = Pick<ReportLine, 'outcome' | 'proved'>;

/** What a whole report came to, in a word or two: "Proved", "Not fully proved", "Stopped". */
export const verdictName = (language: Language, { outcome, proved }: Verdict): string =>
  names[language].verdicts[outcome === 'failed' ? 'failed' : proved ? 'passed' : 'warning'];

export const yesOrNo = (language: Language, yes: boolean): string => names[language][yes ? 'yes' : 'no'];

/** Facts that hold a word of a standard's closed list, or `other` for any word outside it (finding-facts.ts). */
const closedWordFacts: readonly string[] = ['alert', 'error', 'oauthProblem', 'codeMinor'];

/** The word of such a fact as people read it; of any other fact, the text itself. */
export const sayClosedWord = (language: Language, name: string, word: string): string =>
  word === 'other' && closedWordFacts.includes(name) ? names[language].notStandard : word;
