import { onsis } from '@systems/onsis';
import { readReply } from '@systems/read-reply';
import { describe, expect, it } from 'vitest';

const ID = 'onsis-maple-4821';
const SECRET = 'kP7~vW2=x.Q9:mZ/4t+';
const AUTH = 'https://auth.onsis.example/authorize';
const TOKEN = 'https://auth.onsis.example/oauth/token';
const API = 'https://api-test.onsis.example:8443/v1';
const SCOPES = 'demo.read demo.write';

const all = {
  clientId: ID,
  clientSecret: SECRET,
  authenticationUrl: AUTH,
  tokenUrl: TOKEN,
  apiUrl: API,
  scopes: SCOPES,
};

const NB = '\u00a0';

const found = (text: string): Record<string, string> =>
  Object.fromEntries(readReply(onsis, text).found.map(({ field, value }) => [field, value]));
const doubts = (text: string): Record<string, readonly string[]> =>
  Object.fromEntries(
    readReply(onsis, text).doubts.map(({ field, candidates }) => [
      field,
      candidates.map(({ value }) => value),
    ]),
  );

/** Replies that hold all six values without a doubt. */
const whole: Readonly<Record<string, string>> = {
  'labels with colons, in the page’s own words': `Hello,

Your application has been registered. Here are your values:

Client ID: ${ID}
Client Secret: ${SECRET}
Authentication URL/Board: ${AUTH}
Authentication Token URL: ${TOKEN}
API URL / Port: ${API}
Scopes: ${SCOPES}

Regards,
OnSIS support`,

  'CRLF line ends': `Client ID: ${ID}\r\nClient Secret: ${SECRET}\r\nAuthentication URL/Board: ${AUTH}\r\nAuthentication Token URL: ${TOKEN}\r\nAPI URL / Port: ${API}\r\nScopes: ${SCOPES}\r\n`,

  'equals signs': `Client ID = ${ID}
Client Secret = ${SECRET}
Authentication URL = ${AUTH}
Token URL = ${TOKEN}
API URL = ${API}
Scope = ${SCOPES}`,

  'labels on one line, values on the next': `Client ID
${ID}
Client Secret
${SECRET}
Authentication URL/Board
${AUTH}
Authentication Token URL
${TOKEN}
API URL / Port
${API}
Scopes
${SCOPES}`,

  'labels with colons, values below after an empty line': `Client ID:

${ID}

Client Secret:

${SECRET}

Authentication URL/Board:

${AUTH}

Authentication Token URL:

${TOKEN}

API URL / Port:

${API}

Scopes:

${SCOPES}
`,

  'a table pasted from HTML, a row a value': `Field\tValue
Client ID\t${ID}
Client Secret\t${SECRET}
Authenticaton URL/Board\t${AUTH}
Authentication Token URL\t${TOKEN}
API URL / Port\t${API}
Scopes\t${SCOPES}`,

  'a table with a third column of remarks': `Client ID\t${ID}\tthe same for all instances
Client Secret\t${SECRET}\tunique for this instance
Authentication URL/Board\t${AUTH}\tsame for all
Authentication Token URL\t${TOKEN}\tsame for all
API URL / Port\t${API}\tTest
Scopes\t${SCOPES}\t`,

  'a table in columns': `Client ID\tClient Secret\tAuthentication URL/Board\tAuthentication Token URL\tAPI URL / Port\tScopes
${ID}\t${SECRET}\t${AUTH}\t${TOKEN}\t${API}\t${SCOPES}`,

  'a table drawn with bars': `| Setting | Value |
|---|---|
| Client ID | ${ID} |
| Client Secret | ${SECRET} |
| Authentication URL/Board | ${AUTH} |
| Authentication Token URL | ${TOKEN} |
| API URL / Port | ${API} |
| Scopes | ${SCOPES} |`,

  bullets: `• Client ID: ${ID}
• Client Secret: ${SECRET}
- Authentication URL/Board: ${AUTH}
* Authentication Token URL: ${TOKEN}
– API URL / Port: ${API}
· Scopes: ${SCOPES}`,

  numbers: `1. Client ID: ${ID}
2. Client Secret: ${SECRET}
3. Authentication URL/Board: ${AUTH}
4. Authentication Token URL: ${TOKEN}
5. API URL / Port: ${API}
6. Scopes: ${SCOPES}`,

  'a quoted reply': `> On Tuesday the ministry wrote:
> Client ID: ${ID}
> Client Secret: ${SECRET}
>> Authentication URL/Board: ${AUTH}
> Authentication Token URL: ${TOKEN}
> API URL / Port: ${API}
> Scopes: ${SCOPES}`,

  'markdown bold': `**Client ID:** ${ID}
**Client Secret:** ${SECRET}
**Authentication URL/Board**: ${AUTH}
**Authentication Token URL**: ${TOKEN}
**API URL / Port**: ${API}
**Scopes**: ${SCOPES}`,

  JSON: JSON.stringify(
    { client_id: ID, client_secret: SECRET, auth_url: AUTH, token_url: TOKEN, api_url: API, scopes: SCOPES },
    null,
    2,
  ),

  'all on one line': `Client ID: ${ID}, Client Secret: ${SECRET}, Authentication URL: ${AUTH}, Token URL: ${TOKEN}; API URL: ${API}; Scopes: ${SCOPES}`,

  'columns of blanks': `Client ID                   ${ID}
Client Secret               ${SECRET}
Authentication URL/Board    ${AUTH}
Authentication Token URL    ${TOKEN}
API URL / Port              ${API}
Scopes                      ${SCOPES}`,

  'dashes between': `Client ID - ${ID}
Client Secret – ${SECRET}
Authentication URL/Board – ${AUTH}
Authentication Token URL - ${TOKEN}
API URL / Port — ${API}
Scopes — ${SCOPES}`,

  'upper case and no blanks': `CLIENTID: ${ID}
CLIENTSECRET: ${SECRET}
AUTHENTICATION URL/BOARD: ${AUTH}
AUTHENTICATION TOKEN URL: ${TOKEN}
API URL/PORT: ${API}
SCOPES: ${SCOPES}`,

  'remarks in brackets, sentences around': `Hi Sam, thanks for your patience! See below: everything is for the test instance only.
Client ID (same for all instances): ${ID}
Client Secret (unique per instance): ${SECRET}
Authentication URL/Board (same for all): ${AUTH} (please bookmark)
Authentication Token URL: <${TOKEN}>
API URL / Port (Test): ${API}.
Scopes (separated by spaces): ${SCOPES}
Do not share the client secret: it is a password.`,

  'addresses shown twice, as mail programs do': `Client ID: ${ID}
Client Secret: ${SECRET}
Authentication URL/Board: ${AUTH} <${AUTH}>
Authentication Token URL: ${TOKEN}<${TOKEN}>
API URL / Port: ${API} <${API}>
Scopes: ${SCOPES}`,

  'the person’s own request quoted below': `Client ID: ${ID}
Client Secret: ${SECRET}
Authentication URL/Board: ${AUTH}
Authentication Token URL: ${TOKEN}
API URL / Port: ${API}
Scopes: ${SCOPES}

-----Original Message-----
> Redirect URL of the page OnSIS API Reporting Setup:
> https://sms.mapleboard.example/onsis/callback
>
> Please register each address exactly as it stands here, and send us the values for this instance:
> - Client ID
> - Client Secret
> - Authentication URL/Board
> - Authentication Token URL
> - API URL / Port
> - Scopes
>
> Thank you,`,

  'French labels': `Bonjour,

Identifiant client${NB}: ${ID}
Secret client${NB}: ${SECRET}
URL d’authentification / Conseil${NB}: ${AUTH}
URL du jeton d’authentification${NB}: ${TOKEN}
URL de l’API / Port${NB}: ${API}
Portées${NB}: ${SCOPES}

Cordialement,
SISOn`,

  'French without accents, straight apostrophes': `Identifiant du client : ${ID}
Cle secrete : ${SECRET}
URL d'authentification : ${AUTH}
URL du jeton : ${TOKEN}
URL de l'API : ${API}
Portees : ${SCOPES}`,

  'French with the English label in brackets': `Identifiant client (Client ID)\u202f: ${ID}
Secret client (Client Secret)\u202f: ${SECRET}
Adresse du conseil (Authentication URL/Board)\u202f: ${AUTH}
Adresse du jeton (Authentication Token URL)\u202f: ${TOKEN}
Adresse de l’API (API URL / Port)\u202f: ${API}
Étendues (Scopes)\u202f: ${SCOPES}`,

  'French guillemets': `Votre identifiant client est : « ${ID} »
Votre secret client est : «${NB}${SECRET}${NB}»
URL d’authentification : « ${AUTH} »
URL du jeton : « ${TOKEN} »
URL de l’API (essai) : « ${API} »
Portées : « ${SCOPES} »`,

  'French, below each other, decomposed accents': `Identifiant client
${ID}
Clé secrète
${SECRET}
URL d’authentification
${AUTH}
URL du jeton
${TOKEN}
URL de l’API et port
${API}
Portées
${SCOPES}`.normalize('NFD'),

  'scopes over several lines': `Client ID: ${ID}
Client Secret: ${SECRET}
Authentication URL/Board: ${AUTH}
Authentication Token URL: ${TOKEN}
API URL / Port: ${API}
Scopes:
  - demo.read
  - demo.write

Best regards,`,

  'scopes wrapped': `Scopes: demo.read
demo.write
Client ID: ${ID}
Client Secret: ${SECRET}
Authentication URL/Board: ${AUTH}
Authentication Token URL: ${TOKEN}
API URL / Port: ${API}`,

  'environment before the labels': `OnSIS Test Client ID: ${ID}
OnSIS Test Client Secret: ${SECRET}
OnSIS Authentication URL/Board: ${AUTH}
OnSIS Authentication Token URL: ${TOKEN}
OnSIS Test API URL / Port: ${API}
OnSIS Scopes: ${SCOPES}`,

  'a BOM and zero-width characters in the labels': `\ufeffClient\u200b ID: ${ID}
Client Secret\u200b: ${SECRET}
Authentication URL/Board: ${AUTH}
Authentication Token URL: ${TOKEN}
API URL / Port: ${API}
Scopes: ${SCOPES}`,
};

describe('readReply', () => {
  it.each(Object.entries(whole))('reads %s', (_, text) => {
    expect(doubts(text)).toEqual({});
    expect(found(text)).toEqual(all);
  });

  it('says where each value stands', () => {
    const text = `Hello\n> Client ID : ${ID}\r\n\tClient Secret:\t${SECRET}\n`;
    for (const { value, start, end } of readReply(onsis, text).found)
      expect(text.slice(start, end)).toBe(value);
    expect(readReply(onsis, text).found.map(({ label }) => label)).toEqual(['Client ID', 'Client Secret']);
  });

  it('leaves test and production side by side to the person', () => {
    const text = `API URL / Port (Test): https://test.onsis.example
API URL / Port (Production): https://prod.onsis.example`;
    expect(found(text)).toEqual({});
    const [doubt] = readReply(onsis, text).doubts;
    expect(doubt?.candidates.map(({ label, value }) => [label, value])).toEqual([
      ['API URL / Port (Test)', 'https://test.onsis.example'],
      ['API URL / Port (Production)', 'https://prod.onsis.example'],
    ]);
  });

  it('does not doubt a value that is only repeated', () => {
    expect(found(`Client ID: ${ID}\nAgain, your Client ID: ${ID}`)).toEqual({ clientId: ID });
  });

  it('offers a port that is told apart from the address', () => {
    expect(doubts('API URL / Port: https://api.onsis.example / 8443')).toEqual({
      apiUrl: ['https://api.onsis.example', 'https://api.onsis.example:8443'],
    });
    expect(doubts('API URL / Port: https://api.onsis.example/v1, port 8443')).toEqual({
      apiUrl: ['https://api.onsis.example/v1', 'https://api.onsis.example:8443/v1'],
    });
  });

  it.each([
    ["'", "'"],
    ['"', '"'],
    ['`', '`'],
  ])('asks whether %s around a secret belongs to it', (open, close) => {
    const wrapped = `${open}${SECRET}${close}`;
    expect(doubts(`Client Secret: ${wrapped}`)).toEqual({ clientSecret: [wrapped, SECRET] });
    expect(found(`Client ID: ${open}${ID}${close}`)).toEqual({ clientId: ID });
  });

  it('asks whether a full stop ends the secret or the sentence', () => {
    expect(doubts(`Client Secret: ${SECRET}.`)).toEqual({ clientSecret: [`${SECRET}.`, SECRET] });
  });

  it('keeps every character of a secret, odd ones and inner blanks included', () => {
    for (const secret of [
      'a b',
      'x\u00a0y8',
      '-lead',
      '>q9',
      '=pad==',
      'ünï©ode',
      'zero\u200bwidth',
      '#7$&%+/\\|',
    ]) {
      expect(found(`Client Secret: ${secret}`)).toEqual({ clientSecret: secret });
    }
    expect(found('Client Secret:\n-kP7*\n')).toEqual({ clientSecret: '-kP7*' });
  });

  it.each([
    'Client Secret: will follow in a separate e-mail',
    'Client Secret: see below',
    'Client Secret: to follow',
    'Client Secret: ********',
    'Client Secret\n\nThank you,',
    'Secret client : envoyé dans un courriel séparé',
    'Scopes: see the attached document',
    '- Scopes\n\nThank you,',
    'API URL / Port: to be confirmed',
    'Authentication URL/Board:',
    'https://auth.onsis.example/authorize?client_id=abc&scope=demo.read',
    'Redirect URL: https://sms.mapleboard.example/onsis/callback',
    'Please keep the Client ID and the Client Secret safe.',
    '',
    '\u0000\ufffe',
  ])('takes no value from %j', (text) => {
    expect(readReply(onsis, text)).toEqual({ found: [], doubts: [] });
  });

  it('joins an address wrapped inside angle brackets, and no other', () => {
    expect(found('Token URL: <https://auth.onsis.example/very/long/\npath/token>')).toEqual({
      tokenUrl: 'https://auth.onsis.example/very/long/path/token',
    });
    expect(found('Token URL: https://auth.onsis.example/very/long/\npath/token')).toEqual({
      tokenUrl: 'https://auth.onsis.example/very/long/',
    });
  });

  it('finds an address without its scheme, as it stands there', () => {
    expect(found('API URL / Port: api.onsis.example:8443')).toEqual({ apiUrl: 'api.onsis.example:8443' });
  });

  it('never throws and stays within the text, whatever is pasted', () => {
    const pieces = [
      ...Object.values(all),
      ...Object.values(whole).slice(0, 6),
      'Client ID',
      'Client Secret:',
      'Scopes',
      'API URL / Port',
      'URL du jeton',
      ':',
      '=',
      '\t',
      '|',
      '\n',
      '\r\n',
      ' ',
      '  ',
      '> ',
      '- ',
      '(',
      ')',
      '<',
      '>',
      '"',
      '“',
      '”',
      '«',
      '»',
      '*',
      '**',
      '\u00a0',
      '\u200b',
      '\ud83d',
      '🎓',
      'e\u0301',
      'the',
      '1.',
      '\u0000',
      '\u2028',
      'https://',
      'http://[',
      '\\',
    ];
    let seed = 20_260_105;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed % below;
    };
    const started = performance.now();
    for (let run = 0; run < 5000; run += 1) {
      let text = '';
      for (let part = random(30); part >= 0; part -= 1) text += pieces[random(pieces.length)] ?? '';
      const { found: values, doubts: choices } = readReply(onsis, text);
      for (const { start, end, field } of [...values, ...choices.flatMap(({ candidates }) => candidates)]) {
        expect(start >= 0 && start < end && end <= text.length, text).toBe(true);
        if (field === 'clientSecret') expect(text).toContain(text.slice(start, end));
      }
      for (const { candidates } of choices) expect(candidates.length).toBeGreaterThan(1);
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  const size = 200_000;
  it.each(
    Object.entries({
      colons: ':'.repeat(size),
      blanks: ' '.repeat(size),
      'quote marks': '>'.repeat(size),
      'brackets after a label': `Client Secret: ${'('.repeat(size)}`,
      'blanks after a label': `Client Secret: a${' '.repeat(size)}b`,
      'slashes after a label': `API URL: https://${'/'.repeat(size)}`,
      'full stops after an address': `API URL: https://a${'.'.repeat(size)}`,
      'brackets after an address': `API URL: https://a${')'.repeat(size)}`,
      'underscores below scopes': `Scopes:\n${'_'.repeat(size)}é`,
      'underscores after scopes': `Scopes: a.b\n${'_'.repeat(size)}é`,
      'stars after a label': `Client Secret: ${'*'.repeat(size)}`,
      labels: 'Client ID: a\n'.repeat(size / 13),
      'labels on one line': 'Client ID: a '.repeat(size / 13),
      'labels without values': 'Client ID\n'.repeat(size / 10),
      'scopes without end': `Scopes:\n${'a.b\n'.repeat(size / 4)}`,
      'heading rows': 'Client ID\tScopes\n'.repeat(size / 17),
      tabs: '\t'.repeat(size),
      'bars after a label': `| Client ID ${'|'.repeat(size)}`,
      'combining marks': `Client ID${'\u0301'.repeat(size)}: x`,
      dashes: ' - '.repeat(size / 3),
      'angle brackets': `Token URL: <https://a${'b'.repeat(size)}`,
    }),
  )('needs time only in proportion to its length: %s', (_, text) => {
    const started = performance.now();
    readReply(onsis, text);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
