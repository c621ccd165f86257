import { expect } from './steps';
import { permissions, vendorWalk } from './vendor';

/** A product by name: what it shows is pasted under its own labels, and version and sign-in need no decision. */
export const infiniteCampus = vendorWalk({
  system: 'oneroster',
  product: 'infinite-campus',
  title: 'Infinite Campus: a product by name, with the practice OneRoster server',
  search: 'infinite',
  name: /^Infinite Campus/,
  secret: 'Client Secret',
  secretInLetter: 'Secret',
  sheet: 'For your application',
  entered: (walk) =>
    walk.step('Enter: version and sign-in follow from the product', async () => {
      await expect(walk.page.getByRole('radio', { name: /^OneRoster 1\.2/ })).toBeChecked();
      await expect(walk.page.getByRole('radio', { name: /^OAuth 2/ })).toBeChecked();
      await expect(walk.page.getByRole('button', { name: /^Where this comes from/ })).toBeVisible();
    }),
  proved: (walk) => permissions(walk, [/^orgs Can be read$/, /^classes Can be read$/]),
});
