import type { ReplyCase } from './reply-case';

/* Where a value ends, what is not a value, and lines broken in transit. */

const NB = '\u00a0';
const id = 'maple-4821';
const secret = 'kP7vW2xQ9mZ4tB8r';
const both = { clientId: id, clientSecret: secret };
const server = 'https://sis.maple.example';
const long = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9eyJzdWIiOiJtYXBsZSIsImlhdCI6MTc2';
const rest = 'NzYwMDAwMH0sflKxwRJSMeKKF2QT4fwpMeJf36POk6yJVadQssw5c';

const nothing = (name: string, text: string): ReplyCase => ({ name, system: 'powerschool', text });

export const doubts: readonly ReplyCase[] = [
  // --- failures found with replies that the parser was not written for
  {
    name: 'a connection string',
    system: 'powerschool',
    text: `Server=${server};ClientId=${id};ClientSecret=${secret}`,
    found: { serverUrl: server, ...both },
  },
  {
    name: 'quoted values behind each other',
    system: 'powerschool',
    text: `Client ID: "${id}", Client Secret: «${secret}»`,
    found: both,
  },
  {
    name: 'lines that were pasted without their ends',
    system: 'powerschool',
    text: `Client ID:${id}Client Secret:${secret}`,
    found: both,
  },
  {
    name: 'a printed object of PowerShell',
    system: 'powerschool',
    text: `@{ClientId=${id}; ClientSecret=${secret}}`,
    found: both,
  },
  {
    name: 'dots between label and value',
    system: 'powerschool',
    text: `Client ID .......... ${id}\nClient Secret ...... ${secret}`,
    found: both,
  },
  {
    name: 'the environment behind a label of its own',
    system: 'powerschool',
    text: `Environment: Test\nClient ID: t-1\n\nEnvironnement : production\nClient ID: p-1`,
    asked: {
      clientId: [
        ['Test', 't-1'],
        ['production', 'p-1'],
      ],
    },
    environment: 'production',
    suggested: { clientId: 'p-1' },
  },
  {
    name: 'schools above their values',
    system: 'powerschool',
    text: `Maple Elementary\nClient ID: m-1\n\nOak Secondary\nClient ID: o-1`,
    asked: {
      clientId: [
        ['Maple Elementary', 'm-1'],
        ['Oak Secondary', 'o-1'],
      ],
    },
  },
  {
    name: 'the environment in the label and before the second value',
    system: 'powerschool',
    text: 'Client ID (test): t-1 / (prod): p-1',
    asked: {
      clientId: [
        ['test', 't-1'],
        ['prod', 'p-1'],
      ],
    },
  },
  {
    name: 'a port for each environment',
    system: 'onsis',
    text: 'API URL / Port: https://api.onsis.example (test: 8443, production: 443)',
    asked: {
      apiUrl: [
        ['test', 'https://api.onsis.example:8443'],
        ['production', 'https://api.onsis.example:443'],
      ],
    },
  },
  {
    name: 'a request of PowerShell',
    system: 'oneroster',
    text: `Invoke-RestMethod -Uri ${server}/oauth/token -Method Post -Body @{ client_id = "${id}"; client_secret = "${secret}" }`,
    found: { tokenUrl: `${server}/oauth/token`, ...both },
  },
  {
    name: 'an address with the secret in it',
    system: 'oneroster',
    text: `Token URL: ${server}/oauth/token?client_secret=${secret}`,
    found: { tokenUrl: `${server}/oauth/token`, clientSecret: secret },
  },
  {
    name: 'an address that goes on with what looks like a label',
    system: 'oneroster',
    text: `Token URL: ${server}/district/services/rostering/\n    token/endpoint`,
    asked: {
      tokenUrl: [
        `${server}/district/services/rostering/`,
        `${server}/district/services/rostering/token/endpoint`,
      ],
    },
  },
  // --- where a value ends
  {
    name: 'another label behind a comma',
    system: 'powerschool',
    text: `Client Secret: ${secret}, expires: 2027`,
    asked: { clientSecret: [secret, `${secret}, expires: 2027`] },
  },
  {
    name: 'another label behind a semicolon',
    system: 'powerschool',
    text: `Client Secret: ${secret}; Expiry date: 5 January 2027`,
    asked: { clientSecret: [secret, `${secret}; Expiry date: 5 January 2027`] },
  },
  {
    name: 'a remark behind a dash',
    system: 'powerschool',
    text: `Client Secret: ${secret} - valid until January 2027`,
    found: { clientSecret: secret },
  },
  {
    name: 'a remark in brackets',
    system: 'powerschool',
    text: `Client Secret: ${secret} (expires 2027-01-05)`,
    found: { clientSecret: secret },
  },
  {
    name: 'a French remark behind a comma',
    system: 'powerschool',
    text: `Secret client${NB}: ${secret}, valable jusqu’au 5 janvier 2027`,
    found: { clientSecret: secret },
  },
  {
    name: 'a French label behind a dash',
    system: 'powerschool',
    text: `Secret client : ${secret} – Date d’expiration : 2027-01-05`,
    asked: { clientSecret: [secret, `${secret} – Date d’expiration : 2027-01-05`] },
  },
  {
    name: 'an unknown label behind an identifier',
    system: 'powerschool',
    text: `Client ID: ${id}, Tenant: maple`,
    asked: { clientId: [id] },
  },
  {
    name: 'an unknown label behind an address',
    system: 'powerschool',
    text: `Server URL: ${server}, Port open since: 2025`,
    found: { serverUrl: server },
  },
  {
    name: 'a known label without anything between',
    system: 'powerschool',
    text: `Client ID: ${id} Secret: ${secret}`,
    found: both,
  },
  {
    name: 'a label that this system does not have',
    system: 'powerschool',
    text: `Client ID: ${id} Token URL: ${server}/oauth/token Client Secret: ${secret}`,
    found: both,
  },
  {
    name: 'identifier and secret behind one label',
    system: 'powerschool',
    text: `Client ID / Secret: ${id} / ${secret}`,
    found: both,
  },
  {
    name: 'id/secret in lower case',
    system: 'classlink-direct',
    text: `id/secret: ${id} / ${secret}`,
    found: both,
  },
  {
    name: 'clientId:clientSecret',
    system: 'powerschool',
    text: `clientId:clientSecret = ${id}:${secret}`,
    found: both,
  },
  {
    name: 'identifiant et secret derrière une étiquette',
    system: 'powerschool',
    text: `Identifiant/secret${NB}: ${id} / ${secret}`,
    found: both,
  },
  {
    name: 'key and secret in one table row',
    system: 'classlink-direct',
    text: `Key / Secret\t${id} / ${secret}`,
    found: both,
  },
  {
    name: 'a secret behind an identifier and a bar',
    system: 'powerschool',
    text: `Client ID: ${id} | Client Secret: ${secret}`,
    found: both,
  },
  {
    name: 'a quoted secret with a remark',
    system: 'powerschool',
    text: `client_secret: "${secret}", // expires: 2027`,
    found: { clientSecret: secret },
  },
  {
    name: 'a secret with every odd character',
    system: 'powerschool',
    text: 'Client Secret: a:b=c/d+e~f!g@h#i$j%k^l&m*n(o)p',
    found: { clientSecret: 'a:b=c/d+e~f!g@h#i$j%k^l&m*n(o)p' },
  },
  {
    name: 'a secret behind an identifier and a colon',
    system: 'powerschool',
    text: 'Client ID: maple:kP7vW2xQ9mZ4tB8r',
    asked: { clientId: ['maple'] },
  },
  {
    name: 'a password behind an identifier and a comma',
    system: 'powerschool',
    text: `Client ID: ${id}, password: Hunter2!`,
    asked: { clientId: [id] },
  },
  ...[
    'https://sam:Hunter2!@sis.maple.example',
    'https://sis.maple.example/api?access_token=Hunter2!',
    'https://sis.maple.example/api?v=1&api_key=Hunter2!',
    'https://sis.maple.example/api?sig=Hunter2!',
    'https://sis.maple.example/api?password=Hunter2!',
    'sis.maple.example/api?code=Hunter2!',
  ].map((address) => nothing(`a secret in an address: ${address}`, `Server URL: ${address}`)),
  {
    name: 'two long tokens that begin alike',
    system: 'powerschool',
    text: `Client Secret:\n${'aB3'.repeat(200)}x1\n\nClient Secret:\n${'aB3'.repeat(200)}y2`,
    asked: { clientSecret: [`${'aB3'.repeat(200)}x1`, `${'aB3'.repeat(200)}y2`] },
  },
  {
    name: 'two servers without https',
    system: 'powerschool',
    text: 'Server URL: a.maple.example, b.maple.example',
    asked: { serverUrl: ['a.maple.example', 'b.maple.example'] },
  },
  // --- no value at all
  ...[
    'N/A',
    'TBD',
    'tba',
    'null',
    'None',
    'nil',
    'undefined',
    'pending',
    '[redacted]',
    '(hidden)',
    '<client secret>',
    '<your secret here>',
    '****',
    '••••••••',
    'xxxxxxxx',
    'XXXX-XXXX-XXXX',
    'your-client-secret',
    'YOUR_CLIENT_SECRET',
    '{{client_secret}}',
    '$' + '{CLIENT_SECRET}',
    '$CLIENT_SECRET',
    '%CLIENT_SECRET%',
    'changeme',
    'example',
    'insert secret here',
    '...',
    '_____________',
    'see attachment',
    'see attached PDF',
    'sent separately',
    'sent under separate cover',
    'will be given by phone',
    'ask Jane',
    'call 416-555-0142',
    '(416) 555-0142',
    'unchanged',
    'same as before',
    'Not provided',
    'on request',
  ].map((value) => nothing(`no secret: ${value}`, `Client Secret: ${value}`)),
  ...[
    'à venir',
    'À confirmer',
    'confidentiel',
    '[masqué]',
    'non communiqué',
    's. o.',
    'à déterminer',
    'en attente',
    'aucun',
    'voir pièce jointe',
    'transmis par téléphone',
    'envoyé séparément',
    'votre-secret-client',
    'inchangé',
    '<votre secret>',
    'communiqué sous pli séparé',
  ].map((value) => nothing(`pas de secret : ${value}`, `Secret client${NB}: ${value}`)),
  nothing('an address with a blank to fill', 'Server URL: https://{district}.sis.example/'),
  nothing('an address with the name to fill in', 'Server URL: https://<your-district>.sis.example/api'),
  nothing('an address to replace', 'Server URL: https://your-district.sis.example'),
  nothing('an address with a gap in its path', 'Server URL: https://sis.maple.example/{tenant}/v1'),
  nothing(
    'a signature’s mail address below an empty label',
    'Client Secret:\n\njane.roy@vendor.example\nVendor Inc.',
  ),
  nothing('a signature’s telephone below an empty label', 'Client Secret:\n\n613-555-0142 ext. 12'),
  nothing('a French signature below an empty label', `Secret client${NB}:\n\nDominique Roy\n613 555-0142`),
  nothing('a website below an empty label', 'Client ID:\n\nwww.vendor.example'),
  nothing('a date below an empty label', 'Client ID:\n2026-01-05'),
  nothing('a name below an empty label', 'Client Secret:\n\nJean-Pierre'),
  nothing('a rule below an empty label', 'Client Secret:\n--------\nPat'),
  {
    name: 'an empty label between full ones',
    system: 'powerschool',
    text: `Server URL: ${server}\nClient ID:\nClient Secret: ${secret}`,
    found: { serverUrl: server, clientSecret: secret },
  },
  {
    name: 'a placeholder in the request, the value in the reply',
    system: 'powerschool',
    text: `Client Secret: ${secret}\n\n> Client Secret: <please fill in>`,
    found: { clientSecret: secret },
  },
  // --- broken lines
  {
    name: 'an address broken in its path',
    system: 'oneroster',
    text: `Token URL: https://sis.maple.example/district/services/rostering/oauth/\ntoken?appName=maple`,
    asked: {
      tokenUrl: [
        'https://sis.maple.example/district/services/rostering/oauth/',
        'https://sis.maple.example/district/services/rostering/oauth/token?appName=maple',
      ],
    },
  },
  {
    name: 'a quoted address broken in its path',
    system: 'oneroster',
    text: `> Token URL: https://sis.maple.example/district/services/rostering/oauth\n> /token?appName=maple`,
    asked: {
      tokenUrl: [
        'https://sis.maple.example/district/services/rostering/oauth',
        'https://sis.maple.example/district/services/rostering/oauth/token?appName=maple',
      ],
    },
  },
  {
    name: 'an address in angle brackets over three lines',
    system: 'oneroster',
    text: `Token URL: <https://sis.maple.example/district/\nservices/rostering/\noauth/token>`,
    found: { tokenUrl: 'https://sis.maple.example/district/services/rostering/oauth/token' },
  },
  {
    name: 'an address below its label, broken',
    system: 'oneroster',
    text: `Token URL:\nhttps://sis.maple.example/district/services/rostering/oauth/\ntoken?appName=maple\n`,
    asked: {
      tokenUrl: [
        'https://sis.maple.example/district/services/rostering/oauth/',
        'https://sis.maple.example/district/services/rostering/oauth/token?appName=maple',
      ],
    },
  },
  {
    name: 'a long secret broken in two',
    system: 'powerschool',
    text: `Client Secret: ${long}\n${rest}\n\nThanks,`,
    asked: { clientSecret: [long, long + rest] },
  },
  {
    name: 'a long token below its label, broken in two',
    system: 'classlink-proxy',
    text: `Access token:\n${long}\n${rest}\n`,
    asked: { accessToken: [long, long + rest] },
  },
  {
    name: 'a long secret with a farewell below',
    system: 'powerschool',
    text: `Client Secret: ${long}\nThanks,\nPat`,
    found: { clientSecret: long },
  },
  {
    name: 'an address with a farewell below',
    system: 'powerschool',
    text: `Server URL: https://sis.maple.example/district/services/rostering/oneroster/\nRegards,`,
    found: { serverUrl: 'https://sis.maple.example/district/services/rostering/oneroster/' },
  },
  {
    name: 'addresses below each other',
    system: 'oneroster',
    text: `Base URL: https://sis.maple.example/district/services/rostering/oneroster\nhttps://docs.maple.example/help`,
    found: { serverUrl: 'https://sis.maple.example/district/services/rostering/oneroster' },
  },
  {
    name: 'a label that seems to begin inside a secret',
    system: 'oneroster',
    text: `Client ID: ${id}\nClient Secret: x9;scope=b2;Lw`,
    found: { clientId: id },
    asked: { clientSecret: ['x9', 'x9;scope=b2;Lw'] },
  },
  {
    name: 'a secret that begins with a label',
    system: 'oneroster',
    text: 'Client Secret: key:9fQ3xx',
    asked: { clientSecret: ['key:9fQ3xx'] },
  },
  {
    name: 'a label inside a quoted secret',
    system: 'oneroster',
    text: 'Client Secret: "Q1, scope: zz9"',
    asked: { clientSecret: ['"Q1, scope: zz9"', 'Q1, scope: zz9'] },
  },
  {
    name: 'a list without blanks',
    system: 'oneroster',
    text: `clientId=${id};clientSecret=${secret};scope=roster.readonly`,
    found: { ...both, scopes: 'roster.readonly' },
  },
  nothing('a part of a secret', `Client Secret (part 1 of 2): 64f0a9d1-7c3e-4b`),
  nothing(
    'two halves of a secret',
    `Client Secret (first half): 64f0a9d1-7c3e\nClient Secret (second half): 69-92d4-e07b`,
  ),
  nothing('a part of a secret, in French', `Secret client (1re partie)${NB}: 64f0a9d1-7c3e-4b`),
  nothing('the end of a secret', `Client secret (last four characters): 4b7f`),
  nothing('how a secret ends', `Client secret ending in: 4b7f`),
  {
    name: 'a remark in brackets that names no part',
    system: 'powerschool',
    text: `Client ID: ${id}\nClient Secret (last updated 2026): ${secret}`,
    found: both,
  },
  {
    name: 'brackets round the values',
    system: 'powerschool',
    text: `Client ID: (${id})\nClient Secret: [${secret}]`,
    found: { clientId: id },
    asked: { clientSecret: [`[${secret}]`, secret] },
  },
  {
    name: 'an address that is a link of Markdown',
    system: 'powerschool',
    text: `Server URL: [${server}](${server})`,
    found: { serverUrl: server },
  },
  {
    name: 'a secret in base64, as its label says',
    system: 'powerschool',
    text: 'Client secret (base64): a1A3dlcyeFE5bVo0dEI4cg==',
    asked: { clientSecret: ['a1A3dlcyeFE5bVo0dEI4cg==', secret] },
  },
  {
    name: 'values that were broken at a hyphen, and under themselves',
    system: 'powerschool',
    text: `Client ID: 3f0d1c52-6e1b-4a7e-bd52-\n0a4c9f6b2e10\nClient Secret     kP9xhJ5k\n                  L0bNq2`,
    asked: {
      clientId: ['3f0d1c52-6e1b-4a7e-bd52-', '3f0d1c52-6e1b-4a7e-bd52-0a4c9f6b2e10'],
      clientSecret: ['kP9xhJ5k', 'kP9xhJ5kL0bNq2'],
    },
  },
  {
    name: 'struck out',
    system: 'powerschool',
    text: 'Client Secret: ~~Aa11bb22~~ Cc33dd44',
    asked: { clientSecret: ['Cc33dd44'] },
  },
  {
    name: 'told to leave it empty',
    system: 'oneroster',
    text: `- Scopes (optional): leave blank\nClient ID: ${id}`,
    found: { clientId: id },
  },
  {
    name: 'ID and secret in each other’s place, as the mail itself says',
    system: 'powerschool',
    text: 'I mixed up the ID and the secret in my last mail, they were swapped:\n\nClient ID: 9f8e7d6c5b4a4392\nClient Secret: maple-lib\nServer: https://sis.maple.example',
    found: { serverUrl: 'https://sis.maple.example' },
    asked: { clientSecret: ['maple-lib', '9f8e7d6c5b4a4392'] },
  },
];
