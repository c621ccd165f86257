import { ok } from '@contract/result';
import type { NightlyWatch } from '../services/nightly-watch';
import type { Handlers } from './handlers';

/** @param hasResults if there are none, nothing is loaded for the list, which every start shows */
export function nightlyHandlers(
  load: () => Promise<NightlyWatch>,
  hasResults: () => boolean,
): Pick<Handlers, 'nightly' | 'set-nightly' | 'watched' | 'nights'> {
  return {
    nightly: async () => ok(await (await load()).read()),
    'set-nightly': async ({ on }) => ok(await (await load()).set(on)),
    watched: async () => ok(hasResults() ? (await load()).watched() : []),
    nights: async ({ id }) => ok((await load()).nights(id)),
  };
}
