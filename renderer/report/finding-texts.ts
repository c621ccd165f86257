import type { Language } from '@contract/channels';
import type { SystemId } from '@contract/connection';
import type { FindingCode } from '@contract/findings';
import type { Fact, Step } from '@contract/report';
import type { FindingWords } from '@systems/finding-words';
import { useEffect, useState } from 'react';
import { useApp } from '../app-context';
import { formatDay, formatList, localeOf } from '../i18n/format';

type Found = Pick<Step, 'subject' | 'facts'> & {
  readonly code: FindingCode;
  readonly subjects?: readonly string[];
};
type Say = (finding: Found, system: SystemId) => FindingWords;

/** The words of findings are many, and wanted only where a result is shown: fetched once, then kept. */
const words: { say: ((language: Language) => Say) | null } = { say: null };

async function load(): Promise<(language: Language) => Say> {
  const [{ findingWords }, { systemById }] = await Promise.all([
    import('@systems/finding-words'),
    import('@systems/catalogue'),
  ]);
  return (language) => (finding, system) => findingWords(finding, systemById(system), language);
}

/** Says a finding of a system in the window's language; null until the words have come. */
export function useFindingWords(): Say | null {
  const { language } = useApp();
  const [, setArrived] = useState(words.say !== null);
  useEffect(() => {
    if (words.say !== null) return;
    let wanted = true;
    void load().then((say) => {
      words.say = say;
      if (wanted) setArrived(true);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return words.say?.(language) ?? null;
}

/** Only the heading of a finding, for the list; empty until the words have come. */
export function useFindingTitles(): (system: SystemId, code: FindingCode) => string {
  const say = useFindingWords();
  return (system, code) => say?.({ code, subject: null, facts: {} }, system).title ?? '';
}

/** One fact as people read it: numbers and days in the language's own form, lists as a sentence part. */
export function sayFact(language: Language, fact: Fact): string {
  if (fact === null) return '–';
  if (typeof fact === 'number') return new Intl.NumberFormat(localeOf(language)).format(fact);
  if (typeof fact === 'boolean') return language === 'fr' ? (fact ? 'oui' : 'non') : fact ? 'yes' : 'no';
  if (typeof fact === 'string') {
    return /^\d{4}-\d{2}-\d{2}T/.test(fact) ? formatDay(language, fact) : fact;
  }
  return formatList(language, fact);
}

/** As {@link sayFact}, with the names whose numbers are no quantities. */
export function sayNamedFact(language: Language, name: string, fact: Fact): string {
  return name === 'port' || name === 'status' ? String(fact) : sayFact(language, fact);
}
