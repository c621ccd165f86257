import { test } from '@playwright/test';
import { ordinaryUser } from '../support/desktop-user';
import { stagePackedAppWithInspectFuse } from '../support/packed-app';
import { walkThroughs } from './walkthrough/all';
import { walk } from './walkthrough/walk';

/* Each walk-through in the packed app; `npm start -- --walkthrough` runs them in the built one. */
test.skip(process.platform !== 'linux', 'not for this OS');

for (const way of walkThroughs) {
  test(`packed: ${way.title}`, async () => {
    await walk(way, {
      folder: test.info().outputPath('walkthrough'),
      say: () => undefined,
      program: stagePackedAppWithInspectFuse(ordinaryUser()),
    });
  });
}
