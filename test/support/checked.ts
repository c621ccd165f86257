import { exchangeFacts } from '@contract/finding-facts';
import { findings } from '@contract/findings';
import { type Report, reportSchema, type Step } from '@contract/report';
import { ok } from '@contract/result';
import type { CheckPlan, System } from '@systems/system';
import { expect } from 'vitest';
import type { CheckOptions, CheckPorts, CheckSubject } from '../../electron/check/ports';
import { runCheck } from '../../electron/check/run-check';
import type { NameLookup } from '../../electron/http/name-lookup';
import { Trust } from '../../electron/http/trust';
import { listenForRedirect } from '../../electron/sign-in/loopback-redirect';
import { plannedSystem } from '../fakes/planned-system';

/** Searched for wherever a secret must not appear. */
export const CANARY = 'Canary~8f3a1c/+%20=é';

/** `localhost` and names ending in `.test` are this computer; no other name exists. */
export const testNames: NameLookup = (host) =>
  host.endsWith('.test') || host === 'localhost'
    ? Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    : Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));

const trust = new Trust([]);

export interface Checking {
  readonly plan: CheckPlan;
  readonly url: string;
  readonly system?: Partial<System>;
  readonly subject?: Partial<CheckSubject>;
  readonly ports?: Partial<CheckPorts>;
  readonly proxy?: string;
  readonly options?: Partial<CheckOptions>;
}

export interface Checked {
  readonly report: Report;
  /** Every step as reported, in order. */
  readonly told: readonly Step[];
  /** Each origin that the secret was requested for. */
  readonly secretAskedFor: readonly string[];
}

/** Runs one check with fakes for everything but the network, and validates the report's shape. */
export async function check({
  plan,
  url,
  system,
  subject,
  ports,
  proxy,
  options,
}: Checking): Promise<Checked> {
  const told: Step[] = [];
  const secretAskedFor: string[] = [];
  const report = await runCheck(
    {
      id: null,
      system: plannedSystem(plan, system),
      name: 'Test instance',
      environment: 'test',
      practice: false,
      values: { serverUrl: url, clientId: 'wizard-client' },
      siblings: [],
      ...subject,
    },
    {
      secret: async (_field, origin) => {
        secretAskedFor.push(origin);
        return ok(CANARY);
      },
      sameSecretElsewhere: async () => null,
      network: { resolveProxy: async () => proxy ?? 'DIRECT', lookUp: testNames, trust, now: Date.now },
      now: Date.now,
      browser: null,
      listenForRedirect,
      ...ports,
    },
    {
      probe: 'none',
      appVersion: '0.0.0-test',
      signal: new AbortController().signal,
      extraRoots: [],
      waitMs: 2000,
      onStep: (step) => told.push(step),
      ...options,
    },
  );
  reportSchema.parse(report);
  for (const step of report.steps) expectAgreedFacts(step);
  return { report, told, secretAskedFor };
}

/** Checks a step's facts against the table of names that the texts rely on. */
function expectAgreedFacts(step: Step): void {
  if (step.code === null) {
    expect(step).toMatchObject({ durationMs: 0, facts: {} });
    return;
  }
  const { always, details } = findings[step.code].facts;
  const where = `${step.id} ${step.code} ${JSON.stringify(step.facts)}`;
  for (const name of always) expect(step.facts[name] ?? null, `${where}: ${name}`).not.toBeNull();
  for (const name of Object.keys(step.facts))
    expect([...always, ...details, ...exchangeFacts], where).toContain(name);
}

/** The executed steps as `id code outcome` lines, for readable test failures. */
export const ran = (report: Report): string[] =>
  report.steps
    .filter((step) => step.code !== null)
    .map(
      (step) => `${step.id}${step.subject === null ? '' : `/${step.subject}`} ${step.code} ${step.outcome}`,
    );

/** The canary in every form it could appear in. */
export const canaryForms = (): string[] => [
  CANARY,
  Buffer.from(CANARY).toString('base64'),
  Buffer.from(`wizard-client:${CANARY}`).toString('base64'),
  Buffer.from(CANARY).toString('hex'),
  encodeURIComponent(CANARY),
  new URLSearchParams({ '': CANARY }).toString().slice(1),
];
