import { expect } from './steps';
import { permissions, vendorWalk } from './vendor';
import { words } from './words';

/** One vendor's record in a practice Aeries: the login page's address is normalized, the permission boxes are named. */
export const aeriesOneroster = vendorWalk({
  system: 'aeries-oneroster',
  title: 'Aeries: one vendor’s record, with the practice Aeries',
  search: 'aeries',
  name: /^Aeries/,
  secret: 'Consumer Secret Key',
  sheet: 'For the vendor',
  entered: (walk) =>
    walk.step('Enter: the login page’s address is cut for the person, and shown', async () => {
      const url = walk.page.locator('[name=aeriesUrl]');
      const base = await url.inputValue();
      await walk.act('Paste the login page’s address', () => url.fill(`${base}/Login.aspx`));
      await expect(walk.page.getByText(words.common.field.willBeUsed)).toHaveText(
        `${words.common.field.willBeUsed} ${base} ${words.common.field.leftOut} /Login.aspx`,
      );
      await walk.page.locator('[name=consumerId]').focus();
      await expect(walk.page.getByText(words.common.field.secretSaved)).toBeVisible();
    }),
  proved: (walk) =>
    permissions(walk, [
      /^orgs School Information › Schools Can be read$/,
      /^courses Scheduling › Course Data Can be read$/,
      /^students Student Data › Student Data$/,
    ]),
});
