import { expect } from './steps';
import { permissions, vendorWalk } from './vendor';
import { words } from './words';

/** An application's token at a practice ClassLink proxy. */
export const classlinkProxy = vendorWalk({
  system: 'classlink-proxy',
  title: 'ClassLink, through the proxy: an application’s token, with the practice ClassLink',
  search: 'class link',
  name: /^ClassLink OneRoster \(proxy\)/,
  secret: 'Access token',
  sheet: 'For your application',
  proved: async (walk) => {
    await walk.step('Test: where the token went', async () => {
      await expect(walk.page.getByRole('main').getByText(words.report.lead.provedBearer)).toBeVisible();
    });
    await permissions(walk, [/^orgs Can be read$/, /^classes Can be read$/]);
  },
});
