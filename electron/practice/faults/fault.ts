import type { FindingCode, Outcome, StepId } from '@contract/findings';
import type { CheckPlan, Reading } from '@systems/system';
import type { Basis, PracticeAnswer, PracticeRequest, RequestKind } from '../practice-part';

/*
 * A fault of a practice server: one answer that real servers, gateways or firewalls are known to send, in place of
 * the server's own. Each fault is one row of a table and has a name in faults.json. Its result comes from the check,
 * not from the row.
 */

export interface Conclusion {
  readonly step: StepId;
  readonly code: FindingCode;
  readonly outcome: Extract<Outcome, 'passed' | 'warning' | 'failed'>;
}

/** A bare code fails the step of the request; null: the fault cannot occur there. */
type Lead = FindingCode | Conclusion | null;
export type Leads = Partial<Readonly<Record<RequestKind, Lead | ((plan: CheckPlan) => Lead)>>>;

export interface Fault {
  /**
   * How certain it is that servers send such an answer. This says nothing about the system: most faults belong to no
   * product.
   */
  readonly basis: Basis;
  /** The finding it leads to, by kind of request; without one, the fault is not offered. */
  readonly leads: Leads;
  /** @param normal returns the server's answer without the fault */
  readonly answer: (
    request: PracticeRequest,
    normal: (request: PracticeRequest) => PracticeAnswer,
  ) => Omit<PracticeAnswer, 'basis'>;
}

/** A plan's own reading of an answer, as the result of the step. */
export const concluded = (step: StepId, { code, outcome }: Reading): Conclusion => ({ step, code, outcome });

const warns = (step: StepId, code: FindingCode): Conclusion => ({ step, code, outcome: 'warning' });
export const warnsAtSignIn = (code: FindingCode): Conclusion => warns('sign-in', code);
export const warnsAtReach = (code: FindingCode): Conclusion => warns('reach', code);
export const warnsAtClock = (code: FindingCode): Conclusion => warns('clock', code);
export const warnsOfRow = (code: FindingCode): Conclusion => warns('permission', code);
export const warnsOfData = (code: FindingCode): Conclusion => warns('data', code);
/** A request that authenticates itself can pass the sign-in and still fail its own row. */
export const failsRow = (code: FindingCode): Conclusion => ({ step: 'permission', code, outcome: 'failed' });
export const passes = (step: StepId): Conclusion => ({ step, code: 'ok', outcome: 'passed' });

export const atToken = (lead: Leads['token']): Leads => ({
  ...(lead !== undefined && { token: lead, code: lead }),
});
/** Data requests with a token or a signature. */
export const atData = (code: FindingCode): Leads => ({
  signed: code,
  bearer: code,
  lists: code,
  'one-list': code,
});
/** The same finding for all kinds of request. */
export const everywhere = (code: FindingCode): Leads => ({ probe: code, ...atToken(code), ...atData(code) });

/** Builds an answer; JSON unless the headers say otherwise. */
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
