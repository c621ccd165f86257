import type { Page } from '@playwright/test';
import type { ImportPreview } from '../../electron/contract/transfer';
import type { Scenario } from '../fakes/bridge';
import { en } from '../support/window-words';
import { fullList, maple, powerschool, withOne } from './saved';
import type { Screen } from './screen';

/* The export and import screens, in either language. */

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
/** The list stays until this screen is ready. */
const move = async (page: Page): Promise<void> => {
  const button = page.getByRole('button', { name: /^(Export or import…|Exporter ou importer…)$/ });
  await button.click();
  await button.waitFor({ state: 'detached' });
};
const withSecrets = /^(Export with secrets|Exporter avec les secrets)$/;
const without = /^(Export without secrets|Exporter sans les secrets)$/;
const chooseFile = /^(Choose a file|Choisir un fichier)$/;
const write = /^(Export (one|\d+) connections? with|Exporter (une|\d+) connexions? avec)/;
export const GOOD_PASSWORD = 'lantern orchard sixteen velvet';

export const preview: ImportPreview = {
  attempt: '6f1c1e1a-0000-4000-8000-00000000aaaa',
  fileName: 'connections 2026-11-25.kdbx',
  items: [
    {
      item: 0,
      standing: 'new',
      system: 'powerschool',
      name: 'Maple District',
      environment: 'production',
      keptName: null,
      values: [{ field: 'serverUrl', before: null, after: 'https://maple.powerschool.example' }],
      secrets: [{ field: 'clientSecret', standing: 'new' }],
      members: [],
      askedAgain: [],
    },
    {
      item: 1,
      standing: 'changed',
      system: 'onsis',
      name: en.wizard.instance.nameExample,
      environment: 'test',
      keptName: 'Maple board',
      values: [
        {
          field: 'apiUrl',
          before: 'https://api.onsis.example:8443',
          after: 'https://api2.onsis.example:8443',
        },
        { field: 'scopes', before: null, after: 'demo.read demo.write' },
        { field: 'paeRedirectUrl', before: 'https://sms.maple.example/pae', after: null },
      ],
      secrets: [{ field: 'clientSecret', standing: 'differs' }],
      members: ['name', 'boardNumber', 'alternative', 'reminder'],
      askedAgain: [],
    },
    {
      item: 2,
      standing: 'changed',
      system: 'oneroster',
      name: 'Maple SIS',
      environment: 'test',
      keptName: 'Maple SIS',
      values: [
        { field: 'serverUrl', before: 'https://sis.maple.example', after: 'https://sis2.maple.example' },
      ],
      secrets: [{ field: 'clientSecret', standing: 'not-in-file' }],
      members: [],
      askedAgain: ['clientSecret'],
    },
    {
      item: 3,
      standing: 'same',
      system: 'classlink-proxy',
      name: 'Maple District',
      environment: 'test',
      keptName: 'Maple District',
      values: [],
      secrets: [{ field: 'accessToken', standing: 'same' }],
      members: [],
      askedAgain: [],
    },
  ],
  leftOut: [
    { title: 'Pine Valley DSB (test)', field: null, reason: 'newer-version' },
    { title: 'Maple District (production)', field: 'TimeOtp-Secret', reason: 'not-understood' },
    { title: 'Maple DSB', field: 'extraCertificates', reason: 'certificates' },
  ],
  otherEntries: 12,
};

const list: Scenario = {
  ...fullList(),
  secrets: Object.fromEntries(
    (fullList().connections ?? []).map(({ id }) => [id, { clientSecret: 'Throwaway~s3cret' }]),
  ),
};
const database: Scenario['transfer'] = { chosen: { kind: 'database', fileName: preview.fileName } };
const opened: Scenario = {
  ...list,
  transfer: { ...database, opened: [{ kind: 'preview', preview }] },
};

const openFile = async (page: Page) => {
  await move(page);
  await press(page, chooseFile);
};
const toPreview = async (page: Page) => {
  await openFile(page);
  await page.locator('input[type=password]').fill('x');
  await press(page, /^(Open|Ouvrir)$/);
  await page.locator('main li').first().waitFor();
};
const toImported = async (page: Page) => {
  await toPreview(page);
  await press(page, /^(Import|Importer) (one|une|\d)/);
  await page.getByRole('heading', { level: 1, name: /^(Import finished|Importation terminée)$/ }).waitFor();
};
const enterTwice = async (page: Page, password: string, again = password) => {
  await page.locator('input[type=password]').nth(0).fill(password);
  await page.locator('input[type=password]').nth(1).fill(again);
  await page.getByRole('meter').waitFor();
};

export const transferScreens: readonly Screen[] = [
  { name: 'transfer', scenario: list, reach: move },
  { name: 'transfer-empty', scenario: {}, reach: move },
  {
    name: 'transfer-export',
    scenario: {
      ...list,
      transfer: {
        states: {
          [list.connections?.[1]?.id ?? '']: { clientSecret: 'unreadable' },
          [list.connections?.[2]?.id ?? '']: { clientSecret: 'other-address' },
        },
      },
    },
    reach: async (page) => {
      await move(page);
      await press(page, withSecrets);
      await page.locator('main li').first().waitFor();
      await enterTwice(page, GOOD_PASSWORD);
    },
  },
  {
    name: 'transfer-export-weak',
    scenario: withOne(powerschool),
    reach: async (page) => {
      await press(page, /^(Open|Ouvrir)\s?:/);
      await press(page, /^(Export…|Exporter…)$/);
      await press(page, withSecrets);
      await page.locator('main li').first().waitFor();
      await enterTwice(page, 'bonjour1', 'bonjour2');
      await press(page, write);
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'transfer-export-there',
    scenario: {
      ...withOne(maple),
      transfer: { exported: { kind: 'already-there', path: '/home/pat/Documents/passwords.kdbx' } },
    },
    reach: async (page) => {
      await move(page);
      await press(page, withSecrets);
      await page.locator('main li').first().waitFor();
      await enterTwice(page, GOOD_PASSWORD);
      await press(page, write);
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'transfer-exported',
    scenario: {
      ...list,
      transfer: {
        exported: {
          kind: 'written',
          path: '/home/pat/Documents/connections 2026-11-25.kdbx',
          connections: 4,
          secrets: 3,
          leftOut: [{ id: list.connections?.[0]?.id ?? '', field: 'clientSecret' }],
        },
      },
    },
    reach: async (page) => {
      await move(page);
      await press(page, withSecrets);
      await page.locator('main li').first().waitFor();
      await enterTwice(page, GOOD_PASSWORD);
      await press(page, write);
      await page
        .getByRole('heading', { level: 1, name: /^(The file is written|Le fichier est écrit)$/ })
        .waitFor();
    },
  },
  {
    name: 'transfer-settings',
    scenario: list,
    reach: async (page) => {
      await move(page);
      await press(page, without);
      await page.locator('main li').first().waitFor();
    },
  },
  {
    name: 'transfer-password',
    scenario: { ...list, transfer: database },
    reach: async (page) => {
      await openFile(page);
      await page.locator('input[type=password]').fill('x');
      await press(page, /^(Open|Ouvrir)$/);
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'transfer-refused',
    scenario: {
      ...list,
      transfer: {
        chosen: {
          kind: 'refused',
          fileName: 'settings from Pat.json',
          problem: { reason: 'secret-in-values', field: 'connections[1].values.clientSecret' },
        },
      },
    },
    reach: async (page) => {
      await openFile(page);
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'transfer-preview', scenario: opened, reach: toPreview },
  {
    name: 'transfer-preview-same',
    scenario: {
      ...list,
      transfer: {
        ...database,
        opened: [{ kind: 'preview', preview: { ...preview, items: preview.items.slice(3), leftOut: [] } }],
      },
    },
    reach: async (page) => {
      await openFile(page);
      await page.locator('input[type=password]').fill('x');
      await press(page, /^(Open|Ouvrir)$/);
      await press(page, /(The same here|Identiques ici)/);
    },
  },
  {
    name: 'transfer-imported',
    scenario: opened,
    reach: toImported,
  },
  {
    name: 'transfer-imported-session',
    scenario: {
      ...opened,
      protection: { verdict: 'unavailable', reason: 'no-keyring', backend: 'basic_text' },
      transfer: {
        ...opened.transfer,
        imported: {
          kind: 'imported',
          added: 1,
          changed: 2,
          secrets: 2,
          sessionOnly: 2,
          canTakeBack: false,
        },
      },
    },
    reach: toImported,
  },
  {
    name: 'transfer-not-undone',
    scenario: {
      ...opened,
      transfer: {
        ...opened.transfer,
        imported: { kind: 'not-undone', added: 1, changed: 2, secrets: 2, canTakeBackAll: true },
      },
    },
    reach: async (page) => {
      await toPreview(page);
      await press(page, /^(Import|Importer) (one|une|\d)/);
      await page
        .getByRole('heading', {
          level: 1,
          name: /^(The import was not completed|L’importation n’a pas abouti)/,
        })
        .waitFor();
    },
  },
];
