import type { FindingCode, Outcome, StepId } from '@contract/findings';
import type { CheckPlan, Reading } from '@systems/system';
import type { Asker, Basis, PracticeAnswer, PracticeRequest } from '../practice-part';

/*
 * A fault that a practice server can be given: one answer that real servers, gateways and guards are known to send, in
 * place of the server's own. A fault is one row of one table and its name in faults.json; what it comes to is told by the check, not by the row.
 */

export interface Conclusion {
  readonly step: StepId;
  readonly code: FindingCode;
  readonly outcome: Extract<Outcome, 'passed' | 'warning' | 'failed'>;
}

/** A bare code fails the step that asked; null: the fault cannot happen there. */
type Lead = FindingCode | Conclusion | null;
export type Leads = Partial<Readonly<Record<Asker, Lead | ((plan: CheckPlan) => Lead)>>>;

export interface Fault {
  /** How sure it is that servers send such an answer. It says nothing about this system: most faults are of no product. */
  readonly basis: Basis;
  /** The finding it leads to, by who asks; where there is none, the fault is not offered. */
  readonly leads: Leads;
  /** @param normal what the server would answer without the fault */
  readonly answer: (
    request: PracticeRequest,
    normal: (request: PracticeRequest) => PracticeAnswer,
  ) => Omit<PracticeAnswer, 'basis'>;
}

/** What a plan makes of an answer in its own way, as the conclusion of the step that asked. */
export const concluded = (step: StepId, { code, outcome }: Reading): Conclusion => ({ step, code, outcome });

const warns = (step: StepId, code: FindingCode): Conclusion => ({ step, code, outcome: 'warning' });
export const warnsAtSignIn = (code: FindingCode): Conclusion => warns('sign-in', code);
export const warnsAtReach = (code: FindingCode): Conclusion => warns('reach', code);
export const warnsAtClock = (code: FindingCode): Conclusion => warns('clock', code);
export const warnsOfRow = (code: FindingCode): Conclusion => warns('permission', code);
export const warnsOfData = (code: FindingCode): Conclusion => warns('data', code);
/** A request that carries its own proof can pass the sign-in and fail the row it asked for. */
export const failsRow = (code: FindingCode): Conclusion => ({ step: 'permission', code, outcome: 'failed' });
export const passes = (step: StepId): Conclusion => ({ step, code: 'ok', outcome: 'passed' });

export const atToken = (lead: Leads['token']): Leads => ({
  ...(lead !== undefined && { token: lead, code: lead }),
});
/** Requests for data that carry a token or a signature. */
export const atData = (code: FindingCode): Leads => ({
  signed: code,
  bearer: code,
  lists: code,
  'one-list': code,
});
/** The same finding, whatever was asked. */
export const everywhere = (code: FindingCode): Leads => ({ probe: code, ...atToken(code), ...atData(code) });

/** An answer made of its parts; JSON unless the headers say otherwise. */
export const reply = (
  status: number,
  value: unknown,
  headers: PracticeAnswer['headers'] = {},
): Omit<PracticeAnswer, 'basis'> => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof value === 'string' ? value : JSON.stringify(value),
});

export const webPage = (
  status: number,
  title: string,
  headers: PracticeAnswer['headers'] = {},
): Omit<PracticeAnswer, 'basis'> =>
  reply(
    status,
    `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
    {
      'content-type': 'text/html; charset=utf-8',
      ...headers,
    },
  );
