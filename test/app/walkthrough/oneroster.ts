import { expect } from './steps';
import { permissions, vendorWalk } from './vendor';

/** A practice OneRoster server: version and kind of sign-in are detected from the pasted text. */
export const oneroster = vendorWalk({
  system: 'oneroster',
  title: 'OneRoster: any server, with the practice OneRoster server',
  search: 'oneroster',
  name: /^Another OneRoster server/,
  secret: 'Client Secret',
  sheet: 'For your application',
  entered: (walk) =>
    walk.step('Enter: version and sign-in are chosen as it says', async () => {
      await expect(walk.page.getByRole('radio', { name: /^OneRoster 1\.1/ })).toBeChecked();
      await expect(walk.page.getByRole('radio', { name: /^OAuth 2/ })).toBeChecked();
    }),
  proved: (walk) => permissions(walk, [/^orgs Can be read$/, /^classes Can be read$/]),
});
