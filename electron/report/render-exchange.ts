import { fill } from '@contract/fill';
import type { FindingCode, StepId } from '@contract/findings';
import { formatDuration, formatList, formatNumber, formatUniversalDay } from '@contract/formats';
import type { Language } from '@contract/languages';
import { sayClosedWord } from '@contract/names';
import { type PhaseId, phaseIds, type RenderedPhase } from '@contract/rendered-report';
import type { Facts, Step } from '@contract/report';
import { words } from './words';

/* Describes what a step asked and what came back, only from its facts: statuses, types, sizes and closed-list words. */

const textOf = (facts: Facts, name: string): string | null => {
  const fact = facts[name];
  return typeof fact === 'string' && fact !== '' ? fact : null;
};
const numberOf = (facts: Facts, name: string): number | null => {
  const fact = facts[name];
  return typeof fact === 'number' ? fact : null;
};

/** The server of a step, with its port unless that is 443; null if the facts name none. */
function placeOf(facts: Facts): string | null {
  const host = textOf(facts, 'host');
  if (host === null) return null;
  const port = numberOf(facts, 'port');
  return port === null || port === 443 ? host : `${host}:${port}`;
}

const requests: readonly StepId[] = ['reach', 'sign-in', 'permission'];

/** Findings of a sign-in that ended in the user's browser. */
const inBrowser: readonly (FindingCode | null)[] = [
  'sign-in-cancelled',
  'sign-in-incomplete',
  'answer-not-ours',
];

/** What a step asked; null if it was not run. */
export function askedBy(step: Step, language: Language): string | null {
  if (step.code === null) return null;
  const say = words[language];
  const { facts } = step;
  const place = placeOf(facts);
  switch (step.id) {
    case 'fields':
    case 'address':
      return say.asked.onlyRead;
    case 'name-lookup': {
      const host = textOf(facts, 'host');
      const via = textOf(facts, 'via');
      if (host === null) return say.asked.nothing;
      return via === null ? fill(say.asked.addresses, { host }) : fill(say.asked.way, { host, via });
    }
    case 'connect': {
      const host = textOf(facts, 'host');
      const via = textOf(facts, 'via');
      const port = numberOf(facts, 'port') ?? 443;
      if (host === null) return say.asked.nothing;
      return via === null
        ? fill(say.asked.connection, { host, port })
        : fill(say.asked.connectionThrough, { host, port, via });
    }
    case 'secure-connection':
      return place === null ? say.asked.nothing : fill(say.asked.certificate, { place });
    case 'clock':
    case 'data':
      return say.asked.noMore;
    case 'reach':
    case 'sign-in':
    case 'permission':
      return requestOf(step, place, language);
  }
}

function requestOf({ id, code, facts }: Step, place: string | null, language: Language): string {
  const say = words[language];
  const asked = textOf(facts, 'asked');
  if (asked !== null) return place === null ? asked : `${asked} · ${place}`;
  if (id === 'sign-in' && inBrowser.includes(code)) return say.asked.inBrowser;
  if (numberOf(facts, 'totalMs') !== null && place !== null) return fill(say.asked.onlyConnected, { place });
  // If the sign-in was the first request, the first permission is read from its answer.
  if (numberOf(facts, 'status') !== null)
    return id === 'permission' ? say.asked.noMore : fill(say.asked.request, { place: place ?? '' });
  return say.asked.nothing;
}

/** What a step got in return; null if it was not run. */
export function answerTo(step: Step, language: Language): string | null {
  if (step.code === null) return null;
  const parts = partsOf(step, language);
  if (parts.length > 0) return parts.join(' · ');
  const say = words[language].answered;
  const waited = numberOf(step.facts, 'waitSeconds');
  if (waited !== null) return fill(say.noAnswerWithin, { seconds: formatNumber(language, waited) });
  const sent = requests.includes(step.id) && textOf(step.facts, 'asked') !== null;
  return sent ? say.noAnswer : say.nothing;
}

function partsOf(step: Step, language: Language): readonly string[] {
  const say = words[language].answered;
  const { facts } = step;
  const number = (name: string, text: string): readonly string[] => {
    const value = numberOf(facts, name);
    return value === null ? [] : [fill(text, { [name]: formatNumber(language, value) })];
  };
  switch (step.id) {
    case 'fields':
      return number('count', say.values);
    case 'address': {
      const place = placeOf(facts);
      return place === null || step.outcome === 'failed' ? [] : [`https · ${place}`];
    }
    case 'name-lookup':
      return Array.isArray(facts.addresses) && facts.addresses.length > 0
        ? [formatList(language, facts.addresses)]
        : [];
    case 'connect':
      return step.outcome === 'failed' ? statusOf(facts) : [say.connected];
    case 'secure-connection':
      return certificateOf(facts, language);
    case 'clock':
      return number('seconds', say.apart);
    default:
      return answerOf(step, language);
  }
}

const statusOf = (facts: Facts): readonly string[] => {
  const status = numberOf(facts, 'status');
  return status === null ? [] : [String(status)];
};

function certificateOf(facts: Facts, language: Language): readonly string[] {
  const say = words[language].answered;
  const issuer = textOf(facts, 'issuer');
  const validTo = textOf(facts, 'validTo');
  const left = numberOf(facts, 'daysLeft');
  const protocol = textOf(facts, 'protocol');
  const alert = textOf(facts, 'alert');
  return [
    ...(alert === null ? [] : [fill(say.alert, { word: sayClosedWord(language, 'alert', alert) })]),
    ...(protocol === null ? [] : [protocol]),
    ...(issuer === null ? [] : [fill(say.madeBy, { issuer })]),
    ...(validTo === null ? [] : [validUntil(language, validTo, left)]),
  ];
}

function validUntil(language: Language, validTo: string, left: number | null): string {
  const say = words[language].answered;
  const day = formatUniversalDay(language, validTo);
  return left === null
    ? fill(say.validUntil, { day })
    : fill(say.validUntilDays, { day, daysLeft: formatNumber(language, left) });
}

function answerOf({ id, facts }: Step, language: Language): readonly string[] {
  const say = words[language].answered;
  const status = numberOf(facts, 'status');
  const bytes = numberOf(facts, 'bytes');
  const retryAfter = numberOf(facts, 'retryAfter');
  const count = numberOf(facts, 'count');
  const version = textOf(facts, 'version');
  const to = textOf(facts, 'to');
  const closedWords = ['error', 'oauthProblem', 'codeMinor', 'problem'].flatMap((name) => {
    const word = textOf(facts, name);
    return word === null ? [] : [sayClosedWord(language, name, word)];
  });
  return [
    // A step that reads an earlier answer describes its content, but not again how it arrived.
    ...(id === 'data' ? [] : statusOf(facts)),
    ...(id === 'data' || status === null || facts.contentType === undefined
      ? []
      : [textOf(facts, 'contentType') ?? say.noType]),
    ...(id === 'data' || bytes === null ? [] : [fill(say.bytes, { count: formatNumber(language, bytes) })]),
    ...closedWords,
    ...(version === null ? [] : [fill(say.version, { version })]),
    ...(count === null ? [] : [fill(say.entries, { count: formatNumber(language, count) })]),
    ...rightsOf(facts, language),
    ...(retryAfter === null ? [] : [fill(say.retryAfter, { seconds: formatNumber(language, retryAfter) })]),
    ...(to === null ? [] : [fill(say.pointsTo, { to })]),
  ];
}

/** Whose credentials they are, as the service told. */
function rightsOf({ claimSet, organizations, resources }: Facts, language: Language): readonly string[] {
  const say = words[language].answered;
  const names = Array.isArray(organizations) ? organizations : [];
  const rights = Array.isArray(resources) ? resources.length : 0;
  return [
    ...(names.length === 0 ? [] : [fill(say.keyFor, { names: formatList(language, names) })]),
    ...(typeof claimSet === 'string' ? [fill(say.claimSet, { name: claimSet })] : []),
    ...(rights === 0 ? [] : [fill(say.rights, { count: formatNumber(language, rights) })]),
  ];
}

/** The phases of a step's duration, for requests from their facts; empty if the step asked nothing. */
export function phasesOf(step: Step, language: Language): readonly RenderedPhase[] {
  const measured = millisecondsOf(step);
  return phaseIds.flatMap((id) => {
    const ms = measured[id];
    return ms === undefined || ms <= 0
      ? []
      : [{ id, name: words[language].phase[id], ms, took: formatDuration(language, ms) }];
  });
}

function millisecondsOf({ id, facts, durationMs }: Step): Partial<Record<PhaseId, number>> {
  switch (id) {
    case 'name-lookup':
      return { lookup: durationMs };
    case 'connect':
      return { connect: durationMs };
    case 'secure-connection':
      return { tls: durationMs };
    default: {
      const total = numberOf(facts, 'totalMs');
      if (total === null) return {};
      const of = (name: string) => numberOf(facts, name) ?? 0;
      const parts = {
        lookup: of('lookupMs'),
        connect: of('connectMs'),
        tls: of('tlsMs'),
        'first-byte': of('firstByteMs'),
      };
      const known = parts.lookup + parts.connect + parts.tls + parts['first-byte'];
      return { ...parts, rest: Math.max(0, total - known) };
    }
  }
}
