import { join } from 'node:path';
import { test } from './app-fixture';
import { screens } from './screens';

/*
 * Pictures of every screen, for a person to look at. Left out unless asked for: UI_PICTURES=1 (or a part of
 * screen names).
 */

const wanted = process.env.UI_PICTURES;
const looks = [
  { name: 'wide', width: 1240, height: 800, colorScheme: 'light' },
  { name: 'wide-dark', width: 1240, height: 800, colorScheme: 'dark' },
  { name: 'small', width: 800, height: 600, colorScheme: 'light' },
  { name: 'zoomed', width: 640, height: 400, colorScheme: 'light' },
] as const;

test.describe('pictures', () => {
  test.skip(wanted === undefined, 'only when pictures are asked for');
  for (const { name, scenario, reach } of screens) {
    for (const look of looks) {
      for (const language of ['en', 'fr'] as const) {
        const file = `${name}-${look.name}-${language}.png`;
        test(file, async ({ open, page }) => {
          test.skip(
            wanted !== '1' && wanted !== undefined && !new RegExp(wanted).test(file),
            'not asked for',
          );
          await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
          await open({ ...scenario, language }, look);
          await reach?.(page);
          await page.screenshot({ path: join('out/ui-screens', file) });
        });
      }
    }
  }
});
