import { byLanguage } from '@contract/by-language';
import { baseAddressField, originsOf, pageNotes, tidiedNotes } from './addresses/tidy-address';
import { labels } from './labels';
import type { Note } from './notes';
import { signatureMethodField, signatureMethodOf, withOtherSignature } from './oauth1-sign-in';
import {
  baseAddress,
  collectionRequests,
  keptAddress,
  OWN_PATH,
  personalCollections,
  requestedService,
  serviceAddress,
} from './one-roster-service';
import type { System, SystemText } from './system';

/* A district's ClassLink OneRoster server, accessed directly with signed requests (docs/vendors/classlink.md). */

/** ClassLink implements OneRoster 1.1 (docs/vendors/classlink.md). */
const VERSION = '1.1';

/** It is not known whether this server still accepts SHA-1 (docs/vendors/classlink.md#direct-sha-1). */
function olderSignature(chosen: string | undefined): readonly Note[] {
  return signatureMethodOf(chosen) === 'HMAC-SHA1'
    ? [{ code: 'unusual-form', field: 'signatureMethod', severity: 'warns', words: 'older-signature' }]
    : [];
}

export const classlinkDirect: System = {
  id: 'classlink-direct',
  source: 'docs/vendors/classlink.md',
  family: 'classlink',
  otherNames: ['class link'],
  fields: [
    baseAddressField('serverUrl'),
    { id: 'clientId', kind: 'text', secret: false, optional: false, askedAt: 'enter' },
    { id: 'clientSecret', kind: 'text', secret: true, optional: false, askedAt: 'enter' },
    signatureMethodField,
  ],
  texts: byLanguage<SystemText>('systems/classlink-direct', () =>
    import.meta.glob<SystemText>('../../assets/locales/*/systems/classlink-direct.json', {
      eager: true,
      import: 'default',
    }),
  ),
  replyLabels: {
    serverUrl: [...labels.serverUrl, ...labels.apiUrl],
    clientId: [...labels.clientId, ...labels.consumerId],
    clientSecret: [...labels.clientSecret, ...labels.consumerSecret],
  },
  ofRequest: (address) => {
    const serverUrl = requestedService(address);
    return serverUrl === null ? null : { serverUrl };
  },
  link: 'classlink-access-page',
  handOver: ['serverUrl', 'clientId', 'clientSecret'],

  // The secret itself is never sent: it signs requests to this origin.
  secretOrigins: (values) => ({ clientSecret: originsOf(baseAddress(values.serverUrl)) }),
  tidied: (values) => {
    const serverUrl = serviceAddress(values.serverUrl, VERSION);
    return serverUrl === '' ? {} : { serverUrl };
  },
  notes: (values) => [
    ...tidiedNotes(values, keptAddress('serverUrl', values, VERSION), OWN_PATH),
    ...pageNotes('serverUrl', baseAddress(values.serverUrl)),
    ...olderSignature(values.signatureMethod),
  ],
  secretNotes: (field, secret, values) =>
    secret.trim() !== '' && secret.trim() === values.clientId?.trim()
      ? [{ code: 'unusual-form', field, severity: 'warns', words: 'same-as-id' }]
      : [],

  alternatives: [
    {
      id: 'other-signature',
      changes: 'signature-method',
      change: withOtherSignature,
    },
  ],
  rotation: { alongside: ['clientId'] },
  replacing: () => ['ask-the-district'],

  plan: (values) => {
    const service = serviceAddress(values.serverUrl, VERSION);
    return {
      addresses: [{ subject: null, url: service }],
      reach: null,
      signIn: {
        kind: 'oauth1',
        clientId: values.clientId ?? '',
        secretField: 'clientSecret',
        signatureMethod: signatureMethodOf(values.signatureMethod),
      },
      permission: collectionRequests(service, keptAddress('serverUrl', values, VERSION).serverUrl),
      proof: 'orgs',
      notTested: personalCollections,
    };
  },
};
