import type { FaultGroup, Language } from '@contract/channels';
import type { CheckPlan, SignInKind } from '@systems/system';
import type { PracticeAnswer, PracticeRequest } from '../practice-part';
import { dataFaults } from './data-faults';
import { type Asker, type Conclusion, type Fault, type Place, places } from './fault';
import { labelFaults } from './label-faults';
import { otherAnswerer, serverTrouble } from './shared-faults';
import { tokenFaults } from './token-faults';

/* All faults, and which of them a system's check can meet. */

const table = { ...tokenFaults, ...dataFaults, ...labelFaults, ...otherAnswerer, ...serverTrouble };
export type FaultId = keyof typeof table;
export const faults: Readonly<Record<FaultId, Fault>> = table;
const faultIds = Object.keys(faults) as readonly FaultId[];

export interface ChosenFault {
  readonly place: Place;
  readonly fault: FaultId;
}

/** A choice as one word, such as `lists/empty-204`. */
export const nameOfChoice = ({ place, fault }: ChosenFault): string => `${place}/${fault}`;

const signInAskers: Readonly<Record<SignInKind, Asker>> = {
  'client-credentials': 'token',
  'authorization-code': 'code',
  oauth1: 'signed',
  bearer: 'bearer',
};

/** Who asks at a place in this check; null where nobody does. */
function askerAt(place: Place, { reach, signIn, permission }: CheckPlan): Asker | null {
  const fetchesToken = signIn.kind === 'client-credentials' || signIn.kind === 'authorization-code';
  switch (place) {
    case 'probe':
      return reach === null ? null : 'probe';
    case 'sign-in':
      return signInAskers[signIn.kind];
    // Where the first request is the sign-in, a fault of all of them stands there.
    case 'lists':
      return fetchesToken && permission.length > 0 ? 'lists' : null;
    case 'one-list':
      return permission.length > 1 ? 'one-list' : null;
  }
}

const stepOf: Readonly<Record<Place, Conclusion['step']>> = {
  probe: 'reach',
  'sign-in': 'sign-in',
  lists: 'permission',
  'one-list': 'permission',
};

export interface OfferedFault extends ChosenFault {
  readonly asker: Asker;
  readonly leadsTo: Conclusion;
}

/** Every fault that this check can meet, place by place. */
export function faultsOf(plan: CheckPlan): readonly OfferedFault[] {
  return places.flatMap((place) => {
    const asker = askerAt(place, plan);
    if (asker === null) return [];
    return faultIds.flatMap((fault) => {
      const lead = faults[fault].leads[asker];
      const code = typeof lead === 'function' ? lead(plan) : (lead ?? null);
      if (code === null) return [];
      const step = stepOf[place];
      const leadsTo = typeof code === 'string' ? ({ step, code, outcome: 'failed' } as const) : code;
      return [{ place, fault, asker, leadsTo }];
    });
  });
}

const placeNames: Readonly<Record<Place, Readonly<Record<Language, string>>>> = {
  probe: { en: 'When the server is looked for', fr: 'Quand le serveur est cherché' },
  'sign-in': { en: 'At the sign-in', fr: 'À l’authentification' },
  lists: { en: 'When data is asked for', fr: 'Quand des données sont demandées' },
  'one-list': { en: 'At one list alone', fr: 'À une seule liste' },
};

/** The same as the window shows it. */
export function faultGroups(plan: CheckPlan, language: Language): readonly FaultGroup[] {
  const offered = faultsOf(plan);
  return places
    .map((place) => ({
      name: placeNames[place][language],
      faults: offered
        .filter((one) => one.place === place)
        .map((one) => ({ id: nameOfChoice(one), name: faults[one.fault][language] })),
    }))
    .filter((group) => group.faults.length > 0);
}

/** What a practice system answers while a fault is chosen for it. */
export function answerWithFault(
  chosen: ChosenFault,
  request: PracticeRequest,
  normal: (request: PracticeRequest) => PracticeAnswer,
): PracticeAnswer {
  const { answer, basis } = faults[chosen.fault];
  const { status, headers, body } = answer(request, normal);
  return { status, headers: { ...headers, 'x-emulator-fault': chosen.fault }, body, basis };
}
