import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { main as english } from '../../assets/locales/en/main';
import { table } from '../../electron/contract/language-rows';
import type { Scenario } from '../fakes/bridge';
import { SECOND, saysOnsis, withSecondMinistry } from '../support/second-ministry';
import { en } from '../support/window-words';
import { expect, testOnKeptPage } from './app-fixture';
import { saidOn, speak } from './said-on';
import { screens } from './screens';
import { settled } from './settled';

/*
 * OnSIS's own terms must come from its own file. This adds a similar system to a copy of the program, whose owner
 * registers addresses by e-mail and whose sign-in uses the browser; none of its screens may contain an OnSIS term.
 */

const test = testOnKeptPage.extend<object, object>({
  program: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use, worker) => {
      const program = await withSecondMinistry(`second-ministry-${worker.workerIndex}`);
      await use(program);
      rmSync(program.sources, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

/** The scenario with its OnSIS connections and servers replaced by the second system's. */
const ofSecond = (scenario: Scenario): Scenario =>
  JSON.parse(
    JSON.stringify(scenario)
      .replaceAll('"system":"onsis"', `"system":"${SECOND}"`)
      .replaceAll('.onsis.', '.second.'),
  );

/** Removes addresses and user input, which contain punctuation or a digit. */
const withoutData = (text: string): string =>
  text.replaceAll(/(?:https?:)?\/[\w.~/?=&%:-]+|[\w@-]+(?:\.[\w-]+)+(?::\d+)?|[\w-]*\d[\w-]*/g, ' ');

async function onsisWords(page: Page, also: RegExp | null): Promise<readonly string[]> {
  const said: string[] = [];
  for (const language of [table.en, table.fr]) {
    await speak(page, language);
    said.push(...(await saidOn(page)));
  }
  return said.filter((text) =>
    saysOnsis(also === null ? withoutData(text) : withoutData(text).replaceAll(also, '')),
  );
}

// One worker runs them all: building the copy takes longer than the screens that another one would take over.
test.describe.configure({ mode: 'default' });

for (const { name, scenario, reach } of screens) {
  if (!JSON.stringify(scenario).includes('"system":"onsis"')) continue;
  // If there are connections to the vendor's own system, its name belongs to them.
  const vendor = JSON.stringify(scenario).includes('"powerschool"') ? /PowerSchool/g : null;
  test(`${name}: says nothing of OnSIS about a system that is like it`, async ({ open, page }) => {
    await open({ ...ofSecond(scenario), language: 'en' });
    await reach?.(page);
    await settled(page);
    expect(await onsisWords(page, vendor)).toEqual([]);
  });
}

for (const practice of [false, true]) {
  test(`${practice ? 'a rehearsal' : 'a set-up'} of it from its beginning says nothing of OnSIS`, async ({
    open,
    page,
  }) => {
    const press = (label: string | RegExp) => page.getByRole('button', { name: label }).first().click();
    const hears = async () => {
      await settled(page);
      expect(await onsisWords(page, null)).toEqual([]);
      await speak(page, table.en);
    };
    await open({ language: 'en' });
    await press(practice ? en.connections.practise : en.connections.setUp);
    await page.getByRole('radio', { name: /^Second/ }).check({ force: true });
    await press(en.common.action.goOn);
    await hears();
    await page.getByRole('textbox', { name: en.wizard.instance.name }).fill('Maple DSB');
    await page.getByRole('radio', { name: /^Test/ }).check({ force: true });
    await page.getByRole('textbox', { name: /^Board number/ }).fill('x');
    await page.getByRole('textbox', { name: en.wizard.instance.name }).focus();
    await hears();
    await press(en.common.action.goOn);
    if (!practice) {
      await page
        .getByRole('heading', { level: 1, name: english.systems.onsis.browserSignIn.redirect.title })
        .waitFor();
      await hears();
      await press(en.common.action.goOn);
      await page.getByRole('checkbox').click({ force: true });
    } else {
      await press(en.wizard.register.practiceCopy);
    }
    await hears();
    await press(en.common.action.goOn);
    await page.getByRole('heading', { level: 1, name: 'Enter what the registry sent you' }).waitFor();
    await hears();
  });
}
