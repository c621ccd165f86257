import { fill, fillCounted } from '@contract/fill';
import { formatDuration, formatInstant } from '@contract/formats';
import type { Language } from '@contract/languages';
import { stepName } from '@contract/names';
import { printable } from '@contract/printable';
import type { FindingWords } from '@systems/finding-words';
import { words as reportWords } from '../report/words';
import type { Judged } from './judge';
import type { Entry } from './results';
import { words } from './words';

/* One result in words, the same for a monitoring engine and for a person. */

export const nameOf = ({ connection: { name, environment } }: Entry, language: Language): string =>
  fill(words[language].name, { name, environment: reportWords[language].environment[environment] });

/** What is said of a connection, with its name. */
export const sayOf = (entry: Entry, what: string, language: Language): string =>
  fill(words[language].line, { name: nameOf(entry, language), what });

/** What is known in one line, without the name. */
export function sayInShort(
  { entry, why, certificateDays }: Judged,
  language: Language,
  findingOf: TellFinding,
): string {
  const say = words[language].short;
  const when = formatInstant(language, entry.at);
  switch (why) {
    case 'passed':
      return fill(say.passed, { took: formatDuration(language, entry.durationMs), when });
    case 'certificate':
      return (certificateDays ?? 0) < 0
        ? say.certificateEnded
        : fillCounted(language, say, 'certificate', certificateDays ?? 0);
    case 'warning':
    case 'failed': {
      const step = entry.step === null ? '' : stepName(language, entry.step);
      const title = findingOf(entry)?.title ?? '';
      const refused = entry.leftOut === true ? `. ${say.refusedBefore}` : '';
      return `${fill(say.found, { step, title, when })}${refused}`;
    }
    default:
      return fill(say[why], { when });
  }
}

export type TellFinding = (entry: Entry) => FindingWords | null;

/** The texts of findings, and with them all systems, are loaded only if there is a finding to tell. */
export async function findingsFor(judged: readonly Judged[], language: Language): Promise<TellFinding> {
  if (!judged.some(({ why }) => why === 'failed' || why === 'warning')) return () => null;
  const { findingOf } = await import('./finding-of');
  return (entry) => findingOf(entry, language);
}

/** What happened, whose job it is, what to do and what to send; empty if nothing is to be done. */
export function sayInFull(
  { entry, why }: Judged,
  language: Language,
  findingOf: TellFinding,
): readonly string[] {
  const { label } = reportWords[language];
  const { todo } = words[language];
  if (why !== 'failed' && why !== 'warning')
    return why === 'passed' ? [] : [`${label.whatToDo} ${todo[why]}`];
  const finding = findingOf(entry);
  if (finding === null) return [];
  return [
    finding.happened,
    `${label.whoseJob} ${finding.whose}`,
    `${label.whatToDo} ${finding.todo}`,
    ...(finding.send === undefined ? [] : finding.send.split('\n').filter((line) => line.trim() !== '')),
  ]
    .flatMap((text) => text.split('\n'))
    .map(printable);
}
