import type { SystemText } from './system';

const TO_THE_MODULE = [
  'Open the ClassLink developer console.',
  'Go to the OneRoster module.',
  'Choose the application for this district.',
];

export const classlinkProxyEn: SystemText = {
  name: 'ClassLink OneRoster (proxy)',
  summary: 'Through ClassLink’s own proxy, with an application’s access token',
  owner: 'ClassLink, which runs the proxy server',
  practiceName: 'the practice ClassLink',
  fields: {
    applicationId: {
      label: 'Application ID',
      help: 'Names the district’s data at the proxy. It often ends in %3D: copy it as it is. The whole address of a request works as well.',
      example: 'bWFwbGUtZGVtby0xMjM%3D',
      where: [...TO_THE_MODULE, 'Copy the application ID.'],
    },
    accessToken: {
      label: 'Access token',
      named: 'the access token',
      help: 'The token of this application. It does not expire, so keep it like a password. The partner API key, which lists all districts, is something else.',
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
      'Part of this ID was encoded twice: it has %253D where %3D should be. It was probably copied from the address of a request.',
    'whole-address': 'This is the whole address of a request. Only the application ID in it is needed here.',
    'no-id-in-address':
      'This is an address without an application ID in it. Copy only the ID from the developer console.',
    'other-proxy':
      'This request went to a different proxy, {{other}}, from the one used here. If {{other}} is the right proxy, first enter it as the Proxy URL. If it is not, use only the ID.',
    'proxy-of-request':
      'The request you pasted as the application ID went to this other proxy. The token is sent to the proxy entered here.',
    'with-bearer': 'The word “Bearer” was pasted with the token. The token begins after it.',
    'same-as-id': 'This is the same as the application ID. The access token is another value.',
  },
  findings: {
    'token-rejected': {
      title: 'ClassLink did not accept the access token',
      happened:
        '{{host}} refused the token and does not tell why. Possibly the token was refreshed in the console since; possibly it belongs to another application; possibly it is the partner key instead of the application’s token. Which of the three cannot be seen from here.',
      todo: 'Open the application in the developer console, under OneRoster, and copy its own access token again, together with its application ID.',
    },
    'permission-missing': {
      title: 'This application is not allowed to read that',
      happened:
        '{{host}} accepted the token and then refused to show “{{subject}}”. The district may not have shared it, or the application may be turned off there.',
      todo: 'Send the message below to the district.',
      send: 'Hello,\n\nThrough the ClassLink OneRoster proxy our application cannot read “{{subject}}” of your district. Is the application active on your side, and is this shared with it?\n\nThank you',
      job: { named: 'The district' },
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
        '{{host}} answered with a fault of its own. Probably the district’s server behind it does not answer; ClassLink does not document how its proxy says so. Your values were not judged.',
      todo: 'Test again later. If this does not change, send the message below to the district. If its OneRoster server is running, ask ClassLink.',
      send: 'Hello,\n\nThrough ClassLink’s proxy {{host}} our requests end with a server fault (on ________ at ________). Is your district’s OneRoster server behind it running? I can send you the report of our test.\n\nThank you',
      job: { named: 'The district' },
    },
    'empty-data': {
      title: 'Signed in, and nothing came back',
      happened: '{{host}} accepted the token and answered with an empty list.',
      todo: 'Send the message below to the district, so that it shares its schools with your application.',
      job: { named: 'The district' },
      send: 'Hello,\n\nThrough ClassLink’s proxy {{host}}, your district’s data comes back empty. Could you share your schools with our application?\n\nThank you',
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
