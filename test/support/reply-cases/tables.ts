import type { ReplyCase } from './reply-case';

/* Tables as produced by spreadsheets, e-mail programs, wikis and terminals. */

const id = 'maple-4821';
const secret = 'kP7vW2xQ9mZ4tB8r';
const both = { clientId: id, clientSecret: secret };
const server = 'https://sis.maple.example';
const twoEnvironments = (test: string, production: string) => ({
  clientId: [
    [test, 't-1'],
    [production, 'p-1'],
  ] as const,
  clientSecret: [
    [test, 'ts-11aa'],
    [production, 'ps-22bb'],
  ] as const,
});

export const tables: readonly ReplyCase[] = [
  {
    name: 'CSV, labels in the first row',
    system: 'powerschool',
    text: `Server URL,Client ID,Client Secret\n${server},${id},${secret}\n`,
    found: { serverUrl: server, ...both },
  },
  {
    name: 'CSV with quotes, labels in the first row',
    system: 'powerschool',
    text: `"Client ID","Client Secret"\r\n"${id}","a,""b"",c9"\r\n`,
    found: { clientId: id, clientSecret: 'a,"b",c9' },
  },
  {
    name: 'HTML table in which the tag of a cell is damaged',
    system: 'powerschool',
    text: `<table><tr><td>Client ID</td><td>${id}</td></tr><tr><td>Client Secret</td><td>k7Qz9</td><t:d>Vb8kQ2</td></tr></table>`,
    found: { clientId: id },
    asked: { clientSecret: ['k7Qz9', 'Vb8kQ2'] },
  },
  {
    name: 'CSV whose last cell opens a quotation that never ends',
    system: 'powerschool',
    text: `Environment,Client ID,Client Secret\nValue,${id},k7Qz,"Vb8kQ2 and so on`,
    asked: {
      clientId: [id],
      clientSecret: ['k7Qz', 'k7Qz,"Vb8kQ2', 'k7Qz,"Vb8kQ2 and so on'],
    },
  },
  {
    name: 'CSV with semicolons, French',
    system: 'powerschool',
    text: `Environnement;Identifiant client;Secret client\nEssai;t-1;ts-11aa\nProduction;p-1;ps-22bb`,
    asked: twoEnvironments('Essai', 'Production'),
    environment: 'test',
    suggested: { clientId: 't-1', clientSecret: 'ts-11aa' },
  },
  {
    name: 'CSV, labels in the first column',
    system: 'powerschool',
    text: `Setting,Value\nClient ID,${id}\nClient Secret,${secret}`,
    found: both,
  },
  {
    name: 'CSV, an environment a row, the other columns unknown',
    system: 'aeries-oneroster',
    text: `Name,Environment,Consumer Key,Consumer Secret,Expires\nMaple,Test,t-1,ts-11aa,2027-01-05\nMaple,Production,p-1,ps-22bb,2027-06-30`,
    asked: {
      consumerId: [
        ['Test', 't-1'],
        ['Production', 'p-1'],
      ],
      consumerSecret: [
        ['Test', 'ts-11aa'],
        ['Production', 'ps-22bb'],
      ],
    },
  },
  {
    name: 'tabs, an environment a column',
    system: 'powerschool',
    text: `\tTest\tProduction\nClient ID\tt-1\tp-1\nClient Secret\tts-11aa\tps-22bb`,
    asked: twoEnvironments('Test', 'Production'),
    environment: 'production',
    suggested: { clientId: 'p-1', clientSecret: 'ps-22bb' },
  },
  {
    name: 'tabs, an environment a column, one cell empty',
    system: 'powerschool',
    text: `Setting\tSandbox\tProduction\nClient ID\tt-1\tp-1\nClient Secret\tts-11aa\t`,
    asked: {
      clientId: [
        ['Sandbox', 't-1'],
        ['Production', 'p-1'],
      ],
      clientSecret: [['Sandbox', 'ts-11aa']],
    },
  },
  {
    name: 'tabs, an environment a row',
    system: 'powerschool',
    text: `Instance\tClient ID\tClient Secret\nQA\tt-1\tts-11aa\nProd\tp-1\tps-22bb`,
    asked: twoEnvironments('QA', 'Prod'),
  },
  {
    name: 'tabs, label and environment in two columns',
    system: 'powerschool',
    text: `Environment\tSetting\tValue\nTest\tClient ID\tt-1\nTest\tClient Secret\tts-11aa\nProduction\tClient ID\tp-1\nProduction\tClient Secret\tps-22bb`,
    asked: twoEnvironments('Test', 'Production'),
  },
  {
    name: 'tabs, the environment only in the first of its rows',
    system: 'powerschool',
    text: `Test\tClient ID\tt-1\n\tClient Secret\tts-11aa\nProduction\tClient ID\tp-1\n\tClient Secret\tps-22bb`,
    asked: twoEnvironments('Test', 'Production'),
  },
  {
    name: 'a column of remarks and one of examples',
    system: 'powerschool',
    text: `Field\tValue\tExample\tNotes\nClient ID\t${id}\tabc-123\tshown once\nClient Secret\t${secret}\txyz-789\tkeep safe`,
    found: both,
  },
  {
    name: 'the same value in both columns',
    system: 'onsis',
    text: `\tTest\tProduction\nClient ID\tonsis-1\tonsis-1\nClient Secret\tts-11aa\tps-22bb`,
    found: { clientId: 'onsis-1' },
    asked: {
      clientSecret: [
        ['Test', 'ts-11aa'],
        ['Production', 'ps-22bb'],
      ],
    },
    environment: 'production',
    suggested: { clientSecret: 'ps-22bb' },
  },
  {
    name: 'Markdown, labels in the first column',
    system: 'powerschool',
    text: `| | Value |\n|:--|:-:|\n| **Client ID** | \`${id}\` |\n| **Client Secret** | \`${secret}\` |`,
    found: both,
  },
  {
    name: 'Markdown, labels in the first row',
    system: 'powerschool',
    text: `| Environment | Client ID | Client Secret |\n| --- | --- | --- |\n| Test | t-1 | ts-11aa |\n| Production | p-1 | ps-22bb |`,
    asked: twoEnvironments('Test', 'Production'),
  },
  {
    name: 'Markdown, an environment a column',
    system: 'powerschool',
    text: `| Setting | Pilot | Live |\n|---|---|---|\n| Client ID | t-1 | p-1 |\n| Client Secret | ts-11aa | ps-22bb |`,
    asked: twoEnvironments('Pilot', 'Live'),
    environment: 'test',
    suggested: { clientId: 't-1', clientSecret: 'ts-11aa' },
  },
  {
    name: 'Markdown without outer bars',
    system: 'powerschool',
    text: `Setting | Value\n--- | ---\nClient ID | ${id}\nClient Secret | ${secret}`,
    found: both,
  },
  {
    name: 'a box of plus signs',
    system: 'powerschool',
    text: `+---------------+------------------+
| Setting       | Value            |
+---------------+------------------+
| Client ID     | ${id}       |
| Client Secret | ${secret} |
+---------------+------------------+`,
    found: both,
  },
  {
    name: 'a box of drawn lines',
    system: 'powerschool',
    text: `┌───────────────┬─────────┬──────────┐
│               │ Essai   │ Production│
├───────────────┼─────────┼──────────┤
│ Identifiant   │ t-1     │ p-1      │
│ Secret        │ ts-11aa │ ps-22bb  │
└───────────────┴─────────┴──────────┘`,
    asked: twoEnvironments('Essai', 'Production'),
  },
  {
    name: 'a box drawn around columns',
    system: 'powerschool',
    text: `+--------------+--------------------+
| client_id    | client_secret      |
+--------------+--------------------+
| ${id}   | ${secret}   |
+--------------+--------------------+`,
    found: both,
  },
  {
    name: 'columns of blanks with a heading',
    system: 'powerschool',
    text: `                 Test        Production
Client ID        t-1         p-1
Client Secret    ts-11aa     ps-22bb`,
    asked: twoEnvironments('Test', 'Production'),
  },
  {
    name: 'columns of blanks, labels in the first row',
    system: 'powerschool',
    text: `Client ID     Client Secret\n-----------   ----------------\n${id}    ${secret}`,
    found: both,
  },
  {
    name: 'psql output',
    system: 'powerschool',
    text: ` client_id  |  client_secret\n------------+------------------\n ${id} | ${secret}\n(1 row)`,
    found: both,
  },
  {
    name: 'a table that the mail program broke into a cell a line',
    system: 'powerschool',
    text: `Setting\nValue\nClient ID\n${id}\nClient Secret\n${secret}\n`,
    found: both,
  },
  {
    name: 'a table of two environments, a cell a line',
    system: 'powerschool',
    text: `Setting\nTest\nProduction\nClient ID\nt-1\np-1\nClient Secret\nts-11aa\nps-22bb\n`,
    asked: twoEnvironments('Test', 'Production'),
    environment: 'test',
    suggested: { clientId: 't-1', clientSecret: 'ts-11aa' },
  },
  {
    name: 'a table of two environments, a cell a line with empty lines between',
    system: 'powerschool',
    text: `Setting\n\nEssai\n\nProduction\n\nIdentifiant client\n\nt-1\n\np-1\n\nSecret client\n\nts-11aa\n\nps-22bb\n`,
    asked: twoEnvironments('Essai', 'Production'),
  },
  {
    name: 'labels in the first row, a cell a line',
    system: 'powerschool',
    text: `Client ID\nClient Secret\nServer URL\n${id}\n${secret}\n${server}\n`,
    found: { serverUrl: server, ...both },
  },
  {
    name: 'labels in the first row with the environment, a cell a line',
    system: 'powerschool',
    text: `Environment\nClient ID\nClient Secret\nTest\nt-1\nts-11aa\nProduction\np-1\nps-22bb\n`,
    asked: twoEnvironments('Test', 'Production'),
  },
  {
    name: 'a column for each of two schools',
    system: 'classlink-direct',
    text: `\tMaple\tOak\nKey\tm-1\to-1\nSecret\tms-11aa\tos-22bb`,
    asked: {
      clientId: [
        ['Maple', 'm-1'],
        ['Oak', 'o-1'],
      ],
      clientSecret: [
        ['Maple', 'ms-11aa'],
        ['Oak', 'os-22bb'],
      ],
    },
  },
  {
    name: 'a table quoted in a reply',
    system: 'powerschool',
    text: `> | Setting | Value |\n> |---|---|\n> | Client ID | ${id} |\n> | Client Secret | ${secret} |`,
    found: both,
  },
  {
    name: 'a table whose cells are placeholders',
    system: 'powerschool',
    text: `| Setting | Test | Production |\n|---|---|---|\n| Client ID | t-1 | TBD |\n| Client Secret | ts-11aa | n/a |`,
    found: { clientId: 't-1', clientSecret: 'ts-11aa' },
  },
  {
    name: 'three environments',
    system: 'powerschool',
    text: `\tDev\tUAT\tProd\nClient Secret\td-00zz\tu-11aa\tp-22bb`,
    asked: {
      clientSecret: [
        ['Dev', 'd-00zz'],
        ['UAT', 'u-11aa'],
        ['Prod', 'p-22bb'],
      ],
    },
    environment: 'production',
    suggested: { clientSecret: 'p-22bb' },
  },
  {
    name: 'a row with one cell too many, by tabs',
    system: 'powerschool',
    text: `Environment\tClient ID\tClient Secret\nTest\tt-1\tts-11aa\nProduction\tp-1\tps-22bb\tsee the ticket`,
    environment: 'production',
    asked: twoEnvironments('Test', 'Production'),
    suggested: { clientId: 'p-1', clientSecret: 'ps-22bb' },
  },
  {
    name: 'a row with an empty cell too many',
    system: 'powerschool',
    text: `Environment,Client ID,Client Secret\nTest,t-1,ts-11aa\nProduction,p-1,ps-22bb,\n`,
    asked: twoEnvironments('Test', 'Production'),
  },
  {
    name: 'a secret with a comma that nothing encloses',
    system: 'powerschool',
    text: `Client ID,Client Secret\n${id},ab7c,9dEf\n`,
    asked: { clientId: [id], clientSecret: ['ab7c', 'ab7c,9dEf'] },
  },
  {
    name: 'a secret with a bar in it',
    system: 'powerschool',
    text: `| Environment | Client ID | Client Secret |\n|---|---|---|\n| Test | t-1 | ts-11aa |\n| Production | p-1 | ps|22bb |`,
    asked: {
      clientId: [
        ['Test', 't-1'],
        ['Production', 'p-1'],
      ],
      clientSecret: [
        ['Test', 'ts-11aa'],
        ['Production', 'ps'],
        ['Production', 'ps|22bb'],
      ],
    },
  },
  {
    name: 'a row of passwords between the heading and the values',
    system: 'powerschool',
    text: `| Setting | Test | Production |\n|---|---|---|\n| Client ID | t-1 | p-1 |\n| Admin password | Production!1 | Test!2 |\n| Client Secret | ts-11aa | ps-22bb |`,
    environment: 'production',
    asked: twoEnvironments('Test', 'Production'),
    suggested: { clientId: 'p-1', clientSecret: 'ps-22bb' },
  },
  {
    name: 'a row of something else that names the environments the other way round',
    system: 'powerschool',
    text: `Setting,Test,Production\nClient ID,t-1,p-1\nCopied to,Production,Test\nClient Secret,ts-11aa,ps-22bb`,
    environment: 'test',
    asked: twoEnvironments('Test', 'Production'),
    suggested: { clientId: 't-1', clientSecret: 'ts-11aa' },
  },
  {
    name: 'a row that ends before the last column',
    system: 'powerschool',
    text: `Setting,Test,Production\nClient ID,t-1,p-1\nClient Secret,ts-11aa`,
    environment: 'production',
    asked: {
      clientId: [
        ['Test', 't-1'],
        ['Production', 'p-1'],
      ],
      clientSecret: [['Test', 'ts-11aa']],
    },
    suggested: { clientId: 'p-1' },
  },
  {
    name: 'a row of one cell too many behind its label, by tabs',
    system: 'powerschool',
    text: `Setting\tTest\tProduction\nClient ID\tt-1\tp-1\t2027\nClient Secret\tts-11aa\tps-22bb\tx9y8z7`,
    environment: 'test',
    asked: twoEnvironments('Test', 'Production'),
    suggested: { clientId: 't-1', clientSecret: 'ts-11aa' },
  },
  {
    name: 'a row whose secret has the comma of the table in it',
    system: 'powerschool',
    text: `Setting,Test,Production\nClient ID,t-1,p-1\nClient Secret,ts,11aa,ps-22bb`,
    environment: 'production',
    offered: { clientSecret: ['ts,11aa', 'ps-22bb'] },
    asked: {
      clientId: [
        ['Test', 't-1'],
        ['Production', 'p-1'],
      ],
    },
    suggested: { clientId: 'p-1' },
  },
  {
    name: 'CSV with a cell of several lines',
    system: 'powerschool',
    text: `folder,name,notes,login_uri,login_password\nIT,Roster,"Client ID: ${id}\nClient Secret: ${secret}\nServer URL: ${server}",https://portal.example/login,Personal!Pw2026,`,
    found: { ...both, serverUrl: server },
  },
  {
    name: 'CSV whose cell of several lines ends in the secret',
    system: 'powerschool',
    text: `url,username,password,extra,name\nhttps://portal.example,sam,Pw1,"Client ID: ${id}\nClient Secret: ${secret}",Maple,IT,0`,
    found: both,
  },
  {
    name: 'Jira’s mark for code',
    system: 'powerschool',
    text: `|Client ID|{{${id}}}|\n|Client Secret|{{${secret}}}|`,
    found: { clientId: id },
    asked: { clientSecret: [`{{${secret}}}`, secret] },
  },
];
