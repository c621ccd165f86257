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
    todo: 'Sign in to a desktop that uses {{wroteBy}}, and it opens again. If there is none any more, enter it anew.',
  },
  damaged: {
    happened:
      'What lies in the file is not what was written: it was damaged on the disk. Nothing was erased.',
    todo: 'Restore the file from a backup, or enter the secret anew.',
  },
  'not-decryptable': {
    happened:
      'The keyring is open but does not have its key. It was saved by another user, on another computer, or with an earlier keyring. Nothing was erased.',
    todo: 'Sign in as the user who saved it, or enter it anew.',
  },
  misplaced: {
    happened:
      'It belongs to another connection: the file was changed by another program. It is not used here. Nothing was erased.',
    todo: 'Restore the file from a backup, or enter the secret anew.',
  },
};

export const secrets = { trouble };
