import type { CarriedChecks } from '../services/carried-checks';
import { answeredAs } from './answered';
import type { Handlers } from './handlers';

type CarriedChannels = 'save-kit';

export function carriedHandlers(carried: CarriedChecks): Pick<Handlers, CarriedChannels> {
  return {
    'save-kit': ({ id, language }) => answeredAs('savedTo', carried.saveKit(id, language)),
  };
}
