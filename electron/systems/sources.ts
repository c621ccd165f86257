import { byLanguage } from '@contract/by-language';
import { fill } from '@contract/fill';
import type { FindingCode } from '@contract/findings';
import type { Language } from '@contract/languages';
import type english from '../../assets/locales/en/sources.json';
import type { SourcedFact, System } from './system';

/* Where what is said of a vendor's product comes from: pages and lines of docs/vendors. */

/** A source in words. */
export interface SaidSource {
  /** How it is known. */
  readonly how: string;
  /** Where the documents have it. */
  readonly line: string;
}

type Words = typeof english;
const words = byLanguage<Words>('sources', () =>
  import.meta.glob<Words>('../../assets/locales/*/sources.json', { eager: true, import: 'default' }),
);

export const saySource = (language: Language, { line, sure, from }: SourcedFact): SaidSource => ({
  line,
  how:
    from === ''
      ? words[language][sure === 'inferred' ? 'inferred' : 'code']
      : fill(words[language][sure], { from }),
});

/** What the parts of a system's own texts rest on: its facts, or the page that has them all. */
export function sourcesOf(
  { source, facts = [] }: System,
  language: Language,
  isAbout: (part: string) => boolean,
): readonly SaidSource[] {
  const own = facts.filter(({ of }) => of.some(isAbout));
  return own.length > 0
    ? own.map((fact) => saySource(language, fact))
    : [{ line: source, how: words[language].page }];
}

/** What a system's own words of a finding rest on. */
export const sourcesOfFinding = (
  system: System,
  language: Language,
  code: FindingCode,
  problem: string,
): readonly SaidSource[] =>
  sourcesOf(system, language, (part) =>
    [`findings:${code}`, `remarks:${problem}`, `notes:${problem}`].includes(part),
  );
