import { letter } from './practice-letter';
import { json, type PracticePart, type PracticeSystem } from './practice-part';
import { type RateLimit, rosterRequestKinds, rosterSwitches, tooMany } from './practice-roster';
import type { Pair } from './practice-tokens';
import { SignedRoster, type SignedSwitches, signedSwitches } from './signed-roster';

/* A practice ClassLink server, accessed directly with signed requests (docs/vendors/classlink.md#direct-signature). */

export interface ClasslinkDirectSwitches extends SignedSwitches {
  /** Answers every request with 429. */
  rateLimited: RateLimit | null;
}

const CLIENT: Pair = { id: '0fc7e3577practice0000000', secret: '9b2d4f6081practice1357913579' };
const NEW_CLIENT: Pair = { id: '1ad8f4688practice0000000', secret: 'ac3e5f7192practice2468024680' };
const ROOT = '/classlink-direct';
const SERVICE = '/ims/oneroster/v1p1';

export const practiceClasslinkDirect: PracticeSystem = {
  credentials: (origin, renewed = false) => {
    const { id, secret } = renewed ? NEW_CLIENT : CLIENT;
    return { values: { serverUrl: `${origin}${ROOT}`, clientId: id }, secrets: { clientSecret: secret } };
  },
  reply: (language, credentials) => letter(language, 'classlink-direct', credentials),
};

export function classlinkDirectPart(now: () => number): PracticePart<ClasslinkDirectSwitches> {
  const switches: ClasslinkDirectSwitches = { ...rosterSwitches(), ...signedSwitches(), rateLimited: null };
  const roster = new SignedRoster(now, () => (switches.renewed ? NEW_CLIENT : CLIENT));
  return {
    system: 'classlink-direct',
    switches,
    requestKinds: (request) =>
      request.path.startsWith(`${SERVICE}/`) ? rosterRequestKinds(request, 'signed') : [],
    answer: (request) => {
      if (!request.path.startsWith(`${SERVICE}/`)) return json(404, {}, 'inferred');
      if (switches.rateLimited !== null) return tooMany(switches.rateLimited, switches.errorShape);
      return roster.answer(request, ROOT, SERVICE, switches);
    },
  };
}
