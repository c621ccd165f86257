import { type FindingCode, findings } from '@contract/findings';
import type { NotChecked } from '@contract/nightly';
import type { Facts, Report } from '@contract/report';
import { decidingStep, lastCheckOf } from '@contract/verdict';
import type { Entry } from './results';

/** What a check found of one connection; the file adds what follows from earlier nights. */
export type Found = Omit<Entry, 'since' | 'nights' | 'shared'>;

/** What happened around a check, which its report does not tell. */
export interface Around {
  /** When the oldest secret came into use; null if that is not known. */
  readonly secretSince: string | null;
  readonly fingerprint: string | null;
  /** A secret could not be opened because of the keyring, not because of the secret. */
  readonly keyring: boolean;
  /** The computer slept while the check ran. */
  readonly slept: boolean;
}

/** @returns null if the check was stopped: it has to be made up for, and says nothing */
export function foundBy(report: Report, around: Around): Found | null {
  const deciding = decidingStep(report.steps);
  if (deciding?.code === 'cancelled') return null;
  const { rejected, certificateEnds = null } = lastCheckOf(report, null);
  const notChecked = report.outcome === 'failed' ? reasonIn(report, around) : null;
  return {
    connection: report.connection,
    at: report.startedAt,
    state: notChecked === null ? report.outcome : 'not-checked',
    notChecked,
    ...(rejected === true && { rejected }),
    ...(report.withoutSecrets === true && { withoutSecrets: true }),
    fingerprint: around.fingerprint,
    step: deciding?.id ?? null,
    subject: deciding?.subject ?? null,
    code: deciding?.code ?? null,
    facts: deciding === null || deciding.code === null ? {} : neededFacts(deciding.code, deciding.facts),
    durationMs: report.durationMs,
    steps: durationsOf(report),
    certificateEnds,
    secretSince: around.secretSince,
  };
}

/** What is known of a connection whose credentials the window saw refused. */
export const foundRefused = (
  connection: Entry['connection'],
  certificateEnds: string | null,
  around: Pick<Around, 'secretSince' | 'fingerprint'>,
  now: Date,
): Found => ({
  connection,
  at: now.toISOString(),
  state: 'failed',
  notChecked: null,
  rejected: true,
  leftOut: true,
  step: 'sign-in',
  subject: null,
  code: 'credentials-rejected',
  facts: {},
  durationMs: 0,
  steps: {},
  certificateEnds,
  ...around,
});

/** A connection that is still to be checked, of which nothing is known. */
export const foundNothing = (connection: Entry['connection'], now: Date): Found => ({
  connection,
  at: now.toISOString(),
  state: 'not-checked',
  notChecked: 'not-yet',
  fingerprint: null,
  step: null,
  subject: null,
  code: null,
  facts: {},
  durationMs: 0,
  steps: {},
  certificateEnds: null,
  secretSince: null,
});

function reasonIn({ steps }: Report, { keyring, slept }: Around): NotChecked | null {
  const codes = steps.map(({ code }) => code);
  if (slept) return 'asleep';
  if (codes.includes('offline')) return 'offline';
  if (codes.includes('secret-unreadable')) return keyring ? 'keyring' : 'secret';
  return codes.includes('secret-missing') ? 'secret' : null;
}

/** Each step that was run, with its longest duration if it ran for several addresses. */
function durationsOf({ steps }: Report): Record<string, number> {
  const durations: Record<string, number> = {};
  for (const { id, code, durationMs } of steps) {
    if (code !== null) durations[id] = Math.max(durations[id] ?? 0, durationMs);
  }
  return durations;
}

/** Facts that decide which case of a finding applies, or that the message to send mentions if they are there. */
const usefulFacts: readonly string[] = ['problem', 'reason', 'error', 'typed', 'added', 'via', 'status'];

/** Only what the finding's texts need. */
function neededFacts(code: FindingCode, facts: Facts): Facts {
  const needed = new Set<string>([...findings[code].facts.always, ...usefulFacts, 'host', 'port']);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => needed.has(name)));
}

/** What was known of a connection that is left out again: still refused, as of now. */
export function foundAgain({ since: _, nights: __, ...entry }: Entry, now: Date): Found {
  return { ...entry, at: now.toISOString(), leftOut: true };
}
