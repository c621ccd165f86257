import type { Values } from '@contract/connection';
import { beginningOf, secureAddress } from '../addresses/tidy-address';
import { baseAddress, coreScope, rosteringPath } from '../one-roster-service';
import type { HowSure } from '../system';
import type { Given, Provider } from './provider';

/*
 * OneRoster products by name. Every value rests on docs/vendors/oneroster-providers.md, under the heading in `source`; what
 * is unknown there is absent here.
 */

/** The page with a line for each fact. */
export const PROVIDER_FACTS = 'docs/vendors/oneroster-providers.md';

const given = (value: string, sure: HowSure = 'documented'): Given => ({ value, sure });
const oauth2 = given('oauth2');
/** Its clients send none. */
const noScopes = given('', 'seen');

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
/** An address of OAuth 1: `/campus/oneroster/{app}/…`; the addresses of 1.2 begin with `/campus/api`. */
const isCampusOf11 = (address: string | undefined): boolean =>
  /^\/campus\/oneroster\/|\/v1p1(?:\/|$)/i.test(beginningOf(address)?.pathname ?? '');
/** The district's address and, behind a slash, the name of the application: what the whole address is made of. */
const campusParts = (address: string | undefined): readonly [origin: string, app: string] | null => {
  const url = beginningOf(address);
  const [, app = ''] = /^\/([\w.-]{1,60})\/?$/.exec(url?.pathname ?? '') ?? [];
  return url === null || app === '' || /^campus$/i.test(app) ? null : [url.origin, app];
};

/** A Veracross address is the school's route below a fixed host. */
const VERACROSS = 'https://oneroster.veracross.com';
const VERACROSS_ACCOUNTS = 'https://accounts.veracross.com';
const ROUTE = /^[a-z\d][a-z\d_-]{0,60}$/i;
const veracrossRoute = ({ serverUrl = '' }: Values): string | null => {
  const text = serverUrl.trim();
  if (ROUTE.test(text)) return text.toLowerCase();
  return routeIn(text, VERACROSS);
};
/** The route in an address of Veracross's, which is the first part of its path. */
const routeIn = (address: string, origin: string): string | null => {
  const url = beginningOf(address);
  const [, route] = url?.origin === origin ? url.pathname.split('/') : [];
  return route !== undefined && ROUTE.test(route) ? route : null;
};

/** In the product's own screens, by whoever set the connection up there: there is nobody to write to. */
const onItsScreen = { job: 'you', next: 'test-again', nothingToSend: true } as const;

const list: readonly Provider[] = [
  {
    id: 'infinite-campus',
    name: 'Infinite Campus',
    vendor: 'Infinite Campus',
    otherNames: ['campus', 'ic', 'ncsis'],
    source: 'infinite-campus',
    ownJobs: { 'permission-missing': onItsScreen },
    facts: [
      {
        line: 'campus-versions',
        sure: 'documented',
        from: 'kb.infinitecampus.com',
        of: ['version', 'signIn', 'guide'],
      },
      {
        line: 'campus-server',
        sure: 'seen',
        from: 'pypi.org, help.gg4l.com, help.schoolday.com',
        of: ['serverUrl', 'fields'],
      },
      {
        line: 'campus-server-1-1',
        sure: 'seen',
        from: 'kb.infinitecampus.com',
        of: ['notes:campus-address-of-1-1'],
      },
      {
        line: 'campus-token',
        sure: 'seen',
        from: 'help.gg4l.com, help.schoolday.com',
        of: ['notes:campus-app-name', 'sayings', 'remarks:no-campus-application', 'fields'],
      },
      { line: 'campus-app', sure: 'inferred', from: '', of: ['tokenUrl'] },
      { line: 'campus-credentials', sure: 'seen', from: 'github.com/TCI/OneRoster', of: ['scopes'] },
      { line: 'campus-labels', sure: 'documented', from: 'kb.infinitecampus.com', of: ['labels'] },
      {
        line: 'campus-menu',
        sure: 'seen',
        from: 'ky.rapididentity.com, kb.infinitecampus.com',
        of: ['menuPath', 'guide'],
      },
      {
        line: 'campus-key',
        sure: 'documented',
        from: 'content.infinitecampus.com',
        of: ['notes:campus-key-prefix', 'findings:credentials-rejected'],
      },
      {
        line: 'campus-expiry',
        sure: 'documented',
        from: 'kb.infinitecampus.com',
        of: ['keyLasts', 'expiry', 'findings:credentials-rejected'],
      },
      {
        line: 'campus-switches',
        sure: 'documented',
        from: 'kb.infinitecampus.com',
        of: ['findings:permission-missing', 'findings:credentials-rejected'],
      },
      { line: 'campus-accounts', sure: 'documented', from: 'kb.infinitecampus.com', of: ['limits'] },
      { line: 'campus-grade-book', sure: 'documented', from: 'kb.infinitecampus.com', of: ['limits'] },
      {
        line: 'campus-replacing',
        sure: 'documented',
        from: 'kb.infinitecampus.com',
        of: ['rotation', 'instructions'],
      },
    ],
    menuPath: ['Instruction', 'Settings', 'Digital Learning Applications Configuration'],
    labels: { serverUrl: 'Base URL', tokenUrl: 'Token URL', clientId: 'Key', clientSecret: 'Secret' },
    keyLasts: ({ version }) => (version === '1.1' ? 12 : null),
    sayings: { 'No Campus Application selected': 'no-campus-application' },
    practice: { server: '/practice', keyPrefix: 'or_', scope: 'optional' },
    values: {
      serverUrl: (values) => {
        const parts = campusParts(values.serverUrl);
        if (parts === null) return null;
        const [origin, app] = parts;
        return given(`${origin}/campus/api/oneroster/v1p2/${app}${rosteringPath['1.2']}`, 'seen');
      },
      version: versionInAddress(given('1.2')),
      signIn: oauth2,
      tokenUrl: (values) => {
        const app = campusApp(values.serverUrl);
        const url = beginningOf(values.serverUrl);
        return app === null || url === null
          ? null
          : given(`${url.origin}/campus/oauth2/token?appName=${app}`, 'inferred');
      },
      scopes: noScopes,
    },
    notices: ({ tokenUrl = '', clientId = '', serverUrl, version }) => [
      ...(version === '1.2' && isCampusOf11(serverUrl)
        ? [{ field: 'serverUrl', words: 'campus-address-of-1-1' }]
        : []),
      ...(tokenUrl.trim() !== '' &&
      secureAddress(tokenUrl) !== null &&
      !/[?&]appName=[^&]/i.test(secureAddress(tokenUrl)?.search ?? '')
        ? [{ field: 'tokenUrl', words: 'campus-app-name' }]
        : []),
      ...(clientId.trim() !== '' && !clientId.includes('_')
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
    isRunByVendor: true,
    facts: [
      {
        line: 'blackbaud-addresses',
        sure: 'documented',
        from: 'developer.blackbaud.com',
        of: ['serverUrl', 'version', 'signIn', 'tokenUrl', 'labels', 'fields', 'guide', 'isRunByVendor'],
      },
      { line: 'blackbaud-manager', sure: 'seen', from: 'help.formative.com', of: ['guide'] },
    ],
    labels: { clientId: 'Key', clientSecret: 'Secret' },
    practice: { server: '/afe-rostr/ims/oneroster/v1p1', token: '/blackbaud/token', scope: 'optional' },
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
    facts: [
      {
        line: 'genesis-addresses',
        sure: 'documented',
        from: 'support-sis.genesisedu.com',
        of: ['version', 'signIn', 'tokenUrl', 'fields'],
      },
      { line: 'genesis-staff', sure: 'documented', from: 'support-sis.genesisedu.com', of: ['limits'] },
    ],
    practice: { server: '/genesis', scope: 'optional' },
    values: { version: given('1.1'), signIn: oauth2, tokenUrl: below('/token', 'documented') },
  },
  {
    id: 'veracross',
    name: 'Veracross',
    vendor: 'Veracross',
    otherNames: ['axiom', 'magnus'],
    source: 'veracross',
    isRunByVendor: true,
    facts: [
      {
        line: 'veracross-server',
        sure: 'documented',
        from: 'api-docs.veracross.com',
        of: [
          'serverUrl',
          'version',
          'fields',
          'notes:veracross-route',
          'notes:veracross-two-routes',
          'isRunByVendor',
        ],
      },
      {
        line: 'veracross-token',
        sure: 'seen',
        from: '',
        of: ['credentialsIn', 'otherTokenUrls', 'signIn'],
      },
      { line: 'veracross-which', sure: 'inferred', from: '', of: ['tokenUrl'] },
      { line: 'veracross-scopes', sure: 'inferred', from: '', of: ['scopes'] },
      { line: 'veracross-401', sure: 'seen', from: '', of: ['findings:token-rejected'] },
      { line: 'veracross-menu', sure: 'documented', from: 'learn.veracross.com', of: ['menuPath', 'guide'] },
    ],
    menuPath: ['Axiom', 'Identity & Access Management', 'Add Integration Partner / OAuth Application'],
    otherTokenUrls: (values) => {
      const route = veracrossRoute(values);
      return route === null ? [] : [`${VERACROSS_ACCOUNTS}/${route}/oauth/oneroster`];
    },
    practice: {
      server: '/veracross/practice/ims/oneroster/v1p1',
      token: '/veracross/practice/oauth/token',
      scope: 'required',
    },
    values: {
      serverUrl: (values) => {
        // An address that was entered whole stays as it is.
        const route = ROUTE.test(values.serverUrl?.trim() ?? '') ? veracrossRoute(values) : null;
        return route === null ? null : given(`${VERACROSS}/${route}${rosteringPath['1.1']}`);
      },
      version: given('1.1'),
      signIn: given('oauth2', 'seen'),
      tokenUrl: (values) => {
        const route = veracrossRoute(values);
        return route === null ? null : given(`${VERACROSS_ACCOUNTS}/${route}/oauth/token`, 'inferred');
      },
      scopes: given(coreScope['1.1'], 'inferred'),
    },
    credentialsIn: 'body',
    notices: ({ serverUrl = '', tokenUrl = '' }) => {
      const url = beginningOf(serverUrl);
      const isElsewhere = url !== null && url.origin !== VERACROSS && /(^|\.)veracross\./i.test(url.hostname);
      const [route, other] = [routeIn(serverUrl, VERACROSS), routeIn(tokenUrl, VERACROSS_ACCOUNTS)];
      return [
        ...(isElsewhere ? [{ field: 'serverUrl', words: 'veracross-route' }] : []),
        ...(route !== null && other !== null && route !== other
          ? [{ field: 'tokenUrl', words: 'veracross-two-routes' }]
          : []),
      ];
    },
  },
  {
    id: 'aspen',
    name: 'Aspen',
    vendor: 'Follett',
    otherNames: ['follett aspen', 'x2', 'myfollett', 'follett'],
    source: 'follett-aspen',
    ownJobs: { 'permission-missing': onItsScreen },
    facts: [
      {
        line: 'aspen-token',
        sure: 'documented',
        from: 'aspen.knoxschools.org',
        of: ['tokenUrl', 'signIn', 'notes:aspen-token-path'],
      },
      { line: 'aspen-version', sure: 'seen', from: '', of: ['version', 'scopes', 'fields'] },
      {
        line: 'aspen-menu',
        sure: 'documented',
        from: 'aspen.knoxschools.org, help.claris.com',
        of: ['menuPath', 'labels', 'guide'],
      },
      { line: 'aspen-roles', sure: 'inferred', from: '', of: ['findings:permission-missing'] },
      { line: 'aspen-replacing', sure: 'inferred', from: '', of: ['rotation', 'instructions'] },
    ],
    menuPath: ['District view', 'Admin', 'Security', 'OAuth Access', 'Options', 'Add'],
    labels: { clientId: 'Client identifier', clientSecret: 'Client secret key' },
    practice: { server: '/aspen', scope: 'optional' },
    values: {
      version: given('1.1', 'seen'),
      signIn: oauth2,
      tokenUrl: atHost('/oauth/rest/v2.0/auth', 'documented'),
      scopes: noScopes,
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
    ownJobs: { 'client-not-allowed': onItsScreen },
    facts: [
      {
        line: 'qmlativ-service',
        sure: 'seen',
        from: 'github.com/Tools4ever-NIM, github.com/Tools4everBV',
        of: ['version', 'signIn', 'path', 'scopes', 'fields'],
      },
      { line: 'qmlativ-credentials', sure: 'seen', from: 'github.com/Tools4everBV', of: ['credentialsIn'] },
      { line: 'qmlativ-token', sure: 'inferred', from: '', of: ['tokenUrl'] },
      {
        line: 'qmlativ-menu',
        sure: 'seen',
        from: 'github.com/Tools4everBV',
        of: ['menuPath', 'labels', 'guide', 'limits'],
      },
      {
        line: 'qmlativ-active',
        sure: 'seen',
        from: 'github.com/Tools4everBV',
        of: ['findings:credentials-rejected', 'findings:client-not-allowed'],
      },
      { line: 'qmlativ-replacing', sure: 'inferred', from: '', of: ['rotation', 'instructions'] },
    ],
    menuPath: [
      'Administrative Access',
      'API',
      'Integration',
      'Integration Accesses',
      'Add Integration Access',
    ],
    labels: { clientId: 'Key', clientSecret: 'Secret' },
    practice: { server: '/practiceAPI', scope: 'optional' },
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
    facts: [
      {
        line: 'sms-api',
        sure: 'seen',
        from: 'help.otus.com, support.classlink.com',
        of: ['signIn', 'credentialsIn', 'scopes', 'fields'],
      },
      { line: 'sms-path', sure: 'inferred', from: '', of: ['version', 'tokenUrl'] },
      {
        line: 'sms-menu',
        sure: 'seen',
        from: 'help.otus.com, support.classlink.com',
        of: ['menuPath', 'labels', 'guide'],
      },
      {
        line: 'sms-server',
        sure: 'seen',
        from: 'help.gg4l.com',
        of: ['guide', 'findings:credentials-rejected'],
      },
      { line: 'sms-replacing', sure: 'inferred', from: '', of: ['rotation', 'instructions'] },
    ],
    menuPath: ['Product Setup', 'Skyward Contact Access', 'Security', 'Secured User'],
    labels: { serverUrl: 'OneRoster API URL', clientId: 'Key', clientSecret: 'Secret' },
    practice: { server: '/APIpracticeSTU', scope: 'optional' },
    values: {
      version: given('1.1', 'inferred'),
      signIn: given('oauth2', 'seen'),
      tokenUrl: below('/token', 'inferred'),
      scopes: noScopes,
    },
    credentialsIn: 'body',
  },
  {
    id: 'schooltool',
    name: 'schooltool',
    vendor: 'Mindex',
    otherNames: ['school tool', 'cnyric'],
    source: 'schooltool',
    facts: [
      {
        line: 'schooltool-addresses',
        sure: 'seen',
        from: 'github.com/ajhardin11/CNYRIC-OneRoster-Client',
        of: ['serverUrl', 'version', 'signIn', 'tokenUrl', 'scopes', 'fields', 'guide'],
      },
    ],
    practice: { server: '', scope: 'optional' },
    values: {
      serverUrl: (values) => {
        const url = beginningOf(values.serverUrl);
        return url === null || url.pathname !== '/'
          ? null
          : given(`${url.origin}/STAPIService${rosteringPath['1.1']}`, 'seen');
      },
      version: given('1.1', 'seen'),
      signIn: given('oauth2', 'seen'),
      tokenUrl: below(`${rosteringPath['1.1']}/token`, 'seen'),
      scopes: noScopes,
    },
  },
  {
    id: 'eschoolplus',
    name: 'eSchoolPLUS',
    vendor: 'PowerSchool',
    otherNames: ['esp', 'e school plus', 'sungard', 'plus360'],
    source: 'eschoolplus',
    ownJobs: { 'permission-missing': onItsScreen },
    facts: [
      {
        line: 'esp-sign-in',
        sure: 'documented',
        from: 'esp.powerschool-docs.com',
        of: ['version', 'signIn', 'signatureMethod'],
      },
      {
        line: 'esp-menu',
        sure: 'documented',
        from: 'esp.powerschool-docs.com',
        of: ['menuPath', 'labels', 'guide'],
      },
      { line: 'esp-subscription', sure: 'inferred', from: '', of: ['findings:permission-missing'] },
    ],
    menuPath: ['Administration', 'Utilities', 'Integration', 'API Profile'],
    labels: {
      signIn: 'Authentication Method',
      signatureMethod: 'Signature Method',
      clientId: 'Consumer Key',
      clientSecret: 'Consumer Secret',
    },
    practice: { server: '/plus360', scope: 'optional' },
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
    ownJobs: { 'scope-rejected': { job: 'service-owner' } },
    facts: [
      {
        line: 'ed-fi-service',
        sure: 'documented',
        from: 'docs.ed-fi.org',
        of: ['version', 'signIn', 'scopes', 'fields', 'guide'],
      },
      {
        line: 'ed-fi-scope',
        sure: 'documented',
        from: 'github.com/Ed-Fi-Alliance-OSS/Ed-Fi-ODS',
        of: ['findings:scope-rejected'],
      },
      { line: 'ed-fi-token', sure: 'documented', from: 'docs.ed-fi.org', of: ['findings:token-rejected'] },
      {
        line: 'ed-fi-age',
        sure: 'documented',
        from: 'docs.ed-fi.org',
        of: ['limits', 'findings:empty-data'],
      },
      { line: 'ed-fi-key', sure: 'documented', from: 'docs.ed-fi.org', of: ['labels'] },
    ],
    labels: { clientId: 'Key', clientSecret: 'Secret' },
    practice: { server: '/ed-fi-oneroster', token: '/ed-fi-ods/oauth/token', scope: 'required' },
    values: { version: given('1.2'), signIn: oauth2, scopes: given(coreScope['1.2']) },
  },
  {
    id: 'focus',
    name: 'Focus School Software',
    vendor: 'Focus School Software',
    otherNames: ['focus'],
    source: 'focus',
    facts: [
      {
        line: 'focus-menu',
        sure: 'documented',
        from: 'focus.screenstepslive.com',
        of: ['version', 'menuPath', 'guide'],
      },
    ],
    menuPath: ['Setup', 'Third Party Systems'],
    values: { version: given('1.1') },
  },
  {
    id: 'facts',
    name: 'FACTS',
    vendor: 'FACTS',
    otherNames: ['renweb', 'factsmgt', 'nelnet'],
    source: 'facts',
    isRunByVendor: true,
    facts: [
      {
        line: 'facts-menu',
        sure: 'seen',
        from: 'help.gg4l.com',
        of: ['menuPath', 'guide', 'serverUrl', 'labels', 'isRunByVendor'],
      },
    ],
    menuPath: ['System', 'Configuration', 'Integrations', 'OneRoster', 'API Export'],
    labels: { clientId: 'Client ID', clientSecret: 'Secret' },
    values: { serverUrl: given('https://cfapi.renweb.com', 'seen') },
  },
  {
    id: 'eschooldata',
    name: 'eSchoolData',
    vendor: 'eSchoolData',
    otherNames: ['e school data', 'esd'],
    source: 'eschooldata',
    facts: [
      {
        line: 'esd-menu',
        sure: 'seen',
        from: 'support.classlink.com',
        of: ['menuPath', 'labels', 'guide', 'instructions'],
      },
    ],
    menuPath: ['Configuration', 'Create New Vendor'],
    labels: { clientId: 'Client ID', clientSecret: 'Client Secret' },
    values: {},
  },
  {
    id: 'powerschool-sis',
    name: 'PowerSchool SIS (OneRoster)',
    vendor: 'PowerSchool',
    otherNames: ['powerschool', 'ps'],
    source: 'powerschool-sis',
    facts: [
      {
        line: 'ps-menu',
        sure: 'documented',
        from: 'guides.instructure.com, support.classlink.com',
        of: ['signIn', 'tokenUrl', 'menuPath', 'labels', 'guide'],
      },
      { line: 'ps-path', sure: 'inferred', from: '', of: ['fields'] },
    ],
    menuPath: ['System', 'System Settings', 'Plugin Management Configuration', 'Data Configuration'],
    labels: { clientId: 'Client ID', clientSecret: 'Client Secret' },
    values: { signIn: oauth2, tokenUrl: atHost('/oauth/access_token', 'documented') },
  },
  {
    id: 'unified-classroom',
    name: 'PowerSchool Unified Classroom',
    vendor: 'PowerSchool',
    otherNames: ['ucha', 'haiku'],
    source: 'unified-classroom',
    isRunByVendor: true,
    facts: [
      {
        line: 'ucha-token',
        sure: 'documented',
        from: 'docs.powerschool.com',
        of: [
          'signIn',
          'tokenUrl',
          'credentialsIn',
          'menuPath',
          'labels',
          'guide',
          'rotation',
          'instructions',
          'isRunByVendor',
        ],
      },
    ],
    menuPath: ['District Details', 'Integrations', 'OneRoster API Keys', 'Add API Key'],
    labels: { clientSecret: 'Secret' },
    values: { signIn: oauth2, tokenUrl: given('https://accounts.powerschool.com/as/token.oauth2') },
    credentialsIn: 'body',
  },
  {
    id: 'synergy',
    name: 'Synergy',
    vendor: 'Edupoint',
    otherNames: ['edupoint'],
    source: 'edupoint-synergy',
    facts: [
      {
        line: 'synergy-sign-in',
        sure: 'seen',
        from: 'ed.link',
        of: ['signIn', 'labels', 'guide'],
      },
      { line: 'synergy-licence', sure: 'seen', from: 'community.canvaslms.com', of: ['guide'] },
    ],
    labels: {
      serverUrl: 'API URL',
      tokenUrl: 'Token Endpoint',
      clientId: 'Client ID',
      clientSecret: 'Client Secret',
    },
    values: { signIn: given('oauth2', 'seen') },
  },
  {
    id: 'edsembli',
    name: 'Edsembli',
    vendor: 'Edsembli',
    otherNames: ['maplewood', 'connected ed'],
    source: 'edsembli',
    isRunByVendor: true,
    facts: [
      {
        line: 'edsembli-sign-in',
        sure: 'documented',
        from: 'support.edsembli.com',
        of: ['serverUrl', 'guide', 'fields', 'isRunByVendor'],
      },
    ],
    values: { serverUrl: given('https://oneroster.edsemblicloud.com') },
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
