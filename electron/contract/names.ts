import { byLanguage } from '@contract/by-language';
import type english from '../../assets/locales/en/names.json';
import type { SystemId } from './connection';
import type { StepId } from './findings';
import type { Language } from './languages';
import type { ReportLine } from './rendered-report';

/*
 * Short names used by the list and all reports. Separate from the systems' own texts, so that the list need not load
 * those.
 */

const names = byLanguage<typeof english>('names', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/names.json', { eager: true, import: 'default' }),
);

export const systemName = (language: Language, system: SystemId): string => names[language].systems[system];

/**
 * The list's text while the reply to a registration is awaited, with `{{date}}`; only for systems with registration.
 */
export function waitingFor(language: Language, system: SystemId): string | undefined {
  const lines: Readonly<Partial<Record<SystemId, string>>> = names[language].waiting;
  return lines[system];
}

/** A step's name, in the window, in reports and on the command line (docs/how-answers-are-read.md#the-steps). */
export const stepName = (language: Language, step: StepId): string => names[language].steps[step];

type Verdict = Pick<ReportLine, 'outcome' | 'proved' | 'withoutSecrets'>;

/** A report's verdict in a word or two: "Proved", "Not fully proved", "Stopped". */
export function verdictName(language: Language, { outcome, proved, withoutSecrets }: Verdict): string {
  const { verdicts } = names[language];
  if (outcome === 'failed') return verdicts.failed;
  return withoutSecrets ? verdicts.wayClear : verdicts[proved ? 'passed' : 'warning'];
}

export const yesOrNo = (language: Language, yes: boolean): string => names[language][yes ? 'yes' : 'no'];

/** Facts with a word of a standard's closed list, or `other` for any other word (finding-facts.ts). */
const closedWordFacts: readonly string[] = ['alert', 'error', 'oauthProblem', 'codeMinor'];

/** The readable form of such a fact's word; other facts are unchanged. */
export const sayClosedWord = (language: Language, name: string, word: string): string =>
  word === 'other' && closedWordFacts.includes(name) ? names[language].notStandard : word;
