import type { Page } from '@playwright/test';
import type { Connection, SystemId } from '../../electron/contract/connection';
import { LIMITS } from '../../electron/contract/limits';
import { systems } from '../../electron/systems/catalogue';
import { readReply } from '../../electron/systems/read-reply';
import { type ReplyCase, replyCases } from '../support/reply-cases/index';
import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { speak } from './said-on';
import { leftAt, maple } from './saved';
import { paste } from './screens';

/*
 * Pasted replies in the window, and choosing between several values. What is read of each case is test/unit's; the window
 * shows a reading, so a few cases of every shape of reading are enough here, each in both languages.
 */

const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const unfilled = (system: SystemId, environment: Connection['environment'] = 'test') =>
  leftAt('enter', { ...maple, system, environment, values: {} });

async function pasteInto(page: Page, text: string): Promise<void> {
  await button(page, /^(Paste the reply|Paste it all|Coller la réponse|Tout coller)$/).click();
  await dialog(page).getByRole('textbox').focus();
  await paste(page, text);
  await dialog(page).locator('dl, [role=radiogroup], [data-tone], ul').first().waitFor();
}

/** A case that reads differently if the setup's environment is known, as it always is in the window. */
const isOfNoEnvironment = ({ system, text, environment }: ReplyCase): boolean => {
  const fields = (known: 'test' | null) => {
    const { found, doubts, elsewhere } = readReply(systems[system], text, { environment: known });
    return JSON.stringify([found.map(({ field }) => field), doubts.map(({ field }) => field), elsewhere]);
  };
  return environment === undefined && fields(null) !== fields('test');
};

/** What the window makes of a reading: which fields are filled, which are asked for, and of how many values. */
const shapeOf = ({ system, text, environment = 'test' }: ReplyCase): string => {
  const { found, doubts, elsewhere, more } = readReply(systems[system], text, { environment });
  const asked = doubts.map(({ field, candidates }) => [
    field,
    candidates.map(({ heading, part, suggested }) => [heading !== '', part !== '', suggested]),
  ]);
  return JSON.stringify([found.map(({ field }) => field), asked, elsewhere, more]);
};

const OF_EACH_SHAPE = 2;

/** The first cases of every shape. */
function someOfEachShape(cases: readonly ReplyCase[]): readonly ReplyCase[] {
  const shapes = new Map<string, number>();
  return cases.filter((one) => {
    const count = (shapes.get(shapeOf(one)) ?? 0) + 1;
    shapes.set(shapeOf(one), count);
    return count <= OF_EACH_SHAPE;
  });
}

/** A setup has one environment; cases that do not specify one use test. */
const groups = Object.values(systems).flatMap((system) =>
  (['test', 'production'] as const).flatMap((environment) => {
    const cases = replyCases.filter(
      (one) =>
        one.system === system.id && (one.environment ?? 'test') === environment && !isOfNoEnvironment(one),
    );
    const some = someOfEachShape(cases);
    return cases.length === 0 ? [] : [{ system, environment, cases: some, of: cases.length }];
  }),
);

interface Spoken {
  readonly language: 'en' | 'fr';
  readonly name: string;
  readonly locale: string;
}
const english: Spoken = { language: 'en', name: 'English', locale: 'en-CA' };
const french: Spoken = { language: 'fr', name: 'Français', locale: 'fr-CA' };

/** Everything in the dialog, read at once: its text, the whole page's markup, and each question with its choices. */
const dialogNow = (page: Page) =>
  page.evaluate(() => {
    const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ');
    const shown = document.querySelector<HTMLElement>('[role=dialog]');
    const questions = [...(shown?.querySelectorAll('[role=radiogroup]') ?? [])].map((group) => ({
      name: plain(
        (group.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' '),
      ),
      choices: group.querySelectorAll('[type=radio]').length,
      selected: group.querySelectorAll('label[data-selected]').length,
    }));
    return { text: plain(shown?.innerText), page: document.documentElement.outerHTML, questions };
  });

for (const { system, environment, cases, of } of groups) {
  test(`${cases.length} of ${of} replies for ${system.id}, ${environment}, are shown as they were read, in both languages`, async ({
    open,
    page,
  }) => {
    // One second per case, which takes a fifth of that on an idle computer.
    test.setTimeout(60_000 + cases.length * 1_000);
    await open({ connections: [unfilled(system.id, environment)], language: 'en' });
    await button(page, /^(Continue|Continuer)\s?:/).click();
    let [first, second] = [english, french];
    for (const one of cases) {
      await test.step(one.name, async () => {
        await pasteInto(page, one.text);
        if (one.elsewhere !== undefined) await acceptAll(page, one);
        await expectShown(page, one, system.texts[first.language].fields);
        await speak(page, second, 2);
        await expectShown(page, one, system.texts[second.language].fields);
        await page.keyboard.press('Escape');
        await dialog(page).waitFor({ state: 'detached' });
        [first, second] = [second, first];
      });
    }
  });
}

/** Whether a field's only candidate stands under another environment's heading. */
const isSingle = (readings: readonly unknown[]) => readings.length === 1;

/** Accepts values that stand under the other environment's heading, which is shown as it was written. */
async function acceptAll(page: Page, { asked = {} }: ReplyCase): Promise<void> {
  const [only] = Object.values(asked).find(isSingle) ?? [];
  if (Array.isArray(only)) await expect(dialog(page)).toContainText(only[0], { ignoreCase: true });
  await button(page, /^(Use these values anyway|Utiliser ces valeurs quand même)$/).click();
}

async function expectShown(
  page: Page,
  { name, system, found = {}, asked = {}, offered = {}, elsewhere }: ReplyCase,
  labels: Readonly<Record<string, { readonly label: string } | undefined>>,
): Promise<void> {
  const secrets = new Set(systems[system].fields.filter(({ secret }) => secret).map(({ id }) => id));
  const now = await dialogNow(page);
  for (const [field, value] of Object.entries(found)) {
    expect(now.text, name).toContain(labels[field]?.label ?? field);
    if (secrets.has(field)) expect(now.text, name).toContain('••••');
    else expect(now.text, name).toContain(value.replaceAll(/\s+/g, ' '));
  }
  // Values accepted all at once are shown as found.
  const isAccepted = (readings: readonly unknown[]) => elsewhere !== undefined && isSingle(readings);
  const questions = Object.entries(asked).filter(([, readings]) => !isAccepted(readings));
  expect(now.questions, name).toHaveLength(
    questions.length + (elsewhere === undefined ? Object.keys(offered).length : 0),
  );
  for (const [field, readings] of Object.entries(asked)) {
    const label = labels[field]?.label ?? field;
    if (isAccepted(readings)) {
      expect(now.text, name).toContain(label);
      continue;
    }
    const question = now.questions.find((each) => each.name.includes(label));
    // A single candidate can be left out. Nothing is preselected, not even the suggestion.
    expect(question, name).toMatchObject({ choices: Math.max(2, readings.length), selected: 0 });
    for (const reading of readings) {
      if (!secrets.has(field))
        expect(now.text, name).toContain(typeof reading === 'string' ? reading : reading[1]);
      else if (typeof reading !== 'string') expect(now.text, name).toContain(reading[0]);
    }
  }
  for (const field of secrets) {
    const values = [
      found[field] ?? '',
      ...(asked[field] ?? []).map((reading) => (typeof reading === 'string' ? reading : reading[1])),
    ];
    for (const value of values.filter(({ length }) => length >= 6))
      expect(now.page, name).not.toContain(value);
  }
}

const TWO = `\tTest\tProduction
Client ID\tt-4821\tp-4821
Client Secret\tts-11aa22bb\tps-44dd55ee`;

for (const [language, sentence] of [
  ['en', 'This text is too long to be read.'],
  ['fr', 'Ce texte est trop long pour être lu.'],
] as const) {
  test(`a text without end is refused in a sentence, ${language}`, async ({ open, page }) => {
    await open({ connections: [unfilled('powerschool')], language });
    await button(page, /^(Continue|Continuer)\s?:/).click();
    const line = 'Please keep this message safe.\n';
    await pasteInto(page, `Client ID: maple-4821\n${line.repeat(LIMITS.copiedText / line.length + 1)}`);
    await expect(dialog(page).getByText(sentence)).toBeVisible();
    await expect(dialog(page).getByRole('textbox')).toHaveValue('');
    // Valid values are still read.
    await paste(page, 'Client ID: maple-4821');
    await expect(dialog(page).locator('dl')).toContainText('maple-4821');
  });
}

test('secrets are told apart by where they stand, and seen one at a time', async ({ open, page }) => {
  await open({ connections: [unfilled('powerschool', 'production')] });
  await button(page, /^Continue:/).click();
  await pasteInto(page, TWO);
  await expect(page.getByRole('heading', { name: en.wizard.paste.chooseTitle })).toBeVisible();
  const secret = dialog(page).getByRole('radiogroup', { name: /Client Secret/ });
  await expect(secret.getByRole('radio')).toHaveCount(2);
  await expect(secret.getByText('Under “Production”')).toBeVisible();
  await expect(secret.getByText(en.wizard.paste.suggested.production)).toHaveCount(1);
  await expect(button(page, /^Fill in/)).toBeDisabled();

  await button(page, 'Show Client Secret, Under “Test”').click();
  await expect(secret).toContainText('ts-11aa22bb');
  await button(page, 'Show Client Secret, Under “Production”').click();
  await expect(secret).toContainText('ps-44dd55ee');
  await expect(secret).not.toContainText('ts-11aa22bb');
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect(secret).not.toContainText('ps-44dd55ee');

  await secret.getByRole('radio', { name: /Under “Production”/ }).click({ force: true });
  await button(page, en.wizard.paste.fill_one).click();
  await expect(page.locator('[name=clientSecret]')).toHaveValue('ps-44dd55ee');
  await expect(page.locator('[name=clientId]')).toHaveValue('');
});

test('one press chooses everything under a heading', async ({ open, page }) => {
  await open({ connections: [unfilled('powerschool')], language: 'fr' });
  await button(page, /^Continuer\s?:/).click();
  await pasteInto(page, TWO);
  await button(page, 'Choisir tout ce qui est sous « Test »').click();
  await expect(dialog(page).locator('label[data-selected]')).toHaveCount(2);
  await button(page, 'Remplir les 2 champs').click();
  await expect(page.locator('[name=clientId]')).toHaveValue('t-4821');
  await expect(page.locator('[name=clientSecret]')).toHaveValue('ts-11aa22bb');
});

test('the choice is made with the keyboard', async ({ open, page }) => {
  await open({ connections: [unfilled('powerschool')] });
  await button(page, /^Continue:/).click();
  await pasteInto(page, 'Client Secret: ts-11aa22bb, expires: 2027');
  const secret = dialog(page).getByRole('radiogroup');
  await secret.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await expect(secret.getByRole('radio').first()).toBeChecked();
  await expect(secret).toContainText(en.wizard.paste.readings['first-part']);
  await button(page, en.wizard.paste.fill_one).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[name=clientSecret]')).toHaveValue('ts-11aa22bb');
});

const SANDBOX = 'For the sandbox environment:\nClient ID: t-4821\nClient Secret: ts-11aa22bb';

test('a reply for the other environment is asked about once, for all of it', async ({ open, page }) => {
  await open({ connections: [unfilled('powerschool', 'production')] });
  await button(page, /^Continue:/).click();
  await pasteInto(page, SANDBOX);
  await expect(page.getByRole('heading', { name: en.wizard.paste.elsewhere.test.title })).toBeVisible();
  await expect(dialog(page)).toContainText('This setup is for production');
  await expect(dialog(page)).toContainText('Under “For the sandbox environment”');
  await expect(dialog(page).getByRole('button', { name: en.common.action.cancel })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator('[name=clientId]')).toHaveValue('');

  await pasteInto(page, SANDBOX);
  await button(page, en.wizard.paste.takeAll).click();
  await expect(page.getByRole('heading', { name: '2 values found' })).toBeVisible();
  await expect(dialog(page).getByRole('radiogroup')).toHaveCount(0);
  await button(page, 'Fill in 2 values').click();
  await expect(page.locator('[name=clientId]')).toHaveValue('t-4821');
  await expect(page.locator('[name=clientSecret]')).toHaveValue('ts-11aa22bb');
});

test('a value of another column only can be left out', async ({ open, page }) => {
  await open({ connections: [unfilled('powerschool', 'production')] });
  await button(page, /^Continue:/).click();
  await pasteInto(page, TWO.replace('ps-44dd55ee', '(empty)'));
  const secret = dialog(page).getByRole('radiogroup', { name: 'Is this the right value for Client Secret?' });
  await expect(secret.getByRole('radio')).toHaveCount(2);
  await expect(secret.locator('label[data-selected]')).toHaveCount(0);
  await secret.getByRole('radio', { name: /Under “Test”/ }).click({ force: true });
  await expect(button(page, en.wizard.paste.fill_one)).toBeEnabled();
  await secret.getByRole('radio', { name: en.wizard.paste.leave }).click({ force: true });
  await expect(button(page, /^Fill in/)).toBeDisabled();
  await dialog(page)
    .getByRole('radio', { name: /p-4821/ })
    .click({ force: true });
  await button(page, en.wizard.paste.fill_one).click();
  await expect(page.locator('[name=clientId]')).toHaveValue('p-4821');
  await expect(page.locator('[name=clientSecret]')).toHaveValue('');
});

test('it is said when there is more than could be read', async ({ open, page }) => {
  await open({ connections: [unfilled('powerschool')] });
  await button(page, /^Continue:/).click();
  await pasteInto(page, Array.from({ length: 13 }, (_, index) => `Client ID: a${index}x`).join('\n'));
  await expect(dialog(page)).toContainText('There is more in this text than could be read.');
});
