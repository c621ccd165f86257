import { join } from 'node:path';
import { languages } from '@contract/languages';
import { test } from './app-fixture';
import { looks, screens } from './screens';
import { settled } from './settled';

/*
 * Screenshots of every screen, for manual review: UI_PICTURES=1, or a pattern of file names. They are not tests, so
 * they run only on request.
 */

const wanted = process.env.UI_PICTURES;
const pattern = wanted === undefined ? null : new RegExp(wanted === '1' ? '' : wanted);

for (const { name, scenario, reach } of screens) {
  for (const look of looks) {
    for (const language of languages) {
      const file = `${name}-${look.name}-${language}.png`;
      if (pattern?.test(file) !== true) continue;
      test(file, async ({ open, page }) => {
        await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
        await open({ ...scenario, language }, look);
        await reach?.(page);
        await settled(page);
        await page.getByRole('heading').first().waitFor();
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: join('out/ui-screens', file) });
      });
    }
  }
}
