import type { SystemId, Values } from '@contract/connection';
import { systems } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import type { Conclusion } from '../../electron/practice/faults/fault';
import {
  faultGroups,
  faultsOf,
  nameOfChoice,
  type OfferedFault,
} from '../../electron/practice/faults/faults';
import { practiceValues } from '../../electron/practice/practice-systems';

/** Everything that can be practised: each system, and OneRoster with both kinds of sign-in. */
export const practised: readonly {
  readonly name: string;
  readonly id: SystemId;
  readonly values: Values;
}[] = [
  // Completed on this computer, as in practice.
  { name: 'onsis', id: 'onsis', values: { redirectUrl: 'http://127.0.0.1:1/onsis/callback' } },
  { name: 'powerschool', id: 'powerschool', values: {} },
  { name: 'aeries-oneroster', id: 'aeries-oneroster', values: {} },
  { name: 'classlink-direct', id: 'classlink-direct', values: {} },
  { name: 'classlink-proxy', id: 'classlink-proxy', values: {} },
  { name: 'oneroster', id: 'oneroster', values: {} },
  { name: 'ed-fi', id: 'ed-fi', values: {} },
  { name: 'oneroster with OAuth 1', id: 'oneroster', values: { signIn: 'oauth1' } },
];

export const planFor = ({ id, values }: (typeof practised)[number]) =>
  planOf(systems[id], {
    values: { ...practiceValues('https://127.0.0.1:1')[id]?.values, ...values },
    practice: true,
  });

export const offeredTo = (one: (typeof practised)[number]): readonly OfferedFault[] => faultsOf(planFor(one));

interface PractisedFault {
  /** Its name in the window. */
  readonly name: string;
  readonly place: string;
  readonly leadsTo: Conclusion;
}

/** Every fault a practice connection can be given, once per connection and place. */
export const practisedFaults = (): readonly PractisedFault[] =>
  practised.flatMap((one) => {
    const groups = faultGroups(planFor(one), 'en');
    return offeredTo(one).flatMap((offered) => {
      const id = nameOfChoice(offered);
      const group = groups.find(({ faults }) => faults.some((fault) => fault.id === id));
      const name = group?.faults.find((fault) => fault.id === id)?.name;
      return group === undefined || name === undefined
        ? []
        : [{ name, place: group.name.toLowerCase(), leadsTo: offered.leadsTo }];
    });
  });
