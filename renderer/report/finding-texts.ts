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
/** @param seen when the finding was made; unknown while a test runs */
type Say = (finding: Found, system: System | undefined, seen?: string) => FindingWords;

/** The findings' texts are large and needed only where a result is shown: fetched once, then cached. */
interface Loaded {
  readonly say: (language: Language) => Say;
  readonly systemById: (id: SystemId) => System | undefined;
}
const texts: { loaded: Loaded | null; loading: Promise<Loaded> | null } = { loaded: null, loading: null };

/** Prefetches them for a screen that is about to need them. */
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
    say: (language) => (finding, system, seen) =>
      findingWords(finding, system, language, seen === undefined ? undefined : { at: seen }),
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

/** Puts a system's finding into words in the window's language; null until the texts have loaded. */
export function useFindingWords(): Say | null {
  const { language } = useApp();
  return useLoaded()?.say(language) ?? null;
}

/** The systems' data, for a screen that can start without them; undefined until loaded. */
export function useSystems(): (id: SystemId) => System | undefined {
  const loaded = useLoaded();
  return (id) => loaded?.systemById(id);
}

/** Only a finding's heading, for the list; empty until the texts have loaded. */
export function useFindingTitles(): (system: SystemId, code: FindingCode) => string {
  const say = useFindingWords();
  const systemOf = useSystems();
  return (system, code) => say?.({ code, subject: null, facts: {} }, systemOf(system)).title ?? '';
}

/** One fact for display: numbers and dates in the language's format, lists joined for a sentence. */
function sayFact(language: Language, fact: Fact): string {
  if (fact === null) return '–';
  if (typeof fact === 'number') return formatNumber(language, fact);
  if (typeof fact === 'boolean') return yesOrNo(language, fact);
  if (typeof fact === 'string') return /^\d{4}-\d{2}-\d{2}T/.test(fact) ? formatDay(language, fact) : fact;
  return formatList(language, fact);
}

/** Like {@link sayFact}, but knows by name which numbers are not quantities and which texts come from a standard. */
export function sayNamedFact(language: Language, name: string, fact: Fact): string {
  if (name === 'port' || name === 'status') return String(fact);
  return sayFact(language, typeof fact === 'string' ? sayClosedWord(language, name, fact) : fact);
}
