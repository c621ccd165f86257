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
  connect: 'Connecting to the servers, at most 10 s',
  'secure-connection': 'Checking certificates, at most 10 s',
  reach: 'Checking that it is the right service, at most 10 s',
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
  reach: 'Cannot be checked before sign-in',
  clock: 'No time to compare with',
  'sign-in': 'Not needed here',
  permission: 'Not called: this API is not public',
  data: 'Not called: this API is not public',
};

/** A check as it runs, and what it found; the report that is kept of it has its words in `reports`. */
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
    signInProved: 'The sign-in is proved',
    signInRemark: 'The sign-in is proved, with a remark',
    notProved: 'In order so far, not proved yet',
    probablyAccepted: 'The Client ID and secret were probably accepted',
    notRefused: 'The ministry did not refuse your request',
    remarkUnproved: 'Not proved yet: one thing to look at',
    cancelled: 'You stopped the test',
    slept: 'The test was stopped because the computer went to sleep',
    refused: 'The test did not start',
    stopped_one: 'One thing stands in the way',
    stopped_other: '{{count}} things stand in the way',
  },
  lead: {
    idle: 'Ten steps, from your values to the answer of the service. Nothing has been sent yet.',
    running: 'It takes at most one minute, and you can cancel it at any time.',
    runningBrowser: 'The sign-in waits for you in the browser. You can cancel it at any time.',
    proved:
      'The sign-in ran from beginning to end. Your secret was sent once, only to the address you entered.',
    provedSigned:
      'The sign-in ran from beginning to end. Every request was signed; the secret itself was not sent.',
    provedBearer: 'The token was accepted. It went with each request, only to the address you entered.',
    apiNotCalled: 'The API was not called, because nothing public is known of a harmless request to it.',
    probed: 'Not proved yet: only the SMS can complete the sign-in.',
    secretSent: 'Your secret was sent once, only to the address you entered.',
    secretSigned: 'Requests were signed; the secret itself was not sent.',
    secretBearer: 'Your token was sent, only to the address you entered.',
    secretNotSent: 'Your secret was not sent.',
    cancelled: 'What had been found until then is shown below.',
  },
  notSaved:
    'This result could not be saved, as the disk may be full or the folder read-only, and may be gone once you leave this page.',
  stages: 'Steps of the test',
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
    wellFormed: 'All there and well formed',
    addresses_one: 'One address, https',
    addresses_other: '{{count}} addresses, all https',
    names: '{{count}} names found',
    connected: '{{count}} servers reached',
    via: '{{what}}, through {{via}}',
    secureUntil: 'Certificate valid until {{date}}',
    secureUntilAll: 'Certificates valid until {{date}}',
    clock: 'Less than a minute apart',
    signedIn: 'Signed in; a token was received',
    mayRead: '{{count}} of {{all}} may be read',
    signedInPlain: 'Signed in',
    answered: 'The service answered as it should',
    notProved: 'Not proved yet',
  },
  browser: {
    title: 'Finish signing in in your browser',
    text: 'The sign-in page of the ministry opens in your browser. Sign in there and allow the access; then come back here.',
    textPractice:
      'The sign-in page of the practice ministry opens in your browser. For the browser it has a second address, on this computer too. Press Allow there; then come back here.',
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
      'Sends the Client ID and the Client Secret, with a code that is not real, to the token URL. “Only the code was refused” means that the two were probably accepted. The ministry may record the attempt.',
    tokenGo: 'Send the secret once',
  },
  permissions: {
    title: 'What this connection may read',
    endpoint: 'Endpoint',
    permission: 'Permission',
    result: 'Result',
    passed: 'May be read',
    warning: 'May be read',
    failed: 'Not read',
    refused: 'Refused',
    'not-tried': 'Not tried yet',
    running: 'Under way',
    skipped: 'Not needed here',
    notTested: 'Not tested, because these hold personal data. Compare these boxes by eye:',
    notTestedPlain: 'Not tested, because these hold personal data:',
  },
  limitsTitle: 'What this test does not prove',
  otherWay: {
    title: 'Another way to ask',
    used: 'This result came from another way to ask: “{{action}}”',
    usedText:
      'It was asked once, because you chose it; the next test asks the usual way again. Where there is a value for it, change that under “Enter” and test once more. Otherwise this way can be kept for this connection.',
    keep: 'Keep asking this way',
    kept: 'This connection is asked another way: “{{action}}”',
    keptText:
      'You kept it. Every test of this connection asks this way, without a window too, and never the usual way beside it.',
    letGo: 'Test the usual way again',
  },
  serverNote:
    'This test ran from this computer. The SMS server makes the real calls, and may be behind another firewall.',
};
