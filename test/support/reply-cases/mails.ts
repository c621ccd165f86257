import type { ReplyCase } from './reply-case';

/* E-mails in English and French, as various e-mail programs lay them out, with the vendors' names for the values. */

const NB = '\u00a0';
const id = 'maple-4821';
const secret = 'kP7vW2xQ9mZ4tB8r';
const both = { clientId: id, clientSecret: secret };
const server = 'https://sis.maple.example';

export const mails: readonly ReplyCase[] = [
  // --- mail programs
  {
    name: 'Outlook: an older mail with other values below the new one',
    system: 'powerschool',
    text: `Hi Sam,

Here are the new credentials.

Client ID: new-1
Client Secret: new-11aa

Pat

-----Original Message-----
From: Pat Lee <pat@vendor.example>
Sent: Monday, January 5, 2026 9:14 AM
To: Sam Roy <sam@board.example>
Subject: Credentials

Client ID: old-1
Client Secret: old-22bb
`,
    asked: { clientId: ['new-1', 'old-1'], clientSecret: ['new-11aa', 'old-22bb'] },
  },
  {
    name: 'Outlook in French: an older mail below, separated by a line',
    system: 'powerschool',
    text: `Bonjour,

Identifiant client${NB}: ${id}
Secret client${NB}: neuf-11aa

________________________________
De${NB}: Dominique Roy <dominique@fournisseur.example>
Envoyé${NB}: 5 janvier 2026 09:14
À${NB}: Claude Tremblay
Objet${NB}: Accès

Identifiant client${NB}: ${id}
Secret client${NB}: vieux-22bb`,
    found: { clientId: id },
    asked: { clientSecret: ['neuf-11aa', 'vieux-22bb'] },
  },
  {
    name: 'Gmail: the answer above what it quotes',
    system: 'powerschool',
    text: `New secret below.\n\nClient Secret: new-11aa\n\nOn Mon, Jan 5, 2026 at 9:14 AM Pat Lee <pat@vendor.example> wrote:\n\n> Client ID: ${id}\n> Client Secret: old-22bb\n`,
    found: { clientId: id },
    asked: {
      clientSecret: [
        ['', 'new-11aa'],
        ['On Mon, Jan 5, 2026 at 9:14 AM Pat Lee', 'old-22bb'],
      ],
    },
  },
  {
    name: 'Gmail in French: the answer above what it quotes',
    system: 'powerschool',
    text: `Voici le nouveau.\n\nSecret client : neuf-11aa\n\nLe lun. 5 janv. 2026 à 09 h 14, Dominique Roy <d@fournisseur.example> a écrit :\n\n> Secret client : vieux-22bb\n`,
    asked: { clientSecret: ['neuf-11aa', 'vieux-22bb'] },
  },
  {
    name: 'Thunderbird: values only in what is quoted',
    system: 'powerschool',
    text: `On 2026-01-05 09:14, Pat Lee wrote:\n> Client ID: ${id}\n> Client Secret: ${secret}\n\nThank you, it works.\n`,
    found: both,
  },
  {
    name: 'a forwarded mail',
    system: 'powerschool',
    text: `FYI

---------- Forwarded message ---------
From: Vendor Support <support@vendor.example>
Date: Mon, Jan 5, 2026 at 9:14 AM
Subject: Your API access
To: <sam@board.example>

Client ID: ${id}
Client Secret: ${secret}`,
    found: both,
  },
  {
    name: 'Apple Mail: bold marks and bullets',
    system: 'oneroster',
    text: `Begin forwarded message:\n\n• *Client ID:* ${id}\n• *Token URL:* ${server}/oauth/token <${server}/oauth/token>\n•${NB}*Base URL*: ${server}`,
    found: { clientId: id, tokenUrl: `${server}/oauth/token`, serverUrl: server },
  },
  {
    name: 'bold labels and no-break spaces',
    system: 'powerschool',
    text: `**Client${NB}ID**${NB}: ${id}${NB}\n**Client Secret**${NB}:${NB}${secret}`,
    found: both,
  },
  {
    name: 'quoted labels',
    system: 'powerschool',
    text: `"Client ID": ${id}\n“Client Secret”: ${secret}`,
    found: both,
  },
  {
    name: 'zero-width characters in the label and around the value',
    system: 'powerschool',
    text: `Cli\u200bent ID:\u200b ${id}\u200b\nClient Secret:\ufeff ${secret}\u200b`,
    found: both,
  },
  {
    name: 'a mail address that is the identifier, as Outlook links it',
    system: 'powerschool',
    text: `Client ID: api@maple.example<mailto:api@maple.example>\nClient Secret: ${secret}`,
    found: { clientId: 'api@maple.example', clientSecret: secret },
  },
  {
    name: 'addresses with their link in square brackets',
    system: 'oneroster',
    text: `Token URL: ${server}/oauth/token [${server}/oauth/token]\nBase URL: ${server}/ [${server}/]`,
    found: { tokenUrl: `${server}/oauth/token`, serverUrl: `${server}/` },
  },
  {
    name: 'an address beside the mail filter’s copy of it',
    system: 'powerschool',
    text: `Server URL: ${server} <https://guard.example/?url=https%3A%2F%2Fsis.maple.example&data=05%7C01>`,
    found: { serverUrl: server },
  },
  {
    name: 'a link that shows another address than it leads to',
    system: 'powerschool',
    text: `Server URL: ${server} <https://guard.example/?url=https%3A%2F%2Fsis.birch.example&data=05%7C01>`,
    asked: {
      serverUrl: [server, 'https://guard.example/?url=https%3A%2F%2Fsis.birch.example&data=05%7C01'],
    },
  },
  {
    name: 'only the guard’s link',
    system: 'powerschool',
    text: 'Server URL: https://can01.guard.example/?url=https%3A%2F%2Fsis.maple.example%2F&data=05%7C01%7Csam%40board.example%7C0&reserved=0',
    found: {
      serverUrl:
        'https://can01.guard.example/?url=https%3A%2F%2Fsis.maple.example%2F&data=05%7C01%7Csam%40board.example%7C0&reserved=0',
    },
  },
  {
    name: 'quoted-printable source',
    system: 'oneroster',
    text: `Content-Type: text/plain; charset=3D"utf-8"\nContent-Transfer-Encoding: quoted-printable\n\nClient ID: ${id}\nToken URL: https://sis.maple.example/oauth/token?appName=3Dmaple&very=\n=3Dlong\nClient Secret: kP7vW2xQ=\n9mZ4tB8r\n`,
    found: { ...both, tokenUrl: 'https://sis.maple.example/oauth/token?appName=maple&very=long' },
  },
  {
    name: 'quoted-printable in French',
    system: 'powerschool',
    text: `Voici vos acc=C3=A8s.\n\nIdentifiant client=C2=A0: ${id}\nCl=C3=A9 secr=C3=A8te=C2=A0: kP7vW2xQ9m=\nZ4tB8r\n`,
    found: both,
  },
  {
    name: 'a chat message',
    system: 'powerschool',
    text: `Pat Lee  9:14 AM\nclient id = \`${id}\`\nsecret = coming by phone`,
    found: { clientId: id },
  },
  {
    name: 'all in a sentence',
    system: 'powerschool',
    text: `Your Client ID is ${id} and your Client Secret is ${secret}`,
    found: both,
  },
  {
    name: 'all in a French sentence',
    system: 'powerschool',
    text: `Votre identifiant client est ${id} et votre secret client est ${secret}`,
    found: both,
  },
  {
    name: 'a French mail of a vendor',
    system: 'oneroster',
    text: `Bonjour,

Votre demande d’accès est approuvée.

URL de base${NB}: ${server}/ims/oneroster/v1p1
URL du jeton${NB}: ${server}/oauth/token
Identifiant du client${NB}: «${NB}${id}${NB}»
Secret du client${NB}: «${NB}${secret}${NB}»

Merci de garder ce secret en lieu sûr.
Cordialement,
Dominique Roy
Tél.${NB}: 613 555-0142`,
    found: { serverUrl: `${server}/ims/oneroster/v1p1`, tokenUrl: `${server}/oauth/token`, ...both },
  },
  // --- sections
  {
    name: 'sections by environment',
    system: 'powerschool',
    text: `Test\nClient ID: t-1\nClient Secret: ts-11aa\n\nProduction\nClient ID: p-1\nClient Secret: ps-22bb`,
    asked: {
      clientId: [
        ['Test', 't-1'],
        ['Production', 'p-1'],
      ],
      clientSecret: [
        ['Test', 'ts-11aa'],
        ['Production', 'ps-22bb'],
      ],
    },
    environment: 'test',
    suggested: { clientId: 't-1', clientSecret: 'ts-11aa' },
  },
  {
    name: 'sections in a sentence of their own',
    system: 'powerschool',
    text: `For the production environment:\n  Client Secret: ps-22bb\n\nFor the test environment:\n  Client Secret: ts-11aa`,
    asked: { clientSecret: ['ps-22bb', 'ts-11aa'] },
    environment: 'production',
    suggested: { clientSecret: 'ps-22bb' },
  },
  {
    name: 'sections between equals signs',
    system: 'powerschool',
    text: `=== SANDBOX ===\nClient Secret: ts-11aa\n=== LIVE ===\nClient Secret: ps-22bb`,
    asked: {
      clientSecret: [
        ['SANDBOX', 'ts-11aa'],
        ['LIVE', 'ps-22bb'],
      ],
    },
  },
  {
    name: 'Markdown headings',
    system: 'powerschool',
    text: `## Staging\n- Client ID: t-1\n\n## Production\n- Client ID: p-1`,
    asked: {
      clientId: [
        ['Staging', 't-1'],
        ['Production', 'p-1'],
      ],
    },
  },
  {
    name: 'French sections',
    system: 'onsis',
    text: `Environnement d’essai :\nURL de l’API : https://essai.onsis.example\nSecret client : ts-11aa\n\nEnvironnement de production :\nURL de l’API : https://prod.onsis.example\nSecret client : ps-22bb`,
    asked: {
      apiUrl: ['https://essai.onsis.example', 'https://prod.onsis.example'],
      clientSecret: ['ts-11aa', 'ps-22bb'],
    },
    environment: 'production',
    suggested: { apiUrl: 'https://prod.onsis.example', clientSecret: 'ps-22bb' },
  },
  {
    name: 'a French sandbox',
    system: 'powerschool',
    text: `Bac à sable\nSecret : ts-11aa\n\nProduction\nSecret : ps-22bb`,
    asked: {
      clientSecret: [
        ['Bac à sable', 'ts-11aa'],
        ['Production', 'ps-22bb'],
      ],
    },
    environment: 'test',
    suggested: { clientSecret: 'ts-11aa' },
  },
  {
    name: 'the environment before the label',
    system: 'powerschool',
    text: `Test Client ID: t-1\nProduction Client ID: p-1`,
    asked: {
      clientId: [
        ['Test', 't-1'],
        ['Production', 'p-1'],
      ],
    },
  },
  {
    name: 'the environment in brackets behind the label',
    system: 'powerschool',
    text: `Client Secret (UAT): ts-11aa\nClient Secret (Live): ps-22bb`,
    asked: {
      clientSecret: [
        ['UAT', 'ts-11aa'],
        ['Live', 'ps-22bb'],
      ],
    },
    environment: 'test',
    suggested: { clientSecret: 'ts-11aa' },
  },
  {
    name: 'test and production behind one label',
    system: 'powerschool',
    text: 'Client ID: t-1 (test) and p-1 (production)',
    asked: {
      clientId: [
        ['test', 't-1'],
        ['production', 'p-1'],
      ],
    },
    environment: 'production',
    suggested: { clientId: 'p-1' },
  },
  {
    name: 'test and production behind one label, the other way round',
    system: 'powerschool',
    text: 'Client Secret: Test = ts-11aa, Production = ps-22bb',
    asked: {
      clientSecret: [
        ['Test', 'ts-11aa'],
        ['Production', 'ps-22bb'],
      ],
    },
  },
  {
    name: 'essai et production derrière une étiquette',
    system: 'powerschool',
    text: `Secret client : ts-11aa (essai) et ps-22bb (production)`,
    asked: {
      clientSecret: [
        ['essai', 'ts-11aa'],
        ['production', 'ps-22bb'],
      ],
    },
  },
  {
    name: 'test and production on lines below the label',
    system: 'powerschool',
    text: `Client Secret\n  Test: ts-11aa\n  Production: ps-22bb\nClient ID\n  Test: t-1\n  Production: p-1`,
    asked: {
      clientSecret: [
        ['Test', 'ts-11aa'],
        ['Production', 'ps-22bb'],
      ],
      clientId: [
        ['Test', 't-1'],
        ['Production', 'p-1'],
      ],
    },
  },
  {
    name: 'two addresses behind one label',
    system: 'onsis',
    text: 'API URL: https://test.onsis.example (test) or https://prod.onsis.example (production)',
    asked: {
      apiUrl: [
        ['test', 'https://test.onsis.example'],
        ['production', 'https://prod.onsis.example'],
      ],
    },
    environment: 'test',
    suggested: { apiUrl: 'https://test.onsis.example' },
  },
  // --- a newer value in a sentence
  {
    name: 'a newer secret in a sentence above the older one',
    system: 'powerschool',
    text: `Hi, the new secret is abc123xyz789\n\n> Client ID: ${id}\n> Client Secret: old-22bb`,
    found: { clientId: id },
    asked: { clientSecret: ['abc123xyz789', 'old-22bb'] },
  },
  {
    name: 'a secret that has been changed to another',
    system: 'powerschool',
    text: `Your client secret has been changed to abc123xyz789\nClient ID: ${id}\nClient Secret: old-22bb`,
    found: { clientId: id },
    asked: { clientSecret: ['abc123xyz789', 'old-22bb'] },
  },
  {
    name: 'un nouveau secret dans une phrase',
    system: 'powerschool',
    text: `Votre secret a été remplacé par abc123xyz789\n\nSecret client : vieux-22bb`,
    asked: { clientSecret: ['abc123xyz789', 'vieux-22bb'] },
  },
  {
    name: 'a newer address in a sentence',
    system: 'oneroster',
    text: `Please note that the token URL is now https://new.maple.example/token.\n\nToken URL: https://old.maple.example/token`,
    asked: { tokenUrl: ['https://new.maple.example/token', 'https://old.maple.example/token'] },
  },
  // --- vendors' words
  {
    name: 'Infinite Campus: Base URL, Token URL, Key, Secret',
    system: 'oneroster',
    text: `Base URL: https://maple.campus.example/campus/api/oneroster/v1p2/maple/ims/oneroster/rostering/v1p2
Token URL: https://maple.campus.example/campus/oauth2/token?appName=maple
Key: 1a2b_3c4d5e6f
Secret: ${secret}`,
    found: {
      serverUrl: 'https://maple.campus.example/campus/api/oneroster/v1p2/maple/ims/oneroster/rostering/v1p2',
      tokenUrl: 'https://maple.campus.example/campus/oauth2/token?appName=maple',
      clientId: '1a2b_3c4d5e6f',
      clientSecret: secret,
    },
  },
  {
    name: 'ClassLink: Endpoint, Key, Secret',
    system: 'classlink-direct',
    text: `Endpoint: https://maple-oneroster.example/ims/oneroster/v1p1\nKey: 0a1b2c3d\nSecret: 99aa88bb77cc`,
    found: {
      serverUrl: 'https://maple-oneroster.example/ims/oneroster/v1p1',
      clientId: '0a1b2c3d',
      clientSecret: '99aa88bb77cc',
    },
  },
  {
    name: 'API Key and API Secret',
    system: 'oneroster',
    text: `API Key: 0a1b2c3d\nAPI Secret: 99aa88bb77cc`,
    found: { clientId: '0a1b2c3d', clientSecret: '99aa88bb77cc' },
  },
  {
    name: 'Consumer Key and Shared Secret',
    system: 'aeries-oneroster',
    text: `Consumer Key = 0a1b2c3d\nShared Secret = 99aa88bb77cc`,
    found: { consumerId: '0a1b2c3d', consumerSecret: '99aa88bb77cc' },
  },
  {
    name: 'App ID and App Secret',
    system: 'oneroster',
    text: `App ID: 0a1b2c3d\nApp Secret: 99aa88bb77cc`,
    found: { clientId: '0a1b2c3d', clientSecret: '99aa88bb77cc' },
  },
  {
    name: 'Service URL and Authentication URL, where the token address is meant',
    system: 'oneroster',
    text: `Service URL: ${server}/ims/oneroster/v1p1\nClient ID: ${id}\nClient Secret: ${secret}\nAuthentication URL: ${server}/oauth/token`,
    found: { serverUrl: `${server}/ims/oneroster/v1p1`, ...both, tokenUrl: `${server}/oauth/token` },
  },
  {
    name: 'the same words for a system with an authentication address',
    system: 'onsis',
    text: `Authentication URL: https://auth.onsis.example/authorize\nToken URL: https://auth.onsis.example/token`,
    found: {
      authenticationUrl: 'https://auth.onsis.example/authorize',
      tokenUrl: 'https://auth.onsis.example/token',
    },
  },
  {
    name: 'Aspen: Client identifier and Client secret key',
    system: 'oneroster',
    text: `Client identifier: maplerostering\nClient secret key: ${secret}`,
    found: { clientId: 'maplerostering', clientSecret: secret },
  },
  {
    name: 'Pearson: API Server URL, Access Token URL, Consumer ID',
    system: 'oneroster',
    text: `API Server URL: ${server}\nAccess Token URL: ${server}/token\nConsumer ID: ${id}\nConsumer Secret: ${secret}`,
    found: { serverUrl: server, tokenUrl: `${server}/token`, ...both },
  },
  {
    name: 'Application ID and Bearer token',
    system: 'classlink-proxy',
    text: `Application ID: kR4t%2FbQ%3D%3D\nBearer token: 0f1e2d3c-4b5a-6978`,
    found: { applicationId: 'kR4t%2FbQ%3D%3D', accessToken: '0f1e2d3c-4b5a-6978' },
  },
  {
    name: 'Clé et secret',
    system: 'classlink-direct',
    text: `Clé API${NB}: 0a1b2c3d\nSecret partagé${NB}: 99aa88bb77cc\nPoint de terminaison${NB}: ${server}`,
    found: { clientId: '0a1b2c3d', clientSecret: '99aa88bb77cc', serverUrl: server },
  },
  {
    name: 'O-Auth URL',
    system: 'oneroster',
    text: `O-Auth URL: ${server}/oauth/token\nAPI URL: ${server}/ims/oneroster/v1p1`,
    found: { tokenUrl: `${server}/oauth/token`, serverUrl: `${server}/ims/oneroster/v1p1` },
  },
  {
    name: 'two words of vendors with different values',
    system: 'oneroster',
    text: `API Key: 0a1b2c3d\nClient ID: ${id}`,
    asked: { clientId: ['0a1b2c3d', id] },
  },
  {
    name: 'words that only look like a label',
    system: 'powerschool',
    text: `Ticket ID: 482177\nPublic Key: ssh-rsa-AAAA\nSecret ID: 77-88\nClient Secret Expires: 2027-01-05\nRedirect URL: https://sms.board.example/callback`,
  },
  {
    name: 'an Outlook address with its copy, three times',
    system: 'oneroster',
    text: `Token URL: ${server}/token<https://can01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsis.maple.example%2Ftoken&data=05%7C01>\nBase URL: sis.maple.example/ims<https://can01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsis.maple.example%2Fims&data=05%7C01>`,
    found: { tokenUrl: `${server}/token`, serverUrl: 'sis.maple.example/ims' },
  },
  {
    name: 'a correction that names the right secret',
    system: 'powerschool',
    text: `Sorry, please ignore the previous one, the correct secret is ${secret}.\n\n> Client ID: ${id}\n> Client Secret: old-22bb`,
    found: { clientId: id },
    asked: { clientSecret: [secret, 'old-22bb'] },
  },
  {
    name: 'a correction in French',
    system: 'powerschool',
    text: `Veuillez ignorer le précédent, le bon secret est ${secret}\n\n> Identifiant client${NB}: ${id}\n> Secret client${NB}: vieux-22bb`,
    found: { clientId: id },
    asked: { clientSecret: [secret, 'vieux-22bb'] },
  },
  {
    name: 'a correction without any label',
    system: 'powerschool',
    text: `Typo! It should be 5a1d0e7c-83f9 instead.\n\n> Client ID: ${id}\n> Client Secret: 5a1d0e7c-83f8`,
    found: { clientId: id },
    asked: { clientSecret: ['5a1d0e7c-83f9', '5a1d0e7c-83f8'] },
  },
  {
    name: 'a card that shows each label below its value',
    system: 'oneroster',
    text: `${id}\nClient ID\n${secret}\nClient Secret\n${server}/token\nToken URL\n${server}/ims\nBase URL`,
    asked: {
      clientId: [id],
      clientSecret: [secret],
      tokenUrl: [`${server}/token`],
      serverUrl: [`${server}/ims`],
    },
  },
  {
    name: 'such a card with buttons, and a secret that is masked',
    system: 'oneroster',
    text: `Credentials\n\n${id}\nClient ID\nCopy\n\n••••••••\nClient Secret\nShow\n\n${server}/token\nToken URL\n\nRegards,\nPat`,
    asked: { clientId: [id], tokenUrl: [`${server}/token`] },
  },
  {
    name: 'a version above labels in the usual order',
    system: 'oneroster',
    text: `v2.1\nClient ID\n${id}\nClient Secret\n${secret}`,
    found: both,
  },
  {
    name: 'the address of something else in the same sentence',
    system: 'oneroster',
    text: `The token URL is ${server}/token, and you can reach the OneRoster service at ${server}/ims. Documentation is at https://docs.maple.example/guide`,
    found: { tokenUrl: `${server}/token` },
  },
  {
    name: 'a chat’s marks behind a secret',
    system: 'powerschool',
    text: `Client ID: ${id} 👍\nClient Secret: ${secret} (edited)`,
    found: both,
  },
  {
    name: 'marks of the writing direction round the values',
    system: 'powerschool',
    text: `Client ID: \u200e${id}\u200e\nClient Secret: \u202a${secret}\u202c`,
    found: both,
  },
  ...[
    'Correction: Dd44ee55ff66',
    'EDIT: the secret should be Dd44ee55ff66',
    'Sorry, that secret was for the other vendor, yours is Dd44ee55ff66',
    'We regenerated the secret this morning; the new one is Dd44ee55ff66',
    'Please ignore the secret above, it has been replaced with Dd44ee55ff66',
    'Finalement, le secret est plutôt Dd44ee55ff66',
  ].map(
    (thought): ReplyCase => ({
      name: `second thoughts: ${thought}`,
      system: 'powerschool',
      text: `Client ID: ${id}\nClient Secret: ${secret}\n\n${thought}`,
      found: { clientId: id },
      asked: { clientSecret: [secret, 'Dd44ee55ff66'] },
    }),
  ),
  ...[
    'NOTE: do not use the secret above, it is revoked.',
    'Please disregard the secret above, I will send a new one.',
    'PS: the last character of the secret is a 7, not a 1.',
    'N’utilisez pas le secret ci-dessus, il est révoqué.',
  ].map(
    (thought): ReplyCase => ({
      name: `a value that is withdrawn: ${thought}`,
      system: 'powerschool',
      text: `Client ID: ${id}\nClient Secret: ${secret}\n\n${thought}`,
      found: { clientId: id },
      asked: { clientSecret: [secret] },
    }),
  ),
  ...[
    'Please ignore this email if it is not for you.',
    'Do not share the secret with anyone.',
    'Sorry for the delay. Ticket INC0012345 is closed.',
  ].map(
    (remark): ReplyCase => ({
      name: `a remark that withdraws nothing: ${remark}`,
      system: 'powerschool',
      text: `Client ID: ${id}\nClient Secret: ${secret}\n\n${remark}`,
      found: both,
    }),
  ),
  {
    name: 'what another product signs in with',
    system: 'classlink-direct',
    text: `Here are your Clever credentials:\nClient ID: ${id}\nClient Secret: ${secret}\n\nClassLink will follow next week.`,
    asked: { clientId: [id], clientSecret: [secret] },
  },
  {
    name: 'what a file server signs in with',
    system: 'oneroster',
    text: 'SFTP details:\nServer: sftp.maple.example\nUsername: libfeed\nSecret: Tango!88',
    asked: { serverUrl: ['sftp.maple.example'], clientSecret: ['Tango!88'] },
  },
  {
    name: 'a label on two lines',
    system: 'oneroster',
    text: `Access Token\nURL:        ${server}/oauth/token`,
    found: { tokenUrl: `${server}/oauth/token` },
  },
  {
    name: 'what is left of a page',
    system: 'oneroster',
    text: `Client Secret:&nbsp;Gg77&amp;hh88\nClient&nbsp;ID:&nbsp;maple&amp;oak-01<br>\nToken URL: ${server}/t?a=1&amp;b=2`,
    found: { clientId: 'maple&oak-01', tokenUrl: `${server}/t?a=1&b=2` },
    asked: { clientSecret: ['Gg77&amp;hh88', 'Gg77&hh88'] },
  },
  {
    name: 'a word above labels in the usual order, the last one empty',
    system: 'powerschool',
    text: 'Hunter2!\nClient ID\nabc-123\nClient Secret\n\nRegards',
  },
  {
    name: 'another password that has changed',
    system: 'powerschool',
    text: `Client ID: ${id}\nClient Secret: ${secret}\n\nSorry, the wifi password has changed to Maple2026x.`,
    found: both,
  },
  // --- marks of ticket systems, chats and web pages
  ...['::', ':-', ': -', ':--', ': –', '==', ':>', ':*'].map(
    (separator): ReplyCase => ({
      name: `a separator of several marks: ${separator}`,
      system: 'powerschool',
      text: `Client ID ${separator} ${id}\nClient Secret ${separator} ${secret}`,
      found: both,
    }),
  ),
  {
    name: 'a secret that begins with a dash',
    system: 'powerschool',
    text: `Client ID: ${id}\nClient Secret: -${secret}`,
    found: { ...both, clientSecret: `-${secret}` },
  },
  ...(
    [
      ['{noformat}', '{noformat}'],
      ['{code:java}', '{code}'],
      ['{color:#ff0000}', '{color}'],
      ['[code]', '[/code]'],
      ['[color=red][b]', '[/b][/color]'],
      ['```', '```'],
      ['\n```text\n', '\n```'],
      ['\n{code}\n', '\n{code}'],
    ] as const
  ).map(
    ([open, close]): ReplyCase => ({
      name: `values between marks of a ticket: ${JSON.stringify(open)}`,
      system: 'powerschool',
      text: `Client ID: ${open}${id}${close}\nClient Secret: ${open}${secret}${close}`,
      found: both,
    }),
  ),
  {
    name: 'labels between marks of a forum',
    system: 'powerschool',
    text: `[b]Client ID:[/b] ${id}\n[b]Client Secret:[/b] ${secret}`,
    found: both,
  },
  {
    name: 'half of a mark inside a secret',
    system: 'powerschool',
    text: `Client ID: ${id}\nClient Secret: kP7{code}vW2`,
    found: { ...both, clientSecret: 'kP7{code}vW2' },
  },
  ...(
    [
      ['<<', '>>'],
      ['~', '~'],
      ['@', '@'],
    ] as const
  ).map(
    ([open, close]): ReplyCase => ({
      name: `values between marks: ${open}…${close}`,
      system: 'powerschool',
      text: `Client ID: ${open}${id}${close}\nClient Secret: ${open}${secret}${close}`,
      found: { clientId: id },
      asked: { clientSecret: [`${open}${secret}${close}`, secret] },
    }),
  ),
  {
    name: 'buttons beside the values',
    system: 'powerschool',
    text: `Client ID: ${id} Copy\nClient Secret: ${secret} [Hide] Copier`,
    found: both,
  },
  {
    name: 'values that were read from a picture',
    system: 'powerschool',
    text: 'Client ID : maple- 4821\nClient Secret : kP7wrx2 Q9mZt4',
    asked: {
      clientId: ['maple-4821', 'maple- 4821'],
      clientSecret: ['kP7wrx2Q9mZt4', 'kP7wrx2 Q9mZt4'],
    },
  },
  {
    name: 'a case of a support desk, with its own numbers and addresses',
    system: 'ed-fi',
    text: `Case Number: 00123456\nKey: ${id}\nSecret: ${secret}\nBase URL: https://api.maple.example/v7.1\nClaim Set: SIS Vendor\nEd Org ID: 255901\n\nhttps://maple.freshdesk.example/tickets/1234\nref:_00D50Abc._5005x0DEF:ref`,
    found: { baseUrl: 'https://api.maple.example/v7.1', ...both },
  },
  {
    name: 'un avis de confidentialité qui parle de secret',
    system: 'powerschool',
    text: `Identifiant client : ${id}\nLe secret suivra par téléphone.\n\nSecret : ce message est destiné uniquement à son destinataire.`,
    found: { clientId: id },
  },
  {
    name: 'a record of a password manager, which may be that of a person',
    system: 'powerschool',
    text: `Name: Maple SIS API\nUsername: ${id}\nPassword: ${secret}\nURI: ${server}`,
    found: { serverUrl: server },
  },
];
