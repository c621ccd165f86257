import { expect, test } from './app-fixture';
import { leftAt, oneroster } from './saved';

/* A OneRoster server of a product that the wizard knows by name. */

const campus = 'https://maple.campus.example/campus/api/oneroster/v1p2/library/ims/oneroster/rostering/v1p2';

for (const language of ['en', 'fr'] as const) {
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
