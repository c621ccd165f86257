import { credentialsInBodyEn } from './other-ways';
import type { SystemText } from './system';

const TO_THE_RECORD = [
  'In Aeries, sign in as an Aeries Administrator and open the API Security page.',
  'Choose the record of this vendor.',
  'Tick “Display Consumer ID & Secret Keys for OneRoster” (newer versions show them for records of the type OneRoster).',
];
const HOSTED = 'Does Aeries host your site? Then ask Aeries Support to do this step.';

export const aeriesOnerosterEn: SystemText = {
  name: 'Aeries OneRoster',
  summary: 'The OneRoster API of your Aeries site, one record for each vendor',
  owner: 'Whoever runs your Aeries site (Aeries Support, if it is hosted)',
  practiceName: 'the practice Aeries',
  fields: {
    aeriesUrl: {
      label: 'Aeries URL',
      help: 'The address of your Aeries site, up to the last slash. Paste the address of the login page as it is: the rest is cut off for you, and shown.',
      example: 'https://maple.aeries.example/aeries',
      where: [
        'Open the Aeries login page in the browser.',
        'Copy the whole address.',
        'If staff portals are internal or use Windows sign-in, take the address of the Student Portal: the API is the same.',
      ],
    },
    consumerId: {
      label: 'Consumer ID',
      help: 'The name Aeries gave this vendor’s record. The vendor may call it “Client ID”.',
      example: '0123456789abcdef… (64 digits and letters)',
      where: [...TO_THE_RECORD, 'Copy the Consumer ID exactly as it is displayed.'],
    },
    consumerSecret: {
      label: 'Consumer Secret Key',
      named: 'the Consumer Secret Key',
      help: 'The password that belongs to this Consumer ID. It is not the Aeries certificate: OneRoster does not use that one.',
      example: 'fedcba9876543210…',
      where: [...TO_THE_RECORD, 'Copy the Consumer Secret Key exactly as it is displayed.'],
    },
  },
  notes: {
    'no-sub-directory':
      'This address has no part after the name. Newer Aeries sites want one, such as /aeries; some older ones do not. Look at the address of your login page.',
    'aeries-certificate':
      'This has 32 characters, like the Aeries certificate (AERIES-CERT) of the regular API. OneRoster does not use the certificate but a Consumer ID and a Consumer Secret Key, of 64 characters each.',
    'not-64-digits':
      'This value usually has 64 characters, digits and the letters a to f. Check that all of it was copied, and nothing else.',
    'same-as-id': 'This is the same as the Consumer ID. They are two different values, shown side by side.',
  },
  findings: {
    'wrong-address': {
      title: 'Aeries does not know this path',
      happened:
        '{{host}} answered, but has nothing at {{url}}. Usually the part after the name is missing, or one too many.',
      todo: 'Open the Aeries login page in the browser and paste its whole address as the Aeries URL. The part after the name, such as /aeries, belongs to it.',
    },
    'wrong-product': {
      title: 'This address does not look like Aeries',
      happened:
        '{{host}} answered the question every Aeries site answers in public, but not the way Aeries does. No secret was sent.',
      todo: 'Paste the address of the Aeries login page again.',
    },
    'windows-authentication': {
      title: 'This portal asks for a Windows sign-in',
      happened:
        '{{host}} wants a Windows account before anything else (Integrated Windows Authentication), as Admin and Teacher portals often do. A vendor has none.',
      todo: 'Use the URL of your Student Portal instead. The API works the same there.',
    },
    'not-restarted': {
      title: 'Aeries is there, but not its OneRoster sign-in',
      happened:
        '{{host}} is Aeries, but has nothing at the address for the sign-in. Probably OneRoster was not enabled in School Options, or Aeries was not restarted in IIS since. An older Aeries may have its sign-in elsewhere.',
      todo: 'In School Options, at District level, check that OneRoster is enabled. Then have the application pool recycled after hours: this ends every session, and unsaved work may be lost. If Aeries hosts your site, ask Aeries Support.',
    },
    'credentials-rejected': {
      title: 'Aeries did not accept the Consumer ID and Secret Key',
      happened:
        '{{host}} answered, but refused these two values. Probably one of them was copied incompletely, belongs to another vendor’s record, or is the certificate of the regular API.',
      todo: 'Open the vendor’s record on the API Security page, check that OneRoster is ticked there, display both values and copy them again. Do not repeat the test often.',
    },
    'client-not-allowed': {
      title: 'This record is not allowed to sign in',
      happened: '{{host}} does not give this Consumer ID a token.',
      todo: 'On the API Security page, check that OneRoster is ticked in this vendor’s record (newer versions: Type is OneRoster), and click Update.',
      job: 'you',
      send: null,
    },
    'scope-rejected': {
      title: 'Aeries did not accept the scope',
      happened:
        'Aeries wants at least one scope, and this test asks for the smallest one. {{host}} did not accept it for this record.',
      todo: 'Check which permissions the vendor’s record has on the API Security page. If they are there, ask Aeries Support.',
    },
    'token-rejected': {
      title: 'Aeries gave a token, then did not accept it',
      happened:
        'The Consumer ID and the Secret Key were accepted, but {{host}} refused the token it had just handed out. Several servers may share this name and not know of each other’s tokens.',
      todo: 'Test once more. If this does not change, ask whoever runs your Aeries site how requests are spread over its servers.',
    },
    'permission-missing': {
      title: 'A permission is not ticked yet: {{permission}}',
      happened: 'The sign-in passed. {{host}} then refused to show “{{subject}}” to this vendor’s record.',
      todo: 'On the API Security page, open the vendor’s record, tick {{permission}}, click Update, and test again. If the vendor does not need it, leave it out: the rest works.',
    },
    'empty-data': {
      title: 'Signed in, and no school came back',
      happened:
        '{{host}} accepted everything and answered with an empty list. Either the record sees no school, or Aeries is set to a year without data.',
      todo: 'Check which schools the vendor’s record covers, and to which school year the Aeries database is set.',
    },
    'rate-limited': {
      title: 'Aeries asks to wait',
      happened:
        '{{host}} takes no more requests for the moment. The wizard stopped there and does not try again by itself.',
      todo: 'Wait a few minutes, then test once.',
    },
  },
  guide: [
    'In Aeries, open the API Security page. Only an Aeries Administrator can do this.',
    'Add a record for this vendor: one record for each vendor or product, never one for two.',
    'Tick the OneRoster box and click Update (newer versions: choose OneRoster as the Type).',
    'Tick the permissions the vendor needs, then click Update.',
    'Tick “Display Consumer ID & Secret Keys for OneRoster” and copy both.',
    'Signed in at District level, open School Info, School Options, and click Change.',
    'In the section OAuth Settings (newer versions: OneRoster Settings), tick Enable and accept the warning.',
    'Public URL (newer versions: OneRoster URL): enter the Aeries URL, as the wizard shows it.',
    'Signing Certificate: choose the certificate that secures your Aeries site. Newer versions may not ask for it.',
    'Restart Aeries in IIS, or recycle its application pool, after hours: this ends every session, and unsaved work may be lost. Nothing works before.',
    HOSTED,
    'The site must be reachable from outside your network, with HTTPS and TLS 1.2.',
  ],
  rotation: {
    before:
      'In Aeries the values of a vendor’s record cannot be changed: the record is deleted and made again. With the old record the vendor’s access ends at once, and does not return until the vendor has the new values. Choose a quiet hour, and tell the vendor first.',
  },
  instructions: {
    'new-record': {
      title: 'Replace the Consumer ID and Secret Key',
      steps: [
        'They cannot be changed. If they became known to others, the record itself is replaced.',
        'On the API Security page, note the permissions of the vendor’s record, then delete it. The vendor’s access ends at once.',
        'Add a new record for the same vendor, tick OneRoster and the same permissions, and click Update.',
        'Display the new Consumer ID and Secret Key, enter them here and test again.',
        'Give both to the vendor.',
      ],
    },
  },
  alternatives: {
    'credentials-in-body': credentialsInBodyEn,
    'older-token-path': {
      offer:
        'An older Aeries has its sign-in at /v2/oauth/token. The same two values would be sent there once, to the same server.',
      action: 'Try the older address',
    },
  },
  permissions: {
    orgs: 'School Information › Schools',
    schools: 'School Information › Schools',
    academicSessions: 'School Information › Terms',
    gradingPeriods: 'School Information › Terms (with Grading Periods)',
    courses: 'Scheduling › Course Data',
    classes: 'Scheduling › Master Schedule',
    users: 'probably School Information › Users, with Student Data and Teacher Data',
    students: 'Student Data › Student Data',
    teachers: 'probably Scheduling › Teacher Data',
    enrollments: 'Scheduling › Classes',
    demographics: 'Student Data › Student Data',
    results: 'probably Gradebook › Gradebook Scores, Gradebook Category, Gradebook Assignment',
  },
  handOver: {
    title: 'For the vendor',
    lead: 'Aeries asks you to give the vendor three values, and nobody else. Send the secret key separately, by phone for example.',
    names: {
      aeriesUrl: 'Aeries URL',
      consumerId: 'Consumer ID (also called Client ID)',
      consumerSecret: 'Consumer Secret Key (also called Client Secret)',
    },
    afterwards: [
      'Never share them with another vendor: each gets a record of its own.',
      'The vendor keeps the cookies Aeries sets with the token, and asks for at least one scope.',
    ],
  },
  limits: [
    'The test ran from this computer. If it is inside your network, it does not prove that the site can be reached from outside.',
    'Endpoints with personal data were not called. Compare their boxes on the API Security page by eye.',
  ],
};
