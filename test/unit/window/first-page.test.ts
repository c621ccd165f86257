import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER_MARK, drawnPage } from '@contract/drawn-page';
import { describe, expect, it } from 'vitest';
import { firstPage } from '../../../electron/window/first-page';
import { temporaryFolder } from '../../support/temporary-folder';

function built(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'index.html'), 'plain');
  for (const language of ['en', 'fr'] as const) {
    writeFileSync(join(folder, drawnPage(language)), `${language}: <p>${DATA_FOLDER_MARK}</p>`);
  }
  return folder;
}

const opening = { language: 'en', isFirstRun: true, dataFolder: '/home/x' } as const;

describe('the first page', () => {
  it('is the drawn one of the language while nothing is saved', async () => {
    expect(String(await firstPage(built(), opening))).toBe('en: <p>/home/x</p>');
    expect(String(await firstPage(built(), { ...opening, language: 'fr' }))).toBe('fr: <p>/home/x</p>');
  });

  it('is the plain one as soon as there is something to show', async () => {
    expect(String(await firstPage(built(), { ...opening, isFirstRun: false }))).toBe('plain');
  });

  it('takes a folder’s name for text, whatever stands in it', async () => {
    const dataFolder = `/tmp/<img src=x onerror="y">&'$&`;
    expect(String(await firstPage(built(), { ...opening, dataFolder }))).toBe(
      'en: <p>/tmp/&lt;img src=x onerror=&quot;y&quot;&gt;&amp;&#x27;$&amp;</p>',
    );
  });
});
