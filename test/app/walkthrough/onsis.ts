import type { Report } from '@contract/report';
import {
  expect,
  fewActions,
  heading,
  lastReport,
  openIt,
  pasteAndFill,
  press,
  reveal,
  startAgain,
  toTheList,
} from './steps';
import type { Walk, WalkThrough } from './walk';
import { frenchWords, onsisWords, words } from './words';

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
  await pasteAndFill(walk, { offer: wizard.enter.offer, box: wizard.paste.box });
  await walk.step('Test: the sign-in waits in the browser', async () => {
    await press(walk, wizard.enter.test);
    await expect(walk.page.getByRole('heading', { name: check.browser.title })).toBeVisible();
    await walk.desktop.waitForOpened();
  });
  await walk.step('Test: proved', async () => {
    await walk.act('Press Allow in the browser', () => walk.browser.click());
    await expect(heading(walk, check.heading.proved)).toBeVisible();
  });
  await fewActions(walk);
  const report = await lastReport(walk);
  expect(report.outcome).toBe('passed');
  return report;
}

async function finish(walk: Walk, secret: string): Promise<void> {
  const { wizard } = words;
  await walk.step('Finish: saved and proved', async () => {
    await press(walk, wizard.test.finish);
    await expect(heading(walk, wizard.finish.proved)).toBeVisible();
  });
  await toTheList(walk, secret);
}

/** A later start: everything is still there, and the secret is revealed without any network. */
async function comeBack(walk: Walk, secret: string): Promise<void> {
  await startAgain(walk);
  await walk.step('The secret is revealed, for thirty seconds', async () => {
    await openIt(walk);
    await reveal(walk, 'Client Secret', secret);
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
