import type { Page } from '@playwright/test';
import type { Facts } from '../../electron/contract/report';
import { type Trouble, vendorSteps } from '../fakes/vendor-steps';
import { edFi, leftAt, withOne } from './saved';
import type { Screen } from './screen';

/* Ed-Fi: what only its screens show. */

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
const resume = /^(Continue|Continuer)\s?:/;
const open = /^(Open|Ouvrir)\s?:/;
const testIt = /^(Test the connection|Vérifier la connexion)$/;
const runTest = async (page: Page) => {
  await press(page, resume);
  await press(page, testIt);
};

const RIGHTS: Facts = {
  claimSet: 'SIS Vendor',
  organizations: ['Maple Unified School District'],
  resources: [
    'ed-fi/courses Create Read Update Delete',
    'ed-fi/schools Read',
    'ed-fi/students Create Read Update Delete ReadChanges',
  ],
};

const ROOT: Facts = {
  version: '7.3',
  dataModels: ['Ed-Fi 5.2.0', 'TPDM 1.1.0'],
  tokenAddress: 'https://edfi.maple.example/v7.3/api/2027/oauth/token',
  dataAddress: 'https://edfi.maple.example/v7.3/api/2027/data/v3/',
};

/** The steps of an Ed-Fi check, with the facts that its findings need. */
export const edFiSteps = (trouble: Trouble = {}, facts: Readonly<Record<string, Facts>> = {}) =>
  vendorSteps(edFi, trouble).map((step) => ({
    ...step,
    facts: {
      ...step.facts,
      ...(step.subject === 'token-info' && step.code === 'ok' ? RIGHTS : {}),
      ...(step.id === 'reach' && step.code === 'ok' ? ROOT : {}),
      ...facts[step.subject === null ? step.id : `${step.id}/${step.subject}`],
    },
  }));

const elsewhere: Facts = {
  field: 'tokenUrl',
  from: 'https://edfi.maple.example/v7.3/api/2027',
  to: 'https://sign-in.state.example/v7.3/api/2027/oauth/token',
};

const atEnd = (steps: ReturnType<typeof edFiSteps>) => withOne(leftAt('enter', edFi), { steps });

export const edFiScreens: readonly Screen[] = [
  {
    name: 'ed-fi-guide',
    scenario: withOne(leftAt('register', { ...edFi, values: {} })),
    reach: (page) => press(page, resume),
  },
  {
    name: 'ed-fi-enter',
    scenario: withOne(leftAt('enter', { ...edFi, values: {} })),
    reach: async (page) => {
      await press(page, resume);
      await page
        .locator('[name=baseUrl]')
        .fill('https://edfi.maple.example/v7.3/api/2027/data/v3/ed-fi/schools');
      await page.locator('[name=clientId]').fill('maple:4821');
      await page.locator('[name=tokenUrl]').focus();
    },
  },
  {
    name: 'ed-fi-rights',
    scenario: atEnd(edFiSteps()),
    reach: async (page) => {
      await runTest(page);
      await press(page, /^(What the key is allowed to do|Ce que la clé permet)/);
      await page.getByRole('table').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'ed-fi-elsewhere',
    scenario: atEnd(edFiSteps({ reach: ['failed', 'address-elsewhere'] }, { reach: elsewhere })),
    reach: async (page) => {
      await runTest(page);
      await page
        .getByRole('button', { name: /^(Stay on my server|Rester sur mon serveur)$/ })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'ed-fi-elsewhere-chosen',
    scenario: atEnd(edFiSteps({ reach: ['failed', 'address-elsewhere'] }, { reach: elsewhere })),
    reach: async (page) => {
      await runTest(page);
      await press(page, /^(Use the named address|Utiliser l’adresse nommée)$/);
      await page.locator('[name=tokenUrl]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'ed-fi-not-secure',
    scenario: atEnd(
      edFiSteps(
        { reach: ['failed', 'address-elsewhere'] },
        { reach: { ...elsewhere, to: 'http://10.0.0.5:8080/api/oauth/token', problem: 'not-secure' } },
      ),
    ),
    reach: async (page) => {
      await runTest(page);
      await page
        .getByRole('button', { name: /^(Stay on my server|Rester sur mon serveur)$/ })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'ed-fi-year-missing',
    scenario: atEnd(
      edFiSteps(
        { reach: ['failed', 'wrong-address'] },
        { reach: { url: 'https://edfi.maple.example/v7.3/api/', problem: 'placeholder' } },
      ),
    ),
    reach: runTest,
  },
  {
    name: 'ed-fi-tokens',
    scenario: atEnd(
      edFiSteps({ 'sign-in': ['failed', 'rate-limited'] }, { 'sign-in': { problem: 'too-many-tokens' } }),
    ),
    reach: runTest,
  },
  {
    name: 'ed-fi-refused',
    scenario: atEnd(
      edFiSteps(
        { 'permission/schools': ['failed', 'permission-missing'] },
        { 'permission/schools': { problem: 'claim-set' } },
      ),
    ),
    reach: async (page) => {
      await runTest(page);
      await page.locator('article').first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'ed-fi-finish',
    scenario: atEnd(edFiSteps()),
    reach: async (page) => {
      await runTest(page);
      await press(page, /^(Finish|Terminer)$/);
      await press(page, /^(Remind me before|Me le rappeler avant)/);
      await page
        .getByText(/(You will be reminded|Vous aurez un rappel)/)
        .first()
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'ed-fi-connection',
    scenario: withOne(edFi),
    reach: async (page) => {
      await press(page, open);
      await page
        .getByRole('button', { name: /^(Remind me before|Me le rappeler avant)/ })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'ed-fi-new-year',
    scenario: withOne(edFi),
    reach: async (page) => {
      await press(page, open);
      await press(page, /^(Same as last year|Comme l’an dernier)/);
    },
  },
  {
    name: 'ed-fi-new-year-enter',
    scenario: withOne({
      ...edFi,
      rotation: { phase: 'beside', begunAt: '2026-01-05T08:00:00.000Z', values: {}, provedAt: null },
    }),
    reach: async (page) => {
      await press(page, open);
      await press(page, /^(Continue|Continuer)$/);
    },
  },
];
