import { letter } from './practice-letter';
import { json, type PracticePart, type PracticeSystem } from './practice-part';
import { refusal, rosterSwitches } from './practice-roster';
import { SignedRoster, type SignedSwitches, signedSwitches } from './signed-roster';

/* A practice ClassLink server, asked directly: every request signed (protocols §4.1). */

export interface ClasslinkDirectSwitches extends SignedSwitches {
  /** 429 for every request; `retryAfter` in seconds, or null for no such header. */
  rateLimited: { readonly retryAfter: number | null } | null;
}

const CLIENT = { id: '0fc7e3577practice0000000', secret: '9b2d4f6081practice1357913579' } as const;
const ROOT = '/classlink-direct';
const SERVICE = '/ims/oneroster/v1p1';

export const practiceClasslinkDirect: PracticeSystem = {
  credentials: (origin) => ({
    values: { serverUrl: `${origin}${ROOT}`, clientId: CLIENT.id },
    secrets: { clientSecret: CLIENT.secret },
  }),
  reply: (language, { values, secrets }) =>
    letter(language, {
      en: {
        lead: 'Here is what stands behind the key of the practice district in the developer console:',
        values: [
          ['Server URL', values.serverUrl],
          ['Client ID', values.clientId],
          ['Client Secret', secrets.clientSecret],
        ],
        from: 'The practice district',
      },
      fr: {
        lead: 'Voici ce qui se trouve derrière la clé du district d’exercice dans la console de développement :',
        values: [
          ['URL du serveur', values.serverUrl],
          ['Identifiant client', values.clientId],
          ['Secret client', secrets.clientSecret],
        ],
        from: 'Le district d’exercice',
      },
    }),
};

export function classlinkDirectPart(now: () => number): PracticePart<ClasslinkDirectSwitches> {
  const switches: ClasslinkDirectSwitches = { ...rosterSwitches(), ...signedSwitches(), rateLimited: null };
  const roster = new SignedRoster(now, CLIENT);
  return {
    system: 'classlink-direct',
    switches,
    browserPaths: [],
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
