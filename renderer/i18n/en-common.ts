import type { FailureCode } from '@contract/channels';
import type { Environment, WizardStep } from '@contract/connection';
import type { ProtectionReason } from '@contract/keyring';
import type { NoteCode } from '@systems/notes';
import { fatal } from './en-fatal';

/** A refused call in words: the situation, and what to do. A type alias, since i18next sees no keys in interfaces. */
type FailureWords = { readonly title: string; readonly todo: string };

const failure: Record<FailureCode, FailureWords> = {
  'bad-request': {
    title: 'This was not accepted',
    todo: 'Check what is in the fields, then try again.',
  },
  'refused-sender': {
    title: 'This window is not allowed to do that',
    todo: 'Close the app and open it again.',
  },
  'not-found': {
    title: 'This connection is no longer there',
    todo: 'Go back to the list. It may have been deleted.',
  },
  'not-saved': {
    title: 'Your change is not saved yet',
    todo: 'The disk may be full or the folder read-only. What was saved before is untouched. Make room, then save again.',
  },
  'too-many-connections': {
    title: 'There is no room for another connection',
    todo: 'Delete one that is no longer needed, then try again.',
  },
  'secret-absent': {
    title: 'No secret is kept here yet',
    todo: 'Enter it once more at the step “Enter”.',
  },
  'secret-unreadable': {
    title: 'The secret cannot be opened here',
    todo: 'It is still there; nothing was erased. It opens only on the computer and for the user who saved it. Sign in as that user, or enter the secret again.',
  },
  'secret-other-address': {
    title: 'The secret was saved for another address',
    todo: 'It is not sent anywhere else. If the new address is right, enter the secret again.',
  },
  'keyring-locked': {
    title: 'The keyring is locked',
    todo: 'Unlock it with its password, then try again.',
  },
  busy: {
    title: 'Something else is still under way',
    todo: 'Wait until it has ended, or cancel it first.',
  },
  'not-opened': {
    title: 'No program opened',
    todo: 'This computer has no program set for it. Copy the text instead.',
  },
  'practice-unavailable': {
    title: 'The practice server did not start',
    todo: 'Close the app and open it again. Your real connections are not touched.',
  },
  'port-unavailable': {
    title: 'No free port was found for the sign-in',
    todo: 'Another program may hold them all. Close other programs, then try again.',
  },
  'not-now': {
    title: 'This can no longer be done at this point',
    todo: 'Something changed meanwhile. Open the connection again; nothing is lost.',
  },
  unexpected: {
    title: 'That did not work as it should',
    todo: 'Nothing you typed is lost. Try again; if it happens again, close the app and open it once more.',
  },
};

const note: Record<NoteCode, string> = {
  required: 'This value is needed.',
  'too-long': 'This is far longer than such a value should be. Check that nothing else was pasted with it.',
  'not-an-address': 'This is not a whole web address yet. One begins with https:// and has a name after it.',
  'insecure-address':
    'This address begins with http://, where a secret would travel unprotected. It must begin with https://.',
  'address-has-sign-in':
    'There is a user name or password inside this address, before the @. It does not belong there.',
  'address-has-fragment':
    'The part of the address after # never reaches a server. It was probably copied by accident.',
  'outer-blanks': 'There are spaces before or after the value.',
  'inner-blanks': 'There are spaces inside the value.',
  'line-breaks': 'There is a line break in what you pasted.',
  'invisible-characters': 'There are characters in it that cannot be seen.',
  'smart-quotes': 'There are typographic quotation marks in it, as e-mail programs make them.',
  'pasted-label': 'The label was pasted along with the value.',
  'scopes-separators': 'Scopes are written one after the other, with one space between them.',
  'looks-like-an-address': 'This looks like a web address rather than this value.',
  'looks-like-the-secret':
    'This looks like the Client Secret. Here it would be kept as plain text: move it to its own field.',
  'addresses-swapped': 'This address looks as if it belongs to “{{other}}”. The two may be swapped.',
  'same-address-twice': 'This is the same address as in “{{other}}”.',
  'different-client-id':
    'Your connection “{{other}}” has another Client ID. A board gets one for all its instances.',
  'same-api-in-test-and-production':
    'Your connection “{{other}}” has the same API URL. Test and production have different ones.',
  'board-number-form': 'A board’s BSID is usually B and five digits, such as B12345. You can still continue.',
  'address-tidied': 'The address is used in this form.',
  'address-cut':
    'Only the address below is used; “{{other}}” was left out. Check that the server does not need that part.',
  'page-address':
    'This looks like the address of a page or of a single request, not the one that programs use. Documentation often names the right one.',
  'guard-link':
    'This is not the address itself but a link made by {{other}} that leads to it. Mail filters, mail programs and search engines put such links in place of an address. Nothing is sent to the link.',
  'guard-link-closed':
    'This is not the address itself but a link made by {{other}} that leads to it, and the link does not show the address. Ask the sender to write the address as plain text. Or open the link in a browser and copy what the address bar shows first. Nothing is sent to the link.',
  'address-within':
    'There is another address inside this one, and only the beginning of this value would be used. Choose which of the two is the right one.',
  'address-inside': 'There is another address inside this one. If you want the inner one, use it.',
  'unusual-form': 'Such a value usually looks different. If it is what you were sent, you can continue.',
  'not-a-choice': 'This is none of the choices there are for this value.',
};

const environment: Record<Environment, string> = { production: 'Production', test: 'Test' };

/** Why secrets are not kept, and the one thing to do about it. Said before anything is typed. */
const unprotected: Record<Exclude<ProtectionReason, 'ready'>, FailureWords> = {
  locked: {
    title: 'The keyring is locked',
    todo: 'Unlock it and secrets are kept, encrypted. As it is, they stay in memory until you close this program.',
  },
  'not-created': {
    title: 'This user has no keyring yet',
    todo: 'Create one and secrets are kept, encrypted. As it is, they stay in memory until you close this program.',
  },
  'needs-permission': {
    title: 'KDE Wallet wants to ask you first',
    todo: 'Press “Ask KDE Wallet”, and choose “Allow Always” in its window. Secrets are then kept, encrypted. As it is, they stay in memory until you close this program.',
  },
  'access-denied': {
    title: 'KDE Wallet did not let this program in',
    todo: 'It asked, and the answer was “Deny”. Ask again and choose “Allow Always”, and secrets are kept, encrypted. As it is, they stay in memory until you close this program.',
  },
  'access-blocked': {
    title: 'KDE Wallet always refuses this program',
    todo: 'Someone chose “Deny Forever” when it asked. To undo that, open System Settings > KDE Wallet > Access Control and remove “School API Setup Wizard” from the list. Until then, secrets stay in memory until you close this program.',
  },
  'switched-off': {
    title: 'KDE Wallet is switched off',
    todo: 'Secrets stay in memory until you close this program, and are asked for again next time. To keep them, open System Settings > KDE Wallet and check “Enable the KDE wallet subsystem”. This program then goes on by itself.',
  },
  'no-wallet': {
    title: 'KDE Wallet is not running in this session',
    todo: 'Secrets stay in memory until you close this program, and are asked for again next time. To keep them, sign out, then sign in to KDE Plasma again. If that does not help, ask whoever manages this computer to install KDE Wallet (KWallet).',
  },
  'not-shared': {
    title: 'KDE Wallet has no wallet that this program can use',
    todo: 'Secrets stay in memory until you close this program, and are asked for again next time. To keep them, sign out of this computer, then sign in again. If you have no wallet yet, create one in KDE Wallet Manager first.',
  },
  'no-keyring': {
    title: 'This computer has no keyring',
    todo: 'Secrets stay in memory until you close this program, and are asked for again next time. To keep them, install a keyring such as GNOME Keyring and sign in again.',
  },
  'no-session-bus': {
    title: 'The keyring cannot be reached from here',
    todo: 'Secrets stay in memory until you close this program, and are asked for again next time. To keep them, start the app from your desktop session.',
  },
  'not-answering': {
    title: 'The keyring does not answer',
    todo: 'Secrets stay in memory until you close this program, and are asked for again next time. To keep them, sign out of this computer and in again.',
  },
  'public-key': {
    title: 'This computer would store secrets under a key everybody knows',
    todo: 'So nothing is written: secrets stay in memory until you close this program, and are asked for again next time. To keep them, install a keyring such as GNOME Keyring and sign in again.',
  },
  'self-test-failed': {
    title: 'The keyring did not give back what it was given',
    todo: 'A trial value did not come back whole, so nothing real is stored: secrets stay in memory until you close this program. Sign out of this computer and in again.',
  },
};

/** The wizard's steps; the list of connections says where a setup was left. */
const step: Record<WizardStep, string> = {
  choose: 'Choose',
  register: 'Register',
  enter: 'Enter',
  test: 'Test',
  finish: 'Finish',
};

/** What every screen shares: actions, fields, notes, the keyring, refusals. */
export const common = {
  step,
  /** Stands for `step.register` where nothing is registered: the values are found in the system. */
  stepFind: 'Find',
  appName: 'School API Setup Wizard',
  language: 'Language',
  practiceBanner: 'Practice: nothing here leaves this computer',
  environment,
  environmentLong: { production: 'Production instance', test: 'Test instance' },
  status: {
    passed: 'Passed',
    warning: 'Note',
    failed: 'Stopped',
    skipped: 'Not needed here',
    'not-tried': 'Not tried yet',
    running: 'Under way',
  },
  failure,
  note,
  unprotected,
  kept: {
    gnome: 'Secrets are encrypted; the key is in this computer’s keyring (GNOME).',
    kde: 'Secrets are encrypted; the key is in this computer’s keyring (KDE Wallet).',
    mac: 'Secrets are encrypted; the key is in the macOS keychain.',
    windows: 'Secrets are encrypted; Windows keeps the key for your user (DPAPI).',
    other: 'Secrets are encrypted; the key is in this computer’s keyring.',
    session: 'Secrets stay in memory until you close this program. No secret is written to disk.',
    unknown: 'Looking for this computer’s keyring…',
  },
  /** Beside the file that holds a secret: where the key is that opens it. */
  keyKept: {
    gnome: 'The key that opens it is kept by this computer’s keyring (GNOME).',
    kde: 'The key that opens it is kept by this computer’s keyring (KDE Wallet).',
    mac: 'The key that opens it is kept by the macOS keychain.',
    windows: 'The key that opens it is kept by Windows for your user (DPAPI).',
    other: 'The key that opens it is kept by this computer’s keyring.',
  },
  action: {
    back: 'Back',
    goOn: 'Continue',
    cancel: 'Cancel',
    copy: 'Copy',
    copyNamed: 'Copy {{what}}',
    copiedNamed: '{{what}} copied',
    copiedSecret: '{{what}} copied. The clipboard is cleared in {{seconds}} s.',
    remove: 'Remove',
    putRight: 'Correct it',
    take: 'Use this',
    takeAddress: 'Use this address',
    keep: 'Keep as it is',
    show: 'Show {{what}}',
    hide: 'Hide {{what}}',
    replace: 'Replace',
    saveAgain: 'Save again',
    unlock: 'Unlock the keyring',
    createKeyring: 'Create the keyring',
    askWallet: 'Ask KDE Wallet',
    askWalletAgain: 'Ask again',
    unlocking: 'Waiting for the system’s own prompt…',
    later: 'Save and finish later',
    details: 'Details',
    hideDetails: 'Hide details',
  },
  field: {
    optional: 'optional',
    example: 'For example',
    whereIsThis: 'Where is this?',
    hiddenIn: 'Hidden again in {{seconds}} s',
    shownNow: '{{what}} is shown and hides itself in {{seconds}} seconds',
    hiddenNow: '{{what}} is hidden',
    wouldBe: 'Without it:',
    wouldBeNormal: 'It would become:',
    addressBehind: 'The address behind the link:',
    addressInner: 'The address inside:',
    addressOuter: 'The address around it:',
    willBeUsed: 'Will be used:',
    leftOut: 'Left out:',
    offered: 'Offered:',
    secretSaved: 'Saved, encrypted',
    secretSession: 'In memory until you close this program',
    secretUnreadable: 'Saved, but cannot be opened here',
    secretOther: 'Saved for another address: enter it again',
  },
  day: {
    form: 'YYYY-MM-DD',
    unclear: 'Write it as year, month, day, for example 2026-01-15.',
    later: 'This date is in the future.',
  },
  fatal,
};
