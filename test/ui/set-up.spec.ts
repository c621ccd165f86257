import type { Locator } from '@playwright/test';
import { main as english } from '../../assets/locales/en/main';
import { PRACTICE_SECRET } from '../fakes/bridge';
import { en, fr } from '../support/window-words';
import { expect, test } from './app-fixture';
import { button, callsTo, title } from './finders';
import { leftAt, maple, onThisComputer, REPLY, SECRET, withOne } from './saved';
import { paste } from './screens';

const unfilled = { ...maple, values: { redirectUrl: maple.values.redirectUrl ?? '' } };

test('Choose asks one question after the other and creates the connection at the end', async ({
  open,
  page,
}) => {
  await open();
  await button(page, en.connections.setUp).click();
  await expect(title(page)).toHaveText(en.wizard.system.title);
  await expect(title(page)).toBeFocused();
  await button(page, en.common.action.goOn).click();

  await expect(title(page)).toHaveText(en.wizard.instance.title);
  await button(page, en.common.action.goOn).click();
  await expect(page.getByText(en.wizard.instance.nameNeeded)).toBeVisible();
  const name = page.getByRole('textbox', { name: en.wizard.instance.name });
  await name.fill('Maple\u202e \u200bDSB');
  await expect(name, 'without what cannot be seen').toHaveValue('Maple DSB');
  await page.getByText(en.wizard.instance.test).click();
  const board = page.getByRole('textbox', { name: /Board number/ });
  await board.fill('12');
  await board.blur();
  await expect(page.getByText(/usually B and five digits/)).toBeVisible();
  await button(page, en.common.action.goOn).click();

  await expect(title(page)).toHaveText(english.systems.onsis.browserSignIn.redirect.title);
  await button(page, 'Back').click();
  await expect(page.getByRole('textbox', { name: en.wizard.instance.name })).toHaveValue('Maple DSB');
  await button(page, en.common.action.goOn).click();
  await button(page, en.common.action.goOn).click();
  await expect(title(page)).toHaveText(english.systems.onsis.registration.title);
  expect(await callsTo(page, 'create-connection')).toEqual([
    {
      system: 'onsis',
      name: en.wizard.instance.nameExample,
      environment: 'test',
      practice: false,
      boardNumber: '12',
      redirect: 'sis-server',
    },
  ]);
});

test('what was typed stays when the connection could not be created', async ({ open, page }) => {
  await open({ refusals: { 'create-connection': 'not-saved' } });
  await button(page, en.connections.setUp).click();
  await button(page, en.common.action.goOn).click();
  await page.getByRole('textbox', { name: en.wizard.instance.name }).fill('Maple DSB');
  await page.getByText(english.systems.onsis.registration.production).click();
  await button(page, en.common.action.goOn).click();
  await button(page, en.common.action.goOn).click();
  await expect(page.getByRole('alert')).toContainText(en.common.failure['not-saved'].title);
  await page.evaluate(() => window.fake.arrange({ refusals: {} }));
  await button(page, en.common.action.goOn).click();
  await expect(title(page)).toHaveText(english.systems.onsis.registration.title);
  await expect(page.getByText('OnSIS · Maple DSB').first()).toBeVisible();
});

test('Register writes the e-mail exact to the character, and remembers the day it was sent', async ({
  open,
  page,
}) => {
  await open({
    connections: [
      leftAt('register', { ...unfilled, values: {}, setup: { ...maple.setup, registrationSentOn: null } }),
    ],
  });
  await button(page, /^Continue:/).click();
  await expect(page.getByText('Once the Redirect URL is filled in above')).toBeVisible();
  const address = 'https://sms.maple.example/onsis/callback?x=%2F&Y=1';
  await page.getByRole('textbox', { name: en.wizard.redirect.label }).fill(address);
  await page.getByText('We also download PAE files').click();
  await page
    .getByRole('textbox', { name: english.systems.onsis.fields.paeRedirectUrl.label })
    .fill('https://sms.maple.example/pae');
  await button(page, en.wizard.register.copyMail).click();
  const mail = await page.evaluate(() => window.fake.clipboard);
  expect(mail.split('\n')).toContain(address);
  expect(mail.split('\n')).toContain('https://sms.maple.example/pae');
  expect(mail).toContain('ONSIS_SISON@ontario.ca');
  const day = page.getByRole('textbox', { name: 'Sent on · YYYY-MM-DD' });
  await expect(day).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  for (const [text, why] of [
    ['01/05/2026', 'year, month, day'],
    ['2126-01-05', 'in the future'],
  ] as const) {
    await day.fill(text);
    await day.blur();
    await expect(page.getByRole('alert')).toContainText(why);
    await expect(button(page, en.wizard.register.markSent)).toBeDisabled();
  }
  await day.fill('2026/01/05');
  await day.blur();
  await expect(day).toHaveValue('2026-01-05');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await button(page, en.wizard.register.markSent).click();
  await expect(page.locator('[data-tone]').getByText('Sent on January 5')).toBeVisible();
  await button(page, en.common.action.later).click();
  await expect(page.getByText(/Waiting for the ministry’s reply to your email of/)).toBeVisible();
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.register.haveReply).click();
  await expect(title(page)).toHaveText(english.systems.onsis.registration.received);
});

test('Enter says what is wrong beside the field, and changes nothing unasked', async ({ open, page }) => {
  await open({ connections: [leftAt('enter', unfilled)] });
  await button(page, /^Continue:/).click();
  const clientId = page.locator('[name=clientId]');
  await clientId.fill('Client ID: onsis-maple-4821');
  await expect(page.getByText(en.common.note['pasted-label'])).toBeVisible();
  await expect(clientId).toHaveValue('Client ID: onsis-maple-4821');
  await button(page, en.common.action.remove).click();
  await expect(clientId).toHaveValue('onsis-maple-4821');

  await page.locator('[name=tokenUrl]').fill('http://auth.onsis.example/token');
  await page.locator('[name=tokenUrl]').blur();
  await expect(page.getByText(/It must begin with https/)).toBeVisible();

  await button(page, en.wizard.enter.test).click();
  await expect(page.getByText(/values need your attention first/)).toBeVisible();
  await expect(page.locator('[name=clientSecret]')).toBeFocused();
});

test('a line break in a pasted address is kept until it is removed with consent', async ({ open, page }) => {
  await open({ connections: [leftAt('enter', unfilled)] });
  await button(page, /^Continue:/).click();
  await page.locator('[name=apiUrl]').focus();
  await paste(page, 'https://api.onsis.example\n/v1');
  await expect(page.getByText(en.common.note['line-breaks'])).toBeVisible();
  await button(page, en.common.action.remove).click();
  await expect(page.locator('[name=apiUrl]')).toHaveValue('https://api.onsis.example/v1');
});

test('a secret goes to main byte for byte, and leaves the page', async ({ open, page }) => {
  await open({ connections: [leftAt('enter', unfilled)] });
  await button(page, /^Continue:/).click();
  const secret = page.locator('[name=clientSecret]');
  await expect(secret).toHaveAttribute('type', 'password');
  await secret.fill(` ${SECRET}`);
  await page.locator('[name=scopes]').focus();
  await expect(page.getByText(en.common.note['outer-blanks'])).toBeVisible();
  expect(await callsTo(page, 'save-secret'), 'with a remark still open nothing is decided').toEqual([]);
  await button(page, en.common.action.keep).click();
  await page.locator('[name=clientId]').focus();
  await expect(page.getByText(en.common.field.secretSaved)).toBeVisible();
  expect(await callsTo(page, 'save-secret')).toEqual([
    { id: maple.id, field: 'clientSecret', secret: ` ${SECRET}` },
  ]);
  expect(await page.content()).not.toContain(SECRET);
});

test('a typed secret that is shown leaves by no selection, no key and no drag', async ({
  open,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open({ connections: [leftAt('enter', unfilled)] });
  await button(page, /^Continue:/).click();
  const copied = async (field: Locator, keys: string) => {
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await field.focus();
    for (const key of ['ControlOrMeta+A', keys]) await page.keyboard.press(key);
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const dragged = async (what: Locator) => {
    await what.evaluate((node) => (node instanceof HTMLInputElement ? node.select() : null));
    await page.evaluate(() => {
      document.body.dataset.dragged = '';
      document.addEventListener('dragstart', (event) => {
        document.body.dataset.dragged = event.dataTransfer?.getData('text/plain') ?? '';
        // Playwright would wait for the end of a drag that Chromium does not begin.
        event.preventDefault();
      });
    });
    const { x, y, height } = (await what.boundingBox()) ?? { x: 0, y: 0, height: 0 };
    await page.mouse.move(x + 30, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 90, y + height / 2 + 60, { steps: 6 });
    await page.mouse.up();
    return page.evaluate(() => document.body.dataset.dragged);
  };

  // An ordinary field, so that the attempts are known to work.
  const other = page.locator('[name=scopes]');
  await other.fill('a-scope');
  expect(await copied(other, 'ControlOrMeta+C')).toBe('a-scope');
  expect(await dragged(other)).toBe('a-scope');

  const secret = page.locator('[name=clientSecret]');
  await secret.fill(SECRET);
  await button(page, 'Show Client Secret').click();
  const plain = page.locator('[data-fixed] [translate=no]');
  await expect(plain).toHaveText(SECRET);
  for (const keys of ['ControlOrMeta+C', 'ControlOrMeta+X', 'ControlOrMeta+Insert', 'Shift+Delete'])
    expect(await copied(secret, keys), keys).toBe('before');
  await expect(plain, 'nothing was cut').toHaveText(SECRET);
  await page.evaluate(() => window.getSelection()?.selectAllChildren(document.body));
  expect(await page.evaluate(() => window.getSelection()?.toString())).not.toContain(SECRET.slice(0, 4));
  expect(await dragged(secret), 'the dots alone').not.toContain(SECRET.slice(0, 4));
  expect(await dragged(plain)).toBe('');
  await expect(plain, 'a click on it does not leave the field').toBeVisible();
});

test('from the reply on the clipboard to proved in at most ten actions', async ({ open, page }) => {
  await open({
    connections: [
      leftAt('enter', {
        ...onThisComputer,
        values: { redirectUrl: onThisComputer.values.redirectUrl ?? '' },
      }),
    ],
    check: 'browser',
  });
  await button(page, /^Continue:/).click();
  let actions = 0;
  const act = async (work: Promise<unknown>) => {
    actions += 1;
    await work;
  };
  await act(button(page, en.wizard.enter.offer).click());
  await page.getByRole('textbox', { name: en.wizard.paste.box }).waitFor();
  await act(paste(page, REPLY));
  await expect(page.getByRole('dialog')).toContainText('onsis-maple-4821');
  expect(await page.content(), 'the pasted text, with the secret in plain sight, is gone').not.toContain(
    SECRET,
  );
  await act(button(page, 'Fill in 6 values').click());
  await act(button(page, en.wizard.enter.test).click());
  await expect(page.getByText('If nothing opened, copy this address')).toBeVisible();
  await act(page.evaluate(() => window.fake.allowInBrowser()));
  await expect(title(page)).toHaveText(en.report.heading.signInProved);
  await expect(title(page)).toBeFocused();
  expect(actions).toBeLessThanOrEqual(10);
  expect(await callsTo(page, 'save-secret')).toEqual([
    { id: maple.id, field: 'clientSecret', secret: SECRET },
  ]);
  await button(page, en.wizard.test.finish).click();
  await expect(title(page)).toHaveText(en.wizard.finish.proved);
});

test('Test shows every stage from the start, can be cancelled, and keeps what was found', async ({
  open,
  page,
}) => {
  await open(withOne(leftAt('enter', onThisComputer), { check: 'browser' }));
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.enter.test).click();
  await expect(page.getByText('If nothing opened, copy this address')).toBeVisible();
  await expect(page.locator('li[data-step]')).toHaveCount(10);
  await expect(page.locator('[data-step=data]')).toContainText(en.common.status['not-tried']);
  await button(page, 'Copy the address').click();
  expect(await page.evaluate(() => window.fake.clipboard)).toContain('/onsis/authorize?');
  await button(page, en.report.cancel).click();
  await expect(title(page)).toHaveText(en.report.heading.cancelled);
  await expect(page.locator('[data-step=secure-connection]')).toHaveAttribute('data-status', 'passed');
});

test('a stop names the situation, and its card has all three parts and the request to send', async ({
  open,
  page,
}) => {
  await open(withOne(leftAt('enter'), { check: 'tls-intercepted' }));
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.enter.test).click();
  await expect(title(page)).toHaveText(en.report.heading.stopped_one);
  await expect(page.locator('main div:has(> h1)')).toContainText(en.report.lead.secretNotSent);
  const card = page.getByRole('article').first();
  for (const part of [en.report.happened, en.report.whose, en.report.todo])
    await expect(card).toContainText(part);
  await card.getByRole('button', { name: en.report.copyRequest }).click();
  expect(await page.evaluate(() => window.fake.clipboard)).toContain('auth.onsis.example');
  await expect(page.locator('[data-kind=primary]')).toHaveCount(1);
  await expect(page.locator('body')).not.toContainText('tls-intercepted');
  await card.getByRole('button', { name: en.common.action.details }).click();
  await expect(card).toContainText('tls-intercepted');
  const details = card.locator('div > dl');
  await expect(details.getByText(en.report.fact.issuer, { exact: true })).toBeVisible();
  for (const name of ['issuer', 'validTo', 'host']) {
    await expect(details.getByText(name, { exact: true })).toHaveCount(0);
  }
});

test('with the redirect on the SMS server it is honest: not proved, and each question is asked by its own click', async ({
  open,
  page,
}) => {
  await open(withOne(leftAt('enter')));
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.enter.test).click();
  await expect(title(page)).toHaveText(en.report.heading.notProved);
  await button(page, en.report.probe.tokenGo).click();
  await expect(title(page)).toHaveText(en.report.heading.probablyAccepted);
  await expect(page.locator('main div:has(> h1)')).toContainText('Your secret was sent once');
  expect((await callsTo(page, 'run-check')).map((call) => (call as { probe: string }).probe)).toEqual([
    'none',
    'token',
  ]);
  await button(page, en.wizard.test.finish).click();
  await expect(title(page)).toHaveText(english.systems.onsis.unproved.saved);
  await button(page, 'Copy API URL / Port').click();
  expect(await page.evaluate(() => window.fake.clipboard)).toBe('https://api.onsis.example:8443');
  await button(page, en.wizard.finish.toList).click();
  await expect(page.getByText(/^Not proved yet/)).toBeVisible();
});

test('Finish never says saved when it was not', async ({ open, page }) => {
  await open(withOne(leftAt('enter')));
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.enter.test).click();
  await expect(title(page)).toHaveText(en.report.heading.notProved);
  await page.evaluate(() => window.fake.arrange({ refusals: { 'save-connection': 'not-saved' } }));
  await button(page, en.wizard.test.finish).click();
  await expect(title(page)).toHaveText(en.wizard.finish.notSaved);
  await page.evaluate(() => window.fake.arrange({ refusals: {} }));
  await button(page, en.common.action.saveAgain).click();
  await expect(title(page)).toHaveText(english.systems.onsis.unproved.saved);
});

test('practice says so on every screen, mails nothing, and hands out its own reply', async ({
  open,
  page,
}) => {
  await open();
  await button(page, en.connections.practise).click();
  const banner = page.getByText(en.common.practiceBanner);
  await expect(banner).toBeVisible();
  await button(page, en.common.action.goOn).click();
  await expect(banner).toBeVisible();
  await button(page, en.common.action.goOn).click();
  await expect(title(page)).toHaveText(english.systems.onsis.registration.practice.title);
  await expect(banner).toBeVisible();
  await expect(page.getByText('ONSIS_SISON@ontario.ca')).toHaveCount(0);
  await button(page, en.wizard.register.practiceCopy).click();
  await expect(page.locator('[data-tone]').getByText(en.wizard.register.practiceCopied)).toBeVisible();
  const reply = await page.evaluate(() => window.fake.clipboard);
  expect(reply).toContain(PRACTICE_SECRET);
  await button(page, en.common.action.goOn).click();
  await expect(banner).toBeVisible();
  await button(page, en.wizard.enter.offer).click();
  await page.getByRole('textbox', { name: en.wizard.paste.box }).waitFor();
  await paste(page, reply);
  await button(page, 'Fill in 6 values').click();
  await button(page, en.wizard.enter.test).click();
  await expect(title(page)).toHaveText(en.report.heading.proved);
  await expect(banner).toBeVisible();
});

test('a locked keyring is said before anything is typed, with the way to open it', async ({ open, page }) => {
  await open({
    connections: [leftAt('enter', unfilled)],
    protection: { verdict: 'unavailable', reason: 'locked', backend: 'gnome_libsecret' },
  });
  await button(page, /^Continue:/).click();
  await expect(page.getByText(en.common.unprotected.locked.title, { exact: true })).toBeVisible();
  await expect(page.getByText(/No secret is written to disk\./).first()).toBeVisible();
  await button(page, en.common.action.unlock).click();
  await expect(page.getByText(en.common.unprotected.locked.title, { exact: true })).toHaveCount(0);
});

test('waiting for the desktop’s own prompt can be left', async ({ open, page }) => {
  await open({
    connections: [leftAt('enter', unfilled)],
    protection: { verdict: 'unavailable', reason: 'needs-permission', backend: 'kwallet5' },
    unlocking: 'waits',
  });
  await button(page, /^Continue:/).click();
  await button(page, en.common.action.askWallet).click();
  await expect(button(page, en.common.action.unlocking)).toBeDisabled();
  await button(page, en.common.action.cancel).click();
  await expect(button(page, en.common.action.askWallet)).toBeEnabled();
  await expect(button(page, en.common.action.cancel)).toHaveCount(0);
});

test('the language changes at once, keeps what is typed, and is remembered', async ({ open, page }) => {
  await open();
  await button(page, en.connections.setUp).click();
  await button(page, en.common.action.goOn).click();
  await page.getByRole('textbox', { name: en.wizard.instance.name }).fill('Érables');
  await button(page, 'Français').click();
  await expect(title(page)).toHaveText(fr.wizard.instance.title);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA');
  await expect(page.getByRole('textbox', { name: fr.wizard.instance.name })).toHaveValue('Érables');
  expect(await callsTo(page, 'set-language')).toEqual([{ language: 'fr' }]);
});
