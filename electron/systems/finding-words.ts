import type { Language } from '@contract/channels';
import { withOrdinalFirst } from '@contract/dates';
import { findingJobs } from '@contract/finding-jobs';
import type { FindingCode, FindingText, Job } from '@contract/findings';
import { findingsEn } from '@contract/findings.en';
import { findingsFr } from '@contract/findings.fr';
import { printable } from '@contract/printable';
import type { Fact, Facts } from '@contract/report';
import { addressProblems } from './address-problems';
import type { System } from './system';

/** A finding ready to be shown, copied or printed: facts filled in, labels and dates in the reader's language. */
export interface FindingWords extends FindingText {
  readonly job: Job;
}

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
    subject: 'what was asked for',
    permission: 'the one for what was asked',
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
    subject: 'ce qui était demandé',
    permission: 'celle de ce qui était demandé',
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
  const text = {
    ...general[language][step.code],
    ...system?.texts[language].findings[step.code],
    ...remarkOf(step, system, language),
    ...otherProxySignIn(step, language),
  };
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
    happened: fill(text.happened),
    todo: fill(text.todo),
    ...(text.send === undefined ? {} : { send: fill(text.send) }),
    job: findingJobs[step.code],
  };
}

const doubtful: Readonly<Record<Language, string>> = {
  en: 'A value may be another one than meant',
  fr: 'Une valeur n’est peut-être pas celle qu’il faut',
};

/** Nobody wished it: the computer went to sleep. */
const slept: Readonly<Record<Language, Partial<FindingText>>> = {
  en: {
    title: 'The test was stopped because the computer went to sleep',
    happened: 'A connection does not outlive a sleep, so the test was ended. Nothing of it was kept.',
  },
  fr: {
    title: 'La vérification a été arrêtée parce que l’ordinateur s’est mis en veille',
    happened:
      'Une connexion ne survit pas à une mise en veille; la vérification a donc été arrêtée. Rien n’en a été conservé.',
  },
};

/** Words that say more than the general text: the system's own (`SystemText.notes`), or why a test was stopped. */
function remarkOf(
  { code, facts }: { readonly code: FindingCode; readonly facts: Facts },
  system: System | undefined,
  language: Language,
): Partial<FindingText> {
  if (code === 'cancelled' && facts.reason === 'sleep') return slept[language];
  if (code !== 'field-invalid' || typeof facts.problem !== 'string') return {};
  const ofAddress = addressProblems[language][facts.problem];
  if (ofAddress !== undefined) return ofAddress;
  const remark = system?.texts[language].notes?.[facts.problem];
  return remark === undefined ? {} : { title: doubtful[language], happened: remark };
}

/** Where a proxy offers no sign-in by user name and password: what this program cannot do, and what can be done. */
const noBasic: Readonly<Record<Language, Partial<FindingText>>> = {
  en: {
    happened:
      'Before it lets anything through to {{host}}, the proxy {{via}} wants a sign-in of a kind that this program cannot do, such as the one with your Windows account. It has nothing to do with the values you entered.',
    todo: 'A password does not help here. Send the message below to your network team: the way out is to let this host through without a sign-in, or to test from a computer that needs no proxy.',
    send: 'Hello,\n\nThe proxy {{via}} asks for a sign-in (NTLM, Negotiate or Digest) before it lets connections through to {{host}}, TCP port {{port}}. The program that has to get there cannot do that. Please let this host through without a sign-in.\n\nThank you',
  },
  fr: {
    happened:
      'Avant de laisser passer quoi que ce soit vers {{host}}, le serveur mandataire (proxy) {{via}} veut une authentification que ce programme ne sait pas faire, comme celle de votre compte Windows. Cela n’a rien à voir avec les valeurs que vous avez entrées.',
    todo: 'Un mot de passe n’y change rien. Envoyez le message ci-dessous à votre équipe réseau\u00a0: la solution est de laisser passer cet hôte sans authentification, ou de vérifier depuis un ordinateur qui n’a pas besoin du serveur mandataire.',
    send: 'Bonjour,\n\nLe serveur mandataire {{via}} demande une authentification (NTLM, Negotiate ou Digest) avant de laisser passer les connexions vers {{host}}, port TCP {{port}}. Le programme qui doit s’y rendre ne sait pas la faire. Veuillez laisser passer cet hôte sans authentification.\n\nMerci',
  },
};

function otherProxySignIn(
  { code, facts }: { readonly code: FindingCode; readonly facts: Facts },
  language: Language,
): Partial<FindingText> {
  if (code !== 'proxy-sign-in-required' || typeof facts.problem !== 'string') return {};
  return facts.problem.split(' ').includes('basic') ? {} : noBasic[language];
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
    return DATE.test(fact) ? dated(fact, language) : printable(fact);
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
  return language === 'fr' ? withOrdinalFirst(words) : words;
}

/** A sentence that begins with a stand-in begins with a capital all the same. */
const sentence = (text: string): string =>
  text.replace(/^(the server|le serveur)/, (start) => start.charAt(0).toUpperCase() + start.slice(1));
