import type { Connection } from '@contract/connection';
import { type FindingCode, type Outcome, type StepId, stepIds } from '@contract/findings';
import type { Facts, Step } from '@contract/report';
import { systemById } from '@systems/catalogue';

/** The steps of a fake vendor check that do not pass: by step, or by `permission/<endpoint>`. */
export type Trouble = Readonly<Record<string, readonly [Outcome, FindingCode]>>;

const HOST = 'maple.sis.example';

/** The steps of this connection's check, as its system plans them; all passed except the given ones. */
export function vendorSteps(
  connection: Pick<Connection, 'system' | 'values'>,
  trouble: Trouble = {},
): readonly Step[] {
  const system = systemById(connection.system);
  if (system === undefined) throw new Error('No such system');
  const plan = system.plan(connection.values, false);
  const steps: Step[] = [];
  let stopped = false;
  const add = (id: StepId, subject: string | null, facts: Facts): void => {
    const [outcome, code] = trouble[subject === null ? id : `${id}/${subject}`] ?? ['passed', 'ok'];
    steps.push(
      stopped
        ? { id, subject: null, outcome: 'not-tried', code: null, durationMs: 0, facts: {} }
        : {
            id,
            subject,
            outcome,
            code,
            durationMs: 24,
            facts: code === 'ok' ? facts : { host: HOST, ...facts },
          },
    );
  };
  const skip = (id: StepId): void => {
    steps.push({ id, subject: null, outcome: 'skipped', code: null, durationMs: 0, facts: {} });
  };
  for (const id of stepIds) {
    if (id === 'permission') for (const { subject } of stopped ? [] : plan.permission) add(id, subject, {});
    else if (id === 'reach' && plan.reach === null && !stopped) skip(id);
    else add(id, null, factsOf(id, system.fields.length));
    if (id === 'permission' && stopped) add(id, null, {});
    stopped ||= steps.some((step) => step.outcome === 'failed');
  }
  return steps;
}

function factsOf(id: StepId, count: number): Facts {
  switch (id) {
    case 'fields':
      return { count };
    case 'reach':
      return { host: HOST, version: '21.4.0.0' };
    case 'secure-connection':
      return { host: HOST, port: 443, validTo: '2027-06-21T00:00:00.000Z', issuer: 'Example Public CA' };
    default:
      return { host: HOST, port: 443 };
  }
}
