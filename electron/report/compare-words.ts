import type { Language } from '@contract/languages';
import type { Report, Step } from '@contract/report';
import { stepNames } from '@contract/step-names';
import type { ToldComparison } from '@contract/told-report';
import { findingWords } from '@systems/finding-words';
import type { System } from '@systems/system';
import { type Change, type ComparedFact, compareReports } from './compare';
import { dayIn, durationIn, instantIn } from './format';

type Pair = (before: string, now: string) => string;

interface Words {
  readonly workedThen: (step: string, finding: string) => string;
  readonly worksNow: (step: string, finding: string) => string;
  readonly otherFinding: (step: string, before: string, now: string) => string;
  readonly asItShouldBe: string;
  readonly fact: Readonly<Record<ComparedFact, (host: string) => Pair>>;
  readonly direct: string;
  readonly slower: (step: string, before: string, now: string) => string;
  readonly faster: (step: string, before: string, now: string) => string;
  readonly program: Pair;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    workedThen: (step, finding) => `${step}: it passed then. Now: ${finding}.`,
    worksNow: (step, finding) => `${step}: it passes now. Then: ${finding}.`,
    otherFinding: (step, before, now) => `${step}: then: ${before}. Now: ${now}.`,
    asItShouldBe: 'as it should be',
    fact: {
      server: () => (before, now) => `Another server was asked: then ${before}, now ${now}.`,
      via: (host) => (before, now) => `The way to ${host} changed: then ${before}, now ${now}.`,
      addresses: (host) => (before, now) => `${host} has other addresses: then ${before}, now ${now}.`,
      issuer: (host) => (before, now) =>
        `The certificate of ${host} was issued by somebody else: then “${before}”, now “${now}”.`,
      validTo: (host) => (before, now) =>
        `The certificate of ${host} has changed: the one then was valid until ${before}, the one now until ${now}.`,
      protocol: (host) => (before, now) =>
        `The encryption with ${host} has another version: then ${before}, now ${now}.`,
      version: (host) => (before, now) => `${host} runs another version: then ${before}, now ${now}.`,
      asked: (host) => (before, now) => `Something else was asked of ${host}: then ${before}, now ${now}.`,
    },
    direct: 'directly, without a proxy',
    slower: (step, before, now) => `${step} takes much longer: then ${before}, now ${now}.`,
    faster: (step, before, now) => `${step} is much faster: then ${before}, now ${now}.`,
    program: (before, now) => `This program was updated: then ${before}, now ${now}.`,
  },
  fr: {
    workedThen: (step, finding) => `${step}\u00a0: l’étape passait alors. Maintenant\u00a0: ${finding}.`,
    worksNow: (step, finding) => `${step}\u00a0: l’étape passe maintenant. Alors\u00a0: ${finding}.`,
    otherFinding: (step, before, now) => `${step}\u00a0: alors\u00a0: ${before}. Maintenant\u00a0: ${now}.`,
    asItShouldBe: 'tout était en ordre',
    fact: {
      server: () => (before, now) =>
        `Un autre serveur a été interrogé\u00a0: alors ${before}, maintenant ${now}.`,
      via: (host) => (before, now) =>
        `Le chemin vers ${host} a changé\u00a0: alors ${before}, maintenant ${now}.`,
      addresses: (host) => (before, now) =>
        `${host} a d’autres adresses\u00a0: alors ${before}, maintenant ${now}.`,
      issuer: (host) => (before, now) =>
        `Le certificat de ${host} vient d’une autre autorité\u00a0: alors «\u00a0${before}\u00a0», maintenant «\u00a0${now}\u00a0».`,
      validTo: (host) => (before, now) =>
        `Le certificat de ${host} n’est plus le même\u00a0: celui d’alors valait jusqu’au ${before}, celui de maintenant jusqu’au ${now}.`,
      protocol: (host) => (before, now) =>
        `Le chiffrement avec ${host} a changé de version\u00a0: alors ${before}, maintenant ${now}.`,
      version: (host) => (before, now) =>
        `${host} a changé de version\u00a0: alors ${before}, maintenant ${now}.`,
      asked: (host) => (before, now) =>
        `Autre chose a été demandé à ${host}\u00a0: alors ${before}, maintenant ${now}.`,
    },
    direct: 'directement, sans serveur mandataire',
    slower: (step, before, now) =>
      `${step}\u00a0: c’est beaucoup plus long. Alors ${before}, maintenant ${now}.`,
    faster: (step, before, now) =>
      `${step}\u00a0: c’est beaucoup plus rapide. Alors ${before}, maintenant ${now}.`,
    program: (before, now) => `Ce programme a été mis à jour\u00a0: alors ${before}, maintenant ${now}.`,
  },
};

interface Telling {
  readonly system: System;
  readonly language: Language;
  readonly timeZone?: string;
}

/** Says in plain sentences what is different in `later`. */
export function tellComparison(earlier: Report, later: Report, telling: Telling): ToldComparison {
  const { language, timeZone } = telling;
  const sentences = compareReports(earlier, later).map((change) => sentenceOf(change, telling));
  return {
    from: instantIn(language, earlier.startedAt, timeZone),
    to: instantIn(language, later.startedAt, timeZone),
    changes: [...new Set(sentences)],
  };
}

function sentenceOf(change: Change, { system, language }: Telling): string {
  const say = words[language];
  const name = ({ id, subject }: Step): string =>
    subject === null
      ? stepNames[language][id]
      : `${stepNames[language][id]} · ${system.texts[language].fields[subject]?.label ?? subject}`;
  const finding = ({ code, subject, facts }: Step): string =>
    code === null || code === 'ok'
      ? say.asItShouldBe
      : findingWords({ code, subject, facts }, system, language).title;
  switch (change.kind) {
    case 'worked-then':
      return say.workedThen(name(change.step), finding(change.now));
    case 'works-now':
      return say.worksNow(name(change.step), finding(change.before));
    case 'other-finding':
      return say.otherFinding(name(change.step), finding(change.before), finding(change.step));
    case 'fact': {
      const said = (value: string): string =>
        change.fact === 'validTo' ? dayIn(language, value) : value === '' ? say.direct : value;
      return say.fact[change.fact](change.host)(said(change.before), said(change.now));
    }
    case 'slower':
    case 'faster':
      return say[change.kind](
        name(change.step),
        durationIn(language, change.beforeMs),
        durationIn(language, change.nowMs),
      );
    case 'program':
      return say.program(change.before, change.now);
  }
}
