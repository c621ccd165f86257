import { sayClosedWord } from '@contract/closed-words';
import { type FindingVariant, variantOf } from '@contract/finding-variants';
import {
  type FindingCode,
  type FindingText,
  findings,
  type Job,
  type OwnFindingText,
  type OwnJob,
} from '@contract/findings';
import { addedToAddressEn, findingsEn, findingVariantsEn } from '@contract/findings.en';
import { addedToAddressFr, findingsFr, findingVariantsFr } from '@contract/findings.fr';
import { type Language, mendDate } from '@contract/languages';
import { printable } from '@contract/printable';
import type { Fact, Facts } from '@contract/report';
import type { System } from './system';

/** A finding ready to be shown, copied or printed: facts filled in, labels and dates in the reader's language. */
export interface FindingWords extends FindingText {
  readonly job: Job | 'someone-else';
  /** Whose job it is, as the answer to that question: "Your network team". */
  readonly whose: string;
}

const variants: Readonly<Record<Language, Readonly<Record<FindingVariant, OwnFindingText>>>> = {
  en: findingVariantsEn,
  fr: findingVariantsFr,
};

const general: Readonly<Record<Language, Readonly<Record<FindingCode, FindingText>>>> = {
  en: findingsEn,
  fr: findingsFr,
};

/** Read in place of a fact that is not there, so that a sentence never has a hole. */
const instead: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    host: 'the server',
    port: '443',
    via: 'of your network',
    issuer: 'somebody unnamed',
    field: 'A value',
    other: 'another connection',
    names: 'another name',
    alert: 'not known',
    subject: 'what was asked for',
    permission: 'the one for what was asked',
    url: 'this address',
    from: 'this address',
    to: 'another address',
    seconds: 'many',
    validFrom: 'a later day',
    validTo: 'an earlier day',
    daysLeft: 'a few',
  },
  fr: {
    host: 'le serveur',
    port: '443',
    via: 'de votre réseau',
    issuer: 'une autorité sans nom',
    field: 'Une valeur',
    other: 'une autre connexion',
    names: 'un autre nom',
    alert: 'inconnue',
    subject: 'ce qui était demandé',
    permission: 'celle de ce qui était demandé',
    url: 'cette adresse',
    from: 'cette adresse',
    to: 'une autre adresse',
    seconds: 'plusieurs',
    validFrom: 'jour à venir',
    validTo: 'jour passé',
    daysLeft: 'peu',
  },
};

/** Names of a certificate can be hundreds; the endpoints of one check are six. */
const MOST_LISTED = 6;

const locale: Readonly<Record<Language, string>> = { en: 'en-CA', fr: 'fr-CA' };
const DATE = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * The words of one finding: the general text, or the system's own where it words it better.
 *
 * @param step the finding with its facts, as it stands in the report
 */
export function findingWords(
  step: {
    readonly code: FindingCode;
    readonly subject: string | null;
    readonly facts: Facts;
    /** Every subject, where one text speaks of several: the endpoints that were refused alike. */
    readonly subjects?: readonly string[];
  },
  system: System | undefined,
  language: Language,
): FindingWords {
  const variant = variantOf(step.code, step.facts);
  const ofSystem = system?.texts[language].findings[step.code] ?? {};
  const ofCase = variant === null ? {} : variants[language][variant];
  const text = {
    ...general[language][step.code],
    ...ofSystem,
    ...remarkOf(step, system, language),
    ...ofCase,
  };
  const send = text.send ?? null;
  const subjects = step.subjects ?? (step.subject === null ? [] : [step.subject]);
  // The permissions the system's own page names for these endpoints; without one the endpoint itself.
  const boxes = subjects.map((one) => system?.texts[language].permissions?.[one] ?? one);
  const facts: Facts = {
    subject:
      subjects.length > 1
        ? subjects.map((one) => system?.texts[language].fields[one]?.label ?? one)
        : step.subject,
    permission: [...new Set(boxes)],
    ...step.facts,
  };
  const fill = (template: string): string =>
    sentence(
      template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => worded(name, facts[name], system, language)),
    );
  return {
    title: fill(text.title),
    happened: [fill(text.happened), ...(isComposed(step.facts) ? [fill(addedToAddress[language])] : [])].join(
      ' ',
    ),
    todo: fill(text.todo),
    ...(send === null ? {} : { send: fill(send) }),
    ...jobWords(jobOf(step.code, ofSystem, ofCase), system, language),
  };
}

/** Whoever words what to do also says whose job that is. */
function jobOf(code: FindingCode, ofSystem: OwnFindingText, ofCase: OwnFindingText): OwnJob {
  const deciding = [ofCase, ofSystem].find(({ todo, job }) => todo !== undefined || job !== undefined);
  return deciding?.job ?? findings[code].job;
}

const whose: Readonly<Record<Language, Readonly<Record<Job, string>>>> = {
  en: {
    you: 'Yours',
    'network-team': 'Your network team',
    'service-owner': 'Whoever runs the server',
    nobody: 'Nobody’s',
    'not-clear': 'Not clear yet',
  },
  fr: {
    you: 'Vous',
    'network-team': 'Votre équipe réseau',
    'service-owner': 'L’exploitant du serveur',
    nobody: 'Personne',
    'not-clear': 'Pas encore établi',
  },
};

function jobWords(
  job: OwnJob,
  system: System | undefined,
  language: Language,
): Pick<FindingWords, 'job' | 'whose'> {
  if (typeof job === 'object') return { job: 'someone-else', whose: job.named };
  const owner = job === 'service-owner' ? system?.texts[language].owner : undefined;
  return { job, whose: owner ?? whose[language][job] };
}

const addedToAddress: Readonly<Record<Language, string>> = { en: addedToAddressEn, fr: addedToAddressFr };

/** Whether the address that was asked is more than what the person entered. */
const isComposed = ({ typed, added }: Facts): boolean =>
  typeof typed === 'string' && typed !== '' && typeof added === 'string' && added !== '';

const doubtful: Readonly<Record<Language, string>> = {
  en: 'A value may be wrong',
  fr: 'Une valeur n’est peut-être pas celle qu’il faut',
};

/** The system's own words for what is odd about a value (`SystemText.notes`). */
function remarkOf(
  { code, facts }: { readonly code: FindingCode; readonly facts: Facts },
  system: System | undefined,
  language: Language,
): Partial<FindingText> {
  if (code !== 'field-invalid' || typeof facts.problem !== 'string') return {};
  const remark = system?.texts[language].notes?.[facts.problem];
  return remark === undefined ? {} : { title: doubtful[language], happened: remark };
}

function worded(
  name: string,
  fact: Fact | undefined,
  system: System | undefined,
  language: Language,
): string {
  if (fact === undefined || fact === null || fact === '') return instead[language][name] ?? '…';
  if (typeof fact === 'string') {
    // `field`, `other` and the subject may be a field's id; people know it by its label.
    const label = system?.texts[language].fields[fact]?.label;
    if (label !== undefined && (name === 'field' || name === 'other' || name === 'subject')) return label;
    // A name that came with a file may hold line ends: it must not begin a line of a text to send.
    return DATE.test(fact) ? dated(fact, language) : printable(sayClosedWord(language, name, fact));
  }
  if (Array.isArray(fact)) {
    return fact.length === 0
      ? (instead[language][name] ?? '…')
      : new Intl.ListFormat(locale[language]).format(fact.slice(0, MOST_LISTED));
  }
  // A port is a name, not an amount.
  return typeof fact === 'number' && name !== 'port'
    ? new Intl.NumberFormat(locale[language]).format(fact)
    : String(fact);
}

function dated(instant: string, language: Language): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const words = new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    date,
  );
  return mendDate(language, words);
}

/** A sentence that begins with a stand-in begins with a capital all the same. */
const sentence = (text: string): string =>
  text.replace(/^(the server|le serveur)/, (start) => start.charAt(0).toUpperCase() + start.slice(1));
