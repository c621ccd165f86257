import { readdirSync } from 'node:fs';
import type { Report } from '@contract/report';
import { filesHolding } from '../../support/canary';
import { button, expect, heading, lastReport, press } from './vendor';
import type { Walk, WalkThrough } from './walk';
import { filled, frenchWords, onsisWords, words } from './words';

/** A careful new user needs no more than this from "the reply is on the clipboard" to "proved". */
const MOST_ACTIONS = 10;

/** A first OnSIS setup against the practice ministry, up to revealing the secret after a restart. */
export const onsis: WalkThrough = {
  system: 'onsis',
  title: 'OnSIS: a first-time set-up with the practice ministry',
  run: async (walk) => {
    const secret = await getTheReply(walk);
    const report = await enterAndProve(walk);
    await finish(walk, secret);
    await comeBack(walk, secret);
    return report;
  },
};

/** Chooses and registers, until the ministry's reply is on the clipboard. Returns the secret in it. */
async function getTheReply(walk: Walk): Promise<string> {
  const { connections, wizard, common } = words;
  await walk.step('The wizard opens', async () => {
    await walk.launch();
    await expect(heading(walk, connections.first.title)).toBeVisible();
  });
  await walk.step('Choose: practise first', async () => {
    await press(walk, connections.practise);
    await expect(heading(walk, wizard.system.title)).toBeVisible();
    await expect(walk.page.getByText(common.practiceBanner)).toBeVisible();
  });
  await walk.step('Choose: name the instance', async () => {
    await walk.page.getByRole('radio', { name: /^OnSIS/ }).check({ force: true });
    await press(walk, common.action.goOn);
    await expect(heading(walk, wizard.instance.title)).toBeVisible();
  });
  await walk.step('Register: the address and the e-mail', async () => {
    await press(walk, common.action.goOn);
    await expect(heading(walk, onsisWords.registration.practice.title)).toBeVisible();
  });
  let secret = '';
  await walk.step('Register: the reply arrives', async () => {
    await press(walk, wizard.register.practiceCopy);
    await expect(walk.page.getByText(wizard.register.practiceCopied).first()).toBeVisible();
    const reply = await walk.app.app.evaluate(({ clipboard }) => clipboard.readText());
    secret = /client secret\s*[:=]\s*(\S+)/i.exec(reply)?.[1] ?? '';
    expect(secret.length).toBeGreaterThan(8);
  });
  return secret;
}

/** From the reply on the clipboard to proved. */
async function enterAndProve(walk: Walk): Promise<Report> {
  const { wizard, report: check, common } = words;
  walk.startCounting();
  await walk.step('Enter: nothing typed yet', async () => {
    await press(walk, common.action.goOn);
    await expect(heading(walk, onsisWords.registration.received)).toBeVisible();
  });
  await walk.step('Enter: the reply is read', async () => {
    await press(walk, wizard.enter.offer);
    await walk.page.getByRole('textbox', { name: wizard.paste.box }).waitFor();
    await walk.act('Paste', () => walk.page.keyboard.press('Control+V'));
    await expect(button(walk, filled(wizard.paste.fill_other))).toBeVisible();
  });
  await walk.step('Enter: the values fill themselves', async () => {
    await press(walk, filled(wizard.paste.fill_other));
    await expect(walk.page.getByText(common.field.secretSaved)).toBeVisible();
  });
  await walk.step('Test: the sign-in waits in the browser', async () => {
    await press(walk, wizard.enter.test);
    await expect(walk.page.getByRole('heading', { name: check.browser.title })).toBeVisible();
    await walk.desktop.waitForOpened();
  });
  await walk.step('Test: proved', async () => {
    await walk.act('Press Allow in the browser', () => walk.browser.click());
    await expect(heading(walk, check.heading.proved)).toBeVisible();
  });
  await walk.step(`At most ${MOST_ACTIONS} actions from the reply to proved`, async () => {
    const actions = walk.stopCounting();
    expect(actions).toBeLessThanOrEqual(MOST_ACTIONS);
    return `it took ${actions}`;
  });
  const report = await lastReport(walk);
  expect(report.outcome).toBe('passed');
  return report;
}

async function finish(walk: Walk, secret: string): Promise<void> {
  const { wizard, connections } = words;
  await walk.step('Finish: saved and proved', async () => {
    await press(walk, wizard.test.finish);
    await expect(heading(walk, wizard.finish.proved)).toBeVisible();
  });
  await walk.step('The list of connections', async () => {
    await press(walk, wizard.finish.toList);
    await expect(heading(walk, connections.title)).toBeVisible();
    await expect(walk.page.getByText(filled(connections.row.proved))).toBeVisible();
  });
  await walk.step('The secret is in no file but encrypted', async () => {
    expect(readdirSync(walk.app.userData).length).toBeGreaterThan(0);
    expect(filesHolding(walk.app.userData, secret)).toEqual([]);
    expect(walk.app.output()).not.toContain(secret);
  });
}

/** A later start: everything is still there, and the secret is revealed without any network. */
async function comeBack(walk: Walk, secret: string): Promise<void> {
  const { connections, common } = words;
  await walk.step('Started again: the connection is still there', async () => {
    await walk.quit();
    await walk.launch();
    await expect(heading(walk, connections.title)).toBeVisible();
    await expect(walk.page.getByText(filled(connections.row.proved))).toBeVisible();
  });
  await walk.step('The secret is revealed, for thirty seconds', async () => {
    await walk.page
      .getByRole('button', {
        name: filled(connections.action.named.replace('{{action}}', connections.action.open)),
      })
      .click();
    await walk.page
      .getByRole('button', { name: common.action.show.replace('{{what}}', 'Client Secret') })
      .click();
    await expect(walk.page.getByText(secret, { exact: true })).toBeVisible();
    await expect(walk.page.getByText(filled(common.field.hiddenIn))).toBeVisible();
  });
  await walk.step('In French', async () => {
    await walk.page.getByRole('button', { name: 'Français' }).click();
    await expect(
      walk.page
        .getByRole('button', { name: frenchWords.connections.page.testNow })
        .or(walk.page.getByRole('button', { name: frenchWords.connections.page.testAgain })),
    ).toBeVisible();
  });
}
