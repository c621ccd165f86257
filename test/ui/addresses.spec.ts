import { languages } from '@contract/languages';
import type { Page } from '@playwright/test';
import { guardForms } from '../support/guard-links';
import { en, fr } from '../support/window-words';
import { expect, test } from './app-fixture';
import { button, callsTo } from './finders';
import { classlink, leftAt, maple, oneroster, powerschool, withOne } from './saved';
import { paste } from './screens';

/* Addresses that contain other addresses, as e-mail programs produce them: the note, and what a click does. */

const TOKEN = 'https://auth.onsis.example/oauth/token';
const [safeLinks] = guardForms;
const LINK = safeLinks?.make(TOKEN) ?? '';
const OPAQUE = 'https://url.us.m.mimecastprotect.com/s/8oK3Cq717ycnrQ7giqCMcEkGoG?domain=auth.onsis.example';

const words = {
  en: {
    goOn: /^Continue:/,
    test: en.wizard.enter.test,
    take: en.common.action.takeAddress,
    keep: en.common.action.keep,
    guard: /not the address itself but a link made by Microsoft Safe Links/,
    closed: /link made by Mimecast that leads to it, and the link does not show the address/,
    behind: `The address behind the link:${TOKEN}`,
    inside: /There is another address inside this one\. If you want the inner one/,
    within: /only the beginning of this value would be used/,
  },
  fr: {
    goOn: /^Continuer\s?:/,
    test: fr.wizard.enter.test,
    take: fr.common.action.takeAddress,
    keep: fr.common.action.keep,
    guard: /pas l’adresse elle-même, mais un lien créé par Microsoft Safe Links/,
    closed: /un lien créé par Mimecast qui y mène, et ce lien ne montre pas l’adresse/,
    behind: `L’adresse derrière le lien\u00a0:${TOKEN}`,
    inside: /Il y a une autre adresse à l’intérieur de celle-ci\. Si/,
    within: /seul le début de cette valeur serait utilisé/,
  },
} as const;

const note = (page: Page, text: RegExp) => page.locator('[data-severity]', { hasText: text });
const field = (page: Page, name: string) => page.locator(`[name=${name}]`);
const saved = (page: Page) => callsTo(page, 'save-secret');

for (const language of languages) {
  const say = words[language];

  test(`a guard’s link blocks, and one click takes the address behind it, ${language}`, async ({
    open,
    page,
  }) => {
    await open({
      ...withOne(leftAt('enter', { ...maple, values: { ...maple.values, tokenUrl: LINK } })),
      language,
    });
    await button(page, say.goOn).click();
    await expect(note(page, say.guard)).toBeVisible();
    await expect(note(page, say.guard)).toHaveAttribute('data-severity', 'blocks');
    await expect(note(page, say.guard).locator('p').nth(1)).toHaveText(say.behind);
    await expect(field(page, 'tokenUrl')).toHaveAttribute('aria-invalid', 'true');
    await button(page, say.test).click();
    await expect(field(page, 'tokenUrl')).toBeFocused();
    await note(page, say.guard).getByRole('button', { name: say.take }).click();
    await expect(field(page, 'tokenUrl')).toHaveValue(TOKEN);
    await expect(field(page, 'tokenUrl')).toBeFocused();
    await expect(note(page, say.guard)).toHaveCount(0);
  });

  test(`a link that hides the address says how to get it, ${language}`, async ({ open, page }) => {
    await open({
      ...withOne(leftAt('enter', { ...maple, values: { ...maple.values, tokenUrl: OPAQUE } })),
      language,
    });
    await button(page, say.goOn).click();
    await expect(note(page, say.closed)).toBeVisible();
    await expect(note(page, say.closed).getByRole('button')).toHaveCount(0);
    await button(page, say.test).click();
    await expect(field(page, 'tokenUrl')).toBeFocused();
  });

  test(`an address inside one that is kept whole is asked about once, ${language}`, async ({
    open,
    page,
  }) => {
    const value = `${TOKEN}?resource=https://api.onsis.example`;
    await open({ ...withOne(leftAt('enter', { ...maple, values: {} })), language });
    await button(page, say.goOn).click();
    await field(page, 'tokenUrl').fill(value);
    await expect(note(page, say.inside)).toHaveAttribute('data-severity', 'warns');
    await note(page, say.inside).getByRole('button', { name: say.keep }).click();
    await expect(note(page, say.inside)).toHaveCount(0);
    // Not asked again after another step, nor when the same value is retyped.
    await page.locator('footer').getByRole('button').first().click();
    await page.locator('footer').getByRole('button').last().click();
    await expect(field(page, 'tokenUrl')).toHaveValue(value);
    await expect(note(page, say.inside)).toHaveCount(0);
    await field(page, 'tokenUrl').fill(`${value}/v2`);
    await expect(note(page, say.inside)).toBeVisible();
    await note(page, say.inside).getByRole('button', { name: say.take }).click();
    await expect(field(page, 'tokenUrl')).toHaveValue('https://api.onsis.example/v2');
  });

  test(`one of two addresses is chosen where the rest would be cut off, ${language}`, async ({
    open,
    page,
  }) => {
    const value = 'https://portal.maple.example/open?to=https%3A%2F%2Fsis.maple.example%2Fapi';
    await open({ ...withOne(leftAt('enter', { ...oneroster, values: {} })), language });
    await button(page, say.goOn).click();
    for (const [at, taken] of [
      'https://sis.maple.example/api',
      'https://portal.maple.example/open',
    ].entries()) {
      await field(page, 'serverUrl').fill(value);
      await expect(note(page, say.within)).toHaveAttribute('data-severity', 'blocks');
      await note(page, say.within).getByRole('button', { name: say.take }).nth(at).click();
      await expect(field(page, 'serverUrl')).toHaveValue(taken);
      await expect(note(page, say.within)).toHaveCount(0);
    }
  });
}

test('a value that was kept earlier is not asked about again', async ({ open, page }) => {
  const tokenUrl = `${TOKEN}?resource=https://api.onsis.example`;
  await open(withOne(leftAt('enter', { ...maple, values: { ...maple.values, tokenUrl } })));
  await button(page, /^Continue:/).click();
  await expect(field(page, 'tokenUrl')).toHaveValue(tokenUrl);
  await expect(note(page, words.en.inside)).toHaveCount(0);
});

test('a guard’s link in a pasted reply lands in its field with its remark', async ({ open, page }) => {
  await open(withOne(leftAt('enter', { ...maple, values: {} })));
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.enter.offer).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await paste(page, `Client ID: maple-4821\nAuthentication Token URL: ${LINK}\nScopes: demo.read`);
  await button(page, /^Fill in 3 values/).click();
  await expect(field(page, 'tokenUrl')).toHaveValue(LINK);
  await expect(note(page, words.en.guard)).toBeVisible();
  await note(page, words.en.guard).getByRole('button', { name: en.common.action.takeAddress }).click();
  await expect(field(page, 'tokenUrl')).toHaveValue(TOKEN);
  expect(await saved(page)).toEqual([]);
});

test('no e-mail asks the ministry to register a guard’s link', async ({ open, page }) => {
  const redirectUrl = 'https://sms.maple.example/onsis/callback';
  await open(
    withOne(leftAt('register', { ...maple, values: { redirectUrl: safeLinks?.make(redirectUrl) ?? '' } })),
  );
  await button(page, /^Continue:/).click();
  await expect(button(page, en.wizard.register.openMail)).toHaveCount(0);
  await note(page, words.en.guard).getByRole('button', { name: en.common.action.takeAddress }).click();
  await expect(field(page, 'redirectUrl')).toHaveValue(redirectUrl);
  await expect(button(page, en.wizard.register.openMail)).toBeVisible();
});

test('what is left out of an address is said with what is used, and asked about where it may matter', async ({
  open,
  page,
}) => {
  await open(withOne(leftAt('enter', { ...powerschool, values: {} })));
  await button(page, /^Continue:/).click();
  const server = field(page, 'serverUrl');
  await server.fill('https://sis.maple.example/admin/home.html');
  await server.blur();
  await expect(page.getByText(/^Will be used:/)).toHaveText(
    'Will be used: https://sis.maple.example Left out: /admin/home.html',
  );
  await expect(page.locator('[data-severity]', { hasText: 'was left out' })).toHaveCount(0);
  await server.fill('https://sis.maple.example/swagger/index.html');
  await expect(
    page.locator('[data-severity]', { hasText: '“/swagger/index.html” was left out' }),
  ).toBeVisible();
  await button(page, en.common.action.putRight).click();
  await expect(server).toHaveValue('https://sis.maple.example');
});

test('a request to another proxy asks which of the two is meant', async ({ open, page }) => {
  await open(withOne(leftAt('enter', { ...classlink, values: {} })));
  await button(page, /^Continue:/).click();
  await field(page, 'applicationId').fill('https://proxy.maple.example/bWFwbGU%3D/ims/oneroster/v1p1/orgs');
  await field(page, 'applicationId').blur();
  await expect(
    page.locator('[data-severity]', { hasText: 'a different proxy, https://proxy.maple.example' }),
  ).toHaveAttribute('data-severity', 'blocks');
  await field(page, 'proxyUrl').focus();
  await field(page, 'proxyUrl').blur();
  await page
    .locator('[data-severity]', { hasText: 'went to this other proxy' })
    .getByRole('button', { name: en.common.action.putRight })
    .click();
  await expect(field(page, 'proxyUrl')).toHaveValue('https://proxy.maple.example');
  await expect(page.locator('[data-severity]', { hasText: 'went to a different proxy' })).toHaveCount(0);
  await page
    .locator('[data-severity]', { hasText: 'the whole address of a request' })
    .getByRole('button', { name: en.common.action.putRight })
    .click();
  await expect(field(page, 'applicationId')).toHaveValue('bWFwbGU%3D');
});
