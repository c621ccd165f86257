import { parseAddress } from '@contract/address';
import type { CarriedProblem } from '@contract/carried';
import type { Connection } from '@contract/connection';
import { platforms } from '@contract/connection-kinds';
import { findings, isFindingCode, outcomes, type StepId, stepIds } from '@contract/findings';
import { isObject } from '@contract/is-object';
import { LIMITS } from '@contract/limits';
import type { Report, Step } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import { overallOutcome } from '@contract/verdict';
import { systemFor } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import { wantedHosts } from '../report/network-request';
import { closedFacts } from './closed-facts';

/** A report as far as this version understands it. */
export interface ReadReport {
  readonly report: Report;
  /** Steps that a newer version wrote, or that were spoilt. */
  readonly leftOut: number;
}

type Members = Readonly<Record<string, unknown>>;

/** Every system has ten steps, and at most a few dozen subjects. */
const MOST_STEPS = 200;
const LONGEST_MS = 3_600_000;
const OLDEST = Date.parse('2020-01-01T00:00:00.000Z');
const LATEST = Date.parse('2100-01-01T00:00:00.000Z');

/**
 * Reads a report that another computer made, of any version. Only what is in a closed list, or has the shape that its
 * fact must have, is taken; everything else is left out. Never throws.
 * @param connection the one it is opened for; its name stands for the one in the file
 */
export function readCarried(text: string, connection: Connection): Result<ReadReport, CarriedProblem> {
  if (text.length > LIMITS.reportText) return refuse('too-large');
  const all = reportsIn(text);
  if (all.length === 0) return refuse('not-a-report');
  const own = all.find(({ connection: about }) => isObject(about) && about.system === connection.system);
  if (own === undefined) return refuse('other-connection');
  return readOne(own, connection);
}

/** A report alone, or several as the command line prints them. */
function reportsIn(text: string): readonly Members[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return [];
  }
  if (!isObject(json)) return [];
  const candidates = Array.isArray(json.reports) ? json.reports.slice(0, MOST_STEPS) : [json];
  return candidates.filter(
    (one: unknown): one is Members => isObject(one) && Array.isArray(one.steps) && isObject(one.connection),
  );
}

function readOne(given: Members, connection: Connection): Result<ReadReport, CarriedProblem> {
  const at = typeof given.startedAt === 'string' ? Date.parse(given.startedAt) : Number.NaN;
  if (!(at > OLDEST && at < LATEST)) return refuse('not-a-report');
  const system = systemFor(connection);
  const subjects = new Set([
    ...system.fields.map(({ id }) => id),
    ...planOf(system, connection).permission.flatMap(({ subject }) => (subject === null ? [] : [subject])),
  ]);
  const listed = (given.steps as readonly unknown[]).slice(0, MOST_STEPS);
  const all = listed.map((step) => readStep(step, subjects));
  const own = hostsOf(connection);
  const asked = all.flatMap((step) => (step === null ? [] : [hostIn(step)])).filter((host) => host !== null);
  if (asked.length > 0 && !asked.some((host) => own.has(host))) return refuse('other-connection');
  const isOwn = (host: string | null): boolean => host === null || own.has(host);
  // A letter asks to let a server through, so a file must not bring one of its own.
  const read = all.map((step) => (step !== null && isOwn(hostIn(step)) ? step : null));
  const steps = stepIds.flatMap((id) => {
    const run = read.flatMap((step) => (step?.id === id ? [step] : []));
    return run.length > 0 ? run : [untried(id)];
  });
  if (steps.every(({ code }) => code === null)) return refuse('not-a-report');
  const { system: id, name, environment, values } = connection;
  const alternative = system.alternatives?.find((one) => one.id === given.alternative)?.id;
  const platform = platforms.find((one) => one === given.platform);
  const report: Report = {
    version: 1,
    app: typeof given.app === 'string' && /^\d{1,4}(?:\.\d{1,4}){2}$/.test(given.app) ? given.app : '',
    ...(platform !== undefined && { platform }),
    connection: {
      id: null,
      system: id,
      name,
      environment,
      ...((values.provider ?? '') !== '' && { provider: values.provider }),
    },
    ...(alternative !== undefined && { alternative }),
    ...(given.withoutSecrets === true && { withoutSecrets: true as const }),
    startedAt: new Date(at).toISOString(),
    durationMs: duration(given.durationMs),
    outcome: overallOutcome(steps),
    steps,
  };
  return ok({ report, leftOut: read.filter((step) => step === null).length });
}

/** null for a step that this version does not know, or that contradicts itself. */
function readStep(given: unknown, subjects: ReadonlySet<string>): Step | null {
  if (!isObject(given)) return null;
  const id = stepIds.find((one) => one === given.id);
  const outcome = outcomes.find((one) => one === given.outcome);
  if (id === undefined || outcome === undefined) return null;
  const { code = null, subject = null } = given;
  if (subject !== null && (typeof subject !== 'string' || !subjects.has(subject))) return null;
  const isRun = outcome !== 'skipped' && outcome !== 'not-tried';
  if (code === null) return isRun ? null : { ...untried(id), subject, outcome };
  if (!isRun || typeof code !== 'string' || !isFindingCode(code)) return null;
  const isPass = code === 'ok' || code === 'information-inspected';
  if (isPass !== (outcome === 'passed')) return null;
  const facts = closedFacts(code, given.facts, [...subjects]);
  // Its sentences would have gaps.
  const isWhole = findings[code].facts.always.every((name) => facts[name] !== undefined || name === 'issuer');
  return isWhole || code === 'ok'
    ? { id, subject, outcome, code, durationMs: duration(given.durationMs), facts }
    : null;
}

/** The servers that a check of this connection asks. */
function hostsOf(connection: Connection): ReadonlySet<string> {
  const planned = wantedHosts(planOf(systemFor(connection), connection)).map(({ host }) => host);
  const entered = Object.values(connection.values).flatMap((value) => parseAddress(value)?.hostname ?? []);
  return new Set([...planned, ...entered.map(withoutBrackets)]);
}

/** The server that a step is about, without its port; null if it names none. */
function hostIn({ facts: { host } }: Step): string | null {
  return typeof host === 'string' ? withoutBrackets(parseAddress(`https://${host}`)?.hostname ?? host) : null;
}

/** Of an IPv6 address. */
const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '');

const untried = (id: StepId): Step => ({
  id,
  subject: null,
  outcome: 'not-tried',
  code: null,
  durationMs: 0,
  facts: {},
});

const duration = (value: unknown): number =>
  typeof value === 'number' && value >= 0 && value <= LONGEST_MS ? Math.round(value) : 0;
