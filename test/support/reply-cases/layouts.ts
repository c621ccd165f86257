import type { ReplyCase } from './reply-case';

/*
 * Replies as vendors, portals, ticket systems and password managers lay them out, by a second author who wrote down the
 * right reading before trying it. All names and values are invented.
 */

export const layouts: readonly ReplyCase[] = [
  {
    name: 'layout: icons as words',
    system: 'oneroster',
    text: `API Credentials
Client ID
mb-roster-2207
content_copy
Client Secret
Zt8Qm4Lp1Xv9Rk2B
visibility_off content_copy
Base URL
https://roster.mapleboard.example/ims/oneroster/v1p1
content_copy
refresh Regenerate
delete Delete`,
    found: {
      serverUrl: 'https://roster.mapleboard.example/ims/oneroster/v1p1',
      clientId: 'mb-roster-2207',
      clientSecret: 'Zt8Qm4Lp1Xv9Rk2B',
    },
  },
  {
    name: 'layout: icons on value line',
    system: 'powerschool',
    text: `Data Provider Configuration
Client ID 0b7d2f44-91c3-4e0a-b6f5-2a8e7d1c9043 content_copy
Client Secret 5e1f7a92-3d6b-48c0-9a2e-7f4b8c0d6135 visibility content_copy
Regenerate Client Secret`,
    found: {
      clientId: '0b7d2f44-91c3-4e0a-b6f5-2a8e7d1c9043',
      clientSecret: '5e1f7a92-3d6b-48c0-9a2e-7f4b8c0d6135',
    },
  },
  {
    name: 'layout: Copy to clipboard',
    system: 'ed-fi',
    text: `Key
K7mQ2xV9pLr4
Copy to clipboard
Secret
wN8zB3tY6cH1jD5s
Copy to clipboard
This is the only time the secret is shown.
Base URL
https://api.state.example/2027/
Copy to clipboard`,
    found: {
      baseUrl: 'https://api.state.example/2027/',
      clientId: 'K7mQ2xV9pLr4',
      clientSecret: 'wN8zB3tY6cH1jD5s',
    },
  },
  {
    name: 'layout: Reveal masked',
    system: 'oneroster',
    text: `Client ID: cl-roster-88
Client Secret: •••••••••••••••• Reveal Regenerate
Token URL: https://auth.cl.example/oauth2/token`,
    found: { tokenUrl: 'https://auth.cl.example/oauth2/token', clientId: 'cl-roster-88' },
  },
  {
    name: 'layout: Revealed secret',
    system: 'oneroster',
    text: `Client ID: cl-roster-88
Revealed secret: pQ5vN8tX2kW7
Copied!`,
    found: { clientId: 'cl-roster-88', clientSecret: 'pQ5vN8tX2kW7' },
  },
  {
    name: 'layout: french portal',
    system: 'oneroster',
    text: `Identifiants d’API
Identifiant client
csdm-oneroster
Copier
Secret client
R5t8Wq2Zx7Lm
Afficher Copier Régénérer
Adresse du serveur
https://or.csdm.example/v1p1
Dernière utilisation
Jamais`,
    found: { serverUrl: 'https://or.csdm.example/v1p1', clientSecret: 'R5t8Wq2Zx7Lm' },
    asked: { clientId: ['csdm-oneroster'] },
  },
  {
    name: 'layout: value above label, cards',
    system: 'classlink-direct',
    text: `https://maple-nj-v2.rosterserver.example
Endpoint URL
b7f20c11e4d9a8563f01
Consumer Key
9d3e5f7a1b2c4d6e8f0a
Consumer Secret`,
    asked: {
      serverUrl: ['https://maple-nj-v2.rosterserver.example'],
      clientId: ['b7f20c11e4d9a8563f01'],
      clientSecret: ['9d3e5f7a1b2c4d6e8f0a'],
    },
  },
  {
    name: 'layout: Infinite Campus digital learning page',
    system: 'oneroster',
    text: `OneRoster Connection: LibraryPro
Status  Active
OneRoster Version  1.2
Base URL  https://maplemn.infcampus.example/campus/api/oneroster/v1p2/maple
Token URL  https://maplemn.infcampus.example/campus/oauth2/token?appName=maple
Consumer Key  a41f8d20-77c9-4b1e-9f30-5d2c8e6b7a10
Consumer Secret  Xq0Vt9Lw3Rz6Kn2Pb8Yj
Expires  07/31/2027`,
    found: {
      serverUrl: 'https://maplemn.infcampus.example/campus/api/oneroster/v1p2/maple',
      version: '1.2',
      tokenUrl: 'https://maplemn.infcampus.example/campus/oauth2/token?appName=maple',
      clientId: 'a41f8d20-77c9-4b1e-9f30-5d2c8e6b7a10',
      clientSecret: 'Xq0Vt9Lw3Rz6Kn2Pb8Yj',
    },
  },
  {
    name: 'layout: Aeries page with certificate and permissions',
    system: 'aeries-oneroster',
    text: `OneRoster Vendor: LibraryPro
Consumer ID: 5b8f1d3a9c7e
Consumer Secret Key: 7a4d0c2e9f1b8365 (Regenerate)
OneRoster Scope: roster-core.readonly
Last accessed: never
URL: https://maple.aeries.example/admin`,
    found: {
      aeriesUrl: 'https://maple.aeries.example/admin',
      consumerId: '5b8f1d3a9c7e',
      consumerSecret: '7a4d0c2e9f1b8365',
    },
  },
  {
    name: 'layout: PowerSchool plugin xml',
    system: 'powerschool',
    text: `<plugin xmlns="http://plugin.powerschool.example" name="LibraryPro" version="1.4">
  <oauth client_id="6c1f9b0e-2d47-4a83-b5c9-0e7f1a3d8b62" client_secret="f20b7d94-8e1c-46a5-93f7-5c0d2e8a1b73"/>
  <publisher name="LibraryPro"><contact email="help@librarypro.example"/></publisher>
</plugin>`,
    found: {
      clientId: '6c1f9b0e-2d47-4a83-b5c9-0e7f1a3d8b62',
      clientSecret: 'f20b7d94-8e1c-46a5-93f7-5c0d2e8a1b73',
    },
  },
  {
    name: 'layout: secret that belongs to it',
    system: 'oneroster',
    text: `Hello Karen,

The Client ID is maple-prod-17. The Client Secret that belongs to it is Hk3wQ9zT5mBv.
The server is at https://or.maple.example/ims/oneroster/v1p1.

Regards`,
    found: { serverUrl: 'https://or.maple.example/ims/oneroster/v1p1', clientId: 'maple-prod-17' },
    asked: { clientSecret: ['Hk3wQ9zT5mBv'] },
  },
  {
    name: 'layout: revoked, new one is',
    system: 'powerschool',
    text: `Client ID: lib-4471
FYI the secret Old9xKw2Lm5Q was revoked yesterday, your new one is New4tRz8Vb1H.`,
    found: { clientId: 'lib-4471' },
    asked: { clientSecret: ['Old9xKw2Lm5Q', 'New4tRz8Vb1H'] },
  },
  {
    name: 'layout: French, a clause about the secret',
    system: 'oneroster',
    text: `Bonjour,
L’identifiant client est csbe-3310 et le secret client qui l’accompagne est Lm8Vx3Qz6Tp2.
Cordialement,`,
    found: { clientId: 'csbe-3310' },
    asked: { clientSecret: ['Lm8Vx3Qz6Tp2'] },
  },
  {
    name: 'layout: bilingual letter',
    system: 'onsis',
    text: `Client ID / Identifiant client: BSID-66001-API
Client Secret / Secret client: t7V!nQ2z@Lm9
Authentication URL (Board) / URL d’authentification (conseil): https://login.gov.example/adfs/oauth2/authorize
Authentication Token URL / URL du jeton d’authentification: https://login.gov.example/adfs/oauth2/token
API URL & Port / URL et port de l’API: https://onsis.gov.example:8443/api
Scopes / Portées: openid onsis.api`,
    found: {
      clientId: 'BSID-66001-API',
      clientSecret: 't7V!nQ2z@Lm9',
      authenticationUrl: 'https://login.gov.example/adfs/oauth2/authorize',
      tokenUrl: 'https://login.gov.example/adfs/oauth2/token',
      apiUrl: 'https://onsis.gov.example:8443/api',
      scopes: 'openid onsis.api',
    },
  },
  {
    name: 'layout: one-time link',
    system: 'powerschool',
    text: `Client ID: 77-lib-maple
Client Secret: https://onetimesecret.example/secret/8dk2jf93kdkw02kd (opens once, expires in 7 days)`,
    found: { clientId: '77-lib-maple' },
  },
  {
    name: 'layout: secret by phone',
    system: 'oneroster',
    text: `Client ID: maple-lib-2
Client Secret: will be given by phone, call 555-014-2231 ext 12
Token URL: https://id.maple.example/token`,
    found: { tokenUrl: 'https://id.maple.example/token', clientId: 'maple-lib-2' },
  },
  {
    name: 'layout: sorry right one',
    system: 'powerschool',
    text: `Sorry, I sent you the wrong secret. The right one is 8vK2mQz5Lx7T.

> Client ID: lib-9
> Client Secret: 3bN6wRp1Ys4D`,
    found: { clientId: 'lib-9' },
    asked: { clientSecret: ['8vK2mQz5Lx7T', '3bN6wRp1Ys4D'] },
  },
  {
    name: 'layout: french correction',
    system: 'powerschool',
    text: `Identifiant client : bib-14
Secret client : Qz4Lm7Xv1Tp8

Oups, mauvais copier-coller : le secret est plutôt Wn5Kr2Yb9Hd3.`,
    found: { clientId: 'bib-14' },
    asked: { clientSecret: ['Qz4Lm7Xv1Tp8', 'Wn5Kr2Yb9Hd3'] },
  },
  {
    name: 'layout: Zendesk banner',
    system: 'oneroster',
    text: `##- Please type your reply above this line -##

Dana (Roster Support)
Nov 18, 2026, 10:12 AM EST

Hi Lee,

Consumer Key: OneRoster_MPL_204
Consumer Secret: c9V2x7Kq4Zt1

Thanks,
Dana

This email is a service from Roster Support. Delivered by Zendesk
[K7RM2Q-8PX4]`,
    found: { clientId: 'OneRoster_MPL_204', clientSecret: 'c9V2x7Kq4Zt1' },
  },
  {
    name: 'layout: ServiceNow work notes',
    system: 'powerschool',
    text: `RITM0048213 | Additional comments
2026-11-17 14:02:11 - Pat Roy (Additional comments)
Client ID: sn-lib-20
Client Secret: Vz1Kq8Wm5Tb3

2026-11-16 09:20:47 - Lee Kim (Additional comments)
Please send us the client id and the client secret.

Ref:MSG8820461_x7KqPz2mVw`,
    found: { clientId: 'sn-lib-20', clientSecret: 'Vz1Kq8Wm5Tb3' },
  },
  {
    name: 'layout: Teams copy',
    system: 'powerschool',
    text: `[Yesterday 3:12 PM] Roy, Pat
client id: tm-lib-77

[Yesterday 3:13 PM] Roy, Pat
secret: Lp6Xw0Qz3Nk8
 like 1

[Yesterday 3:15 PM] Kim, Lee
Thanks!!`,
    found: { clientId: 'tm-lib-77', clientSecret: 'Lp6Xw0Qz3Nk8' },
  },
  {
    name: 'layout: Slack with time and edited',
    system: 'oneroster',
    text: `Pat Roy  2:45 PM
client id \`sl-roster-5\`
secret \`Tq9Zm4Vx7Lw2\` (edited)
base url https://or.sl.example/v1p1
:+1: 2`,
    found: { serverUrl: 'https://or.sl.example/v1p1', clientId: 'sl-roster-5', clientSecret: 'Tq9Zm4Vx7Lw2' },
  },
  {
    name: 'layout: Jira comment with wiki marks',
    system: 'oneroster',
    text: `h3. Credentials
*Client ID:* {{jr-roster-6}}
*Client Secret:* {{Wz7Kq1Xm5Tv9}}
||Env||Base URL||
|Prod|https://or.jr.example/v1p1|`,
    found: { serverUrl: 'https://or.jr.example/v1p1', clientId: 'jr-roster-6' },
    asked: { clientSecret: ['{{Wz7Kq1Xm5Tv9}}', 'Wz7Kq1Xm5Tv9'] },
  },
  {
    name: 'layout: disclaimer and signature with Key words',
    system: 'powerschool',
    text: `Client ID: dis-lib-3
Client Secret: Nb8Vq3Lz6Xk1

Pat Roy | Key Account Manager
Direct: 555-014-9002 | Customer ID: 448201
CONFIDENTIALITY NOTICE: This message and any secret or key in it is intended only for the addressee.`,
    found: { clientId: 'dis-lib-3', clientSecret: 'Nb8Vq3Lz6Xk1' },
  },
  {
    name: 'layout: Apple Mail French quote',
    system: 'powerschool',
    text: `Voici le secret : Xm2Vq9Kz4Tw7

> Le 17 nov. 2026 à 09:12, Pat Roy <pat@fournisseur.example> a écrit :
> 
> Identifiant client : am-bib-2
> Secret client : à venir`,
    found: { clientId: 'am-bib-2', clientSecret: 'Xm2Vq9Kz4Tw7' },
  },
  {
    name: 'layout: latex texttt',
    system: 'powerschool',
    text: `Client ID: \\texttt{tex-lib-4}
Client Secret: \\texttt{Kq7Wz2Xm9Vt5}`,
    found: { clientId: 'tex-lib-4', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: highlight marks',
    system: 'powerschool',
    text: `Client ID: ==hl-lib-4==
Client Secret: ==Zm3Vq8Xk1Tw6==`,
    found: { clientId: 'hl-lib-4' },
    asked: { clientSecret: ['==Zm3Vq8Xk1Tw6==', 'Zm3Vq8Xk1Tw6'] },
  },
  {
    name: 'layout: RTF source',
    system: 'powerschool',
    text: `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Calibri;}}
{\\colortbl ;\\red0\\green0\\blue255;}
\\viewkind4\\uc1\\pard\\sa200\\sl276\\slmult1\\f0\\fs22\\lang9 Client ID: rtf-lib-4\\par
Client Secret: Vt5Kq7Wz2Xm9\\par
Server: {\\field{\\*\\fldinst{HYPERLINK "https://ps.rtf.example"}}{\\fldrslt{\\ul\\cf1 https://ps.rtf.example}}}\\par
}`,
    found: { serverUrl: 'https://ps.rtf.example', clientId: 'rtf-lib-4', clientSecret: 'Vt5Kq7Wz2Xm9' },
  },
  {
    name: 'layout: k8s secret',
    system: 'oneroster',
    text: `apiVersion: v1
kind: Secret
metadata:
  name: roster
type: Opaque
data:
  client-id: azhzLXJvc3Rlci01
  client-secret: VHE5Wm00Vng3THcy`,
    found: { clientId: 'k8s-roster-5', clientSecret: 'Tq9Zm4Vx7Lw2' },
  },
  {
    name: 'layout: Postman environment',
    system: 'oneroster',
    text: `{
  "id": "a1",
  "name": "Maple prod",
  "values": [
    {
      "key": "baseUrl",
      "value": "https://or.pm.example/v1p1",
      "type": "default",
      "enabled": true
    },
    {
      "key": "clientId",
      "value": "pm-roster-5",
      "type": "default",
      "enabled": true
    },
    {
      "key": "clientSecret",
      "value": "Lw2Tq9Zm4Vx7",
      "type": "secret",
      "enabled": true
    }
  ],
  "_postman_variable_scope": "environment"
}`,
    found: { serverUrl: 'https://or.pm.example/v1p1', clientId: 'pm-roster-5', clientSecret: 'Lw2Tq9Zm4Vx7' },
  },
  {
    name: 'layout: Postman collection auth',
    system: 'oneroster',
    text: `{
	"info": {
		"name": "OR"
	},
	"auth": {
		"type": "oauth2",
		"oauth2": [
			{
				"key": "clientSecret",
				"value": "Vx7Lw2Tq9Zm4",
				"type": "string"
			},
			{
				"key": "clientId",
				"value": "pmc-roster",
				"type": "string"
			},
			{
				"key": "accessTokenUrl",
				"value": "https://id.pm.example/token",
				"type": "string"
			},
			{
				"key": "grant_type",
				"value": "client_credentials",
				"type": "string"
			}
		]
	}
}`,
    found: { tokenUrl: 'https://id.pm.example/token', clientId: 'pmc-roster', clientSecret: 'Vx7Lw2Tq9Zm4' },
  },
  {
    name: 'layout: OpenAPI',
    system: 'oneroster',
    text: `openapi: 3.0.3
servers:
  - url: https://or.oas.example/ims/oneroster/v1p1
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://id.oas.example/connect/token
          scopes:
            https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly: read`,
    found: {
      serverUrl: 'https://or.oas.example/ims/oneroster/v1p1',
      tokenUrl: 'https://id.oas.example/connect/token',
    },
  },
  {
    name: 'layout: httpie',
    system: 'oneroster',
    text: `http --form POST https://id.hp.example/oauth/token grant_type=client_credentials client_id=hp-roster client_secret='Zm4Vx7=Lw2:Tq9' scope=roster-core.readonly`,
    found: {
      tokenUrl: 'https://id.hp.example/oauth/token',
      clientId: 'hp-roster',
      clientSecret: 'Zm4Vx7=Lw2:Tq9',
      scopes: 'roster-core.readonly',
    },
  },
  {
    name: 'layout: PowerShell hashtable',
    system: 'oneroster',
    text: `$body = @{
    grant_type    = 'client_credentials'
    client_id     = 'psh-roster'
    client_secret = 'Tq9$Zm4"Vx7'
}
Invoke-RestMethod -Method Post -Uri https://id.psh.example/token -Body $body`,
    found: { tokenUrl: 'https://id.psh.example/token', clientId: 'psh-roster', clientSecret: 'Tq9$Zm4"Vx7' },
  },
  {
    name: 'layout: Terraform',
    system: 'oneroster',
    text: `variable "client_id" {
  type    = string
  default = "tf-roster"
}
variable "client_secret" {
  type      = string
  sensitive = true
  default   = "Vx7Tq9Zm4Lw2"
}`,
    found: { clientId: 'tf-roster', clientSecret: 'Vx7Tq9Zm4Lw2' },
  },
  {
    name: 'layout: appsettings two environments',
    system: 'oneroster',
    text: `{
  "OneRoster": {
    "Staging": {
      "BaseUrl": "https://stg.or.example/v1p1",
      "ClientId": "as-stg",
      "ClientSecret": "Stg5Kq7Wz2Xm"
    },
    "Production": {
      "BaseUrl": "https://or.example/v1p1",
      "ClientId": "as-prd",
      "ClientSecret": "Prd9Vt5Kq7Wz"
    }
  }
}`,
    asked: {
      serverUrl: ['https://stg.or.example/v1p1', 'https://or.example/v1p1'],
      clientId: ['as-stg', 'as-prd'],
      clientSecret: ['Stg5Kq7Wz2Xm', 'Prd9Vt5Kq7Wz'],
    },
  },
  {
    name: 'layout: PHP define',
    system: 'oneroster',
    text: `<?php
define('OR_CLIENT_ID', 'php-roster');
define('OR_CLIENT_SECRET', 'It\\'s#7Kq9');
$config['base_url'] = "https://or.php.example/v1p1";`,
    found: { serverUrl: 'https://or.php.example/v1p1', clientId: 'php-roster', clientSecret: `It's#7Kq9` },
  },
  {
    name: 'layout: TOML sections',
    system: 'oneroster',
    text: `[oneroster.production]
base_url = "https://or.toml.example/v1p1"
client_id = "toml-prod"
client_secret = '''Kq7"Wz2'Xm9'''
[oneroster.test]
client_id = "toml-test"`,
    asked: {
      serverUrl: ['https://or.toml.example/v1p1'],
      clientId: ['toml-prod', 'toml-test'],
      clientSecret: [`Kq7"Wz2'Xm9`],
    },
  },
  {
    name: 'layout: web.config',
    system: 'oneroster',
    text: `<appSettings>
  <add key="OneRoster:ClientId" value="wc-roster" />
  <add key="OneRoster:ClientSecret" value="Kq7&amp;Wz2&lt;Xm9" />
  <add key="OneRoster:TokenUrl" value="https://id.wc.example/token" />
</appSettings>`,
    found: { tokenUrl: 'https://id.wc.example/token', clientId: 'wc-roster', clientSecret: 'Kq7&Wz2<Xm9' },
  },
  {
    name: 'layout: properties escaped',
    system: 'oneroster',
    text: `oneroster.base.url=https\\://or.prop.example/v1p1
oneroster.client.id=prop-roster
oneroster.client.secret=Kq7\\=Wz2\\:Xm9`,
    found: { serverUrl: 'https://or.prop.example/v1p1', clientId: 'prop-roster' },
    asked: { clientSecret: ['Kq7\\=Wz2\\:Xm9', 'Kq7=Wz2:Xm9'] },
  },
  {
    name: 'layout: Bitwarden csv',
    system: 'powerschool',
    text: `folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp
School,,login,PowerSchool API,,"Client ID: bw-lib-5
Client Secret: Wz2Xm9Kq7Vt5",0,https://ps.bw.example,admin,Zzz-portal-1,`,
    found: { clientId: 'bw-lib-5', clientSecret: 'Wz2Xm9Kq7Vt5' },
  },
  {
    name: 'layout: 1Password copied item',
    system: 'powerschool',
    text: `PowerSchool API – Maple
username
bw-admin
Section: API
client ID
op-lib-5
client secret
Xm9Kq7Vt5Wz2
website
https://ps.op.example
last edited Tuesday, November 17, 2026 at 9:12 AM`,
    found: { clientId: 'op-lib-5', clientSecret: 'Xm9Kq7Vt5Wz2' },
    asked: { serverUrl: ['https://ps.op.example'] },
  },
  {
    name: 'layout: KeePass xml',
    system: 'powerschool',
    text: `<Entry>
  <String><Key>Title</Key><Value>PowerSchool</Value></String>
  <String><Key>Client ID</Key><Value>kp-lib-5</Value></String>
  <String><Key>Client Secret</Key><Value ProtectInMemory="True">Vt5Wz2Xm9Kq7</Value></String>
  <String><Key>URL</Key><Value>https://ps.kp.example</Value></String>
</Entry>`,
    found: { serverUrl: 'https://ps.kp.example', clientId: 'kp-lib-5', clientSecret: 'Vt5Wz2Xm9Kq7' },
  },
  {
    name: 'layout: LastPass note',
    system: 'powerschool',
    text: `NoteType:Custom
Language:en-US
Client ID:lp-lib-5
Client Secret:Wz2Vt5Xm9Kq7
Notes:rotated 2026-08-01`,
    found: { clientId: 'lp-lib-5', clientSecret: 'Wz2Vt5Xm9Kq7' },
  },
  {
    name: 'layout: Bitwarden Send',
    system: 'powerschool',
    text: `Pat Roy has shared something with you via Bitwarden Send.
https://send.bw.example/#8dK2/xQ93kdkW02kd-Lm5
Password for the Send: by phone
This Send expires on November 24.`,
  },
  {
    name: 'layout: ascii box table',
    system: 'oneroster',
    text: `+---------------+------------------------------+
| Setting       | Value                        |
+---------------+------------------------------+
| Base URL      | https://or.box.example/v1p1  |
| Client ID     | box-roster                   |
| Client Secret | Xm9Wz2Vt5Kq7                 |
+---------------+------------------------------+`,
    found: { serverUrl: 'https://or.box.example/v1p1', clientId: 'box-roster', clientSecret: 'Xm9Wz2Vt5Kq7' },
  },
  {
    name: 'layout: semicolon CSV french',
    system: 'oneroster',
    text: `Environnement;Adresse du serveur;Identifiant client;Secret client
Essai;https://or-e.csv.example/v1p1;csv-e;Wz2;Vt5Kq7
Production;https://or.csv.example/v1p1;csv-p;"Xm9;Wz2Vt5"`,
    asked: {
      serverUrl: ['https://or-e.csv.example/v1p1', 'https://or.csv.example/v1p1'],
      clientId: ['csv-e', 'csv-p'],
      clientSecret: ['Wz2', 'Wz2;Vt5Kq7', 'Xm9;Wz2Vt5'],
    },
  },
  {
    name: 'layout: Excel TSV with units',
    system: 'ed-fi',
    text: `District	Key	Secret	Base URL	Issued
Maple ISD	Mpl7Kq9xWz	Vt5Xm2Lw8Tq4Rb6N	https://api.edfi.example/2027	2026-08-01`,
    found: {
      baseUrl: 'https://api.edfi.example/2027',
      clientId: 'Mpl7Kq9xWz',
      clientSecret: 'Vt5Xm2Lw8Tq4Rb6N',
    },
  },
  {
    name: 'layout: several districts in TSV',
    system: 'ed-fi',
    text: `District	Key	Secret
Maple ISD	Mpl7Kq9xWz	Vt5Xm2Lw8Tq4Rb6N
Birch ISD	Brc2Lw8Tq4	Rb6NVt5Xm2Kq9xWz`,
    asked: { clientId: ['Mpl7Kq9xWz', 'Brc2Lw8Tq4'], clientSecret: ['Vt5Xm2Lw8Tq4Rb6N', 'Rb6NVt5Xm2Kq9xWz'] },
  },
  {
    name: 'layout: OCR semicolons for colon',
    system: 'powerschool',
    text: `Client ID; ocr-lib-5
Client Secret; Kq7Wz2Xm9Vt5`,
    found: { clientId: 'ocr-lib-5', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: zero width and BOM',
    system: 'powerschool',
    text: `\ufeffClient\u200b ID:\u200b zw-lib-5\u200b
Client Secret: \u2068Kq7Wz2Xm9Vt5\u2069`,
    found: { clientId: 'zw-lib-5', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: html table with copy buttons',
    system: 'oneroster',
    text: '<table><tr><th>Name</th><th>Value</th><th></th></tr><tr><td>Client ID</td><td><code>ht-roster</code></td><td><button>Copy</button></td></tr><tr><td>Client Secret</td><td><code>Kq7Wz2&amp;Xm9</code></td><td><button>Copy</button></td></tr></table>',
    found: { clientId: 'ht-roster', clientSecret: 'Kq7Wz2&Xm9' },
  },
  {
    name: 'layout: rtl marks',
    system: 'powerschool',
    text: `\u202bClient ID: \u202arl-lib-5\u202c\u202c
\u200fClient Secret:\u200f Kq7Wz2Xm9Vt5\u200f`,
    found: { clientId: 'rl-lib-5', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: secret as word',
    system: 'aeries-oneroster',
    text: `Consumer ID: library
Consumer Secret: butterfly
URL: https://maple.aeries.example`,
    found: { aeriesUrl: 'https://maple.aeries.example', consumerId: 'library', consumerSecret: 'butterfly' },
  },
  {
    name: 'layout: secret as passphrase',
    system: 'oneroster',
    text: `Client ID: pp-roster
Client Secret: correct horse battery staple`,
    found: { clientId: 'pp-roster' },
  },
  {
    name: 'layout: secret as date',
    system: 'powerschool',
    text: `Client ID: dt-lib
Client Secret: 2026-11-30`,
    found: { clientId: 'dt-lib' },
  },
  {
    name: 'layout: secret as address',
    system: 'powerschool',
    text: `Client ID: ad-lib
Client Secret: ps.maple.example/k9`,
    found: { clientId: 'ad-lib', clientSecret: 'ps.maple.example/k9' },
  },
  {
    name: 'layout: secret with semicolon comma colon',
    system: 'oneroster',
    text: `Client ID: sc-roster
Client Secret: Kq7;Wz2,Xm9:Vt5=
Token URL: https://id.sc.example/token`,
    found: {
      tokenUrl: 'https://id.sc.example/token',
      clientId: 'sc-roster',
      clientSecret: 'Kq7;Wz2,Xm9:Vt5=',
    },
  },
  {
    name: 'layout: secret starts with =',
    system: 'oneroster',
    text: `client_id=eq-roster
client_secret==Kq7Wz2Xm9Vt5==`,
    found: { clientId: 'eq-roster', clientSecret: '=Kq7Wz2Xm9Vt5==' },
  },
  {
    name: 'layout: secret with quote inside',
    system: 'powerschool',
    text: `Client ID: "qt-lib"
Client Secret: "Kq7"Wz2'Xm9"`,
    found: { clientId: 'qt-lib' },
    asked: { clientSecret: [`"Kq7"Wz2'Xm9"`, `Kq7"Wz2'Xm9`] },
  },
  {
    name: 'layout: secret starts with dash',
    system: 'powerschool',
    text: `Client ID: ds-lib
Client Secret: -Kq7Wz2Xm9Vt5-`,
    found: { clientId: 'ds-lib', clientSecret: '-Kq7Wz2Xm9Vt5-' },
  },
  {
    name: 'layout: secret starts with a hash sign',
    system: 'powerschool',
    text: `Client ID: hs-lib
Client Secret:
#Kq7Wz2Xm9Vt5`,
    found: { clientId: 'hs-lib', clientSecret: '#Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: wrapped secret',
    system: 'powerschool',
    text: `Client ID: wr-lib
Client Secret: eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9Kq7Wz2Xm9Vt5Lw8Tq4Rb6N
Vt5Xm2Kq9xWzPq3Ln6Tz8Yb1
Server: https://ps.wr.example`,
    found: { serverUrl: 'https://ps.wr.example', clientId: 'wr-lib' },
    asked: {
      clientSecret: [
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9Kq7Wz2Xm9Vt5Lw8Tq4Rb6N',
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9Kq7Wz2Xm9Vt5Lw8Tq4Rb6NVt5Xm2Kq9xWzPq3Ln6Tz8Yb1',
      ],
    },
  },
  {
    name: 'layout: wrapped address',
    system: 'oneroster',
    text: `Base URL: https://maplemn.infcampus.example/campus/api/oneroster/
v1p2/maple
Client ID: wa-roster`,
    found: { clientId: 'wa-roster' },
    asked: {
      serverUrl: [
        'https://maplemn.infcampus.example/campus/api/oneroster/',
        'https://maplemn.infcampus.example/campus/api/oneroster/v1p2/maple',
      ],
    },
  },
  {
    name: 'layout: JSON trailing commas smart quotes',
    system: 'oneroster',
    text: `{
  “clientId”: “sq-roster”,
  “clientSecret”: “Kq7Wz2Xm9Vt5”,
}`,
    found: { clientId: 'sq-roster', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: placeholder left in template',
    system: 'oneroster',
    text: `Client ID: <your client id here>
Client Secret: [INSERT SECRET]
Base URL: https://or.ph.example/v1p1`,
    found: { serverUrl: 'https://or.ph.example/v1p1' },
  },
  {
    name: 'layout: secret contains label word',
    system: 'powerschool',
    text: `Client ID: lbl-lib
Client Secret: secret:Kq7key=Wz2`,
    found: { clientId: 'lbl-lib' },
    asked: { clientSecret: ['secret:Kq7key=Wz2', 'Kq7key=Wz2'] },
  },
  {
    name: 'layout: several systems one mail',
    system: 'powerschool',
    text: `PowerSchool
Client ID: ps-71
Client Secret: Ps1Kq7Wz2Xm9

Aeries
Consumer ID: ae-71
Consumer Secret: Ae2Vt5Lw8Tq4`,
    found: { clientId: 'ps-71', clientSecret: 'Ps1Kq7Wz2Xm9' },
  },
  {
    name: 'layout: two instances side by side',
    system: 'powerschool',
    text: `               Elementary                Secondary
Server         https://ps1.two.example   https://ps2.two.example
Client ID      el-72                     se-72
Client Secret  El1Kq7Wz2Xm9              Se2Vt5Lw8Tq4`,
    asked: {
      serverUrl: ['https://ps1.two.example', 'https://ps2.two.example'],
      clientId: ['el-72', 'se-72'],
      clientSecret: ['El1Kq7Wz2Xm9', 'Se2Vt5Lw8Tq4'],
    },
  },
  {
    name: 'layout: old and new secret',
    system: 'oneroster',
    text: `Client ID: on-73
Old secret (valid until Dec 15): Old1Kq7Wz2Xm
New secret: New2Vt5Lw8Tq`,
    found: { clientId: 'on-73' },
    asked: { clientSecret: ['Old1Kq7Wz2Xm', 'New2Vt5Lw8Tq'] },
  },
  {
    name: 'layout: the password for the ZIP',
    system: 'oneroster',
    text: `Client ID: zip-74
The client secret is in the attached ZIP. The password of the ZIP is Maple-2026-zip!`,
    found: { clientId: 'zip-74' },
  },
  {
    name: 'layout: Ed-Fi state mail',
    system: 'ed-fi',
    text: `Your API credentials for the 2026-27 school year:

Authentication: https://api.doe.example/2027/oauth/token
Base: https://api.doe.example/2027/
Swagger: https://api.doe.example/2027/swagger/
Key: wI8nKq7Wz2Xm
Secret: Vt5Lw8Tq4Rb6NKq7

Do not share.`,
    found: {
      baseUrl: 'https://api.doe.example/2027/',
      clientId: 'wI8nKq7Wz2Xm',
      clientSecret: 'Vt5Lw8Tq4Rb6NKq7',
      tokenUrl: 'https://api.doe.example/2027/oauth/token',
    },
  },
  {
    name: 'layout: ClassLink roster server',
    system: 'classlink-proxy',
    text: `Application: LibraryPro
OneRoster Application ID: 10442
Access Token: 3f1c9a70-5b2e-4d84-8c6f-0a9b7e2d1c35
Proxy: https://oneroster-proxy.cl.example`,
    found: { applicationId: '10442', accessToken: '3f1c9a70-5b2e-4d84-8c6f-0a9b7e2d1c35' },
  },
  {
    name: 'layout: Skyward',
    system: 'oneroster',
    text: `API URL: https://skyward.maple.example/API/
Key: SkyLib77
Secret: Kq7Wz2Xm9Vt5Lw8T
OneRoster 1.1, OAuth 2.0`,
    found: {
      serverUrl: 'https://skyward.maple.example/API/',
      clientId: 'SkyLib77',
      clientSecret: 'Kq7Wz2Xm9Vt5Lw8T',
    },
  },
  {
    name: 'layout: Blackbaud sky app',
    system: 'oneroster',
    text: `Application ID (client ID): 4d7a1c93-0b8e-4f52-9c61-7e3a5d2f8b04
Primary application secret: Kq7+Wz2/Xm9Vt5Lw8Tq4Rb6N=
Secondary application secret: Vt5+Lw8/Tq4Kq7Wz2Xm9Rb6N=`,
    found: { clientId: '4d7a1c93-0b8e-4f52-9c61-7e3a5d2f8b04' },
    asked: { clientSecret: ['Kq7+Wz2/Xm9Vt5Lw8Tq4Rb6N=', 'Vt5+Lw8/Tq4Kq7Wz2Xm9Rb6N='] },
  },
  {
    name: 'layout: Genesis sentence',
    system: 'oneroster',
    text: 'Your Genesis OneRoster endpoint is https://genesis.maple.example/genesis/ims/oneroster/v1p1 and you will authenticate with the username lib_79 as the key and the password Kq7Wz2Xm9V as the secret.',
    found: { serverUrl: 'https://genesis.maple.example/genesis/ims/oneroster/v1p1' },
    asked: { clientId: ['lib_79'], clientSecret: ['Kq7Wz2Xm9V'] },
  },
  {
    name: 'layout: Aspen form',
    system: 'oneroster',
    text: `Client identifier: librarypro
Client secret key: Kq7Wz2Xm9Vt5
User: api.librarypro
Associated roles: District administrator`,
    found: { clientId: 'librarypro', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: Veracross',
    system: 'oneroster',
    text: `Base URL  https://api.veracross.example/maple/oneroster/v1p1
Client ID  vc.81.lib
Client Secret  Kq7Wz2Xm9Vt5Lw8Tq4
Scopes  https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly https://purl.imsglobal.org/spec/or/v1p1/scope/roster.readonly`,
    found: {
      serverUrl: 'https://api.veracross.example/maple/oneroster/v1p1',
      clientId: 'vc.81.lib',
      clientSecret: 'Kq7Wz2Xm9Vt5Lw8Tq4',
      scopes:
        'https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly https://purl.imsglobal.org/spec/or/v1p1/scope/roster.readonly',
    },
  },
  {
    name: 'layout: OnSIS French ministry',
    system: 'onsis',
    text: `Objet : Inscription de l’URL de redirection – conseil 66001

Bonjour,
Votre URL de redirection a été inscrite. Les valeurs pour l’environnement d’essai :
 - Identifiant client : 66001-SISON-ESSAI
 - Secret client : communiqué par téléphone au 416 555-0142
 - URL d’authentification (conseil) : https://ouverture.essai.gouv.example/authorize
 - URL du jeton d’authentification : https://ouverture.essai.gouv.example/token
 - URL de l’API et port : https://sison.essai.gouv.example:9443
 - Portées : openid sison`,
    found: {
      clientId: '66001-SISON-ESSAI',
      authenticationUrl: 'https://ouverture.essai.gouv.example/authorize',
      tokenUrl: 'https://ouverture.essai.gouv.example/token',
      apiUrl: 'https://sison.essai.gouv.example:9443',
      scopes: 'openid sison',
    },
  },
  {
    name: 'layout: table in quoted mail',
    system: 'oneroster',
    text: `> | Item | Value |
> |---|---|
> | Client ID | tq-83 |
> | Client Secret | Kq7Wz2Xm9Vt5 |`,
    found: { clientId: 'tq-83', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: word marked with arrows',
    system: 'oneroster',
    text: `Client ID ➜ ar-84
Client Secret ➜ Kq7Wz2Xm9Vt5
Base URL ➜ https://or.ar.example/v1p1`,
    found: { serverUrl: 'https://or.ar.example/v1p1', clientId: 'ar-84', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: double underscore env',
    system: 'oneroster',
    text: `OneRoster__ClientId=du-85
OneRoster__ClientSecret=Kq7Wz2Xm9Vt5
OneRoster__BaseUrl=https://or.du.example/v1p1`,
    found: { serverUrl: 'https://or.du.example/v1p1', clientId: 'du-85', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: the secret hint',
    system: 'oneroster',
    text: `Client ID: hint-86
Secret hint: Kq7****
Secret ID: 0c1d2e3f-1111-4222-8333-944455566677
Secret value: Vt5~Lw8.Tq4Rb6N`,
    found: { clientId: 'hint-86', clientSecret: 'Vt5~Lw8.Tq4Rb6N' },
  },
  {
    name: 'layout: new pair replaces',
    system: 'oneroster',
    text: 'Hi, we have rotated your credentials. Key rot-87a becomes rot-87b, and the secret changes from Kq7Wz2Xm9Vt5 to Lw8Tq4Rb6NVt.',
    asked: { clientId: ['rot-87a', 'rot-87b'], clientSecret: ['Kq7Wz2Xm9Vt5', 'Lw8Tq4Rb6NVt'] },
  },
  {
    name: 'layout: asciidoc and rst',
    system: 'oneroster',
    text: `Client ID:: \`+ad-88+\`
Client Secret:: \`\`Kq7Wz2Xm9Vt5\`\``,
    found: { clientId: 'ad-88', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: an ID that somebody needs, and a full stop',
    system: 'powerschool',
    text: 'The Client ID you need is ps-lib-89. The corresponding Client Secret is Kq7Wz2Xm9Vt5.',
    found: { clientSecret: 'Kq7Wz2Xm9Vt5' },
    asked: { clientId: ['ps-lib-89'] },
  },
  {
    name: 'layout: french relative',
    system: 'onsis',
    text: 'L’identifiant client qui vous a été attribué est 66001-API-90 et le secret client correspondant est Kq7Wz2Xm9Vt5. L’URL du jeton à utiliser est https://id.gouv.example/token.',
    found: { clientSecret: 'Kq7Wz2Xm9Vt5' },
    asked: { clientId: ['66001-API-90'], tokenUrl: ['https://id.gouv.example/token'] },
  },
  {
    name: 'layout: icons material under value',
    system: 'powerschool',
    text: `Client Secret
Zt8Qm4Lp1Xv9Rk2B
visibility
content_copy
Client ID
mb-22
file_copy`,
    found: { clientId: 'mb-22', clientSecret: 'Zt8Qm4Lp1Xv9Rk2B' },
  },
  {
    name: 'layout: reveal button then masked',
    system: 'powerschool',
    text: `Client ID: mb-22 [Copy] [Edit]
Client Secret: ******** [Show] [Regenerate]`,
    found: { clientId: 'mb-22' },
  },
  {
    name: 'layout: masked, in French',
    system: 'oneroster',
    text: `Identifiant client : mb-22
Secret client : ●●●●●●●● Afficher Régénérer`,
    found: { clientId: 'mb-22' },
  },
  {
    name: 'layout: rtf accents',
    system: 'onsis',
    text: `{\\rtf1\\ansi\\deff0 {\\fonttbl{\\f0 Arial;}}\\f0 Identifiant client\\~: \\b BSID-1\\'e9\\b0\\par Secret client\\u160 ?: K\\{q7\\\\Wz2\\}\\par Port\\'e9es: openid sison\\par}`,
    found: { clientId: 'BSID-1é', clientSecret: 'K{q7\\Wz2}', scopes: 'openid sison' },
  },
  {
    name: 'layout: rtf table',
    system: 'powerschool',
    text: `{\\rtf1\\ansi\\trowd\\cellx2000\\cellx6000 Client ID\\cell rt-5\\cell\\row
\\trowd Client Secret\\cell Kq7Wz2Xm9Vt5\\cell\\row}`,
    found: { clientId: 'rt-5', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: latex escapes',
    system: 'powerschool',
    text: `\\textbf{Client ID:} \\texttt{lib\\_44} \\\\
\\textbf{Client Secret:} \\verb|Kq7$Wz2_Xm9| \\\\`,
    found: { clientId: 'lib_44', clientSecret: 'Kq7$Wz2_Xm9' },
  },
  {
    name: 'layout: triple in python',
    system: 'oneroster',
    text: `CLIENT_ID = """py-roster"""
CLIENT_SECRET = '''it's"7'''`,
    found: { clientId: 'py-roster', clientSecret: `it's"7` },
  },
  {
    name: 'layout: wp-config',
    system: 'oneroster',
    text: `define( 'LIBPRO_CLIENT_ID', 'wp-roster' );
define( "LIBPRO_CLIENT_SECRET", "Kq7Wz2Xm9" );`,
    found: { clientId: 'wp-roster', clientSecret: 'Kq7Wz2Xm9' },
  },
  {
    name: 'layout: google in code',
    system: 'oneroster',
    text: `define('GOOGLE_CLIENT_ID', 'g-77');
define('GOOGLE_CLIENT_SECRET', 'Gq7Wz2Xm9');`,
    asked: { clientId: ['g-77'], clientSecret: ['Gq7Wz2Xm9'] },
  },
  {
    name: 'layout: secret associated with this ID',
    system: 'powerschool',
    text: 'Your client ID is lib-31. The secret associated with this client ID is Kq7Wz2Xm9Vt5.',
    found: { clientId: 'lib-31' },
    asked: { clientSecret: ['Kq7Wz2Xm9Vt5'] },
  },
  {
    name: 'layout: id that goes with secret',
    system: 'powerschool',
    text: 'The client ID that goes with the secret above is lib-31.',
    asked: { clientId: ['lib-31'] },
  },
  {
    name: 'layout: French, dont',
    system: 'powerschool',
    text: 'L’identifiant client dont vous avez besoin est lib-31 et le secret client généré hier est Kq7Wz2Xm9Vt5.',
    asked: { clientId: ['lib-31'], clientSecret: ['Kq7Wz2Xm9Vt5'] },
  },
  {
    name: 'layout: rotated',
    system: 'oneroster',
    text: 'We rotated the secret from Kq7Wz2Xm9Vt5 to Lw8Tq4Rb6NVt on Friday. Client ID stays rot-13.',
    found: { clientId: 'rot-13' },
    asked: { clientSecret: ['Kq7Wz2Xm9Vt5', 'Lw8Tq4Rb6NVt'] },
  },
  {
    name: 'layout: now instead',
    system: 'oneroster',
    text: `Client ID: rot-14
Client Secret: Kq7Wz2Xm9Vt5 (revoked)
Client Secret: Lw8Tq4Rb6NVt (active)`,
    found: { clientId: 'rot-14' },
    asked: {
      clientSecret: ['Kq7Wz2Xm9Vt5', 'Kq7Wz2Xm9Vt5 (revoked)', 'Lw8Tq4Rb6NVt', 'Lw8Tq4Rb6NVt (active)'],
    },
  },
  {
    name: 'layout: request only',
    system: 'powerschool',
    text: `Hi, could you please send the Client ID and Client Secret for PowerSchool?

Case 00482193
ref:_00D4x0Kq7Wz._5004xVt5Lw8:ref`,
  },
  {
    name: 'layout: xh',
    system: 'oneroster',
    text: 'xh -f POST https://id.hp.example/oauth/token grant_type=client_credentials client_id=hp-roster client_secret=Zm4Vx7Lw2',
    found: {
      tokenUrl: 'https://id.hp.example/oauth/token',
      clientId: 'hp-roster',
      clientSecret: 'Zm4Vx7Lw2',
    },
  },
  {
    name: 'layout: equals secret',
    system: 'oneroster',
    text: `Client ID = eq-17
Client Secret = ==Kq7Wz2==Xm9`,
    found: { clientId: 'eq-17', clientSecret: '==Kq7Wz2==Xm9' },
  },
  {
    name: 'layout: plus secret',
    system: 'oneroster',
    text: `Client ID: pl-18
Client Secret: +Kq7Wz2Xm9+`,
    found: { clientId: 'pl-18' },
    asked: { clientSecret: ['+Kq7Wz2Xm9+', 'Kq7Wz2Xm9'] },
  },
  {
    name: 'layout: arrows',
    system: 'oneroster',
    text: 'Client ID ⟶ ar-19 / Secret ⟶ Kq7Wz2Xm9',
    found: { clientId: 'ar-19', clientSecret: 'Kq7Wz2Xm9' },
  },
  {
    name: 'layout: edfi base auth',
    system: 'ed-fi',
    text: `Base URL - https://api.doe.example/2027/
Authentication URL - https://api.doe.example/2027/oauth/token
Key - wI8nKq7Wz2Xm
Secret - Vt5Lw8Tq4Rb6NKq7`,
    found: {
      baseUrl: 'https://api.doe.example/2027/',
      clientId: 'wI8nKq7Wz2Xm',
      clientSecret: 'Vt5Lw8Tq4Rb6NKq7',
      tokenUrl: 'https://api.doe.example/2027/oauth/token',
    },
  },
  {
    name: 'layout: Freshdesk',
    system: 'powerschool',
    text: `Ticket: https://maple.freshdesk.example/helpdesk/tickets/4821

Dana Roy replied:
The values for the plugin:
ID = fd-21
Secret = Kq7Wz2Xm9Vt5

CC: pat@maple.example
Tags: api, key, secret`,
    found: { clientId: 'fd-21', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: safelinks wrapped label',
    system: 'oneroster',
    text: `Client ID: sl-22
Base URL: https://or.sl.example/v1p1<https://nam02.safelinks.protection.outlook.example/?url=https%3A%2F%2For.sl.example%2Fv1p1&data=05>`,
    found: { clientId: 'sl-22' },
    asked: {
      serverUrl: [
        'https://or.sl.example/v1p1',
        'https://nam02.safelinks.protection.outlook.example/?url=https%3A%2F%2For.sl.example%2Fv1p1&data=05',
      ],
    },
  },
  {
    name: 'layout: swagger',
    system: 'ed-fi',
    text: `Key: abKq7Wz2
Secret: Vt5Lw8Tq4
Swagger: https://api.doe.example/2027/swagger/
Base: https://api.doe.example/2027/
Authentication: https://api.doe.example/2027/oauth/token`,
    found: {
      baseUrl: 'https://api.doe.example/2027/',
      clientId: 'abKq7Wz2',
      clientSecret: 'Vt5Lw8Tq4',
      tokenUrl: 'https://api.doe.example/2027/oauth/token',
    },
  },
  {
    name: 'layout: Generated secret french',
    system: 'powerschool',
    text: `Secret généré : Kq7Wz2Xm9Vt5
Identifiant généré : ge-25`,
    found: { clientId: 'ge-25', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: cut off portal',
    system: 'oneroster',
    text: `Consumer Key  b7f20c11…  Copy
Consumer Secret  9d3e5f7a…  Copy`,
  },
  {
    name: 'layout: Teams meeting footer',
    system: 'powerschool',
    text: `Client ID: tm-27
Client Secret: Kq7Wz2Xm9Vt5
________________________________________________________________________________
Microsoft Teams meeting
Meeting ID: 281 332 447 19
Passcode: Xq7Lw2`,
    found: { clientId: 'tm-27', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: keepass text',
    system: 'powerschool',
    text: `Title: PowerSchool API
User Name: ke-28
Password: Kq7Wz2Xm9Vt5
URL: https://ps.ke.example
Notes: user name = client ID, password = client secret`,
    found: { serverUrl: 'https://ps.ke.example' },
  },
  {
    name: 'layout: yaml list of environments',
    system: 'oneroster',
    text: `environments:
  - name: test
    client_id: ya-t
    client_secret: Ya1Kq7Wz2Xm9
  - name: production
    client_id: ya-p
    client_secret: Ya2Vt5Lw8Tq4`,
    asked: { clientId: ['ya-t', 'ya-p'], clientSecret: ['Ya1Kq7Wz2Xm9', 'Ya2Vt5Lw8Tq4'] },
  },
  {
    name: 'layout: wrapped secret in a quoted mail',
    system: 'powerschool',
    text: `> Client ID: wq-30
> Client Secret: eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9Kq7Wz2Xm9Vt5Lw8Tq4
> Rb6NVt5Xm2`,
    found: { clientId: 'wq-30' },
    asked: {
      clientSecret: [
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9Kq7Wz2Xm9Vt5Lw8Tq4',
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9Kq7Wz2Xm9Vt5Lw8Tq4Rb6NVt5Xm2',
      ],
    },
  },
  {
    name: 'layout: for your application',
    system: 'oneroster',
    text: 'The Client ID for your application is fa-1 and the Client Secret for it is Kq7Wz2Xm9Vt5.',
    asked: { clientId: ['fa-1'], clientSecret: ['Kq7Wz2Xm9Vt5'] },
  },
  {
    name: 'layout: shown only once',
    system: 'oneroster',
    text: `Client ID fa-2
Client Secret (shown only once) Kq7Wz2Xm9Vt5`,
    found: { clientSecret: 'Kq7Wz2Xm9Vt5' },
    asked: { clientId: ['fa-2'] },
  },
  {
    name: 'layout: link in mail then password by sms',
    system: 'powerschool',
    text: `Client ID: fa-3
Secret: see https://onetimesecret.example/secret/8dk2jf93kd – passphrase by SMS`,
    found: { clientId: 'fa-3' },
  },
  {
    name: 'layout: link below label',
    system: 'powerschool',
    text: `Client ID: fa-4
Client Secret:
https://pwpush.example/p/abc9x2k1`,
    found: { clientId: 'fa-4' },
  },
  {
    name: 'layout: multi systems sentence',
    system: 'classlink-proxy',
    text: 'ClassLink: Application ID 10442, access token 3f1c9a70-5b2e-4d84-8c6f-0a9b7e2d1c35. PowerSchool: client ID ps-5, client secret Kq7Wz2Xm9Vt5.',
    asked: { applicationId: ['10442'], accessToken: ['3f1c9a70-5b2e-4d84-8c6f-0a9b7e2d1c35'] },
  },
  {
    name: 'layout: SSO vs API',
    system: 'oneroster',
    text: `SSO
Client ID: sso-6
Client Secret: Ss1Kq7Wz2Xm9

OneRoster API
Client ID: or-6
Client Secret: Or2Vt5Lw8Tq4`,
    asked: { clientId: ['sso-6', 'or-6'], clientSecret: ['Ss1Kq7Wz2Xm9', 'Or2Vt5Lw8Tq4'] },
  },
  {
    name: 'layout: jwt',
    system: 'classlink-proxy',
    text: `Access token: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U
App ID: 10442`,
    found: {
      applicationId: '10442',
      accessToken: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    },
  },
  {
    name: 'layout: env export with comments',
    system: 'oneroster',
    text: `# production
export OR_CLIENT_ID=or-8   # do not change
export OR_CLIENT_SECRET="Kq7Wz2#Xm9" # rotated in May`,
    found: { clientSecret: 'Kq7Wz2#Xm9' },
    asked: { clientId: ['or-8', 'or-8   # do not change'] },
  },
  {
    name: 'layout: ini unquoted hash',
    system: 'oneroster',
    text: `[oneroster]
client_id = or-9
client_secret = Kq7Wz2#Xm9;Vt5`,
    found: { clientId: 'or-9', clientSecret: 'Kq7Wz2#Xm9;Vt5' },
  },
  {
    name: 'layout: C# object',
    system: 'oneroster',
    text: `var options = new OneRosterOptions {
    ClientId = "or-11",
    ClientSecret = @"Kq7\\Wz2""Xm9",
    BaseUrl = new Uri("https://or.cs.example/v1p1")
};`,
    found: { clientId: 'or-11', clientSecret: 'Kq7\\Wz2"Xm9' },
    asked: { serverUrl: ['https://or.cs.example/v1p1'] },
  },
  {
    name: 'layout: outlook sig with www',
    system: 'powerschool',
    text: `Client ID: sg-12
Client Secret: Kq7Wz2Xm9Vt5

Pat Roy
Integration Specialist, Maple SD
T 555-014-9002  M 555-014-9003
www.maplesd.example | Follow us`,
    found: { clientId: 'sg-12', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: caution banner',
    system: 'powerschool',
    text: `CAUTION: This email originated from outside of the organization. Do not click links.

Key: cb-13
Secret: Kq7Wz2Xm9Vt5`,
    found: { clientId: 'cb-13', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: swap reported',
    system: 'powerschool',
    text: `Client ID: Kq7Wz2Xm9Vt5
Client Secret: sw-14

Sorry, I mixed up the two above.`,
    asked: { clientSecret: ['sw-14', 'Kq7Wz2Xm9Vt5'] },
  },
  {
    name: 'layout: correction of url',
    system: 'oneroster',
    text: `Base URL: https://or.maple.example/v1p1
Client ID: cu-15

Correction: the base URL should be https://or2.maple.example/v1p1`,
    found: { clientId: 'cu-15' },
    asked: { serverUrl: ['https://or.maple.example/v1p1', 'https://or2.maple.example/v1p1'] },
  },
  {
    name: 'layout: typo in id',
    system: 'powerschool',
    text: `Client ID: maple-lib-1l7
Client Secret: Kq7Wz2Xm9Vt5
(the character before the 7 is a lower case L)`,
    found: { clientId: 'maple-lib-1l7', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: bilingual side by side',
    system: 'onsis',
    text: `Client ID: on-17 / Identifiant client : on-17
Client Secret: Kq7Wz2Xm9Vt5 / Secret client : Kq7Wz2Xm9Vt5`,
    found: { clientId: 'on-17', clientSecret: 'Kq7Wz2Xm9Vt5' },
  },
  {
    name: 'layout: html source',
    system: 'powerschool',
    text: '<div dir="ltr">Hi Lee,<br><br><b>Client ID:</b>&nbsp;ht-18<br><b>Client Secret:</b>&nbsp;Kq7Wz2&lt;Xm9<br></div><blockquote class="gmail_quote">Client Secret: old9Vt5Lw8</blockquote>',
    found: { clientId: 'ht-18' },
    asked: { clientSecret: ['Kq7Wz2<Xm9', 'old9Vt5Lw8'] },
  },
  {
    name: 'layout: half secret split',
    system: 'powerschool',
    text: `Client ID: hs-19
First half of the secret: Kq7Wz2
Second half by text message.`,
    found: { clientId: 'hs-19' },
  },
  {
    name: 'layout: spaces grouped',
    system: 'powerschool',
    text: `Client ID: gp-20
Client Secret: Kq7W z2Xm 9Vt5 Lw8T (without spaces)`,
    found: { clientId: 'gp-20' },
    asked: { clientSecret: ['Kq7Wz2Xm9Vt5Lw8T', 'Kq7W z2Xm 9Vt5 Lw8T (without spaces)'] },
  },
  {
    name: 'layout: fr ministry two env table',
    system: 'onsis',
    text: `Paramètre	Essai	Production
Identifiant client	e-21	p-21
Secret client	Es1Kq7Wz2Xm9	sera transmis séparément
URL du jeton	https://e.gouv.example/token	https://p.gouv.example/token`,
    asked: {
      clientId: ['e-21', 'p-21'],
      clientSecret: ['Es1Kq7Wz2Xm9'],
      tokenUrl: ['https://e.gouv.example/token', 'https://p.gouv.example/token'],
    },
  },
  {
    name: 'layout: GitHub details',
    system: 'oneroster',
    text: `<details><summary>Credentials</summary>

- **Client ID**: \`gh-23\`
- **Client Secret**: \`Kq7Wz2|Xm9\`

</details>`,
    found: { clientId: 'gh-23', clientSecret: 'Kq7Wz2|Xm9' },
  },
  {
    name: 'layout: Slack markdown copy',
    system: 'oneroster',
    text: `*Client ID*: gh-24
*Client Secret*: \`\`\`Kq7Wz2Xm9\`\`\`
*URL*: <https://or.sl.example/v1p1|or.sl.example>`,
    found: { serverUrl: 'https://or.sl.example/v1p1', clientId: 'gh-24', clientSecret: 'Kq7Wz2Xm9' },
  },
  {
    name: 'layout: Google doc smart chips',
    system: 'powerschool',
    text: `Client ID (copy exactly!): gd-25
Client Secret (copy exactly, incl. the final dot): Kq7Wz2Xm9.`,
    found: { clientId: 'gd-25' },
    asked: { clientSecret: ['Kq7Wz2Xm9.', 'Kq7Wz2Xm9'] },
  },
  {
    name: 'layout: negative id',
    system: 'powerschool',
    text: 'Do NOT use the client ID from last year (old-27). Your client ID is now new-27, the secret remains the same.',
    found: { clientId: 'new-27' },
  },
  {
    name: 'layout: JSON escaped in log',
    system: 'oneroster',
    text: 'body={\\"client_id\\":\\"lg-28\\",\\"client_secret\\":\\"Kq7Wz2Xm9\\"}',
    found: { clientId: 'lg-28', clientSecret: 'Kq7Wz2Xm9' },
  },
  {
    name: 'layout: URL with credentials',
    system: 'oneroster',
    text: 'https://ur-29:Kq7Wz2Xm9@id.maple.example/token',
  },
  {
    name: 'layout: query',
    system: 'oneroster',
    text: 'https://id.maple.example/token?grant_type=client_credentials&client_id=qu-30&client_secret=Kq7%2BWz2%3D',
    found: { tokenUrl: 'https://id.maple.example/token', clientId: 'qu-30', clientSecret: 'Kq7+Wz2=' },
  },
  {
    name: 'layout: clauses between commas',
    system: 'powerschool',
    text: 'Your client ID, which is also your username, is lib-8. The secret, which you must keep safe, is Kq7Wz2Xm.',
    asked: { clientId: ['lib-8'], clientSecret: ['Kq7Wz2Xm'] },
  },
  {
    name: 'layout: the next sentence names what replaces a secret',
    system: 'powerschool',
    text: 'The secret Old9xKw2Lm5Q is no longer valid. Use New4tRz8Vb1H from now on.',
    asked: { clientSecret: ['Old9xKw2Lm5Q', 'New4tRz8Vb1H'] },
  },
  {
    name: 'layout: one label for an old and a new secret',
    system: 'powerschool',
    text: 'Old client secret Old9xKw2Lm5Q; new New4tRz8Vb1H',
    asked: { clientSecret: ['Old9xKw2Lm5Q', 'New4tRz8Vb1H'] },
  },
  {
    name: 'layout: a secret that replaces nothing of the identifier',
    system: 'powerschool',
    text: 'Your client ID is maple-9 and stays, the secret is now kq7wz2xm9vt5.',
    found: { clientId: 'maple-9', clientSecret: 'kq7wz2xm9vt5' },
  },
  {
    name: 'layout: words of buttons alone',
    system: 'powerschool',
    text: 'Client ID: Copy\nClient Secret: Show Regenerate',
  },
];
