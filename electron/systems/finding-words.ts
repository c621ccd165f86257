import { byLanguage } from '@contract/by-language';
import { fillBy } from '@contract/fill';
import {
  type CaseWords,
  caseActions,
  caseJobs,
  type FindingVariant,
  variantOf,
  wordsOfCase,
} from '@contract/finding-variants';
import {
  type FindingCode,
  type FindingText,
  findings,
  type Job,
  type NextAction,
  type OwnFindingText,
} from '@contract/findings';
import { formatList, formatNumber, formatUniversalDay } from '@contract/formats';
import type { Language } from '@contract/languages';
import { sayClosedWord } from '@contract/names';
import { printable } from '@contract/printable';
import type { Fact, Facts } from '@contract/report';
import type english from '../../assets/locales/en/findings.json';
import { circumstances, readerOf, type Seen, withLines } from './letter';
import { type SaidSource, sourcesOfFinding } from './sources';
import type { System } from './system';

/**
 * A finding ready to be shown, copied or printed, with its facts inserted, and labels and dates in the reader's
 * language.
 */
export interface FindingWords extends FindingText {
  readonly job: Job | 'someone-else';
  /** Whose job it is: "Your network team". */
  readonly whose: string;
  /** The button offered first if there is no message to send. */
  readonly next: NextAction;
  /** What the system's own words in it rest on; empty if none of them are about one system. */
  readonly sources: readonly SaidSource[];
}

type Words = Omit<typeof english, 'general' | 'cases' | 'instead'> & {
  readonly general: Readonly<Record<FindingCode, FindingText>>;
  readonly cases: CaseWords;
  /** Used in place of a missing fact, so that no sentence has a gap. */
  readonly instead: Readonly<Record<string, string>>;
};
const words = byLanguage<Words>('findings', () =>
  import.meta.glob<Words>('../../assets/locales/*/findings.json', { eager: true, import: 'default' }),
);

/** A certificate may have hundreds of names, while a check has six endpoints. */
const MOST_LISTED = 6;

const DATE = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * The texts of one finding: the system's own if it has them, otherwise the general ones.
 *
 * @param step the finding with its facts, as in the report
 * @param seen if unknown, the message to send has a gap for it
 */
export function findingWords(
  step: {
    readonly code: FindingCode;
    readonly subject: string | null;
    readonly facts: Facts;
    /** All subjects, if one text covers several, such as endpoints refused for the same reason. */
    readonly subjects?: readonly string[];
  },
  system: System | undefined,
  language: Language,
  seen?: Seen,
): FindingWords {
  const say = words[language];
  const variant = variantOf(step.code, step.facts);
  const ofSystem = system?.texts[language].findings[step.code] ?? {};
  // A case that only this system has comes before the one that every system may have.
  const ownCase = `${step.code}:${String(step.facts.problem ?? '')}`;
  const ofOwnCase = system?.texts[language].cases?.[ownCase];
  const general = variant === null ? undefined : caseJobs[variant];
  const caseJob = ofOwnCase === undefined ? general : system?.caseJobs?.[ownCase];
  const ofCase = ofOwnCase ?? (variant === null ? {} : wordsOfCase(say.cases, variant));
  const remark = remarkOf(step, system, language);
  const { send: _usual, ...withoutSend } = say.general[step.code] as FindingText;
  const text: FindingText = {
    // What only this server says has a remedy of its own, and the usual message would ask for another one.
    ...(isOwnSaying(step.code, remark) ? withoutSend : say.general[step.code]),
    ...ofSystem,
    ...remark,
    ...ofCase,
  };
  const subjects = step.subjects ?? (step.subject === null ? [] : [step.subject]);
  const hasNothingToSend = system?.ownJobs?.[step.code]?.nothingToSend === true && ofCase.send === undefined;
  // The permissions as the system's own page names them for these endpoints, else the endpoints themselves.
  const boxes = subjects.map((one) => system?.texts[language].permissions?.[one] ?? one);
  const facts: Facts = {
    subject:
      subjects.length > 1
        ? subjects.map((one) => system?.texts[language].fields[one]?.label ?? one)
        : step.subject,
    permission: [...new Set(boxes)],
    owner: system?.texts[language].ownerInText ?? null,
    ...step.facts,
  };
  const inWords = (name: string) => worded(name, facts[name], system, language);
  // A sentence that begins with a stand-in must still begin with a capital letter.
  const fill = (text: string): string =>
    fillBy(
      text.replaceAll(/(^|[.?!]\s)\{\{(\w+)\}\}/g, (whole, before: string, name: string) =>
        isMissing(facts[name]) ? `${before}${capitalized(inWords(name))}` : whole,
      ),
      inWords,
    );
  const whose = isOwnSaying(step.code, remark)
    ? 'you'
    : whoseJob(step.code, caseJob, ofCase, ofSystem, system);
  const job = jobWords(whose, system, language);
  const send = hasNothingToSend ? undefined : text.send;
  const own = system?.texts[language].letter;
  const reader = readerOf(step.code, variant, job.job);
  const needsOwnSource = send !== undefined && reader === 'network-team' && own !== undefined;
  return {
    title: fill(text.title),
    happened: [fill(text.happened), ...(isComposed(step.facts) ? [fill(say.addedToAddress)] : [])].join(' '),
    todo: [fill(text.todo), ...(needsOwnSource ? [own.todo] : [])].join(' '),
    ...(send === undefined
      ? {}
      : {
          send: withLines(
            fill(send),
            circumstances({ ...step, message: send, reader, seen }, say.letter, own, language),
          ),
        }),
    ...job,
    next: nextAction(step.code, variant, ofCase, system),
    sources:
      system === undefined || !hasOwnWords(ofSystem, ofOwnCase, remark)
        ? []
        : sourcesOfFinding(system, language, step.code, String(step.facts.problem ?? '')),
  };
}

const hasOwnWords = (...texts: readonly (OwnFindingText | undefined)[]): boolean =>
  texts.some((text) => text !== undefined && Object.keys(text).length > 0);

/** The texts that say what to do also decide whose job it is: one of the usual jobs, or a party they name. */
function whoseJob(
  code: FindingCode,
  caseJob: Job | undefined,
  ofCase: OwnFindingText,
  ofSystem: OwnFindingText,
  system: System | undefined,
): Job | { readonly named: string } {
  const jobs = [
    { text: ofCase, job: caseJob },
    { text: ofSystem, job: system?.ownJobs?.[code]?.job },
  ];
  const deciding = jobs.find(
    ({ text, job }) => text.todo !== undefined || text.whose !== undefined || job !== undefined,
  );
  if (deciding?.text.whose !== undefined) return { named: deciding.text.whose };
  return deciding?.job ?? findings[code].job;
}

/** Follows the text that says what to do, as {@link whoseJob} does. */
function nextAction(
  code: FindingCode,
  variant: FindingVariant | null,
  ofCase: OwnFindingText,
  system: System | undefined,
): NextAction {
  const ofSystem = ofCase.todo === undefined ? system?.ownJobs?.[code]?.next : undefined;
  return (variant === null ? undefined : caseActions[variant]) ?? ofSystem ?? findings[code].next;
}

function jobWords(
  job: Job | { readonly named: string },
  system: System | undefined,
  language: Language,
): Pick<FindingWords, 'job' | 'whose'> {
  if (typeof job === 'object') return { job: 'someone-else', whose: job.named };
  const owner = job === 'service-owner' ? system?.texts[language].owner : undefined;
  return { job, whose: owner ?? words[language].whose[job] };
}

/** Whether the requested URL is more than what the user entered. */
const isComposed = ({ typed, added }: Facts): boolean =>
  typeof typed === 'string' && typed !== '' && typeof added === 'string' && added !== '';

/** The system's own text for what is odd about a value (`SystemText.notes`), or for what only its server says. */
function remarkOf(
  { code, facts }: { readonly code: FindingCode; readonly facts: Facts },
  system: System | undefined,
  language: Language,
): Partial<FindingText> {
  if (typeof facts.problem !== 'string') return {};
  if (code !== 'field-invalid') return system?.texts[language].remarks?.[facts.problem] ?? {};
  const remark = system?.texts[language].notes?.[facts.problem];
  return remark === undefined ? {} : { title: words[language].doubtful, happened: remark };
}

const isOwnSaying = (code: FindingCode, remark: Partial<FindingText>): boolean =>
  code !== 'field-invalid' && remark.todo !== undefined;

const isMissing = (fact: Fact | undefined): boolean =>
  fact === undefined || fact === null || fact === '' || (Array.isArray(fact) && fact.length === 0);

function worded(
  name: string,
  fact: Fact | undefined,
  system: System | undefined,
  language: Language,
): string {
  if (fact === undefined || fact === null || isMissing(fact)) return words[language].instead[name] ?? '…';
  if (typeof fact === 'string') {
    // `field`, `other` and the subject may be a field id; show its label.
    const label = system?.texts[language].fields[fact]?.label;
    if (label !== undefined && (name === 'field' || name === 'other' || name === 'subject')) return label;
    // A name from a file may contain line breaks, which must not start a new line in a text to send.
    return DATE.test(fact)
      ? formatUniversalDay(language, fact)
      : printable(sayClosedWord(language, name, fact));
  }
  if (Array.isArray(fact)) return formatList(language, fact.slice(0, MOST_LISTED));
  // A port is not a quantity, so do not format it as a number.
  return typeof fact === 'number' && name !== 'port' ? formatNumber(language, fact) : String(fact);
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
