import type { Page } from '@playwright/test';
import type { Step } from '../../electron/contract/report';
import type {
  OfferedConnection,
  SharedRow,
  StoreSettings,
  WrittenBy,
} from '../../electron/contract/shared-store';
import type { Scenario } from '../fakes/bridge';
import type { SharedScenario } from '../fakes/shared';
import { fullList, maple, powerschool, withOne } from './saved';
import type { Screen } from './screen';

/* Sharing connections with colleagues, in either language. */

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
const heading = (page: Page, name: RegExp) => page.getByRole('heading', { name }).first().waitFor();

export const storeSettings: StoreSettings = {
  address: 'https://vault.maple.example:8200',
  mount: 'secret',
  prefix: 'school-api',
  namespace: null,
  signIn: { way: 'ldap', mount: 'ldap' },
};

const facts = { host: 'vault.maple.example', port: 8200 };
const step = (id: Step['id'], part: Partial<Step> = {}): Step => ({
  id,
  subject: null,
  outcome: 'passed',
  code: 'ok',
  durationMs: 12,
  facts,
  ...part,
});
const notTried = (id: Step['id']): Step =>
  step(id, { outcome: 'not-tried', code: null, durationMs: 0, facts: {} });
const wayThere = [
  step('fields', { durationMs: 0 }),
  step('address', { durationMs: 1 }),
  step('name-lookup'),
  step('connect', { durationMs: 24 }),
  step('secure-connection', { facts: { ...facts, validTo: '2026-12-01T00:00:00.000Z' }, durationMs: 31 }),
  step('reach'),
  step('clock', { durationMs: 0 }),
];
const rights = (['list', 'read', 'write'] as const).map((subject) => step('permission', { subject }));
export const storeReady: readonly Step[] = [...wayThere, step('sign-in'), ...rights, notTried('data')];
/** The certificate is not trusted. */
export const storeStopped: readonly Step[] = [
  ...wayThere.slice(0, 4),
  step('secure-connection', {
    outcome: 'failed',
    code: 'tls-untrusted-root',
    facts: { ...facts, issuer: 'Maple Private CA', subject: 'vault.maple.example' },
  }),
  ...(['reach', 'clock', 'sign-in', 'permission', 'data'] as const).map(notTried),
];

export const written = (by: string | null, version = 7): WrittenBy => ({
  version,
  by,
  at: '2026-03-02T14:40:00.000Z',
});

const id = (last: number) => `6f1c1e1a-0000-4000-8000-0000000002${String(last).padStart(2, '0')}`;
export const sharedRow = (last: number, part: Partial<SharedRow> = {}): SharedRow => ({
  id: id(last),
  folder: 'Maple',
  standing: 'in-step',
  about: { system: 'powerschool', name: `Maple School ${last}`, environment: 'production' },
  there: written('Marie Tremblay'),
  replacement: null,
  expires: null,
  asOf: '2026-03-02T15:10:00.000Z',
  isTooOld: false,
  ...part,
});

/** One in each standing. */
const inEach: readonly SharedRow[] = [
  sharedRow(1),
  sharedRow(2, {
    replacement: { by: 'Marie Tremblay', since: '2026-03-02T10:40:00.000Z', isHere: false },
  }),
  sharedRow(3, { standing: 'changed-here' }),
  sharedRow(4, { standing: 'changed-there', expires: '2026-09-01' }),
  sharedRow(5, { standing: 'changed-both', folder: 'Pine Valley' }),
  sharedRow(6, { standing: 'gone-there', folder: 'Pine Valley' }),
  sharedRow(7, { standing: 'not-here', folder: 'Pine Valley', asOf: null }),
  sharedRow(8, { standing: 'address-to-confirm', there: written('Sam Roy') }),
  sharedRow(9, { standing: 'not-understood', about: null, there: written(null), folder: '' }),
  sharedRow(10, { standing: 'apart', asOf: null }),
];

export const offerOf = (last: number): OfferedConnection => ({
  ref: { folder: 'Maple', id: id(last) },
  written: written('Marie Tremblay'),
  name: `Maple School ${last}`,
  system: 'powerschool',
  environment: 'production',
  values: {
    serverUrl: 'https://maple.powerschool.example',
    clientId: '11111111-2222-4333-8444-555555555555',
  },
  secrets: ['clientSecret'],
  origins: ['https://maple.powerschool.example'],
});

const signedIn: SharedScenario = {
  settings: storeSettings,
  person: 'pat',
  until: '2026-03-02T23:00:00.000Z',
  listing: { asOf: '2026-03-02T15:10:00.000Z', otherEntries: 2 },
  steps: storeReady,
};
const shared = (part: SharedScenario, more: Scenario = {}): Scenario => ({
  ...fullList(),
  ...more,
  shared: { ...signedIn, ...part },
});

/** The connection of `withOne`, as it is shared. */
const mapleRow = (part: Partial<SharedRow>): SharedRow => ({
  ...sharedRow(0, part),
  id: maple.id,
  about: { system: 'powerschool', name: powerschool.name, environment: powerschool.environment },
});
/** It alone, opened from the list of shared connections. */
const oneShared = (part: Partial<SharedRow>, more: SharedScenario = {}): Scenario =>
  withOne(powerschool, { shared: { ...signedIn, rows: [mapleRow(part)], ...more } });

const openHelp = async (page: Page): Promise<void> => {
  await page.keyboard.press('F1');
  await press(page, /^(Share with colleagues…|Partager avec des collègues…)$/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const toWay = async (page: Page): Promise<void> => {
  await openHelp(page);
  await page.locator('[name=storeAddress]').fill(storeSettings.address);
  await press(page, /^(Continue|Continuer)$/);
  await heading(page, /^(How do you sign in|Comment vous authentifiez-vous)/);
};
const toSignIn = async (page: Page): Promise<void> => {
  await toWay(page);
  await press(page, /^(Continue|Continuer)$/);
  await page.locator('[name=storeUser]').waitFor();
};
const signIn = async (page: Page): Promise<void> => {
  await toSignIn(page);
  await page.locator('[name=storeUser]').fill('pat');
  await page.locator('[name=storePassword]').fill('orchard-lantern-9');
  await press(page, /^(Sign in and test|S’authentifier et vérifier)$/);
};
export const openSharing = async (page: Page): Promise<void> => {
  const entry = page.getByRole('button', { name: /^(Shared connections|Connexions partagées)$/ });
  await entry.click();
  await entry.waitFor({ state: 'detached' });
};
const openOne = async (page: Page): Promise<void> => {
  await openSharing(page);
  await press(
    page,
    /^(Open|Compare|Check the address|Bring here|Share again|Ouvrir|Comparer|Examiner l’adresse|Ajouter à cet ordinateur|Partager de nouveau)\s?:/,
  );
  await page.getByTestId('standing').waitFor();
};

export const conflict = {
  id: maple.id,
  theirs: written('Marie Tremblay'),
  base: written('pat', 5),
  mineAt: '2026-03-02T13:05:00.000Z',
  questions: [
    { key: 'name', about: 'name', mine: 'Maple District', theirs: 'Maple District (library)' },
    {
      key: 'value:serverUrl',
      about: 'value',
      field: 'serverUrl',
      mine: 'https://maple.powerschool.example',
      theirs: null,
    },
    { key: 'secret:clientSecret', about: 'secret', field: 'clientSecret', mine: true, theirs: true },
    {
      key: 'replacement',
      about: 'replacement',
      mine: null,
      theirs: { by: 'Marie Tremblay', since: '2026-03-02T14:40:00.000Z', isHere: false },
    },
  ],
} as const;
const address = {
  id: maple.id,
  theirs: written('Sam Roy'),
  secrets: [
    {
      field: 'clientSecret',
      confirmed: ['https://maple.powerschool.example'],
      there: ['https://maple-powerschool.example'],
    },
  ],
  values: [
    {
      field: 'serverUrl',
      here: 'https://maple.powerschool.example',
      there: 'https://maple-powerschool.example',
    },
  ],
};

export const sharingScreens: readonly Screen[] = [
  { name: 'sharing-place', scenario: {}, reach: openHelp },
  {
    name: 'sharing-place-wrong',
    scenario: {},
    reach: async (page) => {
      await openHelp(page);
      await page.locator('[name=storeAddress]').fill('http://vault.maple.example/ui');
      await press(page, /^(Details, in the store|Détails, dans les termes)/);
      await press(page, /^(Continue|Continuer)$/);
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'sharing-way', scenario: {}, reach: toWay },
  { name: 'sharing-sign-in', scenario: {}, reach: toSignIn },
  {
    name: 'sharing-browser',
    scenario: { shared: { steps: storeReady, browser: true } },
    reach: async (page) => {
      await toWay(page);
      await page.locator('input[value=oidc]').check({ force: true });
      await press(page, /^(Continue|Continuer)$/);
      await press(page, /^(Sign in and test|S’authentifier et vérifier)$/);
      await page.getByText(/(If nothing opened|Si rien ne s’est ouvert)/).waitFor();
    },
  },
  {
    name: 'sharing-stopped',
    scenario: { shared: { steps: storeStopped } },
    reach: async (page) => {
      await signIn(page);
      await page.getByRole('article').first().waitFor();
    },
  },
  {
    name: 'sharing-ready',
    scenario: { shared: { steps: storeReady } },
    reach: async (page) => {
      await signIn(page);
      await heading(page, /^(The store is ready|Le dépôt est prêt)/);
    },
  },
  {
    name: 'sharing-list',
    scenario: shared({ rows: inEach }),
    reach: async (page) => {
      await openSharing(page);
      await page.getByText('Maple School 1').first().waitFor();
    },
  },
  {
    name: 'sharing-list-offline',
    scenario: {
      ...fullList(),
      shared: {
        settings: storeSettings,
        listing: { asOf: '2026-03-02T15:10:00.000Z', otherEntries: 0 },
        rows: inEach.map((row) => ({ ...row, isTooOld: row.asOf !== null })),
      },
    },
    reach: openSharing,
  },
  {
    name: 'sharing-keeping',
    scenario: shared({ rows: inEach, kept: { [id(1)]: 'hangs' } }),
    reach: async (page) => {
      await openSharing(page);
      await press(page, /^(Keep in step|Synchroniser)$/);
      await page.getByRole('progressbar').waitFor();
    },
  },
  {
    name: 'sharing-kept',
    scenario: shared({
      rows: inEach,
      kept: {
        [id(2)]: { code: 'replaced-elsewhere', by: 'Marie Tremblay', since: null },
        [id(3)]: 'pushed',
        [id(4)]: 'pulled',
        [id(5)]: 'asks',
        [id(6)]: 'gone-there',
        [id(8)]: 'address-to-confirm',
        [id(9)]: 'not-understood',
      },
    }),
    reach: async (page) => {
      await openSharing(page);
      await press(page, /^(Keep in step|Synchroniser)$/);
      await page.getByRole('button', { name: /^(Close|Fermer)$/ }).waitFor();
      await page.getByText(/(You have to decide|Une décision vous revient)/).waitFor();
    },
  },
  {
    name: 'sharing-refused',
    scenario: shared({
      rows: inEach,
      refused: { code: 'finding', finding: 'connection-timeout', facts: { ...facts, waitSeconds: 10 } },
    }),
    reach: async (page) => {
      await openSharing(page);
      await press(page, /^(Ask the store again|Interroger de nouveau)/);
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'sharing-publish',
    scenario: shared({}),
    reach: async (page) => {
      await openSharing(page);
      await press(page, /^(Publish…|Publier…)$/);
      await page.getByRole('checkbox').nth(1).check({ force: true });
      await page.locator('[name=folder]').fill('Maple DSB');
    },
  },
  {
    name: 'sharing-published',
    scenario: shared({
      notPublished: {
        '6f1c1e1a-0000-4000-8000-000000000003': { code: 'secret-unreadable' },
      },
    }),
    reach: async (page) => {
      await openSharing(page);
      await press(page, /^(Publish…|Publier…)$/);
      await page.getByRole('checkbox').first().check({ force: true });
      await press(page, /^(Publish \d|Publier \d)/);
      await heading(page, /^(Not everything|Tout n’a pas)/);
    },
  },
  {
    name: 'sharing-offer',
    scenario: {
      shared: {
        ...signedIn,
        rows: [sharedRow(7, { standing: 'not-here', asOf: null })],
        offer: offerOf(7),
      },
    },
    reach: async (page) => {
      await openOne(page);
      await page
        .getByRole('button', { name: /^(Bring it here|L’ajouter à cet ordinateur)$/ })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'sharing-again',
    scenario: {
      shared: { ...signedIn, rows: [sharedRow(7, { standing: 'apart', asOf: null })], offer: offerOf(7) },
    },
    reach: async (page) => {
      await openOne(page);
      await page
        .getByRole('heading', { name: /^(Share it again|La partager de nouveau)$/ })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'sharing-not-shown',
    scenario: {
      shared: {
        ...signedIn,
        rows: [sharedRow(7, { standing: 'not-here', asOf: null })],
        details: { [id(7)]: { rights: { read: false, write: false, delete: false } } },
      },
    },
    reach: async (page) => {
      await openOne(page);
      await page.getByText(/(is not shown to you|ne vous est pas montré)/).waitFor();
    },
  },
  {
    name: 'sharing-conflict',
    scenario: oneShared({ standing: 'changed-both' }, { details: { [maple.id]: { conflict } } }),
    reach: async (page) => {
      await openOne(page);
      await page.getByRole('radio').first().check({ force: true });
      await press(page, /^(Settle it|Régler)$/);
      await page.getByRole('alert').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'sharing-address',
    scenario: oneShared(
      { standing: 'address-to-confirm', there: written('Sam Roy') },
      { details: { [maple.id]: { address } } },
    ),
    reach: async (page) => {
      await openOne(page);
      await page
        .getByRole('button', { name: /^(The new address is right|La nouvelle adresse est la bonne)$/ })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'sharing-versions',
    scenario: oneShared(
      {},
      {
        history: [
          { version: 7, at: '2026-03-02T14:40:00.000Z', goneAt: null, isDestroyed: false, isCurrent: true },
          { version: 6, at: '2026-02-20T09:00:00.000Z', goneAt: null, isDestroyed: false, isCurrent: false },
          {
            version: 5,
            at: '2026-02-01T09:00:00.000Z',
            goneAt: '2026-02-02T08:00:00.000Z',
            isDestroyed: false,
            isCurrent: false,
          },
          { version: 4, at: '2026-01-12T09:00:00.000Z', goneAt: null, isDestroyed: true, isCurrent: false },
        ],
      },
    ),
    reach: async (page) => {
      await openOne(page);
      await press(page, /^(Show the versions|Montrer les versions)$/);
      await page
        .getByRole('button', { name: /^(Restore version 6|Restaurer la version 6)$/ })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'sharing-read-only',
    scenario: oneShared(
      { standing: 'changed-there' },
      { details: { [maple.id]: { rights: { read: true, write: false, delete: false } } } },
    ),
    reach: async (page) => {
      await openOne(page);
      await page.getByText(/(not change it there|pas la modifier là-bas)/).waitFor();
    },
  },
  {
    name: 'sharing-replaced',
    scenario: oneShared({
      replacement: { by: 'Marie Tremblay', since: '2026-03-02T10:40:00.000Z', isHere: false },
    }),
    reach: async (page) => {
      await openOne(page);
      await press(page, /^(End their replacement|Mettre fin à son remplacement)$/);
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'sharing-settings',
    scenario: shared({ rows: inEach }),
    reach: async (page) => {
      await openSharing(page);
      await press(page, /^(Store settings|Réglages du dépôt)$/);
      await press(page, /^(Details, in the store|Détails, dans les termes)/);
    },
  },
  {
    name: 'sharing-marks',
    scenario: {
      ...fullList(),
      shared: {
        ...signedIn,
        rows: [
          {
            ...mapleRow({ standing: 'changed-there' }),
            about: { system: 'onsis', name: maple.name, environment: 'test' },
          },
        ],
      },
    },
    reach: async (page) => {
      await page.getByText(/^(Shared, changed there|Partagée, modifiée là-bas)$/).waitFor();
    },
  },
  {
    name: 'sharing-section',
    scenario: oneShared({
      standing: 'changed-there',
      replacement: { by: 'Marie Tremblay', since: '2026-03-02T10:40:00.000Z', isHere: false },
    }),
    reach: async (page) => {
      await press(page, /^(Open|Ouvrir)\s?:/);
      await page.getByRole('heading', { name: /^(Shared|Partage)$/ }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'sharing-rotation',
    scenario: oneShared({
      replacement: { by: 'Marie Tremblay', since: '2026-03-02T10:40:00.000Z', isHere: false },
    }),
    reach: async (page) => {
      await press(page, /^(Open|Ouvrir)\s?:/);
      await press(page, /^(Replace it step by step|Le remplacer étape par étape|Replace|Remplacer)/);
      await page
        .getByRole('heading', { level: 1, name: /^(Replace the secret|Remplacer le secret)$/ })
        .waitFor();
      await page
        .getByText(/(began to replace this secret|a commencé à remplacer ce secret)/)
        .first()
        .scrollIntoViewIfNeeded();
    },
  },
];
