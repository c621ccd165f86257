import type { LeftOutReason, MovingReason } from '@contract/moving';

/** A refused file in words: what is the matter with it, and what to do. A type alias, since i18next sees no keys in interfaces. */
type ProblemWords = { readonly title: string; readonly todo: string };

const unchanged = 'Nothing was changed here.';

const problem: Record<MovingReason, ProblemWords> = {
  'not-readable': {
    title: 'This file could not be read',
    todo: `It may be on a drive that is gone, or not yours to read. ${unchanged}`,
  },
  'too-large': {
    title: 'This file is too large',
    todo: `A database may have up to 32 MB, a settings file up to 8 MB. ${unchanged}`,
  },
  'not-ours': {
    title: 'This is neither a KeePass database nor a settings file',
    todo: `Choose the .kdbx or .json file that was exported. ${unchanged}`,
  },
  'not-utf8': {
    title: 'This file is not UTF-8 text',
    todo: `Keep this file. In the program that wrote it, save a copy as UTF-8 (in Notepad: Save as, Encoding: UTF-8), then choose the copy. ${unchanged}`,
  },
  'not-json': {
    title: 'This file is not whole',
    todo: `It begins like a settings file, but is not JSON to its end. Have it sent again. ${unchanged}`,
  },
  'not-an-object': {
    title: 'There is something else where a connection should be',
    todo: `Have the file exported again. ${unchanged}`,
  },
  'missing-key': {
    title: 'Something is missing in this file',
    todo: `Add it, or have the file exported again. ${unchanged}`,
  },
  'unknown-key': {
    title: 'There is something in this file that this version does not know',
    todo: `Install a newer version of this program, or remove it from a copy of the file and choose the copy. ${unchanged}`,
  },
  'duplicate-key': {
    title: 'Something is in this file twice',
    todo: `Nobody can say which of the two is meant. Ask whoever made the file, or remove one from a copy of it and choose the copy. ${unchanged}`,
  },
  'wrong-type': {
    title: 'A value in this file is too long, or of another kind',
    todo: `Correct it, or have the file exported again. ${unchanged}`,
  },
  'unknown-system': {
    title: 'This file is for a system that this version does not know',
    todo: `Install a newer version of this program. ${unchanged}`,
  },
  'unknown-environment': {
    title: 'This must be “production” or “test”',
    todo: `Correct it in the file, then choose it again. ${unchanged}`,
  },
  'secret-in-values': {
    title: 'There is a secret in this settings file',
    todo: `Anyone who had the file may have read it: have it replaced in the system. To move secrets, export to a KeePass database. ${unchanged}`,
  },
  'newer-version': {
    title: 'This file comes from a newer version of this program',
    todo: `Install that version here, too. ${unchanged}`,
  },
  'nothing-inside': {
    title: 'There are no connections in this file',
    todo: `It opened well, but nothing in it was exported by this program. ${unchanged}`,
  },
  'too-many': {
    title: 'There are more connections in this file than fit here',
    todo: `10,000 is the limit. ${unchanged}`,
  },
  'wrong-password': {
    title: 'This password does not open it',
    todo: `Check capitals and the keyboard’s language, then try again. If you are sure of it, the file may need a key file as well, or be damaged. ${unchanged}`,
  },
  damaged: {
    title: 'This database is damaged',
    todo: `Part of it is missing or was changed on the way. Copy it again, or export it once more. ${unchanged}`,
  },
  unsupported: {
    title: 'This kind of database cannot be read here',
    todo: `Databases in the file formats KDBX 3.1 and KDBX 4 can. Open it in KeePassXC, save a copy of it as KDBX 4 and choose the copy. ${unchanged}`,
  },
  'too-costly': {
    title: 'Opening this database would take too long, or too much memory',
    todo: `Its settings ask for more than 1 GB or a minute. In KeePassXC, save a copy of it, set the copy’s decryption time to one second, and choose that. ${unchanged}`,
  },
};

const leftOut: Record<LeftOutReason, string> = {
  'newer-version': 'comes from a newer version',
  'unknown-system': 'is for a system this version does not know',
  incomplete: 'lacks a name or an environment',
  'too-long': 'is too long',
  reference: 'points to another entry and holds no value itself',
  'not-understood': 'is not known to this version',
  certificates: 'do not come with it; add them again from their file',
};

/** Taking connections to another computer. */
export const moving = {
  back: 'All connections',
  choose: {
    title: 'Export or import connections',
    database: 'Take them along, with their secrets',
    databaseHint:
      'Into a KeePass database, sealed with a password of your own. This program opens it on another computer, and so do KeePass and KeePassXC.',
    databaseAction: 'Export with secrets',
    settings: 'Share the settings only',
    settingsHint: 'Into a plain file without any secret, for a colleague or the command line.',
    settingsAction: 'Export without secrets',
    bring: 'Import connections',
    bringHint: 'From a file that was exported here or edited in KeePassXC. You see first what would change.',
    bringAction: 'Choose a file',
    choosing: 'Waiting for your choice in the other window…',
    none: 'There is no connection here yet that could be exported.',
  },
  export: {
    title: 'What goes into the KeePass database?',
    titleOne: 'Export this connection to a KeePass database',
    settingsTitle: 'What goes into the settings file?',
    settingsTitleOne: 'Export the settings of this connection',
    which: 'Connections',
    all: 'All of them',
    practice_one: 'One practice connection stays here: what it connects to lives in this program.',
    practice_other: '{{count}} practice connections stay here: what they connect to lives in this program.',
    with: 'With {{secrets}}',
    withNone: 'Without a secret',
    without: {
      absent: '{{secret}} is not in it: it has not been entered.',
      unreadable: '{{secret}} is not in it: it cannot be opened here now.',
      'other-address': '{{secret}} is not in it: it was entered for another address.',
    },
    settingsNote:
      'The file is not encrypted: anyone who opens it can read the names, addresses and IDs. Secrets, board numbers, added certificates and results are left out.',
    password: 'Password for the file',
    passwordHelp:
      'Whoever has the file and this password has every secret in it. Without the password nobody can open it. Do not keep it with the file.',
    repeat: 'The same password again',
    differs: 'The two are not the same yet.',
    short: 'At least {{count}} characters.',
    weak: 'This would be guessed too soon to protect a secret. Four words that have nothing to do with each other are strong and easy to type.',
    strength: 'Strength',
    strengths: ['Guessed at once', 'Very weak', 'Weak', 'Strong', 'Very strong'],
    noStrength: 'How strong it is cannot be judged right now.',
    choose: 'Tick at least one connection',
    action_one: 'Export one connection with {{secrets}}',
    action_other: 'Export {{count}} connections with {{secrets}}',
    noSecret: 'no secret',
    secrets_one: 'one secret',
    secrets_other: '{{count}} secrets',
    settingsAction_one: 'Export the settings of one connection',
    settingsAction_other: 'Export the settings of {{count}} connections',
    busy: 'Sealing the file, then opening it to make sure…',
    alreadyThere: 'There is a file of that name already',
    alreadyThereTodo: 'It was left as it is: this program replaces no file. Export again under another name.',
  },
  exported: {
    title: 'The file is written',
    inDatabase_one: 'One connection with {{secrets}} is in it; it was opened again to make sure.',
    inDatabase_other: '{{count}} connections with {{secrets}} are in it; it was opened again to make sure.',
    inSettings_one: 'The settings of one connection are in it, and no secret.',
    inSettings_other: 'The settings of {{count}} connections are in it, and no secret.',
    where: 'It is here:',
    leftOut: 'These could no longer be read and are not in it:',
    next: 'On the other computer, open this program and choose “Export or import”, then “Choose a file”.',
    after: 'Delete the file once it has been imported, from the USB drive too.',
  },
  password: {
    title: 'What is the password of this file?',
    lead: '“{{file}}” is a KeePass database.',
    label: 'Password',
    action: 'Open',
    busy: 'Opening; this may take a minute at most…',
    other: 'Choose another file',
  },
  refused: { title: '“{{file}}” was not imported', where: 'It is about:' },
  preview: {
    title: 'What do you want to import?',
    counts: '{{fresh}} new, {{changed}} changed, {{same}} the same.',
    nothing: 'Everything in this file is here already, exactly so.',
    lead: 'What you tick is imported. What is already here is replaced only if you tick it.',
    fresh: 'New here',
    changed: 'Here already, and different',
    same: 'The same here',
    others_one: 'One other entry of the database was not looked at.',
    others_other: '{{count}} other entries of the database were not looked at.',
    nameHere: 'Called “{{name}}” here until now',
    valueOf: '{{label}}: {{value}}',
    value: '{{label}}: “{{before}}” becomes “{{after}}”',
    valueNew: '{{label}}: “{{after}}” is added',
    valueGone: '{{label}}: “{{before}}” is removed',
    secret: {
      new: '{{label}}: comes with it',
      same: '{{label}}: the same',
      differs: '{{label}}: different from the one here, and replaces it',
      'kept-unreadable': '{{label}}: replaces one that cannot be opened here',
      'not-in-file': '{{label}}: not in the file; the one here stays',
    },
    askedAgain:
      '{{label}}: not in the file. The one here belongs to the old address, and has to be entered again.',
    members: {
      name: 'Another name',
      environment: 'Another environment',
      boardNumber: 'Another board number',
      alternative: 'Another way to sign in',
      reminders: 'Other reminders',
      unknown: 'Also different: another setting',
    },
    certificates: 'added certificates',
    leftOut: 'Left out',
    leftOutEntry: '“{{title}}” {{reason}}.',
    leftOutField: '“{{title}}”: {{field}} {{reason}}.',
    action_one: 'Import one connection',
    action_other: 'Import {{count}} connections',
    tick: 'Tick what to import',
    takeBackLater: 'You can undo the import until you leave the page after it.',
    busy: 'Importing…',
    stale: 'Something here has changed meanwhile',
    staleTodo: 'Nothing was imported. Choose the file again to compare once more.',
  },
  imported: {
    title: 'Import finished',
    counts: '{{added}} new, {{changed}} replaced, with {{secrets}}.',
    session:
      'The secrets are kept until you close this program: this computer’s encrypted storage is not ready. You will be asked for them again.',
    next: 'Nothing is proved on this computer yet. On the list, “Test all” tests them in one go; where something stands in the way, the test says what.',
    noTakeBack: 'The import cannot be undone by a click, because a secret is kept for this run only.',
    takeBack: 'Undo the import',
    takenBack: 'Import undone: everything is as it was before.',
    takenBackRest: 'Import undone, except for what was changed meanwhile.',
    notTakenBack: 'Not undone: something was changed since. Open the connections to change or delete them.',
    notUndone: 'The import was not completed and is not undone',
    notUndoneWhy:
      'What was saved could not be checked after saving, and what was there before could not be put back.',
    notUndoneNow: 'This is in your list now:',
    notUndoneTodo:
      'The disk may be full or failing. Free up space on the disk, then press “Undo the import” before you leave this page.',
    notUndoneTrust: 'Do not rely on these connections: their secrets may not open.',
    stillNotUndone: 'Still not undone. Free up space on the disk, then press the button again.',
    list: 'Show the connections',
  },
  problem,
  leftOut,
};
