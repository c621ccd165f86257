import { letter } from './practice-letter';
import { json, type PracticePart, type PracticeSystem } from './practice-part';
import { refusal, rosterRequestKinds, rosterSwitches } from './practice-roster';
import type { Pair } from './practice-tokens';
import { SignedRoster, type SignedSwitches, signedSwitches } from './signed-roster';

/* A practice ClassLink server, accessed directly with signed requests (docs/vendors/classlink.md#direct-signature). */

export interface ClasslinkDirectSwitches extends SignedSwitches {
  /** Answers every request with 429; `retryAfter` in seconds, or null to omit the header. */
  rateLimited: { readonly retryAfter: number | null } | null;
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
  let client = CLIENT;
  const roster = new SignedRoster(now, () => client);
  return {
    system: 'classlink-direct',
    switches,
    renew: () => {
      client = client === CLIENT ? NEW_CLIENT : CLIENT;
    },
    browserPaths: [],
    requestKinds: (request) =>
      request.path.startsWith(`${SERVICE}/`) ? rosterRequestKinds(request, 'signed') : [],
    answer: (request) => {
      if (!request.path.startsWith(`${SERVICE}/`)) return json(404, {}, 'inferred');
      if (switches.rateLimited !== null) {
        const { retryAfter } = switches.rateLimited;
        return refusal(429, 'server_busy', switches.errorShape, {
          ...(retryAfter === null ? {} : { 'retry-after': String(retryAfter) }),
        });
      }
      return roster.answer(request, ROOT, SERVICE, switches);
    },
  };
}
