import type { ReplyCase } from './reply-case';

/* The text above or next to a value counts even if it is the only value of its field. */

const NB = '\u00a0';
const id = 'maple-4821';
const secret = 'kP7vW2xQ9mZ4tB8r';
const both = { clientId: id, clientSecret: secret };
const server = 'https://sis.maple.example';

const twoIds = {
  clientId: [
    ['Sandbox', 't-1'],
    ['Production', 'p-1'],
  ],
} as const;
const secretUnder = (heading: string, value = 'ts-11aa') => ({ clientSecret: [[heading, value]] }) as const;
const under = (heading: string, clientId = 't-1', clientSecret = 'ts-11aa') =>
  ({ clientId: [[heading, clientId]], clientSecret: [[heading, clientSecret]] }) as const;

const ONE_EMPTY = `Setting\tSandbox\tProduction\nClient ID\tt-1\tp-1\nClient Secret\tts-11aa\t(empty)`;

export const environments: readonly ReplyCase[] = [
  // --- a secret in one column or section only
  {
    name: 'one column has no secret',
    system: 'powerschool',
    text: ONE_EMPTY,
    asked: { ...twoIds, ...secretUnder('Sandbox') },
  },
  {
    name: 'one column has no secret, for production',
    system: 'powerschool',
    text: ONE_EMPTY,
    environment: 'production',
    asked: { ...twoIds, ...secretUnder('Sandbox') },
    suggested: { clientId: 'p-1' },
  },
  {
    name: 'one column has no secret, for test',
    system: 'powerschool',
    text: ONE_EMPTY,
    environment: 'test',
    asked: { ...twoIds, ...secretUnder('Sandbox') },
    suggested: { clientId: 't-1', clientSecret: 'ts-11aa' },
  },
  {
    name: 'one section’s secret is to follow',
    system: 'powerschool',
    text: `## Sandbox\nClient ID: t-1\nClient Secret: ts-11aa\n\n## Production\nClient ID: p-1\nClient Secret: to follow`,
    environment: 'production',
    asked: { ...twoIds, ...secretUnder('Sandbox') },
    suggested: { clientId: 'p-1' },
  },
  {
    name: 'une section sans secret',
    system: 'powerschool',
    text: `Environnement d’essai${NB}:\nIdentifiant client${NB}: t-1\nSecret client${NB}: ts-11aa\n\nEnvironnement de production${NB}:\nIdentifiant client${NB}: p-1\nSecret client${NB}: à venir`,
    environment: 'production',
    asked: {
      clientId: [
        ['essai', 't-1'],
        ['production', 'p-1'],
      ],
      ...secretUnder('essai'),
    },
    suggested: { clientId: 'p-1' },
  },
  {
    name: 'an environment a row, one cell empty',
    system: 'powerschool',
    text: `Environment,Client ID,Client Secret\nSandbox,t-1,ts-11aa\nProduction,p-1,\n`,
    environment: 'production',
    asked: { ...twoIds, ...secretUnder('Sandbox') },
    suggested: { clientId: 'p-1' },
  },
  {
    name: 'Markdown columns, one cell a dash',
    system: 'powerschool',
    text: `| Setting | Sandbox | Production |\n|---|---|---|\n| Client ID | t-1 | p-1 |\n| Client Secret | ts-11aa | - |`,
    environment: 'production',
    asked: { ...twoIds, ...secretUnder('Sandbox') },
    suggested: { clientId: 'p-1' },
  },
  {
    name: 'a secret for one of two schools',
    system: 'classlink-direct',
    text: `\tMaple\tOak\nKey\tm-1\to-1\nSecret\tms-11aa\t`,
    asked: {
      clientId: [
        ['Maple', 'm-1'],
        ['Oak', 'o-1'],
      ],
      ...secretUnder('Maple', 'ms-11aa'),
    },
  },
  {
    name: 'a secret in the section of one of two schools',
    system: 'powerschool',
    text: `Maple Elementary\nClient ID: m-1\nClient Secret: ms-11aa\n\nOak Secondary\nClient ID: o-1\nClient Secret: see attachment`,
    asked: {
      clientId: [
        ['Maple Elementary', 'm-1'],
        ['Oak Secondary', 'o-1'],
      ],
      ...secretUnder('Maple Elementary', 'ms-11aa'),
    },
  },
  {
    name: 'labels with their environment, one secret redacted',
    system: 'powerschool',
    text: `Client ID (Sandbox): t-1\nClient Secret (Sandbox environment): ts-11aa\nClient ID (Production): p-1\nClient Secret (Production): [redacted]`,
    asked: { ...twoIds, ...secretUnder('Sandbox') },
  },
  {
    name: 'an identifier for one, a secret for the other',
    system: 'powerschool',
    text: `## Sandbox\nClient ID: t-1\n\n## Production\nClient Secret: ps-22bb`,
    environment: 'test',
    found: { clientId: 't-1' },
    asked: { clientSecret: [['Production', 'ps-22bb']] },
  },
  {
    name: 'one address above two environments',
    system: 'oneroster',
    text: `Token URL: ${server}/oauth/token\n\n## Sandbox\nClient ID: t-1\nClient Secret: ts-11aa\n\n## Production\nClient ID: p-1`,
    found: { tokenUrl: `${server}/oauth/token` },
    asked: { ...twoIds, ...secretUnder('Sandbox') },
  },
  {
    name: 'JSON, one environment without a secret',
    system: 'powerschool',
    text: `{"Sandbox":{"client_id":"t-1","client_secret":"ts-11aa"},"Production":{"client_id":"p-1","client_secret":null}}`,
    asked: { ...twoIds, ...secretUnder('Sandbox') },
  },
  {
    name: 'only the secret that was replaced',
    system: 'powerschool',
    text: `Client ID: ${id}\nPrevious Client Secret: old-22bb`,
    found: { clientId: id },
    asked: secretUnder('Previous', 'old-22bb'),
  },
  {
    name: 'only the new secret',
    system: 'powerschool',
    text: `Client ID: ${id}\nNew Client Secret: ${secret}`,
    found: both,
  },
  {
    name: 'headings with a line below them',
    system: 'powerschool',
    text: `Sandbox\n-------\nClient ID: t-1\nClient Secret: ts-11aa\n\nProduction\n==========\nClient ID: p-1\nClient Secret: by phone`,
    asked: { ...twoIds, ...secretUnder('Sandbox') },
  },
  {
    name: 'columns of blanks, the right one empty',
    system: 'powerschool',
    text: `                 Sandbox     Production\nClient ID        t-1         p-1\nClient Secret    ts-11aa`,
    asked: { ...twoIds, ...secretUnder('Sandbox') },
  },
  {
    name: 'columns of blanks, the left one empty',
    system: 'powerschool',
    text: `                 Sandbox     Production\nClient ID        t-1         p-1\nClient Secret                ps-22bb`,
    asked: { ...twoIds, ...secretUnder('Production', 'ps-22bb') },
  },
  // --- everything is for the other environment
  {
    name: 'a mail for the test environment',
    system: 'powerschool',
    text: `Hello,\n\nFor the test environment:\nClient ID: t-1\nClient Secret: ts-11aa\n\nRegards,\nPat`,
    environment: 'production',
    elsewhere: 'test',
    asked: under('test'),
  },
  {
    name: 'a mail for the test environment, to one that is for test',
    system: 'powerschool',
    text: `Hello,\n\nFor the test environment:\nClient ID: t-1\nClient Secret: ts-11aa\n\nRegards,\nPat`,
    environment: 'test',
    found: { clientId: 't-1', clientSecret: 'ts-11aa' },
  },
  {
    name: 'un courriel pour l’environnement d’essai',
    system: 'onsis',
    text: `Bonjour,\n\nVoici les accès pour l’environnement d’essai${NB}:\nIdentifiant client${NB}: t-1\nSecret client${NB}: ts-11aa`,
    environment: 'production',
    elsewhere: 'test',
    asked: under('essai'),
  },
  {
    name: 'a sentence that says for which environment',
    system: 'powerschool',
    text: `Hi Sam,\n\nPlease find below the credentials for your district’s sandbox environment.\n\nClient ID: t-1\nClient Secret: ts-11aa`,
    environment: 'production',
    elsewhere: 'test',
    asked: under('sandbox'),
  },
  {
    name: 'une phrase qui dit pour quel environnement',
    system: 'powerschool',
    text: `Bonjour Claude,\n\nVous trouverez ci-dessous vos identifiants pour le bac à sable.\n\nIdentifiant client : t-1\nSecret client : ts-11aa`,
    environment: 'production',
    elsewhere: 'test',
    asked: under('bac à sable'),
  },
  {
    name: 'a subject that names the environment',
    system: 'powerschool',
    text: `Subject: Your sandbox credentials\n\nClient ID: t-1\nClient Secret: ts-11aa`,
    environment: 'production',
    elsewhere: 'test',
    asked: under('sandbox'),
  },
  {
    name: 'a sentence below that says for which environment',
    system: 'powerschool',
    text: `Client ID: t-1\nClient Secret: ts-11aa\n\nThese are for the test environment only.`,
    environment: 'production',
    elsewhere: 'test',
    asked: under('test'),
  },
  {
    name: 'production values for a test',
    system: 'powerschool',
    text: `Production Client ID: p-1\nProduction Client Secret: ps-22bb`,
    environment: 'test',
    elsewhere: 'production',
    asked: under('Production', 'p-1', 'ps-22bb'),
  },
  {
    name: 'JSON of the sandbox',
    system: 'powerschool',
    text: `{"sandbox":{"client_id":"t-1","client_secret":"ts-11aa"}}`,
    environment: 'production',
    elsewhere: 'test',
    asked: under('sandbox'),
  },
  {
    name: 'JSON of the sandbox, for test',
    system: 'powerschool',
    text: `{"sandbox":{"client_id":"t-1","client_secret":"ts-11aa"}}`,
    environment: 'test',
    found: { clientId: 't-1', clientSecret: 'ts-11aa' },
  },
  {
    name: 'settings of the staging environment',
    system: 'powerschool',
    text: `STAGING_CLIENT_ID=t-1\nSTAGING_CLIENT_SECRET=ts-11aa`,
    environment: 'production',
    elsewhere: 'test',
    asked: under('STAGING'),
  },
  {
    name: 'XML of the pilot',
    system: 'powerschool',
    text: `<environment name="Pilot"><clientId>t-1</clientId><clientSecret>ts-11aa</clientSecret></environment>`,
    environment: 'production',
    elsewhere: 'test',
    asked: under('Pilot'),
  },
  {
    name: 'columns for test, with one still to come',
    system: 'powerschool',
    text: `| Setting | Test | Production |\n|---|---|---|\n| Client ID | t-1 | TBD |\n| Client Secret | ts-11aa | n/a |`,
    environment: 'production',
    elsewhere: 'test',
    asked: under('Test'),
  },
  {
    name: 'two test environments, none of production',
    system: 'powerschool',
    text: `\tDev\tUAT\nClient ID\td-1\tu-1\nClient Secret\td-00zz\t`,
    environment: 'production',
    elsewhere: 'test',
    asked: {
      clientId: [
        ['Dev', 'd-1'],
        ['UAT', 'u-1'],
      ],
      clientSecret: [['Dev', 'd-00zz']],
    },
  },
  {
    name: 'an address for both, the rest for test',
    system: 'onsis',
    text: `Token URL: https://auth.onsis.example/token\nTest Client ID: t-1\nTest Client Secret: ts-11aa`,
    environment: 'production',
    elsewhere: 'test',
    found: { tokenUrl: 'https://auth.onsis.example/token' },
    asked: under('Test'),
  },
  {
    name: 'a request below a heading for test',
    system: 'powerschool',
    text: `## Test\n\ncurl -u t-1:ts-11aa -d grant_type=client_credentials ${server}/oauth/access_token`,
    environment: 'production',
    elsewhere: 'test',
    asked: { serverUrl: [['Test', server]], ...under('Test') },
  },
  {
    name: 'a newer secret above a quoted section for test',
    system: 'powerschool',
    text: `Client Secret: new-11aa\n\nOn Mon, Jan 5, 2026 at 9:14 AM Pat Lee <pat@vendor.example> wrote:\n\n> For the test environment:\n> Client ID: t-1\n> Client Secret: old-22bb\n`,
    environment: 'production',
    asked: { clientId: [['test', 't-1']], clientSecret: ['new-11aa', 'old-22bb'] },
  },
  // --- words that only look like an environment
  {
    name: 'to test is no environment',
    system: 'powerschool',
    text: `To test the connection, use these:\n\nClient ID: ${id}\nClient Secret: ${secret}`,
    environment: 'production',
    found: both,
  },
  {
    name: 'a promise about the other environment',
    system: 'powerschool',
    text: `Production access will be granted once the test has passed.\n\nClient ID: ${id}\nClient Secret: ${secret}`,
    environment: 'test',
    found: both,
  },
  {
    name: 'a warning about the other environment',
    system: 'powerschool',
    text: `Please do not use these credentials in the production environment.\n\nClient ID: ${id}\nClient Secret: ${secret}`,
    environment: 'test',
    found: both,
  },
  {
    name: 'both environments in one sentence',
    system: 'powerschool',
    text: `Here are the credentials for the test and production environments.\n\nClient ID: ${id}\nClient Secret: ${secret}`,
    environment: 'production',
    found: both,
  },
  {
    name: 'parts of a file that are no environments',
    system: 'oneroster',
    text: `oneroster:\n  auth:\n    client_id: ${id}\n    client_secret: ${secret}\n  api:\n    base_url: ${server}\n`,
    environment: 'production',
    found: { ...both, serverUrl: server },
  },
  // --- a marked value next to an unmarked one
  ...[
    `k1a2b3c4 (old), p9o8i7u6 (production)`,
    `k1a2b3c4, p9o8i7u6 (prod)`,
    `k1a2b3c4 or p9o8i7u6 (prod)`,
    `k1a2b3c4 (Maple Elementary), p9o8i7u6 (production)`,
    `p9o8i7u6 (production), k1a2b3c4`,
    `p9o8i7u6 (production) / k1a2b3c4 (your copy)`,
  ].map(
    (value): ReplyCase => ({
      name: `a marked value beside another: ${value}`,
      system: 'powerschool',
      text: `Client Secret: ${value}`,
      environment: 'test',
      offered: { clientSecret: ['k1a2b3c4', 'p9o8i7u6'] },
    }),
  ),
  ...(
    [
      ['recette', 'production'],
      ['recette', 'réel'],
      ['démo', 'prod'],
      ['démonstration', 'production'],
      ['demo', 'live'],
      ['acceptation', 'production'],
      ['pilote', 'réelle'],
      ['Préprod', 'Prod'],
    ] as const
  ).map(
    ([test, production]): ReplyCase => ({
      name: `values marked ${test} and ${production}`,
      system: 'powerschool',
      text: `Server URL: https://a.example (${test}), https://b.example (${production})`,
      environment: 'test',
      asked: {
        serverUrl: [
          [test, 'https://a.example'],
          [production, 'https://b.example'],
        ],
      },
      suggested: { serverUrl: 'https://a.example' },
    }),
  ),
  {
    name: 'an unmarked value above a marked one',
    system: 'powerschool',
    text: 'Client Secret:\nk1a2b3c4\nprod: p9o8i7u6',
    environment: 'test',
    asked: { clientSecret: ['k1a2b3c4', ['prod', 'p9o8i7u6']] },
  },
  {
    name: 'a value that is marked as old above one for production',
    system: 'powerschool',
    text: 'Client Secret:\nk1a2b3c4 (old)\np9o8i7u6 (prod)',
    environment: 'test',
    offered: { clientSecret: ['k1a2b3c4', 'p9o8i7u6'] },
  },
  {
    name: 'a short value, a dash, and one for production',
    system: 'powerschool',
    text: 'Client ID: t-1 — Prod: p-1',
    environment: 'test',
    offered: { clientId: ['t-1', 'p-1'] },
  },
  {
    name: 'a value for acceptance, and one for production on the next line',
    system: 'powerschool',
    text: 'Client Secret: k1a2b3c4 (recette)\np9o8i7u6 (production)',
    environment: 'production',
    asked: {
      clientSecret: [
        ['recette', 'k1a2b3c4'],
        ['production', 'p9o8i7u6'],
      ],
    },
    suggested: { clientSecret: 'p9o8i7u6' },
  },
  ...['maple-prod', 'prod-maple', 'conseil-essai', 'dsb-sandbox', 'roster-client-dev'].flatMap(
    (named): readonly ReplyCase[] =>
      [
        `Client ID: ${named}\nClient Secret: birch-leaf-prod`,
        `CLIENT_ID=${named}\nCLIENT_SECRET=birch-leaf-prod`,
        `Client ID\t${named}\nClient Secret\tbirch-leaf-prod`,
        `Client ID\n${named}\n\nClient Secret\nbirch-leaf-prod`,
        `Your client ID is ${named} and your client secret is birch-leaf-prod.`,
      ].map((text, at) => ({
        name: `an identifier that names an environment: ${named}, ${at + 1}`,
        system: 'powerschool',
        text,
        found: { clientId: named, clientSecret: 'birch-leaf-prod' },
      })),
  ),
  {
    name: 'nothing but the names of environments',
    system: 'powerschool',
    text: 'Client ID: Pre-production\nClient Secret: (UAT)',
  },
  ...['Oak Ridge ISD', 'Oak Ridge ISD:', '## Oak Ridge ISD'].map(
    (title): ReplyCase => ({
      name: `two districts, each under its name: ${title}`,
      system: 'powerschool',
      text: `${title}\nClient ID: oak1\nClient Secret: s1-aa\n\n${title.replace('Oak Ridge', 'Pine Hill')}\nClient ID: pine1\nClient Secret: s2-bb`,
      asked: {
        clientId: [
          ['Oak Ridge ISD', 'oak1'],
          ['Pine Hill ISD', 'pine1'],
        ],
        clientSecret: [
          ['Oak Ridge ISD', 's1-aa'],
          ['Pine Hill ISD', 's2-bb'],
        ],
      },
    }),
  ),
  {
    name: 'one environment handed over, the other one to come',
    system: 'powerschool',
    environment: 'test',
    elsewhere: 'production',
    text: `Hi, these are the PRODUCTION values, the test ones are not ready.\nClient ID: ${id}\nClient Secret: ${secret}`,
    asked: { clientId: [id], clientSecret: [secret] },
  },
  {
    name: 'two schools without an empty line between them',
    system: 'oneroster',
    text: 'Maple Elementary\nKey: maple-e   Secret: s-elem-1029\nOak High\nKey: oak-h     Secret: s-high-5577',
    asked: {
      clientId: [
        ['Maple Elementary', 'maple-e'],
        ['Oak High', 'oak-h'],
      ],
      clientSecret: [
        ['Maple Elementary', 's-elem-1029'],
        ['Oak High', 's-high-5577'],
      ],
    },
  },
];
