import type { Values } from '@contract/connection';
import { beginningOf, secureAddress } from '../addresses/tidy-address';
import { baseAddress, coreScope, rosteringPath } from '../one-roster-service';
import type { Given, HowSure, Provider } from './provider';

/*
 * OneRoster products by name. Every value rests on docs/vendors/oneroster-providers.md, under the heading in `source`; what
 * is unknown there is absent here.
 */

const given = (value: string, sure: HowSure = 'documented'): Given => ({ value, sure });
const oauth2 = given('oauth2');

/** An address below what was typed as the server's, in front of the service's own path. */
const below =
  (path: string, sure: HowSure) =>
  (values: Values): Given | null => {
    const base = baseAddress(values.serverUrl);
    return base === '' ? null : given(base + path, sure);
  };
/** An address at the root of the server's host. */
const atHost =
  (path: string, sure: HowSure) =>
  (values: Values): Given | null => {
    const url = beginningOf(values.serverUrl);
    return url === null ? null : given(url.origin + path, sure);
  };

/** The version that an address names; else the usual one. */
const versionInAddress =
  (usual: Given) =>
  (values: Values): Given => {
    const path = beginningOf(values.serverUrl)?.pathname ?? '';
    if (/\/v1p2(?:\/|$)/i.test(path)) return given('1.2');
    return /\/v1p1(?:\/|$)/i.test(path) ? given('1.1') : usual;
  };

/** `…/oneroster/v1p2/{app}/ims/…`: the name of the application in an Infinite Campus address. */
const campusApp = (address: string | undefined): string | null =>
  /\/campus\/(?:api\/)?oneroster\/v1p[12]\/([^/]+)\/ims\//i.exec(beginningOf(address)?.pathname ?? '')?.[1] ??
  null;

/** A Veracross address is the school's route below a fixed host. */
const VERACROSS = 'https://oneroster.veracross.com';
const ROUTE = /^[a-z\d][a-z\d_-]{0,60}$/i;
const veracrossRoute = ({ serverUrl = '' }: Values): string | null => {
  const text = serverUrl.trim();
  if (ROUTE.test(text)) return text.toLowerCase();
  const url = beginningOf(text);
  const [, route] = url?.origin === VERACROSS ? url.pathname.split('/') : [];
  return route !== undefined && ROUTE.test(route) ? route : null;
};

const list: readonly Provider[] = [
  {
    id: 'infinite-campus',
    name: 'Infinite Campus',
    vendor: 'Infinite Campus',
    otherNames: ['campus', 'ic', 'ncsis'],
    source: 'infinite-campus',
    values: {
      version: versionInAddress(given('1.2')),
      signIn: oauth2,
      tokenUrl: (values) => {
        const app = campusApp(values.serverUrl);
        const url = beginningOf(values.serverUrl);
        return app === null || url === null
          ? null
          : given(`${url.origin}/campus/oauth2/token?appName=${app}`, 'inferred');
      },
    },
    notices: ({ tokenUrl = '', clientId = '', serverUrl }) => [
      ...(tokenUrl.trim() !== '' &&
      secureAddress(tokenUrl) !== null &&
      !/[?&]appName=[^&]/i.test(secureAddress(tokenUrl)?.search ?? '')
        ? [{ field: 'tokenUrl', words: 'campus-app-name' }]
        : []),
      ...(clientId.trim() !== '' && campusApp(serverUrl) !== null && !clientId.includes('_')
        ? [{ field: 'clientId', words: 'campus-key-prefix' }]
        : []),
    ],
  },
  {
    id: 'blackbaud',
    name: 'Blackbaud Education Management',
    vendor: 'Blackbaud',
    otherNames: ['bbem', 'myschoolapp', 'sky', 'k12', 'whipplehill'],
    source: 'blackbaud',
    values: {
      serverUrl: given('https://api.sky.blackbaud.com/afe-rostr/ims/oneroster/v1p1'),
      version: given('1.1'),
      signIn: oauth2,
      tokenUrl: given('https://oauth2.sky.blackbaud.com/token'),
    },
  },
  {
    id: 'genesis',
    name: 'Genesis',
    vendor: 'Genesis Educational Services',
    otherNames: ['genesis sis', 'genesisedu'],
    source: 'genesis',
    values: { version: given('1.1'), signIn: oauth2, tokenUrl: below('/token', 'documented') },
  },
  {
    id: 'veracross',
    name: 'Veracross',
    vendor: 'Veracross',
    otherNames: ['axiom', 'magnus'],
    source: 'veracross',
    values: {
      serverUrl: (values) => {
        const route = veracrossRoute(values);
        return route === null ? null : given(`${VERACROSS}/${route}${rosteringPath['1.1']}`);
      },
      version: given('1.1'),
      signIn: oauth2,
      tokenUrl: (values) => {
        const route = veracrossRoute(values);
        return route === null
          ? null
          : given(`https://accounts.veracross.com/${route}/oauth/token`, 'inferred');
      },
      scopes: given(coreScope['1.1'], 'inferred'),
    },
    credentialsIn: 'body',
  },
  {
    id: 'aspen',
    name: 'Aspen',
    vendor: 'Follett',
    otherNames: ['follett aspen', 'x2', 'myfollett', 'follett'],
    source: 'follett-aspen',
    values: {
      version: given('1.1', 'seen'),
      signIn: oauth2,
      tokenUrl: atHost('/oauth/rest/v2.0/auth', 'documented'),
    },
    notices: ({ tokenUrl = '' }) => {
      const path = secureAddress(tokenUrl)?.pathname.replace(/\/+$/, '') ?? '';
      return path === '' || path.toLowerCase().endsWith('/oauth/rest/v2.0/auth')
        ? []
        : [{ field: 'tokenUrl', words: 'aspen-token-path' }];
    },
  },
  {
    id: 'skyward-qmlativ',
    name: 'Skyward Qmlativ',
    vendor: 'Skyward',
    otherNames: ['qmlativ', 'qsp'],
    source: 'skyward-qmlativ',
    values: {
      version: given('1.2', 'seen'),
      signIn: given('oauth2', 'seen'),
      tokenUrl: below('/oauth/token', 'inferred'),
      scopes: given('https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly', 'seen'),
    },
    credentialsIn: 'body',
    path: { '1.2': '/ims/oneroster/v1p2' },
  },
  {
    id: 'skyward-sms',
    name: 'Skyward SMS 2.0',
    vendor: 'Skyward',
    otherNames: ['sms', 'skyward student management suite', 'iscorp'],
    source: 'skyward-sms-20',
    values: {
      version: given('1.1', 'seen'),
      signIn: given('oauth2', 'seen'),
      tokenUrl: below('/token', 'seen'),
    },
    credentialsIn: 'body',
  },
  {
    id: 'schooltool',
    name: 'schooltool',
    vendor: 'Mindex',
    otherNames: ['school tool', 'cnyric'],
    source: 'schooltool',
    values: {
      version: given('1.1', 'seen'),
      signIn: given('oauth2', 'seen'),
      tokenUrl: below(`${rosteringPath['1.1']}/token`, 'seen'),
    },
  },
  {
    id: 'eschoolplus',
    name: 'eSchoolPLUS',
    vendor: 'PowerSchool',
    otherNames: ['esp', 'e school plus', 'sungard', 'plus360'],
    source: 'eschoolplus',
    values: {
      version: versionInAddress(given('1.1')),
      signIn: given('oauth1'),
      signatureMethod: given('HMAC-SHA1'),
    },
  },
  {
    id: 'ed-fi-oneroster',
    name: 'Ed-Fi OneRoster',
    vendor: 'Ed-Fi Alliance',
    otherNames: ['edfi', 'ed fi'],
    source: 'ed-fi-oneroster',
    values: { version: given('1.2'), signIn: oauth2, scopes: given(coreScope['1.2']) },
  },
  {
    id: 'focus',
    name: 'Focus School Software',
    vendor: 'Focus School Software',
    otherNames: ['focus'],
    source: 'focus',
    values: { version: given('1.1') },
  },
  {
    id: 'facts',
    name: 'FACTS',
    vendor: 'FACTS',
    otherNames: ['renweb', 'factsmgt', 'nelnet'],
    source: 'facts',
    values: {},
  },
  {
    id: 'eschooldata',
    name: 'eSchoolData',
    vendor: 'eSchoolData',
    otherNames: ['e school data', 'esd'],
    source: 'eschooldata',
    values: {},
  },
  {
    id: 'powerschool-sis',
    name: 'PowerSchool SIS, its own OneRoster',
    vendor: 'PowerSchool',
    otherNames: ['powerschool', 'ps'],
    source: 'powerschool-sis',
    values: { signIn: oauth2, tokenUrl: atHost('/oauth/access_token', 'documented') },
  },
  {
    id: 'unified-classroom',
    name: 'PowerSchool Unified Classroom',
    vendor: 'PowerSchool',
    otherNames: ['ucha', 'haiku'],
    source: 'unified-classroom',
    values: { signIn: oauth2, tokenUrl: given('https://accounts.powerschool.com/as/token.oauth2') },
    credentialsIn: 'body',
  },
  {
    id: 'synergy',
    name: 'Synergy',
    vendor: 'Edupoint',
    otherNames: ['edupoint', 'genesea'],
    source: 'edupoint-synergy',
    values: { signIn: given('oauth2', 'seen') },
  },
  {
    id: 'edsembli',
    name: 'Edsembli',
    vendor: 'Edsembli',
    otherNames: ['maplewood', 'connected ed', 'trillium'],
    source: 'edsembli',
    values: {},
    ownSignIn: true,
  },
];

export const providers: Readonly<Record<string, Provider>> = Object.fromEntries(
  list.map((provider) => [provider.id, provider]),
);
export const providerIds: readonly string[] = list.map(({ id }) => id);

/** The provider that was chosen; null for another server. */
export const providerOf = (values: Values): Provider | null => {
  const id = values.provider ?? '';
  return Object.hasOwn(providers, id) ? (providers[id] ?? null) : null;
};
