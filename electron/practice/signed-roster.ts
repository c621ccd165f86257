import { Oauth1Verifier } from './oauth1-verifier';
import type { PracticeAnswer, PracticeRequest } from './practice-part';
import { type RosterSwitches, refusal, rosterAnswer } from './practice-roster';
import type { Pair } from './practice-tokens';

/* A practice OneRoster service with signed requests (docs/vendors/standards.md#oauth-10). */

export interface SignedSwitches extends RosterSwitches {
  /** Refuses every signature, as if the secret were wrong. */
  signatureWrong: boolean;
  /** How far a timestamp may be behind or ahead, in seconds. Real tolerances are not published. */
  behindSeconds: number;
  aheadSeconds: number;
  /** How far this service's clock and its `Date` are off. */
  clockOffsetSeconds: number;
  /** Rejects every nonce as used. */
  nonceUsed: boolean;
  sha1: 'refused' | 'allowed';
  refuseRealm: boolean;
  /** Whether a refusal names its reason (`oauth_problem`). */
  namesProblem: boolean;
}

export const signedSwitches = (): Omit<SignedSwitches, keyof RosterSwitches> => ({
  signatureWrong: false,
  behindSeconds: 300,
  aheadSeconds: 300,
  clockOffsetSeconds: 0,
  nonceUsed: false,
  sha1: 'refused',
  refuseRealm: false,
  namesProblem: true,
});

/** Answers signed requests of the only client it currently knows. */
export class SignedRoster {
  readonly #verifier = new Oauth1Verifier();
  readonly #now: () => number;
  readonly #client: () => Pair;

  constructor(now: () => number, client: () => Pair) {
    this.#now = now;
    this.#client = client;
  }

  /**
   * @param root the part's own path, such as `/classlink-direct`
   * @param service the path of the service below it
   */
  answer(request: PracticeRequest, root: string, service: string, switches: SignedSwitches): PracticeAnswer {
    const now = () => this.#now() + switches.clockOffsetSeconds * 1000;
    const date = { date: new Date(now()).toUTCString() };
    // The client signs the URL it used, with either host name.
    const origin = `https://${request.headers.host ?? new URL(request.origin).host}`;
    const query = request.query.size === 0 ? '' : `?${request.query.toString()}`;
    const client = this.#client();
    const verdict = this.#verifier.verify(
      {
        method: request.method,
        url: `${origin}${root}${request.path}${query}`,
        authorization: request.headers.authorization,
      },
      {
        clientId: client.id,
        clientSecret: switches.signatureWrong ? `${client.secret}?` : client.secret,
        methods: switches.sha1 === 'allowed' ? ['HMAC-SHA256', 'HMAC-SHA1'] : ['HMAC-SHA256'],
        behindSeconds: switches.behindSeconds,
        aheadSeconds: switches.aheadSeconds,
        refuseRealm: switches.refuseRealm,
        now,
      },
    );
    const judged =
      verdict.accepted && switches.nonceUsed
        ? ({ accepted: false, status: 401, problem: 'nonce_used' } as const)
        : verdict;
    if (!judged.accepted) {
      const problem = switches.namesProblem ? `, oauth_problem="${judged.problem}"` : '';
      // RFC 5849 §3.2 has 400 for some of these. What ClassLink sends is not published; 401 is likely.
      return refusal(401, 'unauthorisedrequest', switches.errorShape, {
        'www-authenticate': `OAuth realm="emulator"${problem}`,
        ...date,
      });
    }
    const answer = rosterAnswer(
      request,
      request.path.slice(service.length),
      `${origin}${root}${request.path}`,
      switches,
    );
    return { ...answer, headers: { ...answer.headers, ...date } };
  }
}
