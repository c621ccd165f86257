import { byLanguage } from '@contract/by-language';
import type { FaultGroup } from '@contract/channels';
import type { StepId } from '@contract/findings';
import type { Language } from '@contract/languages';
import type { CheckPlan, SignInKind } from '@systems/system';
import type english from '../../../assets/locales/en/faults.json';
import type { PracticeAnswer, PracticePart, PracticeRequest, RequestKind } from '../practice-part';
import { dataFaults } from './data-faults';
import { edFiFaults } from './ed-fi-faults';
import type { Conclusion, Fault } from './fault';
import { labelFaults } from './label-faults';
import { otherAnswerer, serverTrouble } from './shared-faults';
import { tokenFaults } from './token-faults';

/* All faults, and which of them a system's check can meet. */

const table = {
  ...edFiFaults,
  ...tokenFaults,
  ...dataFaults,
  ...labelFaults,
  ...otherAnswerer,
  ...serverTrouble,
};
export type FaultId = keyof typeof table;
export const faults: Readonly<Record<FaultId, Fault>> = table;
const faultIds = Object.keys(faults) as readonly FaultId[];

/** A fault, and the kind of request that is answered with it. */
export interface ChosenFault {
  readonly kind: RequestKind;
  readonly fault: FaultId;
}

/** A choice as a string, such as `lists/empty-204`. */
export const nameOfChoice = ({ kind, fault }: ChosenFault): string => `${kind}/${fault}`;

const kindOfSignIn: Readonly<Record<SignInKind, RequestKind>> = {
  'client-credentials': 'token',
  'authorization-code': 'code',
  oauth1: 'signed',
  bearer: 'bearer',
};

/** The kinds of request of this check, in order. */
function requestKindsOf({ reach, signIn, permission }: CheckPlan): readonly RequestKind[] {
  const fetchesToken = signIn.kind === 'client-credentials' || signIn.kind === 'authorization-code';
  return [
    ...(reach === null ? [] : (['probe'] as const)),
    kindOfSignIn[signIn.kind],
    // If each request authenticates itself, a fault in all of them is a fault of the sign-in.
    ...(fetchesToken && permission.length > 0 ? (['lists'] as const) : []),
    ...(permission.length > 1 ? (['one-list'] as const) : []),
  ];
}

/** The step each kind of request belongs to. */
const stepOf: Readonly<Record<RequestKind, keyof Words['where'] & StepId>> = {
  probe: 'reach',
  token: 'sign-in',
  code: 'sign-in',
  signed: 'sign-in',
  bearer: 'sign-in',
  lists: 'permission',
  'one-list': 'permission',
};

type Words = typeof english & { readonly name: Readonly<Record<FaultId, string>> };
const words = byLanguage<Words>('faults', () =>
  import.meta.glob<Words>('../../../assets/locales/*/faults.json', { eager: true, import: 'default' }),
);

/** The name of the place where a fault occurs, as the user chooses it. */
const nameOfPlace = (kind: RequestKind, language: Language): string => {
  const { where } = words[language];
  return kind === 'one-list' ? where['one-list'] : where[stepOf[kind]];
};

export interface OfferedFault extends ChosenFault {
  readonly leadsTo: Conclusion;
}

/** All faults this check can meet. */
export const faultsOf = (plan: CheckPlan): readonly OfferedFault[] =>
  requestKindsOf(plan).flatMap((kind) =>
    faultIds.flatMap((fault) => {
      const leadsTo = leadOf(fault, kind, plan);
      return leadsTo === null ? [] : [{ kind, fault, leadsTo }];
    }),
  );

function leadOf(fault: FaultId, kind: RequestKind, plan: CheckPlan): Conclusion | null {
  const lead = faults[fault].leads[kind] ?? null;
  const conclusion = typeof lead === 'function' ? lead(plan) : lead;
  return typeof conclusion === 'string'
    ? { step: stepOf[kind], code: conclusion, outcome: 'failed' }
    : conclusion;
}

/** The same, grouped for the window. */
export function faultGroups(plan: CheckPlan, language: Language): readonly FaultGroup[] {
  const offered = faultsOf(plan);
  return requestKindsOf(plan).map((kind) => ({
    name: nameOfPlace(kind, language),
    faults: offered
      .filter((one) => one.kind === kind)
      .map((one) => ({ id: nameOfChoice(one), name: words[language].name[one.fault] })),
  }));
}

/** Wraps a part so that it answers with the chosen fault. */
export const withFault = (part: PracticePart, chosen: () => ChosenFault | undefined): PracticePart => ({
  ...part,
  answer: (request) => {
    const fault = chosen();
    return fault !== undefined && part.requestKinds(request).includes(fault.kind)
      ? answerWith(fault, request, part)
      : part.answer(request);
  },
});

function answerWith(chosen: ChosenFault, request: PracticeRequest, part: PracticePart): PracticeAnswer {
  const { answer, basis } = faults[chosen.fault];
  const { status, headers, body } = answer(request, part.answer);
  return { status, headers: { ...headers, 'x-emulator-fault': chosen.fault }, body, basis };
}
