import type { ReplyCase } from './reply-case';

/* Text written by a program or copied from one, which marks where a value starts and ends. */

const id = 'maple-4821';
const secret = 'kP7vW2xQ9mZ4tB8r';
const both = { clientId: id, clientSecret: secret };
const server = 'https://sis.maple.example';

export const structured: readonly ReplyCase[] = [
  // --- JSON
  {
    name: 'JSON, minified',
    system: 'powerschool',
    text: `{"serverUrl":"${server}","clientId":"${id}","clientSecret":"${secret}"}`,
    found: { serverUrl: server, ...both },
  },
  {
    name: 'JSON in a sentence',
    system: 'powerschool',
    text: `Hi, here you go: {"client_id":"${id}","client_secret":"${secret}"} Let me know if it works.`,
    found: both,
  },
  {
    name: 'JSON, nested by environment',
    system: 'powerschool',
    text: `{"test":{"client_id":"t-1","client_secret":"ts-11aa"},"production":{"client_id":"p-1","client_secret":"ps-22bb"}}`,
    asked: {
      clientId: [
        ['test', 't-1'],
        ['production', 'p-1'],
      ],
      clientSecret: [
        ['test', 'ts-11aa'],
        ['production', 'ps-22bb'],
      ],
    },
    environment: 'production',
    suggested: { clientId: 'p-1', clientSecret: 'ps-22bb' },
  },
  {
    name: 'JSON, a list of environments that name themselves',
    system: 'powerschool',
    text: `[
  { "environment": "Sandbox", "clientId": "t-1", "clientSecret": "ts-11aa" },
  { "environment": "Live", "clientId": "p-1", "clientSecret": "ps-22bb" }
]`,
    asked: {
      clientId: [
        ['Sandbox', 't-1'],
        ['Live', 'p-1'],
      ],
      clientSecret: [
        ['Sandbox', 'ts-11aa'],
        ['Live', 'ps-22bb'],
      ],
    },
    environment: 'test',
    suggested: { clientId: 't-1', clientSecret: 'ts-11aa' },
  },
  {
    name: 'JSON with escapes',
    system: 'oneroster',
    text: String.raw`{ "client_id": "${id}", "client_secret": "a\"b\\c\u0026d", "token_url": "https:\/\/sis.maple.example\/oauth\/token" }`,
    found: { clientId: id, clientSecret: 'a"b\\c&d', tokenUrl: `${server}/oauth/token` },
  },
  {
    name: 'JSON with a trailing comma and comments',
    system: 'powerschool',
    text: `{
  // from Plugin Management
  "client_id": "${id}", // public
  "client_secret": "${secret}", /* keep safe */
}`,
    found: both,
  },
  {
    name: 'JSON with single quotes',
    system: 'powerschool',
    text: `{'client_id': '${id}', 'client_secret': '${secret}'}`,
    found: both,
  },
  {
    name: 'JSON that a word processor gave smart quotes',
    system: 'powerschool',
    text: `{ “client_id”: “${id}”, “client_secret”: “${secret}” }`,
    found: both,
  },
  {
    name: 'JSON without its closing brace',
    system: 'powerschool',
    text: `{
  "client_id": "${id}",
  "client_secret": "${secret}"`,
    found: both,
  },
  {
    name: 'JSON without any brace',
    system: 'powerschool',
    text: `"client_id": "${id}",
"client_secret": "${secret}",
"expires": "2027-01-05"`,
    found: both,
  },
  {
    name: 'JSON members without quotes around the names',
    system: 'powerschool',
    text: `{ clientId: "${id}", clientSecret: "${secret}" }`,
    found: both,
  },
  {
    name: 'JSON whose secret holds what looks like a label',
    system: 'powerschool',
    text: `{"client_id":"${id}","client_secret":"x9, scope: y; Client ID: z"}`,
    found: { clientId: id, clientSecret: 'x9, scope: y; Client ID: z' },
  },
  {
    name: 'JSON with null for the secret',
    system: 'powerschool',
    text: `{"client_id": "${id}", "client_secret": null}`,
    found: { clientId: id },
  },
  {
    name: 'JSON with a number for the identifier',
    system: 'powerschool',
    text: `{"client_id": 48210077, "client_secret": "${secret}"}`,
    found: { clientId: '48210077', clientSecret: secret },
  },
  {
    name: 'a token answer beside the credentials',
    system: 'oneroster',
    text: `{"oauth": {"tokenUrl": "${server}/token", "clientId": "${id}", "clientSecret": "${secret}", "scopes": ["a.read", "b.read"]}, "expires_in": 3600}`,
    found: { tokenUrl: `${server}/token`, ...both, scopes: 'a.read b.read' },
  },
  {
    name: 'a Postman environment',
    system: 'oneroster',
    text: `{
  "name": "Maple OneRoster",
  "values": [
    { "key": "base_url", "value": "${server}", "enabled": true },
    { "key": "client_id", "value": "${id}", "enabled": true },
    { "key": "client_secret", "value": "${secret}", "type": "secret" }
  ]
}`,
    found: { serverUrl: server, ...both },
  },
  {
    name: 'a Postman collection’s auth part',
    system: 'oneroster',
    text: `{"auth":{"type":"oauth2","oauth2":[{"key":"clientSecret","value":"${secret}","type":"string"},{"key":"clientId","value":"${id}","type":"string"},{"key":"accessTokenUrl","value":"${server}/oauth/token","type":"string"},{"key":"addTokenTo","value":"header","type":"string"}]}}`,
    found: { tokenUrl: `${server}/oauth/token`, ...both },
  },
  {
    name: 'a Postman collection that holds only variables',
    system: 'oneroster',
    text: `{"oauth2":[{"key":"clientSecret","value":"{{client_secret}}"},{"key":"clientId","value":"{{client_id}}"}]}`,
  },
  {
    name: 'JSON inside a string of JSON',
    system: 'powerschool',
    text: String.raw`{"id":7,"body":"{\"client_id\":\"${id}\",\"client_secret\":\"${secret}\"}"}`,
    found: both,
  },
  // --- assignments
  {
    name: '.env',
    system: 'oneroster',
    text: `# Maple
ONEROSTER_BASE_URL=${server}
ONEROSTER_TOKEN_URL=${server}/oauth/token
ONEROSTER_CLIENT_ID=${id}
ONEROSTER_CLIENT_SECRET=${secret}
`,
    found: { serverUrl: server, tokenUrl: `${server}/oauth/token`, ...both },
  },
  {
    name: '.env with quotes and comments',
    system: 'powerschool',
    text: `CLIENT_ID="${id}" # the plugin's
CLIENT_SECRET='${secret}'   # regenerate in June`,
    found: both,
  },
  {
    name: '.env, a comment behind a bare secret',
    system: 'powerschool',
    text: `CLIENT_ID=${id}\nCLIENT_SECRET=${secret} # regenerate in June`,
    found: both,
  },
  {
    name: '.env for two environments',
    system: 'powerschool',
    text: `TEST_CLIENT_ID=t-1
TEST_CLIENT_SECRET=ts-11aa
PROD_CLIENT_ID=p-1
PROD_CLIENT_SECRET=ps-22bb`,
    asked: {
      clientId: [
        ['TEST', 't-1'],
        ['PROD', 'p-1'],
      ],
      clientSecret: [
        ['TEST', 'ts-11aa'],
        ['PROD', 'ps-22bb'],
      ],
    },
    environment: 'test',
    suggested: { clientId: 't-1', clientSecret: 'ts-11aa' },
  },
  {
    name: 'names that end in the environment',
    system: 'powerschool',
    text: `clientIdTest = "t-1"
clientIdProd = "p-1"`,
    asked: {
      clientId: [
        ['Test', 't-1'],
        ['Prod', 'p-1'],
      ],
    },
    environment: 'production',
    suggested: { clientId: 'p-1' },
  },
  {
    name: 'bash export',
    system: 'powerschool',
    text: `export PS_CLIENT_ID="${id}"
export PS_CLIENT_SECRET='${secret}'`,
    found: both,
  },
  {
    name: 'cmd set',
    system: 'powerschool',
    text: `set CLIENT_ID=${id}\r\nset CLIENT_SECRET=${secret}\r\n`,
    found: both,
  },
  {
    name: 'PowerShell variables',
    system: 'powerschool',
    text: `$clientId = '${id}'
$clientSecret = '${secret}'
$env:SERVER_URL = "${server}"`,
    found: { serverUrl: server, ...both },
  },
  {
    name: 'PowerShell, a quote doubled inside the value',
    system: 'powerschool',
    text: `$clientId = '${id}'; $clientSecret = 'it''s-9x'`,
    found: { clientId: id, clientSecret: "it's-9x" },
  },
  {
    name: 'PowerShell parameters',
    system: 'powerschool',
    text: `Connect-Sis -ClientId '${id}' -ClientSecret '${secret}' -Verbose`,
    found: both,
  },
  {
    name: 'PowerShell Format-List',
    system: 'aeries-oneroster',
    text: `
Name           : Maple Roster
ConsumerKey    : 0a1b2c3d4e
ConsumerSecret : 99aa88bb77cc
Enabled        : True
`,
    found: { consumerId: '0a1b2c3d4e', consumerSecret: '99aa88bb77cc' },
  },
  {
    name: 'a PowerShell hash table',
    system: 'powerschool',
    text: `$creds = @{
  ClientId     = '${id}'
  ClientSecret = '${secret}'
}`,
    found: both,
  },
  {
    name: 'C#',
    system: 'powerschool',
    text: `private const string ClientId = "${id}";
private const string ClientSecret = "${secret}"; // TODO move`,
    found: both,
  },
  {
    name: 'Python',
    system: 'powerschool',
    text: `import os
client_id = "${id}"
os.environ["CLIENT_SECRET"] = "${secret}"`,
    found: both,
  },
  {
    name: 'JavaScript',
    system: 'oneroster',
    text: `const clientId = '${id}', clientSecret = '${secret}';
const tokenUrl = \`${server}/oauth/token\`;`,
    found: { tokenUrl: `${server}/oauth/token`, ...both },
  },
  {
    name: 'PHP',
    system: 'powerschool',
    text: `'client_id' => '${id}',\n'client_secret' => '${secret}',`,
    found: both,
  },
  {
    name: 'Java properties with dots',
    system: 'oneroster',
    text: `oneroster.maple.base-url=${server}\noneroster.maple.client-id=${id}\noneroster.maple.client-secret=${secret}`,
    found: { serverUrl: server, ...both },
  },
  {
    name: 'command-line options',
    system: 'powerschool',
    text: `sync --client-id ${id} --client-secret ${secret} --dry-run`,
    found: both,
  },
  {
    name: 'YAML by environment',
    system: 'oneroster',
    text: `oneroster:
  staging:
    client_id: t-1
    client_secret: "ts-11aa"
  production:
    client_id: p-1
    client_secret: "ps-22bb"
`,
    asked: {
      clientId: [
        ['staging', 't-1'],
        ['production', 'p-1'],
      ],
      clientSecret: [
        ['staging', 'ts-11aa'],
        ['production', 'ps-22bb'],
      ],
    },
    environment: 'production',
    suggested: { clientId: 'p-1', clientSecret: 'ps-22bb' },
  },
  {
    name: 'INI sections',
    system: 'powerschool',
    text: `[UAT]
ClientID=t-1
ClientSecret=ts-11aa

[Live]
ClientID=p-1
ClientSecret=ps-22bb`,
    asked: {
      clientId: [
        ['UAT', 't-1'],
        ['Live', 'p-1'],
      ],
      clientSecret: [
        ['UAT', 'ts-11aa'],
        ['Live', 'ps-22bb'],
      ],
    },
    environment: 'test',
    suggested: { clientId: 't-1' },
  },
  {
    name: 'INI, one section',
    system: 'powerschool',
    text: `[maple]\nclient-id = ${id}\nclient-secret = ${secret}\n`,
    found: both,
  },
  // --- query strings, forms, requests
  {
    name: 'a form body',
    system: 'powerschool',
    text: 'grant_type=client_credentials&client_id=maple%2D4821&client_secret=a%2Bb%26c%3Dd9',
    found: { clientId: id, clientSecret: 'a+b&c=d9' },
  },
  {
    name: 'a form body with a plus for a blank',
    system: 'oneroster',
    text: `client_id=${id}&client_secret=${secret}&scope=roster.read+roster.write`,
    found: { ...both, scopes: 'roster.read roster.write' },
  },
  {
    name: 'a token request as an address',
    system: 'oneroster',
    text: `${server}/oauth/token?grant_type=client_credentials&client_id=${id}&client_secret=${secret}`,
    found: { ...both, tokenUrl: `${server}/oauth/token` },
  },
  {
    name: 'a raw HTTP request',
    system: 'powerschool',
    text: `POST /oauth/access_token HTTP/1.1
Host: sis.maple.example
Authorization: Basic bWFwbGUtNDgyMTprUDd2VzJ4UTltWjR0Qjhy
Content-Type: application/x-www-form-urlencoded

grant_type=client_credentials`,
    found: { ...both, serverUrl: server },
  },
  {
    name: 'curl with -u',
    system: 'powerschool',
    text: `curl -u '${id}:${secret}' -d grant_type=client_credentials ${server}/oauth/access_token/`,
    found: { ...both, serverUrl: server },
  },
  {
    name: 'curl with -u, for a system with a token address',
    system: 'oneroster',
    text: `curl -X POST "${server}/oauth/token" -u ${id}:${secret} -d 'grant_type=client_credentials'`,
    found: { ...both, tokenUrl: `${server}/oauth/token` },
  },
  {
    name: 'curl over several lines',
    system: 'oneroster',
    text: `curl --location --request POST '${server}/oauth/token' \\
  --header 'Content-Type: application/x-www-form-urlencoded' \\
  --data-urlencode 'grant_type=client_credentials' \\
  --data-urlencode 'client_id=${id}' \\
  --data-urlencode 'client_secret=a+b%c&d9'`,
    found: { tokenUrl: `${server}/oauth/token`, clientId: id, clientSecret: 'a+b%c&d9' },
  },
  {
    name: 'curl with --data and percent signs',
    system: 'oneroster',
    text: `curl ${server}/oauth/token --data "grant_type=client_credentials&client_id=${id}&client_secret=a%2Bb9"`,
    found: { tokenUrl: `${server}/oauth/token`, clientId: id, clientSecret: 'a+b9' },
  },
  {
    name: 'curl with a Basic header',
    system: 'oneroster',
    text: `curl ${server}/oauth/token -H "Authorization: Basic bWFwbGUtNDgyMTprUDd2VzJ4UTltWjR0Qjhy" -d grant_type=client_credentials`,
    found: { tokenUrl: `${server}/oauth/token`, ...both },
  },
  {
    name: 'curl with JSON',
    system: 'oneroster',
    text: `curl -X POST ${server}/oauth/token -H 'Content-Type: application/json' -d '{"client_id":"${id}","client_secret":"${secret}"}'`,
    found: { tokenUrl: `${server}/oauth/token`, ...both },
  },
  {
    name: 'curl with a bearer token',
    system: 'classlink-proxy',
    text: `curl -H 'Authorization: Bearer 0f1e2d3c-4b5a' 'https://oneroster-proxy.example/v1/orgs'`,
    found: { accessToken: '0f1e2d3c-4b5a' },
    asked: { proxyUrl: ['https://oneroster-proxy.example', 'https://oneroster-proxy.example/v1'] },
  },
  {
    name: 'curl of a Windows prompt',
    system: 'powerschool',
    text: `curl -X POST ${server}/oauth/access_token ^\r\n  -d "client_id=${id}" ^\r\n  -d "client_secret=${secret}"`,
    found: { ...both, serverUrl: server },
  },
  {
    name: 'curl with placeholders',
    system: 'powerschool',
    text: 'curl -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials https://sis.maple.example/oauth/access_token',
    found: { serverUrl: server },
  },
  // --- XML and HTML
  {
    name: 'XML elements',
    system: 'powerschool',
    text: `<?xml version="1.0"?><plugin><clientId>${id}</clientId><clientSecret>a&amp;b&lt;9</clientSecret></plugin>`,
    found: { clientId: id, clientSecret: 'a&b<9' },
  },
  {
    name: 'XML attributes',
    system: 'powerschool',
    text: `<oauth client-id="${id}" client-secret="a&quot;b9" enabled="true" />`,
    found: { clientId: id, clientSecret: 'a"b9' },
  },
  {
    name: 'XML elements by environment',
    system: 'powerschool',
    text: `<environments>
  <environment name="Test"><clientId>t-1</clientId><clientSecret>ts-11aa</clientSecret></environment>
  <environment name="Production"><clientId>p-1</clientId><clientSecret>ps-22bb</clientSecret></environment>
</environments>`,
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
    suggested: { clientSecret: 'ts-11aa' },
  },
  {
    name: '.NET configuration',
    system: 'powerschool',
    text: `<appSettings>\n  <add key="Sis:ClientId" value="${id}" />\n  <add key="Sis:ClientSecret" value="${secret}" />\n</appSettings>`,
    found: both,
  },
  {
    name: 'an HTML table pasted as source',
    system: 'powerschool',
    text: `<table border="1"><tr><th>Client ID</th><td>${id}</td></tr><tr><th>Client Secret</th><td>a&amp;b9</td></tr></table>`,
    found: { clientId: id, clientSecret: 'a&b9' },
  },
  {
    name: 'an HTML table of two environments',
    system: 'powerschool',
    text: `<html><body><p>Hello,</p><table><tr><td></td><td><b>Test</b></td><td><b>Production</b></td></tr><tr><td>Client&nbsp;ID</td><td>t-1</td><td>p-1</td></tr></table></body></html>`,
    asked: {
      clientId: [
        ['Test', 't-1'],
        ['Production', 'p-1'],
      ],
    },
  },
  {
    name: 'HTML paragraphs and links',
    system: 'oneroster',
    text: `<div><p><b>Client ID:</b> ${id}</p><p><b>Client Secret:</b> ${secret}</p><p><b>Token URL:</b> <a href="${server}/oauth/token">${server}/oauth/token</a><br>Base URL: ${server}</p></div>`,
    found: { ...both, tokenUrl: `${server}/oauth/token`, serverUrl: server },
  },
  {
    name: 'an HTML form',
    system: 'powerschool',
    text: `<form><label>Client ID</label><input type="text" name="client_id" value="${id}"><label>Client Secret</label><input name="client_secret" value="${secret}"></form>`,
    found: both,
  },
  {
    name: 'an HTML definition list',
    system: 'powerschool',
    text: `<dl><dt>Client ID</dt><dd>${id}</dd><dt>Client Secret</dt><dd><code>${secret}</code></dd></dl>`,
    found: both,
  },
  // --- names and values in separate places
  {
    name: 'strings with a prefix',
    system: 'powerschool',
    text: `CLIENT_ID = f"${id}"\nCLIENT_SECRET = r"a\\b9'Kz#4"`,
    found: { clientId: id, clientSecret: `a\\b9'Kz#4` },
  },
  {
    name: 'C#: key-value pairs',
    system: 'powerschool',
    text: `new KeyValuePair<string, string>("client_id", "${id}"),\nnew KeyValuePair<string, string>("client_secret", "${secret}"),`,
    found: both,
  },
  {
    name: 'a dictionary with initial values',
    system: 'powerschool',
    text: `{ "client_id", "${id}" },\n{ "client_secret", "${secret}" },`,
    found: both,
  },
  {
    name: 'JavaScript: append',
    system: 'powerschool',
    text: `params.append("client_id", "${id}");\nparams.append('client_secret', '${secret}');`,
    found: both,
  },
  {
    name: 'a list of names is none of values',
    system: 'powerschool',
    text: `required = ["client_id", "client_secret"]`,
  },
  {
    name: 'Java properties with escapes',
    system: 'oneroster',
    text: `tokenUrl=https\\://sis.maple.example/token\nclientSecret=Mx3\\=Tq8\\:Vb6`,
    found: { tokenUrl: `${server}/token` },
    asked: { clientSecret: ['Mx3\\=Tq8\\:Vb6', 'Mx3=Tq8:Vb6'] },
  },
  {
    name: 'Terraform variables',
    system: 'powerschool',
    text: `variable "client_id" {\n  default = "${id}"\n}\nvariable "client_secret" {\n  type    = string\n  default = "${secret}"\n}`,
    found: both,
  },
  {
    name: 'YAML with names and values',
    system: 'powerschool',
    text: `env:\n  - name: CLIENT_ID\n    value: ${id}\n  - name: CLIENT_SECRET\n    value: "${secret}"`,
    found: both,
  },
  {
    name: 'CloudFormation parameters',
    system: 'powerschool',
    text: `[{"ParameterKey":"ClientId","ParameterValue":"${id}"},{"ParameterKey":"ClientSecret","ParameterValue":"${secret}"}]`,
    found: both,
  },
  {
    name: 'a Kubernetes secret',
    system: 'powerschool',
    text: `apiVersion: v1\nkind: Secret\nmetadata:\n  name: sis\ndata:\n  client_id: bWFwbGUtNDgyMQ==\n  client_secret: a1A3dlcyeFE5bVo0dEI4cg==`,
    found: both,
  },
  {
    name: 'a Kubernetes secret as JSON',
    system: 'powerschool',
    text: `{"kind":"Secret","data":{"client_id":"bWFwbGUtNDgyMQ==","client_secret":"a1A3dlcyeFE5bVo0dEI4cg=="}}`,
    found: both,
  },
  {
    name: 'a record of a key vault',
    system: 'powerschool',
    text: `{"id": "https://vault.maple.example/secrets/sis/1", "name": "powerschool-client-secret", "value": "${secret}"}`,
    found: { clientSecret: secret },
  },
  {
    name: 'the number of a record beside the identifier',
    system: 'powerschool',
    text: `{"id": "rec-1", "client_id": "${id}", "client_secret": "${secret}"}`,
    found: both,
  },
  {
    name: 'two identifiers of an application',
    system: 'classlink-proxy',
    text: `{"application_id": 57, "oneroster_application_id": "abc-77", "bearer": "tok-1"}`,
    found: { applicationId: 'abc-77', accessToken: 'tok-1' },
  },
  {
    name: 'an item of a password manager',
    system: 'powerschool',
    text: `{"id":"x7k2","title":"PowerSchool","fields":[{"id":"notesPlain","label":"notesPlain","value":""},{"id":"f2","label":"Client ID","value":"${id}"},{"id":"f3","label":"Client Secret","value":"${secret}","reference":"op://IT/PowerSchool/Client Secret"}]}`,
    found: both,
  },
  {
    name: 'KeePass XML',
    system: 'powerschool',
    text: `<String><Key>Title</Key><Value>PS</Value></String><String><Key>Client ID</Key><Value>${id}</Value></String><String><Key>Client Secret</Key><Value ProtectInMemory="True">${secret}</Value></String>`,
    found: both,
  },
  {
    name: 'a property list',
    system: 'powerschool',
    text: `<dict><key>client_id</key><string>${id}</string><key>client_secret</key><string>${secret}</string></dict>`,
    found: both,
  },
];
