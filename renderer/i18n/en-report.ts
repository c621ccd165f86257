import type { Job, StepId } from '@contract/findings';

const job: Record<Job, string> = {
  you: 'Yours',
  'network-team': 'Your network team',
  'service-owner': 'The ministry',
  nobody: 'Nobody’s: it may pass by itself',
};

/** What a row says while it runs: what is being waited for. */
const underWay: Record<StepId, string> = {
  fields: 'Reading what you entered',
  address: 'Looking at the addresses',
  'name-lookup': 'Asking for the names of the servers, at most 10 s',
  connect: 'Knocking at the servers, at most 10 s',
  'secure-connection': 'Comparing certificates, at most 10 s',
  reach: 'Asking the service who it is, at most 10 s',
  clock: 'Comparing the clocks',
  'sign-in': 'Signing in',
  permission: 'Asking what this connection may read, at most 10 s each',
  data: 'Reading the shape of the answer',
};

/** What a row says when its step is not needed for this system. */
const skipped: Record<StepId, string> = {
  fields: 'Not needed here',
  address: 'Not needed here',
  'name-lookup': 'Not needed here',
  connect: 'Not needed here',
  'secure-connection': 'Not needed here',
  reach: 'Nothing public to ask this service',
  clock: 'The service did not tell its time',
  'sign-in': 'Not needed here',
  permission: 'Not called: this API is not public',
  data: 'Not called: this API is not public',
};

export const report = {
  job,
  jobVendor: 'The vendor',
  underWay,
  skipped,
  heading: {
    idle: 'Ready to test',
    running: 'Testing the connection',
    cancelling: 'Stopping the test',
    proved: 'The connection is proved',
    remark: 'The connection is proved, with a remark',
    notProved: 'In order so far, not proved yet',
    probablyAccepted: 'The Client ID and secret were probably accepted',
    notRefused: 'The ministry did not refuse your request',
    remarkUnproved: 'Not proved yet: one thing to look at',
    cancelled: 'You stopped the test',
    refused: 'The test did not start',
    stopped_one: 'One thing stands in the way',
    stopped_other: '{{count}} things stand in the way',
  },
  lead: {
    idle: 'Ten stages, from your values to the answer of the service. Nothing has been sent yet.',
    running: 'It takes at most one minute, and you can cancel it at any time.',
    runningBrowser: 'The sign-in waits for you in the browser. You can cancel it at any time.',
    proved:
      'The sign-in ran from beginning to end. Your secret was sent once, only to the address you entered.',
    notProved:
      'All that can be tested from here passed. The sign-in returns to your SMS server, so only the SMS can complete it. Your secret was not sent.',
    probed: 'Not proved yet: only the SMS can complete the sign-in.',
    secretSent: 'Your secret was sent once, only to the address you entered.',
    secretNotSent: 'Your secret was not sent.',
    cancelled: 'What had been found until then stands below.',
  },
  stages: 'Stages of the test',
  happened: 'What happened',
  whose: 'Whose job',
  todo: 'What to do',
  about: 'About',
  copyRequest: 'Copy the request for them',
  requestTitle: 'The request',
  changeValues: 'Change the values',
  testAgain: 'Test again',
  start: 'Start the test',
  cancel: 'Cancel the test',
  notTriedGroup: 'Not tried, because the test stopped before',
  notTried: 'Not tried',
  progress: '{{step}}: {{status}}',
  code: 'Code',
  said: {
    values_one: 'One value, well formed',
    values_other: '{{count}} values, all well formed',
    wellFormed: 'All there and well formed',
    addresses_one: 'One address, https',
    addresses_other: '{{count}} addresses, all https',
    names: '{{count}} names found',
    connected: '{{count}} servers reached',
    via: '{{what}}, through {{via}}',
    secureUntil: 'Certificate good until {{date}}',
    secureUntilAll: 'Certificates good until {{date}}',
    clock: 'Less than a minute apart',
    signedIn: 'Signed in; a token was received',
    answered: 'The service answered as it should',
    notProved: 'Not proved yet',
  },
  browser: {
    title: 'Sign in, in your browser',
    text: 'Your browser was asked to open the sign-in page of the ministry. Sign in there and allow the access; then come back here.',
    textPractice:
      'Your browser was asked to open the sign-in page of the practice ministry. Press Allow there; then come back here.',
    nothing: 'If nothing opened, copy this address into your browser:',
    address: 'the address',
    left: 'Waiting for {{seconds}} more seconds',
    leftLong: 'Waiting for the browser, {{minutes}} min {{seconds}} s left',
  },
  probe: {
    title: 'Go one step further?',
    lead: 'Two more questions can be put to the ministry. Each is sent once, only if you ask for it. Neither proves the connection.',
    authorize: 'Ask whether the sign-in page opens',
    authorizeText:
      'Sends the Client ID, the Redirect URL and the scopes to the authentication URL. No secret. An answer means “not refused”, not “right”.',
    authorizeGo: 'Send this question',
    token: 'Ask whether ID and secret are accepted',
    tokenText:
      'Sends the Client ID and the Client Secret, with a code that is not real, to the token URL. “Only the code was refused” means that the two were probably accepted. The ministry may note the attempt.',
    tokenGo: 'Send the secret once',
  },
  serverNote:
    'This test ran from this computer. The SMS server makes the real calls, and may stand behind another firewall.',
};
