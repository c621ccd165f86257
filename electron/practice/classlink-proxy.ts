import { letter } from './practice-letter';
import { json, type PracticeAnswer, type PracticePart, type PracticeSystem } from './practice-part';
import {
  type RateLimit,
  type RosterSwitches,
  refusal,
  rosterAnswer,
  rosterRequestKinds,
  rosterSwitches,
  tooMany,
} from './practice-roster';
import { bearerToken } from './practice-tokens';

/* A practice ClassLink proxy. The wording of the real one's refusals is not public (docs/vendors/classlink.md). */

export interface ClasslinkProxySwitches extends RosterSwitches {
  /** The district has disabled the application. */
  applicationDisabled: boolean;
  /** Answers every request with 429. */
  rateLimited: RateLimit | null;
  /** The district's own server does not answer the proxy. */
  districtDown: boolean;
}

/** As shown in the console: already percent-encoded. */
const APPLICATION = 'cHJhY3RpY2UtYXBwLTAwMDE%3D';
const TOKEN = '4c1f0e2d-practice-only-token-7a9b';
const REFRESHED = '8e3a5b7c-practice-only-token-1d2f';
/** At the real proxy, it lists districts but cannot read data. Using it is a common mistake. */
const PARTNER_KEY = 'practice-partner-key-0000';
const ROOT = '/classlink-proxy';
const SERVICE = '/ims/oneroster/v1p1';

export const practiceClasslinkProxy: PracticeSystem = {
  credentials: (origin, renewed = false) => ({
    values: { proxyUrl: `${origin}${ROOT}`, applicationId: APPLICATION },
    secrets: { accessToken: renewed ? REFRESHED : TOKEN },
  }),
  reply: (language, credentials) => letter(language, 'classlink-proxy', credentials),
};

export function classlinkProxyPart(): PracticePart<ClasslinkProxySwitches> {
  const switches: ClasslinkProxySwitches = {
    ...rosterSwitches(),
    applicationDisabled: false,
    rateLimited: null,
    districtDown: false,
  };

  const districts = (token: string | null): PracticeAnswer =>
    token === PARTNER_KEY
      ? json(
          200,
          { status: 1, applications: [{ id: 1, name: 'Practice', oneroster_application_id: APPLICATION }] },
          'sourced',
        )
      : refusal(401, 'unauthorisedrequest', switches.errorShape);

  return {
    system: 'classlink-proxy',
    switches,
    requestKinds: (request) =>
      request.path.includes(`${SERVICE}/`) ? rosterRequestKinds(request, 'bearer') : [],
    answer: (request) => {
      const token = bearerToken(request.headers.authorization);
      if (switches.rateLimited !== null) return tooMany(switches.rateLimited, switches.errorShape);
      if (request.path === '/applications') return districts(token);
      const [, application = '', ...rest] = request.path.split('/');
      const path = `/${rest.join('/')}`;
      // Encoded twice, `%3D` becomes `%253D` and matches no application.
      if (application.toUpperCase() !== APPLICATION.toUpperCase() || !path.startsWith(`${SERVICE}/`))
        return refusal(404, 'unknownobject', switches.errorShape);
      if (token !== (switches.renewed ? REFRESHED : TOKEN))
        return refusal(401, 'unauthorisedrequest', switches.errorShape, { 'www-authenticate': 'Bearer' });
      if (switches.applicationDisabled) return refusal(403, 'forbidden', switches.errorShape);
      if (switches.districtDown) return json(502, { message: 'Bad Gateway' }, 'invented');
      return rosterAnswer(
        request,
        path.slice(SERVICE.length),
        `${request.origin}${ROOT}${request.path}`,
        switches,
      );
    },
  };
}
