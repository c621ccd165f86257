/** Why a saved secret cannot be opened, and what to do. */
const trouble = {
  title: '{{what}}: saved, but it cannot be opened right now',
  replace: 'Replace the {{what}}',
  'keyring-unavailable': {
    happened: 'The keyring that holds its key cannot be reached right now. What was saved is untouched.',
    todo: 'It opens by itself as soon as the keyring does.',
  },
  'backend-changed': {
    happened:
      'It was saved with {{wroteBy}}. Today this computer offers {{now}}, which has another key. What was saved is untouched.',
    noneNow:
      'It was saved with {{wroteBy}}. Today this program was started where there is no keyring ({{now}}), and so no key. What was saved is untouched.',
    todo: 'Sign in to a desktop that uses {{wroteBy}}, and it opens again. If there is none any more, enter it again.',
  },
  damaged: {
    happened:
      'What lies in the file is not what was written: it was damaged on the disk. Nothing was erased.',
    todo: 'Restore the file from a backup, or enter the secret again.',
  },
  'not-decryptable': {
    happened:
      'The keyring is open but does not have its key. It was saved by another user, on another computer, or with an earlier keyring. Nothing was erased.',
    todo: 'Sign in as the user who saved it, or enter it again.',
  },
  misplaced: {
    happened:
      'It belongs to another connection: the file was changed by another program. It is not used here. Nothing was erased.',
    todo: 'Restore the file from a backup, or enter the secret again.',
  },
};

const reminder = {
  fold: 'Reminders',
  every: 'Remind me to replace the secret',
  period: { none: 'Never', '6': 'After 6 months', '12': 'After 1 year', '24': 'After 2 years' },
  ends: 'Secret expires on',
  endsHelp: 'On some servers, secrets expire after a year. You are reminded 30 days before.',
  todo: {
    'key-ends': 'Have a new one made, and replace it here before that day.',
    'key-ended': 'Have a new one made, and replace it here. Then change the date under “Reminders”.',
    'certificate-ends':
      'Ask whoever runs the server to renew it. Your credentials have nothing to do with it.',
    'certificate-ended': 'Test the connection: if it was renewed since, this line goes away.',
    'secret-old': 'It is older than you wanted. Have a new one made, and replace it here.',
  },
};

const history = {
  title: 'Secret history',
  lead: 'Kept on this computer only. It never holds the secrets themselves.',
  which: 'Show',
  one: 'This connection',
  all: 'All connections',
  none: 'Nothing so far.',
  more: 'These are the newest {{shown}} of {{total}}; the saved file has them all.',
  unwritten_one: 'One line is not on the disk yet',
  unwritten_other: '{{count}} lines are not on the disk yet',
  unwrittenText: 'The disk may be full or the folder read-only. They are written with the next one.',
  export: 'Save as a table (CSV)',
  savedTo: 'Saved to {{file}}',
  link: 'Secret history',
};

const guard = {
  title: 'While a secret is shown',
  on: 'This program asks the system to keep the window out of screenshots and shared screens.',
  off: 'This window can be seen in screenshots and on shared screens.',
  assisted: 'An assistive tool is at work; so that it can see, the window is not kept out meanwhile.',
  turnOff: 'Let it be seen',
  turnOn: 'Keep it out',
  unsupported: 'This operating system offers no way to keep a window out of screenshots and shared screens.',
};

export const secrets = { trouble, reminder, history, guard };
