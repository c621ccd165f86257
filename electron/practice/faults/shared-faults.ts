import { concluded, everywhere, type Fault, reply, warnsAtClock, webPage } from './fault';

/* What can answer in place of any request: the server in trouble, its gateway, its guard, a filter, another address. */

const slash = (address: string): string => (address.endsWith('/') ? address.slice(0, -1) : `${address}/`);

const guards = {
  'guard-cloudflare': {
    en: 'The server’s firewall: challenge page of Cloudflare (403)',
    fr: 'Pare-feu du serveur : page de vérification de Cloudflare (403)',
    basis: 'sourced',
    leads: everywhere('guard-answered'),
    answer: () => webPage(403, 'Just a moment...', { server: 'cloudflare', 'cf-mitigated': 'challenge' }),
  },
  'guard-by-server': {
    en: 'The server’s firewall: page of Akamai, known by the server’s name alone (403)',
    fr: 'Pare-feu du serveur : page d’Akamai, reconnaissable au seul nom du serveur (403)',
    basis: 'sourced',
    leads: everywhere('guard-answered'),
    answer: () => webPage(403, 'Access Denied', { server: 'AkamaiGHost' }),
  },
  'guard-aws': {
    en: 'The server’s firewall: that of Amazon wants a browser (202)',
    fr: 'Pare-feu du serveur : celui d’Amazon exige un navigateur (202)',
    basis: 'sourced',
    leads: everywhere('guard-answered'),
    answer: () => webPage(202, 'Human verification', { 'x-amzn-waf-action': 'challenge' }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

const limits = {
  'rate-429': {
    en: 'Too many requests (429), with a time to wait',
    fr: 'Trop de requêtes (429), avec un délai à respecter',
    basis: 'sourced',
    leads: everywhere('rate-limited'),
    answer: () => reply(429, { message: 'Too Many Requests' }, { 'retry-after': '30' }),
  },
  'rate-429-no-time': {
    en: 'Too many requests (429), without a time',
    fr: 'Trop de requêtes (429), sans délai',
    basis: 'sourced',
    leads: everywhere('rate-limited'),
    answer: () => reply(429, {}),
  },
  'rate-403': {
    en: 'Too many requests, said with 403 and nothing left of the quota',
    fr: 'Trop de requêtes, dit par un 403 et un quota épuisé',
    basis: 'sourced',
    leads: everywhere('rate-limited'),
    answer: () => reply(403, { message: 'Forbidden' }, { 'x-ratelimit-remaining': '0' }),
  },
  'rate-503': {
    en: 'Too many requests, said with 503 and a time to wait',
    fr: 'Trop de requêtes, dit par un 503 et un délai',
    basis: 'sourced',
    leads: everywhere('rate-limited'),
    answer: () => webPage(503, 'Service Temporarily Unavailable', { 'retry-after': '60' }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

const trouble = {
  'error-500': {
    en: 'The server is in trouble (500)',
    fr: 'Le serveur est en difficulté (500)',
    basis: 'sourced',
    leads: everywhere('server-error'),
    answer: () => reply(500, { message: 'Internal Server Error' }),
  },
  'error-502': {
    en: 'Nothing behind the gateway (502, a page)',
    fr: 'Rien derrière la passerelle (502, une page)',
    basis: 'sourced',
    leads: everywhere('server-error'),
    answer: () => webPage(502, '502 Bad Gateway', { server: 'nginx' }),
  },
  'error-503': {
    en: 'Maintenance (503, a page)',
    fr: 'Maintenance (503, une page)',
    basis: 'sourced',
    leads: everywhere('server-error'),
    answer: () => webPage(503, 'Down for maintenance'),
  },
  'header-too-large': {
    en: 'Header too large (431)',
    fr: 'En-tête trop grand (431)',
    basis: 'sourced',
    leads: everywhere('unexpected-answer'),
    answer: () => reply(431, {}),
  },
  'header-too-large-400': {
    en: 'Header too large, in the page of a common server (400)',
    fr: 'En-tête trop grand, dans la page d’un serveur courant (400)',
    basis: 'sourced',
    leads: everywhere('unexpected-answer'),
    answer: () => webPage(400, '400 Request Header Or Cookie Too Large', { server: 'nginx' }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

const elsewhere = {
  'web-page-200': {
    en: 'A web page in place of the answer (200)',
    fr: 'Une page Web à la place de la réponse (200)',
    basis: 'sourced',
    leads: everywhere('web-page-answered'),
    answer: () => webPage(200, 'Sign in'),
  },
  'web-page-403': {
    en: 'The page of a content filter (403)',
    fr: 'La page d’un filtre de contenu (403)',
    basis: 'sourced',
    leads: everywhere('web-page-answered'),
    answer: () => webPage(403, 'This page is blocked'),
  },
  'web-page-511': {
    en: 'The page of a network that wants a sign-in (511)',
    fr: 'La page d’un réseau qui exige une authentification (511)',
    basis: 'sourced',
    leads: everywhere('web-page-answered'),
    answer: () => webPage(511, 'Network Authentication Required'),
  },
  'windows-sign-in': {
    en: 'A Windows sign-in is asked for',
    fr: 'Une authentification Windows est demandée',
    basis: 'sourced',
    leads: everywhere('windows-authentication'),
    answer: () => webPage(401, '401 - Unauthorized', { 'www-authenticate': ['Negotiate', 'NTLM'] }),
  },
  'redirect-by-slash': {
    en: 'Redirect to the same address with a slash, or without one',
    fr: 'Redirection vers la même adresse, avec ou sans barre oblique',
    basis: 'sourced',
    leads: everywhere('redirected'),
    answer: ({ address }) => reply(301, '', { location: slash(address) }),
  },
  'redirect-elsewhere': {
    en: 'Redirect to another server',
    fr: 'Redirection vers un autre serveur',
    basis: 'sourced',
    leads: everywhere('redirected'),
    answer: () => reply(302, '', { location: 'https://elsewhere.example/login' }),
  },
  'gateway-unknown-path': {
    en: 'Amazon’s gateway does not know the path (403)',
    fr: 'La passerelle d’Amazon ne connaît pas le chemin (403)',
    basis: 'sourced',
    leads: everywhere('wrong-address'),
    answer: () =>
      reply(
        403,
        { message: 'Missing Authentication Token' },
        { 'x-amzn-errortype': 'MissingAuthenticationTokenException' },
      ),
  },
  'nothing-there': {
    en: 'Nothing at this address (404)',
    fr: 'Rien à cette adresse (404)',
    basis: 'sourced',
    leads: {
      probe: ({ reach }) =>
        reach?.notFound === undefined ? 'wrong-address' : concluded('reach', reach.notFound),
      token: ({ signIn }) =>
        'notFound' in signIn && signIn.notFound !== undefined
          ? concluded('sign-in', signIn.notFound)
          : 'wrong-address',
      code: 'wrong-address',
      signed: 'wrong-address',
      bearer: 'wrong-address',
      lists: 'wrong-address',
    },
    answer: () => reply(404, { message: 'Not Found' }),
  },
  'another-product': {
    en: 'Another product answers',
    fr: 'Un autre produit répond',
    basis: 'inferred',
    leads: { probe: 'wrong-product' },
    answer: () => reply(200, { name: 'another product' }),
  },
  'clock-ahead': {
    en: 'The server’s clock is ten minutes ahead',
    fr: 'L’horloge du serveur avance de dix minutes',
    basis: 'sourced',
    leads: { probe: warnsAtClock('clock-skew') },
    answer: (request, normal) => {
      const answer = normal(request);
      const date = new Date(request.at + 600_000).toUTCString();
      return { ...answer, headers: { ...answer.headers, date } };
    },
  },
} as const satisfies Readonly<Record<string, Fault>>;

const spoilt = {
  'plain-text': {
    en: 'A sentence in place of JSON (200)',
    fr: 'Une phrase à la place de JSON (200)',
    basis: 'inferred',
    leads: everywhere('unexpected-answer'),
    answer: () => reply(200, 'Service is running.', { 'content-type': 'text/plain' }),
  },
  'half-an-answer': {
    en: 'An answer that ends halfway',
    fr: 'Une réponse qui s’arrête à mi-chemin',
    basis: 'inferred',
    leads: everywhere('unexpected-answer'),
    answer: () => reply(200, '{"orgs":[{"sourcedId":'),
  },
  'too-deep': {
    en: 'JSON nested too deeply',
    fr: 'Du JSON imbriqué trop profondément',
    basis: 'inferred',
    leads: everywhere('unexpected-answer'),
    answer: () => reply(200, '['.repeat(500) + ']'.repeat(500)),
  },
  'unknown-letters': {
    en: 'Letters in no known character set',
    fr: 'Des lettres d’aucun jeu de caractères connu',
    basis: 'inferred',
    leads: everywhere('unexpected-answer'),
    answer: () => ({ ...reply(200, ''), body: Buffer.from('{"name":"\xc9cole"}', 'latin1') }),
  },
  'too-large': {
    en: 'An answer of more than 1 MiB',
    fr: 'Une réponse de plus de 1 Mio',
    basis: 'inferred',
    leads: everywhere('answer-too-large'),
    answer: () => reply(200, { padding: 'x'.repeat(1_200_000) }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

export const serverTrouble = { ...trouble, ...limits, ...guards };
export const otherAnswerer = { ...elsewhere, ...spoilt };
