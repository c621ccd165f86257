import { languages } from '@contract/languages';
import { vendorSteps } from '../fakes/vendor-steps';
import { faultsFoundByAxe } from '../support/axe';
import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { leftAt, oneroster, withOne } from './saved';
import { paste } from './screens';

/* A OneRoster server of a product that the wizard knows by name. */

const campus = 'https://maple.campus.example/campus/api/oneroster/v1p2/library/ims/oneroster/rostering/v1p2';

for (const language of languages) {
  test(`the product is found by any of its names, and what follows from it need not be entered, ${language}`, async ({
    open,
    page,
  }) => {
    await open({ language });
    await page.getByRole('button', { name: /^(Set up a connection|Configurer une connexion)$/ }).click();
    const goOn = page.getByRole('button', { name: /^(Continue|Continuer)$/ });
    const search = page.getByRole('searchbox');
    for (const [asked, found] of [
      ['ncsis', 'Infinite Campus'],
      ['qml', 'Skyward Qmlativ'],
      ['renweb', 'FACTS'],
      ['e school plus', 'eSchoolPLUS'],
    ] as const) {
      await search.fill(asked);
      await expect(page.getByRole('radio', { name: found })).toHaveCount(1);
    }
    await search.fill('infinite');
    await page.getByRole('radio', { name: 'Infinite Campus' }).check({ force: true });
    await goOn.click();
    await page.locator('[name=name]').fill('Maple');
    await page.locator('input[value=test]').check({ force: true });
    await goOn.click();
    await page.getByRole('button', { name: /^(Continue|Continuer)/ }).click();
    await page.locator('[name=serverUrl]').fill(campus);
    // Three of the six values follow from the address: nobody has to know them.
    await expect(
      page.getByText('https://maple.campus.example/campus/oauth2/token?appName=library'),
    ).toBeVisible();
    await expect(page.locator('input[value="1.2"]')).toBeChecked();
    await expect(page.locator('input[value=oauth2]')).toBeChecked();
    await page.locator('[name=clientId]').fill('ab12_library');
    await page.locator('[name=clientSecret]').fill('kP7vW2xQ9mZ4tB8r');
    await page.getByRole('button', { name: /^(Test|Vérifier)/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/Enter|Saisi/);
  });
}

test('what was entered goes before what follows, and can be taken back', async ({ open, page }) => {
  await open({
    connections: [
      leftAt('enter', {
        ...oneroster,
        values: { provider: 'genesis', serverUrl: 'https://g.example/genesis' },
      }),
    ],
  });
  await page.getByRole('button', { name: /^Continue:/ }).click();
  await expect(page.getByText('https://g.example/genesis/token')).toBeVisible();
  await page.locator('[name=tokenUrl]').fill('https://other.example/token');
  await expect(page.getByText('https://g.example/genesis/token')).toHaveCount(0);
  await page.locator('[name=tokenUrl]').fill('');
  await expect(page.getByText('https://g.example/genesis/token')).toBeVisible();
});

test('the first question has a few choices, and the search finds the rest', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: en.connections.setUp }).click();
  const radios = page.getByRole('radio');
  await expect(radios.last()).toHaveValue('oneroster');
  expect(await radios.count()).toBeLessThanOrEqual(5);
  const search = page.getByRole('searchbox');
  // What is chosen is always in sight, and the server of no product is always offered, at the end.
  await search.fill('sky');
  await expect(page.getByRole('radio', { name: 'Skyward Qmlativ' })).toBeChecked();
  await expect(radios.last()).toHaveValue('oneroster');
  await search.fill('nothing is called so');
  await expect(radios).toHaveCount(1);
  await expect(radios).toBeChecked();
  await search.fill('');
  await expect(page.locator('input[value=oneroster]')).toBeChecked();
  await search.fill('qml');
  await search.fill('');
  await expect(page.locator('input[value=sis]')).toBeChecked();
  await page.getByRole('button', { name: en.common.action.goOn }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.wizard.provider.title);
  await expect(page.getByRole('radio', { name: 'Skyward Qmlativ' })).toBeChecked();
  await page.getByRole('button', { name: 'Back' }).click();
  // Enter in the search goes on with what it found.
  await search.fill('veracross');
  await search.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.wizard.instance.title);
});

test('ClassLink is one choice, and the way to it a question after that', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: en.connections.setUp }).click();
  await page.locator('input[value=classlink]').check({ force: true });
  const goOn = page.getByRole('button', { name: en.common.action.goOn });
  await goOn.click();
  await expect(page.getByRole('radio')).toHaveCount(2);
  await page.locator('input[value=classlink-proxy]').check({ force: true });
  await goOn.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.wizard.instance.title);
});

test('in a practice run, only products that can be practised are offered', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: en.connections.practise }).click();
  const search = page.getByRole('searchbox');
  await search.fill('genesis');
  await expect(page.getByRole('radio', { name: 'Genesis' })).toHaveCount(1);
  await search.fill('focus');
  await expect(page.getByRole('radio', { name: 'Focus' })).toHaveCount(0);
});

test('a part of an address is enough, and what follows stands apart, with its sources', async ({
  open,
  page,
}) => {
  await open({ connections: [leftAt('enter', { ...oneroster, values: { provider: 'veracross' } })] });
  await page.getByRole('button', { name: /^Continue:/ }).click();
  const known = page.getByRole('region', { name: 'Known of Veracross' });
  // Three values to enter; the others are known or follow.
  await expect(page.locator('form input[name]:not(section input)')).toHaveCount(3);
  await page.locator('[name=serverUrl]').fill('maple');
  await page.locator('[name=clientId]').focus();
  await expect(page.getByText('/maple/ims/oneroster/v1p1')).toBeVisible();
  await expect(page.getByText(/not a web address|is not an address/)).toHaveCount(0);
  await expect(known.getByText('/maple/oauth/token')).toBeVisible();
  await expect(known.getByText('(probable: compare it with what you received)').first()).toBeVisible();
  // The other token address that has been seen is one click away.
  await known.getByRole('button', { name: en.common.action.take }).click();
  await expect(page.locator('[name=tokenUrl]')).toHaveValue(/\/maple\/oauth\/oneroster$/);
  await page.getByRole('button', { name: en.common.sources.title }).click();
  await expect(page.getByText('docs/vendors/oneroster-providers.md#veracross-token')).toBeVisible();
});

test('the guide has the menu path and the labels of the product', async ({ open, page }) => {
  await open({ connections: [leftAt('register', { ...oneroster, values: { provider: 'aspen' } })] });
  await page.getByRole('button', { name: /^Continue:/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find the values in Aspen');
  const steps = page.locator('main ol > li');
  await expect(steps.first()).toContainText('Admin › Security › OAuth Access › Options › Add');
  await expect(steps.last()).toContainText('“Client identifier” and “Client secret key”');
});

test('a product whose sign-in is its own is guided, and says that it cannot be tested', async ({
  open,
  page,
}) => {
  await open({ connections: [leftAt('register', { ...oneroster, values: { provider: 'edsembli' } })] });
  await page.getByRole('button', { name: /^Continue:/ }).click();
  await expect(page.getByText('it shows the way, and cannot test it')).toBeVisible();
  await page.getByRole('button', { name: /^Continue/ }).click();
  await expect(page.getByText('It cannot be tested here.')).toBeVisible();
});

test('what was pasted under the product’s own labels fills its fields', async ({ open, page }) => {
  await open({ connections: [leftAt('enter', { ...oneroster, values: { provider: 'infinite-campus' } })] });
  await page.getByRole('button', { name: /^Continue:/ }).click();
  await page.getByRole('button', { name: en.wizard.copied.offer }).click();
  await page.getByRole('textbox', { name: en.wizard.copied.box }).waitFor();
  await paste(
    page,
    [
      `Base URL: ${campus}`,
      'Token URL: https://maple.campus.example/campus/oauth2/token?appName=library',
      'Key: ab12_library',
      'Secret: kP7vW2xQ9mZ4tB8r',
    ].join('\n'),
  );
  await page.getByRole('button', { name: 'Fill in 4 values' }).click();
  await expect(page.locator('[name=serverUrl]')).toHaveValue(campus);
  await expect(page.locator('[name=clientId]')).toHaveValue('ab12_library');
  await page.locator('[name=tokenUrl]').fill('https://maple.campus.example/campus/oauth2/token');
  await page.locator('[name=clientId]').fill('library');
  await page.locator('[name=serverUrl]').focus();
  await expect(page.getByText(/ends in “\?appName=”/)).toBeVisible();
  await expect(page.getByText(/has an underscore in it/)).toBeVisible();
});

test('a finding in a product’s own terms names what it rests on, in its details', async ({ open, page }) => {
  const values = { provider: 'infinite-campus', serverUrl: campus, clientId: 'ab12_library' };
  const connection = { ...oneroster, values };
  const steps = vendorSteps(connection, { 'sign-in': ['failed', 'credentials-rejected'] });
  await open(withOne(leftAt('test', connection), { steps }));
  await page.getByRole('button', { name: /^Continue:/ }).click();
  const card = page.getByRole('article');
  await card.getByRole('button', { name: en.common.action.details }).click();
  const line = card.getByText('docs/vendors/oneroster-providers.md#campus-expiry');
  await expect(line).toBeVisible();
  // The lines stand below each other, in the column of what is said.
  expect((await line.boundingBox())?.width).toBeGreaterThan(200);
  expect(await faultsFoundByAxe(page)).toEqual([]);
});
