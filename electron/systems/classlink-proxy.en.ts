import type { SystemText } from './system';

const TO_THE_MODULE = [
  'Open the ClassLink developer console.',
  'Go to the OneRoster module.',
  'Choose the application for this district.',
];

export const classlinkProxyEn: SystemText = {
  name: 'ClassLink OneRoster (proxy)',
  summary: 'Through ClassLink’s own proxy, with an application’s access token',
  practiceName: 'the practice ClassLink',
  fields: {
    applicationId: {
      label: 'Application ID',
      help: 'Names the district’s data at the proxy. It often ends in %3D: copy it as it is. The whole address of a request will do, too.',
      example: 'bWFwbGUtZGVtby0xMjM%3D',
      where: [...TO_THE_MODULE, 'Copy the application ID.'],
    },
    accessToken: {
      label: 'Access token',
      named: 'the access token',
      help: 'The token of this application. It does not expire, so keep it like a password. The partner API key, which lists all districts, is another one.',
      example: '4c1f…',
      where: [...TO_THE_MODULE, 'Copy its access token, without the word “Bearer”.'],
    },
    proxyUrl: {
      label: 'Proxy URL',
      help: 'ClassLink’s own proxy, unless you were given another address. This is not your network’s proxy.',
      example: 'https://oneroster-proxy.classlink.io',
      where: ['Leave it empty, unless ClassLink gave you another address.'],
    },
  },
  notes: {
    'encoded-twice':
      'A sign in this ID was encoded twice: %253D where %3D should be. It was probably copied from the address of a request.',
    'whole-address': 'This is the whole address of a request. The application ID is one part of it.',
    'no-id-in-address':
      'This is an address, and no application ID can be read in it. Copy the ID alone from the developer console.',
    'other-proxy':
      'This is the address of a request to another proxy, {{other}}, than the one in use. If that proxy is the right one, enter it as the proxy’s address first; if not, take the ID alone.',
    'proxy-of-request':
      'The request pasted as the application ID was made for this other proxy. The token goes to the one that stands here.',
    'with-bearer': 'The word “Bearer” was pasted along. The token begins after it.',
    'same-as-id': 'This is the same as the application ID. The access token is another value.',
  },
  findings: {
    'token-rejected': {
      title: 'ClassLink did not accept the access token',
      happened:
        '{{host}} refused the token and does not tell why. Possibly the token was refreshed in the console since; possibly it belongs to another application; possibly it is the partner key instead of the application’s token. Which of the three cannot be seen from here.',
      todo: 'Open the application in the developer console, under OneRoster, and copy its own access token again, together with its application ID.',
    },
    'token-expired': {
      title: 'ClassLink says that this token has expired',
      happened:
        '{{host}} answered that the token is no longer valid. Application tokens do not expire by themselves: it was probably refreshed.',
      todo: 'Copy the current access token from the developer console, under OneRoster.',
    },
    'permission-missing': {
      title: 'This application may not read that',
      happened:
        '{{host}} accepted the token and then refused to show “{{subject}}”. The district may not have shared it, or the application may be turned off there.',
      todo: 'Ask the district whether your application is active and what it may read.',
      send: 'Hello,\n\nThrough the ClassLink OneRoster proxy our application cannot read “{{subject}}” of your district. Is the application active on your side, and is this shared with it?\n\nThank you',
    },
    'wrong-address': {
      title: 'The proxy does not know this application ID',
      happened:
        '{{host}} answered, but has nothing at {{url}}. Usually a part of the ID is missing, above all the %3D or = at its end, or it was encoded twice.',
      todo: 'Copy the application ID again from the developer console, under OneRoster.',
    },
    'server-error': {
      title: 'The proxy could not finish the request',
      happened:
        '{{host}} answered with a fault of its own. Probably the district’s server behind it does not answer; the proxy does not document how it says so. Your values were not judged.',
      todo: 'Test again later. If this does not change, ask the district whether its OneRoster server runs, then ClassLink.',
      send: 'Hello,\n\nThrough the proxy {{host}} our requests end with a server fault. Does the district’s OneRoster server behind it answer? I can send you the report of our test.\n\nThank you',
    },
    'empty-data': {
      title: 'Signed in, and nothing came back',
      happened: '{{host}} accepted the token and answered with an empty list.',
      todo: 'Ask the district whether it has already shared schools with your application.',
    },
    'rate-limited': {
      title: 'ClassLink asks to wait',
      happened:
        '{{host}} takes no more requests for the moment. The wizard stopped there and does not try again by itself: that would make the wait longer.',
      todo: 'Wait until the time in Details has passed; if none is named, a few minutes. Then test once.',
    },
  },
  guide: [
    'The district first grants your application access to its OneRoster data.',
    ...TO_THE_MODULE,
    'Copy the application ID and its access token. Each district has its own pair.',
    'Two tokens look alike: the application’s access token belongs here, the partner API key does not.',
  ],
  rotation: {
    before:
      'Refreshing the token in ClassLink replaces it. The old token probably stops working at once, for every program that uses it. Have those programs at hand before you refresh it.',
  },
  instructions: {
    'refresh-token': {
      title: 'Refresh the token',
      steps: [
        'Open the ClassLink developer console, OneRoster, and choose the application.',
        'Refresh the access token there. The old one probably stops working at once, for every program that uses it.',
        'Enter the new token here and test again.',
        'Give the new token to every program that used the old one.',
      ],
    },
  },
  handOver: {
    title: 'For your application',
    lead: 'These values go into the application that will read the roster, and nowhere else. The token does not expire: treat it like a password.',
    names: { proxyUrl: 'Proxy URL', applicationId: 'Application ID', accessToken: 'Access token (Bearer)' },
    afterwards: [
      'The application ID is already encoded for use in an address: it must not be encoded again.',
      'On “too many requests” a program waits longer each time; it must not repeat at once.',
    ],
  },
  limits: [
    'Endpoints with personal data were not called. Ask the district what it shares.',
    'The test ran from this computer. Your application reaches the proxy by another route.',
  ],
};
