import type { SystemText } from './system';

const TO_THE_KEY = [
  'Open the ClassLink developer console.',
  'Go to the OneRoster module.',
  'Click the key next to the school or district.',
];

export const classlinkDirectEn: SystemText = {
  name: 'ClassLink OneRoster (direct)',
  summary: 'A district’s ClassLink server itself, every request signed (OAuth 1)',
  owner: 'Whoever runs the server',
  practiceName: 'the practice ClassLink',
  fields: {
    serverUrl: {
      label: 'Server URL',
      help: 'The address of the district’s OneRoster server. With or without /ims/oneroster/v1p1 at the end: the wizard shows what it makes of it.',
      example: 'https://maple-ca-v2.oneroster.example',
      where: [...TO_THE_KEY, 'Copy the server URL.'],
    },
    clientId: {
      label: 'Client ID',
      help: 'The name this district’s server gave your application. Every district has a different one.',
      example: '0fc7e3577example',
      where: [...TO_THE_KEY, 'Copy the client ID.'],
    },
    clientSecret: {
      label: 'Client Secret',
      named: 'the Client Secret',
      help: 'What your requests are signed with. It is never sent itself, only the signatures it makes.',
      example: '9b2d…',
      where: [...TO_THE_KEY, 'Copy the client secret, without a space at its end.'],
    },
    signatureMethod: {
      label: 'Signature method',
      help: 'HMAC-SHA256 is what ClassLink’s own samples use. Choose HMAC-SHA1 only if you know that the server is an older one.',
      example: 'HMAC-SHA256',
      where: ['Leave it as it is, unless you were told otherwise.'],
      choices: {
        'HMAC-SHA256': { name: 'HMAC-SHA256', hint: 'What servers use today' },
        'HMAC-SHA1': { name: 'HMAC-SHA1', hint: 'Only where an older server asks for it' },
      },
    },
  },
  notes: {
    'older-signature':
      'HMAC-SHA1 is being retired. Whether ClassLink’s servers still accept it today is not documented.',
    'same-as-id': 'This is the same as the Client ID. They are two different values, shown side by side.',
  },
  findings: {
    'credentials-rejected': {
      title: 'ClassLink did not accept the Client ID and secret',
      happened:
        '{{host}} refused the signed request. Probably one of the two values is not complete, belongs to another district, or has been replaced since. A server that wants the other signature method may answer the same way.',
      todo: 'In the developer console, open this district’s own key and copy both again.',
    },
    'signature-rejected': {
      title: 'ClassLink did not accept the signature',
      happened:
        '{{host}} did not accept the signature of the request. Usually the secret is not complete, or has a space at its end; an older server may want HMAC-SHA1.',
      todo: 'Copy the Client Secret again. If it is right, try the other signature method, and ask your network team whether a proxy changes addresses on the way.',
    },
    'clock-skew': {
      title: 'The clocks are too far apart to sign',
      happened:
        'This computer’s clock and the one of {{host}} are {{seconds}} s apart. Signatures carry the time, so a right secret is refused as well: this says nothing about yours.',
      todo: 'Let this computer set its date and time automatically, then test again. Do not copy anything again before that. If its clock is right, tell whoever runs {{host}} that theirs is not.',
    },
    'nonce-rejected': {
      title: 'ClassLink thinks it has seen this request before',
      happened: '{{host}} refused the one-time mark of the request. The wizard makes a new one each time.',
      todo: 'Test once more. If this does not change, something between you and the server sends requests twice: ask your network team.',
    },
    'permission-missing': {
      title: 'The district has not shared this with you',
      happened: 'The sign-in passed. {{host}} then refused to show “{{subject}}”.',
      todo: 'Send the message below to the district: it has to include this in what your application can read. What you do not need may stay refused.',
      send: 'Hello,\n\nYour ClassLink OneRoster server {{host}} accepts our sign-in but does not share “{{subject}}” with our application. Could you include it?\n\nThank you',
      job: { named: 'The district' },
    },
    'wrong-address': {
      title: 'There is no OneRoster service at this address',
      happened: '{{host}} answered, but has nothing at {{url}}.',
      todo: 'In the developer console, open the key and copy the server URL again. Older addresses do not have -v2 in their name.',
    },
    'empty-data': {
      title: 'Signed in, and nothing came back',
      happened: '{{host}} accepted the signature and answered with an empty list.',
      todo: 'Send the message below to the district, so that it shares its schools with your application.',
      job: { named: 'The district' },
      send: 'Hello,\n\nYour ClassLink OneRoster server {{host}} accepts our sign-in but returns no school. Could you share your schools with our application?\n\nThank you',
    },
    'rate-limited': {
      title: 'ClassLink asks to wait',
      happened:
        '{{host}} takes no more requests for the moment. The wizard stopped there and does not try again by itself.',
      todo: 'Wait until the time in Details has passed; if none is named, a few minutes. Then test once.',
    },
  },
  guide: [
    'The district first grants your application access to its OneRoster server.',
    ...TO_THE_KEY,
    'There you find the server URL, the client ID and the client secret. Copy all three.',
    'Each district has three values of its own: make one connection for each.',
  ],
  rotation: {
    before:
      'No public document says what happens to the old Client ID and secret. They may stop working at once, or go on for a while. Ask ClassLink or the district before new ones are made.',
  },
  instructions: {
    'ask-the-district': {
      title: 'Replace the Client ID and secret',
      steps: [
        'No public document says where they are replaced. Ask ClassLink or the district for new ones.',
        'Open the developer console, OneRoster, and click the key again.',
        'Enter the new values here and test again.',
      ],
    },
  },
  alternatives: {
    'other-signature': {
      offer:
        'Some servers want the other signature method. The same request would be sent once more, signed that way.',
      action: 'Try the other method',
    },
  },
  handOver: {
    title: 'For your application',
    lead: 'These three values go into the application that will read the roster, and nowhere else.',
    names: { serverUrl: 'Server URL', clientId: 'Client ID', clientSecret: 'Client Secret' },
    afterwards: ['Read off-peak, in pages, and stop when the server answers “too many requests”.'],
  },
  limits: [
    'Endpoints with personal data were not called. Ask the district what it shares.',
    'The test ran from this computer. Your application reaches the server by another route.',
  ],
};
