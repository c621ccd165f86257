/* Replies as a ministry or an e-mail program might lay them out; all contain the same six values. */

export const ID = 'onsis-maple-4821';
export const SECRET = 'kP7~vW2=x.Q9:mZ/4t+';
const AUTH = 'https://auth.onsis.example/authorize';
const TOKEN = 'https://auth.onsis.example/oauth/token';
const API = 'https://api-test.onsis.example:8443/v1';
const SCOPES = 'demo.read demo.write';

export const replyValues = {
  clientId: ID,
  clientSecret: SECRET,
  authenticationUrl: AUTH,
  tokenUrl: TOKEN,
  apiUrl: API,
  scopes: SCOPES,
};

const NB = '\u00a0';

/** Replies with all six values, unambiguous. */
export const replies: Readonly<Record<string, string>> = {
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
