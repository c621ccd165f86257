import type { ReplyCase } from './reply-case';

/*
 * Replies as people write them, by an author who did not know the parser, with what a careful technician would
 * conclude. Only cases on which parser and author agree are here. All names and values are invented.
 */

export const blind: readonly ReplyCase[] = [
  {
    name: 'blind: chat',
    system: 'powerschool',
    environment: 'test',
    text: `ok here you go 🙂
id: maple-lib-7781 / secret: s3k-Qp0aZ+x/91==
PowerSchool: https://sis-test.maple.example`,
    found: {
      serverUrl: 'https://sis-test.maple.example',
      clientId: 'maple-lib-7781',
      clientSecret: 's3k-Qp0aZ+x/91==',
    },
  },
  {
    name: 'blind: two star-marked sections with a blank line after the heading',
    system: 'onsis',
    environment: 'test',
    text: `Good afternoon,

Please find below the information for the OnSIS API.

*** TEST ***

Client ID: onsis-bsd-0042-t
Client Secret: hT7~kq.Vb2_wLz8Rr0Yp-c5N1xEoGmJd3
Authentication URL: https://login.test.ministry.example/oauth2/authorize
Token URL: https://login.test.ministry.example/oauth2/token
API URL: https://api.test.ministry.example/onsis/v2

*** PRODUCTION ***

Client ID: onsis-bsd-0042-p
Client Secret: mW4~zs.Xc9_uKy1Qq6Tn-a8B2vDfHlPe7
Authentication URL: https://login.ministry.example/oauth2/authorize
Token URL: https://login.ministry.example/oauth2/token
API URL: https://api.ministry.example/onsis/v2

Scope (both environments): onsis.read onsis.submit

Ministry of Education - Data Collection Branch`,
    found: { scopes: 'onsis.read onsis.submit' },
    asked: {
      clientId: ['onsis-bsd-0042-t', 'onsis-bsd-0042-p'],
      clientSecret: ['hT7~kq.Vb2_wLz8Rr0Yp-c5N1xEoGmJd3', 'mW4~zs.Xc9_uKy1Qq6Tn-a8B2vDfHlPe7'],
      authenticationUrl: [
        'https://login.test.ministry.example/oauth2/authorize',
        'https://login.ministry.example/oauth2/authorize',
      ],
      tokenUrl: [
        'https://login.test.ministry.example/oauth2/token',
        'https://login.ministry.example/oauth2/token',
      ],
      apiUrl: ['https://api.test.ministry.example/onsis/v2', 'https://api.ministry.example/onsis/v2'],
    },
    suggested: {
      clientId: 'onsis-bsd-0042-t',
      clientSecret: 'hT7~kq.Vb2_wLz8Rr0Yp-c5N1xEoGmJd3',
      authenticationUrl: 'https://login.test.ministry.example/oauth2/authorize',
      tokenUrl: 'https://login.test.ministry.example/oauth2/token',
      apiUrl: 'https://api.test.ministry.example/onsis/v2',
    },
  },
  {
    name: 'blind: numbered steps',
    system: 'aeries-oneroster',
    environment: 'production',
    text: `Karen,

In Aeries go to School Info > Configurations > OneRoster. Then in your product:

1. In the "Aeries URL" box enter https://aeries.birch.example/student
2. In the Consumer ID box enter birch_usd_lib.
3. In the Consumer Secret box enter 4f9Qm2Lx7Rt0Vz8K
4. Click Save and then Test connection.

Thanks`,
    found: {
      aeriesUrl: 'https://aeries.birch.example/student',
      consumerId: 'birch_usd_lib',
      consumerSecret: '4f9Qm2Lx7Rt0Vz8K',
    },
  },
  {
    name: "blind: contracted 's between label and value",
    system: 'classlink-proxy',
    environment: 'production',
    text: `Hey! ClassLink got back to me. The app id's a8812-roster and the access token's 9e0b7c5d-11aa-4c3e-8f20-6d5b4a392817 
no proxy url needed they said`,
    found: { applicationId: 'a8812-roster', accessToken: '9e0b7c5d-11aa-4c3e-8f20-6d5b4a392817' },
  },
  {
    name: 'blind: french labels with space before colon',
    system: 'oneroster',
    environment: 'production',
    text: `Bonjour Mme Gagnon,

Voici les renseignements demandés :

Adresse du serveur : https://oneroster.erable.example/ims/oneroster/v1p1
URL du jeton : https://oneroster.erable.example/oauth/token
Identifiant client : csse-biblio
Clé secrète : « Zq8+Rt5/Lm2=Xv0#pK »
Portée : https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly

Au plaisir,
Luc Bédard
Technicien en informatique, CSS des Érables
Tél. : 555 014-8890, poste 212`,
    found: {
      serverUrl: 'https://oneroster.erable.example/ims/oneroster/v1p1',
      tokenUrl: 'https://oneroster.erable.example/oauth/token',
      clientId: 'csse-biblio',
      clientSecret: 'Zq8+Rt5/Lm2=Xv0#pK',
      scopes: 'https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly',
    },
  },
  {
    name: 'blind: answers inline below quoted questions',
    system: 'oneroster',
    environment: 'test',
    text: `> What is our base URL?
https://or.cedar.example/api/oneroster/v1p1

> What is the token URL?
https://or.cedar.example/api/token

> What is our client id?
It's cedar-7714-sandbox

> And the client secret?
I'll have Priya text it to you, we don't put those in email.

> Which scopes?
roster-core.readonly roster-demographics.readonly`,
    found: {
      serverUrl: 'https://or.cedar.example/api/oneroster/v1p1',
      tokenUrl: 'https://or.cedar.example/api/token',
      clientId: 'cedar-7714-sandbox',
      scopes: 'roster-core.readonly roster-demographics.readonly',
    },
  },
  {
    name: 'blind: tab table, first column labels, columns Test/Production',
    system: 'powerschool',
    environment: 'test',
    text: `	Test	Production
Server	https://pstest.spruce.example	https://ps.spruce.example
Client ID	1d2c3b4a-0000-4aaa-9bbb-112233445566	6f5e4d3c-0000-4ccc-8ddd-665544332211
Client Secret	aa11bb22-cc33-4d44-9e55-ff6677889900	00998877-66ff-455e-844d-33cc22bb11aa`,
    asked: {
      serverUrl: ['https://pstest.spruce.example', 'https://ps.spruce.example'],
      clientId: ['1d2c3b4a-0000-4aaa-9bbb-112233445566', '6f5e4d3c-0000-4ccc-8ddd-665544332211'],
      clientSecret: ['aa11bb22-cc33-4d44-9e55-ff6677889900', '00998877-66ff-455e-844d-33cc22bb11aa'],
    },
    suggested: {
      serverUrl: 'https://pstest.spruce.example',
      clientId: '1d2c3b4a-0000-4aaa-9bbb-112233445566',
      clientSecret: 'aa11bb22-cc33-4d44-9e55-ff6677889900',
    },
  },
  {
    name: 'blind: markdown pipe table with labels as first row',
    system: 'powerschool',
    text: `| Environment | URL | Client ID | Client Secret |
|-------------|-----|-----------|---------------|
| Test | https://ps-t.elm.example | elm-t-01 | qW3rTy7uI0pAs |
| Production | https://ps.elm.example | elm-p-01 | zXc9vBn2mLk5J |`,
    asked: {
      serverUrl: ['https://ps-t.elm.example', 'https://ps.elm.example'],
      clientId: ['elm-t-01', 'elm-p-01'],
      clientSecret: ['qW3rTy7uI0pAs', 'zXc9vBn2mLk5J'],
    },
  },
  {
    name: 'blind: dot leaders, Essai/Production',
    system: 'onsis',
    environment: 'production',
    text: `Bonjour,

Suite à votre demande, voici les accès SISOn :

ESSAI

  ID client ............ sison-cse-118-essai
  Secret client ........ 8Kd!w0Pz$r4Tn
  URL du jeton ......... https://auth-essai.ministere.example/jeton
  
PRODUCTION

  ID client ............ sison-cse-118
  Secret client ........ à venir
  URL du jeton ......... https://auth.ministere.example/jeton

Les accès de production vous seront transmis après la réussite des essais.

Direction de la collecte de données`,
    asked: {
      clientId: ['sison-cse-118-essai', 'sison-cse-118'],
      clientSecret: ['8Kd!w0Pz$r4Tn'],
      tokenUrl: ['https://auth-essai.ministere.example/jeton', 'https://auth.ministere.example/jeton'],
    },
    suggested: { clientId: 'sison-cse-118', tokenUrl: 'https://auth.ministere.example/jeton' },
  },
  {
    name: 'blind: env file with quotes',
    system: 'classlink-direct',
    environment: 'production',
    text: `# ClassLink Roster Server
export CLASSLINK_SERVER_URL="https://maple-ca-v2.rosterserver.example/ims/oneroster/v1p1"
export CLASSLINK_CLIENT_ID=3f8a91c0d2e4
export CLASSLINK_CLIENT_SECRET='b7#Lq=9!x/2'
# export CLASSLINK_CLIENT_SECRET='old-old-old'`,
    found: {
      serverUrl: 'https://maple-ca-v2.rosterserver.example/ims/oneroster/v1p1',
      clientId: '3f8a91c0d2e4',
    },
    asked: { clientSecret: ['b7#Lq=9!x/2', 'old-old-old'] },
  },
  {
    name: 'blind: ',
    system: 'classlink-direct',
    environment: 'production',
    text: `CLASSLINK_SERVER_URL=https://oak-ca-v2.rosterserver.example
CLASSLINK_CLIENT_ID=oak_9931
CLASSLINK_CLIENT_SECRET="pa=ss#w0rd==" # rotate in June
SMTP_PASSWORD=winter2024
SUPPORT_EMAIL=help@oak.example
DISTRICT_CODE=77120`,
    found: {
      serverUrl: 'https://oak-ca-v2.rosterserver.example',
      clientId: 'oak_9931',
      clientSecret: 'pa=ss#w0rd==',
    },
  },
  {
    name: 'blind: curl',
    system: 'oneroster',
    environment: 'production',
    text: `Hi, this works for us, copy it:

curl -X POST 'https://sis.larch.example/oauth2/token' \\
  -H 'Content-Type: application/x-www-form-urlencoded' \\
  -d 'grant_type=client_credentials' \\
  -d 'client_id=larch-reader' \\
  -d 'client_secret=Tg5%2Bq0w%3D%3D' \\
  -d 'scope=roster-core.readonly'

then call https://sis.larch.example/ims/oneroster/v1p1/orgs with the bearer token.`,
    found: {
      tokenUrl: 'https://sis.larch.example/oauth2/token',
      clientId: 'larch-reader',
      clientSecret: 'Tg5+q0w==',
      scopes: 'roster-core.readonly',
    },
  },
  {
    name: 'blind: plain JSON with nested block',
    system: 'powerschool',
    environment: 'production',
    text: `{
  "name": "Library Sync Plugin",
  "plugin_server": "https://powerschool.willow.example",
  "oauth": {
    "client_id": "e3b0c442-98fc-4c14-9afb-f4c8996fb924",
    "client_secret": "27ae41e4-649b-434c-a495-991b7852b855"
  },
  "version": "1.4.2",
  "support": "support@willow.example"
}`,
    found: {
      serverUrl: 'https://powerschool.willow.example',
      clientId: 'e3b0c442-98fc-4c14-9afb-f4c8996fb924',
      clientSecret: '27ae41e4-649b-434c-a495-991b7852b855',
    },
  },
  {
    name: 'blind: yAML with test/production keys',
    system: 'oneroster',
    environment: 'test',
    text: `oneroster:
  test:
    base_url: https://or-test.poplar.example/v1p1
    token_url: https://or-test.poplar.example/token
    client_id: poplar-t
    client_secret: "q: 8&zT"
  production:
    base_url: https://or.poplar.example/v1p1
    token_url: https://or.poplar.example/token
    client_id: poplar-p
    client_secret: ~
  scopes:
    - roster-core.readonly
    - roster.readonly`,
    found: { scopes: 'roster-core.readonly roster.readonly' },
    asked: {
      serverUrl: ['https://or-test.poplar.example/v1p1', 'https://or.poplar.example/v1p1'],
      tokenUrl: ['https://or-test.poplar.example/token', 'https://or.poplar.example/token'],
      clientId: ['poplar-t', 'poplar-p'],
      clientSecret: ['q: 8&zT', '~'],
    },
    suggested: {
      serverUrl: 'https://or-test.poplar.example/v1p1',
      tokenUrl: 'https://or-test.poplar.example/token',
      clientId: 'poplar-t',
      clientSecret: 'q: 8&zT',
    },
  },
  {
    name: 'blind: outlook thread with an older secret below',
    system: 'powerschool',
    environment: 'production',
    text: `From: Nadia Roy <nroy@vendor.example>
Sent: Tuesday, March 4, 2025 10:12 AM
To: Greg Hall <ghall@birchsd.example>
Subject: RE: RE: API credentials

Greg - new secret below, the old one was revoked last night.

Client ID: birch-ps-01
Client Secret: NEW-77aaQ-kk29-ZZ01

Nadia

From: Nadia Roy <nroy@vendor.example>
Sent: Monday, January 13, 2025 3:40 PM
To: Greg Hall <ghall@birchsd.example>
Subject: RE: API credentials

Hi Greg,
Server: https://ps.birchsd.example
Client ID: birch-ps-01
Client Secret: OLD-11bbR-mm38-YY02`,
    found: { serverUrl: 'https://ps.birchsd.example', clientId: 'birch-ps-01' },
    asked: { clientSecret: ['NEW-77aaQ-kk29-ZZ01', 'OLD-11bbR-mm38-YY02'] },
  },
  {
    name: 'blind: chat correction on a later line',
    system: 'classlink-direct',
    environment: 'production',
    text: `[9:02 AM] Marcus: Client ID: cl-5520-hs
[9:02 AM] Marcus: Client secret: 66e2fd0a9b1c
[9:03 AM] Marcus: URL is https://hemlock-v2.rosterserver.example
[9:15 AM] Marcus: sorry, the secret above was wrong, use 66e2fd0a9b1e
[9:16 AM] Tanya: 👍`,
    found: { serverUrl: 'https://hemlock-v2.rosterserver.example', clientId: 'cl-5520-hs' },
    asked: { clientSecret: ['66e2fd0a9b1c', '66e2fd0a9b1e'] },
  },
  {
    name: 'blind: second thought on the same line',
    system: 'aeries-oneroster',
    environment: 'production',
    text: `Consumer ID: lib-fir-20
Secret: abc123XY77 (no wait, abc124XY77)
Aeries URL: https://fir.aeries.example/`,
    found: { aeriesUrl: 'https://fir.aeries.example/', consumerId: 'lib-fir-20' },
    asked: { consumerSecret: ['abc123XY77', 'abc124XY77', 'abc123XY77 (no wait, abc124XY77)'] },
  },
  {
    name: 'blind: remarks between label and value, value on its own indented line',
    system: 'oneroster',
    environment: 'production',
    text: `Client ID (this is not your district number, please keep the dash):

    ash-40912

Client secret - copy with care, it is case sensitive:

    xR5vUe9PqL2sWd7K

Token address: https://auth.ash.example/connect/token
Base URL: https://roster.ash.example/ims/oneroster/v1p1

District number: 40912`,
    found: {
      serverUrl: 'https://roster.ash.example/ims/oneroster/v1p1',
      tokenUrl: 'https://auth.ash.example/connect/token',
      clientId: 'ash-40912',
      clientSecret: 'xR5vUe9PqL2sWd7K',
    },
  },
  {
    name: 'blind: authentication URL broken across two lines by the mailer',
    system: 'onsis',
    environment: 'production',
    text: `Please find your OnSIS production API details.

Client ID: 5e1c7b90-aa31-4c8b-b6f2-0d9e8c7b6a54
Client Secret: Vt8Q~nR3.kLw0yZ_p6XsB1mHcJ-uE5oGfA2dT9iK
Authentication URL: https://login.ministry.example/4b1d2f60-1111-4222-8333-944455566677/oauth2/v2.0/au
thorize
Token URL: https://login.ministry.example/4b1d2f60-1111-4222-8333-944455566677/oauth2/v2.0/token
API URL: https://api.ministry.example/onsis
Scope: api://onsis-prod/.default
Tenant ID: 4b1d2f60-1111-4222-8333-944455566677
Secret expires: 2026-11-30`,
    found: {
      clientId: '5e1c7b90-aa31-4c8b-b6f2-0d9e8c7b6a54',
      clientSecret: 'Vt8Q~nR3.kLw0yZ_p6XsB1mHcJ-uE5oGfA2dT9iK',
      tokenUrl: 'https://login.ministry.example/4b1d2f60-1111-4222-8333-944455566677/oauth2/v2.0/token',
      apiUrl: 'https://api.ministry.example/onsis',
      scopes: 'api://onsis-prod/.default',
    },
    asked: {
      authenticationUrl: [
        'https://login.ministry.example/4b1d2f60-1111-4222-8333-944455566677/oauth2/v2.0/au',
        'https://login.ministry.example/4b1d2f60-1111-4222-8333-944455566677/oauth2/v2.0/authorize',
      ],
    },
  },
  {
    name: 'blind: french running sentences, guillemets, URLs with trailing full stop',
    system: 'oneroster',
    environment: 'production',
    text: `Bonjour Sylvie,

J'ai créé l'accès dans notre système. L'identifiant est « biblio-lac » et le secret est « r7Tq-02Lm-99Zx ». Le serveur : https://sis.lac.example/oneroster. Le point de terminaison du jeton : https://sis.lac.example/oneroster/token.

Pour la portée, laissez la valeur par défaut.

Bonne fin de journée !
Hélène`,
    found: {
      serverUrl: 'https://sis.lac.example/oneroster',
      tokenUrl: 'https://sis.lac.example/oneroster/token',
      clientId: 'biblio-lac',
      clientSecret: 'r7Tq-02Lm-99Zx',
    },
  },
  {
    name: 'blind: tab table, labels in first row, a single data row',
    system: 'classlink-proxy',
    text: `ClassLink OneRoster Proxy

Application ID	Access Token	Proxy URL	Status
ll-20331	c1a2b3d4-e5f6-4789-90ab-cdef12345678	https://oneroster-proxy.classlink.example	Active`,
    found: {
      applicationId: 'll-20331',
      accessToken: 'c1a2b3d4-e5f6-4789-90ab-cdef12345678',
      proxyUrl: 'https://oneroster-proxy.classlink.example',
    },
  },
  {
    name: 'blind: one ID/secret for both environments is found',
    system: 'oneroster',
    environment: 'test',
    text: `Same credentials for test and prod:

Client ID: cypress-sync
Client secret: 7Yh-4Rf-1Qa-9Lo

Test base URL: https://test-or.cypress.example/ims/oneroster/v1p1
Prod base URL: https://or.cypress.example/ims/oneroster/v1p1

Test token URL: https://test-or.cypress.example/token
Prod token URL: https://or.cypress.example/token`,
    found: { clientId: 'cypress-sync', clientSecret: '7Yh-4Rf-1Qa-9Lo' },
    asked: {
      serverUrl: [
        'https://test-or.cypress.example/ims/oneroster/v1p1',
        'https://or.cypress.example/ims/oneroster/v1p1',
      ],
      tokenUrl: ['https://test-or.cypress.example/token', 'https://or.cypress.example/token'],
    },
    suggested: {
      serverUrl: 'https://test-or.cypress.example/ims/oneroster/v1p1',
      tokenUrl: 'https://test-or.cypress.example/token',
    },
  },
  {
    name: 'blind: postman export',
    system: 'powerschool',
    environment: 'test',
    text: `Environment variables in Postman (exported):
{
  "id": "0c1d2e3f-4a5b-4c6d-8e7f-001122334455",
  "name": "PS Sandbox",
  "values": [
    {"key": "base_url", "value": "https://ps-sandbox.hazel.example", "enabled": true},
    {"key": "client_id", "value": "hazel-sbx", "enabled": true},
    {"key": "client_secret", "value": "Kq0/Vt+7nB==", "type": "secret", "enabled": true},
    {"key": "access_token", "value": "", "enabled": true}
  ],
  "_postman_variable_scope": "environment",
  "_postman_exported_at": "2025-04-02T13:10:44.120Z"
}`,
    found: {
      serverUrl: 'https://ps-sandbox.hazel.example',
      clientId: 'hazel-sbx',
      clientSecret: 'Kq0/Vt+7nB==',
    },
  },
  {
    name: 'blind: xML with entities to decode, an empty scope and a commented placeholder',
    system: 'oneroster',
    environment: 'production',
    text: `<oneroster>
  <baseUrl>https://or.rowan.example/ims/oneroster/v1p1</baseUrl>
  <tokenUrl>https://or.rowan.example/oauth/token</tokenUrl>
  <clientId>rowan&amp;co</clientId>
  <clientSecret>a&lt;9Kx&amp;77</clientSecret>
  <scope></scope>
  <!-- <clientSecret>changeme</clientSecret> -->
</oneroster>`,
    found: {
      serverUrl: 'https://or.rowan.example/ims/oneroster/v1p1',
      tokenUrl: 'https://or.rowan.example/oauth/token',
      clientId: 'rowan&co',
      clientSecret: 'a<9Kx&77',
    },
  },
  {
    name: 'blind: powerShell',
    system: 'onsis',
    environment: 'test',
    text: `$ClientId     = "bsd-onsis-tst"
$ClientSecret = "M7\`$x9!qLp"
$AuthUrl      = "https://auth-tst.ministry.example/authorize"
$TokenUrl     = "https://auth-tst.ministry.example/token"
$ApiUrl       = "https://api-tst.ministry.example/v1/onsis"
$Scope        = "onsis.all"
$Body = @{ grant_type = "client_credentials"; client_id = $ClientId; client_secret = $ClientSecret; scope = $Scope }
Invoke-RestMethod -Method Post -Uri $TokenUrl -Body $Body`,
    found: {
      clientId: 'bsd-onsis-tst',
      clientSecret: 'M7`$x9!qLp',
      authenticationUrl: 'https://auth-tst.ministry.example/authorize',
      tokenUrl: 'https://auth-tst.ministry.example/token',
      apiUrl: 'https://api-tst.ministry.example/v1/onsis',
      scopes: 'onsis.all',
    },
  },
  {
    name: 'blind: java',
    system: 'oneroster',
    environment: 'production',
    text: `or.base.url=https\\://or.beech.example/ims/oneroster/v1p1
or.token.url=https\\://or.beech.example/oauth/token
or.client.id=beech-41
or.client.secret=Pq\\=7\\#z0
or.scope=roster-core.readonly roster-enrollment.readonly
or.timeout=30000`,
    found: {
      serverUrl: 'https://or.beech.example/ims/oneroster/v1p1',
      tokenUrl: 'https://or.beech.example/oauth/token',
      clientId: 'beech-41',
      scopes: 'roster-core.readonly roster-enrollment.readonly',
    },
    asked: { clientSecret: ['Pq\\=7\\#z0', 'Pq=7#z0'] },
  },
  {
    name: 'blind: terraform variable blocks',
    system: 'powerschool',
    environment: 'production',
    text: `variable "ps_server" {
  default = "https://ps.maplewood.example"
}
variable "ps_client_id" {
  default = "mw-terraform-3"
}
variable "ps_client_secret" {
  sensitive = true
  default   = "t0pK-99-x"
}`,
    found: {
      serverUrl: 'https://ps.maplewood.example',
      clientId: 'mw-terraform-3',
      clientSecret: 't0pK-99-x',
    },
  },
  {
    name: 'blind: everything in an attachment',
    system: 'powerschool',
    environment: 'production',
    text: `Hello Ms. Chen,

Please see the attached PDF for your credentials (API_Creds_Chen.pdf, password is your district code followed by the year). 

Client ID: see attached
Client Secret: see attached
Server: see attached

Regards,
Onboarding Team
https://www.vendor.example | 1-800-555-0155
This message may contain confidential information. If you are not the intended recipient, please delete it.`,
  },
  {
    name: 'blind: bold headings, backticks to strip, "Clé API" paired with "Secret" stands for the client ID',
    system: 'classlink-direct',
    environment: 'test',
    text: `Bonjour,

Voici l'info pour ClassLink:

**Essai**
Serveur: https://essai-v2.rosterserver.example
Clé API: cle-essai-01
Secret: \`tA9/kk2+==\`

**Production**
Serveur: https://prod-v2.rosterserver.example
Clé API: cle-prod-01
Secret: \`vB3/mm8+==\`

Merci,
Jean-François`,
    asked: {
      serverUrl: ['https://essai-v2.rosterserver.example', 'https://prod-v2.rosterserver.example'],
      clientId: ['cle-essai-01', 'cle-prod-01'],
      clientSecret: ['tA9/kk2+==', 'vB3/mm8+=='],
    },
    suggested: {
      serverUrl: 'https://essai-v2.rosterserver.example',
      clientId: 'cle-essai-01',
      clientSecret: 'tA9/kk2+==',
    },
  },
  {
    name: 'blind: one label with "or" and two values',
    system: 'aeries-oneroster',
    environment: 'test',
    text: `Consumer ID: pine-or-2 or pine-or-3 (one of those two, ask Bill)
Consumer Secret: 9Jk2-Lm4N-p6Q8
URL: https://pine.aeries.example/aeries`,
    found: { aeriesUrl: 'https://pine.aeries.example/aeries', consumerSecret: '9Jk2-Lm4N-p6Q8' },
    asked: { consumerId: ['pine-or-2', 'pine-or-3'] },
  },
  {
    name: 'blind: french inline answers wrapped in asterisks',
    system: 'onsis',
    environment: 'production',
    text: `Bonjour Mme Tremblay,

En réponse à vos questions (réponses en majuscules ci-dessous... non, en gras finalement) :

> 1. Quel est notre identifiant client?
*sison-45-prod*
> 2. Quel est le secret?
*Il vous sera communiqué par téléphone.*
> 3. Quelle est l'URL d'authentification?
*https://auth.ministere.example/oauth/authorize*
> 4. Et celle du jeton?
*https://auth.ministere.example/oauth/token*
> 5. L'URL de l'API?
*https://api.ministere.example/sison*
> 6. Portée?
*sison.lecture*

Cordialement,
Ministère de l'Éducation`,
    found: {
      clientId: 'sison-45-prod',
      authenticationUrl: 'https://auth.ministere.example/oauth/authorize',
      tokenUrl: 'https://auth.ministere.example/oauth/token',
      apiUrl: 'https://api.ministere.example/sison',
      scopes: 'sison.lecture',
    },
  },
  {
    name: 'blind: cSV with a quoted secret that holds a comma and a doubled quote',
    system: 'oneroster',
    environment: 'production',
    text: `Field,Value
Base URL,https://or.dogwood.example/ims/oneroster/v1p1
Token URL,https://or.dogwood.example/token
Client ID,dogwood-lib
Client Secret,"k,7""Q9z"
Scope,"roster-core.readonly,roster-demographics.readonly"
Expires,2026-07-01`,
    found: {
      serverUrl: 'https://or.dogwood.example/ims/oneroster/v1p1',
      tokenUrl: 'https://or.dogwood.example/token',
      clientId: 'dogwood-lib',
      clientSecret: 'k,7"Q9z',
      scopes: 'roster-core.readonly,roster-demographics.readonly',
    },
  },
  {
    name: 'blind: cSV with three environments',
    system: 'powerschool',
    environment: 'test',
    text: `env,server,client_id,client_secret
test,https://pst.aspen.example,aspen-t,Tt4-1100-aa
production,https://ps.aspen.example,aspen-p,Pp4-2200-bb
training,https://pstrain.aspen.example,aspen-tr,TBD`,
    asked: {
      serverUrl: ['https://pst.aspen.example', 'https://ps.aspen.example', 'https://pstrain.aspen.example'],
      clientId: ['aspen-t', 'aspen-p', 'aspen-tr'],
      clientSecret: ['Tt4-1100-aa', 'Pp4-2200-bb'],
    },
    suggested: { clientSecret: 'Tt4-1100-aa' },
  },
  {
    name: 'blind: french labels, token with dots',
    system: 'classlink-proxy',
    environment: 'test',
    text: `Salut,

ID de l'application : app-77-biblio
Jeton d'accès : eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhcHAtNzcifQ.Zm9vYmFyYmF6cXV4
Ne pas utiliser l'ancien jeton (celui de septembre).

À+
Pat`,
    found: {
      applicationId: 'app-77-biblio',
      accessToken: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhcHAtNzcifQ.Zm9vYmFyYmF6cXV4',
    },
  },
  {
    name: 'blind: tab table after a greeting',
    system: 'onsis',
    environment: 'test',
    text: `Bonjour,

	Environnement d'essai	Environnement de production
Identifiant client	sison-t-301	sison-p-301
Secret client	Ht5#kLw9==	(à venir)
URL d'authentification	https://auth-essai.ministere.example/auth	https://auth.ministere.example/auth
URL du jeton	https://auth-essai.ministere.example/token	https://auth.ministere.example/token
URL de l'API	https://api-essai.ministere.example/sison	https://api.ministere.example/sison
Portée	sison.tout	sison.tout

Merci de confirmer la réception.`,
    found: { scopes: 'sison.tout' },
    asked: {
      clientId: ['sison-t-301', 'sison-p-301'],
      clientSecret: ['Ht5#kLw9=='],
      authenticationUrl: ['https://auth-essai.ministere.example/auth', 'https://auth.ministere.example/auth'],
      tokenUrl: ['https://auth-essai.ministere.example/token', 'https://auth.ministere.example/token'],
      apiUrl: ['https://api-essai.ministere.example/sison', 'https://api.ministere.example/sison'],
    },
    suggested: {
      clientId: 'sison-t-301',
      clientSecret: 'Ht5#kLw9==',
      authenticationUrl: 'https://auth-essai.ministere.example/auth',
      tokenUrl: 'https://auth-essai.ministere.example/token',
      apiUrl: 'https://api-essai.ministere.example/sison',
    },
  },
  {
    name: 'blind: french correction on top, older value in "> " quoted mail',
    system: 'powerschool',
    environment: 'production',
    text: `Bonjour Éric,

Désolé, ne pas tenir compte de mon courriel précédent, le secret était celui de l'école voisine. Le bon est :

Secret du client : 4d3c2b1a-9f8e-4a7b-8c6d-5e4f3a2b1c0d

Marie-Claude

Le 12 mars 2025 à 09:14, Marie-Claude Roy <mcroy@fournisseur.example> a écrit :
> Bonjour Éric,
> Serveur PowerSchool : https://ps.bouleau.example
> ID du client : biblio-bouleau
> Secret du client : 0a1b2c3d-1111-4222-8333-abcdefabcdef`,
    found: { serverUrl: 'https://ps.bouleau.example', clientId: 'biblio-bouleau' },
    asked: { clientSecret: ['4d3c2b1a-9f8e-4a7b-8c6d-5e4f3a2b1c0d', '0a1b2c3d-1111-4222-8333-abcdefabcdef'] },
  },
  {
    name: 'blind: other French wording',
    system: 'oneroster',
    environment: 'production',
    text: `Nom d'hôte : or.cerisier.example
URL de base : https://or.cerisier.example/ims/oneroster/v1p1
URL du point de terminaison du jeton : https://or.cerisier.example/oauth2/token
Clé de l'application : cerisier-4
Mot de passe de l'application : Été2025!çà-7
Portées : roster-core.readonly
Mot de passe du portail Web (compte mlavoie) : Bonjour123`,
    found: {
      tokenUrl: 'https://or.cerisier.example/oauth2/token',
      clientId: 'cerisier-4',
      clientSecret: 'Été2025!çà-7',
      scopes: 'roster-core.readonly',
    },
    asked: { serverUrl: ['or.cerisier.example', 'https://or.cerisier.example/ims/oneroster/v1p1'] },
  },
  {
    name: 'blind: emoji headings, no separator at all between label and value',
    system: 'powerschool',
    environment: 'production',
    text: `📘 TEST
Server https://pst.laurel.example
ID laurel-t
Secret 7777-tttt-aaaa

📕 PRODUCTION
Server https://ps.laurel.example
ID laurel-p
Secret 8888-pppp-bbbb`,
    asked: {
      serverUrl: ['https://pst.laurel.example', 'https://ps.laurel.example'],
      clientId: ['laurel-t', 'laurel-p'],
      clientSecret: ['7777-tttt-aaaa', '8888-pppp-bbbb'],
    },
    suggested: {
      serverUrl: 'https://ps.laurel.example',
      clientId: 'laurel-p',
      clientSecret: '8888-pppp-bbbb',
    },
  },
  {
    name: 'blind: dashed headings with dates, blank line after',
    system: 'oneroster',
    environment: 'test',
    text: `Bonjour,

--- Essai (valide jusqu'au 2025-08-31) ---

Identifiant : or-essai-9
Secret : e9-Essai-33xK

--- Production (à compter du 2025-09-01) ---

Identifiant : or-prod-9
Secret : p9-Prod-44yL

URL de base (les deux) : https://or.pommier.example/ims/oneroster/v1p1
URL du jeton (les deux) : https://or.pommier.example/jeton`,
    found: {
      serverUrl: 'https://or.pommier.example/ims/oneroster/v1p1',
      tokenUrl: 'https://or.pommier.example/jeton',
    },
    asked: { clientId: ['or-essai-9', 'or-prod-9'], clientSecret: ['e9-Essai-33xK', 'p9-Prod-44yL'] },
    suggested: { clientId: 'or-essai-9', clientSecret: 'e9-Essai-33xK' },
  },
  {
    name: 'blind: sections are schools rather than environments',
    system: 'classlink-direct',
    text: `Hi,

We have two roster servers for your district, pick the one for your school:

Elementary
  URL: https://sycamore-es.rosterserver.example
  Key: syc-es
  Secret: 1es-QQ-88
Secondary
  URL: https://sycamore-hs.rosterserver.example
  Key: syc-hs
  Secret: 2hs-WW-99`,
    asked: {
      serverUrl: ['https://sycamore-es.rosterserver.example', 'https://sycamore-hs.rosterserver.example'],
      clientId: ['syc-es', 'syc-hs'],
      clientSecret: ['1es-QQ-88', '2hs-WW-99'],
    },
  },
  {
    name: 'blind: bullets with en dashes as separators',
    system: 'powerschool',
    environment: 'production',
    text: `Zendesk #90213 — Solved

Aisha (Support)
Mar 18, 2025, 11:42
Your credentials have been generated:
• Client ID – 31415926-5358-4979-8323-846264338327
• Client Secret – 27182818-2845-4904-8235-360287471352
• Server – https://district.powerschool.example

Please do not share them. If you lose the secret we'll have to generate a new one.

How would you rate the support you received? Good, I'm satisfied / Bad, I'm unsatisfied`,
    found: {
      serverUrl: 'https://district.powerschool.example',
      clientId: '31415926-5358-4979-8323-846264338327',
      clientSecret: '27182818-2845-4904-8235-360287471352',
    },
  },
  {
    name: 'blind: secret broken over two lines by a quoted-printable soft break',
    system: 'oneroster',
    environment: 'production',
    text: `ID client : biblio-tilleul
Secret client : wQ7/z+Lp0mN4vXk2RtY8uBc6JhG1sDfA3eKi5oZ9qHnTbVxC7yWgMlUj4P=
 2rEa==
URL de base : https://or.tilleul.example/v1p1
URL du jeton : https://or.tilleul.example/token`,
    found: {
      serverUrl: 'https://or.tilleul.example/v1p1',
      tokenUrl: 'https://or.tilleul.example/token',
      clientId: 'biblio-tilleul',
    },
    asked: {
      clientSecret: [
        'wQ7/z+Lp0mN4vXk2RtY8uBc6JhG1sDfA3eKi5oZ9qHnTbVxC7yWgMlUj4P=',
        'wQ7/z+Lp0mN4vXk2RtY8uBc6JhG1sDfA3eKi5oZ9qHnTbVxC7yWgMlUj4P=2rEa==',
        'wQ7/z+Lp0mN4vXk2RtY8uBc6JhG1sDfA3eKi5oZ9qHnTbVxC7yWgMlUj4P2rEa==',
      ],
    },
  },
  {
    name: 'blind: empty labels',
    system: 'powerschool',
    environment: 'production',
    text: `Client ID:
Client Secret:
Server address: https://ps.chestnut.example

Please fill in the first two yourself from System > Plugin Management > LibSync > Data Provider Configuration.`,
    found: { serverUrl: 'https://ps.chestnut.example' },
  },
  {
    name: 'blind: labels in one block and values in another',
    system: 'powerschool',
    environment: 'production',
    text: `Client ID
Client Secret
Server

b1946ac9-2492-4d23-87c6-235b4d2611184
591785b7-94f5-4e2a-8b3d-4a3c0e8d7f6b1
https://ps.hickory.example`,
    found: {
      serverUrl: 'https://ps.hickory.example',
      clientId: 'b1946ac9-2492-4d23-87c6-235b4d2611184',
      clientSecret: '591785b7-94f5-4e2a-8b3d-4a3c0e8d7f6b1',
    },
  },
  {
    name: 'blind: two products with the same labels and no OneRoster name on either',
    system: 'oneroster',
    text: `Plateforme : Mozaïk (SIG)
Adresse : https://or.mozaik.example/oneroster/v1p1
Identifiant client : moz-881
Secret : Moz+77/aa==

Plateforme : Moodle (ENA)
Adresse : https://ena.moodle.example
Identifiant client : moodle-12
Secret : Moo-33-bb

Dites-moi si vous avez besoin des deux.`,
    asked: {
      serverUrl: ['https://or.mozaik.example/oneroster/v1p1', 'https://ena.moodle.example'],
      clientId: ['moz-881', 'moodle-12'],
      clientSecret: ['Moz+77/aa==', 'Moo-33-bb'],
    },
  },
  {
    name: 'blind: one-line JSON with an array of environments named by a "name" sibling',
    system: 'classlink-proxy',
    environment: 'production',
    text: `{"environments":[{"name":"Test","applicationId":"cp-t-100","accessToken":"tok_t_9a8b7c"},{"name":"Production","applicationId":"cp-p-100","accessToken":"tok_p_1d2e3f"}],"proxyUrl":"https://oneroster-proxy.classlink.example/"}`,
    found: { proxyUrl: 'https://oneroster-proxy.classlink.example/' },
    asked: { applicationId: ['cp-t-100', 'cp-p-100'], accessToken: ['tok_t_9a8b7c', 'tok_p_1d2e3f'] },
    suggested: { applicationId: 'cp-p-100', accessToken: 'tok_p_1d2e3f' },
  },
  {
    name: 'blind: azure wording',
    system: 'onsis',
    environment: 'test',
    text: `Subject: FW: OnSIS API - board 66010

FYI - Denise, can you plug this in?

---------- Forwarded message ---------
From: OnSIS Support <onsis.help@ministry.example>
Date: Wed, Apr 9, 2025 at 2:21 PM
Subject: OnSIS API - board 66010
To: <dwong@board.example>

Board: 66010
Application (client) ID: 0fa1b2c3-d4e5-4f60-8718-293a4b5c6d7e
Secret Value: Rk8Q~1vT.x5Lm-0wZ3_bHy7NcPqSdFgJ2eUoA
Secret ID: 77777777-8888-4999-8aaa-bbbbbbbbbbbb
Directory (tenant) ID: 12121212-3434-4565-8787-909090909090
Endpoint: https://api-uat.ministry.example/onsis
Scope: api://0fa1b2c3-d4e5-4f60-8718-293a4b5c6d7e/.default`,
    found: {
      clientId: '0fa1b2c3-d4e5-4f60-8718-293a4b5c6d7e',
      clientSecret: 'Rk8Q~1vT.x5Lm-0wZ3_bHy7NcPqSdFgJ2eUoA',
      apiUrl: 'https://api-uat.ministry.example/onsis',
      scopes: 'api://0fa1b2c3-d4e5-4f60-8718-293a4b5c6d7e/.default',
    },
  },
  {
    name: 'blind: arrows as separators, port kept in the origin, "Le secret expire le',
    system: 'powerschool',
    environment: 'production',
    text: `Bonjour M. Côté,

Suite à votre billet REQ-55120 :
1) Adresse du serveur PowerSchool → https://ps.noyer.example:8443/
2) ID client → 7b52009b-64fd-4a2a-8e6d-b939012c1d4f
3) Secret client → 6b86b273-ff34-4ce1-9d6b-804eff5a3f57

Le secret expire le 2026-06-30. Pour renouveler : soutien@fournisseur.example ou 1 888 555-0133.

Avis de confidentialité : ce courriel est destiné uniquement à son destinataire.`,
    found: {
      serverUrl: 'https://ps.noyer.example:8443/',
      clientId: '7b52009b-64fd-4a2a-8e6d-b939012c1d4f',
      clientSecret: '6b86b273-ff34-4ce1-9d6b-804eff5a3f57',
    },
  },
  {
    name: 'blind: "same as before" is no secret',
    system: 'classlink-direct',
    environment: 'production',
    text: `Client ID: gum-22 (previously gum-21)
Client Secret: same as before
Server URL: https://gum-v2.rosterserver.example`,
    found: { serverUrl: 'https://gum-v2.rosterserver.example' },
    asked: { clientId: ['gum-22'] },
  },
  {
    name: 'blind: aligned two columns with the headings written underneath',
    system: 'powerschool',
    environment: 'test',
    text: `Server:        https://pst.palm.example        https://ps.palm.example
Client ID:     palm-t-5                        palm-p-5
Client Secret: TTT-111-xxx                     PPP-222-yyy
               ^ test                          ^ live`,
    asked: {
      serverUrl: ['https://pst.palm.example', 'https://ps.palm.example'],
      clientId: ['palm-t-5', 'palm-p-5'],
      clientSecret: ['TTT-111-xxx', 'PPP-222-yyy', 'TTT-111-xxx                     PPP-222-yyy'],
    },
  },
  {
    name: 'blind: iNI sections in French',
    system: 'powerschool',
    environment: 'production',
    text: `[Essai]
serveur = https://ps-essai.frene.example
id = frene-e
secret = Ee-1-2-3-4

[Production]
serveur = https://ps.frene.example
id = frene-p
secret = Pp-5-6-7-8`,
    asked: {
      serverUrl: ['https://ps-essai.frene.example', 'https://ps.frene.example'],
      clientId: ['frene-e', 'frene-p'],
      clientSecret: ['Ee-1-2-3-4', 'Pp-5-6-7-8'],
    },
    suggested: { serverUrl: 'https://ps.frene.example', clientId: 'frene-p', clientSecret: 'Pp-5-6-7-8' },
  },
  {
    name: 'blind: long-format table',
    system: 'onsis',
    text: `Bonjour,

Milieu	Élément	Valeur
Essai	Identifiant client	cse-t-77
Essai	Secret client	Tt/77+aa==
Essai	URL de l'API	https://api-e.ministere.example
Production	Identifiant client	cse-p-77
Production	Secret client	Pp/88+bb==
Production	URL de l'API	https://api.ministere.example`,
    asked: {
      clientId: ['cse-t-77', 'cse-p-77'],
      clientSecret: ['Tt/77+aa==', 'Pp/88+bb=='],
      apiUrl: ['https://api-e.ministere.example', 'https://api.ministere.example'],
    },
  },
  {
    name: 'blind: bilingual mail repeating the same values',
    system: 'aeries-oneroster',
    text: `Bonjour / Hello (English follows)

Identifiant du consommateur : lib-acajou
Secret du consommateur : Aca-Jou-2025-xR
Adresse Aeries : https://aeries.acajou.example

---

Consumer ID: lib-acajou
Consumer Secret: Aca-Jou-2025-xR
Aeries address: https://aeries.acajou.example`,
    found: {
      aeriesUrl: 'https://aeries.acajou.example',
      consumerId: 'lib-acajou',
      consumerSecret: 'Aca-Jou-2025-xR',
    },
  },
  {
    name: 'blind: bilingual labels with a slash',
    system: 'onsis',
    environment: 'test',
    text: `English / Français

Client ID / Identifiant client: on-bil-19
Client Secret / Secret client: Bi/Li-ng==
Token URL / URL du jeton: https://auth.ministry.example/token
API URL / URL de l'API: https://api.ministry.example/onsis
Authentication URL / URL d'authentification: N/A
Scopes / Portées: S.O.`,
    found: {
      clientId: 'on-bil-19',
      clientSecret: 'Bi/Li-ng==',
      tokenUrl: 'https://auth.ministry.example/token',
      apiUrl: 'https://api.ministry.example/onsis',
    },
  },
  {
    name: 'blind: placeholder in angle brackets and masked secret',
    system: 'classlink-direct',
    environment: 'test',
    text: `Bonjour Paul,

Serveur : https://cl-essai.rosterserver.example
ID client : <votre identifiant>
Secret client : ********

Vous verrez les vraies valeurs en vous connectant au portail : https://portail.classlink.example (utilisateur pbrault, mot de passe Hiver-2025).`,
    found: { serverUrl: 'https://cl-essai.rosterserver.example' },
  },
  {
    name: 'blind: teams copy with names and times',
    system: 'onsis',
    environment: 'production',
    text: `Message Teams — Ministère, canal « SISOn API »

Roy, Josée  08:31
Voici pour la production 👇
Roy, Josée  08:31
client_id : sison-prod-88
client_secret : Jr5=kT9/mm#2
Roy, Josée  08:32
authentification → https://connexion.ministere.example/autorisation
jeton → https://connexion.ministere.example/jeton
api → https://api.ministere.example/sison/v3
Lemay, Alain  08:40
Merci! Et la portée?
Roy, Josée  08:44
sison.ecriture sison.lecture`,
    found: {
      clientId: 'sison-prod-88',
      clientSecret: 'Jr5=kT9/mm#2',
      authenticationUrl: 'https://connexion.ministere.example/autorisation',
      tokenUrl: 'https://connexion.ministere.example/jeton',
      apiUrl: 'https://api.ministere.example/sison/v3',
    },
  },
  {
    name: 'blind: empty secret cell',
    system: 'classlink-direct',
    environment: 'production',
    text: `Here is the row from our sheet:

District	Server	Key	Secret	Contact	Expires
Boxwood USD	https://boxwood-v2.rosterserver.example	bx-10		api@boxwood.example	2026-01-01`,
    found: { serverUrl: 'https://boxwood-v2.rosterserver.example', clientId: 'bx-10' },
  },
  {
    name: 'blind: address in parts',
    system: 'oneroster',
    environment: 'production',
    text: `Bonjour, voici le bloc à coller dans votre fichier :

Host: or.peuplier.example
Port: 443
Path: /ims/oneroster/v1p1
App key: peuplier-ak-3
App secret: ak3!=Ll00"zz
Token path: /oauth/token

Merci!`,
    found: { serverUrl: 'or.peuplier.example', clientId: 'peuplier-ak-3', clientSecret: 'ak3!=Ll00"zz' },
  },
  {
    name: 'blind: headings are sentences',
    system: 'onsis',
    environment: 'test',
    text: `Hi team,

UAT values are unchanged. For PROD (effective Sept 2, 2025) use:
Client ID = onp-5512
Client secret = Wd2~hh.K0-9x
Token URL = https://auth.ministry.example/token

For reference UAT was:
Client ID = onu-5512
Client secret = Ud1~gg.J9-8w
Token URL = https://auth-uat.ministry.example/token`,
    asked: {
      clientId: ['onp-5512', 'onu-5512'],
      clientSecret: ['Wd2~hh.K0-9x', 'Ud1~gg.J9-8w'],
      tokenUrl: ['https://auth.ministry.example/token', 'https://auth-uat.ministry.example/token'],
    },
    suggested: {
      clientId: 'onu-5512',
      clientSecret: 'Ud1~gg.J9-8w',
      tokenUrl: 'https://auth-uat.ministry.example/token',
    },
  },
  {
    name: 'blind: q/R pairs in French',
    system: 'aeries-oneroster',
    environment: 'test',
    text: `Bonjour Lise,

Q : Quelle est l'adresse Aeries?
R : https://aeries-essai.saule.example/oneroster
Q : Quel est l'ID consommateur?
R : saule-e-1
Q : Quel est le secret?
R : voir pièce jointe`,
    found: { aeriesUrl: 'https://aeries-essai.saule.example/oneroster', consumerId: 'saule-e-1' },
  },
  {
    name: 'blind: two numbered active secrets',
    system: 'powerschool',
    text: `Nous avons deux secrets actifs durant la rotation; les deux fonctionnent jusqu'au 30 juin.

Serveur : https://ps.thuya.example
ID client : thuya-1
Secret 1 : s1-AAAA-0001
Secret 2 : s2-BBBB-0002`,
    found: { serverUrl: 'https://ps.thuya.example', clientId: 'thuya-1' },
    asked: { clientSecret: ['s1-AAAA-0001', 's2-BBBB-0002'] },
  },
  {
    name: 'blind: no-break spaces before colons and after a value',
    system: 'oneroster',
    environment: 'production',
    text: `Bonjour,
ID client : biblio-cedre 
Secret client : correct cheval pile agrafe
URL de base : <https://or.cedre.example/v1p1>
URL du jeton : https://or.cedre.example/token<https://or.cedre.example/token>
Portée : aucune`,
    found: {
      serverUrl: 'https://or.cedre.example/v1p1',
      tokenUrl: 'https://or.cedre.example/token',
      clientId: 'biblio-cedre',
    },
  },
  {
    name: 'blind: bearer prefix is not part of the token, and the old token is marked "do not use"',
    system: 'classlink-proxy',
    environment: 'production',
    text: `App ID: zelk-4
Token: Bearer 5d41402abc4b2a76b9719d911017c592
Old token (expired 2024-12-31, do not use): 7d793037a0760186574b0282f2f435e7`,
    found: { applicationId: 'zelk-4' },
    asked: { accessToken: ['Bearer 5d41402abc4b2a76b9719d911017c592', '7d793037a0760186574b0282f2f435e7'] },
  },
  {
    name: 'blind: a refusal',
    system: 'powerschool',
    environment: 'test',
    text: `Bonjour Mme Bergeron,

Malheureusement votre demande d'accès (billet 7741-B) est incomplète. Il nous manque l'ID client de votre application actuelle et l'adresse du serveur PowerSchool. Le secret vous sera remis en personne; ne l'envoyez jamais par courriel.

Formulaire : https://formulaires.fournisseur.example/acces
Téléphone : 514 555-0166

Guy Lavallée, Service à la clientèle`,
  },
  {
    name: 'blind: essai and production in running French prose, several values a sentence',
    system: 'onsis',
    environment: 'test',
    text: `Bonjour Madame Gagnon,

Pour l'environnement d'essai, l'identifiant client est csf-0417-ess et le secret client est Yt5!pQ0z-LmR8vK2; pour la production, ce sera plutôt csf-0417-prd avec le secret Bn3!wX9c-HjT6sD1. L'adresse de l'API est https://api-essai.minedu.example/sison/v3 à l'essai et https://api.minedu.example/sison/v3 en production.

La portée est la même dans les deux cas : sison.depot

Cordialement,
Direction de la collecte des données`,
    found: { scopes: 'sison.depot' },
    asked: {
      clientId: ['csf-0417-ess', 'csf-0417-prd'],
      clientSecret: ['Yt5!pQ0z-LmR8vK2', 'Bn3!wX9c-HjT6sD1'],
      apiUrl: ['https://api-essai.minedu.example/sison/v3', 'https://api.minedu.example/sison/v3'],
    },
  },
  {
    name: 'blind: teams chat',
    system: 'aeries-oneroster',
    environment: 'production',
    text: `[9:02 AM] Nguyen, Theresa
morning! did the Aeries folks answer?
[9:04 AM] Brandt, Kyle
yep just now
[9:04 AM] Brandt, Kyle
consumer id is quail-usd-or11
[9:05 AM] Nguyen, Theresa
and the secret?
[9:05 AM] Brandt, Kyle
Zp8eW3rT6yU1iO4a
[9:06 AM] Brandt, Kyle
url https://aeries.quail.example/aeries
[9:06 AM] Nguyen, Theresa
perfect ty`,
    found: {
      aeriesUrl: 'https://aeries.quail.example/aeries',
      consumerId: 'quail-usd-or11',
      consumerSecret: 'Zp8eW3rT6yU1iO4a',
    },
  },
  {
    name: 'blind: serviceNow ticket',
    system: 'oneroster',
    environment: 'production',
    text: `Ticket #INC0093417
Requester: Laura Petit
Client: Heron Lake School Division
Client contact: lpetit@heronlake.example
Assignment group: SIS Integrations
Priority: 3 - Moderate
Opened: 2025-03-11 08:14:22
State: Resolved
Short description: OneRoster 1.1 credentials for library system

Resolution notes:
Server: https://or.heronlake.example/ims/oneroster/v1p1
OAuth 2.0 token endpoint: https://or.heronlake.example/token
Consumer key (client ID): hl-lib-5520
Consumer secret (client secret): 6qNf0VbX2sKdP9rTgW
Closed by: M. Osei
Close code: Solved (Permanently)`,
    found: {
      serverUrl: 'https://or.heronlake.example/ims/oneroster/v1p1',
      tokenUrl: 'https://or.heronlake.example/token',
      clientId: 'hl-lib-5520',
      clientSecret: '6qNf0VbX2sKdP9rTgW',
    },
  },
  {
    name: 'blind: answers by number',
    system: 'oneroster',
    environment: 'test',
    text: `Bonjour,

Voici mes réponses à vos questions :

1. Oui, OneRoster 1.1 est activé.
2. lib-cssrl-21
3. 8Hd!20fk_QvLz7
4. https://roster.cssrl.example/ims/oneroster/v1p1
5. Non, pas de mandataire.

Bonne journée
Sylvie Thibodeau

> Envoyé : 4 février 2025 10:12
> Pouvez-vous nous indiquer ce qui suit?
> 1. Est-ce que OneRoster est activé?
> 2. L'identifiant client
> 3. Le secret client
> 4. L'adresse du serveur OneRoster
> 5. Y a-t-il un serveur mandataire?`,
    asked: {
      serverUrl: ['https://roster.cssrl.example/ims/oneroster/v1p1'],
      clientId: ['lib-cssrl-21'],
      clientSecret: ['8Hd!20fk_QvLz7'],
    },
  },
  {
    name: 'blind: question lines, answer with >> on the next line',
    system: 'classlink-direct',
    environment: 'production',
    text: `From: support@rosterhost.example
Re: [#88213] Questions before go-live

1) What is your roster server URL?
>> https://heath-prod.rosterhost.example

2) What is the client ID (key)?
>> e1f0a2b93c4d58

3) What is the client secret?
>> b7Kd93LsmQ0x2ZvT

4) Who is the technical contact and phone number?
>> Gord Beaulieu, 705 555 0133

5) Go-live date?
>> 2025-09-02`,
    found: {
      serverUrl: 'https://heath-prod.rosterhost.example',
      clientId: 'e1f0a2b93c4d58',
      clientSecret: 'b7Kd93LsmQ0x2ZvT',
    },
  },
  {
    name: 'blind: two products, each a line with both values',
    system: 'classlink-proxy',
    environment: 'production',
    text: `Hello Pat,

You have two products registered with us, so please be careful:

Library Manager - application ID clp-40017, access token 7fd2c1b0-55e3-4e0a-9b1d-2c8e6a90f413
Textbook Tracker - application ID clp-40018, access token c04be9a7-6d12-4f7f-8a35-e1907bd3c562

Tokens do not expire.

ClassLink Partner Desk`,
    asked: {
      applicationId: ['clp-40017', 'clp-40018'],
      accessToken: ['7fd2c1b0-55e3-4e0a-9b1d-2c8e6a90f413', 'c04be9a7-6d12-4f7f-8a35-e1907bd3c562'],
    },
  },
  {
    name: 'blind: two schools, headings with a school code',
    system: 'powerschool',
    environment: 'production',
    text: `Allô Marc-André,

J'ai créé une extension par école, comme convenu.

École Sainte-Anne (code 1142)
ID client = 0c7a-SA-libr
Secret = tR8#mKq1Vz5w

École des Pionniers (code 1157)
ID client = 0c7a-EP-libr
Secret = hW2#bNx6Lc9j

Le serveur est le même pour les deux : https://powerschool.csriviere.example

Nathalie`,
    found: { serverUrl: 'https://powerschool.csriviere.example' },
    asked: { clientId: ['0c7a-SA-libr', '0c7a-EP-libr'], clientSecret: ['tR8#mKq1Vz5w', 'hW2#bNx6Lc9j'] },
  },
  {
    name: 'blind: correction one mail later',
    system: 'onsis',
    environment: 'production',
    text: `From: OnSIS Support <onsis.support@ministry.example>
Sent: Thursday, May 8, 2025 2:41 PM
To: Priya Raman
Subject: RE: RE: OnSIS API access - board 66123

Hi Priya,

My apologies, the secret in my previous message was copied incorrectly. The correct client secret is
vQ9~Lr2.Tz7_bKx4Mn

Everything else is unchanged.

From: OnSIS Support <onsis.support@ministry.example>
Sent: Wednesday, May 7, 2025 9:15 AM
To: Priya Raman
Subject: RE: OnSIS API access - board 66123

Client ID: onsis-66123
Client secret: vQ9~Lr2.Tz7_bKx4
Token URL: https://idp.ministry.example/as/token.oauth2
Authentication URL: https://idp.ministry.example/as/authorization.oauth2
API URL: https://onsis-api.ministry.example/v1`,
    found: {
      clientId: 'onsis-66123',
      authenticationUrl: 'https://idp.ministry.example/as/authorization.oauth2',
      tokenUrl: 'https://idp.ministry.example/as/token.oauth2',
      apiUrl: 'https://onsis-api.ministry.example/v1',
    },
    asked: { clientSecret: ['vQ9~Lr2.Tz7_bKx4Mn', 'vQ9~Lr2.Tz7_bKx4'] },
  },
  {
    name: 'blind: three-message thread, values spread over two of them, quoted with > and >>',
    system: 'oneroster',
    environment: 'production',
    text: `De : Karim Bensaïd
Envoyé : 14 mars 2025 15:20
À : Julie Fortier
Objet : RE: RE: Accès OneRoster

Et le secret : fT6-pLz0-Qm9w-X3sa

Karim

Le 14 mars 2025 à 13:02, Julie Fortier a écrit :
> Merci Karim. Il me manque encore le secret et le point de terminaison du jeton SVP.
>
> Le 13 mars 2025 à 09:47, Karim Bensaïd a écrit :
>> Bonjour Julie,
>> URL de base : https://oneroster.sirius-edu.example/csbl/v1p1
>> Identifiant du client : csbl_biblio
>> Point de terminaison du jeton : https://auth.sirius-edu.example/csbl/oauth/token`,
    found: {
      serverUrl: 'https://oneroster.sirius-edu.example/csbl/v1p1',
      tokenUrl: 'https://auth.sirius-edu.example/csbl/oauth/token',
      clientId: 'csbl_biblio',
      clientSecret: 'fT6-pLz0-Qm9w-X3sa',
    },
  },
  {
    name: 'blind: word table copied as text',
    system: 'onsis',
    environment: 'production',
    text: `Field

Value

Remarks

Client ID

brd-b29874

do not share

Client Secret

2xK~p.Q7_rVfLm0sZ

expires 2026-06-30

Authentication URL

https://go-secure.ministry.example/authorize

Token URL

https://go-secure.ministry.example/token

API URL

https://onsis.ministry.example/api

Scopes

submission.write`,
    found: {
      clientId: 'brd-b29874',
      clientSecret: '2xK~p.Q7_rVfLm0sZ',
      authenticationUrl: 'https://go-secure.ministry.example/authorize',
      tokenUrl: 'https://go-secure.ministry.example/token',
      apiUrl: 'https://onsis.ministry.example/api',
      scopes: 'submission.write',
    },
  },
  {
    name: 'blind: excel copy with tabs',
    system: 'onsis',
    environment: 'production',
    text: `Paramètre	Essai	Production
Identifiant du client	b67202_t	b67202_p
Secret du client	q8Zr!k2Lw0	m5Xv!s9Nc7
URL d'authentification	https://id-essai.ministere.example/autoriser	https://id.ministere.example/autoriser
URL du jeton	https://id-essai.ministere.example/jeton	https://id.ministere.example/jeton
URL de l'API	https://api-essai.ministere.example/	https://api.ministere.example/
Portées	sison.lecture	sison.lecture`,
    found: { scopes: 'sison.lecture' },
    asked: {
      clientId: ['b67202_t', 'b67202_p'],
      clientSecret: ['q8Zr!k2Lw0', 'm5Xv!s9Nc7'],
      authenticationUrl: [
        'https://id-essai.ministere.example/autoriser',
        'https://id.ministere.example/autoriser',
      ],
      tokenUrl: ['https://id-essai.ministere.example/jeton', 'https://id.ministere.example/jeton'],
      apiUrl: ['https://api-essai.ministere.example/', 'https://api.ministere.example/'],
    },
    suggested: {
      clientId: 'b67202_p',
      clientSecret: 'm5Xv!s9Nc7',
      authenticationUrl: 'https://id.ministere.example/autoriser',
      tokenUrl: 'https://id.ministere.example/jeton',
      apiUrl: 'https://api.ministere.example/',
    },
  },
  {
    name: 'blind: confluence wiki markup with {{ }} around the values',
    system: 'oneroster',
    environment: 'test',
    text: `h2. OneRoster – integration credentials

|| Setting || Sandbox || Live ||
| Base URL | https://sbx.roster.willow.example/ims/oneroster/v1p1 | https://roster.willow.example/ims/oneroster/v1p1 |
| Token URL | https://sbx.roster.willow.example/oauth/token | https://roster.willow.example/oauth/token |
| Client ID | {{wil-sbx-901}} | {{wil-live-901}} |
| Client secret | {{4Rt_zz-9Qp}} | see vault |

{note}Page owner: [~dkowalski], last updated 2025-01-20{note}`,
    asked: {
      serverUrl: [
        'https://sbx.roster.willow.example/ims/oneroster/v1p1',
        'https://roster.willow.example/ims/oneroster/v1p1',
      ],
      tokenUrl: [
        'https://sbx.roster.willow.example/oauth/token',
        'https://roster.willow.example/oauth/token',
      ],
      clientId: ['wil-sbx-901', 'wil-live-901'],
      clientSecret: ['{{4Rt_zz-9Qp}}', '4Rt_zz-9Qp'],
    },
    suggested: {
      serverUrl: 'https://sbx.roster.willow.example/ims/oneroster/v1p1',
      tokenUrl: 'https://sbx.roster.willow.example/oauth/token',
      clientId: 'wil-sbx-901',
    },
  },
  {
    name: 'blind: hTML source of a SharePoint page',
    system: 'powerschool',
    environment: 'production',
    text: `<div class="ms-rteTable"><table><tbody>
<tr><th>Élément</th><th>Valeur</th></tr>
<tr><td>Adresse du serveur&nbsp;:</td><td><a href="https://ps.cedriere.example/">https://ps.cedriere.example/</a></td></tr>
<tr><td>ID&nbsp;client</td><td><code>aa71-cedr-0093</code></td></tr>
<tr><td>Secret&nbsp;client</td><td><strong>R&amp;7vQ&lt;2mLp</strong></td></tr>
</tbody></table>
<p>Modifi&eacute; par Diane Roussel le 2025-02-17 &agrave; 14 h 05</p></div>`,
    found: {
      serverUrl: 'https://ps.cedriere.example/',
      clientId: 'aa71-cedr-0093',
      clientSecret: 'R&7vQ<2mLp',
    },
  },
  {
    name: 'blind: pDF form',
    system: 'aeries-oneroster',
    environment: 'production',
    text: `Lupine Unified School District                                   Page 1 of 2
API Authorization Form                                  Rev. 2024-11

Vendor name            Shelfwise Library
Aeries URL             https://lupine.aeries.example/Student
Consumer ID            LUP-SHELF-02
Consumer Secret        d41kZ9w0PqXm7T
Approved by            R. Castellano          Date  02/18/2025
Form no.               F-2231-B`,
    found: {
      aeriesUrl: 'https://lupine.aeries.example/Student',
      consumerId: 'LUP-SHELF-02',
      consumerSecret: 'd41kZ9w0PqXm7T',
    },
  },
  {
    name: 'blind: hTML form source with values in attributes',
    system: 'oneroster',
    environment: 'production',
    text: `<!DOCTYPE html>
<html><head><title>API client details</title></head>
<body>
<form action="/clients/save" method="post">
<input type="hidden" name="csrf_token" value="Jd83kLs02mQpX7vB">
<label for="cid">Client ID</label> <input id="cid" name="client_id" value="fern-lib-77" readonly>
<label for="cs">Client Secret</label> <input id="cs" name="client_secret" type="text" value="u7Yh2Gt5Rf9Ed1Ws" readonly>
<label for="tu">Token URL</label> <input id="tu" value="https://api.fern.example/oauth2/token" readonly>
<label for="redir">Redirect URI</label> <input id="redir" value="https://library.fern.example/callback">
</form></body></html>`,
    found: {
      tokenUrl: 'https://api.fern.example/oauth2/token',
      clientId: 'fern-lib-77',
      clientSecret: 'u7Yh2Gt5Rf9Ed1Ws',
    },
  },
  {
    name: 'blind: markdown list',
    system: 'classlink-direct',
    environment: 'test',
    text: `## Renseignements de connexion – banc d'essai

- **URL du serveur :** \`https://essai.onyx-roster.example/v1p1\`
- **ID client :** \`onx_2217\`
- **Secret client :** \`*Lk9*vB2_qT\`

> ⚠️ Ne pas publier. Documentation : <https://docs.onyx-roster.example/demarrage>`,
    found: {
      serverUrl: 'https://essai.onyx-roster.example/v1p1',
      clientId: 'onx_2217',
      clientSecret: '*Lk9*vB2_qT',
    },
  },
  {
    name: 'blind: jSON with escaped slashes, quotes and backslash',
    system: 'oneroster',
    environment: 'production',
    text: `{
  "tenantId": "0f5d9c12-7a34-4b8e-9d61-33ce0b7a2f58",
  "integration": {
    "name": "Shelfwise",
    "createdAt": "2025-04-02T13:07:44Z",
    "baseUrl": "https:\\/\\/api.marten.example\\/ims\\/oneroster\\/v1p1",
    "tokenUrl": "https:\\/\\/login.marten.example\\/connect\\/token",
    "clientId": "shelfwise-marten",
    "clientSecret": "pa\\"ss\\\\9Kq2",
    "scopes": ["https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly", "https://purl.imsglobal.org/spec/or/v1p1/scope/roster.readonly"],
    "webhookUrl": "https://hooks.marten.example/in/77ab"
  }
}`,
    found: {
      serverUrl: 'https://api.marten.example/ims/oneroster/v1p1',
      tokenUrl: 'https://login.marten.example/connect/token',
      clientId: 'shelfwise-marten',
      clientSecret: 'pa"ss\\9Kq2',
      scopes:
        'https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly https://purl.imsglobal.org/spec/or/v1p1/scope/roster.readonly',
    },
  },
  {
    name: 'blind: yAML with environment keys, quoted secrets with colon, blank, hash and a doubled apostroph',
    system: 'onsis',
    text: `# configuration fournie par le ministère – ne pas versionner
sison:
  essai:
    client_id: con-0088-e
    client_secret: "Kp2: vR7#w"
    token_url: https://jeton-essai.min.example/oauth/token
    api_url: https://api-essai.min.example
  production:
    client_id: con-0088-p
    client_secret: 'Zx4''mN8q'
    token_url: https://jeton.min.example/oauth/token
    api_url: https://api.min.example
  scopes: &s "onsis.read onsis.write"`,
    found: { scopes: 'onsis.read onsis.write' },
    asked: {
      clientId: ['con-0088-e', 'con-0088-p'],
      clientSecret: ['Kp2: vR7#w', "Zx4'mN8q"],
      tokenUrl: ['https://jeton-essai.min.example/oauth/token', 'https://jeton.min.example/oauth/token'],
      apiUrl: ['https://api-essai.min.example', 'https://api.min.example'],
    },
  },
  {
    name: 'blind: iNI with comment after the value and a quoted secret that holds',
    system: 'powerschool',
    environment: 'production',
    text: `; powerschool.ini  (envoyé par Solutions Pédago inc.)
[general]
langue=fr_CA
delai=30

[powerschool]
serveur = https://ps.boisjoli.example:8443
client_id = pedago.boisjoli
client_secret = "g;H4=k2;Wd"   ; entre guillemets à cause du point-virgule

[journal]
fichier = C:\\Pedago\\log\\ps.log`,
    found: {
      serverUrl: 'https://ps.boisjoli.example:8443',
      clientId: 'pedago.boisjoli',
      clientSecret: 'g;H4=k2;Wd',
    },
  },
  {
    name: 'blind: , 21',
    system: 'classlink-proxy',
    environment: 'production',
    text: `# .env.production
NODE_ENV=production
CLASSLINK_APPLICATION_ID=9a3-rosterproxy
CLASSLINK_ACCESS_TOKEN="d0ZlT2s4UHF3=="
SENTRY_DSN=https://3fa9c0@sentry.example/17
DB_PASSWORD=hunter-2-not-this
SESSION_SECRET=51b8ff02a9`,
    found: { applicationId: '9a3-rosterproxy', accessToken: 'd0ZlT2s4UHF3==' },
  },
  {
    name: 'blind: java, 22',
    system: 'oneroster',
    environment: 'test',
    text: `oneroster.base.url=https\\://or-essai.lacbleu.example/ims/oneroster/v1p1
oneroster.token.url=https\\://or-essai.lacbleu.example/oauth/token
oneroster.client.id=lacbleu-essai
oneroster.client.secret=Nf8\\=Qz3\\#t
oneroster.scopes=roster-core.readonly roster.readonly
oneroster.page.size=500`,
    found: {
      serverUrl: 'https://or-essai.lacbleu.example/ims/oneroster/v1p1',
      tokenUrl: 'https://or-essai.lacbleu.example/oauth/token',
      clientId: 'lacbleu-essai',
      scopes: 'roster-core.readonly roster.readonly',
    },
    asked: { clientSecret: ['Nf8\\=Qz3\\#t', 'Nf8=Qz3#t'] },
  },
  {
    name: 'blind: xML',
    system: 'aeries-oneroster',
    environment: 'test',
    text: `<?xml version="1.0" encoding="utf-8"?>
<connections>
  <!-- old: <consumerId>poppy_2019</consumerId> -->
  <connection type="aeries" created="2025-02-03">
    <aeriesUrl>https://demo.aeries.poppy.example/aeries.net</aeriesUrl>
    <consumerId>poppy_sw</consumerId>
    <consumerSecret><![CDATA[a<b>&9Xk2]]></consumerSecret>
    <notify>helpdesk@poppy.example</notify>
  </connection>
</connections>`,
    found: {
      aeriesUrl: 'https://demo.aeries.poppy.example/aeries.net',
      consumerId: 'poppy_sw',
      consumerSecret: 'a<b>&9Xk2',
    },
  },
  {
    name: 'blind: curl with -u id',
    system: 'oneroster',
    environment: 'production',
    text: `Hi, this works from our side:

curl -s -X POST -u 'otter-lib:9f_K2!vTq8' \\
  -d 'grant_type=client_credentials&scope=roster-core.readonly' \\
  https://id.otter.example/oauth2/token

and then

curl -H "Authorization: Bearer eyJhbGciOi.AAA.bbb" https://api.otter.example/ims/oneroster/v1p1/orgs

cheers, Sam`,
    found: {
      serverUrl: 'https://api.otter.example/ims/oneroster/v1p1',
      tokenUrl: 'https://id.otter.example/oauth2/token',
      clientId: 'otter-lib',
      clientSecret: '9f_K2!vTq8',
      scopes: 'roster-core.readonly',
    },
  },
  {
    name: 'blind: curl with --data-urlencode',
    system: 'onsis',
    environment: 'test',
    text: `Voici la commande que nous utilisons pour valider :

curl --request POST 'https://login-essai.gouv-edu.example/oauth2/v1/token' \\
 --header 'Content-Type: application/x-www-form-urlencoded' \\
 --data-urlencode 'grant_type=client_credentials' \\
 --data-urlencode 'client_id=csc-55-sison' \\
 --data-urlencode 'client_secret=Wz&3k+Lp=9' \\
 --data-urlencode 'scope=sison.soumission'

Merci de nous confirmer que ça fonctionne.
Équipe SISOn`,
    found: {
      clientId: 'csc-55-sison',
      clientSecret: 'Wz&3k+Lp=9',
      tokenUrl: 'https://login-essai.gouv-edu.example/oauth2/v1/token',
      scopes: 'sison.soumission',
    },
  },
  {
    name: 'blind: postman environment export',
    system: 'oneroster',
    environment: 'test',
    text: `{"id":"b1d7f7a0-0c0b-4a53-8c0e-6a4f1cf0d8e2","name":"OneRoster - Tamarack TEST","values":[
{"key":"base_url","value":"https://test-or.tamarack.example/ims/oneroster/v1p1","type":"default","enabled":true},
{"key":"token_url","value":"https://test-or.tamarack.example/token","type":"default","enabled":true},
{"key":"client_id","value":"tam-postman-3","type":"default","enabled":true},
{"key":"client_secret","value":"Qw7Er9Ty1Ui3","type":"secret","enabled":true},
{"key":"access_token","value":"","type":"any","enabled":true}],
"_postman_variable_scope":"environment","_postman_exported_at":"2025-03-30T18:22:10.441Z"}`,
    found: {
      serverUrl: 'https://test-or.tamarack.example/ims/oneroster/v1p1',
      tokenUrl: 'https://test-or.tamarack.example/token',
      clientId: 'tam-postman-3',
      clientSecret: 'Qw7Er9Ty1Ui3',
    },
  },
  {
    name: 'blind: powerShell, 27',
    system: 'powerschool',
    environment: 'production',
    text: `Salut, voici le bout de script qui roule chez nous :

$Serveur      = 'https://ps.valdor-scol.example'
$ClientId     = '6d0e2f81-vd'
$ClientSecret = ConvertTo-SecureString 'p$9Lm\`2xQ' -AsPlainText -Force
$Entetes = @{ Accept = 'application/json' }
Invoke-RestMethod -Uri "$Serveur/oauth/access_token/" -Method Post -Headers $Entetes`,
    found: { serverUrl: 'https://ps.valdor-scol.example', clientId: '6d0e2f81-vd' },
    asked: { clientSecret: ['p$9Lm`2xQ'] },
  },
  {
    name: 'blind: java constants',
    system: 'onsis',
    environment: 'production',
    text: `public final class SisonConfig {
    public static final String CLIENT_ID = "cepeo-sison-04";
    public static final String CLIENT_SECRET = "T0k\\u00e9n-8zQ\\\\v";
    public static final String AUTHENTICATION_URL = "https://acces.minedu-on.example/oauth2/authorize";
    public static final String TOKEN_URL = "https://acces.minedu-on.example/oauth2/token";
    public static final String API_URL = System.getenv("SISON_API_URL");
    // public static final String CLIENT_SECRET = "changez-moi";
}`,
    found: {
      clientId: 'cepeo-sison-04',
      authenticationUrl: 'https://acces.minedu-on.example/oauth2/authorize',
      tokenUrl: 'https://acces.minedu-on.example/oauth2/token',
    },
    asked: { clientSecret: ['T0kén-8zQ\\v', 'changez-moi'] },
  },
  {
    name: 'blind: cSV with header and one row',
    system: 'powerschool',
    environment: 'production',
    text: `"plugin_name","server_url","client_id","client_secret","created"
"Shelfwise, K-12","https://ps.larchmont.example","7a9e-0c,11","Vb""8,kQ2","2025-01-09"`,
    found: { serverUrl: 'https://ps.larchmont.example', clientId: '7a9e-0c,11', clientSecret: 'Vb"8,kQ2' },
  },
  {
    name: 'blind: semicolon CSV',
    system: 'powerschool',
    environment: 'test',
    text: `Environnement;Adresse du serveur;ID client;Secret client;Remarque
Essai;https://ps-essai.montclair.example;mc-e-31;yU7!e2Ra;ok
Production;https://ps.montclair.example;mc-p-31;iO9!w4Sd;à partir du 25 août
Formation;;;;à venir`,
    asked: {
      serverUrl: ['https://ps-essai.montclair.example', 'https://ps.montclair.example'],
      clientId: ['mc-e-31', 'mc-p-31'],
      clientSecret: ['yU7!e2Ra', 'iO9!w4Sd'],
    },
    suggested: {
      serverUrl: 'https://ps-essai.montclair.example',
      clientId: 'mc-e-31',
      clientSecret: 'yU7!e2Ra',
    },
  },
  {
    name: 'blind: kubernetes Secret with stringData',
    system: 'oneroster',
    environment: 'production',
    text: `apiVersion: v1
kind: Secret
metadata:
  name: oneroster-credentials
  namespace: integrations
  labels:
    app.kubernetes.io/name: roster-sync
type: Opaque
stringData:
  ONEROSTER_URL: https://or.sandhill.example/ims/oneroster/v1p1
  ONEROSTER_TOKEN_URL: https://or.sandhill.example/oauth/token
  ONEROSTER_CLIENT_ID: sandhill-7
  ONEROSTER_CLIENT_SECRET: "0042e19"`,
    found: {
      serverUrl: 'https://or.sandhill.example/ims/oneroster/v1p1',
      tokenUrl: 'https://or.sandhill.example/oauth/token',
      clientId: 'sandhill-7',
      clientSecret: '0042e19',
    },
  },
  {
    name: 'blind: kubernetes data',
    system: 'classlink-direct',
    environment: 'production',
    text: `Bonjour, voici l'extrait du Secret Kubernetes tel qu'il est chez nous (encodé) :

apiVersion: v1
kind: Secret
metadata:
  name: classlink
data:
  client_id: Y2wtZXJhYmxlLTQy
  client_secret: N3hRIXA5VnpMMm0=

Le serveur est https://erable.classlink-or.example.

Yves`,
    found: {
      serverUrl: 'https://erable.classlink-or.example',
      clientId: 'cl-erable-42',
      clientSecret: '7xQ!p9VzL2m',
    },
  },
  {
    name: 'blind: terraform map',
    system: 'oneroster',
    environment: 'production',
    text: `# terraform.tfvars (handed over by Cloudbridge)
region        = "ca-central-1"
oneroster = {
  server_url    = "https://or.thistle.example/ims/oneroster/v1p1"
  token_url     = "https://or.thistle.example/oauth2/token"
  client_id     = "thistle-tf"
  client_secret = "$\${x}Rk-41"
  scopes        = "roster.readonly"
}
variable "redirect_uri" { default = "https://lib.thistle.example/cb" }`,
    found: {
      serverUrl: 'https://or.thistle.example/ims/oneroster/v1p1',
      tokenUrl: 'https://or.thistle.example/oauth2/token',
      clientId: 'thistle-tf',
      clientSecret: '$${x}Rk-41',
      scopes: 'roster.readonly',
    },
  },
  {
    name: 'blind: bitwarden export',
    system: 'aeries-oneroster',
    environment: 'production',
    text: `{"folders":[],"items":[{"id":"5d5fa0ad-1d0e-4d3a-9a4a-b2a100f5c7a1","type":1,"name":"Aeries OneRoster","notes":"Ask Bev before changing","fields":[{"name":"Consumer ID","value":"sage-cons-8","type":0},{"name":"Consumer Secret","value":"gT6_oP2=rZ","type":1}],"login":{"uris":[{"match":null,"uri":"https://sage.aeries.example/aeries"}],"username":"itadmin","password":"Winter-Boots-77","totp":null}}]}`,
    found: {
      aeriesUrl: 'https://sage.aeries.example/aeries',
      consumerId: 'sage-cons-8',
      consumerSecret: 'gT6_oP2=rZ',
    },
  },
  {
    name: 'blind: keePass XML export',
    system: 'onsis',
    environment: 'production',
    text: `<Entry>
  <UUID>k1x0Jt8vQ0aK3l2m9n4oPw==</UUID>
  <String><Key>Title</Key><Value>SISOn – API production</Value></String>
  <String><Key>ID client</Key><Value>csdcec-sis-1</Value></String>
  <String><Key>Secret client</Key><Value ProtectInMemory="True">Hq&amp;8~tV.3mR</Value></String>
  <String><Key>URL du jeton</Key><Value>https://oidc.min-edu.example/jeton</Value></String>
  <String><Key>URL de l&apos;API</Key><Value>https://sison.min-edu.example/api/v2</Value></String>
  <String><Key>UserName</Key><Value></Value></String>
  <String><Key>Notes</Key><Value>Renouveler avant le 2026-08-31</Value></String>
</Entry>`,
    found: {
      clientId: 'csdcec-sis-1',
      clientSecret: 'Hq&8~tV.3mR',
      tokenUrl: 'https://oidc.min-edu.example/jeton',
      apiUrl: 'https://sison.min-edu.example/api/v2',
    },
  },
  {
    name: 'blind: lastPass CSV',
    system: 'classlink-proxy',
    environment: 'production',
    text: `url,username,password,totp,extra,name,grouping,fav
https://launchpad.portal.example/login,mroy@csdl.example,Automne#2024,,"Application ID: csdl-px-6
Access Token: 3e1d-77Qa-Lm0Z
Contact: 418 555-0162",ClassLink proxy,TI,0`,
    found: { applicationId: 'csdl-px-6', accessToken: '3e1d-77Qa-Lm0Z' },
  },
  {
    name: 'blind: guillemets around the values with inner blanks',
    system: 'aeries-oneroster',
    environment: 'production',
    text: `Bonjour,

L'adresse d'Aeries est « https://aeries.coquelicot.example/aeries », l'identifiant du consommateur (Consumer ID) est « coq-biblio » et le secret du consommateur est « 9x«Rt»_4 K! » (attention, il y a vraiment des guillemets et une espace dans le secret).

Au plaisir,
Étienne`,
    found: {
      aeriesUrl: 'https://aeries.coquelicot.example/aeries',
      consumerId: 'coq-biblio',
      consumerSecret: '9x«Rt»_4 K!',
    },
  },
  {
    name: 'blind: quoted-printable source',
    system: 'oneroster',
    environment: 'production',
    text: `Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Bonjour,

Identifiant client=C2=A0: roster-tilleul
Secret client=C2=A0: Wm0vX9rTq2LkZ7pBs4NdYc8HgJf6=
EaQ1uRi5
URL du serveur=C2=A0: https://api.tilleul-edu.example/ims/oneroster/v1p1?ec=
ole=3D12

Merci`,
    found: {
      serverUrl: 'https://api.tilleul-edu.example/ims/oneroster/v1p1?ecole=12',
      clientId: 'roster-tilleul',
      clientSecret: 'Wm0vX9rTq2LkZ7pBs4NdYc8HgJf6EaQ1uRi5',
    },
  },
  {
    name: 'blind: dot leaders after the labels',
    system: 'classlink-direct',
    environment: 'production',
    text: `Bonjour Hugo,

Par mesure de sécurité le secret est masqué dans ce courriel :

Adresse du serveur.......: https://orme.rostersrv.example
Clé (ID client)..........: orme-d-204
Secret...................: x7K***********9Lq

La valeur complète se trouve dans la console : https://console.rostersrv.example/applications/204`,
    found: { serverUrl: 'https://orme.rostersrv.example', clientId: 'orme-d-204' },
  },
  {
    name: 'blind: all placeholders of different styles',
    system: 'oneroster',
    environment: 'test',
    text: `Please complete and return:

Server URL: https://<your-district>.roster.example/ims/oneroster/v1p1
Token URL: https://example.com/oauth/token (replace)
Client ID: YOUR_CLIENT_ID
Client secret: {{client_secret}}
Scopes: TBD

-- Roster Host onboarding`,
    found: { tokenUrl: 'https://example.com/oauth/token' },
  },
  {
    name: 'blind: secret sent separately by text message',
    system: 'onsis',
    environment: 'test',
    text: `Bonjour,

Votre accès à l'environnement d'essai est prêt.

Code client : CSPGNO-E7
Secret : vous sera transmis par message texte au 807 555-0119
URL d'authentification : https://auth-essai.educ.example/oidc/auth
URL du jeton : https://auth-essai.educ.example/oidc/token
Portée : sison.lire sison.ecrire

Numéro de dossier : 25-004417`,
    found: {
      clientId: 'CSPGNO-E7',
      authenticationUrl: 'https://auth-essai.educ.example/oidc/auth',
      tokenUrl: 'https://auth-essai.educ.example/oidc/token',
      scopes: 'sison.lire sison.ecrire',
    },
  },
  {
    name: 'blind: iD announced in the subject line',
    system: 'classlink-proxy',
    environment: 'production',
    text: `From: partner-api@clroster.example
To: it@kestrel.example
Date: Mon, 3 Mar 2025 16:40:18 +0000
Subject: Kestrel SD - your Application ID is kes-771-app

Hello,

The application ID is in the subject of this message. The access token is
c5b0-Qz81-tt7E-09Lm

Keep it safe.
Message-ID: <20250303164018.8812@clroster.example>`,
    found: { applicationId: 'kes-771-app', accessToken: 'c5b0-Qz81-tt7E-09Lm' },
  },
  {
    name: 'blind: azure app registration',
    system: 'onsis',
    environment: 'production',
    text: `App registration summary

Display name                  board-66052-onsis
Application (client) ID       4a1d7c02-e8b5-4f39-a6d0-92c7b15e3f84
Object ID                     b9e2f611-0d7a-4c58-8e43-17f5a0c6d92b
Directory (tenant) ID         c3f80a57-6b1e-4d92-95ac-e04d8b27f613

Client secrets
Description    Expires       Value                              Secret ID
onsis-prod     2027-03-31    qT8~wXz3.RkLp0_vN6bYd2mHs9cJf4   d7a04e19-52cb-4f80-b6e3-8c91f72a0d35

Endpoints
OAuth 2.0 authorization endpoint (v2)
https://login.entra.example/c3f80a57-6b1e-4d92-95ac-e04d8b27f613/oauth2/v2.0/authorize
OAuth 2.0 token endpoint (v2)
https://login.entra.example/c3f80a57-6b1e-4d92-95ac-e04d8b27f613/oauth2/v2.0/token`,
    found: {
      clientId: '4a1d7c02-e8b5-4f39-a6d0-92c7b15e3f84',
      clientSecret: 'qT8~wXz3.RkLp0_vN6bYd2mHs9cJf4',
      authenticationUrl:
        'https://login.entra.example/c3f80a57-6b1e-4d92-95ac-e04d8b27f613/oauth2/v2.0/authorize',
      tokenUrl: 'https://login.entra.example/c3f80a57-6b1e-4d92-95ac-e04d8b27f613/oauth2/v2.0/token',
    },
  },
  {
    name: 'blind: bullets with callback, webhook, docs and portal login that are not credentials',
    system: 'oneroster',
    environment: 'production',
    text: `Bonjour Mme Cloutier,

Vous trouverez ci-après la configuration.

• URL de redirection (callback) : https://biblio.csdv.example/oauth/retour
• URL du webhook : https://biblio.csdv.example/hooks/7712
• Documentation : https://docs.edunord.example/oneroster/fr
• Portail client : https://portail.edunord.example (utilisateur : acloutier / mot de passe : Sapin-Vert-31)
• Point d'accès OneRoster : https://api.edunord.example/csdv/ims/oneroster/v1p1
• Serveur de jetons : https://api.edunord.example/csdv/oauth/token
• ID client : csdv-prod-or
• Secret client : kD5)rV8(mZ1

Cordialement`,
    found: {
      serverUrl: 'https://api.edunord.example/csdv/ims/oneroster/v1p1',
      tokenUrl: 'https://api.edunord.example/csdv/oauth/token',
      clientId: 'csdv-prod-or',
      clientSecret: 'kD5)rV8(mZ1',
    },
  },
  {
    name: 'blind: letter from a vendor in France',
    system: 'aeries-oneroster',
    text: `Madame, Monsieur,

Suite à votre demande du 12/02/2025 (réf. DEM-2025-0441), nous vous prions de trouver ci-dessous les éléments nécessaires au paramétrage :

        Adresse Aeries ........ https://aeries.lycee-hugo.example/student
        Consumer ID ........... hugo-cdi
        Consumer Secret ....... 7k.Lm..Qz9

Nous restons à votre disposition au 01 99 00 45 67.

Bien à vous,
Le service support, Bibliotech SAS – SIRET 123 456 789 00012`,
    found: {
      aeriesUrl: 'https://aeries.lycee-hugo.example/student',
      consumerId: 'hugo-cdi',
      consumerSecret: '7k.Lm..Qz9',
    },
  },
  {
    name: 'blind: two-column table whose cells came out each on its own line',
    system: 'oneroster',
    environment: 'production',
    text: `Paramètres OneRoster
Essai
Production
URL du serveur
https://or-e.pins-gris.example/v1p1
https://or-p.pins-gris.example/v1p1
ID client
pg-e
pg-p
Secret client
Qe4!zz81
Qp7!zz94
Portées
roster.readonly
roster.readonly`,
    found: { scopes: 'roster.readonly' },
    asked: {
      serverUrl: ['https://or-e.pins-gris.example/v1p1', 'https://or-p.pins-gris.example/v1p1'],
      clientId: ['pg-e', 'pg-p'],
      clientSecret: ['Qe4!zz81', 'Qp7!zz94'],
    },
    suggested: {
      serverUrl: 'https://or-p.pins-gris.example/v1p1',
      clientId: 'pg-p',
      clientSecret: 'Qp7!zz94',
    },
  },
  {
    name: 'blind: markdown table',
    system: 'onsis',
    environment: 'production',
    text: `| Item | Prod | UAT |
|:-----|:----:|:----:|
| **Client ID** | \`tb-or-5\` | \`tb-or-5\` |
| **Client Secret** | \`aZ\\|4k_Pq\` | \`bY\\|6m_Rs\` |
| **Token URL** | <https://sso.moe.example/token> | <https://uat-sso.moe.example/token> |
| **API URL** | [API](https://onsis.moe.example/v4) | N/A |`,
    found: { clientId: 'tb-or-5' },
    asked: {
      clientSecret: ['aZ|4k_Pq', 'bY|6m_Rs'],
      tokenUrl: ['https://sso.moe.example/token', 'https://uat-sso.moe.example/token'],
      apiUrl: ['https://onsis.moe.example/v4'],
    },
    suggested: {
      clientSecret: 'aZ|4k_Pq',
      tokenUrl: 'https://sso.moe.example/token',
      apiUrl: 'https://onsis.moe.example/v4',
    },
  },
  {
    name: 'blind: credentials are in an attachment',
    system: 'powerschool',
    environment: 'production',
    text: `Bonjour Kevin,

L'identifiant et le secret se trouvent dans la pièce jointe protégée (plugin_ps_2025.zip). Le mot de passe du fichier zip est Erable-1867! et le serveur PowerSchool demeure https://ps.hautsbois.example/admin.

Bonne fin de journée,
Geneviève Lalonde
Analyste, poste 3321`,
    found: { serverUrl: 'https://ps.hautsbois.example/admin' },
  },
  {
    name: 'blind: oAuth registration response',
    system: 'oneroster',
    environment: 'test',
    text: `kid: 2f7a90
iss: https://issuer.badger.example
client_id: badger-or-t
client_secret_expires_at: 1767225600
client_secret: 61d8Xz-0pQm
registration_access_token: this.is.a.reg-token
token_endpoint_auth_method: client_secret_basic
token_endpoint: https://issuer.badger.example/connect/token
jwks_uri: https://issuer.badger.example/.well-known/jwks
scope: roster-core.readonly demographics.readonly
redirect_uris: ["https://lib.badger.example/cb"]`,
    found: {
      tokenUrl: 'https://issuer.badger.example/connect/token',
      clientId: 'badger-or-t',
      clientSecret: '61d8Xz-0pQm',
      scopes: 'roster-core.readonly demographics.readonly',
    },
  },
  {
    name: 'blind: plain list',
    system: 'classlink-direct',
    environment: 'production',
    text: `Serveur : https://laurier.rostersrv.example
ID client : laurier-88
Secret client : 5rT9-wQe2`,
    found: {
      serverUrl: 'https://laurier.rostersrv.example',
      clientId: 'laurier-88',
      clientSecret: '5rT9-wQe2',
    },
  },
  {
    name: 'blind: everything in one line with no separators at all between label, value and next label',
    system: 'powerschool',
    environment: 'test',
    text: `Hi, copy-paste from the plugin page of our test box, the browser made one line of it: Plugin Name Shelfwise Server URL https://ps-test.basswood.example Client ID 88c1e0d4-tst Client Secret 3b7f90aa-tst Enabled Yes Version 2.4.1`,
    found: { serverUrl: 'https://ps-test.basswood.example' },
    asked: { clientId: ['88c1e0d4-tst'], clientSecret: ['3b7f90aa-tst'] },
  },
  {
    name: 'blind: iD in the subject',
    system: 'onsis',
    environment: 'production',
    text: `Objet : Accès SISOn – CSC Rivière-Nord – identifiant client csrn-prd-02

Madame,

L'identifiant figure à l'objet. Votre secret est le suivant (deux lignes dans certains logiciels de courriel, mais il s'agit d'une seule chaîne sans espace) :

pQ7~vX.2kLm9_Rt4Zs8WbYc1NdHf
G6JjKa0EuTi3

URL de l'API : https://sison-api.minon.example/v1

Le Ministère`,
    found: { apiUrl: 'https://sison-api.minon.example/v1' },
    asked: {
      clientId: ['csrn-prd-02'],
      clientSecret: [
        'pQ7~vX.2kLm9_Rt4Zs8WbYc1NdHf',
        'pQ7~vX.2kLm9_Rt4Zs8WbYc1NdHfG6JjKa0EuTi3',
        'G6JjKa0EuTi3',
      ],
    },
  },
  {
    name: 'blind: plain list with a remark instead of a value',
    system: 'aeries-oneroster',
    environment: 'production',
    text: `Aeries URL: https://tule.aeries.example/student
Consumer ID: tule-lib
Consumer Secret: (leave blank)
API Certificate: 477abe9e7d27439681d62f4e0de1f5e1`,
    found: { aeriesUrl: 'https://tule.aeries.example/student', consumerId: 'tule-lib' },
  },
  {
    name: 'blind: québec chat-style sentence with typographic apostrophes',
    system: 'classlink-proxy',
    text: `Salut Annie, pour ClassLink le jeton d’accès c’est Bq7-Xw2-Lp9-Ks4 pis l’ID d’application c’est cspo_9013. Si ça marche pas, appelle-moi au 819-555-0174 ou au poste 204. Le numéro de billet chez eux : 55120-CL.`,
    found: { applicationId: 'cspo_9013', accessToken: 'Bq7-Xw2-Lp9-Ks4' },
  },
  {
    name: 'blind: stage and live in parentheses after each address',
    system: 'onsis',
    environment: 'test',
    text: `Good day,

As discussed on the call of March 6: token endpoint https://stage-id.moe.example/oauth2/token (stage) / https://id.moe.example/oauth2/token (live); client ID for stage = ss_onsis_44s, live will be issued after certification; the secret for stage is W8r"e't3_x. API base: https://stage-onsis.moe.example/api (stage only for now).

Regards,
J. Whitaker`,
    asked: {
      clientId: ['ss_onsis_44s', 'ss_onsis_44s, live will be issued after certification'],
      clientSecret: ['W8r"e\'t3_x'],
      tokenUrl: ['https://stage-id.moe.example/oauth2/token', 'https://id.moe.example/oauth2/token'],
      apiUrl: ['https://stage-onsis.moe.example/api'],
    },
    suggested: {
      clientSecret: 'W8r"e\'t3_x',
      tokenUrl: 'https://stage-id.moe.example/oauth2/token',
      apiUrl: 'https://stage-onsis.moe.example/api',
    },
  },
  {
    name: 'blind: labels above indented values with blank lines',
    system: 'powerschool',
    environment: 'production',
    text: `Bonjour,

Voici la fiche du module d'extension.

Nom du module : Biblio+
École pilote : 027 – De la Source
Adresse du serveur PowerSchool :
https://ps.cs-des-sources.example
Identifiant :

    29ce7b10-4f8d-4a36-b5e1-0ad97f3c6182

Secret :

    84f0d3a6-1b7e-4c95-a2d8-f36b9e05c71d

Utilisateur du portail : bib.admin
Mot de passe du portail : à changer à la première connexion`,
    found: {
      serverUrl: 'https://ps.cs-des-sources.example',
      clientId: '29ce7b10-4f8d-4a36-b5e1-0ad97f3c6182',
      clientSecret: '84f0d3a6-1b7e-4c95-a2d8-f36b9e05c71d',
    },
  },
];
