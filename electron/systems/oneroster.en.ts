import { credentialsInBodyEn } from './other-ways';
import type { SystemText } from './system';

const ASK =
  'It is in the server’s documentation or in the reply with your credentials. If not, ask whoever runs the server.';

export const onerosterEn: SystemText = {
  name: 'OneRoster server',
  summary: 'Any server that supports OneRoster 1.1 or 1.2',
  owner: 'Whoever runs the server',
  practiceName: 'the practice OneRoster server',
  fields: {
    serverUrl: {
      label: 'Server URL',
      help: 'The address of the OneRoster service. With or without /ims/oneroster/… at the end; a path before it is kept. The wizard shows what it makes of it.',
      example: 'https://sis.mapleboard.example',
      where: [ASK, 'Copy the base URL, not the address of a single list.'],
    },
    version: {
      label: 'OneRoster version',
      help: 'The paths and scopes of the two versions differ. 1.1 is the more common one.',
      example: '1.1',
      where: [ASK, 'An address with v1p1 means 1.1, one with v1p2 means 1.2.'],
      choices: {
        '1.1': { name: 'OneRoster 1.1', hint: 'The more common one; its paths contain v1p1' },
        '1.2': { name: 'OneRoster 1.2', hint: 'Newer; its paths contain v1p2' },
      },
    },
    signIn: {
      label: 'Sign-in',
      help: 'OAuth 2 fetches a token first and needs a token URL. OAuth 1 signs every request; only version 1.1 allows it.',
      example: 'oauth2',
      where: [ASK, 'If you were given a token URL, it is OAuth 2.'],
      choices: {
        oauth2: { name: 'OAuth 2', hint: 'Fetches a token first; you were given a token URL' },
        oauth1: { name: 'OAuth 1', hint: 'Signs every request; there is no token URL' },
      },
    },
    tokenUrl: {
      label: 'Token URL',
      help: 'Where the token is fetched (OAuth 2). It cannot be worked out from the server URL: every product has it in a different place.',
      example: 'https://sis.mapleboard.example/oauth/token',
      where: [ASK, 'Copy the whole address, from https:// on.'],
    },
    clientId: {
      label: 'Client ID',
      help: 'The name the server gave your application. Some call it consumer key.',
      example: 'maple-roster-4821',
      where: [ASK],
    },
    clientSecret: {
      label: 'Client Secret',
      named: 'the Client Secret',
      help: 'The password that belongs to the Client ID. Some call it consumer secret.',
      example: 'kP7…',
      where: [ASK],
    },
    scopes: {
      label: 'Scopes',
      help: 'Some servers want a scope, others refuse any. If you were given none, try the smallest one offered here, or leave it empty.',
      example: 'https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly',
      where: [ASK, 'Several scopes are written one after the other, with one space between.'],
    },
    signatureMethod: {
      label: 'Signature method',
      help: 'HMAC-SHA256, unless you were told that the server wants HMAC-SHA1 (OAuth 1 only).',
      example: 'HMAC-SHA256',
      where: ['Leave it as it is, unless you were told otherwise.'],
      choices: {
        'HMAC-SHA256': { name: 'HMAC-SHA256', hint: 'What servers use today' },
        'HMAC-SHA1': { name: 'HMAC-SHA1', hint: 'Only where an older server asks for it' },
      },
    },
  },
  notes: {
    'oauth1-with-1.2': 'OneRoster 1.2 allows only OAuth 2. A server may do more; ask if you are not sure.',
    'older-signature': 'HMAC-SHA1 is being retired. Choose it only if the server asks for it.',
    'scopes-of-other-version':
      'These scopes do not belong to the OneRoster version you chose, but to the other one.',
    'address-of-other-version':
      'The address you pasted is for the other OneRoster version. The version you chose is used.',
    'special-characters':
      'There are special characters in this secret. Servers differ in how they want them sent; if the sign-in is refused, the wizard offers the other way.',
    'same-as-id': 'This is the same as the Client ID. The two are different values.',
  },
  findings: {
    'credentials-rejected': {
      title: 'The server did not accept the Client ID and secret',
      happened:
        '{{host}} answered, but did not accept the two values. One of them may be incomplete, belong to another environment, or have expired: some products let them expire after a year.',
      todo: 'Copy both again. If they are right, check on the server’s own page whether they are still in force. Do not repeat the test often: some servers lock the account after several attempts.',
    },
    'signature-rejected': {
      title: 'The server did not accept the signature',
      happened:
        '{{host}} calculated a different signature from ours. Usually the secret is not complete, or the server wants the other signature method.',
      todo: 'Copy the Client Secret again. If it is right, try the other signature method.',
    },
    'clock-skew': {
      title: 'Two clocks disagree',
      happened:
        'This computer’s clock and the one of {{host}} are {{seconds}} s apart. Signatures carry the time, so a right secret may be refused as well.',
      todo: 'Let this computer set its date and time automatically, then test again. Do not copy anything again before that. If its clock is right, tell whoever runs {{host}} that theirs is not.',
    },
    'scope-missing': {
      title: 'The server wants at least one scope',
      happened: '{{host}} gives no token without a scope, and none was sent.',
      todo: 'Enter the scopes you were given. If you were given none, take the smallest one offered beside the field.',
    },
    'scope-rejected': {
      title: 'The server did not accept the scopes',
      happened:
        '{{host}} does not know one of these scopes, does not allow it to this Client ID, or wants none at all.',
      todo: 'Compare them with what you were given, and with the chosen version. If you were given none, leave the field empty and test again.',
    },
    'token-rejected': {
      title: 'The server gave a token, then did not accept it',
      happened: 'The sign-in passed, but {{host}} refused the token for the OneRoster service.',
      todo: 'Check that the token URL and the server URL belong to the same server and environment.',
    },
    'permission-missing': {
      title: 'Signed in, but “{{subject}}” cannot be read',
      happened:
        'The sign-in passed. {{host}} then refused to show “{{subject}}”: a permission or a scope for it is missing.',
      todo: 'Send the message below to whoever runs the server. If they name a scope, add it to the scopes here. What you do not need may stay refused.',
      send: 'Hello,\n\nYour OneRoster server {{host}} accepts our sign-in but does not let us read “{{subject}}”. Which permission or scope is needed for our Client ID?\n\nThank you',
      job: 'service-owner',
    },
    'wrong-address': {
      title: 'There is nothing at this address',
      happened:
        '{{host}} answered, but has nothing at {{url}}. The server URL, the token URL or the version may be wrong.',
      todo: 'Compare the addresses and the version with what you were given, the part after the name as well.',
    },
    'rate-limited': {
      title: 'The server asks to wait',
      happened:
        '{{host}} takes no more requests for the moment. The wizard stopped there and does not try again by itself.',
      todo: 'Wait until the time in Details has passed; if none is named, a few minutes. Then test once.',
    },
  },
  guide: [
    'Ask whoever runs the server for API access to OneRoster, read only.',
    'You need: the server URL, the version (1.1 or 1.2), the kind of sign-in, a Client ID and a Client Secret.',
    'For OAuth 2 also the token URL, and the scopes if the server wants any.',
    'For OAuth 1 also the signature method, if it is not HMAC-SHA256.',
  ],
  rotation: {
    before:
      'What happens to the old secret depends on the server: some keep the old and the new side by side for a while, others replace it at once, and some keys expire by themselves after a year. Ask whoever runs the server before a new one is made.',
  },
  instructions: {
    'ask-the-server': {
      title: 'Replace the Client ID and secret',
      steps: [
        'Ask whoever runs the server for a new secret, or make one in its own page.',
        'Enter it here and test again.',
        'Give it to every program that used the old one.',
      ],
    },
  },
  alternatives: {
    'credentials-in-body': credentialsInBodyEn,
    'without-scope': {
      offer: 'Some servers refuse any scope. The Client ID and secret would be sent once more, without one.',
      action: 'Try without scopes',
    },
    'with-core-scope': {
      offer:
        'The Client ID and secret would be sent once more, with the smallest scope of this version (roster-core.readonly).',
      action: 'Try with the smallest scope',
    },
    'plain-basic': {
      offer:
        'Some servers want special characters in the Client ID and secret sent as they are. Both would be sent once more, that way. Without special characters nothing changes.',
      action: 'Send them as they are',
    },
    'other-signature': {
      offer:
        'Some servers want the other signature method. The same request would be sent once more, signed that way.',
      action: 'Try the other method',
    },
  },
  handOver: {
    title: 'For your application',
    lead: 'These values go into the application that will read the roster, and nowhere else.',
    names: {
      serverUrl: 'Server URL',
      tokenUrl: 'Token URL',
      clientId: 'Client ID',
      clientSecret: 'Client Secret',
      scopes: 'Scopes',
    },
    afterwards: ['Some products let keys expire after a year: note when yours were made.'],
  },
  limits: [
    'Endpoints with personal data were not called. Compare by eye what this Client ID may read.',
    'The test ran from this computer. Your application reaches the server by another route.',
  ],
};
