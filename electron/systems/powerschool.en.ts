import { credentialsInBodyEn } from './other-ways';
import type { SystemText } from './system';

const TO_THE_PAGE = [
  'On the PowerSchool start page, choose System under Setup.',
  'Under Server, click System Settings.',
  'Click Plugin Management Configuration (newer versions: Plugin Configuration).',
];
const TO_THE_PLUGIN = [...TO_THE_PAGE, 'Click the name of the plugin.', 'Click Data Provider Configuration.'];
const KEPT_CURRENT =
  'Enter the two new values here, test again, and give them to the plugin’s publisher: the old ones no longer work.';

export const powerschoolEn: SystemText = {
  name: 'PowerSchool SIS (plugin)',
  summary: 'Data exchange with a plugin’s own Client ID and Client Secret',
  owner: 'Whoever runs your PowerSchool server',
  practiceName: 'the practice PowerSchool',
  fields: {
    serverUrl: {
      label: 'Server URL',
      help: 'The address of your PowerSchool server, only up to the name. Whatever follows the name is not needed.',
      example: 'https://maple.powerschool.example',
      where: [
        'Open your PowerSchool sign-in page in the browser.',
        'Copy the address from https:// up to the first slash after the name.',
      ],
    },
    clientId: {
      label: 'Client ID',
      help: 'The name PowerSchool gave to this plugin. It usually has 36 characters, with hyphens.',
      example: '11111111-2222-4333-8444-555555555555',
      where: [...TO_THE_PLUGIN, 'Under OAuth Credentials, copy the Client ID.'],
    },
    clientSecret: {
      label: 'Client Secret',
      named: 'the Client Secret',
      help: 'The password that belongs to this Client ID. PowerSchool makes both; nobody chooses them.',
      example: 'aaaaaaaa-bbbb-…',
      where: [...TO_THE_PLUGIN, 'Under OAuth Credentials, copy the Client Secret.'],
    },
  },
  notes: {
    'not-a-uuid':
      'These values usually have 36 characters: groups of letters a to f and digits, with hyphens between. Check that all of it was copied, and nothing else.',
    'same-as-id':
      'This is the same as the Client ID. They are two different values, shown one below the other.',
  },
  findings: {
    'wrong-address': {
      title: 'PowerSchool does not know this path',
      happened:
        '{{host}} answered, but has nothing at {{url}}. If this appears at “Right service” and the sign-in passed all the same, it is only an old PowerSchool: the public page has existed since 7.8. Otherwise the server is probably another one.',
      todo: 'Open https://{{host}} in a browser: the PowerSchool sign-in page should appear. If it does not, copy the Server URL again.',
    },
    'wrong-product': {
      title: 'This server does not look like PowerSchool',
      happened:
        '{{host}} answered the question every PowerSchool answers in public, but not the way PowerSchool does. No secret was sent.',
      todo: 'Copy the Server URL again from the address bar of your PowerSchool sign-in page.',
    },
    'scope-missing': {
      title: 'The server wants a scope, and PowerSchool needs none',
      happened:
        '{{host}} issues no token without a scope. PowerSchool plugins have none, so another product may be answering here.',
      todo: 'Open https://{{host}} in a browser: the PowerSchool sign-in page should appear. If it does not, copy the Server URL again.',
    },
    redirected: {
      title: 'PowerSchool sends this request elsewhere',
      happened:
        '{{from}} points to {{to}}. The wizard does not follow, so that the secret goes nowhere else.',
      todo: 'If the other name is your PowerSchool server, enter it as the Server URL.',
    },
    'credentials-rejected': {
      title: 'PowerSchool did not accept the Client ID and secret',
      happened:
        '{{host}} answered, but refused these two values. Usually one of them was copied incompletely, or both were regenerated or the plugin was reinstalled since. A plugin that is disabled probably gets the same answer: PowerSchool does not document it.',
      todo: 'First check that the plugin is enabled, on its own page under Plugin Management Configuration. Then copy both values again from Data Provider Configuration. Do not repeat the test often: PowerSchool records each attempt, and may block your IP address after several.',
    },
    'client-not-allowed': {
      title: 'This plugin is not allowed to sign in',
      happened:
        '{{host}} does not let this Client ID sign in this way. The plugin may be disabled, or made without OAuth.',
      todo: 'Check that the plugin is enabled. If it is, send the message below to the plugin’s publisher.',
      send: 'Hello,\n\nOur PowerSchool server {{host}} does not allow the Client ID of your plugin to fetch a token (client credentials). Does plugin.xml contain an <oauth/> element, and which version should we have installed?\n\nThank you',
      job: 'you',
    },
    'token-rejected': {
      title: 'PowerSchool gave a token, then did not accept it',
      happened:
        'The Client ID and secret were accepted, but {{host}} refused the token it had just handed out. That may happen when the values were regenerated a moment ago, or when several servers share one name.',
      todo: 'Wait a few minutes and test again. If this does not change, copy both values again from Data Provider Configuration.',
    },
    'token-expired': {
      title: 'PowerSchool says that its own token has expired',
      happened:
        '{{host}} gave a token and said a moment later that it has expired. PowerSchool hands out the same token for 30 days, so it may have expired at that very moment.',
      todo: 'Test once more: a new token is then made. If nothing changes, send the message below to whoever runs your PowerSchool server. Testing again and again does not help.',
    },
    'permission-missing': {
      title: 'The plugin is not allowed to read this',
      happened:
        'The sign-in passed. {{host}} then refused to show the district’s name and number: the plugin was not granted access to them.',
      todo: 'What a plugin can read is listed in its plugin.xml, and you approve it when you enable the plugin. Send the message below to the plugin’s publisher. When their new version comes, install and enable it.',
      send: 'Hello,\n\nYour plugin signs in to our PowerSchool server {{host}}, but is not granted access to the district resource (/ws/v1/district). Could you send us a plugin.xml that requests the fields it needs? We would install it and approve the access.\n\nThank you',
      job: { named: 'The plugin’s publisher' },
    },
    'unexpected-answer': {
      title: 'PowerSchool’s answer does not have the expected form',
      happened: '{{host}} answered, but not with what the documentation promises for this request.',
      todo: 'Test again. If this does not change, send the message below to whoever runs your PowerSchool server; PowerSchool support may know more.',
    },
    'rate-limited': {
      title: 'PowerSchool asks to wait',
      happened:
        '{{host}} takes no more requests for the moment. The wizard stopped there and does not try again by itself.',
      todo: 'Wait a few minutes, then test once.',
    },
  },
  guide: [
    ...TO_THE_PLUGIN,
    'Under OAuth Credentials are the Client ID and the Client Secret. Copy both; click OK to leave the page.',
    'No OAuth Credentials there? Then the installed plugin has no OAuth information: ask its publisher.',
    'Some plugins send the two values to their publisher by themselves. If yours does not, give them to the publisher after the test.',
  ],
  rotation: {
    before:
      'PowerSchool has no second pair: a new Client ID and Client Secret replace the old ones at once, and every token made with the old pair stops working. From that moment until the plugin’s publisher has the new pair, the plugin does not work. Choose a quiet hour, and tell the publisher first.',
  },
  instructions: {
    regenerate: {
      title: 'Replace both values (PowerSchool 21.11.2.0 and later)',
      steps: [
        ...TO_THE_PLUGIN,
        'Click Regenerate Client ID and Secret.',
        'Click Confirm Regenerate Client ID and Secret. Both values change at once, and tokens made before stop working.',
        KEPT_CURRENT,
      ],
    },
    reinstall: {
      title: 'Replace both values (before PowerSchool 21.11.2.0)',
      steps: [
        ...TO_THE_PAGE,
        'Delete the plugin. Keep its file at hand, or ask the publisher for it.',
        'Install the plugin again.',
        'Enable it again, and approve the access it asks for.',
        'Open Data Provider Configuration: the Client ID and the Client Secret are new.',
        KEPT_CURRENT,
      ],
    },
  },
  permissions: {
    district: 'The district resource, granted by the plugin’s plugin.xml',
    students: 'The tables and fields listed in the plugin’s plugin.xml, approved when it was enabled',
  },
  alternatives: { 'credentials-in-body': credentialsInBodyEn },
  handOver: {
    title: 'For the plugin’s publisher',
    lead: 'Give these to the publisher of the plugin, and to nobody else. Send the secret separately, by phone for example.',
    names: { serverUrl: 'Server URL', clientId: 'Client ID', clientSecret: 'Client Secret' },
    afterwards: [
      'When the plugin is reinstalled or the values are regenerated, the publisher needs the new ones.',
      'A token is valid for 30 days, and PowerSchool hands out the same one until then.',
    ],
  },
  limits: [
    'What the plugin may read of students and staff is not tested: that would need personal data.',
    'The test ran from this computer. The publisher’s server reaches PowerSchool by another route.',
  ],
};
