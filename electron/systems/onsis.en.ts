import { credentialsInBodyEn } from './other-ways';
import type { SystemText } from './system';

const IN_THE_REPLY = 'Open the reply to your registration e-mail.';
const NO_OTHER = 'Copy only what follows the label.';

export const onsisEn: SystemText = {
  name: 'OnSIS',
  summary:
    'Ontario’s student information system: API reporting from the SMS (PowerSchool’s student management system)',
  owner: 'The ministry, which runs the server',
  practiceName: 'the practice ministry',
  fields: {
    redirectUrl: {
      label: 'Redirect URL',
      help: 'The address the ministry’s sign-in returns to. It must be registered exactly as the SMS shows it, to the last character.',
      example: 'https://sms.mapleboard.example/onsis/callback',
      where: [
        'In the SMS, go to District Office, District Management, Compliance.',
        'Open OnSIS API Reporting Setup.',
        'Copy the Redirect URL at the top of the page.',
      ],
    },
    paeRedirectUrl: {
      label: 'Redirect URL for PAE files',
      help: 'The page that downloads Pending Area Extract files has an address of its own. Leave this empty if you do not use it.',
      example: 'https://sms.mapleboard.example/onsis/pae/callback',
      where: [
        'In the SMS, go to District Office, Data and Reporting, Imports.',
        'Open Download & Import OnSIS PAE Files.',
        'Copy the Redirect URL shown there.',
      ],
    },
    clientId: {
      label: 'Client ID',
      help: 'The name OnSIS gave your board’s application. It is the same for every instance of your board.',
      example: 'onsis-maple-4821',
      where: [IN_THE_REPLY, 'Look for “Client ID”.', NO_OTHER],
    },
    clientSecret: {
      label: 'Client Secret',
      named: 'the Client Secret',
      help: 'The password that belongs to the Client ID. Each instance has its own: test and production never share one.',
      example: 'kP7…',
      where: [IN_THE_REPLY, 'Look for “Client Secret”. It may come in an e-mail of its own.', NO_OTHER],
    },
    authenticationUrl: {
      label: 'Authentication URL/Board',
      help: 'Where people sign in at the ministry. It is the same for every instance.',
      example: 'https://auth.onsis.example/authorize',
      where: [
        IN_THE_REPLY,
        'Look for “Authentication URL/Board”.',
        'Copy the whole address, from https:// on.',
      ],
    },
    tokenUrl: {
      label: 'Authentication Token URL',
      help: 'Where the SMS receives its permission after the sign-in. It is the same for every instance.',
      example: 'https://auth.onsis.example/token',
      where: [
        IN_THE_REPLY,
        'Look for “Authentication Token URL”.',
        'Copy the whole address, from https:// on.',
      ],
    },
    apiUrl: {
      label: 'API URL / Port',
      help: 'Where the data goes. OnSIS Test and OnSIS Production have different addresses. A port, if there is one, belongs to it.',
      example: 'https://api.onsis.example:8443',
      where: [
        IN_THE_REPLY,
        'Look for “API URL / Port”, for this environment.',
        'Copy the whole address, with the port if one is given.',
      ],
    },
    scopes: {
      label: 'Scopes',
      help: 'What the connection may do, as words separated by spaces. Copy all of them.',
      example: 'demo.read demo.write',
      where: [IN_THE_REPLY, 'Look for “Scopes”.', 'Copy all the words, even if they run over several lines.'],
    },
  },
  findings: {
    'credentials-rejected': {
      title: 'The Client ID and secret were not accepted',
      happened:
        '{{host}} answered, but did not accept the Client ID and Client Secret. Either one of them is not the one OnSIS issued for this instance, or this server wants to receive them in another form than the usual one; its answer does not tell which.',
      todo: 'Copy both again from the reply, and make sure that they belong to this instance: test and production have different secrets. If they are right, ask ONSIS_SISON@ontario.ca. Do not repeat the test often: some servers lock the account after several attempts.',
    },
    'client-not-allowed': {
      todo: 'Send the message below to ONSIS_SISON@ontario.ca: only they can allow it.',
    },
    'redirect-url-rejected': {
      title: 'The ministry does not accept this Redirect URL or Client ID',
      happened:
        '{{host}} stopped before the sign-in. That is usual when the Redirect URL is not registered exactly as it is written here, or when the Client ID is not known there.',
      todo: 'Compare the Redirect URL with the one at the top of the SMS page, character by character, and the Client ID with the reply. If both are right, send the message below to ONSIS_SISON@ontario.ca.',
    },
    'scope-rejected': {
      todo: 'Copy the scopes again from the reply, all the words, with one space between them. Test and production may have different ones.',
    },
    'not-proved': {
      title: 'Only the SMS can complete the sign-in',
      happened:
        'It returns to your SMS server, so it was not tried from here, and the Client Secret was not sent. All that can be tested from here is in order.',
      todo: 'Copy the six values into the SMS page and click Submit. Then run one submission, in the test instance first. If it does not go through, the SMS does not say why: compare the six values again.',
    },
    'not-refused': {
      title: 'The ministry did not refuse your request',
      happened:
        '{{host}} answered the question with its sign-in page. The Client ID and the Redirect URL were not refused; many servers look closely only after the sign-in, so this is no proof.',
      todo: 'Copy the six values into the SMS page and click Submit. Then run one submission, in the test instance first. If it does not go through, the SMS does not say why: compare the six values again.',
    },
    'probably-accepted': {
      title: 'The Client ID and secret were probably accepted',
      happened:
        '{{host}} refused only the made-up code that this test sent. Most servers look at the Client ID and the secret first, so both are probably right.',
      todo: 'Copy the six values into the SMS page and click Submit. Then run one submission, in the test instance first. If it does not go through, the SMS does not say why: compare the six values again.',
    },
    'token-rejected': {
      todo: 'Make sure that the API URL belongs to this environment: OnSIS Test and OnSIS Production have different ones.',
    },
  },
  alternatives: { 'credentials-in-body': credentialsInBodyEn },
  rotation: {
    before:
      'No public document says what happens to the old Client Secret; it probably stops working as soon as the ministry issues a new one. Ask them. From that moment until the new secret is in the SMS, submissions cannot sign in: choose a day without one.',
  },
  instructions: {
    'ask-the-ministry': {
      title: 'Replace the Client Secret',
      steps: [
        'Write to ONSIS_SISON@ontario.ca, from the address the registration came from. Name the board, its BSID, the instance (test or production) and the Client ID; never the secret.',
        'Ask for a new Client Secret, and whether the old one still works until then.',
        'Enter the new one here, and test it.',
        'In the SMS, open District Office, District Management, Compliance, OnSIS API Reporting Setup. Replace the Client Secret there and click Submit.',
        'Run a submission in the SMS, in the test instance first: that is the proof.',
      ],
    },
  },
  unproved: {
    saved: 'Saved. One submission in the SMS will prove it',
    row: 'Not proved yet · run one submission in the SMS',
    todo: [
      'Copy the values below into the SMS.',
      'Run one submission in the SMS. If it goes through, the connection is proved.',
    ],
  },
  onlyInPractice:
    'In a real OnSIS setup, “Permission” and “Answer” are not tested: no safe test request to the ministry’s API is published.',
  guide: [
    'In the SMS, go to District Office, District Management, Compliance, OnSIS API Reporting Setup.',
    'Copy the Redirect URL at the top of the page and paste it here.',
    'Send the ready-made e-mail to ONSIS_SISON@ontario.ca. OnSIS registers the address and replies with six values.',
    'Do this once for each instance of the SMS: a separate testing instance gets its own values.',
  ],
};
