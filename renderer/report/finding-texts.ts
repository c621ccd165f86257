import type { SystemId } from '@contract/connection';
import type { FindingCode } from '@contract/findings';
import { formatDay, formatList, formatNumber } from '@contract/formats';
import type { Language } from '@contract/languages';
import { sayClosedWord, yesOrNo } from '@contract/names';
import type { Fact, Step } from '@contract/report';
import type { FindingWords } from '@systems/finding-words';
import type { System } from '@systems/system';
import { useEffect, useState } from 'react';
import { useApp } from '../app-context';

type Found = Pick<Step, 'subject' | 'facts'> & {
  readonly code: FindingCode;
  readonly subjects?: readonly string[];
};
type Say = (finding: Found, system: SystemId) => FindingWords;

/** The words of findings are many, and wanted only where a result is shown: fetched once, then kept. */
interface Loaded {
  readonly say: (language: Language) => Say;
  readonly systemById: (id: SystemId) => System | undefined;
}
const texts: { loaded: Loaded | null; loading: Promise<Loaded> | null } = { loaded: null, loading: null };

/** Begins to fetch them, for a screen that will ask in a moment. */
export async function fetchFindingTexts(): Promise<void> {
  await loadOnce();
}

function loadOnce(): Promise<Loaded> {
  texts.loading ??= load();
  return texts.loading;
}

async function load(): Promise<Loaded> {
  const [{ findingWords }, { systemById }] = await Promise.all([
    import('@systems/finding-words'),
    import('@systems/catalogue'),
  ]);
  texts.loaded = {
    systemById,
    say: (language) => (finding, system) => findingWords(finding, systemById(system), language),
  };
  return texts.loaded;
}

function useLoaded(): Loaded | null {
  const [, setArrived] = useState(texts.loaded !== null);
  useEffect(() => {
    if (texts.loaded !== null) {
      setArrived(true);
      return;
    }
    let wanted = true;
    void loadOnce().then(() => {
      if (wanted) setArrived(true);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return texts.loaded;
}

/** Says a finding of a system in the window's language; null until the words have come. */
export function useFindingWords(): Say | null {
  const { language } = useApp();
  return useLoaded()?.say(language) ?? null;
}

/** The systems' files, for a screen that can do without them at first; undefined until they have come. */
export function useSystems(): (id: SystemId) => System | undefined {
  const loaded = useLoaded();
  return (id) => loaded?.systemById(id);
}

/** Only the heading of a finding, for the list; empty until the words have come. */
export function useFindingTitles(): (system: SystemId, code: FindingCode) => string {
  const say = useFindingWords();
  return (system, code) => say?.({ code, subject: null, facts: {} }, system).title ?? '';
}

/** One fact as people read it: numbers and days in the language's own form, lists as a sentence part. */
function sayFact(language: Language, fact: Fact): string {
  if (fact === null) return '–';
  if (typeof fact === 'number') return formatNumber(language, fact);
  if (typeof fact === 'boolean') return yesOrNo(language, fact);
  if (typeof fact === 'string') return /^\d{4}-\d{2}-\d{2}T/.test(fact) ? formatDay(language, fact) : fact;
  return formatList(language, fact);
}

/** As {@link sayFact}, with the names whose numbers are no quantities, and those whose words are a standard's. */
export function sayNamedFact(language: Language, name: string, fact: Fact): string {
  if (name === 'port' || name === 'status') return String(fact);
  return sayFact(language, typeof fact === 'string' ? sayClosedWord(language, name, fact) : fact);
}
