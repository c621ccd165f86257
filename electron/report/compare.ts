import type { Facts, Report, Step } from '@contract/report';

/* Compares two runs of a check by their facts. Returns pure data; compare-words.ts turns it into text. */

export type Change =
  | { readonly kind: 'worked-then'; readonly step: Step; readonly now: Step }
  | { readonly kind: 'works-now'; readonly step: Step; readonly before: Step }
  | { readonly kind: 'other-finding'; readonly step: Step; readonly before: Step }
  | {
      readonly kind: 'fact';
      readonly fact: ComparedFact;
      /** The server; '' if the facts name none. */
      readonly host: string;
      readonly before: string;
      readonly now: string;
    }
  | { readonly kind: 'slower'; readonly step: Step; readonly beforeMs: number; readonly nowMs: number }
  | { readonly kind: 'faster'; readonly step: Step; readonly beforeMs: number; readonly nowMs: number }
  | { readonly kind: 'program'; readonly before: string; readonly now: string };

/** Facts whose change may explain a different outcome; `server` is host and port. */
const comparedFacts = [
  'server',
  'via',
  'addresses',
  'issuer',
  'validTo',
  'protocol',
  'cipher',
  'version',
  'asked',
] as const;
type ComparedFact = (typeof comparedFacts)[number];

/** Only changes above both thresholds count: durations always vary. */
const VERY_DIFFERENT = { factor: 4, ms: 1000 } as const;

const tried = (step: Step | undefined): step is Step => step !== undefined && step.code !== null;
const keyOf = ({ id, subject }: Step): string => `${id} ${subject ?? ''}`;

/** The differences in `later`. Both reports are of the same connection. */
export function compareReports(earlier: Report, later: Report): readonly Change[] {
  const before = new Map(earlier.steps.filter(tried).map((step) => [keyOf(step), step]));
  const outcomes: Change[] = [];
  const facts: Change[] = [];
  const times: Change[] = [];
  for (const now of later.steps.filter(tried)) {
    const then = before.get(keyOf(now));
    if (then === undefined) continue;
    outcomes.push(...outcomeChange(then, now));
    facts.push(...factChanges(then, now));
    times.push(...timeChange(then, now));
  }
  return [...outcomes, ...distinct(facts), ...times, ...programChange(earlier, later)];
}

/** Findings of steps that ended without a proof and without an error. */
const UNPROVED: readonly unknown[] = ['not-proved', 'not-refused', 'probably-accepted'];
const worked = ({ outcome, code }: Step): boolean => outcome !== 'failed' && !UNPROVED.includes(code);

function outcomeChange(before: Step, now: Step): readonly Change[] {
  if (now.outcome === 'failed' && worked(before)) return [{ kind: 'worked-then', step: before, now }];
  if (before.outcome === 'failed' && worked(now)) return [{ kind: 'works-now', step: now, before }];
  return before.code === now.code ? [] : [{ kind: 'other-finding', step: now, before }];
}

function factChanges(before: Step, now: Step): readonly Change[] {
  return comparedFacts.flatMap((fact): readonly Change[] => {
    const [one, other] = [comparable(fact, before.facts), comparable(fact, now.facts)];
    if (one === null || other === null || one === other) return [];
    return [{ kind: 'fact', fact, host: textOf(now.facts.host), before: one, now: other }];
  });
}

const textOf = (fact: unknown): string => (typeof fact === 'string' ? fact : '');

/** A fact as text, equal if and only if it means the same; null if unknown. */
function comparable(fact: ComparedFact, facts: Facts): string | null {
  if (fact === 'server') {
    if (typeof facts.host !== 'string') return null;
    return typeof facts.port === 'number' && facts.port !== 443 ? `${facts.host}:${facts.port}` : facts.host;
  }
  const value = facts[fact];
  // null means that no proxy was used; an absent fact is unknown.
  if (fact === 'via') return value === null ? '' : typeof value === 'string' ? value : null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.toSorted().join(', ');
  return typeof value === 'string' && value !== '' ? value : null;
}

function timeChange(before: Step, now: Step): readonly Change[] {
  if (before.outcome === 'failed' || now.outcome === 'failed' || now.id === 'fields') return [];
  // A sign-in includes the user's time in the browser, so prefer the duration of the request.
  const [beforeMs, nowMs] = [msOf(before), msOf(now)];
  if (Math.abs(nowMs - beforeMs) < VERY_DIFFERENT.ms) return [];
  if (nowMs >= beforeMs * VERY_DIFFERENT.factor) return [{ kind: 'slower', step: now, beforeMs, nowMs }];
  return beforeMs >= nowMs * VERY_DIFFERENT.factor ? [{ kind: 'faster', step: now, beforeMs, nowMs }] : [];
}

const msOf = ({ facts, durationMs }: Step): number =>
  typeof facts.totalMs === 'number' ? facts.totalMs : durationMs;

const programChange = (earlier: Report, later: Report): readonly Change[] =>
  earlier.app === later.app ? [] : [{ kind: 'program', before: earlier.app, now: later.app }];

/** Several steps may report the same server; count its change once. */
function distinct(changes: readonly Change[]): readonly Change[] {
  const known = new Set<string>();
  return changes.filter((change) => {
    const key = JSON.stringify(change);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/**
 * If the newest report failed, the newest earlier one in which every step worked: the reference for "since it last
 * worked".
 */
export function lastWorked(newestFirst: readonly Report[]): Report | null {
  const [newest, ...older] = newestFirst;
  if (newest === undefined || newest.outcome !== 'failed') return null;
  return older.find(({ steps, withoutSecrets }) => withoutSecrets !== true && steps.every(worked)) ?? null;
}
