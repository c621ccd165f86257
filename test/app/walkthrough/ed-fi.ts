import { expect } from './steps';
import { permissions, vendorWalk } from './vendor';

/** A practice Ed-Fi service: its addresses are taken from its root document, and it says what the key is for. */
export const edFi = vendorWalk({
  system: 'ed-fi',
  title: 'Ed-Fi: a key and secret from the state, with the practice Ed-Fi service',
  search: 'ed-fi',
  name: /^Ed-Fi ODS/,
  secret: 'Secret',
  sheet: 'For your SIS',
  proved: async (walk) => {
    await permissions(walk, [/^token-info .* Can be read$/, /^schools .* Can be read$/, /^students /]);
    await walk.step('Test: whose key it is', async () => {
      await expect(walk.page.getByText(/This key is for Practice District/)).toBeVisible();
    });
  },
});
