import { expect } from './steps';
import { permissions, vendorWalk } from './vendor';
import { words } from './words';

/** A district's practice ClassLink server, every request signed. */
export const classlinkDirect = vendorWalk({
  system: 'classlink-direct',
  title: 'ClassLink, direct: signed requests, with the practice ClassLink',
  search: 'classlink',
  name: /^ClassLink OneRoster \(direct\)/,
  secret: 'Client Secret',
  sheet: 'For your application',
  entered: (walk) =>
    walk.step('Enter: the newer signature method stands', async () => {
      await expect(walk.page.getByRole('radio', { name: /^HMAC-SHA256/ })).toBeChecked();
    }),
  proved: async (walk) => {
    await walk.step('Test: the secret itself was not sent', async () => {
      await expect(walk.page.getByRole('main').getByText(words.report.lead.provedSigned)).toBeVisible();
    });
    await permissions(walk, [/^orgs Can be read$/, /^classes Can be read$/]);
  },
});
