import type { ReplyCase } from './reply-case';

/* Text after a value that is clearly not part of it, and values without a separator before them. */

const NB = '\u00a0';
const id = 'maple-4821';
const secret = 'kP7vW2xQ9mZ4tB8r';
const both = { clientId: id, clientSecret: secret };

const noted = (note: string, label = 'Client Secret: '): ReplyCase => ({
  name: `a secret and its note: “${note}”`,
  system: 'powerschool',
  text: `${label}${secret}${note}`,
  found: { clientSecret: secret },
});
const doubtful = (rest: string): ReplyCase => ({
  name: `a secret and who knows what: “${rest}”`,
  system: 'powerschool',
  text: `Client Secret: ${secret}${rest}`,
  asked: { clientSecret: [secret, `${secret}${rest}`] },
});

export const notes: readonly ReplyCase[] = [
  ...[
    ', valid until January 5, 2027',
    ' (expires 2027-01-05)',
    ' [expires 2027-01-05]',
    '; expires 5 January 2027',
    ' – exp. 2027',
    ' — expires on 05/01/2027',
    ' (valid through June 30, 2027)',
    ' (valid for 12 months)',
    ', expires in 90 days',
    ' (never expires)',
    ' (does not expire)',
    ', created 2026-01-05',
    ' (issued on Jan. 5, 2026)',
    ', 2027-01-05',
    ' (5 January 2027)',
    ' - valid from 2026-01-05 to 2027-01-05',
    ' valid until 2027-01-05',
    ' (expires 2027-01-05 23:59 UTC)',
    '(expires 2027-01-05)',
    ' (do not share)',
    ', please do not share it',
    ' – keep it safe',
    ' (case-sensitive)',
    ' (case sensitive, expires 2027-01-05)',
    ' (confidential)',
    ' (shown only once)',
    ', please treat it as a password',
    ' # rotate in June 2027',
    ' (temporary)',
    ' -- expires 05-Jan-2027',
    ' (exp 01/2027)',
    ' (16 characters)',
    ' <-- do not share!',
    ' ***CONFIDENTIAL***',
    ' *expires Jan 5th, 2027*',
    ' / expires 2027-01-05',
    ' | valid until 2027-01-05',
    ' Expires 2027-01-05',
    '\texpires 2027-01-05',
    '. Please keep it safe.',
    '. It expires on January 5, 2027.',
  ].map((note) => noted(note)),
  ...[
    ', valable jusqu’au 5 janvier 2027',
    ', valable jusqu’en janvier 2027',
    ' (expire le 5 janvier 2027)',
    ' – échéance le 2027-01-05',
    '; valide jusqu’au 1er juillet 2027',
    ' (valable 12 mois)',
    ' (n’expire jamais)',
    ', créé le 2026-01-05',
    ' (ne pas partager)',
    ', à ne pas diffuser',
    ' (sensible à la casse)',
    ' – respectez les majuscules',
    ' (confidentiel)',
    ' (affiché une seule fois)',
    '. À conserver en lieu sûr.',
  ].map((note) => noted(note, `Secret client${NB}: `)),
  ...[
    ', Tenant: maple',
    ', x9',
    ' (for the roster)',
    ' (expires a7Kq9ZpL)',
    ' - old one was a7Kq9ZpL',
    ' # the plugin’s',
    ', 2027',
    ', expires: 2027',
  ].map(doubtful),
  {
    name: 'an identifier and its note',
    system: 'powerschool',
    text: `Client ID: ${id} (valid until 2027-01-05)`,
    found: { clientId: id },
  },
  {
    name: 'a secret and its note in a cell',
    system: 'powerschool',
    text: `| Setting | Value |\n|---|---|\n| Client ID | ${id} |\n| Client Secret | ${secret} (expires 2027-01-05) |`,
    found: both,
  },
  {
    name: 'a secret and its note below the label',
    system: 'powerschool',
    text: `Client ID:\n${id}\n\nClient Secret:\n${secret} (expires 2027-01-05)\n`,
    found: both,
  },
  // --- full stops
  {
    name: 'a secret at the end of a sentence',
    system: 'powerschool',
    text: `Your Client ID is ${id} and your Client Secret is ${secret}.`,
    found: both,
  },
  {
    name: 'a secret in the middle of two sentences',
    system: 'powerschool',
    text: `Your client secret is ${secret}. Please keep it safe.`,
    found: { clientSecret: secret },
  },
  {
    name: 'un secret à la fin d’une phrase',
    system: 'powerschool',
    text: `Votre secret client est ${secret}.`,
    found: { clientSecret: secret },
  },
  {
    name: 'a secret alone on its line, with a full stop',
    system: 'powerschool',
    text: `Client Secret: ${secret}.`,
    asked: { clientSecret: [secret, `${secret}.`] },
  },
  // --- no separator, or the label after the value
  {
    name: 'labels and values with nothing between',
    system: 'powerschool',
    text: `client id ${id}\nclient secret ${secret}`,
    found: both,
  },
  {
    name: 'étiquettes et valeurs sans rien entre elles',
    system: 'powerschool',
    text: `identifiant client ${id}\nsecret client ${secret}`,
    found: both,
  },
  {
    name: 'values with their labels in brackets behind',
    system: 'powerschool',
    text: `${id} (Client ID)\n${secret} (Client Secret)`,
    found: both,
  },
  {
    name: 'labels and values in the middle of a sentence',
    system: 'powerschool',
    text: `Use client ID ${id} and client secret ${secret} to sign in.`,
    asked: { clientId: [id], clientSecret: [secret] },
  },
  {
    name: 'a value before a sentence that names it',
    system: 'powerschool',
    text: `${id} – Client ID\n${secret} is your client secret.`,
    asked: { clientId: [id], clientSecret: [secret] },
  },
  {
    name: 'only a note behind the label',
    system: 'powerschool',
    text: 'Client Secret: expires 2027-01-05',
  },
  {
    name: 'words behind a label with nothing between',
    system: 'powerschool',
    text: `Client Secret rotation\nClient ID 2\nClient ID and Client Secret required\nClient secret 2027-01-05\nclient secret follows`,
  },
  // --- names of products, which nobody can list
  ...['Skyward', 'Alma', 'Edupoint', 'Maple', 'Infinite Campus'].map(
    (product): ReplyCase => ({
      name: `the key and the secret of ${product}`,
      system: 'powerschool',
      text: `${product} Key: maple-4821\n${product} Secret: kP7vW2xQ9mZ4tB8r`,
      found: { clientId: 'maple-4821', clientSecret: 'kP7vW2xQ9mZ4tB8r' },
    }),
  ),
  {
    name: 'settings of a product',
    system: 'powerschool',
    text: 'ALMA_KEY=maple-4821\nALMA_SECRET=kP7vW2xQ9mZ4tB8r',
    found: { clientId: 'maple-4821', clientSecret: 'kP7vW2xQ9mZ4tB8r' },
  },
  {
    name: 'only the key of a product',
    system: 'powerschool',
    text: 'Maple Key: maple-4821',
    asked: { clientId: ['maple-4821'] },
  },
  {
    name: 'a name beside what is labelled surely',
    system: 'powerschool',
    text: 'Maple ID: 77-88\nClient ID: maple-4821',
    found: { clientId: 'maple-4821' },
  },
  ...[
    'Ticket ID',
    'Meeting ID',
    'Order Key',
    'Order key',
    'SSH Key',
    'Your Ticket ID',
    'Numéro de billet',
  ].map(
    (label): ReplyCase => ({
      name: `no label of a product: ${label}`,
      system: 'powerschool',
      text: `${label}: 4821-77`,
    }),
  ),
];
