import { byLanguage } from '@contract/by-language';
import type { Values } from '@contract/connection';
import { isObject } from '@contract/is-object';
import { baseAddressField, beginningOf, tidiedNotes } from './addresses/tidy-address';
import { labels } from './labels';
import type { Note } from './notes';
import { credentialsInBody, withOtherWays } from './other-ways';
import type { HttpAnswer, Reading, System, SystemText } from './system';
import { compareVersions } from './version';

/* PowerSchool SIS with a plugin's credentials: OAuth 2.0 client credentials (docs/vendors/powerschool.md). */

/** On older servers, the plugin must be reinstalled instead (docs/vendors/powerschool.md#regenerating). */
const REGENERATE_SINCE = '21.11.2.0';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** It answers everyone, so it proves the product but not the credentials (docs/vendors/powerschool.md#metadata). */
function readMetadata({ json }: HttpAnswer): Reading {
  const metadata = isObject(json) ? json.metadata : undefined;
  const version = isObject(metadata) ? metadata.powerschool_version : undefined;
  if (typeof version !== 'string' || !/^[\d.]{1,40}$/.test(version)) {
    return { outcome: 'failed', code: 'wrong-product', facts: {} };
  }
  return { outcome: 'passed', code: 'ok', facts: { version } };
}

function readDistrict({ json }: HttpAnswer): Reading {
  const district = isObject(json) ? json.district : undefined;
  return isObject(district)
    ? { outcome: 'passed', code: 'ok', facts: { count: 1 } }
    : { outcome: 'failed', code: 'unexpected-answer', facts: { problem: 'no-district' } };
}

/** Only the body tells; the status may be any 4xx (docs/vendors/powerschool.md#field-not-granted). */
function readRefusal({ json }: HttpAnswer): Reading | null {
  const refusals = isObject(json) && Array.isArray(json.errors) ? json.errors : [];
  const noAccess = refusals.some(
    (refusal: unknown) =>
      isObject(refusal) && typeof refusal.code === 'string' && /^no access to/i.test(refusal.code),
  );
  return noAccess ? { outcome: 'failed', code: 'permission-missing', facts: {} } : null;
}

function notAUuid(field: string, value: string | undefined): readonly Note[] {
  const text = value?.trim() ?? '';
  return text === '' || UUID.test(text)
    ? []
    : [{ code: 'unusual-form', field, severity: 'warns', words: 'not-a-uuid', beforehand: true }];
}

/** PowerSchool is always at the root of its host. */
const baseOf = ({ serverUrl }: Values): string => beginningOf(serverUrl)?.origin ?? '';

/** PowerSchool's own pages and requests. Any other path may mean that this is a different server. */
const OWN = /^\/(?:admin|teachers|public|guardian|subs|oauth|ws|powerschool-sys-mgmt)(?:[/?#]|$)/i;

const kept = (values: Values): Record<string, string> => {
  const serverUrl = baseOf(values);
  return serverUrl === '' ? {} : { serverUrl };
};

export const powerschool: System = {
  id: 'powerschool',
  source: 'docs/vendors/powerschool.md',
  family: 'sis',
  otherNames: ['ps', 'powerschool sis'],
  fields: [
    baseAddressField('serverUrl'),
    { id: 'clientId', kind: 'text', secret: false, optional: false, askedAt: 'enter' },
    { id: 'clientSecret', kind: 'text', secret: true, optional: false, askedAt: 'enter' },
  ],
  texts: withOtherWays(
    byLanguage<SystemText>('systems/powerschool', () =>
      import.meta.glob<SystemText>('../../assets/locales/*/systems/powerschool.json', {
        eager: true,
        import: 'default',
      }),
    ),
  ),
  ownJobs: {
    'client-not-allowed': { job: 'you' },
    'token-rejected': { next: 'test-again' },
  },
  replyLabels: {
    serverUrl: [
      ...labels.serverUrl,
      ...labels.apiUrl,
      'powerschool',
      'powerschool url',
      'powerschool server url',
      'url powerschool',
    ],
    clientId: labels.clientId,
    clientSecret: labels.clientSecret,
  },
  ofRequest: (address) => {
    const url = beginningOf(address);
    return url !== null && OWN.test(url.pathname) ? { serverUrl: url.origin } : null;
  },
  link: 'powerschool-credentials-page',
  handOver: ['serverUrl', 'clientId', 'clientSecret'],

  secretOrigins: (values) => ({ clientSecret: [baseOf(values)].filter((origin) => origin !== '') }),
  tidied: kept,
  notes: (values) => [...tidiedNotes(values, kept(values), OWN), ...notAUuid('clientId', values.clientId)],
  secretNotes: (field, secret, values) =>
    secret.trim() !== '' && secret.trim() === values.clientId?.trim()
      ? [{ code: 'unusual-form', field, severity: 'warns', words: 'same-as-id' }]
      : notAUuid(field, secret),

  alternatives: [credentialsInBody],
  rotation: { alongside: ['clientId'] },
  replacing: (version) => {
    const compared = version === null ? Number.NaN : compareVersions(version, REGENERATE_SINCE);
    if (Number.isNaN(compared)) return ['regenerate', 'reinstall'];
    return compared >= 0 ? ['regenerate'] : ['reinstall'];
  },

  plan: (values) => {
    const base = baseOf(values);
    return {
      addresses: [{ subject: null, url: base }],
      reach: {
        subject: null,
        url: `${base}/ws/v1/metadata`,
        typed: base,
        read: readMetadata,
        // Servers before 7.8 do not have it; the sign-in will show whether the address is right.
        notFound: { outcome: 'warning', code: 'wrong-address', facts: { problem: 'no-public-page' } },
      },
      signIn: {
        kind: 'client-credentials',
        tokenUrl: `${base}/oauth/access_token`,
        clientId: values.clientId ?? '',
        secretField: 'clientSecret',
        scopes: null,
        typed: base,
        clientAuthentication: 'basic-raw',
        keepCookies: false,
      },
      permission: [
        {
          subject: 'district',
          url: `${base}/ws/v1/district`,
          typed: base,
          read: readDistrict,
          refused: readRefusal,
        },
      ],
      proof: 'district',
      // The plugin's own field list determines what it may read about students. Any request for them would return
      // personal data.
      notTested: ['students'],
    };
  },
};
