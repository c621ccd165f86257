import { createHash } from 'node:crypto';
import { completesHere } from '@systems/onsis';
import { normalizeScopes } from '@systems/scopes';
import { Kept } from './kept';
import { onsisReply } from './onsis-reply';
import { decisionForm, page } from './practice-page';
import {
  json,
  type PracticeAnswer,
  type PracticePart,
  type PracticeRequest,
  type PracticeSystem,
  type Renewal,
} from './practice-part';
import { bearerToken, clientIn, formDecoded, isSame } from './practice-tokens';
import { answerTokenRequest, NEVER_STORED } from './token-endpoint';
import { said } from './words';

/*
 * The practice ministry. The real answers are not public (docs/vendors/onsis.md). All answers here follow RFC 6749
 * and RFC 7636 in their simplest form, with invented values, and say so in `X-Emulator-Basis`.
 */

export interface OnsisSwitches extends Renewal {
  /** The client is unknown: 400 with HTML and no redirect, `invalid_client` at the token endpoint. */
  unknownClient: boolean;
  /** The redirect URL is not registered: 400 with HTML and no redirect. */
  redirectMismatch: boolean;
  /** An `error` sent by redirect instead of the sign-in page. */
  authorizationError: 'invalid_scope' | 'unauthorized_client' | 'temporarily_unavailable' | null;
  /** `page`: the sign-in page; `redirect`: 302 to a sign-in page on the same host. */
  signIn: 'page' | 'redirect';
  tokenAuthentication: 'basic' | 'post' | 'either';
  pkce: 'off' | 'optional' | 'required';
  /** Refuses every code. */
  invalidGrant: boolean;
  /** If set, every client is refused with this status and `invalid_client`. */
  invalidClient: 401 | 400 | null;
  /** The token endpoint answers with a web page, like a filter. */
  htmlToken: boolean;
  /** Adds `iss` to the redirect (RFC 9207); `foreign`: that of another server. */
  iss: 'none' | 'own' | 'foreign';
  /** The credentials or the API address belong to the other environment. */
  otherEnvironment: 'none' | 'credentials' | 'api';
}

const SCOPES = ['practice.read', 'practice.write'];
const CLIENT_ID = 'practice-board-0000';
const CLIENT_SECRET = 'Practice-Only_Not-A-Real-Secret.0O1lI';
/** The client ID is the same for all of a board's instances and does not change. */
const NEW_CLIENT_SECRET = 'Practice-Only_A-Newer-Secret.0O1lI';
const LIFETIME_SECONDS = 3600;
const CODE_LIFETIME_MS = 60_000;
const PAGE_LIFETIME_MS = 15 * 60_000;

export const practiceOnsis: PracticeSystem = {
  credentials: (origin, renewed = false) => ({
    values: {
      redirectUrl: 'https://sms.practice-board.example/onsis/callback',
      clientId: CLIENT_ID,
      authenticationUrl: `${origin}/onsis/authorize`,
      tokenUrl: `${origin}/onsis/token`,
      apiUrl: `${origin}/onsis/api`,
      scopes: SCOPES.join(' '),
    },
    secrets: { clientSecret: renewed ? NEW_CLIENT_SECRET : CLIENT_SECRET },
  }),
  reply: onsisReply,
};

interface Asked {
  readonly redirectUrl: string;
  readonly state: string | null;
  readonly scopes: string;
  readonly challenge: string | null;
}

export function onsisPart(now: () => number, origin: () => string): PracticePart<OnsisSwitches> {
  const switches: OnsisSwitches = {
    renewed: false,
    unknownClient: false,
    redirectMismatch: false,
    authorizationError: null,
    signIn: 'page',
    tokenAuthentication: 'either',
    pkce: 'optional',
    invalidGrant: false,
    invalidClient: null,
    htmlToken: false,
    iss: 'own',
    otherEnvironment: 'none',
  };
  const pages = new Kept<Asked>(now);
  const codes = new Kept<Asked>(now);
  const tokens = new Kept<true>(now);

  const back = (asked: Asked, answer: Readonly<Record<string, string>>): PracticeAnswer => {
    const url = new URL(asked.redirectUrl);
    for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
    if (asked.state !== null) url.searchParams.set('state', asked.state);
    if (switches.iss === 'own') url.searchParams.set('iss', origin());
    if (switches.iss === 'foreign') url.searchParams.set('iss', 'https://elsewhere.example');
    return { status: 302, headers: { location: url.href }, body: '', basis: 'inferred' };
  };

  /** RFC 6749 §4.1.1. With an unknown client or redirect URL, there is no redirect (§4.1.2.1). */
  const authorize = ({ query, path }: PracticeRequest): PracticeAnswer => {
    const redirectUrl = query.get('redirect_uri') ?? '';
    if (switches.unknownClient || query.get('client_id') !== CLIENT_ID) return refusedPage('clientId');
    if (switches.redirectMismatch || !isAcceptable(redirectUrl)) return refusedPage('redirectUrl');
    const asked: Asked = {
      redirectUrl,
      state: query.get('state'),
      scopes: normalizeScopes(query.get('scope') ?? ''),
      challenge: switches.pkce === 'off' ? null : query.get('code_challenge'),
    };
    if (query.get('response_type') !== 'code') return back(asked, { error: 'unsupported_response_type' });
    if (switches.authorizationError !== null) return back(asked, { error: switches.authorizationError });
    if (asked.scopes.split(' ').some((scope) => scope !== '' && !SCOPES.includes(scope))) {
      return back(asked, { error: 'invalid_scope' });
    }
    if (switches.pkce === 'required' && asked.challenge === null)
      return back(asked, { error: 'invalid_request' });
    if (asked.challenge !== null && query.get('code_challenge_method') !== 'S256') {
      return back(asked, { error: 'invalid_request' });
    }
    if (switches.signIn === 'redirect' && path === '/authorize') {
      return { status: 302, headers: { location: `/onsis/sign-in?${query}` }, body: '', basis: 'invented' };
    }
    return page(
      200,
      'invented',
      said(({ page }) => page.signIn.title),
      [said(({ page }) => page.signIn.text), said(({ page }) => page.signIn.allowIt)],
      decisionForm('/onsis/decision', pages.keep('', asked, PAGE_LIFETIME_MS)),
    );
  };

  const decide = ({ body }: PracticeRequest): PracticeAnswer => {
    const form = new URLSearchParams(body);
    const asked = pages.take(form.get('handle') ?? '');
    if (asked === undefined) {
      return page(
        400,
        'invented',
        said(({ page }) => page.used.title),
        [said(({ page }) => page.used.text)],
      );
    }
    // Practice never redirects away from this computer.
    if (!completesHere(asked.redirectUrl)) {
      return page(
        200,
        'invented',
        said(({ page }) => page.ends.title),
        [said(({ page }) => page.ends.text)],
      );
    }
    return form.get('decision') === 'allow'
      ? back(asked, { code: codes.keep('practice-code-', asked, CODE_LIFETIME_MS) })
      : back(asked, { error: 'access_denied' });
  };

  const token = (request: PracticeRequest): PracticeAnswer => {
    if (switches.htmlToken) {
      return page(
        200,
        'invented',
        said(({ page }) => page.portal),
        [],
      );
    }
    return answerTokenRequest(request, {
      grant: 'authorization_code',
      basis: 'inferred',
      headers: NEVER_STORED,
      refuseClient: (form, refuse) => {
        const usedBasic = request.headers.authorization !== undefined;
        if (usedBasic && form.has('client_secret')) return refuse('invalid_request');
        const sent = clientIn(request);
        const client = usedBasic && sent !== null ? formDecoded(sent) : sent;
        const { tokenAuthentication, otherEnvironment, unknownClient, invalidClient } = switches;
        const wanted =
          tokenAuthentication === 'either' || tokenAuthentication === (usedBasic ? 'basic' : 'post');
        const right =
          client !== null &&
          isSame(client, { id: CLIENT_ID, secret: switches.renewed ? NEW_CLIENT_SECRET : CLIENT_SECRET });
        const accepted =
          wanted && right && otherEnvironment !== 'credentials' && !unknownClient && invalidClient === null;
        if (accepted) return null;
        const status = invalidClient ?? (usedBasic ? 401 : 400);
        return refuse(
          'invalid_client',
          status,
          status === 401 ? { 'www-authenticate': 'Basic realm="practice"' } : {},
        );
      },
      issue: (form, refuse) => {
        const code = form.get('code');
        if (code === null) return refuse('invalid_request');
        const asked = codes.take(code);
        const good =
          asked !== undefined &&
          !switches.invalidGrant &&
          form.get('redirect_uri') === asked.redirectUrl &&
          provesChallenge(asked.challenge, form.get('code_verifier'));
        if (!good) return refuse('invalid_grant');
        const issued = {
          access_token: tokens.keep('practice-onsis-', true, LIFETIME_SECONDS * 1000),
          token_type: 'Bearer',
          expires_in: LIFETIME_SECONDS,
          scope: asked.scopes === '' ? SCOPES.join(' ') : asked.scopes,
        };
        return json(200, issued, 'invented', NEVER_STORED);
      },
    });
  };

  const ping = ({ headers }: PracticeRequest): PracticeAnswer => {
    const sent = bearerToken(headers.authorization);
    if (sent === null) return json(401, {}, 'invented', { 'www-authenticate': 'Bearer realm="practice"' });
    if (tokens.look(sent) === undefined || switches.otherEnvironment === 'api') {
      const challenge = 'Bearer realm="practice", error="invalid_token"';
      return json(401, { error: 'invalid_token' }, 'invented', { 'www-authenticate': challenge });
    }
    return json(200, { ok: true, service: 'practice ministry' }, 'invented');
  };

  const routes: Readonly<Record<string, (request: PracticeRequest) => PracticeAnswer>> = {
    'GET /authorize': authorize,
    'GET /sign-in': authorize,
    'POST /decision': decide,
    'POST /token': token,
    'GET /api/ping': ping,
  };
  return {
    system: 'onsis',
    switches,
    browserPaths: ['/authorize', '/sign-in', '/decision'],
    requestKinds: ({ path }) => {
      if (path === '/token') return ['code'];
      return path === '/api/ping' ? ['lists'] : [];
    },
    answer: (request) => {
      const route = routes[`${request.method} ${request.path}`];
      if (route !== undefined) return route(request);
      const elsewhere = Object.keys(routes).some((known) => known.endsWith(` ${request.path}`));
      return json(elsewhere ? 405 : 404, {}, 'invented');
    },
  };
}

/** The practice ministry accepts any redirect URL with https, and those on this computer. */
const isAcceptable = (redirectUrl: string): boolean =>
  completesHere(redirectUrl) || (redirectUrl.startsWith('https://') && URL.canParse(redirectUrl));

const refusedPage = (what: 'clientId' | 'redirectUrl'): PracticeAnswer =>
  page(
    400,
    'inferred',
    said(({ page }) => page.refused.title),
    [said(({ page }) => page.refused[what])],
  );

/** RFC 7636 §4.6, method S256. */
function provesChallenge(challenge: string | null, verifier: string | null): boolean {
  if (challenge === null) return true;
  if (verifier === null || !/^[\w.~-]{43,128}$/.test(verifier)) return false;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}
