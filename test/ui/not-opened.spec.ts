import { languages } from '@contract/languages';
import { en, fr } from '../support/window-words';
import { expect, test } from './app-fixture';

/* Part of the window's program is damaged: what is left of it says so instead of leaving a dead page. */

const words = { en, fr };
const parts = ['open', 'first'] as const;
for (const language of languages) {
  for (const part of parts) {
    test(`the part "${part}" of the window is damaged (${language})`, async ({ open, page }) => {
      const file = part === 'open' ? '**/assets/open-*.js' : `**/assets/${language}-first-*.js`;
      await page.route(file, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'this is (no script; canary-raw-text' }),
      );
      await open({ language });
      const { title, text, again, action } = words[language].common.fatal;
      const said = page.getByRole('alert');
      await expect(said.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(said).toContainText(text);
      await expect(said).toContainText(again);
      await expect(said).toHaveAttribute('lang', language);
      expect(await page.locator('body').innerText()).not.toContain('canary-raw-text');

      await page.unroute(file);
      await page.getByRole('button', { name: action }).click();
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title);
    });
  }
}
