import type { CarriedChecks } from '../services/carried-checks';
import { answered, answeredAs } from './answered';
import type { Handlers } from './handlers';

type CarriedChannels =
  | 'save-kit'
  | 'choose-carried'
  | 'open-carried'
  | 'keep-carried'
  | 'practice-room'
  | 'list-carried'
  | 'remove-carried'
  | 'compare-carried';

export function carriedHandlers(carried: CarriedChecks): Pick<Handlers, CarriedChannels> {
  return {
    'save-kit': ({ id, language }) => answeredAs('savedTo', carried.saveKit(id, language)),
    'choose-carried': ({ id }) => answered(carried.choose(id)),
    'open-carried': ({ id, text }) => answered(carried.open(id, text)),
    'keep-carried': ({ id, token, place, innerAddresses }) =>
      answeredAs('startedAt', carried.keep(id, token, { place, innerAddresses })),
    'practice-room': ({ id, room, language }) =>
      answeredAs('startedAt', carried.fromServerRoom(id, room, language)),
    'list-carried': ({ id }) => answered(carried.list(id)),
    'remove-carried': ({ id, startedAt }) => answered(carried.remove(id, startedAt)),
    'compare-carried': ({ id, startedAt, language }) => answered(carried.compare(id, startedAt, language)),
  };
}
