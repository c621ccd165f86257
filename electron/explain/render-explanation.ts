import { byLanguage } from '@contract/by-language';
import type { RenderedExplanation } from '@contract/explanation';
import { fill } from '@contract/fill';
import { type FindingCode, findings } from '@contract/findings';
import { formatUniversalDay } from '@contract/formats';
import type { Language } from '@contract/languages';
import { stepName } from '@contract/names';
import type { Fact, Facts } from '@contract/report';
import { findingWords } from '@systems/finding-words';
import type { System } from '@systems/system';
import type english from '../../assets/locales/en/explained.json';
import { explain } from './explain';
import { dateIn } from './facts';
import { holdsSecret } from './holds-secret';

const words = byLanguage<typeof english>('explained', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/explained.json', {
    eager: true,
    import: 'default',
  }),
);

/** As in every letter, for the user to fill in. */
const BLANK = '________';
/** Stands for a port that the message does not name; the language's `unnamed` leaves out the words around it. */
const NO_PORT = 0;

/**
 * Reads a message of another program and puts it in the words of a check's finding.
 * @param system the system it came from, if known: its own words for the finding apply
 */
export function renderExplanation(
  message: string,
  system: System | undefined,
  language: Language,
): RenderedExplanation {
  const say = words[language];
  const { code, step, facts } = explain(message);
  const secret = holdsSecret(message) ? say.holdsSecret : null;
  if (code === null || step === null) {
    const date = dateIn(message);
    const seen = [
      told(say.host, 'host', facts.host),
      told(say.status, 'status', facts.status),
      date === null ? null : fill(say.date, { date: formatUniversalDay(language, date) }),
    ];
    return {
      finding: null,
      next: say.unknownTodo,
      seen: seen.filter((sentence) => sentence !== null),
      holdsSecret: secret,
      unknown: say.unknown,
    };
  }
  const { title, happened, whose, todo } = findingWords(
    { code, subject: null, facts: { port: NO_PORT, ...facts } },
    system,
    language,
  );
  // In a letter, what the message does not name is left to be written in.
  const { send = null } = findingWords(
    { code, subject: null, facts: { ...blanks(code), ...facts } },
    system,
    language,
  );
  return {
    // A message alone is not enough to say that a vendor's own page is about it.
    finding: {
      title: ofOtherProgram(title, say),
      happened: ofOtherProgram(happened, say),
      whose,
      todo: ofOtherProgram(todo, say),
      send,
      sources: [],
    },
    next: `${fill(say.step, { step: stepName(language, step) })} ${say.computer}`,
    seen: [],
    holdsSecret: secret,
    unknown: null,
  };
}

const blanks = (code: FindingCode): Facts =>
  Object.fromEntries(['host', 'port', ...findings[code].facts.always].map((name) => [name, BLANK]));

/** A finding's words without what is only known of a check of our own, and as the language says them of no named server or port. */
function ofOtherProgram(words: string, { ownRun, unnamed }: typeof english): string {
  const rest = words
    .split(ownRun)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
  return unnamed.reduce((text, [said = '', better = '']) => text.replaceAll(said, better), rest);
}

const told = (sentence: string, name: string, fact: Fact | undefined): string | null =>
  typeof fact === 'string' || typeof fact === 'number' ? fill(sentence, { [name]: fact }) : null;
