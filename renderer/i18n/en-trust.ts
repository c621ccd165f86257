import { certificateFileEn } from '@contract/certificate-file.en';
import type { CertificateVerdict } from '@contract/extra-trust';

/** Why a certificate is not kept, and what would help. */
const verdict: Record<Exclude<CertificateVerdict, 'good'>, string> = {
  'server-certificate':
    'This is the certificate of one server. What is needed is the one of “{{issuer}}”, which issued it: ask for that.',
  'own-certificate':
    'This certificate is self-signed, so nobody vouches for it. Ask whoever runs the server for a certificate from an authority.',
  expired: 'It expired on {{to}}. Ask for the one that took its place.',
  'not-yet-valid':
    'It is not valid before {{from}}. Is this computer’s date right? Otherwise ask for the one in use today.',
  weak: 'Its key or its signature is too weak to be trusted today. Ask for a newer one.',
  'issuer-missing':
    'It was issued by “{{issuer}}”, which this computer does not trust either. Choose a file that holds the certificate of “{{issuer}}” as well.',
  'already-trusted': 'This computer trusts it already; adding it would change nothing.',
};

/** What a person adds to what this computer trusts. */
export const trust = {
  title: 'Certificates and proxy',
  lead: 'This connection trusts what this computer trusts, and the certificates you add here: for its own hosts, and nowhere else.',
  add: 'Add a certificate…',
  added: 'The certificate was added.',
  remove: 'Remove',
  removeNamed: 'Remove {{subject}}',
  removed: '{{subject}} was removed.',
  goodFor: 'Trusted for {{hosts}} only',
  notFor: 'Not used for {{hosts}}: the address was changed since. To trust it there too, add it once more.',
  noHost: 'A certificate can be added once the address is filled in.',
  certificate: {
    issuer: 'Issued by',
    time: 'Valid',
    fromTo: 'from {{from}} to {{to}}',
    fingerprint: 'SHA-256 fingerprint',
  },
  verdict,
  file: certificateFileEn,
  dialog: {
    title_one: 'Trust this certificate for this connection?',
    title_other: 'Trust these {{count}} certificates for this connection?',
    lead: 'It would be trusted for {{hosts}}, by this connection alone. Nothing else on this computer changes.',
    inFile: 'In this file',
    compare:
      'Compare the fingerprint with what your network team or whoever runs the server tells you, by telephone or face to face.',
    consequence:
      'Whoever holds the key of this authority can read what this connection sends to {{hosts}}, the secret included. Add it only if your network team, or whoever runs the server, gave it to you and the fingerprint matches.',
    leftOut: 'Left out',
    no: 'Do not trust it',
    yes: 'Trust for this connection',
    yesAndTest: 'Trust it and test again',
    uselessTitle: 'This file is of no use here',
    another: 'Choose another file',
    close: 'Close',
  },
  proxy: {
    offer: 'If you were given a user name and a password for this proxy, this program can sign in to it.',
    ask: 'Sign in to the proxy…',
    askAgain: 'Enter the sign-in again…',
    title: 'Sign in to the proxy',
    lead: 'Enter the user name and password for {{proxy}} that your network team gave you. They are sent to this proxy and nowhere else, by every connection that goes through it. They are not the values of your connection.',
    user: 'User name',
    password: 'Password of the proxy',
    where: 'To forget them, open the page of any connection.',
    yes: 'Keep and test again',
    no: 'Do not sign in',
    warnTitle: 'This password would be sent unencrypted',
    warn: 'The connection to the proxy {{proxy}} is not encrypted. Anybody on your own network who listens in can read the user name and the password. What goes through the proxy afterwards stays encrypted.',
    warnTodo:
      'If this password also opens anything else, such as your account at work, ask your network team to let the host through without a sign-in instead.',
    goOn: 'Enter them all the same',
    kept: 'The sign-in to the proxy was saved.',
    keptForNow: 'The sign-in to the proxy is kept until the program is closed.',
    listTitle: 'Sign-ins to proxies',
    listLead: 'Kept for this computer, for every connection that goes through them.',
    stateSaved: 'User name and password are saved, encrypted',
    stateSession: 'Kept until the program is closed',
    stateUnreadable: 'Saved, but they cannot be read now; nothing was erased',
    forget: 'Forget',
    forgetNamed: 'Forget the sign-in to {{proxy}}',
    forgotten: 'The sign-in to {{proxy}} was forgotten.',
  },
  offer: {
    title: 'Add a certificate',
    unnamed: 'the issuer',
    'tls-intercepted':
      'Exempting the host is the better way. If your network team cannot, and gives you the certificate of “{{issuer}}” as a file, it can be added to this connection. The filter then reads what is sent, the secret included.',
    'tls-untrusted-root':
      'If “{{issuer}}” belongs to your own board or to whoever runs the server, and they give you its certificate as a file, it can be added to this connection.',
    'tls-incomplete-chain':
      'Until the server sends what is missing, the certificate of “{{issuer}}” can be added to this connection from a file. Other programs will still miss it.',
    'tls-self-signed':
      'A self-signed certificate can be added only when it is marked as an authority’s, and few are. The lasting way is one issued by an authority, such as your board’s own: that authority’s certificate can then be added here.',
  },
};
